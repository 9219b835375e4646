package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.plugin.SessionAuthenticator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds out who makes a request: by a token in the header, or by one in a cookie together with what
 * only pages of this server know, as cookies are sent along by other sites' pages too.
 */
public final class Authentication implements ContainerRequestFilter {

  static final String TOKEN_COOKIE = "MMAUTHTOKEN";
  private static final String CSRF_HEADER = "X-CSRF-Token";
  private static final jakarta.servlet.http.Cookie[] NO_COOKIES = {};
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final HostServices services;
  private final DispatchedHooks hooks;
  private final Supplier<OwnSite> site;

  @Context private @Nullable ResourceInfo resource;

  Authentication(HostServices services, DispatchedHooks hooks, Supplier<OwnSite> site) {
    this.services = services;
    this.hooks = hooks;
    this.site = site;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Caller> caller = caller(request);
    if (caller.isPresent()) {
      hooks.inSession(caller.get().session().id());
      services.statuses().active(caller.get().id());
      request.setSecurityContext(new Known(caller.get(), request.getSecurityContext()));
    } else if (resource == null
        || !resource.getResourceMethod().isAnnotationPresent(Anonymous.class)) {
      throw Caller.expired();
    }
    // Pages of other sites cannot send a token in a header.
    boolean byToken = caller.isPresent() && shown(request).isPresent();
    if (!byToken && !READING.contains(request.getMethod())) {
      site.get()
          .check(
              request.getProperty(OwnSite.ASKED) instanceof URI asked ? asked : URI.create(""),
              request.getHeaderString("Origin"),
              request.getHeaderString("Sec-Fetch-Site"));
    }
  }

  private static Optional<String> shown(ContainerRequestContext request) {
    return token(request.getHeaderString(HttpHeaders.AUTHORIZATION));
  }

  /** Whether a request shows the token of a session, wherever that is enough. */
  boolean knows(HttpServletRequest request) {
    jakarta.servlet.http.Cookie[] cookies = request.getCookies();
    return token(request.getHeader(HttpHeaders.AUTHORIZATION))
        .or(
            () ->
                Stream.of(cookies == null ? NO_COOKIES : cookies)
                    .filter(cookie -> cookie.getName().equals(TOKEN_COOKIE))
                    .map(jakarta.servlet.http.Cookie::getValue)
                    .findFirst())
        .flatMap(this::find)
        .isPresent();
  }

  private Optional<Caller> caller(ContainerRequestContext request) {
    Optional<String> shown = shown(request);
    if (shown.isPresent()) {
      return find(shown.get());
    }
    Cookie cookie = request.getCookies().get(TOKEN_COOKIE);
    if (cookie == null) {
      return Optional.empty();
    }
    return find(cookie.getValue())
        .filter(
            caller ->
                READING.contains(request.getMethod())
                    || same(
                        request.getHeaderString(CSRF_HEADER),
                        caller.session().props().getOrDefault(SessionAuthenticator.CSRF, "")));
  }

  private Optional<Caller> find(String token) {
    return services
        .sessions()
        .byToken(token)
        .flatMap(
            session ->
                services
                    .users()
                    .find(session.userId())
                    .filter(user -> user.deleteAt() == 0)
                    .map(user -> new Caller(user, session)));
  }

  static Optional<String> token(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    String lower = header.toLowerCase(Locale.ROOT);
    for (String scheme : Set.of("bearer ", "token ")) {
      if (lower.startsWith(scheme)) {
        return Optional.of(header.substring(scheme.length()).trim());
      }
    }
    return Optional.empty();
  }

  private static boolean same(@Nullable String shown, String wanted) {
    return shown != null
        && !wanted.isEmpty()
        && MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }

  private record Known(Caller caller, SecurityContext before) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
      return Set.of(caller.user().roles().split(" ")).contains(role);
    }

    @Override
    public boolean isSecure() {
      return before.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
      return "session";
    }
  }
}
