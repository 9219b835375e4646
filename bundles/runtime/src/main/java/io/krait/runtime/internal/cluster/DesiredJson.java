package io.krait.runtime.internal.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krait.api.HookName;
import io.krait.api.host.SharedPlugin;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is desired, as it is kept for all nodes. Names that are not known here are left alone. */
final class DesiredJson {

  private static final String RELEASE = "release";
  private static final String INSTALLER = "installer";
  private static final String INSTALLING = "installing";
  private static final String GUARDS = "guards";
  private static final String HALTED = "halted";

  private final JsonMapper json = new JsonMapper();

  SharedPlugin written(Desired desired) {
    ObjectNode details = json.createObjectNode();
    details.put(RELEASE, desired.release());
    details.put(INSTALLER, desired.installer());
    details.put(INSTALLING, desired.installing());
    desired
        .guards()
        .ifPresent(
            hooks -> {
              var names = details.putArray(GUARDS);
              hooks.stream().map(HookName::hookName).sorted().forEach(names::add);
            });
    details.put(HALTED, desired.halted());
    try {
      return new SharedPlugin(
          desired.id(),
          desired.revision(),
          desired.version(),
          desired.archive(),
          desired.enabled(),
          json.writeValueAsString(desired.settings()),
          json.writeValueAsString(details));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  Desired read(SharedPlugin plugin) {
    try {
      Map<String, Object> settings = new LinkedHashMap<>();
      json.readValue(plugin.settings(), new TypeReference<Map<String, Object>>() {})
          .forEach((key, value) -> settings.put(key.toLowerCase(Locale.ROOT), value));
      JsonNode details = json.readTree(plugin.details());
      return new Desired(
          plugin.id(),
          plugin.revision(),
          plugin.version(),
          plugin.archive(),
          plugin.enabled(),
          settings,
          details.path(RELEASE).asLong(),
          details.path(INSTALLER).asText(""),
          details.path(INSTALLING).asBoolean(),
          guards(details.path(GUARDS)),
          details.path(HALTED).asText(""));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "what nodes share of plugin %s cannot be read: %s"
              .formatted(plugin.id(), e.getOriginalMessage()),
          e);
    }
  }

  // Those that this version does not know cannot be called in it.
  private static Optional<Set<HookName>> guards(JsonNode names) {
    if (!names.isArray()) {
      return Optional.empty();
    }
    Set<HookName> hooks = new TreeSet<>();
    names.forEach(name -> HookName.of(name.asText()).ifPresent(hooks::add));
    return Optional.of(hooks);
  }
}
