package io.krait.host.internal.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.krait.api.AppError;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks a body over before anything is made of it. What is JSON by the letter but nothing that an
 * honest client sends, or that could not be kept and sent on as it is, is refused here for all
 * routes alike, by the name of the field. Safe for use from any thread.
 */
final class HostileJson {

  /** The body itself, and in it an object as deep as the API's objects of JSON are at most. */
  private static final int DEEPEST = 31;

  /** The largest properties of a post have fewer, unless they are made to have many. */
  private static final int MOST_VALUES = 100_000;

  /** Up to here a number is the same whoever reads it. */
  private static final long LARGEST_WHOLE = 1L << 53;

  private final JsonFactory factory = new JsonFactory();

  /**
   * Looks at a whole body.
   *
   * @throws AppError with status 400 where it is refused
   */
  void check(byte[] body) throws IOException {
    try (JsonParser json = factory.createParser(body)) {
      Deque<Set<String>> names = new ArrayDeque<>();
      int values = 0;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        JsonStreamContext place = json.getParsingContext();
        if (values > 0 && names.isEmpty()) {
          throw Answers.invalid("the body of the request", "goes on after its end");
        }
        switch (token) {
          case START_OBJECT, START_ARRAY -> {
            names.push(new HashSet<>());
            if (names.size() > DEEPEST) {
              throw refused(place.getParent(), "is nested more than %d deep".formatted(DEEPEST));
            }
          }
          case END_OBJECT, END_ARRAY -> names.pop();
          case FIELD_NAME -> {
            checkText(place, json.currentName());
            if (!names.element().add(json.currentName())) {
              throw refused(place, "is there twice");
            }
          }
          case VALUE_STRING -> checkText(place, json.getText());
          case VALUE_NUMBER_INT -> checkWhole(place, json);
          case VALUE_NUMBER_FLOAT -> {
            if (!Double.isFinite(json.getDoubleValue())) {
              throw refused(place, "is a number out of range");
            }
          }
          case VALUE_NULL -> {
            if (place.inArray() && names.size() <= 2) {
              throw refused(place, "is null");
            }
          }
          default -> {}
        }
        if (++values > MOST_VALUES) {
          throw Answers.invalid(
              "the body of the request", "has more than %d values".formatted(MOST_VALUES));
        }
      }
    } catch (JsonProcessingException noJson) {
      throw noJson(noJson);
    } catch (CharConversionException noText) {
      // Zeros are taken for UTF-16 or UTF-32, which the body then is not.
      throw Answers.invalid("the body of the request", "is no text in UTF-8");
    }
  }

  /**
   * Says where a text ceases to be JSON, in words of ours: those of the parser are for programmers.
   */
  static AppError noJson(JsonProcessingException failure) {
    return Answers.invalid(
        "the body of the request",
        failure.getLocation() == null
            ? "is not JSON"
            : "is not JSON: line %d, column %d"
                .formatted(failure.getLocation().getLineNr(), failure.getLocation().getColumnNr()));
  }

  private static void checkWhole(JsonStreamContext place, JsonParser json) throws IOException {
    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        || Math.abs(json.getLongValue()) > LARGEST_WHOLE) {
      throw refused(
          place,
          "is a number that not everybody reads alike; whole ones go to 2^53, as text to more");
    }
  }

  private static void checkText(JsonStreamContext place, String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == 0) {
        throw refused(place, "has the character U+0000");
      }
      if (Character.isHighSurrogate(unit)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(unit)) {
        throw refused(place, "has half a character: a surrogate without the other one");
      }
    }
  }

  private static AppError refused(JsonStreamContext place, String why) {
    return Answers.invalid(FieldName.at(place).toString(), why);
  }
}
