package io.krait.http.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.osgi.service.servlet.whiteboard.annotations.RequireHttpWhiteboard;

/**
 * Tells a client that its body is not what HTTP allows. A servlet that reads it only sees that
 * reading fails, and the server takes that for a fault of its own.
 */
@Component(service = Preprocessor.class)
@RequireHttpWhiteboard
public final class BadBodyAnswers implements Preprocessor {

  private static final int NOT_IMPLEMENTED = 501;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest asked)
        || !(response instanceof HttpServletResponse answer)) {
      chain.doFilter(request, response);
      return;
    }
    for (String coding : Collections.list(asked.getHeaders("Transfer-Encoding"))) {
      if (!coding.strip().equalsIgnoreCase("chunked")) {
        // The server would hand over the body as it comes.
        refuse(answer, NOT_IMPLEMENTED, "the only transfer coding that is known here is chunked");
        return;
      }
    }
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException failure) {
      if (answer.isCommitted() || asked.isAsyncStarted() || !BadBody.isToBlame(failure)) {
        throw failure;
      }
      refuse(
          answer,
          BadBody.status(failure),
          "the body of the request is not what HTTP allows, or has broken off, or comes too"
              + " slowly");
    }
  }

  private static void refuse(HttpServletResponse answer, int status, String why)
      throws IOException {
    answer.resetBuffer();
    answer.setStatus(status);
    answer.setHeader("Connection", "close");
    answer.setContentType("text/plain;charset=utf-8");
    byte[] text = (why + "\n").getBytes(StandardCharsets.UTF_8);
    answer.setContentLength(text.length);
    answer.getOutputStream().write(text);
  }
}
