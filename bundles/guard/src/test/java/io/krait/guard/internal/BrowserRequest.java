package io.krait.guard.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A request to the console at {@code http://console.example:8065}. */
final class BrowserRequest {

  private final String method;
  private final Map<String, String> headers = new HashMap<>();
  private String scheme = "http";
  private String host = "console.example";
  private int port = 8065;
  private String address = "192.0.2.1";

  BrowserRequest(String method) {
    this.method = method;
  }

  BrowserRequest header(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  BrowserRequest to(String newScheme, String newHost, int newPort) {
    scheme = newScheme;
    host = newHost;
    port = newPort;
    return this;
  }

  BrowserRequest from(String newAddress) {
    address = newAddress;
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
                  case "getScheme" -> scheme;
                  case "isSecure" -> scheme.equals("https");
                  case "getServerName" -> host;
                  case "getServerPort" -> port;
                  case "getRemoteAddr" -> address;
                  case "getHeader" -> headers.get(arguments[0].toString().toLowerCase(Locale.ROOT));
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }
}
