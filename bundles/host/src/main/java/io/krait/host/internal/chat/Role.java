package io.krait.host.internal.chat;

import java.util.List;

/**
 * What some users may do.
 *
 * @param name how users have it among their roles
 * @param permissions what it permits
 * @param schemeManaged whether it is given and taken by what a member is, rather than by its name
 * @param builtIn whether the host brings it
 */
public record Role(
    String id,
    String name,
    String displayName,
    String description,
    long createAt,
    long updateAt,
    long deleteAt,
    List<String> permissions,
    boolean schemeManaged,
    boolean builtIn) {

  /** The role with other permissions. */
  Role permitting(List<String> others, long now) {
    return new Role(
        id,
        name,
        displayName,
        description,
        createAt,
        now,
        deleteAt,
        List.copyOf(others),
        schemeManaged,
        builtIn);
  }
}
