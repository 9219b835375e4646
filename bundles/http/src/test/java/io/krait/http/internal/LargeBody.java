package io.krait.http.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;

/** A body that is too large to be kept, but for its checksum: no two parts of it are alike. */
public final class LargeBody {

  private static final int PIECE = 1 << 20;

  private final byte[] piece = new byte[PIECE];
  private final CRC32C sum = new CRC32C();
  private final long size;

  /** A body of so many bytes. */
  public LargeBody(long size) {
    this.size = size;
    new Random(7).nextBytes(piece);
  }

  /** What was sent up to now has this checksum. */
  public long sum() {
    return sum.getValue();
  }

  /** Sends it all. */
  public void sendTo(RawClient client) throws IOException {
    ByteBuffer beginning = ByteBuffer.wrap(piece);
    for (long sent = 0; sent < size; sent += PIECE) {
      beginning.putLong(0, sent);
      int count = (int) Math.min(PIECE, size - sent);
      sum.update(piece, 0, count);
      client.send(count == PIECE ? piece : Arrays.copyOf(piece, count));
    }
  }

  /** What came back. */
  public record Received(long bytes, long sum) {}

  /**
   * Sends it to a plugin that sends it back, and reads that at the same time.
   *
   * @param progress is told now and then how many bytes have come back
   */
  public Received echo(RawClient client, String path, LongConsumer progress) throws Exception {
    client.request("POST " + path, "Content-Length: " + size);
    FutureTask<Void> sent =
        new FutureTask<>(
            () -> {
              sendTo(client);
              return null;
            });
    Thread sender = new Thread(sent, "sender");
    sender.setDaemon(true);
    sender.start();
    CRC32C receivedSum = new CRC32C();
    long received = 0;
    long nextLook = size / 8;
    RawClient.Head head = client.head();
    if (head.status() != 200) {
      throw new IOException("status " + head.status());
    }
    for (byte[] chunk = client.chunk(); chunk.length > 0; chunk = client.chunk()) {
      receivedSum.update(chunk);
      received += chunk.length;
      if (received >= nextLook) {
        nextLook += size / 8;
        progress.accept(received);
      }
    }
    sent.get();
    return new Received(received, receivedSum.getValue());
  }
}
