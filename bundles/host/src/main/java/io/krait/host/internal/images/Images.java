package io.krait.host.internal.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes pictures that anybody may have sent. Type and size are read from the header first; what
 * has too many pixels is not decoded, and only as finely as is wanted what has many. Few are
 * decoded at once, and each within a time. Safe for use from any thread.
 */
public final class Images {

  /** How large the content of a picture may be, in bytes. */
  public static final int LARGEST = 32 << 20;

  /** As many as a screen of 8K has. */
  static final long MOST_PIXELS = 7680L * 4320;

  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Semaphore free = new Semaphore(AT_ONCE);

  /**
   * Decodes a whole picture; of an animated one, the first frame.
   *
   * @param longest the side that it will be shown with at most; a finer one is decoded coarser, but
   *     never coarser than that
   * @throws UnreadableImageException where it cannot be decoded, or has too many bytes or pixels,
   *     or takes too long
   */
  public Picture decode(byte[] content, int longest) throws UnreadableImageException {
    if (content.length > LARGEST) {
      throw new UnreadableImageException("a picture has at most %d bytes".formatted(LARGEST));
    }
    ImageHeader header;
    try (InputStream in = new ByteArrayInputStream(content)) {
      header =
          ImageHeader.read(in)
              .filter(read -> read.kind().isDecoded())
              .orElseThrow(
                  () -> new UnreadableImageException("this is no PNG, JPEG, GIF or BMP picture"));
    } catch (IOException impossible) {
      throw new UnreadableImageException("the picture is broken", impossible);
    }
    if (header.pixels() > MOST_PIXELS) {
      throw new UnreadableImageException(
          "a picture has at most %d pixels, and not %d x %d"
              .formatted(MOST_PIXELS, header.width(), header.height()));
    }
    byte[] safe = header.kind() == ImageKind.PNG ? PngChunks.needed(content) : content;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      if (!free.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new UnreadableImageException("too many pictures are being read");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UnreadableImageException("the server is being stopped", interrupted);
    }
    try {
      return new Picture(header, SystemLoader.call(() -> decoded(header, safe, longest, deadline)));
    } catch (IOException | RuntimeException broken) {
      // Readers fail in many ways with what is broken.
      throw new UnreadableImageException("the picture is broken", broken);
    } finally {
      free.release();
    }
  }

  private static BufferedImage decoded(
      ImageHeader header, byte[] content, int longest, long deadline) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(header.kind().name());
    if (!readers.hasNext()) {
      throw new IOException("this JVM reads no " + header.kind());
    }
    ImageReader reader = readers.next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(in, true, true);
      // A GIF's frame has a size of its own, which may be larger than what the file says.
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > MOST_PIXELS) {
        throw new IOException("a frame has too many pixels");
      }
      Deadline watch = new Deadline(deadline);
      reader.addIIOReadProgressListener(watch);
      ImageReadParam wanted = reader.getDefaultReadParam();
      int step = Math.max(1, Math.max(width, height) / (2 * longest));
      wanted.setSourceSubsampling(step, step, 0, 0);
      BufferedImage image = reader.read(0, wanted);
      if (watch.passed) {
        throw new IOException("it takes too long");
      }
      return image;
    } finally {
      reader.dispose();
    }
  }

  /** Ends what takes too long. */
  private static final class Deadline implements IIOReadProgressListener {
    private final long nanos;
    private boolean passed;

    Deadline(long nanos) {
      this.nanos = nanos;
    }

    @Override
    public void imageProgress(ImageReader reader, float percent) {
      if (System.nanoTime() - nanos > 0) {
        passed = true;
        reader.abort();
      }
    }

    @Override
    public void sequenceStarted(ImageReader reader, int first) {}

    @Override
    public void sequenceComplete(ImageReader reader) {}

    @Override
    public void imageStarted(ImageReader reader, int index) {}

    @Override
    public void imageComplete(ImageReader reader) {}

    @Override
    public void thumbnailStarted(ImageReader reader, int index, int thumbnail) {}

    @Override
    public void thumbnailProgress(ImageReader reader, float percent) {}

    @Override
    public void thumbnailComplete(ImageReader reader) {}

    @Override
    public void readAborted(ImageReader reader) {
      passed = true;
    }
  }
}
