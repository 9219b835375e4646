package io.krait.host.internal.rest;

import java.io.IOException;
import java.io.InputStream;

/** A form with files for a channel. */
final class UploadForm {

  private UploadForm() {}

  /**
   * Reads a form into an upload.
   *
   * @throws IOException where it breaks off or is none
   */
  static void read(String contentType, InputStream body, Upload upload) throws IOException {
    FormParts parts = new FormParts(contentType, body);
    for (FormParts.Part part = parts.next(); part != null; part = parts.next()) {
      if (part.isFile()) {
        upload.file(part.filename(), part.content());
      } else if (part.name().equals("channel_id")) {
        upload.into(part.text());
      } else if (part.name().equals("client_ids")) {
        upload.clientId(part.text());
      }
    }
  }
}
