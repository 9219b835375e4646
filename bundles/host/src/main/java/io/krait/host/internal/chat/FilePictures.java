package io.krait.host.internal.chat;

import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.model.FileInfo;
import io.krait.host.internal.images.ImageHeader;
import io.krait.host.internal.images.ImageKind;
import io.krait.host.internal.images.Images;
import io.krait.host.internal.images.Picture;
import io.krait.host.internal.images.UnreadableImageException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is made of files that are pictures, to be shown in their place. */
final class FilePictures {

  private static final System.Logger LOGGER = System.getLogger(FilePictures.class.getName());

  private static final int PREVIEW_WIDTH = 1920;
  private static final int PREVIEW_HEIGHT = 4 * PREVIEW_WIDTH;
  private static final int THUMBNAIL_WIDTH = 120;
  private static final int THUMBNAIL_HEIGHT = 100;
  private static final int MINI = 16;
  private static final float QUALITY = 0.9f;

  private final Images images;

  FilePictures(Images images) {
    this.images = images;
  }

  /**
   * Smaller pictures of a file.
   *
   * @param preview as wide as a screen at most
   * @param thumbnail a stamp
   * @param mini a very small one
   * @param mediaType of the first two
   */
  record Smaller(byte[] preview, byte[] thumbnail, byte[] mini, String mediaType) {}

  /**
   * What is known of a file that may be a picture.
   *
   * @param header its size; null where it is none
   * @param smaller null where none can be made
   */
  record Looked(@Nullable ImageHeader header, @Nullable Smaller smaller) {

    /** The file with what has been found out. */
    FileInfo on(FileInfo file) {
      FileInfo.Builder looked = file.toBuilder();
      if (header != null) {
        looked.width(header.width()).height(header.height());
      }
      if (smaller != null) {
        looked.hasPreviewImage(true).miniPreview(Bytes.copyOf(smaller.mini()));
      }
      return looked.build();
    }
  }

  /**
   * Looks into a file that is called a picture. Takes seconds and some memory at most; what is
   * broken, or too large, has no smaller pictures.
   */
  Looked look(FileInfo file, Path content) {
    if (!file.mimeType().startsWith("image/")) {
      return new Looked(null, null);
    }
    Optional<ImageHeader> header;
    byte[] bytes;
    try (InputStream in = Files.newInputStream(content)) {
      header = ImageHeader.read(in);
      if (header.isEmpty()) {
        return new Looked(null, null);
      }
      if (Files.size(content) > Images.LARGEST || !header.get().kind().isDecoded()) {
        return new Looked(header.get(), null);
      }
      bytes = Files.readAllBytes(content);
    } catch (IOException failure) {
      LOGGER.log(Level.WARNING, "a picture cannot be looked into: " + file.id(), failure);
      return new Looked(null, null);
    }
    try {
      return new Looked(header.get(), smaller(images.decode(bytes, PREVIEW_WIDTH)));
    } catch (UnreadableImageException unreadable) {
      LOGGER.log(Level.DEBUG, "no preview of file {0}: {1}", file.id(), unreadable.getMessage());
      return new Looked(header.get(), null);
    }
  }

  private static Smaller smaller(Picture picture) {
    Picture preview = picture.within(PREVIEW_WIDTH, PREVIEW_HEIGHT);
    Picture thumbnail = picture.within(THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT);
    byte[] mini = picture.within(MINI, MINI).jpeg(QUALITY);
    return picture.isTransparent()
        ? new Smaller(preview.png(), thumbnail.png(), mini, ImageKind.PNG.mediaType())
        : new Smaller(
            preview.jpeg(QUALITY), thumbnail.jpeg(QUALITY), mini, ImageKind.JPEG.mediaType());
  }
}
