package io.krait.http.internal;

import static io.krait.http.internal.FakePlugin.status;
import static io.krait.http.internal.FakePlugin.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What happens at the bounds of requests. */
class LimitsTest {

  private static final String ID = "com.example.plugin";
  private static final long SECONDS = 30;
  private static final ExchangeLimits SHORT =
      new ExchangeLimits(2, Duration.ofSeconds(1), Duration.ofSeconds(1), 1 << 20, 1 << 10);

  private final FakePlugin plugin = new FakePlugin();
  @AutoClose private TestServer server;

  private RawClient start(ExchangeLimits limits) throws Exception {
    server = new TestServer(limits);
    server.run(ID, plugin);
    return new RawClient(server.port());
  }

  @Test
  void aPluginThatSaysNothingIsATimeout() throws Exception {
    try (RawClient client = start(SHORT)) {
      client.request("GET /plugins/" + ID + "/");
      FakePlugin.Call call = plugin.call();

      RawClient.Head head = client.head();

      assertThat(head.status()).isEqualTo(504);
      assertThat(client.text(head)).contains(ID, "has not answered");
      call.cancelled().get(SECONDS, TimeUnit.SECONDS);
    }
  }

  @Test
  void aPluginThatFallsSilentIsBrokenOff() throws Exception {
    try (RawClient client = start(SHORT)) {
      client.request("GET /plugins/" + ID + "/");
      FakePlugin.Call call = plugin.call();
      call.send(status(200));
      call.send("one");
      client.head();
      client.chunk();

      assertThatThrownBy(client::chunk).isInstanceOf(IOException.class);
      call.cancelled().get(SECONDS, TimeUnit.SECONDS);
    }
  }

  @Test
  void aPluginThatIsDebuggedMayBeSilent() throws Exception {
    try (RawClient client = start(SHORT)) {
      server.debugs(ID);
      client.request("GET /plugins/" + ID + "/");
      FakePlugin.Call paused = plugin.call();
      FakePlugin usual = new FakePlugin();
      server.run("com.example.usual", usual);
      try (RawClient other = new RawClient(server.port())) {
        other.request("GET /plugins/com.example.usual/");
        assertThat(other.head().status()).isEqualTo(504);
      }

      paused.send(whole(status(200), "at last"));

      assertThat(client.text(client.head())).isEqualTo("at last");
    }
  }

  @Test
  void aClientThatFallsSilentIsToldSo() throws Exception {
    try (RawClient client = start(SHORT)) {
      client.request("POST /plugins/" + ID + "/", "Content-Length: 10").send("abc");
      FakePlugin.Call call = plugin.call();
      call.ask(10);

      assertThat(client.head().status()).isEqualTo(408);
      call.cancelled().get(SECONDS, TimeUnit.SECONDS);
    }
  }

  @Test
  void aClientThatTakesNothingIsBrokenOff() throws Exception {
    try (RawClient client = start(SHORT)) {
      client.request("GET /plugins/" + ID + "/");
      FakePlugin.Call call = plugin.call();
      call.send(status(200));

      while (!call.cancelled().isDone()) {
        if (call.unsent() < 8) {
          call.send(new byte[RequestBody.CHUNK]);
        }
        Thread.onSpinWait();
      }

      Conditions.await(() -> server.running() == 0);
    }
  }

  @Test
  void aStreamThatMovesGoesOnForLongerThanTheIdleTimesOfServletAndServer() throws Exception {
    try (RawClient client = start(TestServer.DEFAULTS)) {
      server.setIdleTimeout(Duration.ofMillis(200));
      client.request("GET /plugins/" + ID + "/");
      FakePlugin.Call call = plugin.call();
      call.send(status(200));
      client.head();

      // Silence for longer than the server waits for clients.
      assertThatThrownBy(() -> call.cancelled().get(1, TimeUnit.SECONDS))
          .isInstanceOf(java.util.concurrent.TimeoutException.class);
      call.send("still here");

      assertThat(client.chunk()).asString().isEqualTo("still here");
    }
  }

  @Test
  void morePlacesThanThereAreAreNotGiven() throws Exception {
    try (RawClient one = start(SHORT);
        RawClient two = new RawClient(server.port());
        RawClient three = new RawClient(server.port())) {
      one.request("GET /plugins/" + ID + "/");
      FakePlugin.Call first = plugin.call();
      two.request("GET /plugins/" + ID + "/");
      plugin.call();

      three.request("GET /plugins/" + ID + "/");
      RawClient.Head head = three.head();
      assertThat(head.status()).isEqualTo(503);
      assertThat(head.value("Retry-After")).isEqualTo("1");
      three.body(head);
      first.send(whole(status(200), "x"));
      first.end();
      one.body(one.head());
      Conditions.await(() -> server.running() == 1);
      three.request("GET /plugins/" + ID + "/");

      plugin.call().send(whole(status(200), "in"));
      assertThat(three.text(three.head())).isEqualTo("in");
    }
  }

  @Test
  void largeHeadersAreRefused() throws Exception {
    try (RawClient client = start(SHORT)) {
      client.request("GET /plugins/" + ID + "/", "X: " + "a".repeat(2000));

      assertThat(client.head().status()).isEqualTo(431);
      assertThat(plugin.wasCalled()).isFalse();
    }
  }

  @Test
  void aClientThatSendsMoreThanTheRestMayBeIsCutOff() throws Exception {
    try (RawClient client = start(SHORT)) {
      client.request("POST /plugins/" + ID + "/", "Content-Length: 1000000000");
      FakePlugin.Call call = plugin.call();
      call.init();
      call.send(whole(status(413), "too much"));
      call.end();
      assertThat(client.text(client.head())).isEqualTo("too much");

      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1000; i++) {
                  client.send(new byte[1 << 20]);
                }
              })
          .isInstanceOf(IOException.class);
      Conditions.await(() -> server.running() == 0);
    }
  }

  @Test
  void aClientThatSendsNothingOfTheRestIsCutOff() throws Exception {
    try (RawClient client = start(SHORT)) {
      client.request("POST /plugins/" + ID + "/", "Content-Length: 1000000000");
      FakePlugin.Call call = plugin.call();
      call.init();
      call.send(whole(status(413), "too much"));
      call.end();
      assertThat(client.text(client.head())).isEqualTo("too much");

      assertThat(client.isClosed()).isTrue();
      Conditions.await(() -> server.running() == 0);
    }
  }

  @Test
  void stoppingEndsAllRequests() throws Exception {
    try (RawClient begun = start(TestServer.DEFAULTS);
        RawClient waiting = new RawClient(server.port())) {
      begun.request("GET /plugins/" + ID + "/");
      FakePlugin.Call first = plugin.call();
      first.send(status(200));
      begun.head();
      waiting.request("GET /plugins/" + ID + "/");
      FakePlugin.Call second = plugin.call();

      server.stopServlet();

      assertThat(waiting.head().status()).isEqualTo(503);
      assertThatThrownBy(begun::chunk).isInstanceOf(IOException.class);
      first.cancelled().get(SECONDS, TimeUnit.SECONDS);
      second.cancelled().get(SECONDS, TimeUnit.SECONDS);
      // Its executor has ended before the thread itself has.
      Conditions.await(
          () ->
              Thread.getAllStackTraces().keySet().stream()
                  .noneMatch(thread -> thread.getName().equals("krait-http-clock")));
    }
  }
}
