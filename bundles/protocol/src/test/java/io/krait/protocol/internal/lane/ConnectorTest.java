package io.krait.protocol.internal.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectorTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final List<CompletableFuture<SocketChannel>> begun = new ArrayList<>();
  private Path folder;
  private UnixDomainSocketAddress address;
  private ServerSocketChannel listening;

  @BeforeEach
  void listen() throws IOException {
    // Paths of sockets are short.
    folder = Files.createTempDirectory(Path.of("/tmp"), "krait");
    address = UnixDomainSocketAddress.of(folder.resolve("lane"));
    listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listening.bind(address, 1);
  }

  @AfterEach
  void end() throws Exception {
    timer.shutdownNow();
    for (CompletableFuture<SocketChannel> connection : begun) {
      if (connection.isDone() && !connection.isCompletedExceptionally()) {
        connection.get().close();
      }
    }
    listening.close();
    Files.deleteIfExists(address.getPath());
    Files.delete(folder);
  }

  @Test
  void whereTheQueueIsFullItTakesItsTurn() throws Exception {
    fill();
    CompletableFuture<SocketChannel> waiting = connect(LONG);
    assertThat(waiting).isNotDone();

    listening.accept().close();

    assertThat(waiting.get(LONG.toSeconds(), TimeUnit.SECONDS).isConnected()).isTrue();
  }

  @Test
  void aQueueThatStaysFullIsGivenUp() throws Exception {
    fill();

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> connect(Duration.ofMillis(20)).get(LONG.toSeconds(), TimeUnit.SECONDS))
        .withMessageContaining("its queue of connections stays full");
  }

  @Test
  void whereNobodyListensAnyMoreItFailsAtOnce() throws Exception {
    listening.close();

    assertThat(connect(LONG)).isCompletedExceptionally();
  }

  @Test
  void whereTheSocketIsGoneItFailsAtOnce() throws Exception {
    Files.delete(address.getPath());

    assertThat(connect(LONG)).isCompletedExceptionally();
  }

  /** Until no more fit; the system takes more than it was told to. */
  private void fill() {
    for (int i = 0; i < 100; i++) {
      if (connect(Duration.ofNanos(-1)).isCompletedExceptionally()) {
        return;
      }
    }
    throw new AssertionError("the queue has no end");
  }

  private CompletableFuture<SocketChannel> connect(Duration limit) {
    CompletableFuture<SocketChannel> connection = new CompletableFuture<>();
    begun.add(connection);
    new Connector(address, timer, limit)
        .connect(
            new Connector.Taker() {
              @Override
              public void connected(SocketChannel channel) {
                connection.complete(channel);
              }

              @Override
              public void failed(IOException why) {
                connection.completeExceptionally(why);
              }
            });
    return connection;
  }
}
