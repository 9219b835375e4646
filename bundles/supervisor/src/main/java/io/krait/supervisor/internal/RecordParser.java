package io.krait.supervisor.internal;

import io.krait.supervisor.OutputRecord;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells level, logger and message of a line apart, in the forms in which plugins log. */
final class RecordParser {

  private static final Pattern PREFIXED =
      Pattern.compile(
          "(?<time>\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?"
              + "(?:Z| ?[+-]\\d\\d:?\\d\\d)?\\s+)?"
              + "\\[(?<level>[A-Z]{4,8})\\]:?(?:\\s+(?<rest>.*))?");

  /** As Python prints a warning before anything has set up how it is logged. */
  private static final Pattern WARNING =
      Pattern.compile("\\S.{0,500}:\\d{1,9}: [A-Za-z_]{0,100}Warning: .*");

  private static final Pattern NAMED = Pattern.compile("([\\w.-]{1,200}): (.*)");

  private RecordParser() {}

  /** The record that {@code line} begins; empty where it has no form of its own. */
  static Optional<OutputRecord> parse(String line) {
    return json(line).or(() -> prefixed(line)).or(() -> warning(line));
  }

  private static Optional<OutputRecord> json(String line) {
    return JsonLine.parse(line)
        .flatMap(
            members -> {
              Map<String, String> fields = new LinkedHashMap<>(members);
              String message = take(fields, "@message", "message", "msg");
              Optional<Level> level = level(take(fields, "@level", "level", "levelname"));
              if (message.isEmpty() || level.isEmpty()) {
                return Optional.empty();
              }
              String source = take(fields, "@module", "logger", "name");
              take(fields, "@timestamp", "timestamp", "time");
              return Optional.of(
                  new OutputRecord(
                      level.get(),
                      source,
                      message + takeTrace(fields, "error") + takeTrace(fields, "stack"),
                      fields));
            });
  }

  // A trace belongs to the text, as it does where it follows on lines of its own.
  private static String takeTrace(Map<String, String> fields, String name) {
    String value = fields.getOrDefault(name, "");
    return value.contains("\n") ? "\n" + fields.remove(name).stripTrailing() : "";
  }

  private static String take(Map<String, String> fields, String... names) {
    for (String name : names) {
      String value = fields.remove(name);
      if (value != null) {
        return value;
      }
    }
    return "";
  }

  private static Optional<OutputRecord> prefixed(String line) {
    Matcher matcher = PREFIXED.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return level(matcher.group("level"))
        .map(
            level -> {
              String rest = matcher.group("rest") == null ? "" : matcher.group("rest");
              Matcher named = NAMED.matcher(rest);
              // Only with a time before it is the name of a logger the first thing after the level.
              return matcher.group("time") != null && named.matches()
                  ? new OutputRecord(level, named.group(1), named.group(2), Map.of())
                  : new OutputRecord(level, "", rest, Map.of());
            });
  }

  private static Optional<OutputRecord> warning(String line) {
    return WARNING.matcher(line).matches()
        ? Optional.of(new OutputRecord(Level.WARNING, "", line, Map.of()))
        : Optional.empty();
  }

  private static Optional<Level> level(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "TRACE" -> Optional.of(Level.TRACE);
      case "DEBUG" -> Optional.of(Level.DEBUG);
      case "INFO" -> Optional.of(Level.INFO);
      case "WARN", "WARNING" -> Optional.of(Level.WARNING);
      case "ERROR", "CRITICAL", "FATAL" -> Optional.of(Level.ERROR);
      default -> Optional.empty();
    };
  }
}
