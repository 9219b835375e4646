package io.krait.benchmarks.plugins;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Lets contestants take turns: one after the other in each round, so that a machine's bad moment
 * meets all of them.
 */
final class Contest {

  private static final int WARM_UP_IN_FLIGHT = 32;
  private static final int WARM_UP_ROUNDS = 4;

  private final int rounds;
  private final Duration roundTime;

  Contest(int rounds, Duration roundTime) {
    this.rounds = rounds;
    this.roundTime = roundTime;
  }

  /**
   * What a round came to.
   *
   * @param processor the processor time for a call, on both sides, in microseconds
   */
  private record Round(Measured measured, double processor) {}

  /** What the rounds came to, for each contestant in the order in which they were named. */
  static final class Outcome {
    private final Map<String, List<Round>> rounds = new LinkedHashMap<>();

    List<String> names() {
      return List.copyOf(rounds.keySet());
    }

    double p50(String name) {
      return median(name, round -> round.measured().p50());
    }

    double p99(String name) {
      return median(name, round -> round.measured().p99());
    }

    double callsPerSecond(String name) {
      return median(name, round -> round.measured().callsPerSecond());
    }

    double processor(String name) {
      return median(name, Round::processor);
    }

    /** How many times as long as another's half of its calls take. */
    double p50Ratio(String name, String other) {
      return ratio(name, other, round -> round.measured().p50());
    }

    /** How many times as many calls as another's. */
    double rateRatio(String name, String other) {
      return ratio(name, other, round -> round.measured().callsPerSecond());
    }

    private double median(String name, ToDoubleFunction<Round> figure) {
      return Contest.median(rounds.get(name).stream().mapToDouble(figure).toArray());
    }

    // Of the ratios within rounds, as what was measured at nearly the same time is comparable.
    private double ratio(String name, String other, ToDoubleFunction<Round> figure) {
      List<Round> mine = rounds.get(name);
      List<Round> theirs = rounds.get(other);
      double[] ratios = new double[mine.size()];
      for (int i = 0; i < ratios.length; i++) {
        ratios[i] = figure.applyAsDouble(mine.get(i)) / figure.applyAsDouble(theirs.get(i));
      }
      return Contest.median(ratios);
    }
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Has each called for some rounds, as Java compiles what is called often. */
  void warmUp(List<Contestant> contestants) throws Exception {
    for (Contestant contestant : contestants) {
      Measured unused =
          contestant.caller().run(WARM_UP_IN_FLIGHT, roundTime.multipliedBy(WARM_UP_ROUNDS));
    }
  }

  /** Has each called with that many calls in flight: once to warm up, and then in each round. */
  Outcome run(int inFlight, List<Contestant> contestants) throws Exception {
    for (Contestant contestant : contestants) {
      Measured unused = contestant.caller().run(inFlight, roundTime);
    }
    var outcome = new Outcome();
    for (int round = 0; round < rounds; round++) {
      for (Contestant contestant : contestants) {
        outcome
            .rounds
            .computeIfAbsent(contestant.name(), name -> new ArrayList<>())
            .add(round(inFlight, contestant));
      }
    }
    return outcome;
  }

  private Round round(int inFlight, Contestant contestant) throws Exception {
    Duration before = contestant.processorTime();
    long begin = System.nanoTime();
    Measured measured = contestant.caller().run(inFlight, roundTime);
    double calls = measured.callsPerSecond() * (System.nanoTime() - begin) / 1e9;
    Duration used = contestant.processorTime().minus(before);
    return new Round(measured, used.toNanos() / 1e3 / calls);
  }
}
