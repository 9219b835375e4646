package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.model.Status;
import io.krait.api.model.WebSocketRequest;
import io.krait.host.internal.events.Client;
import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.plugin.HostServices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What clients can ask for on their connections. */
final class SocketActions {

  private static final String OF_PLUGINS = "custom_";
  private static final int MOST_STATUSES = 1000;

  private final HostServices services;
  private final DispatchedHooks hooks;
  private final Typing typing;

  SocketActions(HostServices services, DispatchedHooks hooks) {
    this.services = services;
    this.hooks = hooks;
    this.typing = new Typing(services);
  }

  /** A connection is there; of an unknown user where the id is empty. */
  void connected(String connectionId, String userId) {
    hooks.webSocketHasConnected(connectionId, userId);
  }

  /** A connection is no more. */
  void disconnected(String connectionId, String userId) {
    if (!userId.isEmpty() && !services.system().nodes().presence().isConnected(userId)) {
      services.statuses().gone(userId);
    }
    hooks.webSocketHasDisconnected(connectionId, userId);
  }

  /**
   * Does what a message wants.
   *
   * @return what is answered; empty where nothing is
   * @throws AppError where that is not possible
   */
  Optional<Map<String, Object>> act(SocketMessage message, Client client) {
    String action = String.valueOf(message.action());
    if (action.startsWith(OF_PLUGINS)) {
      hooks.webSocketMessageHasBeenPosted(
          client.id(),
          client.userId(),
          WebSocketRequest.builder()
              .seq(message.seq())
              .action(action)
              .data(message.data() == null ? Map.of() : message.data())
              .build());
      return Optional.empty();
    }
    return Optional.of(
        switch (action) {
          case "ping" -> pong();
          case "user_typing" -> typing(message, client.userId());
          case "get_statuses" ->
              statuses(services.events().connected().stream().limit(MOST_STATUSES).toList());
          case "get_statuses_by_ids" -> statuses(message.texts("user_ids"));
          case "user_update_active_status" -> {
            if (message.flag("user_is_active")) {
              services.statuses().active(client.userId());
            }
            yield Map.of();
          }
          case "presence" -> Map.of();
          default ->
              throw AppError.of(
                  "api.web_socket_router.bad_action.app_error", "there is no such action", 400);
        });
  }

  private Map<String, Object> pong() {
    Map<String, Object> pong = new LinkedHashMap<>();
    pong.put("text", "pong");
    pong.put("version", services.configuration().text("KraitSettings", "ServerVersion"));
    pong.put("server_time", services.surroundings().now());
    pong.put("node_id", "");
    return pong;
  }

  private Map<String, Object> typing(SocketMessage message, String userId) {
    typing.tell(userId, message.text("channel_id"), message.text("parent_id"));
    return Map.of();
  }

  private Map<String, Object> statuses(List<String> userIds) {
    Map<String, Object> found = new LinkedHashMap<>();
    for (Status status : services.statuses().byIds(userIds)) {
      found.put(status.userId(), status.status());
    }
    return found;
  }
}
