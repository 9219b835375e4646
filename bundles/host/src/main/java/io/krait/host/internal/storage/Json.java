package io.krait.host.internal.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects and lists as columns of JSON keep them. Safe for use from any thread. */
public final class Json {

  private static final String NO_VALUES = "{}";
  private static final String NO_ELEMENTS = "[]";

  private final ObjectMapper mapper = new ObjectMapper();
  private final ObjectReader objects = mapper.readerForMapOf(Object.class);
  private final ObjectReader textsByName = mapper.readerForMapOf(String.class);
  private final ObjectReader lists = mapper.readerForListOf(String.class);

  /** The text of a JSON value. */
  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("not a value of JSON: " + value, notJson);
    }
  }

  /**
   * The object that a text holds.
   *
   * @throws IllegalArgumentException where it holds none
   */
  public Map<String, Object> object(String text) {
    // As most columns are.
    return text.equals(NO_VALUES) ? new LinkedHashMap<>() : read(text, objects);
  }

  /** The object of texts that a text holds. */
  public Map<String, String> texts(String text) {
    return text.equals(NO_VALUES) ? new LinkedHashMap<>() : read(text, textsByName);
  }

  /** The list of texts that a text holds. */
  public List<String> list(String text) {
    return text.equals(NO_ELEMENTS) ? new ArrayList<>() : read(text, lists);
  }

  private static <T> T read(String text, ObjectReader reader) {
    try {
      T value = reader.readValue(text);
      if (value == null) {
        throw new IllegalArgumentException("not the JSON that is wanted here: null");
      }
      return value;
    } catch (JsonProcessingException otherJson) {
      throw new IllegalArgumentException(
          "not the JSON that is wanted here: " + otherJson.getOriginalMessage(), otherJson);
    }
  }
}
