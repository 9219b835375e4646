package io.krait.protocol.internal.lane;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Connects to one lane. As a rule that is done at once; where many connect it takes its turn. */
final class Connector {

  private static final long AGAIN_MILLIS = 2;

  /** Takes the connection, or why there is none. */
  interface Taker {
    void connected(SocketChannel channel);

    void failed(IOException why);
  }

  private final UnixDomainSocketAddress address;
  private final ScheduledExecutorService timer;
  private final Duration limit;

  Connector(UnixDomainSocketAddress address, ScheduledExecutorService timer, Duration limit) {
    this.address = address;
    this.timer = timer;
    this.limit = limit;
  }

  /** Connects; {@code taker} is called on this thread, or on that of the timer. */
  void connect(Taker taker) {
    connect(taker, System.nanoTime() + limit.toNanos());
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for it, and it does not fail.
  private void connect(Taker taker, long end) {
    SocketChannel channel = null;
    try {
      channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      channel.configureBlocking(false);
      if (channel.connect(address)) {
        taker.connected(channel);
        return;
      }
      channel.close();
      if (System.nanoTime() - end > 0) {
        taker.failed(new IOException("its queue of connections stays full"));
        return;
      }
      timer.schedule(() -> connect(taker, end), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      taker.failed(new IOException("the transport is closed", e));
    } catch (IOException e) {
      if (channel != null) {
        try {
          channel.close();
        } catch (IOException again) {
          e.addSuppressed(again);
        }
      }
      taker.failed(e);
    }
  }
}
