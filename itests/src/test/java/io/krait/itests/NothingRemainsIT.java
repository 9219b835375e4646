package io.krait.itests;

import static io.krait.itests.ContainerOptions.tools;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class NothingRemainsIT {
  private static final int TIMES = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Container container = Container.ofThisTest();
  private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
  private final Map<Reference<? extends ClassLoader>, String> loaders = new HashMap<>();

  @Configuration
  public Option[] container() {
    TalkBundles.protocolTalk();
    return options(tools());
  }

  @Test
  public void nothingRemainsOfBundlesThatWereUsedAndUninstalled() throws Exception {
    // What the JVM opens once for all, when it is first asked for it, is nobody's leak.
    useAndUninstall();
    var before = Holdings.now();

    for (int i = 0; i < TIMES; i++) {
      useAndUninstall();
    }

    var deadline = Instant.now().plus(PATIENCE);
    var left = leftSince(before, deadline);
    left.addAll(loadersLeft(deadline));
    assertThat(left).as("left behind").isEmpty();
  }

  private void useAndUninstall() throws Exception {
    var bundles =
        container.start("io.krait.grpc", "io.krait.api", "io.krait.protocol", "talk.protocol");
    for (Bundle bundle : bundles) {
      var loader = bundle.adapt(BundleWiring.class).getClassLoader();
      loaders.put(new WeakReference<>(loader, collected), bundle.getSymbolicName());
    }
    for (var transport : List.of("unix", "tcp")) {
      assertThat(container.talk("api").apply(transport)).isEqualTo("Kaa");
      assertThat(container.talk("hooks").apply(transport)).isEqualTo("trust in me!");
      assertThat(container.talk("error").apply(transport)).startsWith("404");
    }
    container.uninstall(bundles);
  }

  private static List<String> leftSince(Holdings before, Instant deadline) {
    var left = Holdings.now().since(before);
    while (!left.isEmpty() && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      left = Holdings.now().since(before);
    }
    return left;
  }

  private List<String> loadersLeft(Instant deadline) throws InterruptedException {
    do {
      System.gc();
      for (var gone = collected.remove(100); gone != null; gone = collected.poll()) {
        loaders.remove(gone);
      }
    } while (!loaders.isEmpty() && Instant.now().isBefore(deadline));
    return loaders.values().stream().map(name -> "class loader of " + name).toList();
  }
}
