package io.krait.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that do not change. Safe for use from any thread. */
public final class Bytes {

  /** No bytes at all. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private static final int SHOWN_BYTES = 16;

  private final byte[] array;

  private Bytes(byte[] array) {
    this.array = array;
  }

  /** A copy of {@code bytes}. */
  public static Bytes copyOf(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
  }

  /**
   * The array itself, uncopied, for those who made it and keep no reference to it. A later write to
   * the array breaks the promise that these bytes do not change.
   */
  public static Bytes owning(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes);
  }

  /** The UTF-8 form of {@code text}. */
  public static Bytes utf8(String text) {
    return owning(text.getBytes(StandardCharsets.UTF_8));
  }

  /** How many bytes there are. */
  public int size() {
    return array.length;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return array.length == 0;
  }

  /** A copy, which the caller may change. */
  public byte[] toByteArray() {
    return array.clone();
  }

  /**
   * The array itself, uncopied, for those who only read it, as the counterpart of {@link #owning}.
   * A write to it breaks the promise that these bytes do not change.
   */
  public byte[] shared() {
    return array;
  }

  /** A read-only view that shares the bytes, positioned at their start. */
  public ByteBuffer asByteBuffer() {
    return ByteBuffer.wrap(array).asReadOnlyBuffer();
  }

  /** The text that the bytes are in UTF-8; malformed sequences become U+FFFD. */
  public String toUtf8() {
    return new String(array, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(array, that.array);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(array);
  }

  /** The size and the first few bytes in hexadecimal: short enough for a log, whatever the size. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(array.length).append(" bytes");
    if (array.length > 0) {
      text.append(" [");
      for (int i = 0; i < Math.min(array.length, SHOWN_BYTES); i++) {
        text.append(Character.forDigit((array[i] >> 4) & 0xf, 16));
        text.append(Character.forDigit(array[i] & 0xf, 16));
      }
      text.append(array.length > SHOWN_BYTES ? "…]" : "]");
    }
    return text.toString();
  }
}
