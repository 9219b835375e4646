package io.krait.benchmarks.plugins;

import io.krait.api.model.CommandArgs;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.benchmarks.plugins.KraitHost.Running;
import io.krait.protocol.convert.Disclosure;
import io.krait.protocol.convert.PluginContextConverter;
import io.krait.protocol.convert.PostConverter;
import io.krait.protocol.v1.MessageWillBePostedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Measures whole plugins: a hook with real Python and back, the API from Python, starts and memory;
 * each beside bare gRPC in the same run, as machines differ and so do their moods.
 */
public final class PluginBenchmark {

  private static final int[] IN_FLIGHT = {1, 8, 32, 128};
  private static final int[] PLUGINS = {1, 10, 50};
  private static final int STARTS = 5;

  private final Path root;
  private final Path python;
  private final Path folder;
  private final int rounds;
  private final Duration roundTime;
  private final Report report = new Report();

  private final PluginContext context =
      PluginContext.builder().requestId("request").ipAddress("127.0.0.1").build();
  private final Post post =
      Post.builder()
          .id("post".repeat(6))
          .userId("user".repeat(6))
          .channelId("chan".repeat(6))
          .message(
              "a message of about eighty characters, as people write them to one another all day")
          .createAt(1_700_000_000_000L)
          .build();

  private PluginBenchmark(Path root, Path python, Path folder, int rounds, Duration roundTime) {
    this.root = root;
    this.python = python;
    this.folder = folder;
    this.rounds = rounds;
    this.roundTime = roundTime;
  }

  /**
   * Measures, prints a table, and writes JSON.
   *
   * @param arguments the repository's root, a Python with the SDK, the file for the JSON, and the
   *     rounds and seconds a round, which may be left out
   */
  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 5;
    int seconds = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 3;
    Path folder = Files.createTempDirectory("krait-benchmark");
    try {
      var benchmark =
          new PluginBenchmark(
              Path.of(arguments[0]).toAbsolutePath(),
              Path.of(arguments[1]).toAbsolutePath(),
              folder,
              rounds,
              Duration.ofSeconds(seconds));
      benchmark.hooks();
      benchmark.api();
      benchmark.starts();
      benchmark.memory();
      benchmark.report.write(Path.of(arguments[2]));
    } finally {
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private BarePeer bare() throws IOException {
    return new BarePeer(python, root.resolve("benchmarks/python/bare_server.py"), folder);
  }

  private Path plugin() {
    return root.resolve("benchmarks/python/measured_plugin");
  }

  private void hooks() throws Exception {
    var request =
        MessageWillBePostedRequest.newBuilder()
            .setPluginContext(PluginContextConverter.toWire(context, Disclosure.TO_PLUGIN))
            .setPost(PostConverter.toWire(post, Disclosure.TO_PLUGIN))
            .build();
    try (BarePeer bare = bare();
        KraitHost loop = new KraitHost(python);
        KraitHost thread = new KraitHost(python);
        Running onTheLoop = loop.start("on-the-loop", plugin(), "async");
        Running onAThread = thread.start("on-a-thread", plugin(), "sync")) {
      Map<String, Supplier<CompletionStage<?>>> ways = new LinkedHashMap<>();
      ways.put("bare", () -> bare.call(request));
      ways.put("async handler", () -> loop.hooks().messageWillBePosted(context, post));
      ways.put("sync handler", () -> thread.hooks().messageWillBePosted(context, post));
      for (int inFlight : IN_FLIGHT) {
        report.heading("MessageWillBePosted, %d in flight".formatted(inFlight));
        compare(inFlight, ways);
      }
    }
  }

  // One way after the other in each round, so that a machine's bad moment meets all of them.
  private void compare(int inFlight, Map<String, Supplier<CompletionStage<?>>> ways)
      throws InterruptedException {
    Map<String, List<Measured>> measured = new LinkedHashMap<>();
    for (var way : ways.entrySet()) {
      new Load(inFlight, roundTime).run(way.getValue());
    }
    for (int round = 0; round < rounds; round++) {
      for (var way : ways.entrySet()) {
        measured
            .computeIfAbsent(way.getKey(), name -> new ArrayList<>())
            .add(new Load(inFlight, roundTime).run(way.getValue()));
      }
    }
    double bareP50 = median(measured.get("bare"), one -> one.quantile(0.5));
    double bareRate = median(measured.get("bare"), Measured::callsPerSecond);
    measured.forEach(
        (way, runs) -> {
          String name = way + ", " + inFlight + " in flight, ";
          double p50 = median(runs, one -> one.quantile(0.5));
          double rate = median(runs, Measured::callsPerSecond);
          report.figure(name + "p50", p50, "us");
          report.figure(name + "p99", median(runs, one -> one.quantile(0.99)), "us");
          report.figure(name + "calls", rate, "/s");
          if (!way.equals("bare")) {
            report.figure(name + "p50 to bare", p50 / bareP50, "x");
            report.figure(name + "calls to bare", rate / bareRate, "x");
          }
        });
  }

  private static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
    double[] values = runs.stream().mapToDouble(figure).sorted().toArray();
    return values[values.length / 2];
  }

