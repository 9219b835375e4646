package io.krait.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * The way from a server to its database, which can be cut. One thread carries all: what a statement
 * costs here is not to be what is measured.
 */
final class Wire implements AutoCloseable {

  private static final int PIECE = 256 << 10;

  private final Selector selector = Selector.open();
  private final ServerSocketChannel entrance = ServerSocketChannel.open();
  private final InetSocketAddress target;
  private final ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
  private final Thread thread = new Thread(this::carry, "wire");
  private volatile boolean cut;
  private volatile boolean mended;
  private volatile boolean closed;

  /** One end of a connection, and what the other one has not taken yet. */
  private static final class End {
    private final SocketChannel channel;
    private SelectionKey key;
    private ByteBuffer waiting = ByteBuffer.allocate(0);
    private End other;

    End(SocketChannel channel) throws IOException {
      this.channel = channel;
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }
  }

  /** A way to this port. */
  Wire(int target) throws IOException {
    this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), target);
    entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    entrance.configureBlocking(false);
    entrance.register(selector, SelectionKey.OP_ACCEPT);
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return entrance.socket().getLocalPort();
  }

  /** Nothing gets through any more, in either direction; connections seem to be there. */
  void cut() {
    cut = true;
  }

  /** Ends a cut; what was connected is broken, as nobody knows any more what was said. */
  void mend() {
    mended = true;
    selector.wakeup();
  }

  private void carry() {
    try {
      while (!closed) {
        selector.select(cut ? 50 : 0);
        if (mended) {
          endAll();
          cut = false;
          mended = false;
        }
        for (SelectionKey key : selector.selectedKeys()) {
          if (key.isValid() && key.isAcceptable()) {
            accept();
          } else if (key.isValid() && !cut) {
            carry((End) key.attachment());
          }
        }
        selector.selectedKeys().clear();
        if (cut) {
          Thread.sleep(50);
        }
      }
      endAll();
      entrance.close();
      selector.close();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void endAll() {
    selector.keys().stream()
        .filter(key -> key.attachment() != null)
        .forEach(key -> end((End) key.attachment()));
  }

  private void accept() throws IOException {
    SocketChannel accepted = entrance.accept();
    if (accepted == null) {
      return;
    }
    End near = new End(accepted);
    near.other = near;
    near.key = near.channel.register(selector, 0, near);
    if (cut) {
      return;
    }
    try {
      End far = new End(SocketChannel.open(target));
      far.other = near;
      near.other = far;
      far.key = far.channel.register(selector, SelectionKey.OP_READ, far);
      near.key.interestOps(SelectionKey.OP_READ);
    } catch (IOException refused) {
      // It is not there, and whoever connects is to know it at once.
      end(near);
    }
  }

  private void carry(End from) {
    try {
      if (from.key.isWritable()) {
        from.channel.write(from.waiting);
        if (!from.waiting.hasRemaining()) {
          from.key.interestOps(SelectionKey.OP_READ);
          from.other.key.interestOps(SelectionKey.OP_READ);
        }
        return;
      }
      piece.clear();
      if (from.channel.read(piece) < 0) {
        end(from);
        return;
      }
      piece.flip();
      End to = from.other;
      to.channel.write(piece);
      if (piece.hasRemaining()) {
        // Nothing more is read until the other end has taken it.
        to.waiting = ByteBuffer.allocate(piece.remaining()).put(piece).flip();
        to.key.interestOps(SelectionKey.OP_WRITE);
        from.key.interestOps(0);
      }
    } catch (IOException broken) {
      // By one side or the other.
      end(from);
    }
  }

  private static void end(End one) {
    for (End each : new End[] {one, one.other}) {
      each.key.cancel();
      try {
        each.channel.close();
      } catch (IOException gone) {
        // So it is.
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
  }
}
