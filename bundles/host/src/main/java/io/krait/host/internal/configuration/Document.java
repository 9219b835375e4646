package io.krait.host.internal.configuration;

import io.krait.api.Nullable;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * A configuration: sections by name, and in each of them JSON values by name. Whole numbers are of
 * one kind, so that equal values are equal. Never changes; safe for use from any thread.
 */
public final class Document {

  /** Without any section. */
  static final Document EMPTY = new Document(Map.of());

  private final Map<String, Map<String, Object>> sections;
  private final int hash;

  private Document(Map<String, Map<String, Object>> sections) {
    this.sections = sections;
    hash = sections.hashCode();
  }

  /** A document of these sections; what is no section and what is null is left out. */
  static Document of(Map<String, ?> sections) {
    Map<String, Map<String, Object>> copies = new LinkedHashMap<>();
    sections.forEach(
        (name, section) -> {
          if (section instanceof Map<?, ?> values) {
            copies.put(name, object(values));
          }
        });
    return new Document(Collections.unmodifiableMap(copies));
  }

  /** A value as documents hold it. */
  public static Object value(Object value) {
    if (value instanceof Map<?, ?> object) {
      return object(object);
    }
    if (value instanceof Collection<?> list) {
      return list.stream().filter(Objects::nonNull).map(Document::value).toList();
    }
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Float || value instanceof Double) {
      double number = ((Number) value).doubleValue();
      return number == Math.rint(number) && Math.abs(number) < 1L << 53
          ? (Object) (long) number
          : (Object) number;
    }
    return value instanceof BigInteger large ? large.doubleValue() : value;
  }

  private static Map<String, Object> object(Map<?, ?> values) {
    Map<String, Object> copy = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (value != null) {
            copy.put(String.valueOf(name), value(value));
          }
        });
    return Collections.unmodifiableMap(copy);
  }

  /** All sections, by name. */
  public Map<String, Map<String, Object>> sections() {
    return sections;
  }

  /** A section; empty where there is none. */
  public Map<String, Object> section(String name) {
    return sections.getOrDefault(name, Map.of());
  }

  /** A value; null where there is none. */
  public @Nullable Object value(String section, String name) {
    return section(section).get(name);
  }

  /** As this one, but with what {@code other} says in place of what is here. */
  Document with(Document other) {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>(sections);
    other.sections.forEach(
        (name, values) -> {
          Map<String, Object> merged = new LinkedHashMap<>(section(name));
          merged.putAll(values);
          all.put(name, Collections.unmodifiableMap(merged));
        });
    return new Document(Collections.unmodifiableMap(all));
  }

  /** As this one, but with these values in a section in place of those that are there. */
  public Document with(String section, Map<String, ?> values) {
    return with(of(Map.of(section, values)));
  }

  /** The values that are others in {@code before}, or not there. */
  Document since(Document before) {
    return choose(
        (place, value) -> value.equals(before.value(place.section(), place.name())) ? null : value);
  }

  /** The values that {@code choice} makes of these, without those of which it makes nothing. */
  Document choose(BiFunction<Place, Object, @Nullable Object> choice) {
    Map<String, Map<String, Object>> chosen = new LinkedHashMap<>();
    sections.forEach(
        (section, values) ->
            values.forEach(
                (name, value) -> {
                  Object kept = choice.apply(new Place(section, name), value);
                  if (kept != null) {
                    chosen.computeIfAbsent(section, any -> new LinkedHashMap<>()).put(name, kept);
                  }
                }));
    return of(chosen);
  }

  /** Where a value is. */
  record Place(String section, String name) {
    @Override
    public String toString() {
      return section + "." + name;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Document document && document.sections.equals(sections);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** Without the values, among which are secrets. */
  @Override
  public String toString() {
    return "Document" + sections.keySet();
  }
}
