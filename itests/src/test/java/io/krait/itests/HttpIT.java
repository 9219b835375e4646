package io.krait.itests;

import static io.krait.itests.ContainerOptions.http;
import static io.krait.itests.ContainerOptions.tools;
import static io.krait.testing.exam.KraitOptions.components;
import static io.krait.testing.exam.KraitOptions.krait;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ops4j.pax.exam.CoreOptions.options;

import io.krait.api.PluginHooks;
import io.krait.api.management.PluginManager;
import io.krait.api.model.HttpHeader;
import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpRequestInit;
import io.krait.api.model.ServeHttpResponse;
import io.krait.api.model.ServeHttpResponseInit;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
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
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * HTTP to a plugin whose files are in an archive, and whose hooks are a service of a Java bundle.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class HttpIT {
  private static final long PATIENCE_SECONDS = 30;

  private final Container container = Container.ofThisTest();
  private final Echo plugin = new Echo();
  private String port = "";
  private ServiceRegistration<PluginHooks> hooks;
  private List<Bundle> bundles = List.of();

  @Configuration
  public Option[] container() {
    FakePluginArchive.write();
    return options(krait(), components(), http(), tools());
  }

  @Before
  public void begin() throws Exception {
    port = container.httpPort();
    try (InputStream archive = Files.newInputStream(FakePluginArchive.path())) {
      container.service(PluginManager.class).install(archive, true).get(PATIENCE_SECONDS, SECONDS);
    }
    hooks =
        container.register(PluginHooks.class, plugin, Map.of("plugin.id", FakePluginArchive.ID));
    bundles = started();
  }

  @After
  public void end() throws Exception {
    container.uninstall(bundles);
    hooks.unregister();
  }

  @Test
  public void requestsReachThePluginAndItsFilesAreServed() throws Exception {
    HttpURLConnection answer = send("/plugins/" + FakePluginArchive.ID + "/some/path?q=1", "hello");
    assertThat(answer.getResponseCode()).isEqualTo(201);
    assertThat(answer.getHeaderField("X-Url")).isEqualTo("/some/path?q=1");
    assertThat(text(answer)).isEqualTo("hello");

    HttpURLConnection file = open("/plugins/" + FakePluginArchive.ID + "/public/logo.txt");
    assertThat(file.getResponseCode()).isEqualTo(200);
    assertThat(file.getHeaderField("ETag")).isNotEmpty();
    assertThat(text(file)).isEqualTo(FakePluginArchive.LOGO);

    HttpURLConnection unknown = open("/plugins/com.example.nobody/");
    assertThat(unknown.getResponseCode()).isEqualTo(404);
    assertThat(new String(unknown.getErrorStream().readAllBytes(), UTF_8))
        .contains("plugin.http.not_found", "com.example.nobody");
  }

  @Test
  public void metricsOfPluginsAreThereWhileTheyAreConfigured() throws Exception {
    String path = "/metrics/plugins/" + FakePluginArchive.ID;
    assertThat(open(path).getResponseCode()).isEqualTo(404);

    var configuration =
        container.service(ConfigurationAdmin.class).getConfiguration("io.krait.http.metrics", "?");
    configuration.update(new Hashtable<>(Map.of("bearer.token", "secret")));
    awaitStatus(path, 401);

    configuration.delete();
    awaitStatus(path, 404);
  }

  private void awaitStatus(String path, int status) throws IOException {
    Instant deadline = Instant.now().plusSeconds(PATIENCE_SECONDS);
    while (open(path).getResponseCode() != status) {
      assertThat(Instant.now()).as("time until " + status).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @Test
  public void anOpenStreamEndsWithTheBundleAndLeavesNothing() throws Exception {
    // What the JVM and the server open once for all is nobody's leak.
    uninstallUnderAStream();

    var remains = new Remains();
    for (int i = 0; i < 3; i++) {
      bundles = started();
      remains.watch(bundles);
      uninstallUnderAStream();
    }

    assertThat(remains.await()).as("left behind").isEmpty();
  }

  private void uninstallUnderAStream() throws Exception {
    HttpURLConnection stream = send("/plugins/" + FakePluginArchive.ID + Echo.ENDLESS, "begin");
    assertThat(stream.getResponseCode()).isEqualTo(201);
    InputStream body = stream.getInputStream();
    assertThat(body.readNBytes(5)).asString(UTF_8).isEqualTo("begin");

    container.uninstall(bundles);
    bundles = List.of();

    assertThatThrownBy(body::read).isInstanceOf(IOException.class);
    assertThat(plugin.cancelled.tryAcquire(PATIENCE_SECONDS, SECONDS)).isTrue();
    stream.disconnect();
    HttpURLConnection after = open("/plugins/" + FakePluginArchive.ID + "/");
    assertThat(after.getResponseCode()).isEqualTo(404);
    after.disconnect();
  }

  /** Sends back what comes; where the path says so without an end. */
  private static final class Echo implements PluginHooks {
    private static final String ENDLESS = "/endless";

    private final Semaphore cancelled = new Semaphore(0);

    @Override
    public Flow.Publisher<ServeHttpResponse> serveHttp(Flow.Publisher<ServeHttpRequest> requests) {
      return subscriber -> requests.subscribe(new Call(subscriber));
    }

    private final class Call implements Flow.Subscriber<ServeHttpRequest>, Flow.Subscription {
      private final Flow.Subscriber<? super ServeHttpResponse> to;
      private Flow.Subscription from;
      private boolean endless;

      private Call(Flow.Subscriber<? super ServeHttpResponse> to) {
        this.to = to;
      }

      @Override
      public void onSubscribe(Flow.Subscription subscription) {
        from = subscription;
        to.onSubscribe(this);
      }

      @Override
      public void request(long n) {
        from.request(n);
      }

      @Override
      public void cancel() {
        from.cancel();
        cancelled.release();
      }

      @Override
      public void onNext(ServeHttpRequest message) {
        ServeHttpResponse.Builder answer =
            ServeHttpResponse.builder().bodyChunk(message.bodyChunk());
        message.init().ifPresent(init -> answer.init(head(init)));
        to.onNext(answer.bodyComplete(message.bodyComplete() && !endless).build());
      }

      private ServeHttpResponseInit head(ServeHttpRequestInit init) {
        endless = init.url().equals(ENDLESS);
        HttpHeader url = HttpHeader.builder().key("X-Url").values(List.of(init.url())).build();
        return ServeHttpResponseInit.builder().statusCode(201).headers(List.of(url)).build();
      }

      @Override
      public void onError(Throwable failure) {
        to.onError(failure);
      }

      @Override
      public void onComplete() {
        if (!endless) {
          to.onComplete();
        }
      }
    }
  }

  private List<Bundle> started() throws Exception {
    List<Bundle> started = container.start("io.krait.http");
    Instant deadline = Instant.now().plusSeconds(PATIENCE_SECONDS);
    while (send("/plugins/" + FakePluginArchive.ID + "/", "").getResponseCode() != 201) {
      assertThat(Instant.now()).as("time until plugins are served").isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return started;
  }

  private HttpURLConnection send(String path, String body) throws IOException {
    HttpURLConnection connection = open(path);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.getOutputStream().write(body.getBytes(UTF_8));
    return connection;
  }

  private HttpURLConnection open(String path) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestProperty("Connection", "close");
    connection.setReadTimeout((int) SECONDS.toMillis(PATIENCE_SECONDS));
    return connection;
  }

  private static String text(HttpURLConnection answer) throws IOException {
    try (InputStream body = answer.getInputStream()) {
      return new String(body.readAllBytes(), UTF_8);
    }
  }
}
