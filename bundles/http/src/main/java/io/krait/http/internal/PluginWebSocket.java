package io.krait.http.internal;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.model.ServeHttpRequestInit;
import io.krait.api.model.ServeHttpResponseInit;
import io.krait.api.model.WebSocketFromClient;
import io.krait.api.model.WebSocketFromPlugin;
import io.krait.api.model.WebSocketMessage;
import io.krait.api.model.WebSocketMessageKind;
import io.krait.api.web.WebSocketConnection;
import io.krait.api.web.WebSocketListener;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One WebSocket between a client and a plugin. The next message of a side is taken when the other
 * one has taken the one before, and no thread waits for that.
 */
final class PluginWebSocket
    implements WebSocketListener,
        Flow.Publisher<WebSocketFromClient>,
        Flow.Subscriber<WebSocketFromPlugin> {

  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int NOT_IMPLEMENTED = 501;
  private static final int NORMAL = 1000;
  private static final int NO_CODE = 1005;
  private static final int ABNORMAL = 1006;
  private static final int FAILED = 1011;
  private static final int RESTARTS = 1012;
  private static final int OK = 200;
  private static final int MOST_REASON_BYTES = 123;

  /** What waits for the plugin to take it. */
  private record Waiting(WebSocketFromClient message, CompletableFuture<Void> taken) {}

  /** How a client is answered, which only the server can do. */
  interface Door {
    /** Makes the connection; fails where the client is gone. */
    void accept(ServeHttpResponseInit answer, PluginWebSocket socket);

    /** Sends an answer of the plugin's that is no connection. */
    void refuse(ServeHttpResponseInit answer, Bytes body);

    /** Sends an error of the host's. */
    void refuse(HostError error);

    /** There is nothing left of the connection. */
    void gone(PluginWebSocket socket);

    /** Something is the plugin's fault. */
    void failed(String what);
  }

  private final String pluginId;
  private final Door door;
  private final Queue<Waiting> toPlugin = new ConcurrentLinkedQueue<>();
  private final AtomicLong demand = new AtomicLong();
  private final Turns turns = new Turns(this::turn);
  private final AtomicBoolean answered = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();

  private volatile Flow.@Nullable Subscriber<? super WebSocketFromClient> plugin;
  private volatile Flow.@Nullable Subscription fromPlugin;
  private volatile @Nullable WebSocketConnection client;
  private volatile boolean closedByPlugin;
  private volatile boolean noMore;

  // Touched in turns only.
  private boolean completed;

  PluginWebSocket(String pluginId, ServeHttpRequestInit request, Door door) {
    this.pluginId = pluginId;
    this.door = door;
    toPlugin.add(
        new Waiting(
            WebSocketFromClient.builder().init(request).build(), new CompletableFuture<>()));
  }

  // From the client to the plugin.

  @Override
  public void subscribe(Flow.Subscriber<? super WebSocketFromClient> subscriber) {
    plugin = subscriber;
    subscriber.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long n) {
            demand.accumulateAndGet(n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
            turns.take();
          }

          @Override
          public void cancel() {
            noMore = true;
            turns.take();
          }
        });
  }

  private void turn() {
    Flow.Subscriber<? super WebSocketFromClient> to = plugin;
    while (to != null && !completed && (noMore || demand.get() > 0)) {
      Waiting next = toPlugin.poll();
      if (next == null) {
        return;
      }
      if (!noMore) {
        demand.decrementAndGet();
        to.onNext(next.message());
        if (isClose(next.message())) {
          completed = true;
          to.onComplete();
        }
      }
      next.taken().complete(null);
    }
  }

  private static boolean isClose(WebSocketFromClient sent) {
    return sent.message().filter(m -> m.kind() == WebSocketMessageKind.CLOSE).isPresent();
  }

  private CompletionStage<Void> pass(WebSocketMessage message) {
    CompletableFuture<Void> taken = new CompletableFuture<>();
    toPlugin.add(new Waiting(WebSocketFromClient.builder().message(message).build(), taken));
    turns.take();
    return taken;
  }

  @Override
  public void opened(WebSocketConnection connection) {
    client = connection;
    if (ended.get()) {
      connection.close(RESTARTS, "");
    } else {
      ask();
    }
  }

  @Override
  public CompletionStage<?> text(String text) {
    return pass(message(WebSocketMessageKind.TEXT, Bytes.utf8(text)));
  }

  @Override
  public CompletionStage<?> binary(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return pass(message(WebSocketMessageKind.BINARY, Bytes.owning(copy)));
  }

  private static WebSocketMessage message(WebSocketMessageKind kind, Bytes data) {
    return WebSocketMessage.builder().kind(kind).data(data).build();
  }

  @Override
  public void closed(int code, String reason) {
    client = null;
    pass(
        WebSocketMessage.builder()
            .kind(WebSocketMessageKind.CLOSE)
            .closeCode(code <= 0 ? ABNORMAL : code)
            .closeReason(reason)
            .build());
    door.gone(this);
  }

  /** Has the client show that it is still there. */
  void ping() {
    WebSocketConnection connection = client;
    if (connection != null) {
      connection.ping();
    }
  }

  // From the plugin to the client.

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    fromPlugin = subscription;
    subscription.request(1);
  }

  private void ask() {
    Flow.Subscription from = fromPlugin;
    if (from != null) {
      from.request(1);
    }
  }

  @Override
  public void onNext(WebSocketFromPlugin sent) {
    if (answered.compareAndSet(false, true)) {
      answer(sent);
      return;
    }
    WebSocketConnection connection = client;
    Optional<WebSocketMessage> message = sent.message();
    if (message.isEmpty()) {
      door.failed("it has sent a message with nothing in it");
    }
    if (connection == null || message.isEmpty() || closedByPlugin) {
      ask();
      return;
    }
    Bytes data = message.get().data();
    switch (message.get().kind()) {
      case TEXT -> connection.send(data.toUtf8()).whenComplete((done, gone) -> ask());
      case BINARY -> connection.send(data.asByteBuffer()).whenComplete((done, gone) -> ask());
      case CLOSE -> {
        closedByPlugin = true;
        connection.close(code(message.get().closeCode()), reason(message.get().closeReason()));
        ask();
      }
      case UNSPECIFIED -> {
        door.failed("it has sent a message of a kind that there is not");
        ask();
      }
    }
  }

  private void answer(WebSocketFromPlugin sent) {
    ServeHttpResponseInit init = sent.init().orElse(null);
    if (init == null) {
      door.failed("its first message has no answer to the request");
      refuse(HostError.badGateway("plugin %s has failed to answer".formatted(pluginId)));
    } else if (init.statusCode() == SWITCHING_PROTOCOLS) {
      // More is asked for when the connection is there.
      door.accept(init.toBuilder().statusCode(OK).build(), this);
    } else {
      end();
      door.refuse(init, sent.message().map(WebSocketMessage::data).orElse(Bytes.EMPTY));
      door.gone(this);
    }
  }

  private static int code(int asked) {
    if (asked == 0 || asked == NO_CODE) {
      return NORMAL;
    }
    boolean sendable =
        asked == NORMAL
            || asked == 1001
            || asked == 1003
            || (asked >= 1007 && asked <= 1014)
            || (asked >= 3000 && asked <= 4999);
    return sendable ? asked : FAILED;
  }

  /** As much of a reason as a frame can hold, in whole characters. */
  private static String reason(String asked) {
    int end = 0;
    int bytes = 0;
    while (end < asked.length()) {
      int character = asked.codePointAt(end);
      bytes += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
      if (bytes > MOST_REASON_BYTES) {
        break;
      }
      end += Character.charCount(character);
    }
    return asked.substring(0, end);
  }

  @Override
  public void onError(Throwable failure) {
    boolean stopped = HostError.isOfAStop(failure);
    if (answered.compareAndSet(false, true)) {
      refuse(errorFor(failure, stopped));
      return;
    }
    if (!stopped && client != null) {
      door.failed("it has broken off a WebSocket: " + failure.getMessage());
    }
    over(stopped ? RESTARTS : FAILED, stopped ? "the plugin was stopped" : "the plugin has failed");
  }

  private HostError errorFor(Throwable failure, boolean stopped) {
    if (failure instanceof AppError error && error.statusCode() == NOT_IMPLEMENTED) {
      return HostError.notFound("plugin %s has no WebSockets".formatted(pluginId));
    }
    if (stopped) {
      return HostError.pluginStopped(pluginId);
    }
    door.failed("it has not answered: " + failure.getMessage());
    return HostError.badGateway("plugin %s has failed to answer".formatted(pluginId));
  }

  @Override
  public void onComplete() {
    if (answered.compareAndSet(false, true)) {
      door.failed("it has ended without an answer");
      refuse(HostError.badGateway("plugin %s has failed to answer".formatted(pluginId)));
      return;
    }
    over(FAILED, "the plugin has ended the connection without a word");
  }

  private void over(int code, String reason) {
    WebSocketConnection connection = client;
    end();
    if (connection != null && !closedByPlugin) {
      connection.close(code, reason);
    }
  }

  private void refuse(HostError error) {
    end();
    door.refuse(error);
    door.gone(this);
  }

  /** The plugin has not answered in time; does nothing where it has. */
  void late(HostError error) {
    if (answered.compareAndSet(false, true)) {
      refuse(error);
      cancel();
    }
  }

  /** Nothing comes of what was accepted: the client is gone. */
  void unreachable() {
    closed(ABNORMAL, "");
  }

  /** Wants no more of the plugin, which has been told that all is over. */
  void cancel() {
    end();
    Flow.Subscription from = fromPlugin;
    if (from != null) {
      from.cancel();
    }
  }

  /** Whatever waits for the plugin waits no longer. */
  private void end() {
    ended.set(true);
    noMore = true;
    turns.take();
  }
}
