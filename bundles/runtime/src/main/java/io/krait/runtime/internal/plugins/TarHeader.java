package io.krait.runtime.internal.plugins;

import java.nio.charset.StandardCharsets;

/**
 * The block of 512 bytes that stands before each entry, as POSIX, GNU and older programs write it.
 */
final class TarHeader {

  static final int BYTES = 512;

  private static final int NAME_BYTES = 100;
  private static final int MODE = 100;
  private static final int MODE_BYTES = 8;
  private static final int SIZE = 124;
  private static final int NUMBER_BYTES = 12;
  private static final int SUM = 148;
  private static final int SUM_BYTES = 8;
  private static final int TYPE = 156;
  private static final int MAGIC = 257;
  private static final int PREFIX = 345;
  private static final int PREFIX_BYTES = 155;
  private static final int BINARY = 0x80;

  private final byte[] block;

  /**
   * A header.
   *
   * @param block its bytes, which are not copied
   */
  TarHeader(byte[] block) {
    this.block = block;
  }

  /** Whether there are zeros alone, as after the last entry. */
  boolean isEmpty() {
    for (byte next : block) {
      if (next != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the sum of its bytes is what it says. */
  boolean isWhole() {
    long unsigned = 0;
    long signed = 0;
    for (int i = 0; i < BYTES; i++) {
      byte next = i >= SUM && i < SUM + SUM_BYTES ? (byte) ' ' : block[i];
      unsigned += next & 0xff;
      // As some old programs have computed it.
      signed += next;
    }
    long told = octal(SUM, SUM_BYTES);
    return told == unsigned || told == signed;
  }

  /** The letter or digit that tells the kind. */
  char type() {
    return (char) (block[TYPE] & 0xff);
  }

  /** The name, of at most 256 bytes. */
  String name() {
    String name = text(0, NAME_BYTES);
    boolean posix = block[MAGIC + 5] == 0 && "ustar".equals(text(MAGIC, 5));
    String prefix = posix ? text(PREFIX, PREFIX_BYTES) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  /** The bytes of content; negative where that is no number, or too large a one. */
  long size() {
    return number(SIZE, NUMBER_BYTES);
  }

  /** The permissions; -1 where they are no number. */
  long mode() {
    return number(MODE, MODE_BYTES);
  }

  private String text(int from, int most) {
    int length = 0;
    while (length < most && block[from + length] != 0) {
      length++;
    }
    return new String(block, from, length, StandardCharsets.UTF_8);
  }

  private long number(int from, int length) {
    return (block[from] & BINARY) == 0 ? octal(from, length) : binary(from, length);
  }

  private long octal(int from, int length) {
    String digits = text(from, length).strip();
    if (digits.isEmpty()) {
      return 0;
    }
    long value = 0;
    for (char digit : digits.toCharArray()) {
      if (digit < '0' || digit > '7') {
        return -1;
      }
      // Twelve digits of three bits are far from the bound of a long.
      value = value << 3 | (digit - '0');
    }
    return value;
  }

  private long binary(int from, int length) {
    long value = block[from] & (BINARY - 1);
    for (int i = from + 1; i < from + length; i++) {
      if (value >>> (Long.SIZE - 1 - Byte.SIZE) != 0) {
        return -1;
      }
      value = value << Byte.SIZE | (block[i] & 0xff);
    }
    return value;
  }
}
