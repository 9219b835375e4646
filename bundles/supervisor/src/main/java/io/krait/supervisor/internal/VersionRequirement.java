package io.krait.supervisor.internal;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a manifest's {@code python_version} asks for: comma-separated conditions as Python packages
 * write them. A bare version is the least one that will do, with the same first number: "3.9" is
 * met by 3.12 and not by 4.0.
 */
final class VersionRequirement {

  private static final Pattern CONDITION =
      Pattern.compile(
          "(>=|<=|==|!=|~=|>|<|)\\s*(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\.(\\d{1,4}))?(\\.\\*)?");

  private final String text;
  private final List<Predicate<PythonVersion>> conditions;

  private VersionRequirement(String text, List<Predicate<PythonVersion>> conditions) {
    this.text = text;
    this.conditions = conditions;
  }

  /**
   * Reads a requirement.
   *
   * @throws IllegalArgumentException where it is none
   */
  static VersionRequirement parse(String text) {
    return new VersionRequirement(
        text, Stream.of(text.split(",", -1)).map(part -> condition(text, part.strip())).toList());
  }

  private static Predicate<PythonVersion> condition(String text, String part) {
    Matcher matcher = CONDITION.matcher(part);
    if (!matcher.matches()) {
      throw notOne(text);
    }
    String operator = matcher.group(1);
    int given = matcher.group(3) == null ? 1 : matcher.group(4) == null ? 2 : 3;
    PythonVersion version =
        new PythonVersion(number(matcher, 2), number(matcher, 3), number(matcher, 4));
    if (matcher.group(5) != null) {
      return switch (operator) {
        case "==" -> other -> samePrefix(version, other, given);
        case "!=" -> other -> !samePrefix(version, other, given);
        default -> throw notOne(text);
      };
    }
    return switch (operator) {
      case ">=" -> other -> other.compareTo(version) >= 0;
      case "<=" -> other -> other.compareTo(version) <= 0;
      case ">" -> other -> other.compareTo(version) > 0;
      case "<" -> other -> other.compareTo(version) < 0;
      // To Python "==3.11" means 3.11.0 alone, which nobody who writes it has in mind.
      case "==" -> other -> samePrefix(version, other, given);
      case "!=" -> other -> !samePrefix(version, other, given);
      case "~=" -> {
        if (given == 1) {
          throw notOne(text);
        }
        yield other -> other.compareTo(version) >= 0 && samePrefix(version, other, given - 1);
      }
      default -> other -> other.compareTo(version) >= 0 && samePrefix(version, other, 1);
    };
  }

  private static IllegalArgumentException notOne(String text) {
    return new IllegalArgumentException(
        "python_version \"" + text + "\" is not a requirement such as \">=3.9\" or \"3.9\"");
  }

  private static int number(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
  }

  private static boolean samePrefix(PythonVersion version, PythonVersion other, int numbers) {
    return version.major() == other.major()
        && (numbers < 2 || version.minor() == other.minor())
        && (numbers < 3 || version.micro() == other.micro());
  }

  boolean isMetBy(PythonVersion version) {
    return conditions.stream().allMatch(condition -> condition.test(version));
  }

  @Override
  public String toString() {
    return text;
  }
}
