package io.krait.supervisor.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What ended a plugin's process, as Python has told it in a traceback.
 *
 * @param error the exception and its text
 * @param file where it happened, in the plugin's folder if any of it did
 * @param line the line in there
 */
record PythonFailure(String error, Path file, int line) {

  private static final Pattern PLACE =
      Pattern.compile("  File \"(?<file>[^\"]{1,1000})\", line (?<line>\\d{1,9})(?:, in .*)?");
  private static final Pattern ERROR = Pattern.compile("[A-Za-z_][\\w.]{0,200}(?:: .*)?");

  /** The last one in the lines that a process has printed, if it is the last thing in there. */
  static Optional<PythonFailure> in(List<String> lines, Path folder) {
    Path place = null;
    int number = 0;
    boolean inFolder = false;
    boolean open = false;
    PythonFailure found = null;
    for (String line : lines) {
      Matcher matcher = PLACE.matcher(line);
      if (matcher.matches()) {
        if (!open) {
          inFolder = false;
        }
        open = true;
        Path file = Path.of(matcher.group("file"));
        boolean own = file.normalize().startsWith(folder);
        if (own || !inFolder) {
          place = file;
          number = Integer.parseInt(matcher.group("line"));
          inFolder = own;
        }
      } else if (open && place != null && ERROR.matcher(line).matches()) {
        found = new PythonFailure(line, place, number);
        open = false;
      }
    }
    return Optional.ofNullable(found);
  }

  /** On one line, the file as seen from {@code folder}. */
  String text(Path folder) {
    Path shown = file.normalize().startsWith(folder) ? folder.relativize(file.normalize()) : file;
    return "%s (%s, line %d)".formatted(error, shown, line);
  }
}
