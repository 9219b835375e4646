package io.krait.host.internal.webhooks;

import io.krait.host.internal.chat.Page;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Incoming webhooks as rows. */
final class IncomingHookRows {

  private IncomingHookRows() {}

  static void insert(Sql sql, IncomingHook hook) {
    sql.insert(
        "incoming_webhooks",
        "id",
        hook.id(),
        "create_at",
        hook.createAt(),
        "update_at",
        hook.updateAt(),
        "user_id",
        hook.userId(),
        "channel_id",
        hook.channelId(),
        "team_id",
        hook.teamId(),
        "display_name",
        hook.displayName(),
        "description",
        hook.description(),
        "username",
        hook.username(),
        "icon_url",
        hook.iconUrl(),
        "channel_locked",
        hook.channelLocked());
  }

  static void update(Sql sql, IncomingHook hook) {
    sql.change(
        "update incoming_webhooks set update_at = ?, channel_id = ?, team_id = ?, display_name = ?,"
            + " description = ?, username = ?, icon_url = ?, channel_locked = ? where id = ?",
        hook.updateAt(),
        hook.channelId(),
        hook.teamId(),
        hook.displayName(),
        hook.description(),
        hook.username(),
        hook.iconUrl(),
        hook.channelLocked(),
        hook.id());
  }

  static Optional<IncomingHook> byId(Sql sql, String id) {
    return sql.first("select * from incoming_webhooks where id = ?", IncomingHookRows::hook, id);
  }

  /** Of one team and one user, or of all where these are empty. */
  static List<IncomingHook> list(Sql sql, String teamId, String userId, Page page) {
    List<Object> parameters = new ArrayList<>();
    String conditions = conditions(teamId, userId, parameters);
    parameters.add(page.limit());
    parameters.add(page.offset());
    return sql.list(
        "select * from incoming_webhooks where "
            + conditions
            + " order by create_at, id limit ? offset ?",
        IncomingHookRows::hook,
        parameters.toArray());
  }

  static long count(Sql sql, String teamId, String userId) {
    List<Object> parameters = new ArrayList<>();
    return sql.count(
        "select count(*) from incoming_webhooks where " + conditions(teamId, userId, parameters),
        parameters.toArray());
  }

  private static String conditions(String teamId, String userId, List<Object> parameters) {
    StringBuilder conditions = new StringBuilder("1 = 1");
    if (!teamId.isEmpty()) {
      conditions.append(" and team_id = ?");
      parameters.add(teamId);
    }
    if (!userId.isEmpty()) {
      conditions.append(" and user_id = ?");
      parameters.add(userId);
    }
    return conditions.toString();
  }

  static boolean delete(Sql sql, String id) {
    return sql.change("delete from incoming_webhooks where id = ?", id) == 1;
  }

  private static IncomingHook hook(ResultSet row) throws SQLException {
    return new IncomingHook(
        row.getString("id"),
        row.getLong("create_at"),
        row.getLong("update_at"),
        0,
        row.getString("user_id"),
        row.getString("channel_id"),
        row.getString("team_id"),
        row.getString("display_name"),
        row.getString("description"),
        row.getString("username"),
        row.getString("icon_url"),
        row.getBoolean("channel_locked"));
  }
}
