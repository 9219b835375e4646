package io.krait.protocol.convert;

/**
 * A message that protobuf can read but that the contract does not allow. Its message says which
 * part of which message, and why.
 */
public final class MalformedMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedMessageException(String message) {
    super(message);
  }
}
