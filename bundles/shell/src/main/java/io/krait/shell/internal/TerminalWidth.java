package io.krait.shell.internal;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Process;

/** How wide what a command shows may be, in characters. */
final class TerminalWidth {
  static final int UNKNOWN = 80;
  static final int WITHOUT_LIMIT = Integer.MAX_VALUE;

  private TerminalWidth() {}

  /** Without a limit where the text goes into a pipe or a file, so that nothing is lost there. */
  static int of(CommandSession session) {
    Process process = Process.Utils.current();
    if (process != null && !process.isTty(1)) {
      return WITHOUT_LIMIT;
    }
    int width = number(session.get("COLUMNS"));
    if (width <= 0) {
      width = ofJLine(session.get(".terminal"));
    }
    if (width <= 0) {
      width = number(System.getenv("COLUMNS"));
    }
    return width <= 0 ? UNKNOWN : width;
  }

  private static int number(Object value) {
    if (value instanceof Number number) {
      return number.intValue();
    }
    if (value instanceof CharSequence text && text.toString().matches("[0-9]{1,5}")) {
      return Integer.parseInt(text.toString());
    }
    return 0;
  }

  // By reflection, as JLine may be there or not, and inside of another bundle.
  private static int ofJLine(Object terminal) {
    if (terminal == null) {
      return 0;
    }
    try {
      return number(terminal.getClass().getMethod("getWidth").invoke(terminal));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return 0;
    }
  }
}
