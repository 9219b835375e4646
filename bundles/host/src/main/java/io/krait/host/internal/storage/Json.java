package io.krait.host.internal.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** Objects and lists as columns of JSON keep them. Safe for use from any thread. */
public final class Json {

  private final ObjectMapper mapper = new ObjectMapper();

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
    return read(text, new TypeReference<Map<String, Object>>() {});
  }

  /** The object of texts that a text holds. */
  public Map<String, String> texts(String text) {
    return read(text, new TypeReference<Map<String, String>>() {});
  }

  /** The list of texts that a text holds. */
  public List<String> list(String text) {
    return read(text, new TypeReference<List<String>>() {});
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      T value = mapper.readValue(text, type);
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
