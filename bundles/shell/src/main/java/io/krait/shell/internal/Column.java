package io.krait.shell.internal;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param width how it takes part when the table is wider than the terminal
 * @param cell its text for a row
 */
record Column<T>(String title, Width width, Function<T, String> cell) {

  /** What happens to a column when there is too little room. */
  enum Width {
    /** It is never cut. */
    FIXED,
    /** It is never cut, and stands to the right, as numbers do. */
    NUMBER,
    /** It is cut, the widest first. */
    ELASTIC
  }

  static <T> Column<T> fixed(String title, Function<T, String> cell) {
    return new Column<>(title, Width.FIXED, cell);
  }

  static <T> Column<T> number(String title, Function<T, String> cell) {
    return new Column<>(title, Width.NUMBER, cell);
  }

  static <T> Column<T> elastic(String title, Function<T, String> cell) {
    return new Column<>(title, Width.ELASTIC, cell);
  }
}
