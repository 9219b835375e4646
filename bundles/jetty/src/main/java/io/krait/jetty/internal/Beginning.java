package io.krait.jetty.internal;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * Has nobody told that there is no such page while the parts that have the pages are still being
 * started, or are stopped already: a balancer would pass that on to clients, who take it for the
 * last word. The launcher says by a property of the framework when all is there; where nobody does,
 * nothing is changed.
 */
final class Beginning {

  /** The start level with which all is there. */
  static final String LEVEL = "krait.start.level";

  private static final byte[] TEXT =
      """
      {"id":"api.context.starting.app_error",\
      "message":"the server is starting or stopping; try again soon",\
      "detailed_error":"","request_id":"","status_code":503}"""
          .getBytes(StandardCharsets.UTF_8);

  private final int all;
  private final IntSupplier reached;

  /**
   * The beginning of a server.
   *
   * @param all the start level with which all is there; 0 where nobody knows
   * @param reached the start level by now
   */
  Beginning(int all, IntSupplier reached) {
    this.all = all;
    this.reached = reached;
  }

  /** The beginning of this framework. */
  static Beginning of(BundleContext context) {
    String level = context.getProperty(LEVEL);
    FrameworkStartLevel levels = context.getBundle(0).adapt(FrameworkStartLevel.class);
    return new Beginning(level == null ? 0 : Integer.parseInt(level), levels::getStartLevel);
  }

  /** The response as it is to be used: the same, once all is there. */
  HttpServletResponse seen(HttpServletResponse response) {
    return reached.getAsInt() < all ? new Early(response) : response;
  }

  /** Says of what is not there that it is not there yet. */
  private static final class Early extends HttpServletResponseWrapper {

    Early(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
      if (status == SC_NOT_FOUND) {
        answer();
      } else {
        super.sendError(status);
      }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      if (status == SC_NOT_FOUND) {
        answer();
      } else {
        super.sendError(status, message);
      }
    }

    private void answer() throws IOException {
      resetBuffer();
      setStatus(SC_SERVICE_UNAVAILABLE);
      setHeader("Retry-After", "2");
      setHeader("X-Content-Type-Options", "nosniff");
      setContentType("application/json");
      setContentLength(TEXT.length);
      getOutputStream().write(TEXT);
      flushBuffer();
    }
  }
}
