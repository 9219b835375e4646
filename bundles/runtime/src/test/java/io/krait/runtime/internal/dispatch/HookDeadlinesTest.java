package io.krait.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.HookName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HookDeadlinesTest {

  private final List<String> logged = new ArrayList<>();
  private final Logger logger = Logger.getLogger(HookDeadlines.class.getName());
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }

  @Test
  void withoutConfigurationTheContractCounts() {
    var deadlines = new HookDeadlines("30");

    for (HookName hook : HookName.values()) {
      assertThat(deadlines.of(hook)).as(hook.hookName()).isEqualTo(hook.deadline());
    }
    assertThat(logged).isEmpty();
  }

  @Test
  void theUsualDeadlineLeavesHooksAloneForWhichTheContractDeclaresAnother() {
    var deadlines = new HookDeadlines(" 2.5 ");

    assertThat(deadlines.of(HookName.MESSAGE_WILL_BE_POSTED)).contains(Duration.ofMillis(2500));
    assertThat(deadlines.of(HookName.RUN_DATA_RETENTION)).contains(Duration.ofMinutes(5));
    assertThat(deadlines.of(HookName.SERVE_HTTP)).isEmpty();
  }

  @Test
  void singleHooksAreNamedInOneValueOrInSeveral() {
    var deadlines =
        new HookDeadlines("5", "OnActivate=90, ExecuteCommand = 60,", "RunDataRetention=3600");

    assertThat(deadlines.of(HookName.ON_ACTIVATE)).contains(Duration.ofSeconds(90));
    assertThat(deadlines.of(HookName.EXECUTE_COMMAND)).contains(Duration.ofSeconds(60));
    assertThat(deadlines.of(HookName.RUN_DATA_RETENTION)).contains(Duration.ofHours(1));
    assertThat(deadlines.of(HookName.MESSAGE_WILL_BE_POSTED)).contains(Duration.ofSeconds(5));
    assertThat(logged).isEmpty();
  }

  @Test
  void whatMakesNoSenseIsNamedAndPassedOver() {
    var deadlines =
        new HookDeadlines(
            "soon",
            "ExecuteCommand=0,OnActivate=4e9,MessageWillBePosed=2,ServeHTTP=5,OnInstall",
            "MessageWillBePosted=2");

    assertThat(deadlines.of(HookName.EXECUTE_COMMAND)).contains(Duration.ofSeconds(30));
    assertThat(deadlines.of(HookName.ON_ACTIVATE)).contains(Duration.ofSeconds(30));
    assertThat(deadlines.of(HookName.MESSAGE_WILL_BE_POSTED)).contains(Duration.ofSeconds(2));
    String pid = "configuration io.krait.runtime.deadlines, ";
    assertThat(logged)
        .containsExactly(
            pid
                + "default.seconds: \"soon\" is not a number of seconds from 0.1 to 3600; it is"
                + " passed over",
            pid
                + "hooks.seconds: \"ExecuteCommand=0\" is not a number of seconds from 0.1 to 3600;"
                + " it is passed over",
            pid
                + "hooks.seconds: \"OnActivate=4e9\" is not a number of seconds from 0.1 to 3600; it"
                + " is passed over",
            pid
                + "hooks.seconds: \"MessageWillBePosed=2\" names no hook: there is no"
                + " MessageWillBePosed; it is passed over",
            pid
                + "hooks.seconds: \"ServeHTTP=5\" sets a deadline for a stream, which has none; how"
                + " long one may be idle is idleSeconds of io.krait.http; it is passed over",
            pid
                + "hooks.seconds: \"OnInstall\" is not a hook and its seconds, such as"
                + " ExecuteCommand=60; it is passed over");
  }

  @Test
  void changeCountsFromThenOn() {
    var deadlines = new HookDeadlines("30");

    deadlines.set("1");

    assertThat(deadlines.of(HookName.EXECUTE_COMMAND)).contains(Duration.ofSeconds(1));
  }
}
