package io.krait.benchmarks.plugins;

import io.krait.api.model.CommandArgs;
import io.krait.benchmarks.plugins.KraitHost.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Measures whole plugins: a hook with real Python and back, the API from Python, starts and memory;
 * each beside bare gRPC in the same run, as machines differ and so do their moods.
 */
public final class PluginBenchmark {

  private static final int[] IN_FLIGHT = {1, 8, 32, 128};
  private static final int[] PLUGINS = {1, 10, 100};
  private static final int STARTS = 5;
  private static final String BARE = "bare gRPC";
  private static final String SDK = "the SDK's client";
  private static final int API_CALLS_UNDER_WAY = 32;

  private final Workbench bench;
  private final Report report;
  private final ComparisonTable table;

  private PluginBenchmark(Workbench bench, Report report) {
    this.bench = bench;
    this.report = report;
    table = new ComparisonTable(report).beside("beside bare gRPC", name -> BARE);
  }

  /**
   * Measures, prints what is found, and writes JSON.
   *
   * @param arguments the repository's root, a Python with the SDK, the file for the JSON, and the
   *     rounds and seconds a round, which may be left out
   */
  public static void main(String[] arguments) throws Exception {
    var report = new Report();
    try (var bench = Workbench.of(arguments[0], arguments[1], arguments, 3)) {
      bench.facts(report);
      var benchmark = new PluginBenchmark(bench, report);
      benchmark.hooks();
      benchmark.notifications();
      benchmark.api();
      benchmark.starts();
      benchmark.memory();
    }
    report.write(Path.of(arguments[2]));
  }

  private void hooks() throws Exception {
    var request = Message.request();
    try (BarePeer bare = bench.bare();
        KraitHost loop = bench.host();
        KraitHost thread = bench.host();
        Running onTheLoop = loop.start("on-the-loop", bench.plugin(), "async");
        Running onAThread = thread.start("on-a-thread", bench.plugin(), "sync")) {
      List<Contestant> contestants =
          List.of(
              Contestant.of(BARE, bare.pid(), () -> bare.call(request)),
              Contestant.of(
                  "Krait, coroutine",
                  onTheLoop.pid(),
                  () -> loop.hooks().messageWillBePosted(Message.CONTEXT, Message.POST)),
              Contestant.of(
                  "Krait, plain function",
                  onAThread.pid(),
                  () -> thread.hooks().messageWillBePosted(Message.CONTEXT, Message.POST)));
      report.heading("warming up");
      bench.contest().warmUp(contestants);
      for (int inFlight : IN_FLIGHT) {
        table.show(
            "MessageWillBePosted, %d in flight".formatted(inFlight),
            bench.contest().run(inFlight, contestants));
      }
    }
  }

  private void notifications() throws Exception {
    report.heading("MessageHasBeenPosted; each that was sent was heard of or counted as dropped");
    for (String variant : List.of("async", "sync")) {
      try (KraitHost host = bench.host();
          Running plugin = host.start("told", bench.plugin(), variant)) {
        var notifications = new Notifications(host, "told", bench.roundTime());
        String name = variant + " handler, ";
        report.figure(name + "notifications", notifications.perSecond(), "/s");
        Notifications.Flood flood = notifications.flood();
        report.figure(name + "notifications in a flood", flood.perSecond(), "/s");
        report.figure(name + "dropped of a flood of 100000", flood.dropped(), "");
        report.figure(name + "most that waited", flood.mostWaiting(), "");
      }
    }
  }

  private void api() throws Exception {
    api("GetServerVersion from Python, on a thread", "sync", 1);
    api("GetServerVersion from Python, on its event loop", "async", 1);
    api(
        "GetServerVersion from Python, on its event loop, %d under way"
            .formatted(API_CALLS_UNDER_WAY),
        "async",
        API_CALLS_UNDER_WAY);
  }

  // The plugin makes the calls, and says what each took.
  private void api(String what, String variant, int underWay) throws Exception {
    try (KraitHost host = bench.host();
        Running plugin = host.start("caller", bench.plugin(), variant)) {
      List<Contestant> contestants = new ArrayList<>();
      for (String way : List.of(BARE, SDK)) {
        contestants.add(
            new Contestant(
                way,
                (inFlight, time) ->
                    apiRound(host, way.equals(SDK) ? "/sdk" : "/bare", inFlight, time),
                List.of(ProcessHandle.current().pid(), plugin.pid())));
      }
      table.show(what, bench.contest().run(underWay, contestants));
    }
  }

  private static Measured apiRound(KraitHost host, String command, int underWay, Duration time)
      throws Exception {
    String text = "%s %d %d".formatted(command, underWay, time.toMillis());
    return Measured.parse(
        host.hooksOf("caller")
            .executeCommand(Message.CONTEXT, CommandArgs.builder().command(text).build())
            .toCompletableFuture()
            .get(60, TimeUnit.SECONDS)
            .orElseThrow()
            .text());
  }

  private void starts() throws Exception {
    report.heading("from spawn to running, median of " + STARTS);
    double[] bareTimes = new double[STARTS];
    double[] times = new double[STARTS];
    try (KraitHost host = bench.host()) {
      for (int i = 0; i < STARTS; i++) {
        try (BarePeer bare = bench.bare()) {
          bareTimes[i] = bare.startTime().toMillis();
        }
        try (Running plugin = host.start("started-" + i, bench.plugin(), "async")) {
          times[i] = plugin.startTime().get().toMillis();
        }
      }
    }
    report.figure("bare server listens", Contest.median(bareTimes), "ms");
    report.figure("plugin takes part", Contest.median(times), "ms");
  }

  private void memory() throws Exception {
    report.heading("memory, and starts at once");
    try (BarePeer bare = bench.bare()) {
      report.figure("bare server, resident", Memory.kibibytes(bare.pid(), "Rss") / 1024.0, "MiB");
    }
    for (int plugins : PLUGINS) {
      try (KraitHost host = bench.host()) {
        long before = Memory.heap();
        List<String> ids = IntStream.range(0, plugins).mapToObj(i -> "plugin-" + i).toList();
        long begin = System.nanoTime();
        List<Running> running = host.start(ids, bench.plugin(), "async");
        try {
          double took = (System.nanoTime() - begin) / 1e9;
          report.figure(plugins + " plugins, all take part after", took, "s");
          host.hooks()
              .messageWillBePosted(Message.CONTEXT, Message.POST)
              .toCompletableFuture()
              .get();
          double heap = (Memory.heap() - before) / 1024.0 / plugins;
          report.figure(plugins + " plugins, heap for each", heap, "KiB");
          report.figure(plugins + " plugins, resident each", each(running, "Rss"), "MiB");
          report.figure(plugins + " plugins, proportional each", each(running, "Pss"), "MiB");
        } finally {
          for (Running plugin : running) {
            plugin.close();
          }
        }
      }
    }
  }

  private static double each(List<Running> plugins, String kind) throws IOException {
    long sum = 0;
    for (Running plugin : plugins) {
      sum += Memory.kibibytes(plugin.pid(), kind);
    }
    return sum / 1024.0 / plugins.size();
  }
}