  private void api() throws Exception {
    report.heading("API calls from Python, one after the other");
    try (KraitHost host = new KraitHost(python);
        Running plugin = host.start("caller", plugin(), "sync")) {
      for (String command : List.of("/bare", "/sdk")) {
        String answer =
            host.hooksOf("caller")
                .executeCommand(context, CommandArgs.builder().command(command).build())
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS)
                .orElseThrow()
                .text();
        double[] micros =
            Arrays.stream(answer.split(" ")).mapToDouble(Double::parseDouble).toArray();
        Measured measured =
            Measured.of(micros, Duration.ofNanos((long) (Arrays.stream(micros).sum() * 1e3)));
        String name = command.equals("/bare") ? "bare stub, " : "the SDK's client, ";
        report.figure(name + "p50", measured.quantile(0.5), "us");
        report.figure(name + "p99", measured.quantile(0.99), "us");
        report.figure(name + "calls", measured.callsPerSecond(), "/s");
      }
    }
  }

  private void starts() throws Exception {
    report.heading("from spawn to running, median of " + STARTS);
    double[] bareTimes = new double[STARTS];
    double[] times = new double[STARTS];
    try (KraitHost host = new KraitHost(python)) {
      for (int i = 0; i < STARTS; i++) {
        try (BarePeer bare = bare()) {
          bareTimes[i] = bare.startTime().toMillis();
        }
        try (Running plugin = host.start("started-" + i, plugin(), "async")) {
          times[i] = plugin.startTime().toMillis();
        }
      }
    }
    Arrays.sort(bareTimes);
    Arrays.sort(times);
    report.figure("bare server listens", bareTimes[STARTS / 2], "ms");
    report.figure("plugin takes part", times[STARTS / 2], "ms");
  }

  private void memory() throws Exception {
    report.heading("memory");
    try (BarePeer bare = bare()) {
      report.figure("bare server, resident", Memory.kibibytes(bare.pid(), "Rss") / 1024.0, "MiB");
    }
    try (KraitHost host = new KraitHost(python)) {
      List<Running> running = new ArrayList<>();
      try {
        long before = Memory.heap();
        for (int plugins : PLUGINS) {
          while (running.size() < plugins) {
            running.add(host.start("plugin-" + running.size(), plugin(), "async"));
          }
          host.hooks().messageWillBePosted(context, post).toCompletableFuture().get();
          double heap = (Memory.heap() - before) / 1024.0 / plugins;
          report.figure(plugins + " plugins, heap for each", heap, "KiB");
          report.figure(plugins + " plugins, resident each", children("Rss"), "MiB");
          report.figure(plugins + " plugins, proportional each", children("Pss"), "MiB");
        }
      } finally {
        for (Running plugin : running) {
          plugin.close();
        }
      }
    }
  }

  private static double children(String kind) throws IOException {
    long[] pids = ProcessHandle.current().children().mapToLong(ProcessHandle::pid).toArray();
    long sum = 0;
    for (long pid : pids) {
      sum += Memory.kibibytes(pid, kind);
    }
    return sum / 1024.0 / pids.length;
  }
}
