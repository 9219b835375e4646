package io.krait.api.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON object that nobody can change, in one form whatever it was made from: a whole number that
 * a double holds exactly is a {@link Long} up to 2^53 and a {@link Double} beyond, any other number
 * is a {@link Double}. That is what a JSON value comes back as from the wire, so equal objects stay
 * equal on the way.
 */
public final class JsonObject extends FrozenMap<Object> {

  private static final JsonObject EMPTY = new JsonObject(Map.of());
  private static final double LARGEST_SAFE = 9007199254740992d;
  // Each level costs three messages on the wire, and protobuf reads a hundred at most.
  private static final int DEEPEST = 30;

  private JsonObject(Map<String, Object> entries) {
    super(entries);
  }

  /**
   * {@code map} as it is now.
   *
   * @param name what it is, for the error
   * @throws IllegalArgumentException where it holds something that JSON or the wire cannot carry
   */
  public static Map<String, Object> freeze(String name, Map<String, ?> map) {
    return object(name, map, 0);
  }

  /**
   * Any JSON value as it is now: null, Boolean, Number, String, List or Map.
   *
   * @throws IllegalArgumentException where it holds something that JSON or the wire cannot carry
   */
  public static Object freezeValue(String name, Object value) {
    return value(name, value, 0);
  }

  private static Map<String, Object> object(String name, Map<?, ?> map, int depth) {
    if (map instanceof JsonObject frozen) {
      return frozen;
    }
    if (map.isEmpty()) {
      return EMPTY;
    }
    if (depth >= DEEPEST) {
      throw new IllegalArgumentException(
          "%s is nested too deeply: %d levels at most".formatted(name, DEEPEST));
    }
    Map<String, Object> copy = new LinkedHashMap<>(capacity(map.size()));
    map.forEach(
        (key, value) -> {
          if (!(key instanceof String text)) {
            throw new IllegalArgumentException(
                "%s has the key %s, which is not a string".formatted(name, key));
          }
          copy.put(text, value(name + "." + text, value, depth + 1));
        });
    return new JsonObject(copy);
  }

  private static Object value(String name, Object value, int depth) {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      return number(name, number);
    }
    if (value instanceof Map<?, ?> map) {
      return object(name, map, depth);
    }
    if (value instanceof Collection<?> collection) {
      if (depth >= DEEPEST) {
        throw new IllegalArgumentException(
            "%s is nested too deeply: %d levels at most".formatted(name, DEEPEST));
      }
      List<Object> copy = new ArrayList<>(collection.size());
      for (Object element : collection) {
        copy.add(value(name + "[" + copy.size() + "]", element, depth + 1));
      }
      return Collections.unmodifiableList(copy);
    }
    throw new IllegalArgumentException(
        "%s is a %s; JSON has only null, booleans, numbers, strings, lists and maps"
            .formatted(name, value.getClass().getName()));
  }

  private static Object number(String name, Number number) {
    double value = number.doubleValue();
    boolean whole = value == Math.rint(value) && Math.abs(value) <= LARGEST_SAFE;
    boolean negativeZero = value == 0 && 1 / value < 0;
    if (number instanceof Long exact && (long) value != exact) {
      throw new IllegalArgumentException(
          "%s is %s, which a JSON number does not hold exactly; pass it as a string"
              .formatted(name, exact));
    }
    if (whole && !negativeZero) {
      return (long) value;
    }
    return value;
  }
}
