package io.krait.apiserver.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.krait.api.AppError;
import io.krait.api.PluginApi;
import io.krait.api.management.ApiStatistics.Method;
import io.krait.apiserver.ApiEndpoint;
import io.krait.protocol.AccessToken;
import io.krait.protocol.ChannelFactory;
import io.krait.protocol.Endpoint;
import io.krait.protocol.FlowCalls;
import io.krait.protocol.OpenChannel;
import io.krait.protocol.Transport;
import io.krait.protocol.TransportRuntime;
import io.krait.protocol.TransportSettings;
import io.krait.protocol.calls.RemoteCalls;
import io.krait.protocol.calls.RemotePluginApi;
import io.krait.protocol.convert.Disclosure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Transport.class)
class GrpcApiServerTest {

  private static final long DEADLINE_SECONDS = 30;

  @TempDir Path folder;
  private final TransportRuntime plugins = TransportRuntime.create();
  private final List<OpenChannel> channels = new ArrayList<>();
  private final Transport transport;
  private GrpcApiServer server;

  GrpcApiServerTest(Transport transport) {
    this.transport = transport;
  }

  @AfterEach
  void stop() throws Exception {
    channels.forEach(OpenChannel::close);
    // Each waits for a second, so side by side.
    Thread ending = new Thread(plugins::close);
    ending.start();
    if (server != null) {
      server.stop();
    }
    ending.join();
  }

  @Test
  void thePluginIsWhoseEndpointItCalls() throws Exception {
    server = new GrpcApiServer(configuration().build());
    ApiEndpoint first = server.open("com.example.first", idTeller("com.example.first"));
    ApiEndpoint second = server.open("com.example.second", idTeller("com.example.second"));

    assertThat(pluginAt(first).getPluginId()).isEqualTo("com.example.first");
    assertThat(pluginAt(second).getPluginId()).isEqualTo("com.example.second");
    assertThat(first.pluginId()).isEqualTo("com.example.first");
    assertThat(first.token()).hasSizeGreaterThan(40).isNotEqualTo(second.token());
  }

  @Test
  void callsAreCountedByPluginAndMethodAsLongAsTheirEndpointIsThere() throws Exception {
    server = new GrpcApiServer(configuration().build());
    ApiEndpoint endpoint = server.open("com.example.p", idTeller("p"));
    PluginApi api = pluginAt(endpoint);

    api.getPluginId();
    api.getPluginId();
    assertThatThrownBy(api::getServerVersion).isInstanceOf(AppError.class);

    assertThat(server.apiCalls())
        .allMatch(method -> method.pluginId().equals("com.example.p"))
        .extracting(Method::method, Method::errors, method -> method.latencies().count())
        .containsExactlyInAnyOrder(tuple("GetPluginID", 0L, 2L), tuple("GetServerVersion", 1L, 1L));
    endpoint.close();
    assertThat(server.apiCalls()).isEmpty();
  }

