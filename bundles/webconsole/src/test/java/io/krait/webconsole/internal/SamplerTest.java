package io.krait.webconsole.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.krait.api.HookName;
import io.krait.api.management.PluginState;
import io.krait.webconsole.fixture.LivelyPlugins;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SamplerTest {

  private static final String ID = "com.example.hello";

  private final LivelyPlugins plugins = new LivelyPlugins();
  private final AtomicLong nanos = new AtomicLong();
  private final Sampler sampler = new Sampler(FakeKrait.of(plugins), nanos::get, 3);

  @BeforeEach
  void start() {
    plugins.put(LivelyPlugins.installed(ID, "Hello", "1.0.0"));
    plugins.state(ID, PluginState.RUNNING, "", 0, List.of());
  }

  @Test
  void timeOnProcessorsBecomesPercentOfOne() {
    plugins.usage(ID, Duration.ofMillis(1_000), 5_000);
    sampler.sample();
    plugins.usage(ID, Duration.ofMillis(1_500), 6_000);
    later();
    sampler.sample();

    assertThat(latest().cpu()).isCloseTo(25, within(0.001));
    assertThat(latest().memory()).isEqualTo(6_000);
  }

  @Test
  void countersBecomeRatesAndAMeanOfTheInterval() {
    plugins.calls(ID, HookName.MESSAGE_WILL_BE_POSTED, 100, 1, Duration.ofMillis(4));
    sampler.sample();
    plugins.calls(ID, HookName.MESSAGE_WILL_BE_POSTED, 120, 5, Duration.ofMillis(4));
    plugins.calls(ID, HookName.EXECUTE_COMMAND, 20, 0, Duration.ofMillis(8));
    later();
    sampler.sample();

    assertThat(latest().calls()).isCloseTo(20, within(0.001));
    assertThat(latest().errors()).isCloseTo(2, within(0.001));
    assertThat(latest().latency()).isCloseTo(6, within(0.001));
  }

  @Test
  void firstSampleHasNoRates() {
    plugins.usage(ID, Duration.ofSeconds(9), 5_000);
    sampler.sample();

    assertThat(latest().cpu()).isNaN();
    assertThat(latest().calls()).isNaN();
    assertThat(latest().memory()).isEqualTo(5_000);
  }

  @Test
  void anotherProcessIsNotComparedWithTheOneBefore() {
    plugins.usage(ID, Duration.ofSeconds(9), 5_000);
    sampler.sample();
    plugins.state(ID, PluginState.DISABLED, "", 0, List.of());
    plugins.state(ID, PluginState.RUNNING, "", 0, List.of());
    plugins.usage(ID, Duration.ofSeconds(10), 5_000);
    later();
    sampler.sample();

    assertThat(latest().cpu()).isNaN();
  }

  @Test
  void countersThatBeginAnewDoNotGoBelowZero() {
    plugins.calls(ID, HookName.EXECUTE_COMMAND, 100, 9, Duration.ofMillis(4));
    sampler.sample();
    plugins.calls(ID, HookName.EXECUTE_COMMAND, 6, 0, Duration.ofMillis(2));
    later();
    sampler.sample();

    assertThat(latest().calls()).isCloseTo(3, within(0.001));
    assertThat(latest().errors()).isZero();
    assertThat(latest().latency()).isCloseTo(2, within(0.001));
  }

  @Test
  void oldestSamplesGo() {
    for (int i = 0; i < 9; i++) {
      later();
      sampler.sample();
    }

    assertThat(sampler.samples(ID)).hasSize(3);
  }

  @Test
  void removedPluginIsForgotten() {
    sampler.sample();
    plugins.remove(ID);
    sampler.sample();

    assertThat(sampler.samples(ID)).isEmpty();
  }

  @Test
  void nothingIsKnownWithoutServices() {
    Sampler alone = new Sampler(FakeKrait.absent(), nanos::get, 3);
    alone.sample();

    assertThat(alone.samples(ID)).isEmpty();
  }

  private void later() {
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
  }

  private Sample latest() {
    List<Sample> samples = sampler.samples(ID);
    return samples.get(samples.size() - 1);
  }
}
