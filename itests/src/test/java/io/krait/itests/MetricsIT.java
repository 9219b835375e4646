package io.krait.itests;

import static io.krait.itests.ContainerOptions.answering;
import static io.krait.itests.ContainerOptions.http;
import static io.krait.itests.ContainerOptions.micrometer;
import static io.krait.itests.ContainerOptions.tools;
import static io.krait.testing.exam.KraitOptions.api;
import static io.krait.testing.exam.KraitOptions.components;
import static io.krait.testing.exam.KraitOptions.testing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.options;

import io.krait.api.HookDispatcher;
import io.krait.api.HookName;
import io.krait.api.HookStatistics;
import io.krait.api.LatencyRecorder;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import io.krait.api.testing.Answering;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
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
public class MetricsIT {
  private static final String METRICS = "io.krait.metrics";
  private static final int ROUNDS = 5;

  private final Container container = Container.ofThisTest();
  private List<ServiceRegistration<?>> offered;
  private String port;

  @Configuration
  public Option[] container() {
    return options(api(), testing(), answering(), components(), http(), micrometer(), tools());
  }

  @Before
  public void offerPlugins() throws Exception {
    port = container.httpPort();
    var manager =
        new StubManager()
            .with("com.example.hello", PluginState.RUNNING)
            .with("com.example.spam", PluginState.FAILED);
    var statistics = statistics();
    offered =
        List.of(
            container.register(PluginManager.class, manager),
            container.register(
                HookDispatcher.class,
                Answering.service(
                    HookDispatcher.class, Map.of("statistics", asked -> statistics))));
  }

  @After
  public void withdrawPlugins() {
    offered.forEach(ServiceRegistration::unregister);
  }

  @Test
  public void prometheusReadsWhatPluginsDo() throws Exception {
    List<Bundle> metrics = container.start(METRICS);

    assertThat(read("krait_plugin_up").lines())
        .contains(
            "krait_plugins{state=\"failed\"} 1.0",
            "krait_plugin_up{plugin=\"com.example.hello\"} 1.0",
            "krait_plugin_up{plugin=\"com.example.spam\"} 0.0",
            "krait_plugin_hook_duration_seconds_bucket{hook=\"MessageWillBePosted\","
                + "plugin=\"com.example.hello\",le=\"0.005\"} 1")
        .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"));

    container.uninstall(metrics);
    assertThat(connect().getResponseCode()).isEqualTo(404);
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
    List<Bundle> metrics = container.start(METRICS);
    remains.watch(metrics);
    read("krait_plugin_up");
    container.uninstall(metrics);
  }

  /** What the endpoint says, once that is in it: it is there a moment after its bundle. */
  private String read(String expected) throws Exception {
    Instant deadline = Instant.now().plusSeconds(30);
    while (true) {
      HttpURLConnection connection = connect();
      if (connection.getResponseCode() == 200) {
        try (InputStream body = connection.getInputStream()) {
          String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
          if (text.contains(expected)) {
            return text;
          }
        }
      }
      assertThat(Instant.now()).as(expected).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private HttpURLConnection connect() throws Exception {
    var uri = URI.create("http://127.0.0.1:" + port + "/metrics");
    var connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestProperty("Connection", "close");
    return connection;
  }

  private static List<HookStatistics> statistics() {
    var latencies = new LatencyRecorder();
    latencies.record(Duration.ofMillis(3).toNanos());
    return List.of(
        new HookStatistics(
            "com.example.hello", HookName.MESSAGE_WILL_BE_POSTED, 0, 0, 0, latencies.latencies()));
  }
}
