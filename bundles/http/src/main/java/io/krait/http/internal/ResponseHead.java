package io.krait.http.internal;

import io.krait.api.model.HttpHeader;
import io.krait.api.model.ServeHttpResponseInit;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Status and headers of a plugin's answer, as they can be sent.
 *
 * @param contentLength how long the plugin says that the body is; -1 where it does not
 */
record ResponseHead(int status, List<HttpHeader> headers, long contentLength) {

  private static final System.Logger LOG = System.getLogger(ResponseHead.class.getName());
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
  private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;
  private static final int LEAST_STATUS = 200;
  private static final int MOST_STATUS = 999;
  private static final int MOST_HEADERS = 1000;
  private static final int UNKNOWN = -1;

  /** The head of an answer whose plugin has sent none. */
  static final ResponseHead BARE = new ResponseHead(OK, List.of(), UNKNOWN);

  /**
   * Looks through what a plugin has sent; what cannot be sent on is left out, and logged.
   *
   * @param cookies which cookies are sent on
   * @param who the plugin and the request, for the log
   * @throws RefusedException where there is nothing sensible to send
   */
  static ResponseHead of(
      ServeHttpResponseInit init, int maxHeaderBytes, CookieFence.Gate cookies, String who)
      throws RefusedException {
    int status = init.statusCode() == 0 ? OK : init.statusCode();
    if (status < LEAST_STATUS || status > MOST_STATUS) {
      LOG.log(Level.WARNING, "{0}: status {1} is not one that a plugin can send", who, status);
      throw new RefusedException(
          HostError.internal("the plugin has answered with an invalid status"));
    }
    Set<String> dropped = HopByHop.names(values(init, "connection"));
    List<HttpHeader> headers = new ArrayList<>();
    long contentLength = UNKNOWN;
    int bytes = 0;
    int count = 0;
    for (HttpHeader header : init.headers()) {
      String name = header.key();
      String lower = name.toLowerCase(Locale.ROOT);
      if (dropped.contains(lower)) {
        LOG.log(Level.DEBUG, "{0}: header {1} is not passed on", who, name);
      } else if (!isToken(name)) {
        LOG.log(Level.WARNING, "{0}: header ''{1}'' is no name and left out", who, printable(name));
      } else if (lower.equals("content-length")) {
        contentLength = contentLength(header.values(), contentLength, who);
      } else {
        List<String> values = new ArrayList<>();
        for (String value : header.values()) {
          bytes += name.length() + value.length();
          String sent = sendable(name, value, who);
          if (lower.equals("set-cookie")) {
            cookies.admit(sent).ifPresent(values::add);
          } else {
            values.add(sent);
          }
        }
        count += header.values().size();
        headers.add(HttpHeader.builder().key(name).values(values).build());
      }
    }
    if (bytes > maxHeaderBytes || count > MOST_HEADERS) {
      LOG.log(
          Level.WARNING,
          "{0}: the answer has {1} headers with {2} bytes together, which is too much",
          who,
          count,
          bytes);
      throw new RefusedException(
          HostError.badGateway("the headers of the plugin's answer are too large"));
    }
    return new ResponseHead(status, headers, contentLength);
  }

  /** Whether an answer of this status has a body. */
  boolean allowsBody() {
    return status != NO_CONTENT && status != NOT_MODIFIED;
  }

  /** Whether the length of the body, even one that is not sent, may be told. */
  boolean mayTellLength() {
    return status != NO_CONTENT;
  }

  /** Sets status and headers, but not the length. */
  void writeTo(HttpServletResponse response) {
    response.setStatus(status);
    Set<String> seen = new HashSet<>();
    for (HttpHeader header : headers) {
      for (String value : header.values()) {
        // The first one takes the place of what the server has set itself, such as the date.
        if (seen.add(header.key().toLowerCase(Locale.ROOT))) {
          response.setHeader(header.key(), value);
        } else {
          response.addHeader(header.key(), value);
        }
      }
    }
  }

  private static List<String> values(ServeHttpResponseInit init, String name) {
    return init.headers().stream()
        .filter(header -> header.key().equalsIgnoreCase(name))
        .flatMap(header -> header.values().stream())
        .toList();
  }

  private static long contentLength(List<String> values, long before, String who) {
    long length = before;
    for (String value : values) {
      String text = value.strip();
      if (!LENGTH.matcher(text).matches() || (length >= 0 && length != Long.parseLong(text))) {
        LOG.log(Level.WARNING, "{0}: Content-Length ''{1}'' is left out", who, printable(value));
        return UNKNOWN;
      }
      length = Long.parseLong(text);
    }
    return length;
  }

  private static boolean isToken(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(
                c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || TOKEN_PUNCTUATION.indexOf(c) >= 0);
  }

  /**
   * A value as servers want it: its bytes in UTF-8, each as one character. Control characters, with
   * which a header could end early, become spaces; halves of characters become question marks.
   */
  private static String sendable(String name, String value, String who) {
    boolean plain = true;
    boolean whole = true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      plain &= c >= ' ' && c < 0x7f;
      whole &= c >= ' ' || c == '\t';
      whole &= c != 0x7f;
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < value.length()
                && Character.isLowSurrogate(value.charAt(i + 1));
        whole &= pair;
        i += pair ? 1 : 0;
      }
    }
    if (plain) {
      return value;
    }
    if (!whole) {
      LOG.log(
          Level.WARNING,
          "{0}: characters of the header {1} that cannot be sent are replaced: ''{2}''",
          who,
          name,
          printable(value));
    }
    StringBuilder clean = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      clean.append((c < ' ' && c != '\t') || c == 0x7f ? ' ' : c);
    }
    return new String(
        clean.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.chars()
        .limit(200)
        .forEach(
            c -> printable.append(c >= ' ' && c < 0x7f ? "" + (char) c : "\\u%04x".formatted(c)));
    return printable.toString();
  }
}
