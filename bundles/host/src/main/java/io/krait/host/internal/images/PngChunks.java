package io.krait.host.internal.images;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Takes out of a PNG what its pixels do not need: texts and profiles may be compressed, and unpack
 * to thousands of times their size.
 */
final class PngChunks {

  private static final int SIGNATURE = 8;
  private static final int AROUND = 12;
  private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  private PngChunks() {}

  static byte[] needed(byte[] png) throws UnreadableImageException {
    ByteBuffer in = ByteBuffer.wrap(png);
    ByteArrayOutputStream out = new ByteArrayOutputStream(png.length);
    try {
      out.write(png, 0, SIGNATURE);
      in.position(SIGNATURE);
      while (in.hasRemaining()) {
        int start = in.position();
        int length = in.getInt();
        byte[] name = new byte[4];
        in.get(name);
        if (length < 0 || length > in.remaining() - 4) {
          // What follows is cut off; the reader says so, or does with what is there.
          break;
        }
        in.position(start + length + AROUND);
        String chunk = new String(name, StandardCharsets.ISO_8859_1);
        if (NEEDED.contains(chunk)) {
          out.write(png, start, length + AROUND);
        }
        if (chunk.equals("IEND")) {
          break;
        }
      }
    } catch (BufferUnderflowException | IllegalArgumentException broken) {
      throw new UnreadableImageException("the picture is broken", broken);
    }
    return out.toByteArray();
  }
}
