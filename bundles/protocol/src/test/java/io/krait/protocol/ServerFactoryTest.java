package io.krait.protocol;

import static io.krait.protocol.CallTransportTest.awaitLatch;
import static io.krait.protocol.Wire.ECHO;
import static io.krait.protocol.Wire.LONG;
import static io.krait.protocol.Wire.echo;
import static io.krait.protocol.Wire.failureOf;
import static io.krait.protocol.Wire.text;
import static io.krait.protocol.Wire.unary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.StringValue;
import io.krait.api.AppError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServerFactoryTest {

  @RegisterExtension static final Wire wire = new Wire();

  private final AccessToken token = AccessToken.random(new SecureRandom());

  @Test
  void socketFolderIsMadePrivateAndGoesWithTheServer() throws IOException {
    Path folder = wire.newFolder().resolve("sockets");

    BoundServer server = start(folder.resolve("api"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(folder.resolve("api")).exists();
    server.close();
    assertThat(folder).doesNotExist();
  }

  @Test
  void folderThatWasThereBeforeStays() throws IOException {
    Path folder = wire.newFolder();

    start(folder.resolve("api")).close();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void folderThatOthersMayEnterIsRefused() throws IOException {
    Path folder = wire.newFolder();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));

    assertThatThrownBy(() -> start(folder.resolve("api")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other users may enter it (rwxr-x---)")
        .hasMessageContaining("give it mode 0700");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void socketThatADeadServerHasLeftIsReplaced() throws IOException {
    Path socket = wire.newFolder().resolve("api");
    try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dead.bind(UnixDomainSocketAddress.of(socket));
    }
    assertThat(socket).exists();

    OpenChannel channel = wire.connect(start(socket));

    assertThat(channel.calls().await(ECHO, text("hi"), LONG)).isEqualTo(text("hi"));
  }

  @Test
  void socketOfALiveServerIsRefusedAndLeftAlone() throws IOException {
    Path socket = wire.newFolder().resolve("api");
    BoundServer first = start(socket);

    assertThatThrownBy(() -> start(socket))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a running server listens there");
    assertThat(wire.connect(first).calls().await(ECHO, text("hi"), LONG)).isEqualTo(text("hi"));
  }

  @Test
  void fileThatIsNoSocketIsRefusedAndLeftAlone() throws IOException {
    Path file = wire.newFolder().resolve("api");
    wire.onClose(() -> Files.deleteIfExists(file));
    Files.writeString(file, "precious");

    assertThatThrownBy(() -> start(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another file is there");
    assertThat(file).hasContent("precious");
  }

  @Test
  void tcpServerGetsAPortOnLoopbackAndAnswersWhoeverShowsTheToken() throws IOException {
    BoundServer server = startTcp();
    OpenChannel channel =
        wire.onClose(
            new ChannelFactory(wire.runtime(), TransportSettings.defaults())
                .open(server.endpoint(), token));

    assertThat(((InetSocketAddress) server.endpoint().socketAddress()).getPort()).isPositive();
    assertThat(channel.calls().await(ECHO, text("hi"), LONG)).isEqualTo(text("hi"));
    assertThat(channel.isServing("plugin", LONG)).succeedsWithin(LONG).isEqualTo(true);
  }

  @Test
  void callsWithoutTokenOrWithAnotherAreRefused() throws IOException {
    BoundServer server = startTcp();
    OpenChannel none = wire.connect(server);
    OpenChannel other =
        wire.onClose(
            new ChannelFactory(wire.runtime(), TransportSettings.defaults())
                .open(server.endpoint(), AccessToken.random(new SecureRandom())));

    AppError missing = (AppError) failureOf(none.calls().call(ECHO, text("hi"), LONG));
    AppError wrong = (AppError) failureOf(other.calls().call(ECHO, text("hi"), LONG));

    assertThat(missing.statusCode()).isEqualTo(401);
    assertThat(missing.detailedError()).contains("token is missing");
    assertThat(wrong.detailedError()).contains("token is not right");
    assertThat(failureOf(none.isServing("", LONG))).hasMessageContaining("does not accept");
  }

  @Test
  void portsThatOtherMachinesReachAreRefusedWithoutCertificates() {
    assertThatThrownBy(
            () ->
                new ServerFactory(wire.runtime(), TransportSettings.defaults())
                    .start(Endpoint.tcp("0.0.0.0", 0), List.of(echo()), token))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other machines reach it");
    assertThatThrownBy(
            () -> wire.connect(Endpoint.tcp("10.1.2.3", 1), TransportSettings.defaults()))
        .hasMessageContaining("on another machine");
  }

  @Test
  void portInUseIsAClearError() throws IOException {
    Endpoint taken = startTcp().endpoint();

    assertThatThrownBy(
            () ->
                new ServerFactory(wire.runtime(), TransportSettings.defaults())
                    .start(taken, List.of(echo()), token))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot listen at " + taken)
        .hasMessageContaining("in use");
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void healthIsKnownOfThePluginAndOfTheServer(Transport transport) {
    wire.use(transport);
    BoundServer server = wire.serve(echo());
    OpenChannel channel = wire.connect(server);

    assertThat(channel.isServing("plugin", LONG)).succeedsWithin(LONG).isEqualTo(true);
    assertThat(channel.isServing("", LONG)).succeedsWithin(LONG).isEqualTo(true);
    server.setServing(false);
    assertThat(channel.isServing("plugin", LONG)).succeedsWithin(LONG).isEqualTo(false);
    assertThat(channel.isServing("", LONG)).succeedsWithin(LONG).isEqualTo(false);
    assertThat(((AppError) failureOf(channel.isServing("other", LONG))).statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void callsBeyondTheServersLimitAreRefusedWhileHealthIsAnswered(Transport transport)
      throws Exception {
    wire.use(transport);
    CountDownLatch started = new CountDownLatch(2);
    CountDownLatch release = new CountDownLatch(1);
    BoundServer server =
        wire.serve(
            TransportSettings.builder().maxConcurrentCalls(2).build(),
            unary(
                ECHO,
                (request, answer) -> {
                  started.countDown();
                  awaitLatch(release);
                  answer.accept(request);
                }));
    OpenChannel channel = wire.connect(server);
    List<CompletableFuture<StringValue>> running = new ArrayList<>();
    running.add(channel.calls().call(ECHO, text("1"), LONG));
    running.add(channel.calls().call(ECHO, text("2"), LONG));
    awaitLatch(started);

    AppError error = (AppError) failureOf(channel.calls().call(ECHO, text("3"), LONG));

    assertThat(error.id()).isEqualTo("krait.call.too_many");
    assertThat(error.detailedError()).contains("2 calls run already, which is the limit");
    assertThat(channel.isServing("plugin", LONG)).succeedsWithin(LONG).isEqualTo(true);
    release.countDown();
    running.forEach(future -> assertThat(future).succeedsWithin(LONG));
    assertThat(channel.calls().await(ECHO, text("4"), LONG)).isEqualTo(text("4"));
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void connectionsBeyondTheLimitAreHungUpOn(Transport transport) throws IOException {
    wire.use(transport);
    TransportSettings one = TransportSettings.builder().maxConnections(1).build();
    BoundServer server = wire.serve(one, echo());
    OpenChannel first = wire.connect(server);
    first.calls().await(ECHO, text("hi"), LONG);

    AppError error =
        (AppError) failureOf(wire.connect(server).calls().call(ECHO, text("hi"), LONG));

    assertThat(error.id()).isEqualTo("krait.call.unavailable");
    assertThat(first.calls().await(ECHO, text("hi"), LONG)).isEqualTo(text("hi"));
    first.close();
    // The server hears of it a moment later.
    assertThat(eventually(() -> wire.connect(server).calls().call(ECHO, text("hi"), LONG)))
        .isEqualTo(text("hi"));
  }

  private static <T> T eventually(Supplier<CompletableFuture<T>> attempt) {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (true) {
      try {
        return attempt.get().join();
      } catch (CompletionException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void closingWaitsForCallsThatRun(Transport transport) throws Exception {
    wire.use(transport);
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    BoundServer server =
        wire.serve(
            unary(
                ECHO,
                (request, answer) -> {
                  started.countDown();
                  awaitLatch(release);
                  answer.accept(request);
                }));
    CompletableFuture<StringValue> running =
        wire.connect(server).calls().call(ECHO, text("hi"), LONG);
    awaitLatch(started);

    CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> server.close(LONG));
    release.countDown();

    assertThat(running).succeedsWithin(LONG).isEqualTo(text("hi"));
    assertThat(closed).succeedsWithin(LONG);
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void closingEndsCallsThatTakeTooLong(Transport transport) throws Exception {
    wire.use(transport);
    CountDownLatch started = new CountDownLatch(1);
    BoundServer server = wire.serve(unary(ECHO, (request, answer) -> started.countDown()));
    CompletableFuture<StringValue> running =
        wire.connect(server).calls().call(ECHO, text("hi"), null);
    awaitLatch(started);

    server.close(Duration.ofMillis(1));

    assertThat(failureOf(running)).isInstanceOf(AppError.class);
  }

  @Test
  void pingsAsOftenAsPermittedAreAnsweredWithoutAnyCall() throws IOException {
    TransportSettings patient =
        TransportSettings.builder().permittedKeepAliveTime(Duration.ZERO).build();
    BoundServer server = wire.serve(patient, echo());

    try (Http2Pinger pinger = new Http2Pinger(server.endpoint())) {
      for (int i = 0; i < 20; i++) {
        assertThat(pinger.ping()).isEqualTo(Http2Pinger.Reply.ANSWERED);
      }
    }
  }

  @Test
  void floodOfPingsEndsTheConnection() throws IOException {
    BoundServer server = wire.serve(echo());
    OpenChannel other = wire.connect(server);

    try (Http2Pinger pinger = new Http2Pinger(server.endpoint())) {
      List<Http2Pinger.Reply> replies = new ArrayList<>();
      for (int i = 0; i < 5 && !replies.contains(Http2Pinger.Reply.GO_AWAY); i++) {
        replies.add(pinger.ping());
      }
      assertThat(replies).endsWith(Http2Pinger.Reply.GO_AWAY);
    }
    assertThat(other.calls().await(ECHO, text("hi"), LONG)).isEqualTo(text("hi"));
  }

  @Test
  void silentConnectionDoesNotKeepTheServerFromClosing() throws IOException {
    BoundServer server = wire.serve(echo());
    try (SocketChannel silent = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      silent.connect(UnixDomainSocketAddress.of(((Endpoint.Unix) server.endpoint()).path()));

      server.close(Duration.ZERO);

      assertThat(((Endpoint.Unix) server.endpoint()).path()).doesNotExist();
    }
  }

  private static BoundServer start(Path socket) throws IOException {
    return wire.onClose(
        new ServerFactory(wire.runtime(), TransportSettings.defaults())
            .start(Endpoint.unix(socket), List.of(echo())));
  }

  private BoundServer startTcp() throws IOException {
    return wire.onClose(
        new ServerFactory(wire.runtime(), TransportSettings.defaults())
            .start(Endpoint.loopback(), List.of(echo()), token));
  }
}
