package io.krait.supervisor;

import io.krait.api.VisibleText;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One log record of a plugin, from what its process has printed or has asked its host to log. It is
 * bounded, and nothing in it does something to a terminal instead of being seen: what is not seen
 * is written as {@link VisibleText} does.
 *
 * @param level how bad it is
 * @param source the name of the plugin's own logger; empty where it has given none
 * @param message the text, of several lines where they belong together
 * @param fields what a structured record has besides
 */
public record OutputRecord(Level level, String source, String message, Map<String, String> fields) {

  /** The longest message, in characters. */
  public static final int LONGEST_MESSAGE = 64 << 10;

  private static final int LONGEST_SOURCE = 200;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_VALUE = 4 << 10;
  private static final int MOST_FIELDS = 50;

  /** Cuts what is too long, makes all of it visible, and copies the fields. */
  public OutputRecord {
    message =
        VisibleText.lines(
            message.length() <= LONGEST_MESSAGE
                ? message
                : message.substring(0, LONGEST_MESSAGE) + "…");
    source = VisibleText.excerpt(source, LONGEST_SOURCE);
    Map<String, String> bounded = new LinkedHashMap<>();
    fields.entrySet().stream()
        .limit(MOST_FIELDS)
        .forEach(
            field ->
                bounded.put(
                    VisibleText.excerpt(field.getKey(), LONGEST_NAME),
                    VisibleText.excerpt(field.getValue(), LONGEST_VALUE)));
    fields = Collections.unmodifiableMap(bounded);
  }
}
