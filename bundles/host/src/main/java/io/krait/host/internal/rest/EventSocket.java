package io.krait.host.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.Session;
import io.krait.api.web.WebSocketConnection;
import io.krait.api.web.WebSocketListener;
import io.krait.host.internal.events.Client;
import io.krait.host.internal.events.Handover;
import io.krait.host.internal.json.ClientText;
import io.krait.host.internal.plugin.HostServices;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** One connection of a client, from the first message to the last. */
final class EventSocket implements WebSocketListener {

  private static final System.Logger LOGGER = System.getLogger(EventSocket.class.getName());
  private static final CompletionStage<?> DONE = CompletableFuture.completedStage(null);
  private static final CompletionStage<Boolean> NOBODY = CompletableFuture.completedStage(false);
  private static final CompletionStage<Boolean> SOMEBODY = CompletableFuture.completedStage(true);
  private static final String CHALLENGE = "authentication_challenge";
  private static final int TRY_AGAIN_LATER = 1013;
  private static final int UNSUPPORTED = 1003;

  private final SocketRequest asked;
  private final HostServices services;
  private final SocketActions actions;
  private final ObjectMapper mapper;
  private final TasksInOrder work;
  private final String id;
  private @Nullable WebSocketConnection wire;
  private volatile @Nullable Client client;

  /**
   * By which identifier plugins know the connection, once they do; for the tasks in order alone.
   */
  private @Nullable String told;

  EventSocket(
      SocketRequest asked,
      HostServices services,
      SocketActions actions,
      ObjectMapper mapper,
      Executor workers) {
    this.asked = asked;
    this.services = services;
    this.actions = actions;
    this.mapper = mapper;
    this.work = new TasksInOrder(workers);
    this.id = services.surroundings().ids().next();
  }

  @Override
  public void opened(WebSocketConnection connection) {
    wire = connection;
    if (!services.events().await(connection)) {
      connection.close(TRY_AGAIN_LATER, "too many connections have not said whose they are");
      return;
    }
    var unused =
        work.begin(
            () ->
                (asked.token().isEmpty() ? NOBODY : authenticate(asked.token()))
                    .thenAccept(
                        mine -> {
                          Client known = client;
                          String identifier = known == null ? id : known.id();
                          told = identifier;
                          actions.connected(identifier, known == null ? "" : known.userId());
                        }));
  }

  @Override
  public CompletionStage<?> text(String text) {
    return work.begin(() -> take(text));
  }

  @Override
  public CompletionStage<?> binary(ByteBuffer bytes) {
    wire.close(UNSUPPORTED, "messages are texts here");
    return DONE;
  }

  /** Whether it is somebody's now. */
  private CompletionStage<Boolean> authenticate(String token) {
    Optional<Session> found =
        services
            .sessions()
            .byToken(token)
            .filter(
                session ->
                    services
                        .users()
                        .find(session.userId())
                        .filter(user -> user.deleteAt() == 0)
                        .isPresent());
    if (found.isEmpty()) {
      return NOBODY;
    }
    Session session = found.get();
    services.events().noLongerAwait(wire);
    try {
      return before(session).thenApply(there -> isOf(session, there));
    } catch (AppError full) {
      return CompletableFuture.completedStage(isRefused());
    }
  }

  /** The client that it goes on with, of this server or of another one. */
  private CompletionStage<Optional<Client>> before(Session session) {
    String connection = asked.connectionId();
    if (connection.isEmpty()) {
      return CompletableFuture.completedStage(Optional.empty());
    }
    Optional<Client> here =
        services
            .events()
            .resume(connection, session.userId(), session.id(), asked.sequence(), wire);
    return here.isPresent()
        ? CompletableFuture.completedStage(here)
        : services
            .events()
            .fetch(
                new Handover.Wanted(connection, session.userId(), session.id(), asked.sequence()),
                wire);
  }

  private boolean isOf(Session session, Optional<Client> before) {
    try {
      client = before.orElseGet(() -> begin(session));
    } catch (AppError full) {
      return isRefused();
    }
    services.statuses().active(session.userId());
    return true;
  }

  private boolean isRefused() {
    wire.close(TRY_AGAIN_LATER, "there are too many connections");
    return false;
  }

  private Client begin(Session session) {
    Map<String, Object> hello = new LinkedHashMap<>();
    hello.put("connection_id", id);
    hello.put("server_version", services.configuration().text("KraitSettings", "ServerVersion"));
    return services.events().connect(id, session.userId(), session.id(), wire, hello);
  }

  private CompletionStage<?> take(String text) {
    SocketMessage message;
    try {
      message = mapper.readValue(text, SocketMessage.class);
    } catch (JsonProcessingException noJson) {
      answer(failed(0, "api.web_socket_router.bad_json.app_error", "this is no JSON object", 400));
      return DONE;
    }
    if (message.action() == null || message.action().isEmpty()) {
      answer(failed(message.seq(), "api.web_socket_router.no_action.app_error", "no action", 400));
    } else if (message.seq() <= 0) {
      answer(failed(0, "api.web_socket_router.bad_seq.app_error", "no number of its own", 400));
    } else if (message.action().equals(CHALLENGE)) {
      return challenge(message);
    } else if (client == null) {
      answer(
          failed(
              message.seq(),
              "api.web_socket_router.not_authenticated.app_error",
              "say first whose connection it is",
              401));
    } else {
      answer(act(message, client));
    }
    return DONE;
  }

  private CompletionStage<?> challenge(SocketMessage message) {
    return (client != null ? SOMEBODY : authenticate(message.text("token")))
        .thenAccept(
            mine ->
                answer(
                    mine
                        ? Optional.of(done(message.seq(), Map.of()))
                        : failed(
                            message.seq(),
                            "api.web_socket_handler.authentication_challenge.app_error",
                            "there is no session of this token",
                            401)));
  }

  private Optional<Map<String, Object>> act(SocketMessage message, Client of) {
    try {
      return actions.act(message, of).map(data -> done(message.seq(), data));
    } catch (AppError refused) {
      return failed(message.seq(), refused.id(), refused.message(), refused.statusCode());
    } catch (RuntimeException failure) {
      LOGGER.log(Level.WARNING, "an action of a client has failed", failure);
      return failed(message.seq(), "api.internal.app_error", "the server failed", 500);
    }
  }

  private static Map<String, Object> done(long seq, Map<String, Object> data) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("status", "OK");
    if (!data.isEmpty()) {
      answer.put("data", data);
    }
    answer.put("seq_reply", seq);
    return answer;
  }

  private static Optional<Map<String, Object>> failed(
      long seq, String id, String message, int status) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("id", ClientText.of(id));
    error.put("message", ClientText.of(message));
    error.put("detailed_error", "");
    error.put("status_code", status);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("status", "FAIL");
    answer.put("error", error);
    answer.put("seq_reply", seq);
    return Optional.of(answer);
  }

  private void answer(Optional<Map<String, Object>> answer) {
    if (answer.isEmpty()) {
      return;
    }
    if (client != null) {
      services.events().reply(client, answer.get());
      return;
    }
    try {
      var unused = wire.send(mapper.writeValueAsString(answer.get()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void closed(int code, String reason) {
    services.events().noLongerAwait(wire);
    var unused =
        work.run(
            () -> {
              String identifier = told;
              if (identifier == null) {
                return;
              }
              Client gone = client;
              if (gone != null) {
                services.events().disconnected(gone, wire);
              }
              actions.disconnected(identifier, gone == null ? "" : gone.userId());
            });
  }
}
