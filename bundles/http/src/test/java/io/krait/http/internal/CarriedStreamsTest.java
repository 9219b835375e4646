package io.krait.http.internal;

import static io.krait.http.internal.FakePlugin.status;
import static io.krait.http.internal.FakePlugin.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ServerServiceDefinition;
import io.krait.api.PluginHooks;
import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpResponse;
import io.krait.protocol.BoundServer;
import io.krait.protocol.ChannelFactory;
import io.krait.protocol.Endpoint;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.OpenChannel;
import io.krait.protocol.ServerFactory;
import io.krait.protocol.Transport;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.TransportSettings;
import io.krait.protocol.calls.AsyncRemotePluginHooks;
import io.krait.protocol.calls.RemoteCalls;
import io.krait.protocol.calls.ServedInterface;
import io.krait.protocol.convert.Disclosure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to a plugin at the other end of a real connection. */
@ParameterizedClass
@EnumSource(Transport.class)
class CarriedStreamsTest {

  private static final String ID = "com.example.plugin";
  private static final long SECONDS = 60;

  /** How large a large body is; more is for patient people. */
  private static final long LARGE = Long.getLong("krait.http.largeMebibytes", 256) << 20;

  @Parameter Transport carrier;

  @TempDir Path folder;
  private final FakePlugin plugin = new FakePlugin();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private TransportRuntime runtime;
  private BoundServer pluginSide;
  private OpenChannel channel;
  private TestServer server;

  /** A plugin that echoes, or is in the hands of the test. */
  private final class Served implements PluginHooks {
    private final Function<Flow.Publisher<ServeHttpRequest>, Flow.Publisher<ServeHttpResponse>>
        serveHttp;

    Served(
        Function<Flow.Publisher<ServeHttpRequest>, Flow.Publisher<ServeHttpResponse>> serveHttp) {
      this.serveHttp = serveHttp;
    }

    @Override
    public Flow.Publisher<ServeHttpResponse> serveHttp(Flow.Publisher<ServeHttpRequest> requests) {
      return serveHttp.apply(requests);
    }
  }

  @BeforeEach
  void start() throws Exception {
    runtime = TransportRuntime.create();
    server = new TestServer(TestServer.DEFAULTS);
  }

  private void serve(
      Function<Flow.Publisher<ServeHttpRequest>, Flow.Publisher<ServeHttpResponse>> serveHttp)
      throws IOException {
    Path sockets =
        Files.createDirectory(
            folder.resolve("s"),
            java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                java.nio.file.attribute.PosixFilePermissions.fromString("rwx------")));
    ServerFactory servers =
        new ServerFactory(runtime, TransportSettings.builder().maxConcurrentCalls(1000).build());
    ChannelFactory channels = new ChannelFactory(runtime, TransportSettings.defaults());
    Endpoint.Unix endpoint = Endpoint.unix(sockets.resolve("p"));
    List<ServerServiceDefinition> hooks =
        List.of(
            ServedInterface.of(
                (PluginHooks) new Served(serveHttp),
                new FlowCalls(runtime),
                (method, reference, failure) -> {}));
    if (carrier == Transport.LANE) {
      pluginSide = servers.startLane(endpoint, hooks);
      channel = channels.openLane(endpoint);
    } else {
      pluginSide = servers.start(endpoint, hooks);
      channel = channels.open(pluginSide.endpoint());
    }
    server.run(
        ID,
        new AsyncRemotePluginHooks(
            RemoteCalls.over(channel, new FlowCalls(runtime)), Disclosure.TO_PLUGIN));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    if (channel != null) {
      channel.close();
      pluginSide.close(Duration.ZERO);
    }
    runtime.close();
    threads.shutdownNow();
    assertThat(threads.awaitTermination(SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  private <T> Future<T> inBackground(Callable<T> task) {
    return threads.submit(task);
  }

  private byte[] echo(byte[] body, boolean chunked) throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      RawClient.Answer answer = client.post("/plugins/" + ID + "/echo", body, chunked);
      assertThat(answer.head().status()).isEqualTo(200);
      return answer.body();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1 << 20, 3_333_333})
  void bodiesOfAnySizeComeBackAsTheyWent(int size) throws Exception {
    serve(Echo::new);
    byte[] body = new byte[size];
    new Random(size).nextBytes(body);

    assertThat(echo(body, false)).isEqualTo(body);
    assertThat(echo(body, true)).isEqualTo(body);
  }

  @Test
  void aLargeBodyPassesInConstantMemory() throws Exception {
    serve(Echo::new);
    LargeBody body = new LargeBody(LARGE);
    LargeBody.Received received;
    AtomicLong peak = new AtomicLong();
    // What other tests have left is not what a body takes.
    long before = liveHeap();
    long began = System.nanoTime();
    try (RawClient client = new RawClient(server.port())) {
      received =
          body.echo(
              client,
              "/plugins/" + ID + "/echo",
              bytes -> peak.accumulateAndGet(liveHeap() - before, Math::max));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "FIGURE %d MiB both ways in %.1f s, %.0f MiB/s, live heap at most %d MiB more than %d MiB%n",
        LARGE >> 20, seconds, (LARGE >> 20) / seconds, peak.get() >> 20, before >> 20);
    assertThat(received).isEqualTo(new LargeBody.Received(LARGE, body.sum()));
    assertThat(peak.get()).isLessThan(48L << 20);
  }

