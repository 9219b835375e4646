package io.krait.supervisor.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Waits for the handshake among the lines that a plugin prints. Other lines before it are let pass,
 * as a library may print one when it is loaded, and named when no handshake comes.
 */
final class HandshakeReader {

  private static final int NAMED_LINES = 3;

  private final boolean lane;
  private final CompletableFuture<Handshake> result = new CompletableFuture<>();
  private final List<String> strays = new ArrayList<>();
  private int strayCount;

  /**
   * Waits for the handshake.
   *
   * @param lane whether the plugin was offered the lane
   */
  HandshakeReader(boolean lane) {
    this.lane = lane;
  }

  /** The handshake; fails with a {@link HandshakeException}. */
  CompletableFuture<Handshake> result() {
    return result;
  }

  /**
   * Takes a line of the standard output.
   *
   * @return whether it was the handshake, well-formed or not; if not it is ordinary output
   */
  synchronized boolean offer(String line) {
    if (result.isDone()) {
      return false;
    }
    if (!Handshake.isMeantBy(line)) {
      if (!line.isBlank()) {
        strayCount++;
        if (strays.size() < NAMED_LINES) {
          strays.add(Quotes.quote(line));
        }
      }
      return false;
    }
    try {
      result.complete(Handshake.parse(line, lane));
    } catch (HandshakeException e) {
      result.completeExceptionally(e);
    }
    return true;
  }

  /**
   * The time for the handshake is over.
   *
   * @return whether that was news
   */
  synchronized boolean expire(Duration limit) {
    return fail(
        "it has not printed its handshake within %s%s; see its output, or allow it more time"
            .formatted(Durations.text(limit), instead()));
  }

  /**
   * The process has ended, and all that it has printed was offered.
   *
   * @return whether that was news
   */
  synchronized boolean end(int exitCode, String lastLine) {
    return fail(
        "it has ended with %s before its handshake%s; %s"
            .formatted(
                ExitCodes.text(exitCode),
                instead(),
                lastLine.isBlank()
                    ? "run the script by hand to see why"
                    : "its last line is " + Quotes.quote(lastLine)));
  }

  /** Nobody waits any more. */
  synchronized void abandon(String why) {
    fail(why);
  }

  private boolean fail(String problem) {
    return result.completeExceptionally(new HandshakeException(problem));
  }

  private String instead() {
    if (strayCount == 0) {
      return "";
    }
    return " but "
        + String.join(", ", strays)
        + (strayCount > strays.size()
            ? " and %d more lines".formatted(strayCount - strays.size())
            : "");
  }
}
