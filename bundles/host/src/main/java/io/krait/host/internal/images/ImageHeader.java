package io.krait.host.internal.images;

import io.krait.api.Nullable;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the first bytes of a picture tell, before anything of it is decoded.
 *
 * @param kind what it is by its content
 * @param width in pixels, more than 0
 * @param height in pixels, more than 0
 */
public record ImageHeader(ImageKind kind, int width, int height) {

  /** As far as is looked into a JPEG for its size: behind what cameras say of themselves. */
  private static final int FARTHEST = 4 << 20;

  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;

  /** How many pixels it has. */
  public long pixels() {
    return (long) width * height;
  }

  /**
   * Reads the header of a picture; empty where the content is none that is known, or broken. Memory
   * does not depend on what the content says.
   *
   * @param content read no farther than needed, and left open
   */
  public static Optional<ImageHeader> read(InputStream content) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(content, 4096));
    try {
      ImageHeader header = of(in);
      return header == null || header.width <= 0 || header.height <= 0
          ? Optional.empty()
          : Optional.of(header);
    } catch (EOFException tooShort) {
      return Optional.empty();
    }
  }

  private static @Nullable ImageHeader of(DataInputStream in) throws IOException {
    int first = in.readUnsignedShort();
    return switch (first) {
      case 0x8950 -> png(in);
      case 0xffd8 -> jpeg(in);
      case 0x4749 -> gif(in);
      case 0x424d -> bmp(in);
      case 0x5249 -> webp(in);
      default -> null;
    };
  }

  private static @Nullable ImageHeader png(DataInputStream in) throws IOException {
    boolean signed = in.readUnsignedShort() == 0x4e47 && in.readInt() == 0x0d0a1a0a;
    in.readInt();
    return signed && text(in, 4).equals("IHDR")
        ? new ImageHeader(ImageKind.PNG, in.readInt(), in.readInt())
        : null;
  }

  private static @Nullable ImageHeader gif(DataInputStream in) throws IOException {
    String version = text(in, 4);
    return version.equals("F87a") || version.equals("F89a")
        ? new ImageHeader(ImageKind.GIF, little16(in), little16(in))
        : null;
  }

  private static @Nullable ImageHeader bmp(DataInputStream in) throws IOException {
    in.skipNBytes(12);
    int length = little32(in);
    if (length == 12) {
      return new ImageHeader(ImageKind.BMP, little16(in), little16(in));
    }
    if (length < 40 || length > 124) {
      return null;
    }
    int width = little32(in);
    int height = little32(in);
    // Below 0 it is from the top to the bottom.
    return new ImageHeader(ImageKind.BMP, width, height < 0 ? -height : height);
  }

  private static @Nullable ImageHeader webp(DataInputStream in) throws IOException {
    if (!text(in, 2).equals("FF")) {
      return null;
    }
    in.skipNBytes(4);
    if (!text(in, 4).equals("WEBP")) {
      return null;
    }
    String chunk = text(in, 4);
    in.skipNBytes(4);
    switch (chunk) {
      case "VP8X":
        in.skipNBytes(4);
        return new ImageHeader(ImageKind.WEBP, little24(in) + 1, little24(in) + 1);
      case "VP8L":
        if (in.readUnsignedByte() != 0x2f) {
          return null;
        }
        int bits = little32(in);
        return new ImageHeader(ImageKind.WEBP, (bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1);
      case "VP8 ":
        in.skipNBytes(6);
        return new ImageHeader(ImageKind.WEBP, little16(in) & 0x3fff, little16(in) & 0x3fff);
      default:
        return null;
    }
  }

  /** Goes from one segment to the next one, until one tells the size. */
  private static @Nullable ImageHeader jpeg(DataInputStream in) throws IOException {
    int passed = 0;
    while (passed < FARTHEST) {
      if (in.readUnsignedByte() != 0xff) {
        return null;
      }
      int marker = in.readUnsignedByte();
      while (marker == 0xff && passed < FARTHEST) {
        marker = in.readUnsignedByte();
        passed++;
      }
      if (marker == SOI || marker == EOI || marker == SOS || marker == 0) {
        return null;
      }
      int length = in.readUnsignedShort() - 2;
      if (isFrame(marker)) {
        in.readUnsignedByte();
        int height = in.readUnsignedShort();
        return new ImageHeader(ImageKind.JPEG, in.readUnsignedShort(), height);
      }
      if (length < 0) {
        return null;
      }
      in.skipNBytes(length);
      passed += length + 4;
    }
    return null;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0
        && marker <= 0xcf
        && marker != 0xc4 // Huffman tables
        && marker != 0xc8 // kept for later
        && marker != 0xcc; // arithmetic coding
  }

  private static String text(DataInputStream in, int length) throws IOException {
    byte[] text = new byte[length];
    in.readFully(text);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static int little16(DataInputStream in) throws IOException {
    return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
  }

  private static int little24(DataInputStream in) throws IOException {
    return in.readUnsignedByte() | in.readUnsignedByte() << 8 | in.readUnsignedByte() << 16;
  }

  private static int little32(DataInputStream in) throws IOException {
    return Integer.reverseBytes(in.readInt());
  }
}