  private static long liveHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void clientsThatTakeNothingDoNotHoldUpOthers() throws Exception {
    EndlessPlugin endless = new EndlessPlugin();
    serve(endless);
    List<RawClient> stalled = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        RawClient client = new RawClient(server.port(), 4096);
        client.request("GET /plugins/" + ID + "/endless");
        stalled.add(client);
      }
      for (RawClient client : stalled) {
        client.head();
      }
      // What the sockets and the connection to the plugin can hold is full by then.
      Conditions.await(() -> endless.isStalledFor(Duration.ofMillis(500)));

      try (RawClient client = new RawClient(server.port())) {
        client.request("GET /plugins/" + ID + "/quick", "Content-Length: 0");
        assertThat(client.head().status()).isEqualTo(200);
        assertThat(client.chunk()).hasSizeGreaterThan(0);
      }
    } finally {
      for (RawClient client : stalled) {
        client.close();
      }
    }
  }

  @Test
  void aStreamThatNobodyReadsDoesNotHoldUpOthers() throws Exception {
    EndlessPlugin endless = new EndlessPlugin();
    serve(endless);
    for (int i = 0; i < 3; i++) {
      new AsyncRemotePluginHooks(
              RemoteCalls.over(channel, new FlowCalls(runtime)), Disclosure.TO_PLUGIN)
          .serveHttp(
              new WholeRequest(
                  io.krait.api.model.ServeHttpRequestInit.builder().method("GET").build(),
                  io.krait.api.Bytes.EMPTY))
          .subscribe(new Unmoved());
    }
    Conditions.await(() -> endless.isStalledFor(Duration.ofSeconds(2)));

    try (RawClient client = new RawClient(server.port())) {
      client.request("GET /plugins/" + ID + "/quick");
      assertThat(client.head().status()).isEqualTo(200);
      assertThat(client.chunk()).hasSizeGreaterThan(0);
    }
  }

  /** Takes one message, and then no more. */
  private static final class Unmoved implements Flow.Subscriber<ServeHttpResponse> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(1);
    }

    @Override
    public void onNext(ServeHttpResponse message) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }

  @Test
  void aPluginThatIsGoneBeforeItAnswersIsABadGateway() throws Exception {
    serve(plugin);
    try (RawClient client = new RawClient(server.port())) {
      client.request("GET /plugins/" + ID + "/");
      plugin.call();

      pluginSide.close(Duration.ZERO);

      assertThat(client.head().status()).isEqualTo(502);
    }
  }

  @Test
  void aPluginThatIsGoneInTheMiddleBreaksOff() throws Exception {
    serve(plugin);
    try (RawClient client = new RawClient(server.port())) {
      client.request("GET /plugins/" + ID + "/");
      FakePlugin.Call call = plugin.call();
      call.send(status(200));
      call.send("one");
      client.head();
      assertThat(client.chunk()).asString().isEqualTo("one");

      pluginSide.close(Duration.ZERO);

      assertThatThrownBy(client::chunk).isInstanceOf(IOException.class);
    }
  }

  @Test
  void anEarlyAnswerEndsTheRest() throws Exception {
    serve(plugin);
    try (RawClient client = new RawClient(server.port())) {
      client.request("POST /plugins/" + ID + "/", "Content-Length: 10000000");
      client.send(new byte[1000]);
      FakePlugin.Call call = plugin.call();
      call.init();

      call.send(whole(status(413), "too much"));
      call.end();

      RawClient.Head head = client.head();
      assertThat(head.status()).isEqualTo(413);
      assertThat(client.text(head)).isEqualTo("too much");
      client.send(new byte[9_999_000]);
      Conditions.await(() -> server.running() == 0);
    }
  }

  @Test
  void manyUploadsAndDownloadsRunAtOnce() throws Exception {
    serve(Echo::new);
    byte[] body = new byte[300_000];
    new Random(3).nextBytes(body);
    List<Future<byte[]>> answers = new ArrayList<>();

    for (int i = 0; i < 200; i++) {
      boolean chunked = i % 2 == 0;
      answers.add(inBackground(() -> echo(body, chunked)));
    }

    for (Future<byte[]> answer : answers) {
      assertThat(answer.get(SECONDS, TimeUnit.SECONDS)).isEqualTo(body);
    }
    Conditions.await(() -> server.running() == 0);
  }

  @Test
  void hundredsOfIdleStreamsTakeNoThreadEach() throws Exception {
    serve(plugin);
    List<RawClient> clients = new ArrayList<>();
    try {
      int before = Thread.activeCount();
      List<FakePlugin.Call> calls = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        RawClient client = new RawClient(server.port());
        clients.add(client);
        client.request("GET /plugins/" + ID + "/" + i);
        FakePlugin.Call call = plugin.call();
        calls.add(call);
        call.send(status(200));
        client.head();
      }

      assertThat(Thread.activeCount() - before).isLessThan(40);
      assertThat(server.running()).isEqualTo(300);
      for (int i = 0; i < 300; i++) {
        calls.get(i).send("still here");
        assertThat(clients.get(i).chunk()).asString().isEqualTo("still here");
      }
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
  }
}
