package io.krait.host.internal.rest;

import io.krait.api.Bytes;
import io.krait.api.model.FileInfo;
import io.krait.host.internal.chat.Attachments.SmallerPicture;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Answers with the content of a file, in a way in which browsers run nothing of it. */
final class Downloads {

  /** What browsers show without running anything; all else is for saving. */
  private static final Set<String> SHOWN =
      Set.of(
          "image/jpeg",
          "image/png",
          "image/bmp",
          "image/gif",
          "image/tiff",
          "image/webp",
          "video/avi",
          "video/mpeg",
          "video/mp4",
          "audio/mpeg",
          "audio/wav");

  /** What browsers could take for a page or a program of this server. */
  private static final Set<String> RUN =
      Set.of(
          "application/javascript",
          "application/ecmascript",
          "application/x-javascript",
          "application/xhtml+xml",
          "text/javascript",
          "text/ecmascript",
          "text/html");

  private Downloads() {}

  /**
   * An answer with a file.
   *
   * @param content closed when it has been sent
   * @param saved whether it is for saving in any case
   */
  static Response of(FileInfo file, InputStream content, boolean saved) {
    boolean shown = SHOWN.contains(file.mimeType()) && !saved;
    return Response.ok(new Content(content, file.size()))
        .header(
            HttpHeaders.CONTENT_TYPE,
            RUN.contains(file.mimeType()) ? "text/plain" : file.mimeType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "%s; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(
                    shown ? "inline" : "attachment", ascii(file.name()), encoded(file.name())))
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
        .build();
  }

  /** An answer with a smaller picture that was made of a file. */
  static Response smaller(FileInfo file, SmallerPicture picture) {
    FileInfo shown = file.toBuilder().mimeType(picture.mediaType()).size(picture.size()).build();
    return of(shown, picture.content(), false);
  }

  /** An answer of a few words that no client has to understand. */
  static Response text(Bytes text) {
    return Response.ok(new Content(new ByteArrayInputStream(text.toByteArray()), text.size()))
        .header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
        .build();
  }

  /** An answer with a picture that this server has made or looked into; clients may keep it. */
  static Response picture(String mediaType, Bytes content) {
    return Response.ok(new Content(new ByteArrayInputStream(content.toByteArray()), content.size()))
        .header(HttpHeaders.CONTENT_TYPE, mediaType)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
        .build();
  }

  /** What is sent in place of what Jersey writes: as fast as the client takes it. */
  record Content(InputStream bytes, long size) implements StreamingOutput {
    @Override
    public void write(OutputStream nowhere) {}
  }

  private static String ascii(String name) {
    return name.replaceAll("[^ -~]|[\"\\\\%]", "_");
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
