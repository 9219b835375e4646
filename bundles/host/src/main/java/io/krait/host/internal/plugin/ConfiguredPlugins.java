package io.krait.host.internal.plugin;

import io.krait.api.AppError;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.SecretNames;
import io.krait.host.internal.configuration.Document;
import io.krait.host.internal.configuration.KeptElsewhere;
import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.hostkit.PluginAdministration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The section {@code PluginSettings} of the configuration, as far as it is about plugins that are
 * there: whoever manages these keeps it. Safe for use from any thread.
 */
final class ConfiguredPlugins implements KeptElsewhere {

  private static final String SECTION = "PluginSettings";
  private static final String SETTINGS = "Plugins";
  private static final String STATES = "PluginStates";
  private static final String ENABLED = "Enable";

  private final PluginAdministration administration;

  ConfiguredPlugins(PluginAdministration administration) {
    this.administration = administration;
  }

  /** A document with the plugins that are there, and a mask in place of each of their secrets. */
  Document maskedIn(Document document) {
    return present().shownIn(document, true);
  }

  @Override
  public Part now() {
    return present();
  }

  private Present present() {
    Map<String, Configured> plugins = new LinkedHashMap<>();
    try {
      for (ManagedPlugin plugin : administration.list()) {
        plugins.put(plugin.id(), new Configured(plugin, administration.settings(plugin.id())));
      }
    } catch (AppError nobodyManages) {
      return new Present(Map.of());
    }
    return new Present(plugins);
  }

  private record Configured(ManagedPlugin plugin, Map<String, Object> settings) {

    Map<String, Object> masked() {
      Map<String, Object> shown = new LinkedHashMap<>();
      settings.forEach(
          (key, value) ->
              shown.put(
                  key, isSecret(key) && !"".equals(value) ? ServerConfiguration.MASK : value));
      return shown;
    }

    private boolean isSecret(String key) {
      return plugin
          .settingsSchema()
          .flatMap(schema -> schema.setting(key))
          .map(setting -> setting.isSecret())
          .orElseGet(() -> SecretNames.include(key));
    }

    boolean isSetUpAs(Object wanted) {
      if (!(wanted instanceof Map<?, ?> named)) {
        return false;
      }
      Map<String, Object> left = new LinkedHashMap<>(settings);
      for (Map.Entry<?, ?> entry : named.entrySet()) {
        String key = String.valueOf(entry.getKey()).toLowerCase(Locale.ROOT);
        left.remove(key);
        Object now = settings.get(key);
        if (now == null || !Document.value(now).equals(entry.getValue())) {
          return false;
        }
      }
      return left.isEmpty();
    }
  }

  /** The plugins that are there. */
  private final class Present implements Part {

    private final Map<String, Configured> plugins;

    Present(Map<String, Configured> plugins) {
      this.plugins = plugins;
    }

    @Override
    public Document addedTo(Document document) {
      return shownIn(document, false);
    }

    Document shownIn(Document document, boolean masked) {
      Map<String, Object> settings = object(document, SETTINGS);
      Map<String, Object> states = object(document, STATES);
      plugins.forEach(
          (id, configured) -> {
            settings.put(id, masked ? configured.masked() : configured.settings());
            states.put(id, Map.of(ENABLED, configured.plugin().enabled()));
          });
      return document.with(SECTION, Map.of(SETTINGS, settings, STATES, states));
    }

    @Override
    public Change change(Document wanted) {
      Map<String, Object> settings = object(wanted, SETTINGS);
      Map<String, Object> states = object(wanted, STATES);
      List<Runnable> work = new ArrayList<>();
      plugins.forEach(
          (id, configured) -> {
            Object set = settings.remove(id);
            if (set != null && !configured.isSetUpAs(set)) {
              work.add(setUp(id, set));
            }
            Object state = states.remove(id);
            if (state != null && enabled(id, state) != configured.plugin().enabled()) {
              work.add(turned(id, enabled(id, state)));
            }
          });
      return new Change(
          wanted.with(SECTION, Map.of(SETTINGS, settings, STATES, states)),
          () -> work.forEach(Runnable::run));
    }

    private Runnable setUp(String id, Object wanted) {
      Map<String, Object> settings = new LinkedHashMap<>();
      if (!(wanted instanceof Map<?, ?> named)) {
        throw invalid("%s.%s.%s must be an object".formatted(SECTION, SETTINGS, id));
      }
      named.forEach((key, value) -> settings.put(String.valueOf(key), value));
      administration.checkSettings(id, settings);
      return () -> administration.saveSettings(id, settings);
    }

    private Runnable turned(String id, boolean on) {
      // Whoever saves may be that plugin, whose end waits for its call.
      return on
          ? () -> administration.enable(id, Duration.ZERO)
          : () -> administration.disable(id, Duration.ZERO);
    }

    private static boolean enabled(String id, Object state) {
      if (state instanceof Map<?, ?> named && named.get(ENABLED) instanceof Boolean on) {
        return on;
      }
      throw invalid(
          "%s.%s.%s must be an object with %s, true or false"
              .formatted(SECTION, STATES, id, ENABLED));
    }
  }

  private static AppError invalid(String message) {
    return AppError.of("model.config.is_valid.plugins.app_error", message, 400);
  }

  private static Map<String, Object> object(Document document, String name) {
    Map<String, Object> object = new LinkedHashMap<>();
    if (document.value(SECTION, name) instanceof Map<?, ?> kept) {
      kept.forEach((key, value) -> object.put(String.valueOf(key), value));
    }
    return object;
  }
}
