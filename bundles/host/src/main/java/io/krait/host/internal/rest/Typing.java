package io.krait.host.internal.rest;

import io.krait.host.internal.events.Broadcast;
import io.krait.host.internal.events.Event;
import io.krait.host.internal.plugin.HostServices;
import java.util.Map;

/** Tells the others in a channel that somebody is typing. */
final class Typing {

  private final HostServices services;

  Typing(HostServices services) {
    this.services = services;
  }

  /**
   * A user is typing.
   *
   * @param rootId which thread it will be in; empty for none
   */
  void tell(String userId, String channelId, String rootId) {
    services.statuses().active(userId);
    Access.require(
        services.permissions().inChannel(userId, channelId, "create_post"), "create_post");
    services
        .events()
        .publish(
            Event.of(
                "typing",
                Map.of("parent_id", rootId, "user_id", userId),
                Broadcast.toChannel(channelId).but(userId)));
  }
}
