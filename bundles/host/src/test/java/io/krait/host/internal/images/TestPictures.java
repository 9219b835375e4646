package io.krait.host.internal.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures to send: the left half red, the right half blue. */
public final class TestPictures {

  private TestPictures() {}

  /** An opaque PNG file. */
  public static byte[] png(int width, int height) {
    return of("png", BufferedImage.TYPE_INT_RGB, width, height);
  }

  /** A PNG file that could be transparent. */
  public static byte[] transparentPng(int width, int height) {
    return of("png", BufferedImage.TYPE_INT_ARGB, width, height);
  }

  /** A file in a format that Java writes. */
  public static byte[] of(String format, int width, int height) {
    return of(format, BufferedImage.TYPE_INT_RGB, width, height);
  }

  private static byte[] of(String format, int type, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new AssertionError("no writer for " + format);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }
}
