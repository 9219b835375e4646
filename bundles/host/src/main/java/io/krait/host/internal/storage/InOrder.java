package io.krait.host.internal.storage;

import io.krait.api.Nullable;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads the columns of a row one after the other, as a query selects them. To look each up by its
 * name takes longer than the database needs to find the row, which matters where there are many.
 * Not safe for use from several threads.
 */
public final class InOrder {

  private final ResultSet row;
  private int column;

  /** Begins with the first column. */
  public InOrder(ResultSet row) {
    this.row = row;
  }

  /** The next column, which is a text and never null. */
  public String text() throws SQLException {
    return row.getString(++column);
  }

  /** The next column, which is a text or null. */
  public @Nullable String textOrNull() throws SQLException {
    return row.getString(++column);
  }

  /** The next column, which is a number. */
  public long number() throws SQLException {
    return row.getLong(++column);
  }

  /** The next column, which is true or false. */
  public boolean flag() throws SQLException {
    return row.getBoolean(++column);
  }
}
