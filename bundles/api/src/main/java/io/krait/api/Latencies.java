package io.krait.api;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long calls took, as a histogram whose bounds are the same everywhere, so that those of
 * several plugins or servers can be added up.
 *
 * @param withinBounds how many calls took longer than the bound before and no longer than that one;
 *     the last number is of those above all bounds
 * @param total time of all calls together
 * @param longest time of the longest call
 */
public record Latencies(List<Long> withinBounds, Duration total, Duration longest) {

  /** The upper bounds, ascending; each belongs to what is below it. */
  public static final List<Duration> BOUNDS =
      Stream.of(
              100,
              250,
              500,
              1_000,
              2_500,
              5_000,
              10_000,
              25_000,
              50_000,
              100_000,
              250_000,
              500_000,
              1_000_000,
              2_500_000,
              5_000_000,
              10_000_000,
              30_000_000)
          .map(micros -> Duration.ofNanos(micros * 1_000L))
          .toList();

  /**
   * Copies the numbers.
   *
   * @throws IllegalArgumentException where they are not one more than the bounds
   */
  public Latencies {
    withinBounds = List.copyOf(withinBounds);
    if (withinBounds.size() != BOUNDS.size() + 1) {
      throw new IllegalArgumentException(
          "%d numbers for %d bounds".formatted(withinBounds.size(), BOUNDS.size()));
    }
  }

  /** How many calls there were. */
  public long count() {
    return withinBounds.stream().mapToLong(Long::longValue).sum();
  }

  /** The mean time; zero where there was no call. */
  public Duration mean() {
    long count = count();
    return count == 0 ? Duration.ZERO : total.dividedBy(count);
  }

  /**
   * The time within which that share of the calls ended, as exact as the bounds are: between two of
   * them the calls count as spread evenly. Zero where there was no call.
   *
   * @param share from 0 to 1; 0.95 for the 95th percentile
   */
  public Duration percentile(double share) {
    double wanted = share * count();
    double before = 0;
    for (int i = 0; i < withinBounds.size(); i++) {
      long here = withinBounds.get(i);
      if (here > 0 && before + here >= wanted) {
        double low = i == 0 ? 0 : BOUNDS.get(i - 1).toNanos();
        double high =
            i == BOUNDS.size()
                ? longest.toNanos()
                : Math.min(BOUNDS.get(i).toNanos(), longest.toNanos());
        return Duration.ofNanos((long) (low + (high - low) * (wanted - before) / here));
      }
      before += here;
    }
    return longest;
  }
}
