package io.krait.host.internal.push;

import io.krait.api.AppError;
import io.krait.api.host.PushService;
import io.krait.api.model.PushNotification;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.mail.Outbox;
import io.krait.host.internal.outside.Outside;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends notifications to the mobile devices on which users have sessions: by a push service, or
 * else into the outbox. Safe for use from any thread.
 */
public final class Pushes {

  private static final System.Logger LOGGER = System.getLogger(Pushes.class.getName());
  private static final String SECTION = "EmailSettings";
  private static final String VERSION = "v2";
  private static final int MOST_DEVICES = 100;

  private final Surroundings surroundings;
  private final Users users;
  private final Outside outside;
  private final Outbox outbox;
  private final String serverId;

  /** What sends notifications to these users; {@code serverId} is what a gateway knows us by. */
  public Pushes(
      Surroundings surroundings, Users users, Outside outside, Outbox outbox, String serverId) {
    this.surroundings = surroundings;
    this.users = users;
    this.outside = outside;
    this.outbox = outbox;
    this.serverId = serverId;
  }

  /** Whether notifications are sent at all. */
  public boolean isOn() {
    return surroundings.configuration().flag(SECTION, "SendPushNotifications");
  }

  /**
   * Sends a notification to all devices of a user, if plugins do not withhold it; waits for them.
   *
   * @throws AppError with status 404 where there is no such user, 501 where notifications are
   *     switched off
   */
  public void send(String userId, PushNotification notification) {
    if (!isOn()) {
      throw AppError.of(
          "app.notifications.push.disabled.app_error",
          "no notifications are pushed: EmailSettings.SendPushNotifications of the server"
              + " configuration is off",
          501);
    }
    users.get(userId);
    Optional<PushNotification> wanted =
        surroundings.hooks().notificationWillBePushed(notification, userId).await();
    if (wanted.isEmpty()) {
      return;
    }
    for (String device : devices(userId)) {
      push(userId, addressed(wanted.get(), device));
    }
  }

  private List<String> devices(String userId) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.list(
                    "select distinct device_id from sessions where user_id = ? and device_id <> ''"
                        + " and (expires_at = 0 or expires_at > ?) order by device_id limit ?",
                    row -> row.getString(1),
                    userId,
                    surroundings.now(),
                    MOST_DEVICES));
  }

  /** A session has the kind of its device before the device's own name. */
  private PushNotification addressed(PushNotification notification, String device) {
    int colon = device.indexOf(':');
    return notification.toBuilder()
        .platform(colon < 0 ? notification.platform() : device.substring(0, colon))
        .deviceId(device.substring(colon + 1))
        .ackId(surroundings.ids().next())
        .serverId(serverId)
        .version(notification.version().isEmpty() ? VERSION : notification.version())
        .build();
  }

  private void push(String userId, PushNotification notification) {
    PushService service = outside.push().orElse(null);
    if (service == null) {
      outbox.put(Outbox.PUSH, userId, shown(notification));
      return;
    }
    try {
      service.push(notification);
    } catch (RuntimeException failure) {
      LOGGER.log(
          Level.WARNING, "a notification could not be handed over to the push service", failure);
    }
  }

  private static Map<String, Object> shown(PushNotification notification) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("ack_id", notification.ackId());
    shown.put("platform", notification.platform());
    shown.put("server_id", notification.serverId());
    shown.put("device_id", notification.deviceId());
    shown.put("type", notification.type());
    shown.put("sub_type", notification.subType());
    shown.put("message", notification.message());
    shown.put("badge", notification.badge());
    shown.put("category", notification.category());
    shown.put("sound", notification.sound());
    shown.put("team_id", notification.teamId());
    shown.put("channel_id", notification.channelId());
    shown.put("channel_name", notification.channelName());
    shown.put("post_id", notification.postId());
    shown.put("root_id", notification.rootId());
    shown.put("sender_id", notification.senderId());
    shown.put("sender_name", notification.senderName());
    shown.put("version", notification.version());
    shown.put("is_crt_enabled", notification.isCrt());
    return shown;
  }
}
