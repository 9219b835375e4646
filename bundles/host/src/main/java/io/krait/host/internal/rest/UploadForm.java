package io.krait.host.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/** A form with files, read part by part as it comes. */
final class UploadForm {

  private static final int LONGEST_FIELD = 10 << 10;
  private static final int LONGEST_HEADERS = 8 << 10;

  private UploadForm() {}

  /**
   * Reads a form into an upload.
   *
   * @throws IOException where it breaks off or is none
   */
  static void read(String contentType, InputStream body, Upload upload) throws IOException {
    var form = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
    form.setHeaderCharset(StandardCharsets.UTF_8);
    form.setMaxPartHeaderSize(LONGEST_HEADERS);
    FileItemInputIterator parts = form.getItemIterator(new Form(contentType, body));
    while (parts.hasNext()) {
      FileItemInput part = parts.next();
      // Not closed here: that would read on to the end of a part that is refused.
      InputStream content = part.getInputStream();
      String filename = part.getName();
      if (filename != null && !filename.isEmpty()) {
        upload.file(filename, content);
        continue;
      }
      String name = part.getFieldName();
      if (name.equals("channel_id")) {
        upload.into(text(name, content));
      } else if (name.equals("client_ids")) {
        upload.clientId(text(name, content));
      }
    }
  }

  private static String text(String name, InputStream content) throws IOException {
    byte[] text = content.readNBytes(LONGEST_FIELD + 1);
    if (text.length > LONGEST_FIELD) {
      throw Answers.invalid(name);
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  private record Form(String contentType, InputStream body) implements RequestContext {
    @Override
    public String getContentType() {
      return contentType;
    }

    @Override
    public String getCharacterEncoding() {
      return StandardCharsets.UTF_8.name();
    }

    @Override
    public long getContentLength() {
      return -1;
    }

    @Override
    public InputStream getInputStream() {
      return body;
    }

    @Override
    public boolean isMultipartRelated() {
      return false;
    }
  }
}
