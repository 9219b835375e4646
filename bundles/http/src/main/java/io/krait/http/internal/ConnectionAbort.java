package io.krait.http.internal;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
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

  /** Breaks off; false where the server does not know how. */
  static boolean abort(HttpServletResponse response) {
    ServletResponse inner = response;
    while (inner instanceof ServletResponseWrapper wrapper) {
      inner = wrapper.getResponse();
    }
    if (!inner.getClass().getName().startsWith("org.eclipse.jetty.")
        || !(inner instanceof HttpServletResponse jetty)) {
      LOG.log(
          Level.WARNING,
          "cannot break off an answer in this server ({0}): the client will take it for complete",
          inner.getClass().getName());
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
}
