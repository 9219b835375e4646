package io.krait.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.supervisor.ProcessLimits;
import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Test;

class PluginLimitsTest {

  private static final ProcessLimits USUAL = new ProcessLimits(2048L << 20, 2, 512, 4096);

  @Test
  void whatIsSetForAPluginIsInPlaceOfWhatHoldsForAll() {
    assertThat(new PluginLimits(new Chosen(256, 0, 64, 0)).over(USUAL))
        .isEqualTo(new ProcessLimits(256L << 20, 0, 64, 0));
  }

  @Test
  void whatIsNotSetIsAsForAll() {
    assertThat(new PluginLimits(new Chosen(-1, -1, -1, -1)).over(USUAL)).isEqualTo(USUAL);
  }

  @Test
  void halfAProcessorIsALimitToo() {
    assertThat(new PluginLimits(new Chosen(-1, 0.5, -1, -1)).over(USUAL).processors())
        .isEqualTo(0.5);
  }

  @SuppressWarnings("BadAnnotationImplementation") // As a container makes it from a configuration.
  private record Chosen(
      int limit_memory_megabytes, double limit_processors, int limit_tasks, int limit_descriptors)
      implements PluginLimitsConfiguration {

    @Override
    public String plugin() {
      return "a.b";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return PluginLimitsConfiguration.class;
    }
  }
}
