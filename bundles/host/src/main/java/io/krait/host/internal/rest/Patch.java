package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A part of a model: what is in it is changed, and all else stays. */
final class Patch {

  private final Map<String, Object> body;

  private Patch(Map<String, Object> body) {
    this.body = body;
  }

  /** The patch that a body is; null in it is as if it were not there. */
  static Patch of(Map<String, Object> body) {
    return new Patch(body);
  }

  Patch text(String name, Consumer<String> set) {
    return given(name, String.class, set);
  }

  Patch flag(String name, Consumer<Boolean> set) {
    return given(name, Boolean.class, set);
  }

  @SuppressWarnings("unchecked")
  Patch object(String name, Consumer<Map<String, Object>> set) {
    return given(name, Map.class, set::accept);
  }

  Patch texts(String name, Consumer<Map<String, String>> set) {
    return given(
        name,
        Map.class,
        value -> {
          Map<String, String> texts = new LinkedHashMap<>();
          for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
            texts.put(text(name, entry.getKey()), text(name, entry.getValue()));
          }
          set.accept(texts);
        });
  }

  Patch list(String name, Consumer<List<String>> set) {
    return given(
        name,
        List.class,
        value -> set.accept(((List<?>) value).stream().map(one -> text(name, one)).toList()));
  }

  private static String text(String name, @Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw Answers.invalid(name);
  }

  private <T> Patch given(String name, Class<T> type, Consumer<T> set) {
    Object value = body.get(name);
    if (value == null) {
      return this;
    }
    if (!type.isInstance(value)) {
      throw Answers.invalid(name);
    }
    set.accept(type.cast(value));
    return this;
  }
}
