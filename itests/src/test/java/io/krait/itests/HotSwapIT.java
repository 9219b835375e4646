package io.krait.itests;

import static io.krait.itests.ContainerOptions.distribution;
import static io.krait.itests.ContainerOptions.tools;
import static io.krait.itests.ContainerOptions.watching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Our bundles are exchanged while a plugin runs. Nothing in here refers to a class of theirs: the
 * test would be refreshed with them.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class HotSwapIT {
  private static final int ROUNDS = Integer.getInteger("krait.hotswap.rounds", 1);

  /** Differs from execution to execution, so that a few rounds in each see different changes. */
  private static final int FIRST = Integer.getInteger("krait.hotswap.first", 0);

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Without one of these no plugin runs. */
  private static final Set<String> NEEDED =
      Set.of("io.krait.host", "io.krait.apiserver", "io.krait.supervisor", "io.krait.runtime");

  private enum Change {
    STOP_AND_START,
    UPDATE,
    REFRESH,
    UNINSTALL_AND_INSTALL
  }

  private final Container container = Container.ofThisTest();
  private HostClient client;
  private String channel = "";

  @Configuration
  public Option[] container() throws IOException {
    FakePluginArchive.write();
    Path data = Files.createTempDirectory("hotswap");
    Path dropped = Files.createDirectory(data.resolve("dropped"));
    Files.copy(FakePluginArchive.path(), dropped.resolve("fake-plugin.tar.gz"));
    return options(
        distribution(),
        systemProperty("krait.hotswap.data").value(data.toString()),
        watching(dropped),
        tools());
  }

  @Test
  public void bundlesAreExchangedUnderARunningPluginAndLeaveNothing() throws Exception {
    client = new HostClient(container.httpPort());
    // Before ours are there, as they must not start with any other.
    Path data = Path.of(System.getProperty("krait.hotswap.data"));
    configure("io.krait.host", "data.folder", data.resolve("host").toString());
    configure("io.krait.deploy", "data.folder", data.resolve("deployed").toString());
    configure("io.krait.runtime", "plugins.folder", data.resolve("plugins").toString());
    configure("io.krait.supervisor", "start.seconds", 60);
    container.install(ContainerOptions.ours());
    await("the host answers", () -> client.get("/system/ping").status() == 200);
    client.signUp(data.resolve("host"));
    client.logIn();
    channel = client.newTeam();
    awaitPlugin("the start");
    // What the JVM and the container open once for all is nobody's leak.
    container.install(uninstallAll());
    awaitPlugin("the first exchange of all");
    List<String> all = uninstallAll();
    var remains = new Remains();
    container.install(all);
    awaitPlugin("the second exchange of all");

    for (int round = 0; round < ROUNDS; round++) {
      int next = FIRST + round;
      for (Bundle bundle : ours()) {
        remains.watch(ours());
        // After four rounds each bundle has been changed in each way.
        exchange(bundle, Change.values()[next++ % Change.values().length]);
      }
    }

    remains.watch(ours());
    uninstallAll();
    assertThat(FakePluginArchive.processes()).isEmpty();
    assertThat(remains.await()).as("left behind").isEmpty();
  }

  private void configure(String pid, String key, Object value) throws Exception {
    container
        .service(ConfigurationAdmin.class)
        .getConfiguration(pid, "?")
        .update(new Hashtable<>(Map.of(key, value)));
  }

  private List<Bundle> ours() {
    return container.bundles("io.krait.");
  }

  /** Returns where the bundles came from. */
  private List<String> uninstallAll() throws Exception {
    List<Bundle> bundles = ours();
    container.uninstall(bundles);
    return bundles.stream().map(Bundle::getLocation).toList();
  }

  private void exchange(Bundle bundle, Change change) throws Exception {
    String name = bundle.getSymbolicName();
    switch (change) {
      case STOP_AND_START -> {
        bundle.stop();
        if (NEEDED.contains(name)) {
          await(
              "the plugin stops with " + name,
              () -> FakePluginArchive.processes().findAny().isEmpty());
        }
        bundle.start();
      }
      case UPDATE -> container.update(bundle);
      case REFRESH -> container.refresh(List.of(bundle));
      case UNINSTALL_AND_INSTALL -> container.reinstall(bundle);
    }
    awaitPlugin(change + " of " + name);
    await(
        "there is one process after " + change + " of " + name,
        () -> FakePluginArchive.processes().count() == 1);
  }

  /** Waits until the plugin takes part again in what the embedded host does. */
  private void awaitPlugin(String what) throws Exception {
    await(
        "the plugin is back after " + what,
        () -> client.post(channel, "trust in me").body().contains("trust in me!"));
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited in vain until " + what).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
