package io.krait.host.internal.configuration;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.host.internal.configuration.Document.Place;
import io.krait.host.internal.storage.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which values a configuration has, of which kind they are, and what they are by default. */
final class Shape {

  private static final String DEFAULTS = "defaults.json";

  /** Whoever adds a switch for a trial names it as he likes. */
  private static final Set<String> OPEN_SECTIONS = Set.of("FeatureFlags");

  private final Json json;
  private final Document defaults;

  Shape(Json json) {
    this.json = json;
    try (InputStream stream = Shape.class.getResourceAsStream(DEFAULTS)) {
      defaults =
          Document.of(
              json.object(
                  new String(
                      Objects.requireNonNull(stream, DEFAULTS).readAllBytes(),
                      StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What holds where nobody has said anything. */
  Document defaults() {
    return defaults;
  }

  /**
   * What a document says of the values that are known; all others are left out.
   *
   * @throws AppError with status 400 where a value is not of its kind
   */
  Document fit(Document wanted) {
    return wanted.choose(
        (place, value) -> {
          if (!isKnown(place)) {
            return null;
          }
          Object usual = defaults.value(place.section(), place.name());
          if (usual != null && !isLike(usual, value)) {
            throw invalid(place, kind(usual));
          }
          return value;
        });
  }

  /** Whether there is such a value. */
  boolean isKnown(Place place) {
    return defaults.value(place.section(), place.name()) != null
        || OPEN_SECTIONS.contains(place.section());
  }

  /**
   * The value that a setting of Configuration Admin stands for, which may be written as text.
   *
   * @throws AppError with status 400 where it is not of its kind, 404 where there is no such value
   */
  Object read(Place place, Object given) {
    if (!isKnown(place)) {
      throw AppError.of(
          "model.config.is_valid.unknown.app_error", "there is no setting " + place, 404);
    }
    Object usual = defaults.value(place.section(), place.name());
    Object value = given instanceof Object[] several ? List.copyOf(Arrays.asList(several)) : given;
    Object read = value instanceof String text && usual != null ? parsed(usual, text) : value;
    Object known = read == null ? null : Document.value(read);
    if (known == null || (usual != null && !isLike(usual, known))) {
      throw invalid(place, usual == null ? "a value" : kind(usual));
    }
    return known;
  }

  private @Nullable Object parsed(Object usual, String text) {
    if (usual instanceof String) {
      return text;
    }
    String trimmed = text.trim();
    try {
      if (usual instanceof Boolean) {
        return switch (trimmed) {
          case "true" -> true;
          case "false" -> false;
          default -> null;
        };
      }
      if (usual instanceof Number) {
        return Long.valueOf(trimmed);
      }
      if (usual instanceof Map) {
        return json.object(trimmed);
      }
      return trimmed.startsWith("[")
          ? json.list(trimmed)
          : Arrays.stream(trimmed.split(",")).map(String::trim).filter(w -> !w.isEmpty()).toList();
    } catch (IllegalArgumentException other) {
      return null;
    }
  }

  private static boolean isLike(Object usual, Object value) {
    if (usual instanceof Map) {
      return value instanceof Map;
    }
    if (usual instanceof Collection) {
      return value instanceof Collection;
    }
    return usual.getClass() == value.getClass();
  }

  private static String kind(Object usual) {
    if (usual instanceof Boolean) {
      return "true or false";
    }
    if (usual instanceof Number) {
      return "a whole number";
    }
    if (usual instanceof Map) {
      return "an object";
    }
    return usual instanceof Collection ? "a list" : "a text";
  }

  private static AppError invalid(Place place, String kind) {
    return AppError.of(
        "model.config.is_valid.type.app_error", "%s must be %s".formatted(place, kind), 400);
  }
}
