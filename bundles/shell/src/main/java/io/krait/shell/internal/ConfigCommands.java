package io.krait.shell.internal;

import io.krait.api.Nullable;
import io.krait.api.VisibleText;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.PluginManager;
import io.krait.api.management.SecretNames;
import io.krait.api.management.SettingsSchema;
import io.krait.api.management.SettingsSchema.Setting;
import io.krait.api.management.SettingsSchema.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The settings of plugins. Secrets can be set, and are never shown. */
@Component(service = ConfigCommands.class)
@GogoCommand(
    scope = "plugin",
    function = {"config", "unset"})
public final class ConfigCommands extends Commands {

  /** How long a plugin may think about its settings before nobody waits any more. */
  private static final int ANSWER_SECONDS = 5;

  private static final List<Column<PluginSetting>> COLUMNS =
      List.of(
          Column.fixed("KEY", PluginSetting::key),
          Column.elastic("VALUE", PluginSetting::value),
          Column.fixed("ORIGIN", PluginSetting::origin),
          Column.fixed("TYPE", PluginSetting::type),
          Column.elastic("HELP", PluginSetting::help));

  private final Awaited<PluginManager> manager;

  @Activate
  public ConfigCommands(@Reference KraitServices services) {
    this(services.manager());
  }

  ConfigCommands(Awaited<PluginManager> manager) {
    this.manager = manager;
  }

  @Descriptor("shows the settings of a plugin")
  public Listing<PluginSetting> config(@Descriptor("the plugin's identifier") String id)
      throws CommandException {
    ManagedPlugin plugin = Known.plugin(manager, id);
    return new Listing<>(
        settings(plugin), COLUMNS, VisibleText.line("plugin %s has no settings".formatted(id)));
  }

  @Descriptor("shows a setting of a plugin")
  public Listing<PluginSetting> config(
      @Descriptor("the plugin's identifier") String id,
      @Descriptor("the setting's key; case does not matter") String key)
      throws CommandException {
    Listing<PluginSetting> all = config(id);
    List<PluginSetting> found =
        all.stream().filter(setting -> setting.key().equalsIgnoreCase(key)).toList();
    if (found.isEmpty()) {
      throw unknown(id, key, all, "");
    }
    return new Listing<>(found, COLUMNS, "");
  }

  @Descriptor("sets a setting of a plugin, and tells the plugin if it runs")
  public Listing<PluginSetting> config(
      @Descriptor("also one that the plugin's manifest does not name")
          @Parameter(
              names = {"-n", "--new"},
              presentValue = "true",
              absentValue = "false")
          boolean unnamed,
      @Descriptor("the plugin's identifier") String id,
      @Descriptor("the setting's key; case does not matter") String key,
      @Descriptor("the new value") String value)
      throws CommandException {
    ManagedPlugin plugin = Known.plugin(manager, id);
    List<PluginSetting> all = settings(plugin);
    // What was meant to be another one would look as if it were set.
    if (!unnamed && all.stream().noneMatch(setting -> setting.key().equalsIgnoreCase(key))) {
      throw unknown(id, key, all, "; -n sets it nevertheless");
    }
    Map<String, Object> settings = made(plugin);
    settings.put(key.toLowerCase(Locale.ROOT), parsed(id, setting(plugin, key), key, value));
    save(id, settings);
    return config(id, key);
  }

  @Descriptor("takes a setting of a plugin back to its default")
  public Listing<PluginSetting> unset(
      @Descriptor("the plugin's identifier") String id,
      @Descriptor("the setting's key; case does not matter") String key)
      throws CommandException {
    config(id, key); // Fails where there is no such setting.
    Map<String, Object> settings = made(Known.plugin(manager, id));
    settings.remove(key.toLowerCase(Locale.ROOT));
    save(id, settings);
    return config(id);
  }

  // Defaults are not saved, so that those of a later version come to bear.
  private Map<String, Object> made(ManagedPlugin plugin) throws CommandException {
    var made = new TreeMap<>(values(plugin));
    made.entrySet().removeIf(entry -> isDefault(plugin, entry.getKey(), entry.getValue()));
    return made;
  }

