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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Channels and their members as rows. */
final class ChannelRows {

  /** The channel that every member of a team is in, and cannot leave. */
  static final String DEFAULT_NAME = "town-square";

  static final String MEMBER = "channel_user";

  private record Usual(String name, String displayName) {}

  private static final List<Usual> USUAL =
      List.of(new Usual(DEFAULT_NAME, "Town Square"), new Usual("off-topic", "Off-Topic"));
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

  /** Makes the channels that every team has, and gives them back. */
  List<Channel> insertUsual(Sql sql, Surroundings surroundings, String teamId) {
    List<Channel> made = new ArrayList<>();
    for (Usual usual : USUAL) {
      Channel channel =
          Channel.builder()
              .id(surroundings.ids().next())
              .createAt(surroundings.now())
              .updateAt(surroundings.now())
              .teamId(teamId)
              .type(ChannelType.OPEN)
              .name(usual.name())
              .displayName(usual.displayName())
              .build();
      insert(sql, channel);
      made.add(existing(sql, channel.id()));
    }
    return made;
  }

  /** Makes a user a member of the channels that every team has, and gives back what is new. */
  List<ChannelMember> joinUsual(Sql sql, Surroundings surroundings, String teamId, String userId) {
    List<ChannelMember> joined = new ArrayList<>();
    for (Usual usual : USUAL) {
      Optional<Channel> channel =
          byName(sql, teamId, usual.name())
              .filter(found -> found.deleteAt() == 0)
              .filter(found -> member(sql, found.id(), userId).isEmpty());
      if (channel.isPresent()) {
        insertMember(sql, surroundings, channel.get().id(), userId);
        joined.add(member(sql, channel.get().id(), userId).orElseThrow());
      }
    }
    return joined;
  }

  /** Takes a user out of all channels of a team, and gives back the memberships that went. */
  List<ChannelMember> leaveAll(Sql sql, String teamId, String userId) {
    List<ChannelMember> left =
        members(
            sql,
            "m.user_id = ? and m.channel_id in (select id from channels where team_id = ?)"
                + " order by m.channel_id",
            userId,
            teamId);
    for (ChannelMember member : left) {
      deleteMember(sql, member.channelId(), userId);
    }
    return left;
  }

  void deleteMember(Sql sql, String channelId, String userId) {
    sql.change(
        "delete from channel_members where channel_id = ? and user_id = ?", channelId, userId);
    ThreadRows.leave(sql, channelId, userId);
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

  /** The membership of a user; fails with 404 where there is none. */
  ChannelMember existingMember(Sql sql, String channelId, String userId) {
    return member(sql, channelId, userId)
        .orElseThrow(
            () ->
                AppError.of(
                    "app.channel.get_member.missing.app_error",
                    "user %s is not a member of channel %s".formatted(userId, channelId),
                    404));
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
        .urgentMentionCount(row.getLong("urgent_mention_count"))
        .schemeUser(Roles.names(roles).contains(MEMBER))
        .schemeAdmin(Roles.names(roles).contains("channel_admin"))
        .schemeGuest(Roles.names(roles).contains("channel_guest"))
        .build();
  }
}
