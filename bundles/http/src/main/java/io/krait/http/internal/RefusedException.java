package io.krait.http.internal;

/** A request, or an answer, that is not passed on; its error is sent instead. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient HostError error;

  RefusedException(HostError error) {
    super(error.message());
    this.error = error;
  }

  HostError error() {
    return error;
  }
}
