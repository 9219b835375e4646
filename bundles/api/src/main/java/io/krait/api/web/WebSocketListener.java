package io.krait.api.web;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/**
 * Is told of one WebSocket. No two calls are made at once, and none may block: they are made by
 * threads of the container. The next message is taken from the network when the stage of the one
 * before is complete.
 */
public interface WebSocketListener {

  /** The connection is there. */
  void opened(WebSocketConnection connection);

  /** A text has come. Where the result fails, the connection ends with code 1011. */
  CompletionStage<?> text(String text);

  /** Bytes have come. Where the result fails, the connection ends with code 1011. */
  CompletionStage<?> binary(ByteBuffer bytes);

  /**
   * The connection is no more; called once, whoever ended it, if {@link #opened} was called.
   *
   * @param code why, as RFC 6455 has it; 1006 where the other side has just gone
   */
  void closed(int code, String reason);
}
