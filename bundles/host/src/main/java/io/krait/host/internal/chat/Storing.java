package io.krait.host.internal.chat;

import io.krait.api.AppError;
import java.io.IOException;

/**
 * Stores what somebody uploads.
 *
 * @param <T> what is known of it then
 */
@FunctionalInterface
interface Storing<T> {

  /** Stores it. */
  T store() throws IOException;

  /** What comes of it, or the error for whoever uploads. */
  static <T> T run(Storing<T> work) {
    try {
      return work.store();
    } catch (UploadedContent.BrokenOffException failure) {
      throw AppError.builder()
          .id("api.file.upload_file.read_request.app_error")
          .message("the upload broke off, or is not what it is said to be")
          .detailedError(String.valueOf(failure.getMessage()))
          .statusCode(400)
          .build();
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  /** The error where there is no room, or the store fails. */
  static AppError failed(Throwable failure) {
    return AppError.builder()
        .id("api.file.write_file.app_error")
        .message("the file cannot be stored; is there room for it?")
        .statusCode(500)
        .cause(failure)
        .build();
  }
}
