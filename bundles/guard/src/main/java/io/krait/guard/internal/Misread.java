package io.krait.guard.internal;

import io.krait.api.BoundedText;
import io.krait.api.Nullable;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import org.osgi.service.metatype.AttributeDefinition;

/**
 * A value of a configuration that is not of the kind that its attribute asks for.
 *
 * @param expected what would have been right
 * @param fallback what holds instead; empty where nothing does
 */
record Misread(String key, String value, String expected, String fallback) {

  private static final int LONGEST = 100;

  /**
   * Those of a configuration, in the order of its attributes. Blanks around the others, which files
   * hold easily, are taken away.
   */
  static List<Misread> in(
      Dictionary<String, Object> properties, List<AttributeDefinition> attributes) {
    List<Misread> found = new ArrayList<>();
    for (AttributeDefinition attribute : attributes) {
      String key = attribute.getID();
      int type = attribute.getType();
      if (attribute.getCardinality() != 0
          || type == AttributeDefinition.STRING
          || !(properties.get(key) instanceof String value)) {
        continue;
      }
      if (isRight(type, value.strip())) {
        properties.put(key, value.strip());
      } else {
        found.add(
            new Misread(
                key,
                BoundedText.of(value, LONGEST),
                expected(type),
                first(attribute.getDefaultValue())));
      }
    }
    return found;
  }

  /** What is wrong and what holds instead, on a line. */
  String text() {
    return "%s: \"%s\" is not %s; %s"
        .formatted(
            key,
            value,
            expected,
            fallback.isEmpty() ? "it is left out" : "the default, %s, is used".formatted(fallback));
  }

  private static boolean isRight(int type, String value) {
    try {
      switch (type) {
        case AttributeDefinition.INTEGER -> Integer.parseInt(value);
        case AttributeDefinition.LONG -> Long.parseLong(value);
        case AttributeDefinition.DOUBLE, AttributeDefinition.FLOAT -> {
          return Double.isFinite(Double.parseDouble(value));
        }
        case AttributeDefinition.BOOLEAN -> {
          return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
        }
        default -> {
          // Any text is right.
        }
      }
      return true;
    } catch (NumberFormatException none) {
      return false;
    }
  }

  private static String expected(int type) {
    return switch (type) {
      case AttributeDefinition.INTEGER -> "a whole number of at most " + Integer.MAX_VALUE;
      case AttributeDefinition.LONG -> "a whole number";
      case AttributeDefinition.BOOLEAN -> "true or false";
      default -> "a number";
    };
  }

  private static String first(String @Nullable [] values) {
    return values == null || values.length == 0 ? "" : values[0];
  }
}
