package io.krait.host.internal.configuration;

import io.krait.api.Nullable;
import io.krait.api.management.SecretNames;
import io.krait.host.internal.configuration.Document.Place;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which values nobody is shown, and what stands in their place. */
final class Secrets {

  /** What is shown in place of a secret; saved, it means that the secret stays as it is. */
  static final String MASK = "*".repeat(32);

  private static final Set<String> PLACES =
      Set.of(
          "ServiceSettings.SplitKey",
          "SqlSettings.DataSource",
          "SqlSettings.AtRestEncryptKey",
          "FileSettings.PublicLinkSalt",
          "FileSettings.AmazonS3SecretAccessKey",
          "EmailSettings.SMTPPassword",
          "GitLabSettings.Secret",
          "GoogleSettings.Secret",
          "Office365Settings.Secret",
          "OpenIdSettings.Secret",
          "LdapSettings.BindPassword",
          "CacheSettings.RedisPassword",
          "ElasticsearchSettings.Password");

  /** Objects that people and plugins fill; what is secret in them is known by its name. */
  private static final Set<String> OBJECTS =
      Set.of("PluginSettings.Plugins", "MessageExportSettings.GlobalRelaySettings");

  private Secrets() {}

  /** A document in which no secret can be read; what is empty stays so. */
  static Document masked(Document document) {
    return document.choose(
        (place, value) -> {
          if (PLACES.contains(place.toString())) {
            return value.equals("") ? value : MASK;
          }
          return OBJECTS.contains(place.toString()) ? maskedInside(value) : value;
        });
  }

  private static Object maskedInside(Object value) {
    if (!(value instanceof Map<?, ?> object)) {
      return value;
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    object.forEach(
        (key, inner) -> {
          String name = String.valueOf(key);
          boolean secret =
              !(inner instanceof Map)
                  && !(inner instanceof Boolean)
                  && !inner.equals("")
                  && SecretNames.include(name);
          shown.put(name, secret ? MASK : maskedInside(inner));
        });
    return shown;
  }

  /** A document with the secrets of {@code current} wherever it has the mask. */
  static Document unmasked(Document document, Document current) {
    return document.choose(
        (place, value) -> {
          if (PLACES.contains(place.toString()) || OBJECTS.contains(place.toString())) {
            return unmasked(value, current(current, place));
          }
          return value;
        });
  }

  private static Object current(Document current, Place place) {
    return Objects.requireNonNullElse(current.value(place.section(), place.name()), "");
  }

  private static Object unmasked(Object value, Object current) {
    if (value.equals(MASK)) {
      return current;
    }
    if (!(value instanceof Map<?, ?> object)) {
      return value;
    }
    Map<?, ?> before = current instanceof Map<?, ?> map ? map : Map.of();
    Map<String, Object> told = new LinkedHashMap<>();
    object.forEach(
        (key, inner) ->
            told.put(
                String.valueOf(key),
                unmasked(inner, Objects.requireNonNullElse(before(before, key), ""))));
    return told;
  }

  /** The settings of plugins are kept in lower case, whatever they were told as. */
  private static @Nullable Object before(Map<?, ?> before, Object key) {
    return before.containsKey(key)
        ? before.get(key)
        : before.get(String.valueOf(key).toLowerCase(Locale.ROOT));
  }
}
