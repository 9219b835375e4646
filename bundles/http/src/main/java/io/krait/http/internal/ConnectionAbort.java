package io.krait.http.internal;

import io.krait.api.Nullable;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;

/**
 * Breaks an answer off, so that a client does not take a part of it for the whole. Servlets have no
 * way to say so; Jetty's is an error with the status -1.
 */
final class ConnectionAbort {

  private static final System.Logger LOG = System.getLogger(ConnectionAbort.class.getName());
  private static final int ABORT = -1;

  private ConnectionAbort() {}

  /**
   * Whether an answer of unknown length must ask for chunks: Jetty lets the end of a connection be
   * the end of its last answer, and then nobody sees that it was broken off.
   */
  static boolean wantsChunks(HttpServletRequest request, HttpServletResponse response) {
    return request.getProtocol().equals("HTTP/1.1") && ofJetty(response) != null;
  }

  /** Breaks off; false where the server does not know how. */
  static boolean abort(HttpServletResponse response) {
    HttpServletResponse jetty = ofJetty(response);
    if (jetty == null) {
      LOG.log(
          Level.WARNING,
          "cannot break off an answer in this server: the client will take it for complete");
      return false;
    }
    try {
      jetty.sendError(ABORT);
      return true;
    } catch (IOException | RuntimeException gone) {
      LOG.log(Level.DEBUG, "the server has ended an answer itself", gone);
      return false;
    }
  }

  /** Jetty's own object for an answer; null in other servers. */
  private static @Nullable HttpServletResponse ofJetty(HttpServletResponse response) {
    ServletResponse inner = response;
    while (inner instanceof ServletResponseWrapper wrapper) {
      inner = wrapper.getResponse();
    }
    return inner instanceof HttpServletResponse found
            && found.getClass().getName().startsWith("org.eclipse.jetty.")
        ? found
        : null;
  }
}
