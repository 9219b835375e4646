package io.krait.host.internal.storage;

import java.sql.SQLException;
import java.util.Locale;

/** A value that must be unique is there already. */
public final class DuplicateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DuplicateException(SQLException cause) {
    super(cause.getMessage(), cause);
  }

  /** Whether it was this constraint that refused the value. */
  public boolean isOf(String constraint) {
    return getMessage().toLowerCase(Locale.ROOT).contains(constraint);
  }
}
