package io.krait.host.internal.storage;

/**
 * The host cannot start as it is set up. The message says all there is to say, in one line, so that
 * no stack hides it in the log.
 */
public class UnusableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableException(String message) {
    super(message, null, false, false);
  }
}
