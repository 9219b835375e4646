package io.krait.host.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.Nullable;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes the REST API as OpenAPI 3.1 has it, as the resources declare it. */
final class OpenApi {

  private static final Pattern PLACE = Pattern.compile("\\{([^}:]+)[^}]*}");
  private static final String JSON = "application/json";
  static final String ERROR = "AppError";

  private final OpenApiSchemas schemas;

  OpenApi(ObjectMapper mapper) {
    this.schemas = new OpenApiSchemas(mapper);
  }

  /** The description of what these resources answer. */
  Map<String, Object> describe(String version, Collection<Class<?>> resources) {
    Map<String, Map<String, Object>> paths = new TreeMap<>();
    for (Class<?> resource : resources) {
      Arrays.stream(resource.getMethods())
          .sorted(Comparator.comparing(Method::getName))
          .forEach(
              method ->
                  verb(method)
                      .ifPresent(
                          verb ->
                              paths
                                  .computeIfAbsent(
                                      "/api/v4/" + path(resource, method), any -> new TreeMap<>())
                                  .put(
                                      verb.toLowerCase(Locale.ROOT), operation(resource, method))));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", Map.of("title", "Krait's embedded host", "version", version));
    document.put("security", List.of(Map.of("token", List.of())));
    document.put("paths", paths);
    Map<String, Object> all = new TreeMap<>(schemas.components());
    all.put(ERROR, error());
    document.put(
        "components",
        Map.of(
            "schemas",
            all,
            "securitySchemes",
            Map.of("token", Map.of("type", "http", "scheme", "bearer"))));
    return document;
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
        .filter(one -> one != null)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static String path(Class<?> resource, Method method) {
    Path below = method.getAnnotation(Path.class);
    String path =
        resource.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
    return PLACE.matcher(path).replaceAll(place -> "{" + place.group(1).strip() + "}");
  }

  private Map<String, Object> operation(Class<?> resource, Method method) {
    Map<String, Object> operation = new LinkedHashMap<>();
    String owner = resource.getName().substring(resource.getPackageName().length() + 1);
    operation.put(
        "operationId", owner.replace("Resource", "").replace('$', '.') + "." + method.getName());
    operation.put("tags", List.of(resource.getAnnotation(Path.class).value().split("/", -1)[0]));
    if (method.isAnnotationPresent(Anonymous.class)) {
      operation.put("security", List.of(Map.of(), Map.of("token", List.of())));
    }
    List<Object> parameters = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      described(parameter).ifPresent(parameters::add);
      if (isBody(parameter)) {
        operation.put(
            "requestBody",
            Map.of(
                "required",
                !parameter.isAnnotationPresent(MayBeEmpty.class),
                "content",
                Map.of(JSON, Map.of("schema", schemas.of(parameter.getParameterizedType())))));
      }
    }
    placesOf(path(resource, method), parameters);
    operation.put("parameters", parameters);
    operation.put("responses", answers(method));
    return operation;
  }

  /** What is in the path and asked for by nobody is in it all the same. */
  private static void placesOf(String path, List<Object> parameters) {
    Matcher place = PLACE.matcher(path);
    while (place.find()) {
      String name = place.group(1);
      if (parameters.stream()
          .noneMatch(
              one ->
                  one instanceof Map<?, ?> map
                      && name.equals(map.get("name"))
                      && "path".equals(map.get("in")))) {
        parameters.add(parameter("path", name, String.class, null));
      }
    }
  }

  private static Optional<Map<String, Object>> described(Parameter parameter) {
    DefaultValue otherwise = parameter.getAnnotation(DefaultValue.class);
    for (Annotation annotation : parameter.getAnnotations()) {
      if (annotation instanceof PathParam path) {
        return Optional.of(parameter("path", path.value(), parameter.getType(), null));
      }
      if (annotation instanceof QueryParam query) {
        return Optional.of(parameter("query", query.value(), parameter.getType(), otherwise));
      }
      if (annotation instanceof HeaderParam header) {
        return Optional.of(parameter("header", header.value(), parameter.getType(), otherwise));
      }
    }
    return Optional.empty();
  }

  private static Map<String, Object> parameter(
      String where, String name, Class<?> type, @Nullable DefaultValue otherwise) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type == boolean.class ? "boolean" : "string");
    if (otherwise != null) {
      schema.put("default", otherwise.value());
    }
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", where);
    parameter.put("required", where.equals("path"));
    parameter.put("schema", schema);
    return parameter;
  }

  private static boolean isBody(Parameter parameter) {
    return !parameter.isAnnotationPresent(Context.class) && described(parameter).isEmpty();
  }

  private Map<String, Object> answers(Method method) {
    Map<String, Object> answers = new LinkedHashMap<>();
    Answered answered = method.getAnnotation(Answered.class);
    if (answered == null) {
      answers.put("2XX", answer("What was asked for.", JSON, Map.of()));
    } else {
      Map<String, Object> schema = schemas.of(answered.value());
      answers.put(
          Integer.toString(answered.status()),
          answer(
              "What was asked for.",
              answered.type(),
              answered.list() ? Map.of("type", "array", "items", schema) : schema));
    }
    Map<String, Object> refused =
        answer("It was not done, and why.", JSON, Map.of("$ref", "#/components/schemas/" + ERROR));
    answers.put("4XX", refused);
    answers.put("501", refused);
    answers.put("503", refused);
    return answers;
  }

  private static Map<String, Object> answer(
      String description, String type, Map<String, Object> schema) {
    return Map.of("description", description, "content", Map.of(type, Map.of("schema", schema)));
  }

  private static Map<String, Object> error() {
    Map<String, Object> text = Map.of("type", "string");
    return Map.of(
        "type",
        "object",
        "required",
        List.of("id", "message", "detailed_error", "request_id", "status_code"),
        "properties",
        Map.of(
            "id",
            text,
            "message",
            text,
            "detailed_error",
            text,
            "request_id",
            text,
            "status_code",
            Map.of("type", "integer")));
  }
}
