package io.krait.shell.internal;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.PluginManager;
import io.krait.api.management.SettingsSchema;
import io.krait.api.management.SettingsSchema.Setting;
import io.krait.api.management.SettingsSchema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What can stand at a place of a command line: identifiers of plugins, their settings, values. */
final class PluginArguments {
  private final Awaited<PluginManager> manager;
  private final List<CommandForm> forms;

  PluginArguments(Awaited<PluginManager> manager, List<CommandForm> forms) {
    this.manager = manager;
    this.forms = forms;
  }

  /**
   * Everything that makes sense there, whatever of it has been typed.
   *
   * @param words the command line so far, with the command
   * @param index the word that is looked for
   */
  List<String> at(List<String> words, int index) {
    String name = words.get(0);
    String command = name.substring(name.indexOf(':') + 1);
    Optional<List<String>> before = argumentsBefore(command, words.subList(1, index));
    if (before.isEmpty()) {
      return List.of();
    }
    List<String> given = before.get();
    return switch (given.size()) {
      case 0 -> identifiers(command);
      case 1 -> keys(command, given.get(0));
      case 2 -> command.equals("config") ? values(given.get(0), given.get(1)) : List.of();
      default -> List.of();
    };
  }

  /** The words that are no options and no values of those; empty where such a value is due. */
  private Optional<List<String>> argumentsBefore(String command, List<String> words) {
    List<String> given = new ArrayList<>();
    boolean valueIsDue = false;
    for (String word : words) {
      if (valueIsDue) {
        valueIsDue = false;
      } else if (word.startsWith("-")) {
        valueIsDue = takesValue(command, word);
      } else {
        given.add(word);
      }
    }
    return valueIsDue ? Optional.empty() : Optional.of(given);
  }

  private boolean takesValue(String command, String option) {
    return forms.stream()
        .filter(form -> form.command().equals(CommandForm.SCOPE + command))
        .flatMap(form -> form.options().stream())
        .anyMatch(known -> known.names().contains(option) && !known.value().isEmpty());
  }

  private List<String> identifiers(String command) {
    Predicate<ManagedPlugin> which =
        switch (command) {
          case "list", "rescan", "install" -> plugin -> false;
          case "enable" -> plugin -> !plugin.enabled();
          case "disable", "restart" -> ManagedPlugin::enabled;
          case "env" -> plugin -> plugin.process().isPresent();
          default -> plugin -> true;
        };
    return manager.now().stream()
        .flatMap(now -> now.list().stream())
        .filter(which)
        .map(ManagedPlugin::id)
        .toList();
  }

  private List<String> keys(String command, String id) {
    if (!command.equals("config") && !command.equals("unset")) {
      return List.of();
    }
    var keys = new TreeSet<String>();
    try {
      Optional<PluginManager> present = manager.now();
      if (present.isPresent()) {
        keys.addAll(present.get().settings(id).keySet());
      }
    } catch (ManagementException unknown) {
      // There is none to be offered then, and the command says why.
    }
    schema(id).stream()
        .flatMap(schema -> schema.settings().stream())
        .forEach(setting -> keys.add(setting.key().toLowerCase(Locale.ROOT)));
    return List.copyOf(keys);
  }

  private List<String> values(String id, String key) {
    Optional<Setting> setting = schema(id).flatMap(schema -> schema.setting(key));
    if (setting.isEmpty()) {
      return List.of();
    }
    return setting.get().type() == Type.BOOL
        ? List.of("false", "true")
        : setting.get().options().stream().map(SettingsSchema.Option::value).toList();
  }

  private Optional<SettingsSchema> schema(String id) {
    return manager.now().flatMap(now -> now.find(id)).flatMap(ManagedPlugin::settingsSchema);
  }
}
