package io.krait.host.internal.images;

/** The kinds of pictures that are told by their content, whatever their name says. */
public enum ImageKind {
  /** Portable Network Graphics. */
  PNG("image/png", true),
  /** JPEG in a JFIF or Exif file. */
  JPEG("image/jpeg", true),
  /** Graphics Interchange Format, which may be animated. */
  GIF("image/gif", true),
  /** A bitmap of Windows. */
  BMP("image/bmp", true),
  /** WebP: its size is known, and it is not decoded. */
  WEBP("image/webp", false);

  private final String mediaType;
  private final boolean decoded;

  ImageKind(String mediaType, boolean decoded) {
    this.mediaType = mediaType;
    this.decoded = decoded;
  }

  /** Its media type. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether {@link Images} decodes it. */
  public boolean isDecoded() {
    return decoded;
  }
}
