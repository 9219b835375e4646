package io.krait.host.internal.images;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A decoded picture. It is never changed, so it may be used from any thread. */
public final class Picture {

  private final ImageHeader header;
  private final BufferedImage image;

  Picture(ImageHeader header, BufferedImage image) {
    this.header = header;
    this.image = image;
  }

  /** What it was when it came; the picture itself may have been decoded coarser. */
  public ImageHeader header() {
    return header;
  }

  /** Its width now, in pixels. */
  public int width() {
    return image.getWidth();
  }

  /** Its height now, in pixels. */
  public int height() {
    return image.getHeight();
  }

  /** Whether something shines through it. */
  public boolean isTransparent() {
    return image.getColorModel().hasAlpha();
  }

  /** The whole picture, as large as it can be within these sides, and never larger than it is. */
  public Picture within(int width, int height) {
    double scale =
        Math.min(1, Math.min((double) width / header.width(), (double) height / header.height()));
    int newWidth = Math.max(1, (int) Math.round(header.width() * scale));
    int newHeight = Math.max(1, (int) Math.round(header.height() * scale));
    return drawn(newWidth, newHeight, 0, 0, width(), height());
  }

  /** The middle of the picture, as a square of exactly this side. */
  public Picture square(int side) {
    int cut = Math.min(width(), height());
    int left = (width() - cut) / 2;
    int top = (height() - cut) / 2;
    return drawn(side, side, left, top, left + cut, top + cut);
  }

  private Picture drawn(int width, int height, int left, int top, int right, int bottom) {
    int type = isTransparent() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage from = image;
    // In halves, as a single step over many pixels would leave most of them out.
    while (right - left >= 2 * width && bottom - top >= 2 * height) {
      int halfWidth = (right - left) / 2;
      int halfHeight = (bottom - top) / 2;
      from = draw(from, type, halfWidth, halfHeight, left, top, right, bottom);
      left = 0;
      top = 0;
      right = halfWidth;
      bottom = halfHeight;
    }
    return new Picture(header, draw(from, type, width, height, left, top, right, bottom));
  }

  private static BufferedImage draw(
      BufferedImage from,
      int type,
      int width,
      int height,
      int left,
      int top,
      int right,
      int bottom) {
    BufferedImage to = new BufferedImage(width, height, type);
    Graphics2D graphics = to.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(from, 0, 0, width, height, left, top, right, bottom, null);
    } finally {
      graphics.dispose();
    }
    return to;
  }

  /** As a PNG file. */
  public byte[] png() {
    return written("png", image, 1);
  }

  /**
   * As a JPEG file; what is transparent becomes black.
   *
   * @param quality from 0 to 1
   */
  public byte[] jpeg(float quality) {
    BufferedImage opaque =
        image.getType() == BufferedImage.TYPE_INT_RGB
            ? image
            : draw(image, BufferedImage.TYPE_INT_RGB, width(), height(), 0, 0, width(), height());
    return written("jpeg", opaque, quality);
  }

  private static byte[] written(String format, BufferedImage image, float quality) {
    try {
      return SystemLoader.call(
          () -> {
            ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
              ImageWriteParam how = writer.getDefaultWriteParam();
              if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(quality);
              }
              writer.setOutput(out);
              writer.write(null, new IIOImage(image, null, null), how);
            } finally {
              writer.dispose();
            }
            return bytes.toByteArray();
          });
    } catch (IOException intoMemory) {
      throw new UncheckedIOException(intoMemory);
    }
  }
}
