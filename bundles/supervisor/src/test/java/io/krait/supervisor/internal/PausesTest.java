package io.krait.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time in which this server was stopped. */
class PausesTest {

  private final ManualTimers timers = new ManualTimers();
  private final List<String> done = new ArrayList<>();

  @Test
  void aPauseIsNoticedWhereverItFallsAndNoneWhereThereIsNone() {
    PauseWatch quiet = new PauseWatch(timers);
    timers.advance(Duration.ofSeconds(30));
    assertThat(quiet.end()).isFalse();

    PauseWatch early = new PauseWatch(timers);
    timers.pause(Duration.ofSeconds(3));
    timers.advance(Duration.ofSeconds(30));
    assertThat(early.end()).isTrue();

    PauseWatch late = new PauseWatch(timers);
    timers.advance(Duration.ofSeconds(3));
    timers.pause(Duration.ofSeconds(3));
    assertThat(late.end()).isTrue();
  }

  @Test
  void nothingIsWatchedAfterTheEnd() {
    new PauseWatch(timers).end();

    assertThat(timers.next()).isEmpty();
  }

  @Test
  void aTimerRunsWhenItsTimeIsOver() {
    new AwakeTimers(timers).after(Duration.ofMillis(10_300), () -> done.add("done"));

    timers.advance(Duration.ofMillis(10_200));
    assertThat(done).isEmpty();
    timers.advance(Duration.ofMillis(100));
    assertThat(done).containsExactly("done");
    assertThat(timers.next()).isEmpty();
  }

  @Test
  void aTimerDoesNotCountThePausesOfTheServer() {
    new AwakeTimers(timers).after(Duration.ofSeconds(10), () -> done.add("done"));
    timers.advance(Duration.ofSeconds(2));

    timers.pause(Duration.ofMinutes(10));
    timers.advance(Duration.ofSeconds(6));
    assertThat(done).isEmpty();
    timers.advance(Duration.ofSeconds(2));
    assertThat(done).containsExactly("done");
  }

  @Test
  void aTimerThatIsCancelledDoesNotRun() {
    Timers.Timer timer =
        new AwakeTimers(timers).after(Duration.ofSeconds(2), () -> done.add("done"));
    timers.advance(Duration.ofSeconds(1));

    timer.cancel();

    assertThat(timers.next()).isEmpty();
  }
}
