package io.krait.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Bytes that do not change. Safe for use from any thread. */
public final class Bytes {

  /** No bytes at all. */
  public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

  private static final int SHOWN_BYTES = 16;

  private final byte[] array;
  private final int offset;
  private final int size;

  private Bytes(byte[] array, int offset, int size) {
    this.array = array;
    this.offset = offset;
    this.size = size;
  }

  /** A copy of {@code bytes}. */
  public static Bytes copyOf(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : owning(bytes.clone());
  }

  /**
   * The array itself, uncopied, for those who made it and keep no reference to it. A later write to
   * the array breaks the promise that these bytes do not change.
   */
  public static Bytes owning(byte[] bytes) {
    return owning(bytes, 0, bytes.length);
  }

  /** A part of an array, under the conditions of {@link #owning(byte[])} for all of it. */
  public static Bytes owning(byte[] bytes, int offset, int size) {
    Objects.checkFromIndexSize(offset, size, bytes.length);
    return size == 0 ? EMPTY : new Bytes(bytes, offset, size);
  }

  /** The UTF-8 form of {@code text}. */
  public static Bytes utf8(String text) {
    return owning(text.getBytes(StandardCharsets.UTF_8));
  }

  /** How many bytes there are. */
  public int size() {
    return size;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** A copy, which the caller may change. */
  public byte[] toByteArray() {
    return Arrays.copyOfRange(array, offset, offset + size);
  }

  /**
   * The array itself, uncopied, for those who only read it, as the counterpart of {@link #owning};
   * a copy where the bytes are a part of an array. A write to it breaks the promise that these
   * bytes do not change.
   */
  public byte[] shared() {
    return size == array.length ? array : toByteArray();
  }

  /** Writes some of the bytes, beginning with number {@code from}, without making a copy. */
  public void writeTo(OutputStream out, int from, int count) throws IOException {
    Objects.checkFromIndexSize(from, count, size);
    out.write(array, offset + from, count);
  }

  /** A read-only view that shares the bytes, positioned at their start. */
  public ByteBuffer asByteBuffer() {
    return ByteBuffer.wrap(array, offset, size).slice().asReadOnlyBuffer();
  }

  /** The text that the bytes are in UTF-8; malformed sequences become U+FFFD. */
  public String toUtf8() {
    return new String(array, offset, size, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that
        && Arrays.equals(
            array, offset, offset + size, that.array, that.offset, that.offset + that.size);
  }

  @Override
  public int hashCode() {
    return asByteBuffer().hashCode();
  }

  /** The size and the first few bytes in hexadecimal: short enough for a log, whatever the size. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(size).append(" bytes");
    if (size > 0) {
      text.append(" [");
      for (int i = 0; i < Math.min(size, SHOWN_BYTES); i++) {
        text.append(Character.forDigit((array[offset + i] >> 4) & 0xf, 16));
        text.append(Character.forDigit(array[offset + i] & 0xf, 16));
      }
      text.append(size > SHOWN_BYTES ? "…]" : "]");
    }
    return text.toString();
  }
}
