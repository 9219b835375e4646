package io.krait.host.internal.pluginapi;

import io.krait.api.AppError;
import io.krait.api.HostedPlugin;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.model.WebsocketBroadcast;
import io.krait.host.internal.events.Broadcast;
import io.krait.host.internal.events.Event;
import io.krait.host.internal.plugin.HostServices;
import java.util.Map;
import java.util.Set;

/** What a plugin tells clients that are connected. Safe for use from any thread. */
final class EventsApi implements PluginApi {

  private final HostServices services;
  private final HostedPlugin plugin;

  EventsApi(HostServices services, HostedPlugin plugin) {
    this.services = services;
    this.plugin = plugin;
  }

  @Override
  public void publishWebSocketEvent(
      String event, Map<String, Object> payload, @Nullable WebsocketBroadcast broadcast) {
    if (event.isBlank()) {
      throw AppError.of(
          "plugin_api.publish_websocket_event.name.app_error", "an event needs a name", 400);
    }
    services
        .events()
        .publish(
            Event.of(
                "custom_%s_%s".formatted(plugin.id(), event),
                payload,
                broadcast == null ? Broadcast.ALL : readers(broadcast)));
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
