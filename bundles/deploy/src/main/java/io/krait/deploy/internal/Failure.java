package io.krait.deploy.internal;

import io.krait.api.FailureCause;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;

/** Why something asked of the manager went wrong. */
record Failure(Throwable cause) {

  /** Finds what has led to it all. */
  static Failure of(Throwable thrown) {
    return new Failure(FailureCause.of(thrown));
  }

  /** In one line, for an administrator. */
  String message() {
    return cause instanceof ManagementException ? cause.getMessage() : cause.toString();
  }

  boolean isUnknownPlugin() {
    return cause instanceof ManagementException known && known.problem() == Problem.UNKNOWN_PLUGIN;
  }
}
