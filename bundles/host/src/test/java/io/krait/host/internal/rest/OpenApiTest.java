package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.host.internal.rest.RestServer.Client;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of the API is true, whatever is sent to it. */
class OpenApiTest {

  private static final int TRIES = 4;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> VERBS = Set.of("get", "post", "put", "delete", "patch");
  private static final List<Object> ODD =
      List.of(
          "", " ", "\u0000", "null", "-1", "9".repeat(30), "../..", "%", "ä€😀", "a".repeat(300));

  private static final Pattern REFUSED = Pattern.compile("%(00|20|25|2F)|\\.\\.");

  @TempDir Path folder;

  @AutoClose private RestServer server;
  private Client ann;
  private Client bob;
  private JsonNode document;
  private final Random random = new Random(14);
  private final List<Object> known = new ArrayList<>(List.of("me", "town-square", "a".repeat(26)));

  @BeforeEach
  void open() {
    server = new RestServer(folder, true);
    ann = server.signedUp("ann");
    bob = server.signedUp("bob");
    document = server.anonymous().get("/openapi.json").body();
    String bobsId = bob.get("/users/me").id();
    String team = ann.post("/teams", "{'name':'reds','display_name':'Reds','type':'O'}").id();
    ann.post("/teams/" + team + "/members", "{'user_id':'%s'}".formatted(bobsId));
    String channel = ann.get("/teams/" + team + "/channels/name/town-square").id();
    String post =
        bob.post("/posts", "{'channel_id':'%s','message':'hello'}".formatted(channel)).id();
    known.addAll(List.of(bobsId, team, channel, post, ann.get("/users/me").id()));
  }

  @Test
  void everyRouteAndModelIsDescribed() {
    assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
    JsonNode thread = document.path("paths").path("/api/v4/posts/{post}/thread").path("get");
    assertThat(thread.at("/responses/200/content/application~1json/schema/$ref").asText())
        .isEqualTo("#/components/schemas/PostList");
    assertThat(thread.path("parameters").findValuesAsText("name"))
        .contains("post", "collapsedThreads");
    JsonNode create = document.path("paths").path("/api/v4/posts").path("post");
    assertThat(create.at("/requestBody/content/application~1json/schema/$ref").asText())
        .isEqualTo("#/components/schemas/Post");
    JsonNode post = document.at("/components/schemas/Post/properties");
    assertThat(post.at("/message/type").asText()).isEqualTo("string");
    assertThat(post.at("/create_at/type").asText()).isEqualTo("integer");
    assertThat(post.at("/file_ids/items/type").asText()).isEqualTo("string");
    assertThat(document.at("/components/schemas/User/properties").has("password")).isFalse();
    assertThat(document.path("paths").size()).isGreaterThan(150);
    assertThat(document.findValuesAsText("operationId")).doesNotHaveDuplicates();
  }

