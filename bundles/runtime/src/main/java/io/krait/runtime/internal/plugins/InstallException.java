package io.krait.runtime.internal.plugins;

/** A plugin cannot be installed or removed; the message says why, for an administrator. */
public final class InstallException extends Exception {

  private static final long serialVersionUID = 1L;

  InstallException(String message) {
    super(message);
  }

  InstallException(String message, Throwable cause) {
    super(message, cause);
  }
}