  private Map<String, Object> values(ManagedPlugin plugin) throws CommandException {
    try {
      return manager.get().settings(plugin.id());
    } catch (ManagementException unreadable) {
      throw CommandException.of(unreadable);
    }
  }

  private void save(String id, Map<String, Object> settings) throws CommandException {
    try {
      Optional<String> complaint =
          manager
              .get()
              .applySettings(id, settings)
              .toCompletableFuture()
              .completeOnTimeout(Optional.empty(), ANSWER_SECONDS, TimeUnit.SECONDS)
              .join();
      if (complaint.isPresent()) {
        throw new CommandException(
            "plugin %s: the settings were saved, but it does not take them: %s"
                .formatted(id, complaint.get()));
      }
    } catch (ManagementException refused) {
      throw CommandException.of(refused);
    }
  }

  private List<PluginSetting> settings(ManagedPlugin plugin) throws CommandException {
    Map<String, Object> values = values(plugin);
    List<PluginSetting> settings = new ArrayList<>();
    var keys = new TreeSet<>(values.keySet());
    for (Setting setting :
        plugin.settingsSchema().map(SettingsSchema::settings).orElse(List.of())) {
      String key = setting.key().toLowerCase(Locale.ROOT);
      keys.remove(key);
      settings.add(setting(plugin, key, values.get(key)));
    }
    for (String key : keys) {
      settings.add(setting(plugin, key, values.get(key)));
    }
    return settings;
  }

  private static PluginSetting setting(ManagedPlugin plugin, String key, @Nullable Object value) {
    String text = value == null ? "" : value.toString();
    Optional<Setting> setting = setting(plugin, key);
    boolean secret = setting.map(Setting::isSecret).orElseGet(() -> SecretNames.include(key));
    return new PluginSetting(
        key,
        secret && !text.isEmpty() ? MASK : text,
        value == null || isDefault(plugin, key, value) ? "default" : "set",
        setting.map(s -> s.type().key()).orElse(""),
        setting.map(s -> s.helpText().isEmpty() ? s.displayName() : s.helpText()).orElse(""));
  }

  private static Optional<Setting> setting(ManagedPlugin plugin, String key) {
    return plugin.settingsSchema().flatMap(schema -> schema.setting(key));
  }

  private static boolean isDefault(ManagedPlugin plugin, String key, Object value) {
    return setting(plugin, key)
        .map(Setting::defaultValue)
        .filter(
            byDefault ->
                byDefault instanceof Number && value instanceof Number
                    ? new BigDecimal(byDefault.toString())
                            .compareTo(new BigDecimal(value.toString()))
                        == 0
                    : Objects.equals(byDefault, value))
        .isPresent();
  }

  private static Object parsed(String id, Optional<Setting> setting, String key, String value)
      throws CommandException {
    Type type = setting.map(Setting::type).orElse(Type.TEXT);
    if (type == Type.BOOL) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "true", "on", "yes" -> true;
        case "false", "off", "no" -> false;
        default -> throw notOfItsType(id, key, "true or false");
      };
    }
    if (type != Type.NUMBER) {
      return value;
    }
    try {
      var number = new BigDecimal(value);
      if (number.stripTrailingZeros().scale() <= 0) {
        return number.longValueExact();
      }
      return number.doubleValue();
    } catch (ArithmeticException | NumberFormatException e) {
      throw notOfItsType(id, key, "a number");
    }
  }

  private static CommandException unknown(
      String id, String key, List<PluginSetting> all, String more) {
    String those =
        all.isEmpty()
            ? ""
            : all.stream()
                .map(PluginSetting::key)
                .collect(Collectors.joining(", ", "; it has ", ""));
    return new CommandException("plugin %s has no setting %s%s%s".formatted(id, key, those, more));
  }

  // The value is not repeated: it might be a secret, put into the wrong place.
  private static CommandException notOfItsType(String id, String key, String type) {
    return new CommandException("plugin %s: setting %s must be %s".formatted(id, key, type));
  }
}
