package io.krait.http.internal;

import static io.krait.http.internal.FakePlugin.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.management.HttpStatistics.Outcome;
import io.krait.api.management.HttpStatistics.Requests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted of requests. */
class TrafficTest {

  private static final String ID = "com.example.plugin";

  private final FakePlugin plugin = new FakePlugin();
  private TestServer server;
  private RawClient client;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(TestServer.DEFAULTS);
    server.run(ID, plugin);
    client = new RawClient(server.port());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  @Test
  void anAnswerIsCountedWithItsStatusAndItsBytes() throws Exception {
    server.run("com.example.echo", Echo::new);
    client.request("POST /plugins/com.example.echo/", "Content-Length: 3").send("abc");
    client.text(client.head());
    Conditions.await(() -> server.running() == 0);

    Requests counted = server.counted("com.example.echo");
    assertThat(counted.ended()).containsEntry(Outcome.SUCCESS, 1L);
    assertThat(counted.running()).isZero();
    assertThat(counted.bytesReceived()).isEqualTo(3);
    assertThat(counted.bytesSent()).isEqualTo(3);
    assertThat(counted.latencies().count()).isEqualTo(1);
  }

  @Test
  void aRequestIsCountedWhileItRunsAndAsBrokenWhenItsClientGoes() throws Exception {
    client.request("GET /plugins/" + ID + "/");
    FakePlugin.Call call = plugin.call();
    assertThat(server.counted(ID).running()).isEqualTo(1);
    call.send(status(200));
    call.send("one");
    client.head();
    server.stopServlet();
    Conditions.await(() -> server.running() == 0);

    Requests counted = server.counted(ID);
    assertThat(counted.ended())
        .containsEntry(Outcome.BROKEN, 1L)
        .containsEntry(Outcome.SUCCESS, 0L);
    assertThat(counted.running()).isZero();
    assertThat(counted.latencies().count()).isEqualTo(1);
  }

  @Test
  void requestsForPluginsThatAreMadeUpAreCountedTogether() throws Exception {
    for (int i = 0; i < 3; i++) {
      client.request("GET /plugins/com.example.made-up" + i + "/");
      client.text(client.head());
    }
    Conditions.await(() -> server.running() == 0);

    assertThat(server.counted("").ended()).containsEntry(Outcome.CLIENT_ERROR, 3L);
  }
}
