package io.krait.host.internal.events;

import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.storage.Database;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What events need of the database: who is a member, and how things are called. */
final class EventRows {

  /** A channel as events speak of it. */
  record Place(String teamId, String kind, String name, String displayName) {}

  private final Database database;

  /** {@link HostHooks} are called when a transaction is over, so each query has its own. */
  EventRows(Database database) {
    this.database = database;
  }

  Set<String> membersOfChannel(String channelId) {
    return ids("select user_id from channel_members where channel_id = ?", channelId);
  }

  Set<String> membersOfTeam(String teamId) {
    return ids("select user_id from team_members where team_id = ? and delete_at = 0", teamId);
  }

  /** The others of the direct and group channels of a user. */
  Set<String> partners(String userId) {
    return ids(
        "select o.user_id from channel_members m join channels c on c.id = m.channel_id and c.kind"
            + " in ('D', 'G') join channel_members o on o.channel_id = m.channel_id and o.user_id"
            + " <> m.user_id where m.user_id = ?",
        userId);
  }

  /** Those of these users who may manage the server. */
  Set<String> administrators(Collection<String> userIds) {
    Set<String> found = new HashSet<>();
    for (String id : userIds) {
      found.addAll(ids("select id from users where id = ? and roles like '%system_admin%'", id));
    }
    return found;
  }

  Optional<Place> place(String channelId) {
    return database.inTransaction(
        sql ->
            sql.first(
                "select team_id, kind, name, display_name from channels where id = ?",
                row ->
                    new Place(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                channelId));
  }

  Optional<String> username(String userId) {
    return database.inTransaction(
        sql ->
            sql.first("select username from users where id = ?", row -> row.getString(1), userId));
  }

  /** Those of these names that are users', by their ids. */
  List<String> named(Collection<String> usernames) {
    return database.inTransaction(
        sql ->
            usernames.stream()
                .flatMap(
                    name ->
                        sql
                            .first(
                                "select id from users where username = ?",
                                row -> row.getString(1),
                                name)
                            .stream())
                .toList());
  }

  private Set<String> ids(String query, String parameter) {
    return database.inTransaction(
        sql -> new HashSet<>(sql.list(query, row -> row.getString(1), parameter)));
  }
}
