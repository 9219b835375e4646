package io.krait.http.internal;

import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.PluginRequestAuthenticator.AuthenticatedSession;
import io.krait.api.model.HttpHeader;
import io.krait.api.model.PluginContext;
import io.krait.api.model.ServeHttpRequestInit;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All of a request but its body, without what a plugin must not see: the credentials of its user,
 * and headers in which a client pretends to be somebody.
 */
final class RequestHead {

  private static final String USER_HEADER = "Mattermost-User-Id";
  private static final String AUTHORIZATION = "authorization";
  private static final String ACCESS_TOKEN = "access_token";

  /** The server has dealt with the last two; who links to the plugin is not its business. */
  private static final Set<String> REMOVED =
      Set.of("mattermost-plugin-id", "mattermost-user-id", "referer", "host", "expect");

  private static final List<String> SCHEMES = List.of("bearer ", "token ");

  private final HttpServletRequest request;
  private final PluginPath path;
  private final QueryString query;
  private final List<HttpHeader> headers;
  private final Optional<Token> token;
  private final ClientRules clients;

  /**
   * What a client shows to say who it is.
   *
   * @param inCookie whether a browser may have sent it without its user's knowledge
   */
  record Token(String value, boolean inCookie) {}

  private RequestHead(
      HttpServletRequest request,
      PluginPath path,
      QueryString query,
      List<HttpHeader> headers,
      Optional<Token> token,
      ClientRules clients) {
    this.request = request;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.token = token;
    this.clients = clients;
  }

  /**
   * Reads a request.
   *
   * @throws RefusedException where its headers are too large or not UTF-8
   */
  static RequestHead of(
      HttpServletRequest request, PluginPath path, int maxHeaderBytes, ClientRules clients)
      throws RefusedException {
    Set<String> dropped = HopByHop.names(Collections.list(request.getHeaders("Connection")));
    Cookies cookies = Cookies.of(Collections.list(request.getHeaders("Cookie")));
    List<HttpHeader> headers = new ArrayList<>();
    int bytes = 0;
    for (String name : Collections.list(request.getHeaderNames())) {
      String lower = name.toLowerCase(Locale.ROOT);
      List<String> values = new ArrayList<>();
      for (String value : Collections.list(request.getHeaders(name))) {
        bytes += name.length() + value.length();
        values.add(utf8(name, value));
      }
      if (bytes > maxHeaderBytes) {
        throw new RefusedException(HostError.headersTooLarge(maxHeaderBytes));
      }
      // Gateways of Python web applications do not tell an underscore from a hyphen.
      if (dropped.contains(lower) || REMOVED.contains(lower.replace('_', '-'))) {
        continue;
      }
      if (lower.equals("cookie")) {
        values = cookies.without(clients.sessionCookie()).map(List::of).orElse(List.of());
      }
      if (!values.isEmpty()) {
        headers.add(header(name, values));
      }
    }
    QueryString query = QueryString.of(request.getQueryString());
    return new RequestHead(
        request,
        path,
        query,
        headers,
        token(request.getHeader(AUTHORIZATION), cookies.first(clients.sessionCookie()), query),
        clients);
  }

