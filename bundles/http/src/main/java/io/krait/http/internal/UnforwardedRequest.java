package io.krait.http.internal;

import io.krait.api.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A request without what only a proxy that is believed may say. */
final class UnforwardedRequest extends HttpServletRequestWrapper {

  private static final Set<String> OTHERS =
      Set.of("forwarded", "x-real-ip", "x-client-ip", "true-client-ip", "x-cluster-client-ip");

  UnforwardedRequest(HttpServletRequest request) {
    super(request);
  }

  /** Whether a header tells something of a proxy's client. */
  static boolean isForwarding(String name) {
    // Gateways of Python web applications do not tell an underscore from a hyphen.
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return plain.startsWith("x-forwarded-") || OTHERS.contains(plain);
  }

  /** Whether there is anything to take away. */
  static boolean isNeeded(HttpServletRequest request) {
    Enumeration<String> names = request.getHeaderNames();
    while (names.hasMoreElements()) {
      if (isForwarding(names.nextElement())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return isForwarding(name) ? null : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isForwarding(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    List<String> names = Collections.list(super.getHeaderNames());
    names.removeIf(UnforwardedRequest::isForwarding);
    return Collections.enumeration(names);
  }

  @Override
  public int getIntHeader(String name) {
    return isForwarding(name) ? -1 : super.getIntHeader(name);
  }

  @Override
  public long getDateHeader(String name) {
    return isForwarding(name) ? -1 : super.getDateHeader(name);
  }
}
