package io.krait.host.internal.webhooks;

import io.krait.api.model.ChannelType;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.storage.Json;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Outgoing webhooks as rows. */
final class OutgoingHookRows {

  private final Json json;

  OutgoingHookRows(Json json) {
    this.json = json;
  }

  void insert(Sql sql, OutgoingHook hook) {
    sql.insert(
        "outgoing_webhooks",
        "id",
        hook.id(),
        "token",
        hook.token(),
        "create_at",
        hook.createAt(),
        "update_at",
        hook.updateAt(),
        "creator_id",
        hook.creatorId(),
        "channel_id",
        hook.channelId(),
        "team_id",
        hook.teamId(),
        "trigger_words",
        json.write(hook.triggerWords()),
        "trigger_when",
        hook.triggerWhen(),
        "callback_urls",
        json.write(hook.callbackUrls()),
        "display_name",
        hook.displayName(),
        "description",
        hook.description(),
        "content_type",
        hook.contentType(),
        "username",
        hook.username(),
        "icon_url",
        hook.iconUrl());
  }

  void update(Sql sql, OutgoingHook hook) {
    sql.change(
        "update outgoing_webhooks set token = ?, update_at = ?, channel_id = ?, trigger_words = ?,"
            + " trigger_when = ?, callback_urls = ?, display_name = ?, description = ?,"
            + " content_type = ?, username = ?, icon_url = ? where id = ?",
        hook.token(),
        hook.updateAt(),
        hook.channelId(),
        json.write(hook.triggerWords()),
        hook.triggerWhen(),
        json.write(hook.callbackUrls()),
        hook.displayName(),
        hook.description(),
        hook.contentType(),
        hook.username(),
        hook.iconUrl(),
        hook.id());
  }

  Optional<OutgoingHook> byId(Sql sql, String id) {
    return sql.first("select * from outgoing_webhooks where id = ?", this::hook, id);
  }

  /** Of one team, one channel and one creator, or of all where these are empty. */
  List<OutgoingHook> list(Sql sql, String teamId, String channelId, String creatorId, Page page) {
    List<Object> parameters = new ArrayList<>();
    StringBuilder conditions = new StringBuilder("1 = 1");
    if (!teamId.isEmpty()) {
      conditions.append(" and team_id = ?");
      parameters.add(teamId);
    }
    if (!channelId.isEmpty()) {
      conditions.append(" and channel_id = ?");
      parameters.add(channelId);
    }
    if (!creatorId.isEmpty()) {
      conditions.append(" and creator_id = ?");
      parameters.add(creatorId);
    }
    parameters.add(page.limit());
    parameters.add(page.offset());
    return sql.list(
        "select * from outgoing_webhooks where "
            + conditions
            + " order by create_at, id limit ? offset ?",
        this::hook,
        parameters.toArray());
  }

  /**
   * The first hooks of its team that may be for posts to a channel, which has to be an open one.
   */
  List<OutgoingHook> forChannel(Sql sql, String channelId, int limit) {
    return sql.list(
        "select h.* from channels c join outgoing_webhooks h on h.team_id = c.team_id"
            + " and h.channel_id in (c.id, '') where c.id = ? and c.kind = ?"
            + " order by h.create_at, h.id limit ?",
        this::hook,
        channelId,
        ChannelType.OPEN.code(),
        limit);
  }

  static long countOfTeam(Sql sql, String teamId) {
    return sql.count("select count(*) from outgoing_webhooks where team_id = ?", teamId);
  }

  static boolean delete(Sql sql, String id) {
    return sql.change("delete from outgoing_webhooks where id = ?", id) == 1;
  }

  private OutgoingHook hook(ResultSet row) throws SQLException {
    return new OutgoingHook(
        row.getString("id"),
        row.getString("token"),
        row.getLong("create_at"),
        row.getLong("update_at"),
        0,
        row.getString("creator_id"),
        row.getString("channel_id"),
        row.getString("team_id"),
        json.list(row.getString("trigger_words")),
        row.getInt("trigger_when"),
        json.list(row.getString("callback_urls")),
        row.getString("display_name"),
        row.getString("description"),
        row.getString("content_type"),
        row.getString("username"),
        row.getString("icon_url"));
  }
}
