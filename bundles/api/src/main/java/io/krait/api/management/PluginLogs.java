package io.krait.api.management;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What plugins have logged and printed lately, and what has gone wrong with them, whose source is
 * {@code krait}. A service, safe for use from any thread.
 */
@ProviderType
public interface PluginLogs {

  /**
   * The newest records of a plugin, oldest first; empty where there are none.
   *
   * @param most how many at most; the service keeps 1000 for each plugin
   */
  List<Entry> recent(String pluginId, int most);

  /**
   * Passes on what a plugin logs from now on.
   *
   * @param listener called on threads that plugins depend on, so it must be quick and must not
   *     throw
   * @return ends it
   */
  Following follow(String pluginId, Consumer<Entry> listener);

  /** Ends the passing on of a plugin's records. */
  @FunctionalInterface
  interface Following extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * One record.
   *
   * @param at when it arrived
   * @param level how bad it is
   * @param source the plugin's own logger; empty where it has none
   * @param message the text, of several lines where they belong together
   * @param fields what a structured record has besides
   */
  record Entry(Instant at, Level level, String source, String message, Map<String, String> fields) {
    /** Copies the fields. */
    public Entry {
      fields = Map.copyOf(fields);
    }
  }
}
