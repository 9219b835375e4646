package io.krait.front.internal;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers what nobody else does: that there is no such page, and where there is one. */
final class MissingServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient PageFiles files;

  MissingServlet(PageFiles files) {
    this.files = files;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(files, response);
  }

  /** Says that there is no such page. */
  static void answer(PageFiles files, HttpServletResponse response) throws IOException {
    PageFiles.PageFile page = files.find("missing.html");
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    if (page != null) {
      FrontServlet.protect(response);
      response.setHeader("Cache-Control", "no-store");
      response.setContentType(page.type());
      response.setContentLength(page.content().length);
      response.getOutputStream().write(page.content());
    }
  }
}