  // Servers give header bytes as Latin-1; whatever has other characters is decoded already.
  private static String utf8(String name, String value) throws RefusedException {
    boolean ascii = true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c > 0xff) {
        return value;
      }
      ascii &= c < 0x80;
    }
    if (ascii) {
      return value;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new RefusedException(
          HostError.badRequest("the header %s of the request is not UTF-8".formatted(name)));
    }
  }

  private static Optional<Token> token(
      String authorization, Optional<String> cookie, QueryString query) {
    if (authorization != null) {
      String lower = authorization.toLowerCase(Locale.ROOT);
      for (String scheme : SCHEMES) {
        if (lower.startsWith(scheme)) {
          return given(authorization.substring(scheme.length()).strip(), false);
        }
      }
    }
    return cookie.isPresent()
        ? given(cookie.get(), true)
        : query.first(ACCESS_TOKEN).flatMap(value -> given(value, false));
  }

  private static Optional<Token> given(String value, boolean inCookie) {
    return value.isEmpty() ? Optional.empty() : Optional.of(new Token(value, inCookie));
  }

  /** What the client shows to say who it is: in a header, a cookie or the query, in this order. */
  Optional<Token> token() {
    return token;
  }

  /** What the plugin is told. */
  ServeHttpRequestInit init(String requestId, Optional<AuthenticatedSession> session) {
    return init(requestId, session, session.isPresent() ? Set.of(AUTHORIZATION) : Set.of());
  }

  /** What the plugin is told where there are no users: nothing that shows who somebody is. */
  ServeHttpRequestInit initOfNobody(String requestId) {
    return init(requestId, Optional.empty(), Set.of(AUTHORIZATION, "cookie"));
  }

  private ServeHttpRequestInit init(
      String requestId, Optional<AuthenticatedSession> session, Set<String> withheld) {
    List<HttpHeader> told = new ArrayList<>();
    for (HttpHeader header : headers) {
      if (!withheld.contains(header.key().toLowerCase(Locale.ROOT))) {
        told.add(header);
      }
    }
    session.ifPresent(known -> told.add(header(USER_HEADER, List.of(known.userId()))));
    QueryString shown = query.without(ACCESS_TOKEN);
    Protocol protocol = Protocol.of(request.getProtocol());
    return ServeHttpRequestInit.builder()
        .pluginContext(context(requestId, session))
        .method(request.getMethod())
        .url(shown.after(path.rest()))
        .proto(request.getProtocol())
        .protoMajor(protocol.major())
        .protoMinor(protocol.minor())
        .headers(told)
        .host(host())
        .remoteAddr(remoteAddress())
        .requestUri(shown.after(request.getRequestURI()))
        .contentLength(contentLength())
        .build();
  }

  /** Whether a form may come that is read before the plugin is called. */
  boolean hasForm() {
    String type = contentType();
    return isPlainForm(type) || MultipartBeginning.is(type);
  }

  /** The value of a form's field, where that stands in the beginning of the form. */
  Optional<String> formField(String name, Bytes beginning) {
    String type = contentType();
    return isPlainForm(type)
        ? QueryString.of(beginning.toUtf8()).first(name)
        : MultipartBeginning.of(type, beginning).first(name);
  }

  private String contentType() {
    String type = request.getContentType();
    return type == null ? "" : type;
  }

  private static boolean isPlainForm(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
  }

  QueryString query() {
    return query;
  }

  private PluginContext context(String requestId, Optional<AuthenticatedSession> session) {
    return PluginContext.builder()
        .requestId(requestId)
        .sessionId(session.map(AuthenticatedSession::sessionId).orElse(""))
        .ipAddress(clientAddress())
        .acceptLanguage(orEmpty(request.getHeader("Accept-Language")))
        .userAgent(orEmpty(request.getHeader("User-Agent")))
        .build();
  }

  private String clientAddress() {
    for (String name : clients.trustedProxyHeaders()) {
      String value = orEmpty(request.getHeader(name));
      int comma = value.indexOf(',');
      String first = (comma < 0 ? value : value.substring(0, comma)).strip();
      if (!first.isEmpty()) {
        return first;
      }
    }
    return orEmpty(request.getRemoteAddr());
  }

  private String remoteAddress() {
    String address = orEmpty(request.getRemoteAddr());
    String shown =
        address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
    return shown + ":" + request.getRemotePort();
  }

  private String host() {
    String host = request.getHeader("Host");
    return host != null ? host : request.getServerName() + ":" + request.getServerPort();
  }

  private long contentLength() {
    long declared = request.getContentLengthLong();
    boolean bodyUnlikely =
        request.getHeader("Transfer-Encoding") == null
            && request.getProtocol().startsWith("HTTP/1");
    return declared < 0 && bodyUnlikely ? 0 : declared;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static HttpHeader header(String name, List<String> values) {
    return HttpHeader.builder().key(name).values(values).build();
  }

  /** The two numbers of a protocol's version, zero where it has none. */
  private record Protocol(int major, int minor) {

    private static final Pattern NAME = Pattern.compile(".*?/(\\d{1,3})(?:\\.(\\d{1,3}))?");

    static Protocol of(String name) {
      Matcher matcher = NAME.matcher(name);
      return matcher.matches()
          ? new Protocol(number(matcher.group(1)), number(matcher.group(2)))
          : new Protocol(0, 0);
    }

    private static int number(@Nullable String digits) {
      return digits == null ? 0 : Integer.parseInt(digits);
    }
  }
}
