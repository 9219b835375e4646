package io.krait.host.internal.properties;

import io.krait.host.internal.chat.Surroundings;

/** What plugins know of users, posts and other things: groups of fields, and their values. */
public record Properties(PropertyGroups groups, PropertyFields fields, PropertyValues values) {

  /** The properties in the database of these surroundings. */
  public static Properties in(Surroundings surroundings) {
    PropertyFields fields = new PropertyFields(surroundings);
    return new Properties(
        new PropertyGroups(surroundings), fields, new PropertyValues(surroundings, fields));
  }
}
