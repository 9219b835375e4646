package io.krait.runtime.manifest;

import io.krait.api.Nullable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One object of a manifest, read key by key; what nobody asked for is warned about. */
final class Section {

  private static final int MAX_DEPTH = 50;
  private static final int LONGEST_NUMBER = 100;

  private final Map<?, ?> values;
  private final String path;
  private final Findings findings;
  // YAML has no quotes that would tell a version from a number.
  private final boolean numbersAreTexts;
  private final Set<String> known = new LinkedHashSet<>();

  Section(Map<?, ?> values, String path, Findings findings, boolean numbersAreTexts) {
    this.values = values;
    this.path = path;
    this.findings = findings;
    this.numbersAreTexts = numbersAreTexts;
  }

  /** The full name of a key, for messages. */
  String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  void problem(String key, String rule) {
    findings.problem(at(key), rule);
  }

  private @Nullable Object take(String key) {
    known.add(key);
    return values.get(key);
  }

  /** Whether there is a value that says anything. */
  boolean has(String key) {
    Object value = take(key);
    return value != null && !value.equals("");
  }

  String text(String key) {
    Object value = take(key);
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Number number && numbersAreTexts) {
      // Written out, a few characters can be gigabytes.
      return number instanceof BigDecimal decimal && Math.abs(decimal.scale()) <= LONGEST_NUMBER
          ? decimal.toPlainString()
          : number.toString();
    }
    if (value != null) {
      problem(key, "must be a text in quotes, not " + kind(value));
    }
    return "";
  }

  int integer(String key) {
    Object value = take(key);
    if (value instanceof Integer number) {
      return number;
    }
    if (value != null) {
      problem(key, "must be a whole number that fits into 32 bits, not " + kind(value));
    }
    return 0;
  }

  boolean truth(String key) {
    Object value = take(key);
    if (value instanceof Boolean truth) {
      return truth;
    }
    if (value != null) {
      problem(key, "must be true or false, not " + kind(value));
    }
    return false;
  }

  Optional<Section> section(String key) {
    Object value = take(key);
    if (value instanceof Map<?, ?> map) {
      return Optional.of(new Section(map, at(key), findings, numbersAreTexts));
    }
    if (value != null) {
      problem(key, "must be an object, not " + kind(value));
    }
    return Optional.empty();
  }

  List<Section> sections(String key) {
    Object value = take(key);
    List<Section> sections = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        String element = "%s[%d]".formatted(key, i);
        if (list.get(i) instanceof Map<?, ?> map) {
          sections.add(new Section(map, at(element), findings, numbersAreTexts));
        } else {
          problem(element, "must be an object, not " + kind(list.get(i)));
        }
      }
    } else if (value != null) {
      problem(key, "must be a list, not " + kind(value));
    }
    return sections;
  }

  /** All values of this section as texts. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Object key : values.keySet()) {
      String name = String.valueOf(key);
      texts.put(name, text(name));
    }
    return texts;
  }

  /** Any JSON value, deeply immutable; null where there is none. */
  @Nullable Object json(String key) {
    return freeze(take(key), at(key), 0);
  }

  Map<String, Object> jsonObject(String key) {
    return section(key).map(section -> frozenMap(section.values, at(key), 0)).orElse(Map.of());
  }

  /** All of this section as a JSON object, deeply immutable. */
  Map<String, Object> jsonObject() {
    return frozenMap(values, path, 0);
  }

  /** Warns about what was never asked for. To be called last. */
  void warnAboutTheRest() {
    for (Object key : values.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        findings.warning(
            at(String.valueOf(key)), "unknown key, ignored; known are " + String.join(", ", known));
      }
    }
  }

  private @Nullable Object freeze(@Nullable Object value, String at, int depth) {
    if (depth > MAX_DEPTH) {
      findings.problem(at, "must not be nested more than %d deep".formatted(MAX_DEPTH));
      return null;
    }
    if (value instanceof Map<?, ?> map) {
      return frozenMap(map, at, depth);
    }
    if (value instanceof List<?> list) {
      List<Object> frozen = new ArrayList<>();
      for (Object element : list) {
        frozen.add(freeze(element, at, depth + 1));
      }
      return Collections.unmodifiableList(frozen);
    }
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof BigInteger) {
      return value;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    findings.problem(at, "must be a JSON value, not " + kind(value));
    return null;
  }

  private Map<String, Object> frozenMap(Map<?, ?> map, String at, int depth) {
    Map<String, Object> frozen = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          frozen.put(name, freeze(value, at.isEmpty() ? name : at + "." + name, depth + 1));
        });
    return Collections.unmodifiableMap(frozen);
  }

  private static String kind(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Map) {
      return "an object";
    }
    if (value instanceof List) {
      return "a list";
    }
    if (value instanceof String) {
      return "a text";
    }
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : value.getClass().getSimpleName();
  }
}
