package io.krait.webconsole.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once it is longer than it may be, and remembers that. */
final class LimitedStream extends FilterInputStream {

  private long left;
  private boolean exceeded;

  LimitedStream(InputStream in, long most) {
    super(in);
    left = most;
  }

  /** Whether there was more than there may be. */
  boolean exceeded() {
    return exceeded;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      exceeded = true;
      throw new IOException("there is more than may be read");
    }
  }
}
