package io.krait.supervisor.internal;

import io.krait.api.Nullable;
import io.krait.supervisor.OutputRecord;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Makes records of lines: those of a traceback, and those that are indented, belong to what is
 * before them. A record is held back until it is known to be whole. Not safe for use from several
 * threads.
 */
final class RecordGrouper {

  private static final String TRACEBACK = "Traceback (most recent call last):";
  private static final String GROUP_TRACEBACK = "  + Exception Group Traceback";
  private static final Pattern PLACE = Pattern.compile("  File \"[^\"]+\", line \\d+");
  private static final int MAX_LINES = 500;
  private static final int MAX_CHARACTERS = 64 << 10;

  private enum Place {
    /** After a line that has no traceback. */
    PLAIN,
    /** Between the first line of a traceback and the one that names the exception. */
    IN_TRACEBACK,
    /** After the latter: another traceback may follow, which the first one has caused. */
    AFTER_TRACEBACK
  }

  private final Consumer<OutputRecord> sink;
  private final StringBuilder text = new StringBuilder();
  private int lines;
  private Place place = Place.PLAIN;
  private @Nullable OutputRecord first;

  RecordGrouper(Consumer<OutputRecord> sink) {
    this.sink = sink;
  }

  void add(String line) {
    if (lines > 0
        && (!continues(line)
            || lines == MAX_LINES
            || text.length() + line.length() > MAX_CHARACTERS)) {
      flush();
    }
    if (lines == 0) {
      if (line.isBlank()) {
        return;
      }
      Optional<OutputRecord> parsed = RecordParser.parse(line);
      first = parsed.orElse(null);
      text.append(parsed.map(OutputRecord::message).orElse(line));
    } else {
      text.append('\n').append(line);
    }
    lines++;
    place = placeAfter(line);
  }

  /** Passes on what is held back. */
  void flush() {
    if (lines == 0) {
      return;
    }
    String message = text.toString().stripTrailing();
    OutputRecord record =
        first != null
            ? new OutputRecord(first.level(), first.source(), message, first.fields())
            : new OutputRecord(
                place == Place.PLAIN ? Level.INFO : Level.ERROR, "", message, Map.of());
    text.setLength(0);
    // One huge record must not take its room for ever.
    text.trimToSize();
    lines = 0;
    first = null;
    place = Place.PLAIN;
    sink.accept(record);
  }

  private boolean continues(String line) {
    boolean indented = line.startsWith(" ") || line.startsWith("\t");
    return switch (place) {
      case PLAIN ->
          (indented && (first != null || !isPlace(line))) || (first != null && isTraceback(line));
      case IN_TRACEBACK -> true;
      case AFTER_TRACEBACK ->
          indented
              || line.isEmpty()
              || isTraceback(line)
              || line.startsWith("During handling of the above exception")
              || line.startsWith("The above exception was the direct cause");
    };
  }

  private Place placeAfter(String line) {
    if (isTraceback(line) || (lines == 1 && isPlace(line))) {
      return Place.IN_TRACEBACK;
    }
    boolean ends = !line.isBlank() && !line.startsWith(" ") && !line.startsWith("\t");
    return place == Place.IN_TRACEBACK && ends ? Place.AFTER_TRACEBACK : place;
  }

  private static boolean isTraceback(String line) {
    return line.startsWith(TRACEBACK) || line.startsWith(GROUP_TRACEBACK);
  }

  /** Whether an error of syntax begins, which has no more of a traceback than its last lines. */
  private static boolean isPlace(String line) {
    return PLACE.matcher(line).matches();
  }
}
