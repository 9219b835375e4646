package io.krait.host.internal.cluster;

/** The database could not be asked, or did not answer; what it was to do may be done. */
final class StoreException extends Exception {
  private static final long serialVersionUID = 1L;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
