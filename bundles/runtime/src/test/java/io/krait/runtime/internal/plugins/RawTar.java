package io.krait.runtime.internal.plugins;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** A tar in the making whose headers say whatever a test wants. */
final class RawTar {

  private static final int BLOCK = 512;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A header with a size of its own, whatever follows. */
  RawTar header(char type, String name, long size) {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 100, "0000644");
    put(header, 124, String.format(Locale.ROOT, "%011o", size));
    put(header, 257, "ustar");
    put(header, 263, "00");
    header[156] = (byte) type;
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte next : header) {
      sum += next & 0xff;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o\0", sum));
    return raw(header);
  }

  /** An entry with its content. */
  RawTar entry(char type, String name, String content) {
    byte[] content8 = content.getBytes(StandardCharsets.UTF_8);
    header(type, name, content8.length);
    return raw(Arrays.copyOf(content8, (content8.length + BLOCK - 1) / BLOCK * BLOCK));
  }

  /** A file. */
  RawTar file(String name, String content) {
    return entry('0', name, content);
  }

  /** A file whose name is written as GNU does. */
  RawTar gnuFile(String name) {
    return entry('L', "././@LongLink", name + "\0").file("short", "x");
  }

  /** A file with a record of POSIX before it. */
  RawTar paxFile(String key, String value) {
    return entry('x', "PaxHeaders/short", record(key, value)).file("short", "x");
  }

  private static String record(String key, String value) {
    String rest = " " + key + "=" + value + "\n";
    int bytes = rest.getBytes(StandardCharsets.UTF_8).length;
    int length = bytes + 1;
    while (length != bytes + String.valueOf(length).length()) {
      length++;
    }
    return length + rest;
  }

  RawTar raw(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  /** What has been written so far, with the end of a tar. */
  InputStream whole() {
    return new ByteArrayInputStream(packed(raw(new byte[2 * BLOCK]).bytes.toByteArray()));
  }

  /** What has been written so far, without an end. */
  InputStream endingHere() {
    return new ByteArrayInputStream(packed(bytes.toByteArray()));
  }

  /** The same, not packed. */
  byte[] plain() {
    return bytes.toByteArray();
  }

  static byte[] packed(byte[] tar) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(tar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    byte[] text8 = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(text8, 0, header, at, text8.length);
  }
}
