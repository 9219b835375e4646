package io.krait.host.internal.cluster;

import io.krait.api.AppError;

/** What is refused before anything is done. */
final class Addressing {

  private Addressing() {}

  /** There is no such node. */
  static AppError noNode(String id) {
    return AppError.of("app.cluster.node.app_error", "there is no node " + id, 404);
  }
}
