package io.krait.health.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.HookName;
import io.krait.api.HostHealth;
import io.krait.api.PluginApiProvider;
import io.krait.api.Readiness;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import io.krait.api.testing.Answering;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;

final class ReadyHealthTest {

  private static final Readiness READY = () -> new Readiness.Report(true, "", Set.of(), List.of());

  private final AtomicBoolean started = new AtomicBoolean(true);
  private final ReadyHealth health = new ReadyHealth(started::get);

  @SuppressWarnings("unchecked")
  private final ServiceReference<PluginApiProvider> host =
      Answering.service(ServiceReference.class, Map.of());

  @Test
  void aServerWithHostAndPluginsIsReady() {
    health.bindHost(host);
    health.bindPart(Optional::empty);
    health.bindPlugins(READY);

    assertThat(health.execute().getStatus()).isEqualTo(Status.OK);
  }

  @Test
  void aServerThatIsStillBeingStartedIsNotReady() {
    health.bindHost(host);
    health.bindPlugins(READY);
    started.set(false);

    assertThat(told(Status.TEMPORARILY_UNAVAILABLE)).contains("is being started");
  }

  @Test
  void whatIsNotThereIsToldEvenWhereNothingIs() {
    assertThat(told(Status.TEMPORARILY_UNAVAILABLE))
        .contains("host's API is not there")
        .contains("their runtime is not there");
  }

  @Test
  void apiThatGoesMakesTheServerUnready() {
    health.bindHost(host);
    health.bindPlugins(READY);

    health.unbindHost(host);

    assertThat(told(Status.TEMPORARILY_UNAVAILABLE)).contains("host's API is not there");
  }

  @Test
  void problemOfTheHostIsToldAndGoesWithIt() {
    health.bindHost(host);
    health.bindPlugins(READY);
    HostHealth database = () -> Optional.of("the database is closed\u001b[2J");
    health.bindPart(database);

    assertThat(told(Status.TEMPORARILY_UNAVAILABLE)).contains("database is closed\\u001b[2J");

    health.unbindPart(database);
    assertThat(health.execute().getStatus()).isEqualTo(Status.OK);
  }

  @Test
  void partThatFailsIsNoReasonToFailWithIt() {
    health.bindHost(host);
    health.bindPlugins(READY);
    health.bindPart(
        () -> {
          throw new IllegalStateException("secret");
        });

    assertThat(told(Status.TEMPORARILY_UNAVAILABLE))
        .contains("cannot say")
        .doesNotContain("secret");
  }

  @Test
  void pluginsThatAreWaitedForMakeTheServerUnready() {
    health.bindHost(host);
    health.bindPlugins(
        () -> new Readiness.Report(false, "plugin spam starts", Set.of("spam"), List.of()));

    assertThat(told(Status.TEMPORARILY_UNAVAILABLE)).contains("plugin spam starts");
  }

  @Test
  void managerThatKnowsNoMoreIsAskedForPluginsThatStart() {
    health.bindHost(host);
    List<ManagedPlugin> plugins = new ArrayList<>();
    health.bindManager(Answering.service(PluginManager.class, Map.of("list", none -> plugins)));
    assertThat(health.execute().getStatus()).isEqualTo(Status.OK);

    plugins.add(
        ManagedPlugin.builder("spam", "1.0.0", Path.of("spam"))
            .state(PluginState.STARTING)
            .build());
    assertThat(told(Status.TEMPORARILY_UNAVAILABLE)).contains("being started: spam");
  }

  @Test
  void refusedOperationsAreToldButTheRestServes() {
    health.bindHost(host);
    health.bindPlugins(
        () ->
            new Readiness.Report(
                true,
                "",
                Set.of(),
                List.of(
                    new Readiness.Refusal(
                        "spam", Set.of(HookName.MESSAGE_WILL_BE_POSTED), "it has failed"))));

    assertThat(told(Status.WARN)).contains("spam", "MessageWillBePosted", "it has failed");
  }

  @Test
  void livingAsksForNothing() {
    assertThat(new LiveHealth().execute().getStatus()).isEqualTo(Status.OK);
  }

  private String told(Status status) {
    Result result = health.execute();
    assertThat(result.getStatus()).as(result.toString()).isEqualTo(status);
    return result.toString();
  }
}
