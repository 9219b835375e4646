package io.krait.protocol.internal.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Nullable;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneConnectionTest {

  private static final int ROUNDS = 5_000;
  private static final int KIND = 7;
  private static final byte[] FRAME = {0, 0, 0, 1, KIND};

  @TempDir private Path folder;

  @Test
  void readsOnWhoeverHasSaidSoLast() throws Exception {
    Semaphore received = new Semaphore(0);
    try (LaneLoops loops = new LaneLoops(1, 2);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
      SocketChannel peer = SocketChannel.open(server.getLocalAddress());
      LaneConnection connection =
          LaneConnection.on(loops.next(), server.accept(), 1024, new Counting(received));
      CyclicBarrier together = new CyclicBarrier(2);
      Thread pausing =
          new Thread(
              () -> {
                for (int i = 0; i < ROUNDS; i++) {
                  await(together);
                  connection.pause();
                  await(together);
                }
              });
      pausing.start();

      for (int i = 0; i < ROUNDS; i++) {
        await(together);
        connection.resume();
        await(together);
        connection.resume();
        peer.write(ByteBuffer.wrap(FRAME));

        assertThat(received.tryAcquire(30, TimeUnit.SECONDS)).as("read on, round %d", i).isTrue();
      }

      pausing.join();
      connection.close(null);
      peer.close();
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private record Counting(Semaphore received) implements LaneConnection.Receiver {
    @Override
    public void received(int kind, byte[] payload) {
      received.release();
    }

    @Override
    public void closed(@Nullable String why) {}
  }
}
