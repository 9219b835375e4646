package io.krait.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Writes archives that no honest tool would write. */
final class Tar {

  static final char FILE = '0';
  static final char HARD_LINK = '1';
  static final char SYMBOLIC_LINK = '2';
  static final char CHARACTER_DEVICE = '3';
  static final char BLOCK_DEVICE = '4';
  static final char FOLDER = '5';
  static final char PIPE = '6';
  static final char LONG_NAME = 'L';
  static final char PAX = 'x';

  private static final int BLOCK = 512;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** An archive that begins with a folder, a manifest and a script as all have them. */
  static Tar ofPlugin(String id) {
    return new Tar()
        .file(
            id + "/plugin.json",
            """
            {"id": "%s", "name": "x", "version": "1.0.0",
             "server": {"executable": "plugin.py", "runtime": "python"}}
            """
                .formatted(id))
        .file(id + "/plugin.py", "raise SystemExit(1)\n");
  }

  Tar file(String name, String content) {
    return entry(name, FILE, "", content.getBytes(StandardCharsets.UTF_8));
  }

  Tar entry(String name, char type, String link, byte[] content) {
    return entry(name, type, link, content.length, content);
  }

  /** An entry that says to have {@code size} bytes, whatever it has. */
  Tar entry(String name, char type, String link, long size, byte[] content) {
    byte[] header = new byte[BLOCK];
    ByteBuffer fields = ByteBuffer.wrap(header);
    put(fields, 0, 100, name);
    put(fields, 100, 8, "0000755\0");
    put(fields, 108, 8, "0000000\0");
    put(fields, 116, 8, "0000000\0");
    put(fields, 124, 12, "%011o\0".formatted(size));
    put(fields, 136, 12, "00000000000\0");
    put(fields, 148, 8, "        ");
    put(fields, 156, 1, String.valueOf(type));
    put(fields, 157, 100, link);
    put(fields, 257, 8, "ustar\00000");
    int sum = 0;
    for (byte value : header) {
      sum += value & 0xff;
    }
    put(fields, 148, 8, "%06o\0 ".formatted(sum));
    out.writeBytes(header);
    out.writeBytes(content);
    out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    return this;
  }

  private static void put(ByteBuffer fields, int at, int length, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    fields.position(at);
    fields.put(bytes, 0, Math.min(bytes.length, length));
  }

  /** An entry whose name does not fit into a header, as GNU tar has it. */
  Tar longName(String name) {
    return entry("././@LongLink", LONG_NAME, "", (name + "\0").getBytes(StandardCharsets.UTF_8))
        .file("x", "x");
  }

  /** An entry that a record of POSIX tar tells something about. */
  Tar pax(String key, String value) {
    String record = " " + key + "=" + value + "\n";
    int length = record.length() + 1;
    while (length != record.length() + Integer.toString(length).length()) {
      length++;
    }
    return entry("pax", PAX, "", (length + record).getBytes(StandardCharsets.UTF_8)).file("x", "x");
  }

  /** Not the whole of it. */
  Tar cutTo(int length) {
    byte[] all = out.toByteArray();
    out.reset();
    out.write(all, 0, Math.min(all.length, length));
    return this;
  }

  byte[] bytes() {
    byte[] content = out.toByteArray();
    byte[] end = new byte[2 * BLOCK];
    return ByteBuffer.allocate(content.length + end.length).put(content).put(end).array();
  }

  /** The archive, compressed. */
  byte[] gzip() {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return compressed.toByteArray();
  }
}
