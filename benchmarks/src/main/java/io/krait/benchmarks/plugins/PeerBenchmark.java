package io.krait.benchmarks.plugins;

import io.krait.benchmarks.plugins.KraitHost.Running;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the same hook call, with the same message, in Krait and in hashicorp/go-plugin: a Go
 * host with a Go plugin, a Go host with Python plugins, and Krait with the very same ones.
 */
public final class PeerBenchmark {

  private static final int[] IN_FLIGHT = {1, 8, 32};

  private static final String GO = "Go host, Go plugin";
  private static final String GO_ASYNC = "Go host, Python coroutine";
  private static final String GO_SYNC = "Go host, Python function";
  private static final String KRAIT_ASYNC = "Krait, Python coroutine";
  private static final String KRAIT_SYNC = "Krait, Python function";

  private PeerBenchmark() {}

  /**
   * Measures, prints tables, and writes JSON.
   *
   * @param arguments the repository's root, a Python with the SDK, the file for the JSON, the
   *     folder with the programs in Go or "-" if there are none, and the rounds and seconds a
   *     round, which may be left out
   */
  public static void main(String[] arguments) throws Exception {
    var report = new Report();
    List<AutoCloseable> opened = new ArrayList<>();
    try (var bench = Workbench.of(arguments[0], arguments[1], arguments, 4)) {
      bench.facts(report);
      try {
        List<Contestant> contestants = new ArrayList<>();
        if (!arguments[3].equals("-")) {
          contestants.addAll(inGo(bench, bench.root().resolve(arguments[3]), report, opened));
        }
        contestants.add(krait(bench, KRAIT_ASYNC, "async", opened));
        contestants.add(krait(bench, KRAIT_SYNC, "sync", opened));
        compare(bench, contestants, report);
      } finally {
        for (int i = opened.size() - 1; i >= 0; i--) {
          opened.get(i).close();
        }
      }
    }
    report.write(Path.of(arguments[2]));
  }

  private static List<Contestant> inGo(
      Workbench bench, Path programs, Report report, List<AutoCloseable> opened) throws Exception {
    report.fact(GoHost.versions(programs));
    var request = Message.request();
    String python = bench.python().toString();
    String script = bench.plugin().resolve("plugin.py").toString();
    List<Contestant> contestants = new ArrayList<>();
    var go = new GoHost(programs, request, "", programs.resolve("plugin").toString());
    opened.add(go);
    contestants.add(go.contestant(GO));
    var async = new GoHost(programs, request, "async", python, script);
    opened.add(async);
    contestants.add(async.contestant(GO_ASYNC));
    var sync = new GoHost(programs, request, "sync", python, script);
    opened.add(sync);
    contestants.add(sync.contestant(GO_SYNC));
    return contestants;
  }

  private static Contestant krait(
      Workbench bench, String name, String variant, List<AutoCloseable> opened) throws Exception {
    KraitHost host = bench.host();
    opened.add(host);
    Running plugin = host.start("measured-" + variant, bench.plugin(), variant);
    opened.add(plugin);
    return Contestant.of(
        name, plugin.pid(), () -> host.hooks().messageWillBePosted(Message.CONTEXT, Message.POST));
  }

  private static void compare(Workbench bench, List<Contestant> contestants, Report report)
      throws Exception {
    report.heading("warming up");
    bench.contest().warmUp(contestants);
    var table =
        new ComparisonTable(report)
            .beside("beside the Go plugin", name -> GO)
            .beside("beside the Go host with this plugin", PeerBenchmark::inGo);
    for (int inFlight : IN_FLIGHT) {
      table.show(
          "MessageWillBePosted, %d in flight".formatted(inFlight),
          bench.contest().run(inFlight, contestants));
    }
  }

  /** The Go host with the same plugin. */
  private static String inGo(String name) {
    return switch (name) {
      case KRAIT_ASYNC -> GO_ASYNC;
      case KRAIT_SYNC -> GO_SYNC;
      default -> name;
    };
  }
}
