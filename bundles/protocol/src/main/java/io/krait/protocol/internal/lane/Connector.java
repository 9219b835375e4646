package io.krait.protocol.internal.lane;

import io.krait.api.Nullable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
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
      again(taker, end);
    } catch (IOException e) {
      close(channel, e);
      if (isQueueFull(e)) {
        again(taker, end);
      } else {
        taker.failed(e);
      }
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for it, and it does not fail.
  private void again(Taker taker, long end) {
    if (System.nanoTime() - end > 0) {
      taker.failed(new IOException("its queue of connections stays full"));
      return;
    }
    try {
      timer.schedule(() -> connect(taker, end), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      taker.failed(new IOException("the transport is closed", e));
    }
  }

  /**
   * Whether that may be all (EAGAIN), which Java tells in the words of the system alone. Where
   * nobody listens it is another exception, and where nothing ever will the socket is gone.
   */
  private boolean isQueueFull(IOException failure) {
    return failure instanceof SocketException
        && !(failure instanceof ConnectException)
        && Files.exists(address.getPath());
  }

  private static void close(@Nullable SocketChannel channel, IOException why) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException again) {
        why.addSuppressed(again);
      }
    }
  }
}
