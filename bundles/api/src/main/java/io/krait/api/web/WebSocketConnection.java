package io.krait.api.web;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/** One WebSocket, as the server sees it. Safe for use from any thread; nothing in it blocks. */
public interface WebSocketConnection {

  /**
   * Sends a text. Messages go out in the order of the calls.
   *
   * @return completes when the network has taken it; fails where the connection is no more, or too
   *     much waits for this client already
   */
  CompletionStage<Void> send(String text);

  /** Sends bytes, as {@link #send(String)} sends a text. */
  CompletionStage<Void> send(ByteBuffer bytes);

  /** Asks the other side for a sign of life, which keeps the connection from being idle. */
  void ping();

  /** Ends the connection, after what was sent before. */
  void close(int code, String reason);

  /** Ends the connection at once. */
  void abort();
}
