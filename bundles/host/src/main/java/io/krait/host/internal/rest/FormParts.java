package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/** A form of type {@code multipart/form-data}, read part by part. */
final class FormParts {

  private static final int LONGEST_FIELD = 10 << 10;
  private static final int LONGEST_HEADERS = 8 << 10;

  private final FileItemInputIterator parts;

  FormParts(String contentType, InputStream body) throws IOException {
    var form = new JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory>();
    form.setHeaderCharset(StandardCharsets.UTF_8);
    form.setMaxPartHeaderSize(LONGEST_HEADERS);
    parts = form.getItemIterator(new Form(contentType, body));
  }

  /**
   * One part.
   *
   * @param name of the field
   * @param filename what the client calls it; empty where it is no file
   * @param content to be read before the next part is asked for, and not to be closed: that would
   *     read on to the end of a part that is refused
   */
  record Part(String name, String filename, InputStream content) {

    boolean isFile() {
      return !filename.isEmpty();
    }

    /** A short value. */
    String text() throws IOException {
      byte[] text = content.readNBytes(LONGEST_FIELD + 1);
      if (text.length > LONGEST_FIELD) {
        throw Answers.invalid(name);
      }
      return new String(text, StandardCharsets.UTF_8);
    }
  }

  /**
   * The next part; null after the last one.
   *
   * @throws IOException where the form breaks off, or is none
   */
  @Nullable Part next() throws IOException {
    if (!parts.hasNext()) {
      return null;
    }
    FileItemInput part = parts.next();
    String name = part.getFieldName();
    String filename = part.getName();
    return new Part(
        name == null ? "" : name, filename == null ? "" : filename, part.getInputStream());
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
