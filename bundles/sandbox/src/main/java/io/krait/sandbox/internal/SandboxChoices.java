package io.krait.sandbox.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which settings hold for which plugin. */
final class SandboxChoices {

  private final SandboxSettings all;
  private final Map<String, SandboxSettings> some = new HashMap<>();

  /**
   * Reads the configuration.
   *
   * @throws IllegalArgumentException where something in it cannot be: what is mistyped must not
   *     leave a plugin without its sandbox
   */
  SandboxChoices(SandboxConfiguration configuration) {
    all = SandboxSettings.of(configuration);
    for (String several : configuration.plugins()) {
      // In a .cfg file a list is one text.
      for (String plugin : several.split(",")) {
        List<String> words = Arrays.asList(plugin.strip().split("\\s+"));
        if (!words.get(0).isEmpty()) {
          some.put(words.get(0), changed(words.subList(1, words.size())));
        }
      }
    }
  }

  private SandboxSettings changed(List<String> words) {
    SandboxSettings settings = all;
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "plugins: \"%s\" is not written as setting=value".formatted(word));
      }
      settings = settings.with(word.substring(0, equals), word.substring(equals + 1));
    }
    return settings;
  }

  SandboxSettings of(String pluginId) {
    return some.getOrDefault(pluginId, all);
  }
}
