package io.krait.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RepeatedFailuresTest {

  private final List<String> lines = new ArrayList<>();
  private final AtomicLong now = new AtomicLong();
  private final RepeatedFailures failures = new RepeatedFailures(new Written(), now::get);

  @Test
  void firstIsToldAndTheOthersAreCounted() {
    for (int i = 0; i < 232; i++) {
      failures.log(Level.ERROR, "database", "request " + i + " failed", new Exception("closed"));
    }
    assertThat(lines).containsExactly("ERROR request 0 failed java.lang.Exception: closed");

    now.addAndGet(Duration.ofMinutes(1).toNanos());
    failures.log(Level.ERROR, "database", "request 232 failed", null);

    assertThat(lines)
        .last()
        .isEqualTo("ERROR request 232 failed (and 231 more times since it was last told)");
  }

  @Test
  void whatComesAloneIsToldEachTime() {
    failures.log(Level.WARNING, "a", "one", null);
    now.addAndGet(Duration.ofMinutes(2).toNanos());
    failures.log(Level.WARNING, "a", "two", null);

    assertThat(lines).containsExactly("WARNING one", "WARNING two");
  }

  @Test
  void otherKindsAreToldBesideIt() {
    failures.log(Level.WARNING, "a", "one", null);
    failures.log(Level.WARNING, "b", "two", null);

    assertThat(lines).hasSize(2);
  }

  @Test
  void kindsThatNeverEndTakeNoMemory() {
    for (int i = 0; i < 10_000; i++) {
      failures.log(Level.WARNING, "kind " + i, "text", null);
    }
    lines.clear();

    failures.log(Level.WARNING, "kind 9999", "known", null);
    failures.log(Level.WARNING, "kind 1", "forgotten", null);

    assertThat(lines).containsExactly("WARNING forgotten");
  }

  @Test
  void textThatIsNotSeenIsMadeVisible() {
    failures.log(Level.WARNING, "a", "x\u001b[2J\nsecond", null);

    assertThat(lines).containsExactly("WARNING x\\u001b[2J ⏎ second");
  }

  /** Remembers what was logged. */
  private final class Written implements System.Logger {
    @Override
    public String getName() {
      return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String text, Throwable failure) {
      lines.add(level + " " + text + " " + failure);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
      lines.add(level + " " + format);
    }
  }
}
