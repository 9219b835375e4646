package io.krait.runtime.internal.life;

import io.krait.api.Nullable;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.SettingsSchema;
import io.krait.api.management.SettingsSchema.Option;
import io.krait.api.management.SettingsSchema.Setting;
import io.krait.runtime.internal.plugins.Installation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a plugin's schema says of its settings: which values it takes, and what is the default. */
final class SettingsRules {

  private static final int MAX_DEPTH = 50;

  /** They are held, written and told to the plugin as a whole. */
  private static final int MAX_CHARACTERS = 4 << 20;

  private final String pluginId;
  private final Optional<SettingsSchema> schema;

  SettingsRules(String pluginId, Optional<SettingsSchema> schema) {
    this.pluginId = pluginId;
    this.schema = schema;
  }

  /** The rules of one version of a plugin. */
  static SettingsRules of(Installation installation) {
    return new SettingsRules(installation.id(), installation.manifest().settingsSchema());
  }

  /**
   * The settings by lower-case key. Values of which the schema says nothing are the plugin's own
   * business.
   *
   * @throws ManagementException where a value is not what the schema asks for
   */
  Map<String, Object> checked(Map<String, Object> settings) throws ManagementException {
    return checked(settings, Map.of());
  }

  /**
   * The settings by lower-case key, in place of others. Where a key is there twice, as case does
   * not matter, the value that is not the one before counts.
   *
   * @param before what was saved before, by lower-case key
   * @throws ManagementException where a value is not what the schema asks for
   */
  Map<String, Object> checked(Map<String, Object> settings, Map<String, Object> before)
      throws ManagementException {
    Map<String, Object> checked = new LinkedHashMap<>();
    long characters = 0;
    for (Map.Entry<String, Object> entry : settings.entrySet()) {
      String key = entry.getKey().toLowerCase(Locale.ROOT);
      @Nullable Object value = entry.getValue();
      if (value == null) {
        continue;
      }
      characters += key.length() + checkJson(key, value, 0);
      if (characters > MAX_CHARACTERS) {
        throw new ManagementException(
            Problem.INVALID,
            "plugin %s: its settings have more than %d characters"
                .formatted(pluginId, MAX_CHARACTERS));
      }
      Optional<Setting> setting = schema.flatMap(rules -> rules.setting(key));
      if (setting.isPresent()) {
        check(key, setting.get(), value);
      }
      @Nullable Object other = checked.put(key, value);
      if (other == null || same(other, value) || same(other, before.get(key))) {
        continue;
      }
      if (!same(value, before.get(key))) {
        throw invalid(key, "is there twice with different values, as case does not matter");
      }
      checked.put(key, other);
    }
    return checked;
  }

  // Numbers that come from a plugin are not of the kind of those that were read from a file.
  private static boolean same(Object one, @Nullable Object other) {
    return one instanceof Number number && other instanceof Number another
        ? Double.compare(number.doubleValue(), another.doubleValue()) == 0
        : one.equals(other);
  }

  /** These settings, and the defaults of those that are missing. */
  Map<String, Object> withDefaults(Map<String, Object> settings) {
    Map<String, Object> all = new LinkedHashMap<>();
    schema.ifPresent(
        rules -> {
          for (Setting setting : rules.settings()) {
            if (!setting.key().isEmpty() && setting.defaultValue() != null) {
              all.put(setting.key().toLowerCase(Locale.ROOT), setting.defaultValue());
            }
          }
        });
    all.putAll(settings);
    return all;
  }

  private void check(String key, Setting setting, Object value) throws ManagementException {
    switch (setting.type()) {
      case BOOL -> require(key, value instanceof Boolean, "true or false", value);
      case NUMBER -> require(key, value instanceof Number, "a number", value);
      case DROPDOWN, RADIO -> checkOption(key, setting.options(), value);
      case TEXT, LONGTEXT, GENERATED, USERNAME ->
          require(key, value instanceof String, "a text", value);
      case CUSTOM -> {
        // Only the plugin knows.
      }
    }
  }

  private void checkOption(String key, List<Option> options, Object value)
      throws ManagementException {
    // The empty text stands for no choice.
    boolean known =
        value.equals("") || options.stream().anyMatch(option -> option.value().equals(value));
    String names = options.stream().map(Option::value).collect(Collectors.joining(", "));
    require(key, known, "one of " + names, value);
  }

  /** How many characters are in it, about. */
  private long checkJson(String key, @Nullable Object value, int depth) throws ManagementException {
    long characters = 1;
    if (depth > MAX_DEPTH) {
      throw invalid(key, "must not be nested more than %d deep".formatted(MAX_DEPTH));
    }
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        require(key, entry.getKey() instanceof String, "an object with texts as keys", value);
        characters +=
            entry.getKey().toString().length() + checkJson(key, entry.getValue(), depth + 1);
      }
    } else if (value instanceof List<?> list) {
      for (Object element : list) {
        characters += checkJson(key, element, depth + 1);
      }
    } else {
      boolean plain =
          value == null
              || value instanceof String
              || value instanceof Boolean
              || value instanceof Number;
      require(key, plain, "a JSON value", value);
      characters += value instanceof String text ? text.length() : 0;
    }
    return characters;
  }

  private void require(String key, boolean met, String what, @Nullable Object value)
      throws ManagementException {
    if (!met) {
      throw invalid(key, "must be %s, not %s".formatted(what, shown(value)));
    }
  }

  private static String shown(@Nullable Object value) {
    if (value instanceof Map) {
      return "an object";
    }
    if (value instanceof List) {
      return "a list";
    }
    // It may be a secret, and it may be long.
    return value instanceof String
        ? "that text"
        : value instanceof Number || value instanceof Boolean ? value.toString() : "something else";
  }

  private ManagementException invalid(String key, String rule) {
    return new ManagementException(
        Problem.INVALID, "plugin %s: the setting %s %s".formatted(pluginId, key, rule));
  }
}
