package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMember;
import io.krait.api.model.ChannelType;
import io.krait.host.internal.storage.Json;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Channels and their members as rows. */
final class ChannelRows {

  /** The channel that every member of a team is in, and cannot leave. */
  static final String DEFAULT_NAME = "town-square";

  static final String MEMBER = "channel_user";

  private static final Map<String, String> USUAL =
      Map.of(DEFAULT_NAME, "Town Square", "off-topic", "Off-Topic");
  private static final Map<String, String> USUAL_NOTIFICATIONS =
      Map.of(
          "desktop",
          "default",
          "push",
          "default",
          "email",
          "default",
          "mark_unread",
          "all",
          "ignore_channel_mentions",
          "default");

  private final Json json;

  ChannelRows(Json json) {
    this.json = json;
  }

  void insertUsual(Sql sql, Surroundings surroundings, String teamId) {
    USUAL.forEach(
        (name, displayName) ->
            insert(
                sql,
                Channel.builder()
                    .id(surroundings.ids().next())
                    .createAt(surroundings.now())
                    .updateAt(surroundings.now())
                    .teamId(teamId)
                    .type(ChannelType.OPEN)
                    .name(name)
                    .displayName(displayName)
                    .build()));
  }

  void joinUsual(Sql sql, Surroundings surroundings, String teamId, String userId) {
    for (String name : USUAL.keySet()) {
      byName(sql, teamId, name)
          .filter(channel -> channel.deleteAt() == 0)
          .filter(channel -> member(sql, channel.id(), userId).isEmpty())
          .ifPresent(channel -> insertMember(sql, surroundings, channel.id(), userId));
    }
  }

  void insert(Sql sql, Channel channel) {
    sql.insert(
        "channels",
        "id",
        channel.id(),
        "create_at",
        channel.createAt(),
        "update_at",
        channel.updateAt(),
        "delete_at",
        0L,
        "team_id",
        channel.teamId(),
        "kind",
        channel.type().code(),
        "display_name",
        channel.displayName(),
        "name",
        channel.name(),
        "header",
        channel.header(),
        "purpose",
        channel.purpose(),
        "last_post_at",
        0L,
        "total_msg_count",
        0L,
        "last_root_post_at",
        0L,
        "total_msg_count_root",
        0L,
        "creator_id",
        channel.creatorId(),
        "props",
        json.write(channel.props()),
        "group_constrained",
        channel.groupConstrained().orElse(null));
  }

  void update(Sql sql, Channel channel) {
    sql.change(
        "update channels set update_at = ?, kind = ?, display_name = ?, name = ?, header = ?,"
            + " purpose = ?, props = ?, group_constrained = ? where id = ?",
        channel.updateAt(),
        channel.type().code(),
        channel.displayName(),
        channel.name(),
        channel.header(),
        channel.purpose(),
        json.write(channel.props()),
        channel.groupConstrained().orElse(null),
        channel.id());
  }

  Optional<Channel> byId(Sql sql, String id) {
    return sql.first("select * from channels where id = ?", this::channel, id);
  }

  /** The channel with this id; fails with 404 where there is none. */
  Channel existing(Sql sql, String id) {
    return byId(sql, id)
        .orElseThrow(
            () ->
                AppError.of(
                    "app.channel.get.existing.app_error", "there is no channel " + id, 404));
  }

  Optional<Channel> byName(Sql sql, String teamId, String name) {
    return sql.first(
        "select * from channels where team_id = ? and name = ?", this::channel, teamId, name);
  }

  List<Channel> list(Sql sql, String conditionAndOrder, @Nullable Object... parameters) {
    return sql.list(
        "select c.* from channels c where " + conditionAndOrder, this::channel, parameters);
  }

  void insertMember(Sql sql, Surroundings surroundings, String channelId, String userId) {
    sql.insert(
        "channel_members",
        "channel_id",
        channelId,
        "user_id",
        userId,
        "roles",
        Roles.ofNewMember(sql, userId, "channel"),
        "last_viewed_at",
        0L,
        "msg_count",
        0L,
        "msg_count_root",
        0L,
        "mention_count",
        0L,
        "mention_count_root",
        0L,
        "notify_props",
        json.write(USUAL_NOTIFICATIONS),
        "last_update_at",
        surroundings.now());
  }

  Optional<ChannelMember> member(Sql sql, String channelId, String userId) {
    return sql.first(
        "select * from channel_members where channel_id = ? and user_id = ?",
        this::member,
        channelId,
        userId);
  }

  List<ChannelMember> members(Sql sql, String conditionAndOrder, @Nullable Object... parameters) {
    return sql.list(
        "select m.* from channel_members m where " + conditionAndOrder, this::member, parameters);
  }

  static @Nullable Boolean optional(ResultSet row, String column) throws SQLException {
    boolean value = row.getBoolean(column);
    return row.wasNull() ? null : value;
  }

  private Channel channel(ResultSet row) throws SQLException {
    return Channel.builder()
        .id(row.getString("id"))
        .createAt(row.getLong("create_at"))
        .updateAt(row.getLong("update_at"))
        .deleteAt(row.getLong("delete_at"))
        .teamId(row.getString("team_id"))
        .type(type(row.getString("kind")))
        .displayName(row.getString("display_name"))
        .name(row.getString("name"))
        .header(row.getString("header"))
        .purpose(row.getString("purpose"))
        .lastPostAt(row.getLong("last_post_at"))
        .totalMsgCount(row.getLong("total_msg_count"))
        .lastRootPostAt(row.getLong("last_root_post_at"))
        .totalMsgCountRoot(row.getLong("total_msg_count_root"))
        .creatorId(row.getString("creator_id"))
        .props(json.object(row.getString("props")))
        .groupConstrained(optional(row, "group_constrained"))
        .build();
  }

  private static ChannelType type(String code) {
    return switch (code) {
      case "P" -> ChannelType.PRIVATE;
      case "D" -> ChannelType.DIRECT;
      case "G" -> ChannelType.GROUP;
      default -> ChannelType.OPEN;
    };
  }

  private ChannelMember member(ResultSet row) throws SQLException {
    String roles = row.getString("roles");
    return ChannelMember.builder()
        .channelId(row.getString("channel_id"))
        .userId(row.getString("user_id"))
        .roles(roles)
        .lastViewedAt(row.getLong("last_viewed_at"))
        .msgCount(row.getLong("msg_count"))
        .msgCountRoot(row.getLong("msg_count_root"))
        .mentionCount(row.getLong("mention_count"))
        .mentionCountRoot(row.getLong("mention_count_root"))
        .notifyProps(json.texts(row.getString("notify_props")))
        .lastUpdateAt(row.getLong("last_update_at"))
        .schemeUser(Roles.names(roles).contains(MEMBER))
        .schemeAdmin(Roles.names(roles).contains("channel_admin"))
        .schemeGuest(Roles.names(roles).contains("channel_guest"))
        .build();
  }
}
