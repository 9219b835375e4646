package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.host.internal.portraits.Portraits;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/** A form with one picture. */
final class PortraitForm {

  private PortraitForm() {}

  /**
   * The picture in a form.
   *
   * @throws AppError with status 400 where there is none, 413 where it is too large
   */
  static Bytes image(@Nullable MediaType type, InputStream body) {
    if (type == null || !MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)) {
      throw broken("a form of type multipart/form-data is wanted");
    }
    try {
      FormParts parts = new FormParts(type.toString(), body);
      for (FormParts.Part part = parts.next(); part != null; part = parts.next()) {
        if (part.name().equals("image")) {
          byte[] image = part.content().readNBytes(Portraits.LARGEST + 1);
          if (image.length > Portraits.LARGEST) {
            throw Portraits.tooLarge();
          }
          return Bytes.owning(image);
        }
      }
    } catch (IOException noForm) {
      throw broken(String.valueOf(noForm.getMessage()));
    }
    throw Answers.invalid("image");
  }

  private static AppError broken(String reason) {
    return AppError.builder()
        .id("api.user.upload_profile_user.parse.app_error")
        .message("the request breaks off, or is no form with a picture")
        .detailedError(reason)
        .statusCode(400)
        .build();
  }
}
