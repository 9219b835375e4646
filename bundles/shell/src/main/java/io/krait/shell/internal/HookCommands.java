package io.krait.shell.internal;

import io.krait.api.HookDispatcher;
import io.krait.api.HookStatistics;
import io.krait.api.VisibleText;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the calls of hooks went. */
@Component(service = HookCommands.class)
@GogoCommand(scope = "plugin", function = "hooks")
public final class HookCommands extends Commands {
  // Names are not cut: hooks begin alike, and so do plugins.
  private static final Column<HookStatistics> PLUGIN =
      Column.fixed("PLUGIN", HookStatistics::pluginId);
  private static final List<Column<HookStatistics>> COLUMNS =
      List.of(
          Column.fixed("HOOK", statistics -> statistics.hook().hookName()),
          Column.number("CALLS", statistics -> Long.toString(statistics.calls())),
          Column.number("ERRORS", statistics -> Long.toString(statistics.errors())),
          Column.number("DECISIONS", statistics -> Long.toString(statistics.decisions())),
          Column.number("DROPPED", statistics -> Long.toString(statistics.dropped())),
          percentile("P50", 0.5),
          percentile("P95", 0.95),
          percentile("P99", 0.99),
          Column.number("MAX MS", statistics -> Durations.millis(statistics.longestTime())));

  private final Awaited<PluginManager> manager;
  private final Awaited<HookDispatcher> dispatcher;

  @Activate
  public HookCommands(@Reference KraitServices services) {
    this(services.manager(), services.dispatcher());
  }

  HookCommands(Awaited<PluginManager> manager, Awaited<HookDispatcher> dispatcher) {
    this.manager = manager;
    this.dispatcher = dispatcher;
  }

  @Descriptor("shows how the calls of hooks went in the plugins that run")
  public Listing<HookStatistics> hooks() throws CommandException {
    List<Column<HookStatistics>> columns = new ArrayList<>(COLUMNS);
    columns.add(0, PLUGIN);
    return new Listing<>(
        statistics(hook -> hook.calls() + hook.dropped() > 0),
        columns,
        "no hook has been called in a plugin that runs");
  }

  @Descriptor("shows the hooks that a plugin handles while it runs, and how their calls went")
  public Listing<HookStatistics> hooks(@Descriptor("the plugin's identifier") String id)
      throws CommandException {
    ManagedPlugin plugin = Known.plugin(manager, id);
    return new Listing<>(
        statistics(hook -> hook.pluginId().equals(id)),
        COLUMNS,
        VisibleText.line(
            plugin.hooks().isEmpty()
                ? "plugin %s handles no hooks: it is %s"
                    .formatted(id, PluginTables.state(plugin.state()))
                : "plugin %s handles no hooks but those of its life and of HTTP, which are not"
                        .formatted(id)
                    + " counted here"));
  }

  private List<HookStatistics> statistics(Predicate<HookStatistics> which) throws CommandException {
    return dispatcher.get().statistics().stream()
        .filter(which)
        .sorted(
            Comparator.comparing(HookStatistics::pluginId)
                .thenComparing(hook -> hook.hook().hookName()))
        .toList();
  }

  private static Column<HookStatistics> percentile(String title, double share) {
    return Column.number(
        title, statistics -> Durations.millis(statistics.latencies().percentile(share)));
  }
}