  @Test
  void socketsAreInAFolderThatOthersCannotEnter() throws Exception {
    Path sockets = folder.resolve("sockets");
    server = new GrpcApiServer(configuration().socketFolder(sockets.toString()).build());

    ApiEndpoint endpoint = server.open("com.example.p", idTeller("p"));

    assertThat(endpoint.target()).startsWith("unix:" + sockets);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sockets)))
        .isEqualTo("rwx------");
    endpoint.close();
    assertThat(sockets).isEmptyDirectory();
  }

  @Test
  void overTcpThePluginShowsItsToken() throws Exception {
    server = new GrpcApiServer(configuration().transport("tcp").build());
    ApiEndpoint endpoint = server.open("com.example.p", idTeller("p"));
    AccessToken wrong = AccessToken.of("not-the-right-token");

    assertThat(pluginAt(endpoint).getPluginId()).isEqualTo("p");
    AppError error =
        catchThrowableOfType(AppError.class, () -> connect(endpoint, wrong).getPluginId());
    assertThat(error.statusCode()).isEqualTo(401);
  }

  @Test
  void oneCallTooManyIsRefusedAtOnce() throws Exception {
    server = new GrpcApiServer(configuration().maxConcurrentCalls(1).build());
    SlowHost host = new SlowHost();
    ApiEndpoint endpoint = server.open("com.example.p", host);
    PluginApi api = pluginAt(endpoint);
    CompletableFuture<String> running = CompletableFuture.supplyAsync(api::getServerVersion);
    host.awaitCall();

    AppError error = catchThrowableOfType(AppError.class, () -> pluginAt(endpoint).getPluginId());
    host.release();

    assertThat(error.statusCode()).isEqualTo(429);
    assertThat(running.get(DEADLINE_SECONDS, TimeUnit.SECONDS)).isEqualTo("10.0.0");
  }

  @Test
  void pluginsWhoseCallsAllWaitForAnotherOneAreInNobodysWay() throws Exception {
    server = new GrpcApiServer(configuration().build());
    CountDownLatch stuck = new CountDownLatch(600);
    CountDownLatch answer = new CountDownLatch(1);
    PluginApi waiting =
        new PluginApi() {
          @Override
          public String getServerVersion() {
            stuck.countDown();
            try {
              answer.await();
            } catch (InterruptedException stopped) {
              Thread.currentThread().interrupt();
            }
            return "1.0.0";
          }
        };
    ExecutorService callers = Executors.newCachedThreadPool();
    try {
      for (String id : List.of("one", "two", "three")) {
        PluginApi api = pluginAt(server.open(id, waiting));
        for (int i = 0; i < 200; i++) {
          callers.execute(api::getServerVersion);
        }
      }
      assertThat(stuck.await(DEADLINE_SECONDS, TimeUnit.SECONDS)).as("all calls run").isTrue();

      assertThat(pluginAt(server.open("four", idTeller("four"))).getPluginId()).isEqualTo("four");
    } finally {
      answer.countDown();
      callers.shutdown();
      assertThat(callers.awaitTermination(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aMistakeOfTheHostTellsThePluginAReferenceAndNothingElse() throws Exception {
    server = new GrpcApiServer(configuration().build());
    PluginApi broken =
        new PluginApi() {
          @Override
          public String getPluginId() {
            throw new IllegalStateException("password of the database");
          }
        };
    PluginApi api = pluginAt(server.open("com.example.p", broken));

    AppError error = catchThrowableOfType(AppError.class, api::getPluginId);

    assertThat(error.statusCode()).isEqualTo(500);
    assertThat(error.requestId()).isNotEmpty();
    assertThat(error.getMessage()).doesNotContain("password").contains(error.requestId());
  }

  @Test
  void closingLetsRunningCallsEnd() throws Exception {
    server = new GrpcApiServer(configuration().graceSeconds((int) DEADLINE_SECONDS).build());
    SlowHost host = new SlowHost();
    ApiEndpoint endpoint = server.open("com.example.p", host);
    PluginApi api = pluginAt(endpoint);
    CompletableFuture<String> running = CompletableFuture.supplyAsync(api::getServerVersion);
    host.awaitCall();

    CompletableFuture<Void> closing = CompletableFuture.runAsync(endpoint::close);
    host.release();

    assertThat(running.get(DEADLINE_SECONDS, TimeUnit.SECONDS)).isEqualTo("10.0.0");
    closing.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    assertThatThrownBy(() -> pluginAt(endpoint).getPluginId()).isInstanceOf(AppError.class);
  }

  @Test
  void closingDoesNotWaitForEverForACallThatHangs() throws Exception {
    server = new GrpcApiServer(configuration().graceSeconds(0).build());
    SlowHost host = new SlowHost();
    ApiEndpoint endpoint = server.open("com.example.p", host);
    PluginApi api = pluginAt(endpoint);
    CompletableFuture<String> running = CompletableFuture.supplyAsync(api::getServerVersion);
    host.awaitCall();

    endpoint.close();

    assertThatThrownBy(() -> running.get(DEADLINE_SECONDS, TimeUnit.SECONDS))
        .cause()
        .isInstanceOf(AppError.class);
    host.release();
  }

  @Test
  void anEndpointGoesOnWithAnotherApi() throws Exception {
    server = new GrpcApiServer(configuration().build());
    ApiEndpoint endpoint = server.open("com.example.p", idTeller("first"));
    PluginApi api = pluginAt(endpoint);
    assertThat(api.getPluginId()).isEqualTo("first");

    endpoint.serve(idTeller("second"));

    assertThat(api.getPluginId()).isEqualTo("second");
  }

  @Test
  void versionsOfAPluginHaveEndpointsOfTheirOwnAndCountTogether() throws Exception {
    server = new GrpcApiServer(configuration().build());
    ApiEndpoint old = server.open("com.example.p", idTeller("old"));
    ApiEndpoint fresh = server.open("com.example.p", idTeller("fresh"));

    assertThat(pluginAt(old).getPluginId()).isEqualTo("old");
    assertThat(pluginAt(fresh).getPluginId()).isEqualTo("fresh");
    old.close();
    assertThat(pluginAt(fresh).getPluginId()).isEqualTo("fresh");

    assertThat(server.apiCalls())
        .singleElement()
        .satisfies(method -> assertThat(method.latencies().count()).isEqualTo(3));
  }

  @Test
  void theSameApiIsOnBothSocketsAtTheSameTime() throws Exception {
    server = new GrpcApiServer(configuration().build());
    ApiEndpoint endpoint = server.open("com.example.p", idTeller("p"));
    ChannelFactory factory = new ChannelFactory(plugins, TransportSettings.defaults());
    String target = endpoint.target();

    PluginApi lane = api(factory.openLane(Endpoint.unix(endpoint.lane().orElseThrow())));
    PluginApi grpc = api(factory.open(Endpoint.parse("unix", target.substring("unix:".length()))));

    assertThat(lane.getPluginId()).isEqualTo("p");
    assertThat(grpc.getPluginId()).isEqualTo("p");
    endpoint.serve(idTeller("q"));
    assertThat(lane.getPluginId()).isEqualTo("q");
    assertThat(grpc.getPluginId()).isEqualTo("q");
    assertThat(server.apiCalls())
        .singleElement()
        .satisfies(method -> assertThat(method.latencies().count()).isEqualTo(4));
  }

  @Test
  void aLaneThatIsOffIsNotThere() throws Exception {
    Path sockets = folder.resolve("sockets");
    server =
        new GrpcApiServer(configuration().lane(false).socketFolder(sockets.toString()).build());

    ApiEndpoint endpoint = server.open("com.example.p", idTeller("p"));

    assertThat(endpoint.lane()).isEmpty();
    assertThat(sockets).isDirectoryContaining(path -> true);
    try (Stream<Path> files = Files.list(sockets)) {
      assertThat(files).hasSize(1);
    }
    assertThat(pluginAt(endpoint).getPluginId()).isEqualTo("p");
  }

  @Test
  void overTcpThereIsNoLane() throws Exception {
    server = new GrpcApiServer(configuration().transport("tcp").build());

    assertThat(server.open("com.example.p", idTeller("p")).lane()).isEmpty();
  }

  @Test
  void theErrorOfAMethodArrivesWithAllOfItsParts() throws Exception {
    AppError error =
        AppError.builder()
            .id("app.kv.missing")
            .message("no such key")
            .detailedError("of 3 keys")
            .statusCode(404)
            .where("KVGet")
            .build();
    server = new GrpcApiServer(configuration().build());
    PluginApi api =
        pluginAt(
            server.open(
                "com.example.p",
                new PluginApi() {
                  @Override
                  public String getPluginId() {
                    throw error;
                  }
                }));

    assertThat(catchThrowableOfType(AppError.class, api::getPluginId)).isEqualTo(error);
  }

  @Test
  void stoppingClosesEverything() throws Exception {
    Path sockets = folder.resolve("sockets");
    server = new GrpcApiServer(configuration().socketFolder(sockets.toString()).build());
    server.open("com.example.first", idTeller("1"));
    server.open("com.example.second", idTeller("2"));

    server.stop();

    assertThat(sockets).isEmptyDirectory();
    assertThatThrownBy(() -> server.open("com.example.third", idTeller("3")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has been stopped");
  }

  @Test
  void aTransportThatThereIsNotIsALineOfTheLogAndSocketsAreUsed() throws Exception {
    Path sockets = folder.resolve("sockets");
    List<String> lines = new ArrayList<>();
    Logger logger = Logger.getLogger(GrpcApiServer.class.getName());
    logger.setFilter(record -> lines.add(record.getLevel() + " " + record.getParameters()[0]));
    try {
      server =
          new GrpcApiServer(
              configuration().transport("pigeon").socketFolder(sockets.toString()).build());
    } finally {
      logger.setFilter(null);
    }

    assertThat(lines).containsExactly("SEVERE pigeon");
    assertThat(server.open("com.example.first", idTeller("1")).target())
        .startsWith("unix:" + sockets);
  }

  @Test
  void onceAPluginHasShownItsTokenNobodyElseActsAsIt() throws Exception {
    server = new GrpcApiServer(configuration().build());
    ApiEndpoint endpoint = server.open("com.example.first", idTeller("first"));
    PluginApi early = connect(endpoint, null);
    assertThat(early.getPluginId()).isEqualTo("first");
    Path socket = Path.of(endpoint.target().substring("unix:".length()));
    PluginApi owner =
        api(
            new ChannelFactory(plugins, TransportSettings.defaults())
                .open(Endpoint.unix(socket), AccessToken.of(endpoint.token())));

    assertThat(owner.getPluginId()).isEqualTo("first");

    // On the lane the connection that was let in is closed, which its client may hear of later.
    eventually(
        () ->
            assertThatThrownBy(early::getPluginId).hasMessageContaining("access token is missing"));
    assertThatThrownBy(() -> connect(endpoint, null).getPluginId())
        .hasMessageContaining("access token is missing");
    assertThat(owner.getPluginId()).isEqualTo("first");
  }

  @Test
  void theTokenOfAnotherPluginIsRefused() throws Exception {
    server = new GrpcApiServer(configuration().lane(false).build());
    ApiEndpoint first = server.open("com.example.first", idTeller("first"));
    ApiEndpoint second = server.open("com.example.second", idTeller("second"));

    assertThatThrownBy(() -> connect(first, AccessToken.of(second.token())).getPluginId())
        .hasMessageContaining("access token is not right");
  }

  @Test
  void whereTheTokenIsAlwaysAskedForNobodyCallsWithoutIt() throws Exception {
    server = new GrpcApiServer(configuration().tokenAlways(true).build());
    ApiEndpoint endpoint = server.open("com.example.first", idTeller("first"));

    assertThatThrownBy(() -> connect(endpoint, null).getPluginId())
        .hasMessageContaining("access token is missing");
  }

  private static void eventually(Runnable assertion) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (true) {
      try {
        assertion.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }

  private static TestConfiguration configuration() {
    return new TestConfiguration();
  }

  private PluginApi pluginAt(ApiEndpoint endpoint) throws IOException {
    return connect(endpoint, AccessToken.of(endpoint.token()));
  }

  private PluginApi connect(ApiEndpoint endpoint, AccessToken token) throws IOException {
    ChannelFactory factory = new ChannelFactory(plugins, TransportSettings.defaults());
    if (transport == Transport.LANE && endpoint.lane().isPresent()) {
      return api(factory.openLane(Endpoint.unix(endpoint.lane().get())));
    }
    String target = endpoint.target();
    Endpoint peer =
        target.startsWith("unix:")
            ? Endpoint.parse("unix", target.substring("unix:".length()))
            : Endpoint.parse("tcp", target);
    return api(token == null ? factory.open(peer) : factory.open(peer, token));
  }

  private PluginApi api(OpenChannel channel) {
    channels.add(channel);
    return new RemotePluginApi(RemoteCalls.over(channel, new FlowCalls(plugins)), Disclosure.FULL);
  }

  private static PluginApi idTeller(String id) {
    return new PluginApi() {
      @Override
      public String getPluginId() {
        return id;
      }
    };
  }

  /** Answers when it is allowed to. */
  private static final class SlowHost implements PluginApi {
    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public String getServerVersion() {
      called.countDown();
      try {
        released.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return "10.0.0";
    }

    @Override
    public String getPluginId() {
      return "slow";
    }

    void awaitCall() throws InterruptedException {
      assertThat(called.await(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    void release() {
      released.countDown();
    }
  }
}
