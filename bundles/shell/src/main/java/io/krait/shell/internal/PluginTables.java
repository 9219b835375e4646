package io.krait.shell.internal;

import io.krait.api.HookName;
import io.krait.api.VisibleText;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagedPlugin.ProcessFacts;
import io.krait.api.management.NodePlugin;
import io.krait.api.management.PluginState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Plugins as text: many as a table, one as its details. */
final class PluginTables {
  private static final int LAST_LINES = 10;

  private final InstantSource clock;

  PluginTables(InstantSource clock) {
    this.clock = clock;
  }

  Listing<ManagedPlugin> list(List<ManagedPlugin> plugins) {
    List<Column<ManagedPlugin>> columns =
        List.of(
            Column.fixed("ID", ManagedPlugin::id),
            Column.fixed("VERSION", ManagedPlugin::version),
            Column.fixed("STATE", PluginTables::stateOf),
            Column.number("FOR", this::sinceThen),
            Column.number("RESTARTS", plugin -> Integer.toString(plugin.restarts())),
            Column.elastic("REASON", ManagedPlugin::reason));
    return new Listing<>(plugins, columns, "no plugin is installed");
  }

  Listing<NodePlugin> nodes(List<NodePlugin> plugins) {
    List<Column<NodePlugin>> columns =
        List.of(
            Column.fixed("ID", NodePlugin::pluginId),
            Column.fixed("NODE", plugin -> plugin.nodeId().isEmpty() ? "-" : plugin.nodeId()),
            Column.fixed("VERSION", NodePlugin::version),
            Column.fixed("STATE", plugin -> state(plugin.state())),
            Column.elastic("REASON", NodePlugin::reason));
    return new Listing<>(plugins, columns, "no plugin is installed");
  }

  /** One plugin in one line. */
  String line(ManagedPlugin plugin) {
    String why = plugin.reason().isEmpty() ? "" : ": " + plugin.reason();
    return VisibleText.line(
        "%s %s %s for %s%s"
            .formatted(plugin.id(), plugin.version(), stateOf(plugin), sinceThen(plugin), why));
  }

  /** All about one plugin, a line for each fact. */
  String details(ManagedPlugin plugin) {
    List<String> lines = new ArrayList<>();
    fact(lines, "Plugin", plugin.id());
    fact(lines, "Name", plugin.name());
    fact(lines, "Description", plugin.description());
    fact(lines, "Homepage", plugin.homepageUrl());
    fact(lines, "Version", plugin.version());
    fact(lines, "Folder", plugin.folder().toString());
    fact(lines, "Enabled", plugin.enabled() ? "yes" : "no");
    fact(
        lines,
        "State",
        "%s for %s (since %s)"
            .formatted(stateOf(plugin), sinceThen(plugin), LogListing.time(plugin.since())));
    fact(lines, "Reason", plugin.reason());
    fact(
        lines,
        "Debug mode",
        plugin.debugging() ? "it has no deadlines, and its health is not looked after" : "");
    fact(lines, "Process", plugin.process().map(this::process).orElse(""));
    fact(lines, "Restarts", Integer.toString(plugin.restarts()));
    fact(
        lines,
        "Hooks",
        plugin.hooks().stream().map(HookName::hookName).collect(Collectors.joining(", ")));
    plugin.warnings().forEach(warning -> fact(lines, "Warning", warning));
    if (plugin.state() == PluginState.FAILED || plugin.state() == PluginState.BACKING_OFF) {
      List<String> last = plugin.lastLines();
      last.subList(Math.max(0, last.size() - LAST_LINES), last.size())
          .forEach(line -> fact(lines, "Printed", line));
    }
    return String.join("\n", lines);
  }

  private static String stateOf(ManagedPlugin plugin) {
    return state(plugin.state()) + (plugin.debugging() ? " (DEBUG)" : "");
  }

  /** The name of a state for people. */
  static String state(PluginState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String process(ProcessFacts process) {
    return "%s, for %s, called by %s"
        .formatted(
            process.name(),
            Durations.readable(Duration.between(process.started(), clock.instant())),
            process.transport());
  }

  private String sinceThen(ManagedPlugin plugin) {
    return Durations.readable(Duration.between(plugin.since(), clock.instant()));
  }

  private static void fact(List<String> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add(String.format(Locale.ROOT, "%-12s %s", name, VisibleText.line(value)));
    }
  }
}
