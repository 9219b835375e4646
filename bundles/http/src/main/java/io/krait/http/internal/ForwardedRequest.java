package io.krait.http.internal;

import io.krait.api.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request as the client has sent it to a proxy that is believed. */
final class ForwardedRequest extends HttpServletRequestWrapper {

  private static final Pattern AUTHORITY =
      Pattern.compile("([A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,5}))?");
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final String client;
  private final @Nullable String scheme;
  private final @Nullable String authority;

  /**
   * What a proxy says of it.
   *
   * @param client the address of whoever is in front of the proxies
   */
  ForwardedRequest(HttpServletRequest request, String client) {
    super(request);
    this.client = client;
    String proto = last(request.getHeaders("X-Forwarded-Proto")).toLowerCase(Locale.ROOT);
    scheme = proto.equals("https") || proto.equals("http") ? proto : null;
    String host = last(request.getHeaders("X-Forwarded-Host"));
    authority = AUTHORITY.matcher(host).matches() ? host : null;
  }

  // What the nearest proxy has added; what is before that may be the client's.
  private static String last(Enumeration<String> values) {
    List<String> all = Collections.list(values);
    String text = all.isEmpty() ? "" : all.get(all.size() - 1);
    return text.substring(text.lastIndexOf(',') + 1).strip();
  }

  @Override
  public String getRemoteAddr() {
    return client;
  }

  @Override
  public String getRemoteHost() {
    return client;
  }

  @Override
  public String getScheme() {
    return scheme == null ? super.getScheme() : scheme;
  }

  @Override
  public boolean isSecure() {
    return scheme == null ? super.isSecure() : scheme.equals("https");
  }

  @Override
  public String getServerName() {
    Matcher told = told();
    return told == null ? super.getServerName() : told.group(1);
  }

  @Override
  public int getServerPort() {
    Matcher told = told();
    if (told != null && told.group(2) != null) {
      return Integer.parseInt(told.group(2));
    }
    boolean portInHost = told == null && hasPort(super.getHeader("Host"));
    return (told == null && scheme == null) || portInHost
        ? super.getServerPort()
        : isSecure() ? HTTPS : HTTP;
  }

  private static boolean hasPort(@Nullable String host) {
    return host != null && host.matches(".*:\\d+");
  }

  private @Nullable Matcher told() {
    if (authority == null) {
      return null;
    }
    Matcher matcher = AUTHORITY.matcher(authority);
    return matcher.matches() ? matcher : null;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return isHost(name) ? authority : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isHost(name)
        ? Collections.enumeration(List.of(String.valueOf(authority)))
        : super.getHeaders(name);
  }

  private boolean isHost(String name) {
    return authority != null && name.equalsIgnoreCase("Host");
  }

  @Override
  public StringBuffer getRequestURL() {
    int port = getServerPort();
    String named = getServerName();
    StringBuffer url = new StringBuffer(getScheme()).append("://").append(named);
    if (port != (getScheme().equals("https") ? HTTPS : HTTP)) {
      url.append(':').append(port);
    }
    return url.append(getRequestURI());
  }
}
