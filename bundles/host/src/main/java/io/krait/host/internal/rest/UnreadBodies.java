package io.krait.host.internal.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Reads what nobody wanted of a request's body before the answer goes out. A server must close a
 * connection on which the rest of a body is still to come, and the client's next request, sent at
 * that moment, would be lost with it; most clients look at an answer when they have sent all.
 */
@PreMatching
public final class UnreadBodies implements ContainerRequestFilter, ContainerResponseFilter {

  /** Closing the connection is cheaper than having a thread wait for longer than that. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int PIECE = 64 << 10;

  // Later the request no longer gives it out, as whoever reads a body closes it.
  private static final String BODY = UnreadBodies.class.getName() + ".body";

  private final long most;

  /**
   * Reads so much that whatever is accepted somewhere can be refused.
   *
   * @param most how much at most, in bytes
   */
  UnreadBodies(long most) {
    this.most = most;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(BODY, request.getEntityStream());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    // Who asks before sending is spared the sending by the answer.
    if (request.getHeaderString("Expect") == null
        && request.getProperty(BODY) instanceof InputStream body) {
      forget(body);
    }
  }

  private void forget(InputStream body) {
    byte[] waste = new byte[PIECE];
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      int count = 0;
      for (long read = 0; read < most && count >= 0; read += count) {
        if (System.nanoTime() - end > 0) {
          return;
        }
        count = body.read(waste);
      }
    } catch (IOException e) {
      // No more will come of the body, which is no reason to keep the answer back.
    }
  }
}