  @Test
  void whateverIsSentIsAnsweredAsDescribed() {
    Map<String, JsonNode> operations = new LinkedHashMap<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(verb -> VERBS.contains(verb.getKey()))
                    .forEach(
                        verb ->
                            operations.put(
                                verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                verb.getValue())));
    List<String> contradictions = new ArrayList<>();
    operations.forEach(
        (name, operation) -> {
          for (int i = 0; i < TRIES; i++) {
            contradictions.addAll(tried(name, operation));
          }
        });
    assertThat(contradictions).isEmpty();
  }

  private List<String> tried(String name, JsonNode operation) {
    String verb = name.substring(0, name.indexOf(' '));
    String path = name.substring(name.indexOf(' ') + 1 + "/api/v4".length());
    StringBuilder query = new StringBuilder();
    for (JsonNode parameter : operation.path("parameters")) {
      String value = encoded(text(parameter.path("schema")));
      String key = parameter.path("name").asText();
      if (parameter.path("in").asText().equals("path")) {
        // What the container itself refuses is its own to answer.
        boolean passes = !value.isBlank() && !REFUSED.matcher(value).find();
        path = path.replace("{" + key + "}", passes ? value : "x");
      } else if (parameter.path("in").asText().equals("query") && random.nextBoolean()) {
        query.append(query.isEmpty() ? "?" : "&").append(key).append('=').append(value);
      }
    }
    JsonNode wanted = operation.at("/requestBody/content/application~1json/schema");
    byte[] body =
        wanted.isMissingNode()
            ? new byte[0]
            : bytes(random.nextInt(8) == 0 ? odd() : value(wanted, 0));
    // Whoever has logged out, or has ended all sessions, logs in again.
    if (bob.get("/users/me").status() != 200) {
      bob = server.loggedIn("bob");
    }
    HttpResponse<byte[]> response = bob.raw(verb, path + query, body);
    return contradictions(
        "%s %s%s %s".formatted(verb, path, query, new String(body, StandardCharsets.UTF_8)),
        operation.path("responses"),
        response);
  }

  private List<String> contradictions(
      String request, JsonNode described, HttpResponse<byte[]> response) {
    List<String> found = new ArrayList<>();
    int status = response.statusCode();
    String answer =
        "%s: %d %s".formatted(request, status, new String(response.body(), StandardCharsets.UTF_8));
    JsonNode one = described.path(Integer.toString(status));
    if (one.isMissingNode()) {
      one = described.path(status / 100 + "XX");
    }
    if (one.isMissingNode()) {
      return List.of("not described: " + answer);
    }
    if (response.headers().firstValue("X-Request-Id").isEmpty()) {
      found.add("no id: " + answer);
    }
    String type = one.path("content").fieldNames().next();
    if (type.equals("application/json")) {
      if (!response.headers().firstValue("Content-Type").orElse("").startsWith(type)) {
        found.add("no JSON: " + answer);
        return found;
      }
      try {
        fit(
            JSON.readTree(response.body()),
            one.path("content").path(type).path("schema"),
            "",
            found);
      } catch (IOException noJson) {
        found.add(noJson.getMessage());
      }
    }
    return found.stream().map(what -> what + " in " + answer).toList();
  }

  private void fit(JsonNode value, JsonNode schema, String where, List<String> wrong) {
    if (schema.has("$ref")) {
      fit(value, document.at(schema.path("$ref").asText().substring(1)), where, wrong);
      return;
    }
    boolean fits =
        switch (schema.path("type").asText()) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isTextual();
          case "boolean" -> value.isBoolean();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          default -> true;
        };
    if (!fits) {
      wrong.add(where + " is no " + schema.path("type").asText());
      return;
    }
    schema
        .path("required")
        .forEach(
            name -> {
              if (!value.has(name.asText())) {
                wrong.add(where + " lacks " + name.asText());
              }
            });
    value
        .properties()
        .forEach(
            field -> {
              JsonNode known = schema.path("properties").path(field.getKey());
              JsonNode of = known.isMissingNode() ? schema.path("additionalProperties") : known;
              if (!of.isMissingNode()) {
                fit(field.getValue(), of, where + "." + field.getKey(), wrong);
              }
            });
    if (value.isArray()) {
      value.forEach(item -> fit(item, schema.path("items"), where + "[]", wrong));
    }
  }

  private String text(JsonNode schema) {
    return schema.path("type").asText().equals("boolean")
        ? Boolean.toString(random.nextBoolean())
        : String.valueOf(random.nextInt(4) == 0 ? odd() : one(known));
  }

  private Object odd() {
    return one(ODD);
  }

  private Object one(List<Object> some) {
    return some.get(random.nextInt(some.size()));
  }

  private Object value(JsonNode schema, int depth) {
    if (schema.has("$ref")) {
      return value(document.at(schema.path("$ref").asText().substring(1)), depth);
    }
    if (random.nextInt(20) == 0) {
      return random.nextBoolean() ? odd() : random.nextInt();
    }
    return switch (schema.path("type").asText()) {
      case "boolean" -> random.nextBoolean();
      case "integer", "number" -> random.nextInt(5) - 1;
      case "array" ->
          depth > 2 || random.nextInt(4) == 0
              ? List.of()
              : List.of(value(schema.path("items"), depth + 1));
      case "object" -> object(schema, depth);
      default -> text(schema);
    };
  }

  private Map<String, Object> object(JsonNode schema, int depth) {
    Map<String, Object> object = new LinkedHashMap<>();
    if (depth < 3) {
      schema
          .path("properties")
          .properties()
          .forEach(
              property -> {
                if (random.nextInt(3) > 0) {
                  object.put(property.getKey(), value(property.getValue(), depth + 1));
                }
              });
      if (schema.has("additionalProperties")) {
        for (String name : List.of("user_id", "channel_id", "term", "id", "name", "props")) {
          if (random.nextBoolean()) {
            object.put(name, value(schema.path("additionalProperties"), depth + 1));
          }
        }
      }
    }
    return object;
  }

  private static byte[] bytes(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
