package io.krait.supervisor;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Lets only so many records of a plugin pass, so that one that floods does not fill the host's log.
 * What passes of a flood are whole seconds' worth of records in succession; how many have been left
 * out is said with the next one that passes, and so once in a second. Safe for use from any thread.
 */
public final class RecordLimit implements Consumer<OutputRecord> {

  /** How many records of a plugin pass in a second for long. */
  public static final int PER_SECOND = 200;

  /** How many records of a plugin pass in one go after a time of silence. */
  public static final int AT_ONCE = 1000;

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final int perSecond;
  private final int atOnce;
  private final LongSupplier nanoTime;
  private final Consumer<OutputRecord> sink;
  private double room;
  private boolean shut;
  private long filledAt;
  private long leftOut;

  /**
   * A limit.
   *
   * @param perSecond how many may pass in a second
   * @param atOnce how many may pass in one go after a time of silence
   * @param nanoTime a clock such as {@link System#nanoTime}
   * @param sink takes what passes; called while nothing else passes
   */
  public RecordLimit(
      int perSecond, int atOnce, LongSupplier nanoTime, Consumer<OutputRecord> sink) {
    this.perSecond = perSecond;
    this.atOnce = atOnce;
    this.nanoTime = nanoTime;
    this.sink = sink;
    room = atOnce;
    filledAt = nanoTime.getAsLong();
  }

  @Override
  public synchronized void accept(OutputRecord record) {
    long now = nanoTime.getAsLong();
    room = Math.min(atOnce, room + (double) (now - filledAt) / SECOND * perSecond);
    filledAt = now;
    shut = room < (shut ? perSecond : 1);
    if (shut) {
      leftOut++;
      return;
    }
    room--;
    report();
    sink.accept(record);
  }

  /** Whether something was left out that {@link #report} has not said yet. */
  public synchronized boolean isLeavingOut() {
    return leftOut > 0;
  }

  /** Says what was left out, if anything was. */
  public synchronized void report() {
    if (leftOut > 0) {
      long count = leftOut;
      leftOut = 0;
      sink.accept(
          new OutputRecord(
              Level.WARNING,
              "",
              "%d records left out: the plugin prints or logs more than %d in a second"
                  .formatted(count, perSecond),
              Map.of()));
    }
  }
}
