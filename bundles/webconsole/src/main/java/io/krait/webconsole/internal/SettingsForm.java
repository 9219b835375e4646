package io.krait.webconsole.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krait.api.Nullable;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.SettingsSchema;
import io.krait.api.management.SettingsSchema.Hosting;
import io.krait.api.management.SettingsSchema.Setting;
import io.krait.api.management.SettingsSchema.Type;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a plugin as a form. A secret goes to the browser never, from it only when it is
 * made anew.
 */
final class SettingsForm {

  private final ObjectMapper json;

  SettingsForm(ObjectMapper json) {
    this.json = json;
  }

  /** The form of a plugin. */
  ObjectNode write(ManagedPlugin plugin, Map<String, Object> values) {
    ObjectNode form = json.createObjectNode();
    form.put("plugin", plugin.id());
    Optional<SettingsSchema> schema = plugin.settingsSchema();
    form.put("header", Excerpt.text(schema.map(SettingsSchema::header).orElse("")));
    form.put("footer", Excerpt.text(schema.map(SettingsSchema::footer).orElse("")));
    ArrayNode settings = form.putArray("settings");
    schema
        .map(SettingsSchema::settings)
        .orElse(List.of())
        .forEach(
            setting -> {
              if (isShown(setting)) {
                settings.add(write(setting, values.get(key(setting))));
              }
            });
    form.put(
        "others",
        values.keySet().stream()
            .filter(key -> schema.flatMap(known -> known.setting(key)).isEmpty())
            .count());
    return form;
  }

  /**
   * The settings with what an administrator has changed.
   *
   * @param changes new values by key; null takes a value away
   * @throws ApiFailure if one of them is not in the form
   */
  Map<String, Object> merge(ManagedPlugin plugin, Map<String, Object> values, JsonNode changes)
      throws ApiFailure {
    if (!changes.isObject()) {
      throw ApiFailure.invalid("cannot save settings of plugin " + plugin.id() + ": no values");
    }
    Map<String, Object> merged = new LinkedHashMap<>(values);
    for (Iterator<Map.Entry<String, JsonNode>> fields = changes.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> change = fields.next();
      Setting setting =
          plugin
              .settingsSchema()
              .flatMap(schema -> schema.setting(change.getKey()))
              .orElseThrow(
                  () ->
                      ApiFailure.invalid(
                          "cannot save settings of plugin %s: it has no setting %s"
                              .formatted(plugin.id(), Excerpt.line(change.getKey()))));
      Object value = json.convertValue(change.getValue(), Object.class);
      if (value == null) {
        merged.remove(key(setting));
      } else {
        merged.put(key(setting), value);
      }
    }
    return merged;
  }

  private static boolean isShown(Setting setting) {
    // What is meant for the makers' own cloud is of no use to anybody here.
    return setting.hosting().filter(Hosting.CLOUD::equals).isEmpty();
  }

  private static String key(Setting setting) {
    return setting.key().toLowerCase(Locale.ROOT);
  }

  private ObjectNode write(Setting setting, @Nullable Object value) {
    ObjectNode node = json.createObjectNode();
    boolean secret = setting.isSecret();
    node.put("key", setting.key());
    node.put("name", Excerpt.line(setting.displayName()));
    node.put("type", setting.type().key());
    node.put("help", Excerpt.text(setting.helpText()));
    node.put("regenerateHelp", Excerpt.text(setting.regenerateHelpText()));
    node.put("placeholder", Excerpt.line(setting.placeholder()));
    node.put("secret", secret);
    node.put("isSet", value != null && !"".equals(value));
    if (!secret) {
      node.set("value", json.valueToTree(value));
      node.set("default", json.valueToTree(setting.defaultValue()));
    }
    if (setting.type().hasOptions() || setting.type() == Type.CUSTOM) {
      ArrayNode options = node.putArray("options");
      setting
          .options()
          .forEach(
              option ->
                  options
                      .addObject()
                      .put("name", Excerpt.line(option.displayName()))
                      .put("value", option.value()));
    }
    return node;
  }
}
