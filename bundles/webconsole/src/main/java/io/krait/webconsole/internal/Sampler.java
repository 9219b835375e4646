package io.krait.webconsole.internal;

import io.krait.api.HookStatistics;
import io.krait.api.Nullable;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ProcessUsages.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Keeps the latest samples of each plugin. Safe for use from several threads. */
final class Sampler {

  private final Krait krait;
  private final LongSupplier nanos;
  private final int most;
  private final Map<String, Track> tracks = new HashMap<>();

  /**
   * A sampler that has seen nothing so far.
   *
   * @param nanos a clock that only goes forward
   * @param most how many samples of a plugin are kept
   */
  Sampler(Krait krait, LongSupplier nanos, int most) {
    this.krait = krait;
    this.nanos = nanos;
    this.most = most;
  }

  /** Takes a sample of each plugin that there is, and forgets those that there are no more. */
  void sample() {
    List<ManagedPlugin> plugins = krait.manager().map(manager -> manager.list()).orElse(List.of());
    Map<String, Totals> totals = totals();
    synchronized (tracks) {
      tracks.keySet().retainAll(plugins.stream().map(ManagedPlugin::id).toList());
      for (ManagedPlugin plugin : plugins) {
        Track track = tracks.computeIfAbsent(plugin.id(), id -> new Track());
        Optional<Long> pid = plugin.process().flatMap(ManagedPlugin.ProcessFacts::pid);
        Optional<Usage> usage = pid.flatMap(this::usage);
        Reading reading =
            new Reading(
                nanos.getAsLong(), pid, usage.flatMap(Usage::cpuTime), totals.get(plugin.id()));
        track.add(reading.since(track.last, memory(usage)), most);
        track.last = reading;
      }
    }
  }

  /** The samples of a plugin, oldest first. */
  List<Sample> samples(String pluginId) {
    synchronized (tracks) {
      Track track = tracks.get(pluginId);
      return track == null ? List.of() : new ArrayList<>(track.samples);
    }
  }

  private Map<String, Totals> totals() {
    Map<String, Totals> totals = new HashMap<>();
    krait
        .dispatcher()
        .ifPresent(
            dispatcher -> {
              for (HookStatistics hook : dispatcher.statistics()) {
                totals.merge(hook.pluginId(), Totals.of(hook), Totals::plus);
              }
            });
    return totals;
  }

  private Optional<Usage> usage(long pid) {
    return krait.usages().flatMap(usages -> usages.of(pid));
  }

  private static double memory(Optional<Usage> usage) {
    return usage.flatMap(Usage::residentBytes).map(Long::doubleValue).orElse(Double.NaN);
  }

  /** What the hooks of a plugin add up to. */
  private record Totals(long calls, long errors, Duration time) {

    static Totals of(HookStatistics hook) {
      return new Totals(hook.calls(), hook.errors(), hook.totalTime());
    }

    Totals plus(Totals other) {
      return new Totals(calls + other.calls, errors + other.errors, time.plus(other.time));
    }

    /** What has come since then; all of it, where the plugin was started anew in between. */
    Totals minus(Totals before) {
      return calls < before.calls
          ? this
          : new Totals(
              calls - before.calls,
              Math.max(0, errors - before.errors),
              time.minus(before.time).isNegative() ? Duration.ZERO : time.minus(before.time));
    }
  }

  /** What was read of a plugin at one moment. */
  private record Reading(
      long at, Optional<Long> pid, Optional<Duration> cpu, @Nullable Totals totals) {

    Sample since(@Nullable Reading before, double memory) {
      if (before == null || at <= before.at) {
        return new Sample(Double.NaN, memory, Double.NaN, Double.NaN, Double.NaN);
      }
      double seconds = (at - before.at) / 1e9;
      double percent = Double.NaN;
      if (pid.equals(before.pid) && cpu.isPresent() && before.cpu.isPresent()) {
        percent = Math.max(0, cpu.get().minus(before.cpu.get()).toNanos() / 1e7 / seconds);
      }
      if (totals == null || before.totals == null) {
        return new Sample(percent, memory, Double.NaN, Double.NaN, Double.NaN);
      }
      Totals done = totals.minus(before.totals);
      return new Sample(
          percent,
          memory,
          done.calls / seconds,
          done.errors / seconds,
          done.calls == 0 ? Double.NaN : done.time.toNanos() / 1e6 / done.calls);
    }
  }

  private static final class Track {
    private final ArrayDeque<Sample> samples = new ArrayDeque<>();
    private @Nullable Reading last;

    private void add(Sample sample, int most) {
      while (samples.size() >= most) {
        samples.removeFirst();
      }
      samples.addLast(sample);
    }
  }
}
