package io.krait.host.internal.chat;

import io.krait.api.Nullable;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.Sql;
import java.util.HashSet;
import java.util.Set;

/** Who may do what. Whatever is not known is not permitted. Safe for use from any thread. */
public final class Permissions {

  private static final String ON_SERVER = "select roles from users where id = ?";

  private static final String IN_TEAM =
      "select u.roles, m.roles from teams t left join users u on u.id = ?"
          + " left join team_members m on m.team_id = t.id and m.user_id = ? and m.delete_at = 0"
          + " where t.id = ?";

  private static final String IN_CHANNEL =
      "select u.roles, t.roles, m.roles from channels c left join users u on u.id = ?"
          + " left join team_members t"
          + " on t.team_id = c.team_id and t.user_id = ? and t.delete_at = 0"
          + " left join channel_members m on m.channel_id = c.id and m.user_id = ?"
          + " where c.id = ?";

  private final Database database;

  /** What the roles of the users in this database permit. */
  public Permissions(Database database) {
    this.database = database;
  }

  /** Whether a role for the whole server permits it. */
  public boolean onServer(String userId, String permission) {
    return granted(permission, ON_SERVER, row -> held(row.getString(1)), userId);
  }

  /** Whether a role in the team or for the whole server permits it. */
  public boolean inTeam(String userId, String teamId, String permission) {
    return granted(
        permission,
        IN_TEAM,
        row -> {
          Set<String> roles = held(row.getString(1));
          roles.addAll(ofMember(row.getString(2), "team"));
          return roles;
        },
        userId,
        userId,
        teamId);
  }

  /** Whether a role in the channel, in its team or for the whole server permits it. */
  public boolean inChannel(String userId, String channelId, String permission) {
    return granted(
        permission,
        IN_CHANNEL,
        row -> {
          Set<String> roles = held(row.getString(1));
          roles.addAll(ofMember(row.getString(2), "team"));
          roles.addAll(ofMember(row.getString(3), "channel"));
          return roles;
        },
        userId,
        userId,
        userId,
        channelId);
  }

  /** Where there is no such place, the query finds nothing. */
  private boolean granted(
      String permission, String query, Sql.Row<Set<String>> roles, String... parameters) {
    return database.inTransaction(
        sql ->
            sql.first(query, roles, (Object[]) parameters)
                .filter(held -> Roles.grant(sql, held, permission))
                .isPresent());
  }

  /** Whoever administers is a member as well, whether or not the roles say so. */
  private static Set<String> ofMember(@Nullable String roles, String kind) {
    Set<String> names = held(roles);
    if (names.contains(kind + "_admin")) {
      names.add(kind + "_user");
    }
    return names;
  }

  /** Nobody, and who is no member, has none. */
  private static Set<String> held(@Nullable String roles) {
    return roles == null ? new HashSet<>() : Roles.names(roles);
  }
}
