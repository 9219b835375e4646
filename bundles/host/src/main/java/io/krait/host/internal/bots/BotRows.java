package io.krait.host.internal.bots;

import io.krait.api.Nullable;
import io.krait.api.model.Bot;
import io.krait.api.model.BotGetOptions;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bots as rows, each together with its user's. */
final class BotRows {

  private static final String SELECT =
      "select b.*, u.username, u.first_name, u.bot_description, u.delete_at from bots b join users"
          + " u on u.id = b.user_id";

  private BotRows() {}

  static void insert(Sql sql, Bot bot) {
    sql.insert(
        "bots",
        "user_id",
        bot.userId(),
        "owner_id",
        bot.ownerId(),
        "create_at",
        bot.createAt(),
        "update_at",
        bot.updateAt(),
        "last_icon_update",
        0L);
  }

  static Optional<Bot> byId(Sql sql, String userId) {
    return sql.first(SELECT + " where b.user_id = ?", BotRows::bot, userId);
  }

  static Optional<Bot> byName(Sql sql, String username) {
    return sql.first(SELECT + " where u.username = ?", BotRows::bot, username);
  }

  static List<Bot> list(Sql sql, BotGetOptions options, Page page) {
    StringBuilder query = new StringBuilder(SELECT + " where 1 = 1");
    List<@Nullable Object> parameters = new ArrayList<>();
    if (!options.ownerId().isEmpty()) {
      query.append(" and b.owner_id = ?");
      parameters.add(options.ownerId());
    }
    if (!options.includeDeleted()) {
      query.append(" and u.delete_at = 0");
    }
    if (options.onlyOrphaned()) {
      query.append(
          " and exists (select 1 from users o where o.id = b.owner_id and o.delete_at <> 0)");
    }
    parameters.add(page.limit());
    parameters.add(page.offset());
    return sql.list(
        query + " order by b.create_at, b.user_id limit ? offset ?",
        BotRows::bot,
        parameters.toArray());
  }

  static void touch(Sql sql, String userId, long now) {
    sql.change("update bots set update_at = ? where user_id = ?", now, userId);
  }

  private static Bot bot(ResultSet row) throws SQLException {
    return Bot.builder()
        .userId(row.getString("user_id"))
        .username(row.getString("username"))
        .displayName(row.getString("first_name"))
        .description(row.getString("bot_description"))
        .ownerId(row.getString("owner_id"))
        .createAt(row.getLong("create_at"))
        .updateAt(row.getLong("update_at"))
        .deleteAt(row.getLong("delete_at"))
        .lastIconUpdate(row.getLong("last_icon_update"))
        .build();
  }
}
