package io.krait.host.internal.serving;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** An answer on its way out, as fast as the client takes it; no thread waits for that. */
final class Outgoing implements WriteListener {

  private static final int PIECE = 32 << 10;

  private final InputStream content;
  private final ServletOutputStream out;
  private final Runnable sent;
  private final Consumer<Throwable> broken;
  private final byte[] piece = new byte[PIECE];
  private boolean over;

  /**
   * Sends {@code content}.
   *
   * @param sent called at the end
   * @param broken called where it cannot be sent, or read
   */
  Outgoing(
      InputStream content, ServletOutputStream out, Runnable sent, Consumer<Throwable> broken) {
    this.content = content;
    this.out = out;
    this.sent = sent;
    this.broken = broken;
  }

  @Override
  public synchronized void onWritePossible() {
    try {
      while (!over && out.isReady()) {
        int count = content.read(piece);
        if (count < 0) {
          over = true;
          sent.run();
          return;
        }
        out.write(piece, 0, count);
      }
    } catch (IOException | RuntimeException failure) {
      onError(failure);
    }
  }

  @Override
  public synchronized void onError(Throwable failure) {
    if (!over) {
      over = true;
      broken.accept(failure);
    }
  }
}
