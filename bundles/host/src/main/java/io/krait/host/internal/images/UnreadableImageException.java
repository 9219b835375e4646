package io.krait.host.internal.images;

/** Says that a content is no picture that is decoded here: another kind, broken, or too large. */
public final class UnreadableImageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** For a reason that a person reads. */
  public UnreadableImageException(String reason) {
    super(reason);
  }

  UnreadableImageException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
