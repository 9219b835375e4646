package io.krait.front.internal;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The page at the server's address. It is files and nothing else: everything that it knows it asks
 * for by the API, as any other client.
 */
final class FrontServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Nothing but what comes from this server, no script or style within markup, in no frame. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** What browsers ask for where a page names no icon. */
  static final String ICON = "/favicon.ico";

  private final transient PageFiles files;

  FrontServlet(PageFiles files) {
    this.files = files;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PageFiles.PageFile file = files.find(name(request));
    if (file == null) {
      MissingServlet.answer(files, response);
      return;
    }
    protect(response);
    // Asked for each time, so that all scripts are of one version; sent when they are another.
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("ETag", file.tag());
    if (file.tag().equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(file.type());
    response.setContentLength(file.content().length);
    response.getOutputStream().write(file.content());
  }

  /** Says what browsers may do with a page of this bundle. */
  static void protect(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  }

  private static String name(HttpServletRequest request) {
    if (request.getServletPath().equals(ICON)) {
      return ICON.substring(1);
    }
    String path = request.getPathInfo();
    return request.getServletPath().isEmpty() || path == null ? "index.html" : path.substring(1);
  }
}
