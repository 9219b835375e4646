package io.krait.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request by HTTP to {@code inside.example:8065}, as the server has read it. */
final class FakeServletRequest {

  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final String method;
  private final String path;
  private String from = "192.0.2.1";
  private String host = "inside.example";
  private String query;

  FakeServletRequest(String method, String path) {
    this.method = method;
    this.path = path;
  }

  FakeServletRequest header(String name, String value) {
    headers.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
    return this;
  }

  FakeServletRequest from(String address) {
    from = address;
    return this;
  }

  FakeServletRequest to(String name) {
    host = name;
    return this;
  }

  FakeServletRequest query(String text) {
    query = text;
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
                  case "getServletPath" -> "";
                  case "getPathInfo", "getRequestURI" -> path;
                  case "getQueryString" -> query;
                  case "getScheme" -> "http";
                  case "isSecure" -> false;
                  case "getServerName" -> host;
                  case "getServerPort" -> 8065;
                  case "getRemoteAddr" -> from;
                  case "getHeaderNames" -> Collections.enumeration(headers.keySet());
                  case "getHeader" -> values(arguments[0]).stream().findFirst().orElse(null);
                  case "getHeaders" -> Collections.enumeration(values(arguments[0]));
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }

  private List<String> values(Object name) {
    return headers.getOrDefault(name.toString(), List.of());
  }
}
