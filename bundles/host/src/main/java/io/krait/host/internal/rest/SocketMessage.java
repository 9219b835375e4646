package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import java.util.List;
import java.util.Map;

/**
 * What a client says on its connection.
 *
 * @param seq its number, by which it is answered
 * @param action what is wanted
 * @param data what for
 */
record SocketMessage(long seq, @Nullable String action, @Nullable Map<String, Object> data) {

  /** A text of the data; empty where there is none of this name. */
  String text(String name) {
    return data != null && data.get(name) instanceof String text ? text : "";
  }

  /** Whether the data say yes to this. */
  boolean flag(String name) {
    return data != null && Boolean.TRUE.equals(data.get(name));
  }

  /** The texts of a list of the data; empty where there is none of this name. */
  List<String> texts(String name) {
    return data != null && data.get(name) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
