package io.krait.runtime.internal.life;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A host with entries by key, the same for all plugins. */
final class EntriesHost implements PluginApiProvider {

  final Map<String, Bytes> entries = new ConcurrentHashMap<>();

  @Override
  public PluginApi open(HostedPlugin plugin) {
    return new PluginApi() {
      @Override
      public String getServerVersion() {
        return "10.11.0";
      }

      @Override
      public Bytes kvGet(String key) {
        Bytes value = entries.get(key);
        if (value == null) {
          throw AppError.builder()
              .id("app.entry.missing")
              .message("there is no entry " + key)
              .statusCode(404)
              .params(Map.of("key", key))
              .build();
        }
        return value;
      }

      @Override
      public void kvSet(String key, Bytes value) {
        entries.put(key, value);
      }
    };
  }
}
