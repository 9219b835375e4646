package io.krait.shell.internal;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagedPlugin.ProcessFacts;
import io.krait.api.management.PluginManager;
import io.krait.api.management.ProcessUsages;
import io.krait.api.management.ProcessUsages.Usage;
import io.krait.api.management.SecretNames;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The processes that plugins run in. */
@Component(service = ProcessCommands.class)
@GogoCommand(
    scope = "plugin",
    function = {"stats", "env"})
public final class ProcessCommands extends Commands {
  private static final String UNKNOWN = "-";

  private final Awaited<PluginManager> manager;
  private final Awaited<ProcessUsages> usages;
  private final InstantSource clock;

  @Activate
  public ProcessCommands(@Reference KraitServices services) {
    this(services.manager(), services.usages(), InstantSource.system());
  }

  ProcessCommands(
      Awaited<PluginManager> manager, Awaited<ProcessUsages> usages, InstantSource clock) {
    this.manager = manager;
    this.usages = usages;
    this.clock = clock;
  }

  /**
   * A plugin's process.
   *
   * @param cpuTime the processor time that it has used so far
   * @param memoryBytes the memory that it has in use
   */
  public record Statistics(
      String id,
      ManagedPlugin plugin,
      Optional<Long> pid,
      Optional<Duration> uptime,
      Optional<Duration> cpuTime,
      Optional<Long> memoryBytes) {}

  /** A fact about a process. */
  public record Fact(String name, String value) {}

  @Descriptor("shows the processes of all plugins: uptime, processor time, memory, restarts")
  public Listing<Statistics> stats() throws CommandException {
    return listing(manager.get().list());
  }

  @Descriptor("shows the process of a plugin: uptime, processor time, memory, restarts")
  public Listing<Statistics> stats(@Descriptor("the plugin's identifier") String id)
      throws CommandException {
    return listing(List.of(Known.plugin(manager, id)));
  }

  @Descriptor("shows how a plugin's process was started: program, folder, environment")
  public Listing<Fact> env(@Descriptor("the plugin's identifier") String id)
      throws CommandException {
    ManagedPlugin plugin = Known.plugin(manager, id);
    ProcessFacts process =
        plugin
            .process()
            .orElseThrow(
                () ->
                    new CommandException(
                        "plugin %s has no process: it is %s"
                            .formatted(id, PluginTables.state(plugin.state()))));
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("process", process.name()));
    facts.add(new Fact("folder", plugin.folder().toString()));
    process
        .pid()
        .ifPresent(
            pid -> {
              ProcessStart.command(pid)
                  .ifPresent(command -> facts.add(new Fact("program", command)));
              facts.add(new Fact("arguments", String.join(" ", ProcessStart.arguments(pid))));
              ProcessStart.environment(pid)
                  .forEach(
                      (name, value) ->
                          facts.add(new Fact(name, SecretNames.include(name) ? MASK : value)));
            });
    List<Column<Fact>> columns =
        List.of(Column.fixed("NAME", Fact::name), Column.elastic("VALUE", Fact::value));
    return new Listing<>(facts, columns, "");
  }

  private Listing<Statistics> listing(List<ManagedPlugin> plugins) {
    List<Column<Statistics>> columns =
        List.of(
            Column.fixed("ID", Statistics::id),
            Column.fixed("STATE", row -> PluginTables.state(row.plugin().state())),
            Column.number("PID", row -> row.pid().map(String::valueOf).orElse(UNKNOWN)),
            Column.number("UPTIME", row -> row.uptime().map(Durations::readable).orElse(UNKNOWN)),
            Column.number("CPU", ProcessCommands::cpu),
            Column.number("CPU %", ProcessCommands::load),
            Column.number("MEMORY", ProcessCommands::memory),
            Column.number("RESTARTS", row -> Integer.toString(row.plugin().restarts())));
    return new Listing<>(
        plugins.stream().map(this::statistics).toList(), columns, "no plugin is installed");
  }

  private Statistics statistics(ManagedPlugin plugin) {
    Optional<Long> pid = plugin.process().flatMap(ProcessFacts::pid);
    Optional<Usage> usage = pid.flatMap(this::usage);
    return new Statistics(
        plugin.id(),
        plugin,
        pid,
        plugin.process().map(process -> Duration.between(process.started(), clock.instant())),
        usage.flatMap(Usage::cpuTime),
        usage.flatMap(Usage::residentBytes));
  }

  private Optional<Usage> usage(long pid) {
    return usages.now().flatMap(now -> now.of(pid));
  }

  private static String cpu(Statistics row) {
    return row.cpuTime()
        .map(time -> String.format(Locale.ROOT, "%.1fs", time.toMillis() / 1000.0))
        .orElse(UNKNOWN);
  }

  // Of its whole life; what it uses at this moment would need a second look after a while.
  private static String load(Statistics row) {
    if (row.cpuTime().isEmpty() || row.uptime().isEmpty() || row.uptime().get().toMillis() <= 0) {
      return UNKNOWN;
    }
    double share = (double) row.cpuTime().get().toMillis() / row.uptime().get().toMillis();
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private static String memory(Statistics row) {
    return row.memoryBytes()
        .map(bytes -> String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0))
        .orElse(UNKNOWN);
  }
}
