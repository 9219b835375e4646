package io.krait.host.internal.chat;

import io.krait.api.AppError;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The roles that the host knows, and what they permit. */
public final class Roles {

  static final String SYSTEM_USER = "system_user";
  static final String SYSTEM_ADMIN = "system_admin";

  private static final Set<String> OF_CHANNEL_USERS =
      Set.of(
          "read_channel",
          "read_channel_content",
          "create_post",
          "edit_post",
          "delete_post",
          "add_reaction",
          "remove_reaction",
          "upload_file",
          "get_public_link",
          "use_channel_mentions",
          "use_group_mentions",
          "manage_public_channel_properties",
          "manage_private_channel_properties",
          "manage_public_channel_members",
          "manage_private_channel_members",
          "delete_public_channel",
          "delete_private_channel");
  private static final Set<String> OF_TEAM_USERS =
      Set.of(
          "view_team",
          "list_team_channels",
          "join_public_channels",
          "read_public_channel",
          "create_public_channel",
          "create_private_channel",
          "invite_user",
          "add_user_to_team");
  private static final Set<String> OF_TEAM_ADMINS =
      Set.of(
          "manage_team",
          "manage_team_roles",
          "manage_channel_roles",
          "remove_user_from_team",
          "import_team",
          "manage_slash_commands",
          "manage_others_slash_commands",
          "manage_incoming_webhooks",
          "manage_outgoing_webhooks",
          "edit_others_posts",
          "delete_others_posts",
          "convert_public_channel_to_private");
  private static final Set<String> OF_USERS =
      Set.of(
          "create_direct_channel",
          "create_group_channel",
          "create_team",
          "join_public_teams",
          "list_public_teams",
          "view_members");
  private static final Set<String> OF_ADMINS =
      Set.of(
          "manage_system",
          "manage_roles",
          "manage_bots",
          "create_bot",
          "read_bots",
          "manage_others_bots",
          "read_others_bots",
          "list_private_teams",
          "join_private_teams",
          "edit_other_users",
          "list_users_without_team",
          "create_user_access_token",
          "read_user_access_token",
          "revoke_user_access_token",
          "create_emojis",
          "delete_emojis",
          "create_post_public",
          "create_post_ephemeral",
          "manage_oauth",
          "read_other_users_teams",
          "sysconsole_read_plugins",
          "sysconsole_write_plugins");

  private static final Map<String, Set<String>> PERMISSIONS =
      Map.ofEntries(
          Map.entry(SYSTEM_USER, OF_USERS),
          Map.entry(
              SYSTEM_ADMIN,
              union(OF_USERS, OF_ADMINS, OF_TEAM_USERS, OF_TEAM_ADMINS, OF_CHANNEL_USERS)),
          Map.entry("system_guest", Set.of("create_direct_channel", "create_group_channel")),
          Map.entry("system_post_all", Set.of("create_post", "create_post_public")),
          Map.entry("system_post_all_public", Set.of("create_post_public")),
          Map.entry("system_user_access_token", Set.of("create_user_access_token")),
          Map.entry("team_user", OF_TEAM_USERS),
          Map.entry("team_admin", union(OF_TEAM_USERS, OF_TEAM_ADMINS, OF_CHANNEL_USERS)),
          Map.entry("team_guest", Set.of("view_team")),
          Map.entry("channel_user", OF_CHANNEL_USERS),
          Map.entry("channel_admin", union(OF_CHANNEL_USERS, Set.of("manage_channel_roles"))),
          Map.entry(
              "channel_guest",
              Set.of("read_channel", "read_channel_content", "create_post", "add_reaction")));

  private Roles() {}

  /**
   * The names in a text, separated by single spaces.
   *
   * @throws AppError with status 400 where a role does not exist
   */
  static String check(String roles) {
    Set<String> names = names(roles);
    for (String name : names) {
      if (!PERMISSIONS.containsKey(name)) {
        throw AppError.of("api.roles.unknown_role.app_error", "there is no role " + name, 400);
      }
    }
    return String.join(" ", names);
  }

  /** As {@link #check}, but every name must begin with {@code prefix}. */
  static String check(String roles, String prefix) {
    for (String name : names(roles)) {
      if (!name.startsWith(prefix)) {
        throw AppError.of(
            "api.roles.unknown_role.app_error", "the role " + name + " does not fit here", 400);
      }
    }
    return check(roles);
  }

  /** Whether one of the roles grants a permission. */
  public static boolean grant(Collection<String> roles, String permission) {
    return roles.stream()
        .anyMatch(role -> PERMISSIONS.getOrDefault(role, Set.of()).contains(permission));
  }

  static Set<String> names(String roles) {
    Set<String> names = new java.util.LinkedHashSet<>(Arrays.asList(roles.trim().split("\\s+")));
    names.remove("");
    return names;
  }

  @SafeVarargs
  private static Set<String> union(Set<String>... parts) {
    Set<String> all = new java.util.HashSet<>();
    for (Set<String> part : parts) {
      all.addAll(part);
    }
    return Set.copyOf(all);
  }
}
