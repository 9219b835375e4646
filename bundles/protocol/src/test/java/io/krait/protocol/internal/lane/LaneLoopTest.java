package io.krait.protocol.internal.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneLoopTest {

  private static final long SECONDS = 20;

  private final LaneLoops loops = new LaneLoops(1, 16);
  private final LaneLoop loop = loops.next();

  @AfterEach
  void close() {
    loops.close();
  }

  @Test
  void whoeverWasRelievedLeadsNoMore() throws Exception {
    CountDownLatch relieved = new CountDownLatch(1);
    AtomicReference<Thread> first = new AtomicReference<>();
    CompletableFuture<Boolean> firstHasEnded = new CompletableFuture<>();
    loop.tell(
        () -> {
          first.set(Thread.currentThread());
          await(relieved);
        });

    // On another thread, as the first one is blocked; which comes back while this one is being
    // told.
    loop.tell(
        () -> {
          relieved.countDown();
          try {
            first.get().join(TimeUnit.SECONDS.toMillis(5));
            firstHasEnded.complete(!first.get().isAlive());
          } catch (InterruptedException e) {
            firstHasEnded.completeExceptionally(e);
          }
        });

    assertThat(firstHasEnded.get(SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void oneWhoIsToldSomethingIsSeenToBeToldWhenTheWatchIsWoken() throws Exception {
    AtomicReference<LaneLoop> own = new AtomicReference<>();
    BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
    own.set(new LaneLoop(() -> seen.add(own.get().progress())));
    Thread leader = new Thread(own.get()::lead);
    leader.start();

    own.get().tell(() -> {});

    // A watch that looked before that and saw nobody would sleep on while the leader is blocked.
    assertThat(seen.poll(SECONDS, TimeUnit.SECONDS)).isGreaterThan(0);
    own.get().close();
    leader.join();
  }

  @Test
  void everybodyWhoBlocksIsRelievedAndAllOthersAreTold() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(100);
    for (int i = 0; i < 110; i++) {
      loop.tell(i % 11 == 0 ? () -> await(go) : told::countDown);
    }

    assertThat(told.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    go.countDown();
  }

  @Test
  void whatFailsForOneConnectionIsTheEndOfThatOneAlone() throws Exception {
    try (Pair broken = new Pair();
        Pair sound = new Pair()) {
      CompletableFuture<Void> brokenEnds = new CompletableFuture<>();
      BlockingQueue<Integer> received = new LinkedBlockingQueue<>();
      LaneConnection.on(
          loop,
          broken.here,
          1000,
          new LaneConnection.Receiver() {
            @Override
            public void received(int kind, byte[] payload) {
              throw new OutOfMemoryError("as far as this connection knows");
            }

            @Override
            public void closed(String why) {
              brokenEnds.complete(null);
            }
          });
      LaneConnection.on(loop, sound.here, 1000, receiver(received));

      broken.there.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 1, 7}));
      brokenEnds.get(SECONDS, TimeUnit.SECONDS);
      sound.there.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 1, 8}));

      assertThat(received.poll(SECONDS, TimeUnit.SECONDS)).isEqualTo(8);
      assertThat(broken.there.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
  }

  @Test
  void aFrameThatCannotBeMadeEndsItsConnectionAlone() throws Exception {
    try (Pair pair = new Pair()) {
      LaneConnection connection =
          LaneConnection.on(loop, pair.here, 1000, receiver(new LinkedBlockingQueue<>()));

      boolean sent =
          connection.send(
              frames -> {
                throw new OutOfMemoryError("for this frame");
              });

      assertThat(sent).isFalse();
      assertThat(pair.there.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
  }

  @Test
  void theLaterOneOfAPauseAndAResumptionHolds() throws Exception {
    try (Pair pair = new Pair()) {
      BlockingQueue<Integer> received = new LinkedBlockingQueue<>();
      LaneConnection connection = LaneConnection.on(loop, pair.here, 1000, receiver(received));
      CyclicBarrier together = new CyclicBarrier(2);
      int rounds = 20_000;
      CompletableFuture<Void> pausing =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < rounds; i++) {
                  meet(together);
                  connection.pause();
                  meet(together);
                }
              });
      for (int i = 0; i < rounds; i++) {
        meet(together);
        connection.resume();
        meet(together);
        // Whichever came first: from here on it is read.
        connection.resume();
        if (i % 10 == 0) {
          pair.there.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 1, 9}));
          assertThat(received.poll(SECONDS, TimeUnit.SECONDS)).as("round " + i).isEqualTo(9);
        }
      }
      pausing.get(SECONDS, TimeUnit.SECONDS);
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static LaneConnection.Receiver receiver(BlockingQueue<Integer> received) {
    return new LaneConnection.Receiver() {
      @Override
      public void received(int kind, byte[] payload) {
        received.add(kind);
      }

      @Override
      public void closed(String why) {}
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Two sockets that are connected. */
  private static final class Pair implements AutoCloseable {
    final SocketChannel here;
    final SocketChannel there;

    Pair() throws IOException {
      Path folder = Files.createTempDirectory("kr");
      UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
      try (ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        listening.bind(address);
        there = SocketChannel.open(address);
        here = listening.accept();
      } finally {
        Files.delete(address.getPath());
        Files.delete(folder);
      }
    }

    @Override
    public void close() throws IOException {
      here.close();
      there.close();
    }
  }
}
