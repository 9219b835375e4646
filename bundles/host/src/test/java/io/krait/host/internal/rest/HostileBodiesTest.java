package io.krait.host.internal.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.model.User;
import io.krait.host.internal.rest.RestServer.Answer;
import io.krait.host.internal.rest.RestServer.Client;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes as a body, on whatever route: the client is told, and the log stays empty. */
class HostileBodiesTest {

  @TempDir java.nio.file.Path folder;

  @AutoClose private RestServer server;
  private Client admin;
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Failures failures = new Failures();

  /** A route that takes a body of JSON. */
  private record Route(String method, String path, Class<?> body) {}

  @BeforeEach
  void open() {
    server = new RestServer(folder, true);
    server.log().feed(true);
    admin = server.signedUp("admin");
    String team = admin.post("/teams", "{'name':'crew','display_name':'C','type':'O'}").id();
    String channel = admin.get("/teams/" + team + "/channels/name/town-square").id();
    ids.put("team", team);
    ids.put("channel", channel);
    ids.put(
        "post", admin.post("/posts", "{'channel_id':'%s','message':'x'}".formatted(channel)).id());
    Logger.getLogger("").addHandler(failures);
  }

  @AfterEach
  void forget() {
    Logger.getLogger("").removeHandler(failures);
  }

  @Test
  void whatNoHonestClientSendsIsRefusedOnEveryRouteByTheNameOfTheField() {
    Map<String, String> refused = new LinkedHashMap<>();
    refused.put("", "");
    refused.put("null", "");
    refused.put("'a text'", "");
    refused.put("{'a':", "line 1");
    refused.put("{'a':1}{'b':2}", "");
    refused.put("{'a':1,'a':2}", "a is there twice");
    refused.put("{'a':{'b':1,'b':2}}", "a.b is there twice");
    refused.put("{'a':'b\\u0000'}", "a has the character U+0000");
    refused.put("{'a':{'b':['\\ud800']}}", "a.b[0] has half a character");
    refused.put("{'\\udc00':1}", "");
    refused.put("{'a':[1,null]}", "a[1] is null");
    refused.put("[null]", "[0] is null");
    refused.put("{'a':1e999}", "a is a number out of range");
    refused.put("{'a':9223372036854775808}", "a is a number");
    refused.put("{'a':9007199254740993}", "a is a number");
    refused.put("{'a':" + "9".repeat(2000) + "}", "");
    refused.put("{'props':" + "{'a':".repeat(100) + "1" + "}".repeat(101), "is nested more than");
    refused.put("[".repeat(5000) + "]".repeat(5000), "is nested more than");
    refused.put(
        "['" + String.join("','", Collections.nCopies(200_000, "x")) + "']", "has more than");
    refused.put("\u00ff\u00fe\u00fd", "");
    refused.put("4\0\0\0}", "is no text in UTF-8");

    for (Route route : routes()) {
      refused.forEach(
          (body, named) -> {
            Answer answer = send(route, body.replace('\'', '"').getBytes(ISO_8859_1));
            String what = route + " given " + body.substring(0, Math.min(60, body.length()));
            assertThat(answer.status()).as(what).isBetween(400, 499);
            assertThat(answer.text("message")).as(what).contains(named);
            assertClean(what, answer);
          });
    }
    assertThat(failures.records).isEmpty();
  }

  @Test
  void aValueOfAWrongKindOrOverlongInAnyFieldIsNoFailureOfTheServer() {
    List<String> values =
        List.of("-9007199254740992", "[{}]", "{'a':null}", "'" + "x".repeat(2000) + "'");
    for (Route route : routes()) {
      for (String field : fields(route.body())) {
        for (String value : values) {
          String body = "{'%s':%s}".formatted(field, value).replace('\'', '"');
          Answer answer = send(route, body.getBytes(UTF_8));
          String what = route + " given " + body.substring(0, Math.min(60, body.length()));
          // What this server has not is said, and no failure.
          assertThat(answer.status()).as(what).matches(status -> status < 500 || status == 501);
          assertClean(what, answer);
        }
      }
    }
    assertThat(failures.records).isEmpty();
  }

  @Test
  void whatIsWrongIsSaidInWordsOfTheContract() {
    assertRefused(admin.post("/posts", "{'message':5}"), "message is not a text");
    assertRefused(admin.post("/posts", "{'file_ids':['a',{}]}"), "file_ids[1] is not a text");
    assertRefused(admin.post("/posts", "{'file_ids':'a'}"), "file_ids is not a list");
    assertRefused(admin.post("/posts", "{'props':[]}"), "props is not an object");
    assertRefused(admin.post("/posts", "{'create_at':1.5}"), "create_at is not a number");
    assertRefused(admin.post("/posts", "{'is_pinned':'true'}"), "is_pinned is not true or false");
    assertRefused(admin.post("/channels", "{'type':7}"), "type is not a text");
    assertRefused(admin.post("/users/ids", "['x']"), "[0] is no id");
    assertRefused(admin.post("/channels/direct", "['x','y']"), "[0] is no id");
    assertRefused(admin.post("/channels/group", "['../..']"), "[0] is no id");
    assertRefused(
        admin.post(
            "/users/usernames", "['" + String.join("','", Collections.nCopies(20_000, "x")) + "']"),
        "usernames names 20000");
    assertRefused(
        server
            .anonymous()
            .post(
                "/users/login",
                "{'login_id':'admin','password':'correct horse','device_id':'%s'}"
                    .formatted("x".repeat(600))),
        "device_id has at most 512 characters");
    assertThat(failures.records).isEmpty();
  }

