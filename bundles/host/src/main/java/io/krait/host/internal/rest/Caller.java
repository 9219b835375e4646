package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.model.Session;
import io.krait.api.model.User;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * Who makes a request.
 *
 * @param user the user
 * @param session by which session
 */
record Caller(User user, Session session) implements Principal {

  /** Stands for the caller in paths. */
  private static final String ME = "me";

  /**
   * The caller of a request.
   *
   * @throws AppError with status 401 where nobody is logged in
   */
  static Caller of(SecurityContext security) {
    if (security.getUserPrincipal() instanceof Caller caller) {
      return caller;
    }
    throw expired();
  }

  /** Whether anybody is logged in. */
  static boolean isKnown(SecurityContext security) {
    return security.getUserPrincipal() instanceof Caller;
  }

  static AppError expired() {
    return AppError.of(
        "api.context.session_expired.app_error",
        "there is no session, or it has expired; please log in",
        401);
  }

  String id() {
    return user.id();
  }

  /** The identifier that a path means. */
  String resolve(String userId) {
    return userId.equals(ME) ? id() : userId;
  }

  @Override
  public String getName() {
    return user.id();
  }
}
