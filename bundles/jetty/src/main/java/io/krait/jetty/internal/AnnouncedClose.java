package io.krait.jetty.internal;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Says that the connection ends where the first line of a request was bad. Jetty takes such a
 * request for one of HTTP/1.0, whose connections end anyhow, and closes without a word; a client of
 * HTTP/1.1 then loses the request that it has sent meanwhile.
 */
final class AnnouncedClose extends ErrorHandler {

  private static final HttpField CLOSE =
      new HttpField(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());

  AnnouncedClose() {
    setShowStacks(false);
    setShowCauses(false);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0) {
      response.getHeaders().put(CLOSE);
    }
    return super.handle(request, response, callback);
  }
}
