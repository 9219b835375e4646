package io.krait.itests;

import static io.krait.itests.ContainerOptions.healthChecks;
import static io.krait.itests.ContainerOptions.http;
import static io.krait.itests.ContainerOptions.tools;
import static io.krait.testing.exam.KraitOptions.api;
import static io.krait.testing.exam.KraitOptions.components;
import static io.krait.testing.exam.KraitOptions.testing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.options;

import io.krait.api.HostHealth;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import io.krait.api.Readiness;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result.Status;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class HealthIT {
  private static final String HEALTH = "io.krait.health";
  private static final int ROUNDS = 5;

  private final Container container = Container.ofThisTest();
  private final StubManager manager =
      new StubManager()
          .with("com.example.hello", PluginState.RUNNING)
          .with("com.example.spam", PluginState.FAILED);
  private ServiceRegistration<?> offered;

  @Configuration
  public Option[] container() {
    return options(api(), testing(), components(), http(), healthChecks(), tools());
  }

  @Before
  public void offerPlugins() {
    offered = container.register(PluginManager.class, manager);
  }

  @After
  public void withdrawPlugins() {
    offered.unregister();
  }

  @Test
  public void theExecutorAsksForEachPluginAndForAll() throws Exception {
    List<Bundle> health = container.start(HEALTH);

    assertThat(ask("com.example.hello", Status.OK)).hasSize(1);
    assertThat(ask("com.example.spam", Status.CRITICAL)).hasSize(1);
    assertThat(ask("krait-plugin", Status.CRITICAL)).hasSize(2);
    assertThat(ask("krait-all", Status.CRITICAL))
        .singleElement()
        .extracting(result -> result.getHealthCheckResult().toString())
        .asString()
        .contains("com.example.spam");

    manager.with("com.example.spam", PluginState.RUNNING);
    assertThat(ask("krait-all", Status.OK)).hasSize(1);

    container.uninstall(health);
    assertThat(results("krait")).isEmpty();
  }

  @Test
  public void theServerIsReadyWhileItsHostAndItsPluginsAre() throws Exception {
    List<Bundle> health = container.start(HEALTH);
    assertThat(said("krait-ready", Status.TEMPORARILY_UNAVAILABLE)).contains("host's API is not");

    ServiceRegistration<?> host =
        container.register(PluginApiProvider.class, plugin -> new PluginApi() {});
    ServiceRegistration<?> runtime =
        container.register(
            Readiness.class, () -> new Readiness.Report(true, "", Set.of(), List.of()));
    AtomicReference<Optional<String>> problem = new AtomicReference<>(Optional.empty());
    ServiceRegistration<?> part = container.register(HostHealth.class, problem::get);
    ask("krait-ready", Status.OK);

    problem.set(Optional.of("the database is away"));
    assertThat(said("krait-ready", Status.TEMPORARILY_UNAVAILABLE)).contains("database is away");
    ask("krait-live", Status.OK);

    part.unregister();
    runtime.unregister();
    host.unregister();
    assertThat(said("krait-ready", Status.TEMPORARILY_UNAVAILABLE)).contains("host's API is not");
    container.uninstall(health);
  }

  private String said(String tag, Status status) throws Exception {
    return ask(tag, status).get(0).getHealthCheckResult().toString();
  }

  @Test
  public void nothingRemainsOfIt() throws Exception {
    useAndUninstall(new Remains());
    var remains = new Remains();

    for (int i = 0; i < ROUNDS; i++) {
      useAndUninstall(remains);
    }

    assertThat(remains.await()).as("left behind").isEmpty();
  }

  private void useAndUninstall(Remains remains) throws Exception {
    List<Bundle> health = container.start(HEALTH);
    remains.watch(health);
    // Not by the executor, whose own threads become more and less.
    assertThat(container.service(HealthCheck.class).execute().getStatus()).isNotNull();
    container.uninstall(health);
  }

  /** What the checks with that tag say, once the worst of it is that. */
  private List<HealthCheckExecutionResult> ask(String tag, Status worst) throws Exception {
    Instant deadline = Instant.now().plusSeconds(30);
    while (true) {
      List<HealthCheckExecutionResult> results = results(tag);
      boolean isSo =
          results.stream()
              .map(result -> result.getHealthCheckResult().getStatus())
              .reduce((one, other) -> one.ordinal() > other.ordinal() ? one : other)
              .filter(worst::equals)
              .isPresent();
      if (isSo) {
        return results;
      }
      assertThat(Instant.now()).as("%s: %s", tag, results).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private List<HealthCheckExecutionResult> results(String tag) throws Exception {
    return container
        .service(HealthCheckExecutor.class)
        .execute(
            HealthCheckSelector.tags(tag),
            // Not what was said two seconds ago.
            new HealthCheckExecutionOptions().setForceInstantExecution(true));
  }
}
