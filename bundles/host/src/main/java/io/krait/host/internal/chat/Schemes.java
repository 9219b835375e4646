package io.krait.host.internal.chat;

import io.krait.api.AppError;
import java.util.Optional;

/**
 * Permission schemes of teams and channels. There is one, which all of them follow: the roles of
 * the server, which can be changed.
 */
public final class Schemes {

  private Schemes() {}

  /**
   * Refuses a team or a channel that wants a scheme of its own.
   *
   * @param id identifier of a scheme; empty for that of the server
   * @throws AppError with status 501
   */
  public static void refuse(Optional<String> id) {
    if (id.isPresent() && !id.get().isEmpty()) {
      throw notImplemented();
    }
  }

  /** Says that there are none. */
  public static AppError notImplemented() {
    return AppError.of(
        "api.scheme.not_implemented.app_error",
        "permission schemes of teams and channels are not implemented by this server: all follow"
            + " its roles, which PUT /api/v4/roles/<id>/patch changes",
        501);
  }
}
