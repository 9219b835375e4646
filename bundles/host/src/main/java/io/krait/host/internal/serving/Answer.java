package io.krait.host.internal.serving;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What is answered to a request.
 *
 * @param status the HTTP status
 * @param headers all headers but for the length
 * @param content what is sent; closed then
 * @param size how much that is, in bytes
 */
public record Answer(int status, List<Header> headers, InputStream content, long size)
    implements Closeable {

  /** One header; a name may come several times. */
  public record Header(String name, String value) {}

  /** An answer that is there already. */
  public static Answer of(int status, List<Header> headers, byte[] content) {
    return new Answer(status, headers, new ByteArrayInputStream(content), content.length);
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
