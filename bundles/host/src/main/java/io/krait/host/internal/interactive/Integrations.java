package io.krait.host.internal.interactive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.PluginHttpClient;
import io.krait.api.model.PluginHttpResult;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Tells whoever is behind a button, menu or dialog that a user has used it: a plugin by a path
 * below {@code /plugins/}, other programs by their address. Safe for use from any thread.
 */
public final class Integrations {

  private static final String PLUGINS = "/plugins/";
  private static final Map<String, String> JSON_HEADERS =
      Map.of("Content-Type", "application/json", "Accept", "application/json");

  private final OutgoingRequests outgoing;
  private final Supplier<Optional<PluginHttpClient>> plugins;
  private final ObjectMapper mapper;

  /** Plugins are asked by this client, where there is one, others by these requests. */
  public Integrations(
      OutgoingRequests outgoing,
      Supplier<Optional<PluginHttpClient>> plugins,
      ObjectMapper mapper) {
    this.outgoing = outgoing;
    this.plugins = plugins;
    this.mapper = mapper;
  }

  /**
   * Tells what a user has done, and gives the answer, which may be empty.
   *
   * @param url the address, or a path below {@code /plugins/}
   */
  public CompletionStage<Map<String, Object>> tell(
      String userId, String url, Map<String, Object> what) {
    String body;
    try {
      body = mapper.writeValueAsString(what);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
    if (url.startsWith(PLUGINS)) {
      return outgoing.run(() -> plugin(userId, url.substring(PLUGINS.length() - 1), body));
    }
    return outgoing
        .send("POST", url, JSON_HEADERS, body)
        .thenApply(answer -> read(answer.status(), answer.text()));
  }

  private Map<String, Object> plugin(String userId, String path, String body) {
    PluginHttpClient http = plugins.get().orElseThrow(() -> AppError.notImplemented("PluginHTTP"));
    PluginHttpResult result =
        http.sendFor(
            userId,
            "POST",
            path,
            JSON_HEADERS,
            Bytes.copyOf(body.getBytes(StandardCharsets.UTF_8)));
    return read(
        result.statusCode(), new String(result.body().toByteArray(), StandardCharsets.UTF_8));
  }

  private Map<String, Object> read(int status, String text) {
    if (status < 200 || status > 299) {
      throw AppError.builder()
          .id("api.post.do_action.action_integration.app_error")
          .message("what is behind this has failed to answer")
          .detailedError("status=" + status)
          .statusCode(400)
          .build();
    }
    if (text.isBlank()) {
      return new LinkedHashMap<>();
    }
    try {
      return mapper.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
    } catch (JsonProcessingException noObject) {
      throw AppError.of(
          "api.post.do_action.action_integration.app_error",
          "what is behind this has not answered with a JSON object",
          400);
    }
  }
}
