package io.krait.apiserver.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusalsTest {

  private final List<String> lines = new ArrayList<>();
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final Refusals refusals = new Refusals("com.example.p", new Lines(), now::get);

  @Test
  void aThousandRefusalsAreALineAndAMinuteLaterAnotherWithTheirNumber() {
    for (int i = 0; i < 1000; i++) {
      refusals.add("the access token is missing");
    }
    assertThat(lines).hasSize(1).first().asString().contains("com.example.p", "is missing");

    now.addAndGet(Duration.ofSeconds(61).toNanos());
    refusals.add("the access token is not right");

    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).contains("is not right (and 999 times more since the last such line)");
  }

  private final class Lines implements System.Logger {
    @Override
    public String getName() {
      return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
      lines.add(text);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... arguments) {
      lines.add(MessageFormat.format(format, arguments));
    }
  }
}
