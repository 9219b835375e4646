package io.krait.shell.internal;

import java.util.AbstractList;
import java.util.List;

/** What a command returns: for scripts a list, for people a table. */
public final class Listing<T> extends AbstractList<T> {
  private final List<T> rows;
  private final List<Column<T>> columns;
  private final String ifEmpty;

  /**
   * A list with a table.
   *
   * @param ifEmpty what is shown in place of a table without rows
   */
  Listing(List<T> rows, List<Column<T>> columns, String ifEmpty) {
    this.rows = List.copyOf(rows);
    this.columns = List.copyOf(columns);
    this.ifEmpty = ifEmpty;
  }

  @Override
  public T get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }

  /** The table, without a line break at its end. */
  String text(int terminalWidth) {
    return rows.isEmpty() ? ifEmpty : new Table<>(columns, rows).text(terminalWidth);
  }
}
