package io.krait.itests;

import static io.krait.itests.ContainerOptions.hostLibraries;
import static io.krait.itests.ContainerOptions.http;
import static io.krait.itests.ContainerOptions.tools;
import static io.krait.testing.exam.KraitOptions.api;
import static io.krait.testing.exam.KraitOptions.components;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.options;

import io.krait.api.PluginApiProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
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

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class HostIT {
  private static final String HOST = "io.krait.host";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Container container = Container.ofThisTest();
  private HostClient client;

  @Configuration
  public Option[] container() {
    return options(api(), components(), http(), hostLibraries(), tools());
  }

  @Test
  public void aHostServesItsDataOverHttpAndLeavesNothingElseBehind() throws Exception {
    client = new HostClient(container.httpPort());
    Path folder = Files.createTempDirectory("host");
    container.configuration(HOST).update(new Hashtable<>(Map.of("data.folder", folder.toString())));
    // What the JVM and the server open once for all is nobody's leak.
    container.uninstall(started());

    List<Bundle> first = started();
    assertThat(container.service(PluginApiProvider.class)).isNotNull();
    String channel = signUpAndPost(folder);
    container.uninstall(first);
    assertThat(client.get("/system/ping").status()).isEqualTo(404);

    var remains = new Remains();
    for (int i = 0; i < 3; i++) {
      List<Bundle> again = started();
      remains.watch(again);
      client.logIn();
      assertThat(client.get("/teams/name/crew").text("display_name")).isEqualTo("Crew");
      HostClient.Answer file = client.upload(channel, "plan");
      assertThat(file.status()).as(file.body()).isEqualTo(201);
      assertThat(client.get("/files/" + file.text("id")).body()).isEqualTo("plan");
      container.uninstall(again);
    }

    assertThat(remains.await()).as("left behind").isEmpty();
  }

  @Test
  public void aConfigurationWithTheSameSettingsLeavesTheHostAlone() throws Exception {
    client = new HostClient(container.httpPort());
    String folder = Files.createTempDirectory("host").toString();
    var configuration = container.configuration(HOST);
    configuration.update(new Hashtable<>(Map.of("data.folder", folder)));
    container.awaitConfigured();
    List<Bundle> bundles = started();
    PluginApiProvider before = container.service(PluginApiProvider.class);

    configuration.update(
        new Hashtable<>(Map.of("data.folder", folder, "felix.fileinstall.filename", "some.cfg")));
    container.awaitConfigured();
    assertThat(container.service(PluginApiProvider.class)).isSameAs(before);

    configuration.update(new Hashtable<>(Map.of("data.folder", folder, "open.sign.up", true)));
    container.awaitConfigured();
    assertThat(container.service(PluginApiProvider.class)).isNotSameAs(before);
    assertThat(client.get("/system/ping").status()).isEqualTo(200);
    container.uninstall(bundles);
  }

  private List<Bundle> started() throws Exception {
    List<Bundle> bundles = container.start(HOST);
    Instant deadline = Instant.now().plus(PATIENCE);
    while (client.get("/system/ping").status() != 200) {
      assertThat(Instant.now()).as("time until the host answers").isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return bundles;
  }

  private String signUpAndPost(Path folder) throws Exception {
    assertThat(client.signUp(folder).text("roles")).isEqualTo("system_user system_admin");
    client.logIn();
    String channel = client.newTeam();
    assertThat(client.post(channel, "hello").status()).isEqualTo(201);
    assertThat(client.get("/channels/" + channel + "/posts").body()).contains("hello");
    assertThat(client.get("/nothing").text("id")).isEqualTo("api.context.404.app_error");
    assertThat(client.get("/plugins").status()).isEqualTo(501);
    return channel;
  }
}
