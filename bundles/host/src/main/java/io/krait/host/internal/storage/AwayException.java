package io.krait.host.internal.storage;

/** The host cannot start as long as the database's server does not answer. */
public final class AwayException extends UnusableException {
  private static final long serialVersionUID = 1L;

  AwayException(String message) {
    super(message);
  }
}
