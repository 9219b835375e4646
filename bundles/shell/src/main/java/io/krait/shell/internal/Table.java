package io.krait.shell.internal;

import io.krait.api.VisibleText;
import io.krait.shell.internal.Column.Width;
import java.util.ArrayList;
import java.util.List;

/** Rows and columns as text: a line for each row, cut to the width of the terminal. */
final class Table<T> {
  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final List<Column<T>> columns;
  private final List<List<String>> lines = new ArrayList<>();

  Table(List<Column<T>> columns, List<T> rows) {
    this.columns = columns;
    lines.add(columns.stream().map(Column::title).toList());
    for (T row : rows) {
      lines.add(
          columns.stream().map(column -> VisibleText.line(column.cell().apply(row))).toList());
    }
  }

  /** The table, without a line break at its end. */
  String text(int terminalWidth) {
    int[] widths = widths(terminalWidth);
    var text = new StringBuilder();
    for (List<String> line : lines) {
      var cells = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        cells.append(i == 0 ? "" : GAP).append(cell(line.get(i), widths[i], columns.get(i)));
      }
      text.append(text.isEmpty() ? "" : "\n").append(cells.toString().stripTrailing());
    }
    return text.toString();
  }

  private int[] widths(int terminalWidth) {
    int[] widths = new int[columns.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], length(line.get(i)));
      }
    }
    long tooWide = -terminalWidth + (long) GAP.length() * (widths.length - 1);
    for (int width : widths) {
      tooWide += width;
    }
    for (; tooWide > 0; tooWide--) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (columns.get(i).width() == Width.ELASTIC
            && widths[i] > NARROWEST
            && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static String cell(String text, int width, Column<?> column) {
    int length = length(text);
    if (length > width) {
      return text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }
    String padding = " ".repeat(width - length);
    return column.width() == Width.NUMBER ? padding + text : text + padding;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
