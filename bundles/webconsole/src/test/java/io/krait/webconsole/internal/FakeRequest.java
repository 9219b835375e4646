package io.krait.webconsole.internal;

import io.krait.api.Nullable;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A request as the console passes it on. */
final class FakeRequest {
  private final String method;
  private final String path;
  private final Map<String, String> headers = new HashMap<>();
  private final Map<String, String> parameters = new HashMap<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private @Nullable String user = "admin";
  private byte[] body = {};

  private FakeRequest(String method, String path) {
    this.method = method;
    this.path = path;
    headers.put("host", "console.example:8080");
    attributes.put("felix.webconsole.appRoot", "/system/console");
  }

  static FakeRequest get(String path) {
    return new FakeRequest("GET", path);
  }

  static FakeRequest post(String path) {
    return new FakeRequest("POST", path);
  }

  FakeRequest header(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  FakeRequest parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  FakeRequest attribute(String name, Object value) {
    attributes.put(name, value);
    return this;
  }

  FakeRequest user(@Nullable String name) {
    user = name;
    return this;
  }

  FakeRequest json(String text) {
    return header("Content-Type", "application/json").body(text.getBytes(StandardCharsets.UTF_8));
  }

  FakeRequest body(byte[] content) {
    body = content;
    return this;
  }

  HttpServletRequest build() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getMethod" -> method;
                  case "getPathInfo" -> path;
                  case "getScheme" -> "http";
                  case "getProtocol" -> "HTTP/1.1";
                  case "getRemoteUser" -> user;
                  case "getRemoteAddr" -> "192.0.2.1";
                  case "getHeader" -> headers.get(arguments[0].toString().toLowerCase(Locale.ROOT));
                  case "getContentType" -> headers.get("content-type");
                  case "getContentLengthLong" ->
                      Long.parseLong(
                          headers.getOrDefault("content-length", Long.toString(body.length)));
                  case "getParameter" -> parameters.get(arguments[0]);
                  case "getAttribute" -> attributes.get(arguments[0]);
                  case "getInputStream" -> stream(new ByteArrayInputStream(body));
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }

  private static ServletInputStream stream(InputStream content) {
    return new ServletInputStream() {
      @Override
      public int read() throws java.io.IOException {
        return content.read();
      }

      @Override
      public boolean isFinished() {
        return false;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
