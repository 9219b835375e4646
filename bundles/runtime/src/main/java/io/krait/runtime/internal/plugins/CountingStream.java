package io.krait.runtime.internal.plugins;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read through it, and lets no more through than it may. */
final class CountingStream extends FilterInputStream {

  private final long most;
  private final String refusal;
  private long count;

  /** More was read than may be; the message is for an administrator. */
  static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuchException(String message) {
      super(message);
    }
  }

  /**
   * A stream with a bound.
   *
   * @param most how many bytes may be read
   * @param refusal what is told where there are more
   */
  CountingStream(InputStream in, long most, String refusal) {
    super(in);
    this.most = most;
    this.refusal = refusal;
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    add(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    add(Math.max(read, 0));
    return read;
  }

  // By reading, so that it counts.
  @Override
  public long skip(long bytes) throws IOException {
    return bytes <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(bytes, 1 << 12)]));
  }

  private void add(int read) throws TooMuchException {
    count += read;
    if (count > most) {
      throw new TooMuchException(refusal);
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
