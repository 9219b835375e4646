package io.krait.host.internal.chat;

import io.krait.api.AppError;

/**
 * Which part of a long list is wanted.
 *
 * @param limit how many entries at most
 * @param offset how many entries are left out before them
 */
public record Page(int limit, long offset) {

  private static final int USUAL = 60;
  private static final int LARGEST = 1000;

  /**
   * A page as callers name it: counted from 0, of the usual size where none is given.
   *
   * @throws AppError with status 400 where there is no such page or it is too large
   */
  public static Page of(int page, int perPage) {
    if (page < 0 || perPage < 0 || perPage > LARGEST) {
      throw AppError.of(
          "api.context.invalid_url_param.app_error",
          "no page %d of %d entries: pages count from 0 and have at most %d"
              .formatted(page, perPage, LARGEST),
          400);
    }
    int limit = perPage == 0 ? USUAL : perPage;
    return new Page(limit, (long) page * limit);
  }
}
