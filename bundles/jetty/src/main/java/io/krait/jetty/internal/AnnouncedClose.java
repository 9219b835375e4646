package io.krait.jetty.internal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Says that the connection ends where the first line of a request was bad. Jetty takes such a
 * request for one of HTTP/1.0, whose connections end anyhow, and closes without a word; a client of
 * HTTP/1.1 then loses the request that it has sent meanwhile. No servlet and no filter sees such a
 * request, so that its answer, a line of text, gets its id here.
 */
final class AnnouncedClose extends ErrorHandler {

  private static final HttpField CLOSE =
      new HttpField(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());

  // Those of the field's ids: as many bits, as many letters.
  private static final int ID_BITS = 130;
  private static final int ID_LETTERS = 26;

  private final SecureRandom random = new SecureRandom();

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0) {
      response.getHeaders().put(CLOSE);
    }
    return super.handle(request, response, callback);
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String reason,
      Throwable cause,
      Callback callback) {
    String id = new BigInteger(ID_BITS, random).toString(1 << (ID_BITS / ID_LETTERS));
    response.getHeaders().put("X-Request-Id", "0".repeat(ID_LETTERS - id.length()) + id);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
    // Not the reason, which may be the client's own words.
    String line = status + " " + HttpStatus.getMessage(status) + "\n";
    response.write(true, ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)), callback);
  }
}
