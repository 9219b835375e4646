package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads what nobody wanted of a request's body before the answer goes out. A server must close a
 * connection on which the rest of a body is still to come, and the client's next request, sent at
 * that moment, would be lost with it.
 */
@PreMatching
public final class UnreadBodies implements ContainerRequestFilter, ContainerResponseFilter {

  /** Closing the connection is cheaper than taking in more than this, in bytes. */
  private static final int MOST = 64 << 10;

  // Later the request no longer gives it out, as whoever reads a body closes it.
  private static final String BODY = UnreadBodies.class.getName() + ".body";

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(BODY, request.getEntityStream());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(BODY) instanceof InputStream body) {
      read(body, MOST, request.getHeaderString("Expect"));
    }
  }

  /**
   * Reads on, and forgets what comes.
   *
   * @param most how much at most, in bytes
   * @param expect what the request says it expects, if anything
   */
  static void read(InputStream body, long most, @Nullable String expect) {
    if (expect != null) {
      // Who asks before sending is spared the sending by the answer.
      return;
    }
    byte[] buffer = new byte[(int) Math.min(most, MOST)];
    try {
      int count = 0;
      for (long read = 0; read < most && count >= 0; read += count) {
        count = body.read(buffer);
      }
    } catch (IOException e) {
      // No more will come of the body, which is no reason to keep the answer back.
    }
  }
}
