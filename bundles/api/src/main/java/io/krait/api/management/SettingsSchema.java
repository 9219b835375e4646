package io.krait.api.management;

import io.krait.api.Nullable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings that an administrator can make.
 *
 * @param header text above the settings
 * @param footer text below them
 */
public record SettingsSchema(String header, String footer, List<Setting> settings) {

  public SettingsSchema {
    settings = List.copyOf(settings);
  }

  /** The setting of that key; case does not matter, as settings are stored in lower case. */
  public Optional<Setting> setting(String key) {
    return settings.stream().filter(setting -> setting.key().equalsIgnoreCase(key)).findFirst();
  }

  /**
   * One setting. Texts that were not given are empty.
   *
   * @param defaultValue a JSON value; null for none
   * @param options what can be chosen, for a radio button or a drop-down list
   * @param secret whether the manifest says that nobody may read its value
   */
  public record Setting(
      String key,
      String displayName,
      Type type,
      String helpText,
      String regenerateHelpText,
      String placeholder,
      @Nullable Object defaultValue,
      List<Option> options,
      Optional<Hosting> hosting,
      boolean secret) {

    public Setting {
      options = List.copyOf(options);
    }

    /** One of which the manifest does not say that it is a secret. */
    public Setting(
        String key,
        String displayName,
        Type type,
        String helpText,
        String regenerateHelpText,
        String placeholder,
        @Nullable Object defaultValue,
        List<Option> options,
        Optional<Hosting> hosting) {
      this(
          key,
          displayName,
          type,
          helpText,
          regenerateHelpText,
          placeholder,
          defaultValue,
          options,
          hosting,
          false);
    }

    /** Whether nobody may read its value; see {@link SecretNames}. */
    public boolean isSecret() {
      return switch (type) {
        // For others to call the plugin with.
        case GENERATED -> true;
        case TEXT, LONGTEXT, USERNAME, CUSTOM, NUMBER -> secret || SecretNames.include(key);
        // They are chosen from what the manifest says aloud.
        case BOOL, DROPDOWN, RADIO -> false;
      };
    }
  }

  /** One of the values that can be chosen. */
  public record Option(String displayName, String value) {}

  /** How a setting is made. */
  public enum Type {
    BOOL,
    DROPDOWN,
    GENERATED,
    RADIO,
    TEXT,
    LONGTEXT,
    NUMBER,
    USERNAME,
    CUSTOM;

    /** Whether a value is chosen among options. */
    public boolean hasOptions() {
      return this == DROPDOWN || this == RADIO;
    }

    /** Whether an example of a value can be shown. */
    public boolean hasPlaceholder() {
      return switch (this) {
        case GENERATED, TEXT, LONGTEXT, NUMBER, USERNAME, CUSTOM -> true;
        case BOOL, DROPDOWN, RADIO -> false;
      };
    }

    /** Its name in a manifest. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The only kind of server on which a setting is shown. */
  public enum Hosting {
    CLOUD,
    ON_PREM
  }
}
