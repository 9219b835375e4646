package io.krait.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The way from a server to its database, which can be cut. */
final class Wire implements AutoCloseable {

  private static final int PIECE = 64 << 10;

  private final ServerSocket entrance;
  private final int target;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean cut;

  /** A way to this port. */
  Wire(int target) throws IOException {
    this.target = target;
    entrance = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** Nothing gets through any more, in either direction; connections seem to be there. */
  void cut() {
    cut = true;
  }

  /** Ends a cut; what was connected is broken, as nobody knows any more what was said. */
  void mend() {
    open.forEach(Wire::close);
    open.clear();
    cut = false;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket near = entrance.accept();
        open.add(near);
        if (cut) {
          continue;
        }
        Socket far = new Socket();
        open.add(far);
        far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        threads.execute(() -> carry(near, far));
        threads.execute(() -> carry(far, near));
      } catch (IOException gone) {
        // Whoever connects tries again.
      }
    }
  }

  private void carry(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] piece = new byte[PIECE];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        if (cut) {
          synchronized (this) {
            while (cut) {
              wait(50);
            }
          }
          return;
        }
        out.write(piece, 0, read);
      }
    } catch (IOException broken) {
      // By one side or the other.
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // So it is.
    }
  }

  @Override
  public void close() {
    close(entrance);
    mend();
    threads.shutdownNow();
  }
}
