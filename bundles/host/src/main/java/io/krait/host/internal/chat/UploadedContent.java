package io.krait.host.internal.chat;

import io.krait.api.AppError;
import java.io.IOException;
import java.io.InputStream;

/**
 * A content on its way in. It fails where there is too much of it, and tells its own failures from
 * those of whoever writes it down. Left open by its reader.
 */
final class UploadedContent extends InputStream {

  private final InputStream in;
  private final long largest;
  private final AppError tooMuch;
  private long size;

  UploadedContent(InputStream content, long largest) {
    this(content, largest, tooLarge(largest));
  }

  UploadedContent(InputStream content, long largest, AppError tooMuch) {
    this.in = content;
    this.largest = largest;
    this.tooMuch = tooMuch;
  }

  /** Says that a content has broken off. */
  static final class BrokenOffException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenOffException(IOException cause) {
      super(cause);
    }
  }

  static AppError tooLarge(long largest) {
    return AppError.builder()
        .id("api.file.upload_file.too_large_detailed.app_error")
        .message("a file has at most %d bytes".formatted(largest))
        // Not in the sentence that everybody reads who uploads a file.
        .detailedError(
            "FileSettings.MaxFileSize, up to max.file.mebibytes of io.krait.host, sets the limit")
        .statusCode(413)
        .build();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count;
    try {
      count = in.read(buffer, offset, length);
    } catch (IOException failure) {
      throw new BrokenOffException(failure);
    }
    size += Math.max(0, count);
    if (size > largest) {
      throw tooMuch;
    }
    return count;
  }
}
