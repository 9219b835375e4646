package io.krait.runtime.internal.plugins;

/** A plugin cannot be installed or removed; the message says why, for an administrator. */
public final class InstallException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean conflict;

  InstallException(String message) {
    this(message, false);
  }

  InstallException(String message, boolean conflict) {
    super(message);
    this.conflict = conflict;
  }

  InstallException(String message, Throwable cause) {
    super(message, cause);
    conflict = false;
  }

  /** Whether nothing is wrong with the plugin, but it does not go together with what is there. */
  public boolean isConflict() {
    return conflict;
  }
}
