package io.krait.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.service.metatype.AttributeDefinition;

class MisreadTest {

  @ParameterizedTest
  @CsvSource({
    "3, ten, 'a whole number of at most 2147483647'",
    "3, 30s, 'a whole number of at most 2147483647'",
    "3, 3000000000, 'a whole number of at most 2147483647'",
    "3, 1.5, 'a whole number of at most 2147483647'",
    "2, ten, 'a whole number'",
    "7, half, 'a number'",
    "7, NaN, 'a number'",
    "11, yes, 'true or false'",
  })
  void aValueOfAnotherKindIsNamedWithWhatIsExpected(int type, String value, String expected) {
    assertThat(misread(attribute("a", type, 0, "1"), value))
        .extracting(Misread::text)
        .containsExactly("a: \"%s\" is not %s; the default, 1, is used".formatted(value, expected));
  }

  @ParameterizedTest
  @CsvSource({"3, 10", "3, -1", "2, 3000000000", "7, 0.5", "11, TRUE", "1, anything"})
  void aValueOfItsKindIsRight(int type, String value) {
    assertThat(misread(attribute("a", type, 0, "1"), value)).isEmpty();
  }

  @Test
  void blanksAroundAValueAreTakenAway() {
    Dictionary<String, Object> properties = new Hashtable<>(Map.of("a", "30 "));

    assertThat(Misread.in(properties, List.of(number("a")))).isEmpty();
    assertThat(properties.get("a")).isEqualTo("30");
  }

  @Test
  void listsAndWhatProgramsHaveWrittenAreNotLookedAt() {
    Dictionary<String, Object> properties =
        new Hashtable<>(Map.of("a", "x, y", "b", 5, "unknown", "z"));

    assertThat(
            Misread.in(
                properties,
                List.of(attribute("a", AttributeDefinition.INTEGER, 1000), number("b"))))
        .isEmpty();
  }

  @Test
  void aLongValueIsCutAndOneWithoutDefaultIsLeftOut() {
    assertThat(
            misread(attribute("a", AttributeDefinition.INTEGER, 0), "x".repeat(1000)).get(0).text())
        .hasSizeLessThan(250)
        .endsWith("; it is left out");
  }

  private static List<Misread> misread(AttributeDefinition attribute, String value) {
    return Misread.in(new Hashtable<>(Map.of(attribute.getID(), value)), List.of(attribute));
  }

  private static AttributeDefinition number(String key) {
    return attribute(key, AttributeDefinition.INTEGER, 0, "1");
  }

  private static AttributeDefinition attribute(
      String key, int type, int cardinality, String... defaults) {
    return new AttributeDefinition() {
      @Override
      public String getName() {
        return key;
      }

      @Override
      public String getID() {
        return key;
      }

      @Override
      public String getDescription() {
        return "";
      }

      @Override
      public int getCardinality() {
        return cardinality;
      }

      @Override
      public int getType() {
        return type;
      }

      @Override
      public String[] getOptionValues() {
        return null;
      }

      @Override
      public String[] getOptionLabels() {
        return null;
      }

      @Override
      public String validate(String value) {
        return "";
      }

      @Override
      public String[] getDefaultValue() {
        return defaults;
      }
    };
  }
}
