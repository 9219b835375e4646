package io.krait.itests;

import static io.krait.itests.ContainerOptions.tools;
import static io.krait.testing.exam.KraitOptions.components;
import static io.krait.testing.exam.KraitOptions.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** The bundles that run plugins, with those that run components, start and stop in any order. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class StartOrderIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Differs from execution to execution, so that a few orders in each see different ones. */
  private static final int FIRST = Integer.getInteger("krait.hotswap.first", 0);

  private static final int ORDERS = 2;

  private final Container container = Container.ofThisTest();

  @Configuration
  public Option[] container() {
    TalkBundles.hostTalk();
    FakePluginArchive.write();
    return options(components(), json(), tools());
  }

  @Test
  public void aPluginRunsWhateverStartsFirstAndNothingIsLeftWhateverStopsFirst() throws Exception {
    container.allowSlowStarts();
    List<Bundle> bundles = new ArrayList<>();
    for (String name : List.of("org.apache.felix.scr", "org.apache.felix.configadmin")) {
      bundles.addAll(container.bundles(name));
    }
    bundles.addAll(
        container.start(
            "io.krait.grpc",
            "io.krait.api",
            "io.krait.protocol",
            "io.krait.apiserver",
            "io.krait.supervisor",
            "io.krait.runtime",
            "talk.host"));
    awaitPlugin("at first", "install", FakePluginArchive.path().toString(), "RUNNING");
    // What the JVM opens once for all is nobody's leak.
    stop(bundles, new Random(FIRST), "the first");
    var remains = new Remains();

    for (int order = 0; order < ORDERS; order++) {
      long seed = FIRST * 100L + order;
      Random random = new Random(seed);
      for (Bundle bundle : shuffled(bundles, random)) {
        bundle.start();
      }
      awaitPlugin("with seed " + seed, "post", "trust in me", "trust in me!");
      stop(bundles, random, "seed " + seed);
    }

    assertThat(remains.await()).as("left behind").isEmpty();
  }

  private void stop(List<Bundle> bundles, Random random, String what) throws BundleException {
    for (Bundle bundle : shuffled(bundles, random)) {
      bundle.stop();
    }
    assertThat(FakePluginArchive.processes()).as("processes after " + what).isEmpty();
  }

  private static List<Bundle> shuffled(List<Bundle> bundles, Random random) {
    List<Bundle> order = new ArrayList<>(bundles);
    Collections.shuffle(order, random);
    return order;
  }

  private void awaitPlugin(String when, String talk, String asked, String expected) {
    Instant deadline = Instant.now().plus(PATIENCE);
    String answer = container.talk(talk).apply(asked);
    while (!answer.equals(expected) && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      answer = container.talk(talk).apply(asked);
    }
    assertThat(answer)
        .as(
            "%s, with the bundles %s",
            when,
            Stream.of("io.krait.", "talk.")
                .flatMap(name -> container.bundles(name).stream())
                .toList())
        .isEqualTo(expected);
  }
}
