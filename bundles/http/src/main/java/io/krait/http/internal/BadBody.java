package io.krait.http.internal;

import io.krait.api.Nullable;

/**
 * Tells whether a failure is the client's, as its body was not what HTTP allows. Servlets have no
 * name for it; this knows those that Jetty gives.
 */
final class BadBody {

  private static final String BAD = "org.eclipse.jetty.http.BadMessageException";
  private static final String BROKEN = "org.eclipse.jetty.io.EofException";
  private static final int BAD_REQUEST = 400;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int MOST_CAUSES = 20;

  private BadBody() {}

  /** Whether the failure, or what has caused it, is of that kind. */
  static boolean isToBlame(@Nullable Throwable failure) {
    return find(failure, BAD) || find(failure, BROKEN);
  }

  /** The status of the answer: 400, or 408 where it came too slowly. */
  static int status(Throwable failure) {
    return find(failure, BAD) && String.valueOf(failure).contains(REQUEST_TIMEOUT + ":")
        ? REQUEST_TIMEOUT
        : BAD_REQUEST;
  }

  private static boolean find(@Nullable Throwable failure, String name) {
    Throwable cause = failure;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      for (Class<?> type = cause.getClass(); type != null; type = type.getSuperclass()) {
        if (type.getName().equals(name)) {
          return true;
        }
      }
      cause = cause.getCause();
    }
    return false;
  }
}
