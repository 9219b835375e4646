package io.krait.host.internal.storage;

import java.sql.SQLException;

/** Carries a database's failure out of a piece of work to the transaction around it. */
final class SqlFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SqlFailure(SQLException cause) {
    super(cause);
  }

  @Override
  public synchronized SQLException getCause() {
    return (SQLException) super.getCause();
  }
}
