package io.krait.host.internal.chat;

import java.util.List;

/**
 * Channels of a user are arranged in another way.
 *
 * @param kind what has happened
 * @param ids of which categories: all in their order where that has changed
 */
public record SidebarChange(String userId, String teamId, Kind kind, List<String> ids) {

  /** What can happen to categories. */
  public enum Kind {
    CREATED,
    UPDATED,
    DELETED,
    ORDERED
  }

  /** Nobody changes which categories it were. */
  public SidebarChange {
    ids = List.copyOf(ids);
  }
}
