package io.krait.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class DispatchBoundsTest {

  @Test
  void aBoundThatMakesNoSenseIsALineOfTheLogAndTheUsualOneIsUsed() {
    List<List<Object>> lines = new ArrayList<>();
    Logger logger = Logger.getLogger(HookDispatch.class.getName());
    logger.setFilter(record -> lines.add(List.of(record.getParameters())));
    try (HookDispatch dispatch =
        new HookDispatch(new Written(), new HookDeadlines("30"), GuardRules.usual())) {
      assertThat(dispatch.statistics()).isEmpty();
      assertThat(lines).containsExactly(List.of("threads", "0", "32"));
    } finally {
      logger.setFilter(null);
    }
  }

  /** What the container makes of what an administrator has written. */
  @SuppressWarnings("BadAnnotationImplementation")
  private record Written() implements DispatchConfiguration {

    @Override
    public int notificationQueue() {
      return 100;
    }

    @Override
    public int threads() {
      return 0;
    }

    @Override
    public int waitingCalls() {
      return 100;
    }

    @Override
    public int waitingPerPlugin() {
      return 100;
    }

    @Override
    public int lateCalls() {
      return 0;
    }

    @Override
    public int pauseSeconds() {
      return 1;
    }

    @Override
    public int longestPauseSeconds() {
      return 1;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return DispatchConfiguration.class;
    }
  }
}
