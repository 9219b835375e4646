package io.krait.shell.internal;

import io.krait.api.HookDispatcher;
import io.krait.api.HookStatistics;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the calls of hooks went. */
@Component(service = HookCommands.class)
@GogoCommand(scope = "plugin", function = "hooks")
public final class HookCommands {
  private static final List<Column<HookStatistics>> COLUMNS =
      List.of(
          Column.elastic("PLUGIN", HookStatistics::pluginId),
          Column.elastic("HOOK", statistics -> statistics.hook().hookName()),
          Column.number("CALLS", statistics -> Long.toString(statistics.calls())),
          Column.number("ERRORS", statistics -> Long.toString(statistics.errors())),
          Column.number("DECISIONS", statistics -> Long.toString(statistics.decisions())),
          Column.number("DROPPED", statistics -> Long.toString(statistics.dropped())),
          Column.number("MEAN MS", statistics -> Durations.millis(mean(statistics))),
          Column.number("MAX MS", statistics -> Durations.millis(statistics.longestTime())));

  private final HookDispatcher dispatcher;

  @Activate
  public HookCommands(@Reference HookDispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Descriptor("shows how the calls of hooks went in the plugins that run")
  public Listing<HookStatistics> hooks() {
    return listing(dispatcher.statistics());
  }

  @Descriptor("shows how the calls of hooks went in a plugin that runs")
  public Listing<HookStatistics> hooks(@Descriptor("the plugin's identifier") String id) {
    return listing(
        dispatcher.statistics().stream().filter(hook -> hook.pluginId().equals(id)).toList());
  }

  private static Listing<HookStatistics> listing(List<HookStatistics> statistics) {
    List<HookStatistics> sorted =
        statistics.stream()
            .sorted(
                Comparator.comparing(HookStatistics::pluginId)
                    .thenComparing(hook -> hook.hook().hookName()))
            .toList();
    return new Listing<>(sorted, COLUMNS, "no hook has been called in a plugin that runs");
  }

  private static Duration mean(HookStatistics statistics) {
    return statistics.calls() == 0
        ? Duration.ZERO
        : statistics.totalTime().dividedBy(statistics.calls());
  }
}
