package io.krait.jetty.internal;

import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * Sends who asks for a path with several slashes in a row to the one with single ones, as the
 * field's server does; clients that put addresses together ask so. No servlet sees such a path, as
 * none could tell which of the two is meant.
 */
final class SingleSlashes {

  private SingleSlashes() {}

  /** Answers a request whose path has several slashes in a row, and says whether it did. */
  static boolean answered(Request request, HttpServletResponse response) {
    String path = request.getHttpURI().getPath();
    if (path == null || !path.contains("//")) {
      return false;
    }
    // One slash at the beginning: two would name another server, and so would a slash and what
    // browsers take for one, or leave out.
    String clean = path.replaceAll("/{2,}", "/");
    if (!clean.startsWith("/") || !clean.chars().allMatch(SingleSlashes::isPlain)) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return true;
    }
    String query = request.getHttpURI().getQuery();
    response.setStatus(
        HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod())
            ? HttpServletResponse.SC_MOVED_PERMANENTLY
            : HttpServletResponse.SC_PERMANENT_REDIRECT);
    response.setHeader("Location", query == null ? clean : clean + '?' + query);
    response.setContentLength(0);
    return true;
  }

  private static boolean isPlain(int character) {
    return character > ' ' && character < 0x7f && character != '\\';
  }
}
