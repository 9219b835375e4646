package io.krait.hostkit.internal;

import io.krait.api.BoundedText;
import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.model.KeyValuePair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plugin's log, as a plugin asks for them. Safe for use from any thread. */
final class LogApi implements PluginApi {

  private static final int LONGEST_VALUE = 16 << 10;

  private final HostedPlugin plugin;

  LogApi(HostedPlugin plugin) {
    this.plugin = plugin;
  }

  @Override
  public void logDebug(String msg, List<KeyValuePair> keyValuePairs) {
    log(System.Logger.Level.DEBUG, msg, keyValuePairs);
  }

  @Override
  public void logInfo(String msg, List<KeyValuePair> keyValuePairs) {
    log(System.Logger.Level.INFO, msg, keyValuePairs);
  }

  @Override
  public void logError(String msg, List<KeyValuePair> keyValuePairs) {
    log(System.Logger.Level.ERROR, msg, keyValuePairs);
  }

  @Override
  public void logWarn(String msg, List<KeyValuePair> keyValuePairs) {
    log(System.Logger.Level.WARNING, msg, keyValuePairs);
  }

  private void log(System.Logger.Level level, String message, List<KeyValuePair> pairs) {
    Map<String, String> fields = new LinkedHashMap<>();
    pairs.forEach(
        pair ->
            fields.put(pair.key(), BoundedText.of(String.valueOf(pair.value()), LONGEST_VALUE)));
    plugin.log(level, message, fields);
  }
}