  @Test
  void aPageIsANumber() {
    for (String query :
        List.of("page=-1", "page=x", "page=99999999999", "per_page=-5", "per_page=1.5")) {
      Answer answer = admin.get("/users?" + query);

      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.text("message"))
          .contains(query.substring(0, query.indexOf('=')) + " is not");
    }
    assertThat(admin.get("/users?page=2147483647&per_page=2147483647").body()).isEmpty();
    assertThat(admin.get("/users?page=&per_page=0").body()).hasSize(1);
  }

  @Test
  void pathsAndQueriesOfNonsenseAreNoFailureOfTheServer() {
    for (String part : List.of("x", "a%20b", "x".repeat(4000), "%27;--", "null")) {
      for (String path :
          List.of(
              "/users/",
              "/teams/",
              "/channels/",
              "/posts/",
              "/files/",
              "/plugins/",
              "/users/email/",
              "/users?in_team=",
              "/commands?team_id=",
              "/channels/" + ids.get("channel") + "/posts?since=",
              "/channels/" + ids.get("channel") + "/posts?before=")) {
        Answer answer = admin.get(path + part);

        assertThat(answer.status()).as(path + part).isLessThan(502).isNotEqualTo(500);
        assertClean(path + part, answer);
      }
    }
    assertThat(failures.records).isEmpty();
  }

  private static void assertRefused(Answer answer, String message) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.text("message")).startsWith(message);
  }

  private static void assertClean(String what, Answer answer) {
    assertThat(answer.response().body().toLowerCase())
        .as(what)
        .doesNotContain("java", "exception", "com.fasterxml", "io.krait");
  }

  private Answer send(Route route, byte[] body) {
    return admin.json(route.method(), route.path(), body);
  }

  /** All routes that take JSON, the parts of whose paths stand for what is there. */
  private List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (Class<?> resource : resources()) {
      for (Method method : resource.getDeclaredMethods()) {
        for (Annotation annotation : method.getAnnotations()) {
          HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
          if (verb != null) {
            body(method)
                .forEach(type -> routes.add(new Route(verb.value(), path(resource, method), type)));
          }
        }
      }
    }
    assertThat(routes).as("routes with bodies").hasSizeGreaterThan(20);
    return routes;
  }

  /** All classes of the REST API that answer requests; none is named, so that none is forgotten. */
  private static List<Class<?>> resources() {
    java.nio.file.Path classes =
        java.nio.file.Path.of(
                URI.create(RestServlet.class.getResource("RestServlet.class").toString()))
            .getParent();
    try (Stream<java.nio.file.Path> files = Files.list(classes)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class"))
          .sorted()
          .<Class<?>>map(name -> named(name.substring(0, name.length() - ".class".length())))
          .filter(type -> type.isAnnotationPresent(Path.class))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(RestServlet.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Stream<Class<?>> body(Method method) {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> parameter.getAnnotations().length == 0)
        .<Class<?>>map(Parameter::getType)
        .filter(type -> type != InputStream.class && !type.getPackageName().startsWith("jakarta"));
  }

  private String path(Class<?> resource, Method method) {
    String path = "/" + resource.getAnnotation(Path.class).value();
    if (method.isAnnotationPresent(Path.class)) {
      path += "/" + method.getAnnotation(Path.class).value();
    }
    String filled = path.replace("{id}", "me");
    for (Map.Entry<String, String> id : ids.entrySet()) {
      filled = filled.replace("{" + id.getKey() + "}", id.getValue());
    }
    // What is not there by this name is refused at least as well.
    return filled.replaceAll("\\{[a-z_]+\\}", "nothing");
  }

  /** The names of a body's fields, as the contract has them. */
  private static Set<String> fields(Class<?> body) {
    Set<String> names = new LinkedHashSet<>();
    if (!body.getPackageName().equals(User.class.getPackageName())) {
      names.addAll(
          List.of(
              "active",
              "term",
              "login_id",
              "password",
              "current_password",
              "new_password",
              "roles",
              "device_id",
              "id",
              "username",
              "email",
              "props",
              "timezone",
              "name",
              "display_name",
              "header",
              "allow_open_invite",
              "message",
              "file_ids",
              "is_pinned"));
    } else {
      for (Method method : body.getDeclaredMethods()) {
        if (method.getParameterCount() == 0 && !method.getName().equals("toBuilder")) {
          names.add(method.getName().replaceAll("([A-Z])", "_$1").toLowerCase());
        }
      }
    }
    return names;
  }

  /** What is logged with a stack. */
  private static final class Failures extends Handler {
    private final List<String> records = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void publish(LogRecord logged) {
      if (logged.getThrown() != null) {
        records.add(logged.getMessage() + ": " + logged.getThrown());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
