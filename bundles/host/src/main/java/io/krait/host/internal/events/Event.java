package io.krait.host.internal.events;

import java.util.Map;

/**
 * Something that clients are told.
 *
 * @param name what clients know it by
 * @param data what it tells
 * @param personal what it tells single users besides, by their ids
 */
public record Event(
    String name,
    Map<String, Object> data,
    Broadcast broadcast,
    Map<String, Map<String, Object>> personal) {

  /** An event that tells everybody the same. */
  public static Event of(String name, Map<String, Object> data, Broadcast broadcast) {
    return new Event(name, data, broadcast, Map.of());
  }
}
