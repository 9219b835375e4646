package io.krait.webconsole.internal;

import io.krait.api.management.ManagementException;

/** A request cannot be done. The message is one line for an administrator. */
final class ApiFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String problem;

  /**
   * A failure.
   *
   * @param status the HTTP status
   * @param problem what it is, for the page
   */
  ApiFailure(int status, String problem, String message) {
    super(message);
    this.status = status;
    this.problem = problem;
  }

  private ApiFailure(int status, String problem, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
    this.problem = problem;
  }

  /** What the manager of plugins has to say. */
  static ApiFailure of(ManagementException failure) {
    int status =
        switch (failure.problem()) {
          case UNKNOWN_PLUGIN -> 404;
          case INVALID -> 400;
          case CONFLICT -> 409;
          case START_FAILED -> 422;
          case SYSTEM -> 500;
        };
    return new ApiFailure(
        status, failure.problem().name(), Excerpt.line(failure.getMessage()), failure);
  }

  /** The request is not as it must be. */
  static ApiFailure invalid(String message) {
    return new ApiFailure(400, "INVALID", message);
  }

  /** There is nothing at an address. */
  static ApiFailure nothingAt(String address) {
    return new ApiFailure(404, "INVALID", "there is no " + Excerpt.line(address) + " here");
  }

  int status() {
    return status;
  }

  String problem() {
    return problem;
  }
}
