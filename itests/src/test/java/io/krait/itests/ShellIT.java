package io.krait.itests;

import static io.krait.itests.ContainerOptions.tools;
import static io.krait.testing.exam.KraitOptions.api;
import static io.krait.testing.exam.KraitOptions.components;
import static io.krait.testing.exam.KraitOptions.shell;
import static io.krait.testing.exam.KraitOptions.testing;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ops4j.pax.exam.CoreOptions.options;

import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ShellIT {
  private final Container container = Container.ofThisTest();

  @Configuration
  public Option[] container() {
    return options(api(), testing(), components(), shell(), tools());
  }

  @Test
  public void commandsAskTheManagerAndWaitWhileItIsAway() throws Exception {
    var manager = new StubManager().with("com.example.hello", PluginState.DISABLED);
    var registration = container.register(PluginManager.class, manager);
    try (CommandSession session = session()) {
      assertThat(eventually(session, "plugin:list"))
          .contains("ID", "com.example.hello", "1.0.0", "disabled");
      // Here nothing tells what processes take.
      assertThat(eventually(session, "plugin:stats")).contains("com.example.hello", "disabled");
      assertThat(eventually(session, "plugin:enable com.example.hello"))
          .startsWith("enabled com.example.hello 1.0.0, which is running");
      assertThat(manager.asked()).containsExactly("enable com.example.hello");
      assertThatThrownBy(() -> session.execute("plugin:info com.example.nobody"))
          .hasMessage("there is no plugin com.example.nobody; plugin:list shows all");

      registration.unregister();
      var listed = new CompletableFuture<String>();
      new Thread(() -> listed.completeAsync(() -> answer(session, "plugin:list"), Runnable::run))
          .start();
      container.register(
          PluginManager.class, new StubManager().with("com.example.other", PluginState.FAILED));

      assertThat(listed.get(30, SECONDS)).contains("com.example.other", "failed");
    }
  }

  @Test
  public void whyTellsWhatABundleLacksAndWhatUsuallyHasIt() throws Exception {
    try (CommandSession session = session()) {
      assertThat(eventually(session, "plugin:why"))
          .startsWith("all bundles of Krait, and those that use it, run: ");

      Bundle metrics = container.installed("io.krait.metrics");
      try {
        assertThat(answer(session, "plugin:why").lines())
            .anyMatch(
                line ->
                    line.startsWith("io.krait.metrics lacks the package io.micrometer.core.")
                        && line.endsWith(
                            "; usually micrometer-core, micrometer-commons,"
                                + " micrometer-observation has it"));
      } finally {
        metrics.uninstall();
      }
    }
  }

  private CommandSession session() throws InterruptedException {
    var nowhere = new ByteArrayOutputStream();
    return container
        .service(CommandProcessor.class)
        .createSession(InputStream.nullInputStream(), nowhere, nowhere);
  }

  // Components take a moment to find what they need.
  private static String eventually(CommandSession session, String command) {
    Instant deadline = Instant.now().plusSeconds(30);
    while (true) {
      try {
        return answer(session, command);
      } catch (RuntimeException e) {
        if (Instant.now().isAfter(deadline)) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      }
    }
  }

  private static String answer(CommandSession session, String command) {
    try {
      return session.format(session.execute(command), Converter.INSPECT).toString();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
