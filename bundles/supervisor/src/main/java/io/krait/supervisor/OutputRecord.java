package io.krait.supervisor;

import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One log record of a plugin, from what its process has printed.
 *
 * @param level how bad it is
 * @param source the name of the plugin's own logger; empty where it has given none
 * @param message the text, of several lines where they belong together
 * @param fields what a structured record has besides
 */
public record OutputRecord(Level level, String source, String message, Map<String, String> fields) {

  /** Copies the fields. */
  public OutputRecord {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
