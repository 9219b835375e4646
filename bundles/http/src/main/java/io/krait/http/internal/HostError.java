package io.krait.http.internal;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.HookDispatcher;
import io.krait.api.model.HttpHeader;
import io.krait.api.model.ServeHttpResponse;
import io.krait.api.model.ServeHttpResponseInit;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An answer that the host gives in place of a plugin: a JSON object as its API's errors are.
 *
 * @param id what kind of error it is, for programs
 * @param message what happened, for people
 * @param headers what the client is told besides
 */
record HostError(int status, String id, String message, Map<String, String> headers) {

  private static final int SERVICE_UNAVAILABLE = 503;
  private static final Map<String, String> SOON = Map.of("Retry-After", "1");

  HostError(int status, String id, String message) {
    this(status, id, message, Map.of());
  }

  static HostError methodNotAllowed(String allowed) {
    return new HostError(
        405, "plugin.http.method_not_allowed", "a file can be read only", Map.of("Allow", allowed));
  }

  static HostError notInRange(long size) {
    return new HostError(
        416,
        "plugin.http.range",
        "the file has only %d bytes".formatted(size),
        Map.of("Content-Range", "bytes */" + size));
  }

  static HostError notFound(String message) {
    return new HostError(404, "plugin.http.not_found", message);
  }

  static HostError badRequest(String message) {
    return new HostError(400, "plugin.http.bad_request", message);
  }

  /** The body of the request was not sent as it should be, or too slowly. */
  static HostError brokenBody(int status) {
    return new HostError(
        status,
        "plugin.http.bad_body",
        status == 408
            ? "the body of the request comes too slowly"
            : "the body of the request is not what HTTP allows, or has broken off",
        Map.of("Connection", "close"));
  }

  static HostError headersTooLarge(int limit) {
    return new HostError(
        431,
        "plugin.http.headers_too_large",
        "the headers of the request have more than %d bytes".formatted(limit));
  }

  static HostError noWebSockets() {
    return new HostError(
        501,
        "plugin.http.no_websocket",
        "this server's HTTP container has no WebSockets; use server-sent events or long polling");
  }

  static HostError tooManyWebSockets(String pluginId, int limit) {
    return new HostError(
        SERVICE_UNAVAILABLE,
        "plugin.http.too_many_websockets",
        "plugin %s has %d WebSockets at once, which is the limit; try again later"
            .formatted(pluginId, limit),
        SOON);
  }

  static HostError tokenDemanded() {
    return new HostError(
        401,
        "plugin.http.token_demanded",
        "show the token that the server is configured with, as a bearer token",
        Map.of("WWW-Authenticate", "Bearer"));
  }

  static HostError internal(String message) {
    return new HostError(500, "plugin.http.internal", message);
  }

  static HostError badGateway(String message) {
    return new HostError(502, "plugin.http.failed", message);
  }

  static HostError busy(String pluginId, int limit) {
    return new HostError(
        SERVICE_UNAVAILABLE,
        "plugin.http.busy",
        "plugin %s has %d requests at once, which is the limit; try again later"
            .formatted(pluginId, limit),
        SOON);
  }

  /** The plugin is on its way, or on its way back. */
  static HostError notYet(String pluginId, boolean failed) {
    return new HostError(
        SERVICE_UNAVAILABLE,
        "plugin.http.not_yet",
        failed
            ? "plugin %s has failed and is started again; try again later".formatted(pluginId)
            : "plugin %s is being started; try again later".formatted(pluginId),
        SOON);
  }

  static HostError stopping() {
    return new HostError(
        SERVICE_UNAVAILABLE, "plugin.http.stopping", "the server is stopping", SOON);
  }

  /** Whether a call was given up because its plugin was stopped or updated. */
  static boolean isOfAStop(Throwable failure) {
    return failure instanceof AppError error && error.id().equals(HookDispatcher.STOPPED);
  }

  /** Whoever asks again reaches the next version, or learns that there is none. */
  static HostError pluginStopped(String pluginId) {
    return new HostError(
        SERVICE_UNAVAILABLE,
        "plugin.http.stopped",
        "plugin %s was stopped before it had answered".formatted(pluginId),
        SOON);
  }

  static HostError pluginSilent(String pluginId, long seconds) {
    return new HostError(
        504,
        "plugin.http.timeout",
        "plugin %s has not answered for %d s".formatted(pluginId, seconds));
  }

  static HostError clientSilent() {
    return new HostError(
        408, "plugin.http.request_timeout", "the rest of the request has not come in time");
  }

  /** The answer as a plugin would give it. */
  ServeHttpResponse answer(String requestId) {
    List<HttpHeader> told = new ArrayList<>();
    told.add(header("Content-Type", "application/json"));
    headers.forEach((name, value) -> told.add(header(name, value)));
    return ServeHttpResponse.builder()
        .init(ServeHttpResponseInit.builder().statusCode(status).headers(told).build())
        .bodyChunk(Bytes.utf8(json(requestId)))
        .bodyComplete(true)
        .build();
  }

  /** Answers a request with it at once. */
  void writeTo(HttpServletResponse response, String requestId) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    headers.forEach(response::setHeader);
    response.getOutputStream().write(json(requestId).getBytes(StandardCharsets.UTF_8));
  }

  private static HttpHeader header(String name, String value) {
    return HttpHeader.builder().key(name).values(List.of(value)).build();
  }

  private String json(String requestId) {
    return "{\"id\":%s,\"message\":%s,\"detailed_error\":\"\",\"request_id\":%s,\"status_code\":%d}"
        .formatted(quoted(id), quoted(message), quoted(requestId), status);
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c == '<' || c == '>' || Character.isSurrogate(c)) {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
