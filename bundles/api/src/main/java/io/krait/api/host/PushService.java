package io.krait.api.host;

import io.krait.api.model.PushNotification;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hands notifications over to whoever brings them to mobile devices. The embedded host looks for
 * such a service and, while there is none, puts notifications into an outbox that administrators
 * can read. Implementations must be safe for use from any thread.
 */
@ConsumerType
public interface PushService {

  /**
   * Hands over one notification for one device; {@code deviceId} and {@code platform} in it say
   * which. May wait for a short while.
   *
   * @throws io.krait.api.AppError where it is not taken over; the host logs that, and goes on
   */
  void push(PushNotification notification);
}
