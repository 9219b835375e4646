package io.krait.api.host;

import io.krait.api.Bytes;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows the licence of a server, and gets one for a trial. While there is no such service, the
 * embedded host has the licence that {@code KraitSettings} of its configuration holds, and makes
 * one for a trial by itself. Implementations must be safe for use from any thread.
 */
@ConsumerType
public interface LicenceService {

  /** The licence, as a JSON object in UTF-8; empty where there is none. Must be quick. */
  Bytes licence();

  /**
   * Gets a licence for a trial, which {@link #licence()} tells from then on.
   *
   * @param requesterId identifier of the user who asks for it
   * @param users for how many users
   * @param receiveEmails whether the requester agrees to be written to
   * @throws io.krait.api.AppError where there is none for this server
   */
  void requestTrial(String requesterId, int users, boolean receiveEmails);
}
