package io.krait.protocol.internal.lane;

import io.krait.api.Nullable;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Cuts what is read from a connection into frames. A frame takes as much memory as has come of it,
 * whatever length it announces. For one thread at a time.
 */
final class FrameDecoder {

  private static final int HEADER = Integer.BYTES + 1;

  /** As much as a message with the longest part of a body has, which then is not copied again. */
  private static final int FIRST_PIECE = (256 << 10) + 1024;

  /** Takes the frames. */
  interface Sink {
    void frame(int kind, byte[] payload) throws BrokenLaneException;
  }

  private final int limit;
  private final byte[] header = new byte[HEADER];
  private int headerLength;
  private byte @Nullable [] payload;
  private int filled;
  private int size;

  /** Frames whose payload has at most {@code limit} bytes. */
  FrameDecoder(int limit) {
    this.limit = limit;
  }

  /** Takes all of {@code input}, and hands on what is complete. */
  void feed(ByteBuffer input, Sink sink) throws BrokenLaneException {
    while (input.hasRemaining()) {
      byte[] rest = payload;
      if (rest == null) {
        if (!readHeader(input)) {
          return;
        }
        if (input.remaining() >= size) {
          byte[] whole = new byte[size];
          input.get(whole);
          finish(sink, whole);
          continue;
        }
        payload = new byte[Math.min(size, Math.max(FIRST_PIECE, input.remaining()))];
        continue;
      }
      int more = Math.min(input.remaining(), size - filled);
      if (filled + more > rest.length) {
        rest = Arrays.copyOf(rest, (int) Math.min(size, Math.max(filled + more, 2L * rest.length)));
        payload = rest;
      }
      input.get(rest, filled, more);
      filled += more;
      if (filled == size) {
        finish(sink, rest);
      }
    }
  }

  private void finish(Sink sink, byte[] whole) throws BrokenLaneException {
    int kind = header[HEADER - 1];
    payload = null;
    headerLength = 0;
    filled = 0;
    sink.frame(kind, whole);
  }

  private boolean readHeader(ByteBuffer input) throws BrokenLaneException {
    int more = Math.min(HEADER - headerLength, input.remaining());
    input.get(header, headerLength, more);
    headerLength += more;
    if (headerLength < HEADER) {
      return false;
    }
    int length = ByteBuffer.wrap(header).getInt();
    if (length < 1 || length - 1 > limit) {
      throw new BrokenLaneException(
          "announces a frame of %s bytes, where 1 to %d are possible"
              .formatted(Integer.toUnsignedString(length), limit + 1L));
    }
    size = length - 1;
    return true;
  }
}
