package io.krait.host.internal.pluginapi;

import io.krait.api.AppError;
import io.krait.api.HostedPlugin;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.model.WebsocketBroadcast;
import io.krait.host.internal.events.Broadcast;
import io.krait.host.internal.events.Event;
import io.krait.host.internal.events.EventSize;
import io.krait.host.internal.plugin.HostServices;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What a plugin tells clients that are connected. Safe for use from any thread. */
final class EventsApi implements PluginApi {

  private static final int LONGEST_NAME = 256;

  /** Each client gets a copy, and may have several that wait for it. */
  private static final int LARGEST_EVENT = 1 << 20;

  private static final int TOO_LARGE = 413;
  private static final int TOO_MANY_REQUESTS = 429;

  private final HostServices services;
  private final HostedPlugin plugin;

  EventsApi(HostServices services, HostedPlugin plugin) {
    this.services = services;
    this.plugin = plugin;
  }

  @Override
  public void publishWebSocketEvent(
      String event, Map<String, Object> payload, @Nullable WebsocketBroadcast broadcast) {
    if (event.isBlank() || event.length() > LONGEST_NAME) {
      throw AppError.of(
          "plugin_api.publish_websocket_event.name.app_error",
          "an event needs a name of at most %d characters".formatted(LONGEST_NAME),
          400);
    }
    Broadcast readers = broadcast == null ? Broadcast.ALL : readers(broadcast);
    long size = EventSize.of(payload) + EventSize.of(readers.omitUsers());
    if (size > LARGEST_EVENT) {
      throw AppError.of(
          "plugin_api.publish_websocket_event.size.app_error",
          "an event has at most %d characters with those who are left out, not %d"
              .formatted(LARGEST_EVENT, size),
          TOO_LARGE);
    }
    Event told = Event.of("custom_%s_%s".formatted(plugin.id(), event), payload, readers);
    if (!services.events().offer(told, size)) {
      throw AppError.builder()
          .id("plugin_api.publish_websocket_event.many.app_error")
          .message("plugins tell more than clients can be told; try again")
          .statusCode(TOO_MANY_REQUESTS)
          .retryAfter(Duration.ofSeconds(1))
          .build();
    }
  }

  private static Broadcast readers(WebsocketBroadcast wanted) {
    boolean omit = wanted.omitConnectionId();
    return new Broadcast(
        Set.copyOf(wanted.omitUsers()),
        wanted.userId(),
        wanted.channelId(),
        wanted.teamId(),
        omit ? "" : wanted.connectionId(),
        omit ? wanted.connectionId() : "",
        false);
  }

  @Override
  public void publishUserTyping(String userId, String channelId, String parentId) {
    if (!channelId.isEmpty()) {
      services
          .events()
          .publish(
              Event.of(
                  "typing",
                  Map.of("parent_id", parentId, "user_id", userId),
                  Broadcast.toChannel(channelId).but(userId)));
    }
  }
}
