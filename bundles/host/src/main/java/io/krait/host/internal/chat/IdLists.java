package io.krait.host.internal.chat;

import io.krait.api.AppError;
import java.util.Collection;

/** How much can be named in one request. */
public final class IdLists {

  /** A statement with more of them takes longer than anybody should be waited for. */
  private static final int MOST = 10_000;

  private IdLists() {}

  /**
   * Gives a list back that is not too long.
   *
   * @param field what it is, for the error
   * @throws AppError with status 400 where it is too long
   */
  public static <C extends Collection<?>> C bounded(String field, C list) {
    if (list.size() > MOST) {
      throw AppError.of(
          "api.context.invalid_body_param.app_error",
          "%s names %d, and at most %d can be named at once".formatted(field, list.size(), MOST),
          400);
    }
    return list;
  }
}
