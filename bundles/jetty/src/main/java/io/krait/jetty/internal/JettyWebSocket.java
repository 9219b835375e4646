package io.krait.jetty.internal;

import io.krait.api.Nullable;
import io.krait.api.web.WebSocketConnection;
import io.krait.api.web.WebSocketListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Utf8StringBuilder;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;

/** One WebSocket of Jetty's: puts its frames together to messages, one after the other. */
final class JettyWebSocket implements FrameHandler, WebSocketConnection {

  private final WebSocketListener listener;
  private final Set<JettyWebSocket> open;
  private final BooleanSupplier ending;
  private final Object parts = new Object();
  private @Nullable CoreSession session;
  private @Nullable Utf8StringBuilder text;
  private @Nullable ByteArrayOutputStream bytes;

  /**
   * One that is not open yet.
   *
   * @param open where it is as long as it is open
   * @param ending whether those in {@code open} have been ended, or are just now
   */
  JettyWebSocket(WebSocketListener listener, Set<JettyWebSocket> open, BooleanSupplier ending) {
    this.listener = listener;
    this.open = open;
    this.ending = ending;
  }

  @Override
  public void onOpen(CoreSession opened, Callback callback) {
    session = opened;
    open.add(this);
    callback.succeeded();
    listener.opened(this);
    opened.demand();
    if (ending.getAsBoolean()) {
      // Whoever ends all may have looked just before this one was there.
      close(JettyWebSockets.GOING_AWAY, JettyWebSockets.STOPPING);
    }
  }

  @Override
  public void onFrame(Frame frame, Callback callback) {
    switch (frame.getOpCode()) {
      case OpCode.CLOSE -> callback.succeeded();
      case OpCode.PING ->
          session.sendFrame(
              new Frame(OpCode.PONG, BufferUtil.copy(frame.getPayload())),
              Callback.from(() -> next(callback), callback::failed),
              false);
      case OpCode.PONG -> next(callback);
      default -> {
        try {
          data(frame, callback);
        } catch (RuntimeException | IOException failure) {
          callback.failed(failure);
        }
      }
    }
  }

  private void next(Callback callback) {
    callback.succeeded();
    session.demand();
  }

  private void data(Frame frame, Callback callback) throws IOException {
    if (frame.getOpCode() == OpCode.TEXT) {
      text = new Utf8StringBuilder();
    } else if (frame.getOpCode() == OpCode.BINARY) {
      bytes = new ByteArrayOutputStream();
    }
    ByteBuffer payload = frame.getPayload();
    if (text != null) {
      check(text.length() + payload.remaining(), session.getMaxTextMessageSize());
      text.append(payload);
    } else if (bytes != null) {
      check(bytes.size() + payload.remaining(), session.getMaxBinaryMessageSize());
      BufferUtil.writeTo(payload, bytes);
    }
    if (frame.isFin()) {
      take(callback);
    } else {
      next(callback);
    }
  }

  private static void check(long size, long largest) {
    if (size > largest) {
      throw new MessageTooLargeException("a message has at most " + largest + " bytes here");
    }
  }

  private void take(Callback callback) {
    CompletionStage<?> taken;
    if (text != null) {
      String message = text.takeCompleteString(BadPayloadException.InvalidUtf8::new);
      text = null;
      taken = listener.text(message);
    } else {
      ByteBuffer message = ByteBuffer.wrap(bytes.toByteArray());
      bytes = null;
      taken = listener.binary(message);
    }
    taken.whenComplete(
        (done, failure) -> {
          if (failure == null) {
            next(callback);
          } else {
            callback.failed(failure);
          }
        });
  }

  @Override
  public void onError(Throwable failure, Callback callback) {
    // What follows is that the connection is closed.
    callback.succeeded();
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    open.remove(this);
    try {
      listener.closed(status.getCode(), status.getReason() == null ? "" : status.getReason());
    } finally {
      callback.succeeded();
    }
  }

  @Override
  public CompletionStage<Void> send(String message) {
    return send(OpCode.TEXT, ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public CompletionStage<Void> send(ByteBuffer message) {
    return send(OpCode.BINARY, message.slice());
  }

  /** Divided as it must be: Jetty does that only where it takes frames of any size, too. */
  private CompletionStage<Void> send(byte kind, ByteBuffer message) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    int most = Math.toIntExact(session.getMaxFrameSize());
    byte next = kind;
    // The parts of one message follow one another.
    synchronized (parts) {
      while (message.remaining() > most) {
        ByteBuffer part = message.slice(message.position(), most);
        message.position(message.position() + most);
        session.sendFrame(new Frame(next, false, part), Callback.NOOP, false);
        next = OpCode.CONTINUATION;
      }
      session.sendFrame(
          new Frame(next, true, message),
          Callback.from(() -> sent.complete(null), sent::completeExceptionally),
          false);
    }
    return sent;
  }

  @Override
  public void ping() {
    session.sendFrame(new Frame(OpCode.PING), Callback.NOOP, false);
  }

  @Override
  public void close(int code, String reason) {
    session.close(code, reason, Callback.NOOP);
  }

  @Override
  public void abort() {
    session.abort();
  }
}
