package io.krait.hostkit.internal;

import io.krait.api.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What one file has: a mark, when the entry is gone, its key, and its value.
 *
 * @param expireAt in milliseconds since the epoch; 0 for never
 */
record EntryFile(String key, long expireAt, Bytes value) {

  /** "KRE" and the number of the format. */
  private static final int MARK = 0x4B524501;

  /** A file has no entry in it. */
  static final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedException(String message) {
      super(message);
    }
  }

  /**
   * Reads an entry.
   *
   * @throws DamagedException where there is none in the file
   */
  static EntryFile read(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
    if (content.length < Integer.BYTES + Long.BYTES + Short.BYTES || in.readInt() != MARK) {
      throw new DamagedException("it is no entry of this format");
    }
    long expireAt = in.readLong();
    String key = in.readUTF();
    return new EntryFile(key, expireAt, Bytes.owning(in.readAllBytes()));
  }

  /**
   * Writes the entry so that there is the old one or the new one, whatever happens meanwhile.
   *
   * @param unfinished where it is written before it is whole
   */
  void write(Path file, Path unfinished) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(content);
    out.writeInt(MARK);
    out.writeLong(expireAt);
    out.writeUTF(key);
    out.write(value.toByteArray());
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(content.toByteArray());
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    } catch (IOException failure) {
      Files.deleteIfExists(unfinished);
      throw failure;
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
