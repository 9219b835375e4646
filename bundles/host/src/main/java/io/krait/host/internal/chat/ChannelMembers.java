package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMember;
import io.krait.api.model.ChannelMemberIdentifier;
import io.krait.api.model.User;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Who belongs to which channel. Safe for use from any thread. */
public final class ChannelMembers {

  private static final Map<String, Set<String>> NOTIFICATIONS =
      Map.of(
          "desktop", Set.of("default", "all", "mention", "none"),
          "push", Set.of("default", "all", "mention", "none"),
          "email", Set.of("default", "true", "false"),
          "mark_unread", Set.of("all", "mention"),
          "ignore_channel_mentions", Set.of("default", "on", "off"),
          "channel_auto_follow_threads", Set.of("on", "off"));

  private final Surroundings surroundings;
  private final Database database;
  private final Users users;
  private final TeamMembers teamMembers;
  private final SystemPosts announcements;
  private final ChannelRows rows;

  /**
   * The members of channels, of teams that have these members. What happens to them is said by
   * means of these posts.
   */
  public ChannelMembers(
      Surroundings surroundings, Users users, TeamMembers teamMembers, Posts posts) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
    this.users = users;
    this.teamMembers = teamMembers;
    this.announcements = new SystemPosts(posts);
    this.rows = new ChannelRows(surroundings.json());
  }

  /**
   * Makes a user a member of a channel.
   *
   * @param actorId who does it; empty for the user
   */
  public ChannelMember add(String channelId, String userId, String actorId) {
    Optional<User> actor = actor(userId, actorId);
    record Outcome(User user, ChannelMember member, boolean joined) {}
    Outcome outcome =
        database.untilNobodyInterferes(
            sql -> {
              Channel channel = rows.existing(sql, channelId);
              User user = users.existing(sql, userId);
              Optional<ChannelMember> before = rows.member(sql, channelId, userId);
              if (before.isPresent() && !Channels.isConversation(channel)) {
                return new Outcome(user, before.get(), false);
              }
              if (Channels.isConversation(channel)) {
                throw AppError.of(
                    "api.channel.add_user_to_channel.type.app_error",
                    "direct and group channels keep their members",
                    400);
              }
              if (channel.groupConstrained().orElse(false)
                  && !GroupTies.admit(sql, channelId, userId)) {
                throw AppError.of(
                    "api.channel.add_members.group_constrained.app_error",
                    "only members of certain groups can join this channel",
                    400);
              }
              if (!teamMembers.hasMember(sql, channel.teamId(), userId)) {
                throw AppError.of(
                    "api.channel.add_user.to.channel.failed.deleted.app_error",
                    "the user is not a member of the channel's team",
                    400);
              }
              rows.insertMember(sql, surroundings, channelId, userId);
              return new Outcome(user, rows.member(sql, channelId, userId).orElseThrow(), true);
            });
    if (outcome.joined()) {
      surroundings.hooks().userHasJoinedChannel(outcome.member(), actor.orElse(null));
      announcements.joinedChannel(channelId, outcome.user(), actor.orElse(null));
    }
    return outcome.member();
  }

  /** Takes a user out of a channel. */
  public void remove(String channelId, String userId, String actorId) {
    Optional<User> actor = actor(userId, actorId);
    ChannelMember left =
        database.inTransaction(
            sql -> {
              Channel channel = rows.existing(sql, channelId);
              ChannelMember member = locked(sql, channelId, userId);
              if (Channels.isConversation(channel)
                  || channel.name().equals(ChannelRows.DEFAULT_NAME)) {
                throw AppError.of(
                    "api.channel.remove.default.app_error",
                    "members cannot leave this channel",
                    400);
              }
              rows.deleteMember(sql, channelId, userId);
              GroupTies.left(sql, channelId, userId);
              return member;
            });
    surroundings.hooks().userHasLeftChannel(left, actor.orElse(null));
    users
        .find(userId)
        .ifPresent(user -> announcements.leftChannel(channelId, user, actor.orElse(null)));
  }

  /** The membership of a user. */
  public ChannelMember get(String channelId, String userId) {
    return database.inTransaction(sql -> existing(sql, channelId, userId));
  }

  /** One page of the memberships of a channel. */
  public List<ChannelMember> list(String channelId, Page page) {
    return database.inTransaction(
        sql ->
            rows.members(
                sql,
                "m.channel_id = ? order by m.user_id limit ? offset ?",
                channelId,
                page.limit(),
                page.offset()));
  }

  /** The memberships of those of these users who are members. */
  public List<ChannelMember> byIds(String channelId, List<String> userIds) {
    List<Object> parameters = new ArrayList<>(List.of(channelId));
    parameters.addAll(IdLists.bounded("user_ids", userIds));
    return userIds.isEmpty()
        ? List.of()
        : database.inTransaction(
            sql ->
                rows.members(
                    sql,
                    "m.channel_id = ? and m.user_id in " + Sql.marks(userIds.size()),
                    parameters.toArray()));
  }

  /** One page of the memberships of a user in a team's channels and in direct and group ones. */
  public List<ChannelMember> ofUser(String teamId, String userId, Page page) {
    return database.inTransaction(
        sql ->
            rows.members(
                sql,
                "m.user_id = ? and (? = '' or exists (select 1 from channels c where c.id ="
                    + " m.channel_id and c.team_id in ('', ?))) order by m.channel_id limit ?"
                    + " offset ?",
                userId,
                teamId,
                teamId,
                page.limit(),
                page.offset()));
  }

  /** Replaces the roles of a member. */
  public ChannelMember setRoles(String channelId, String userId, String roles) {
    return changeRoles(channelId, userId, before -> roles);
  }

  /** Replaces the roles of a member by what is made of them; nobody changes them meanwhile. */
  public ChannelMember changeRoles(String channelId, String userId, UnaryOperator<String> change) {
    return told(
        database.inTransaction(
            sql -> {
              ChannelMember before = locked(sql, channelId, userId);
              sql.change(
                  "update channel_members set roles = ?, last_update_at = ? where channel_id = ? and"
                      + " user_id = ?",
                  Roles.check(sql, before.roles(), change.apply(before.roles()), "channel"),
                  surroundings.now(),
                  channelId,
                  userId);
              return existing(sql, channelId, userId);
            }));
  }

  private ChannelMember told(ChannelMember changed) {
    surroundings.hooks().channelMemberHasBeenUpdated(changed);
    return changed;
  }

  /** Changes those notification settings of a member that are given. */
  public ChannelMember setNotifications(
      String channelId, String userId, Map<String, String> changes) {
    return told(database.inTransaction(sql -> setNotifications(sql, channelId, userId, changes)));
  }

  /** Changes those notification settings that are given, of all these members or of none. */
  public void setNotifications(List<ChannelMemberIdentifier> members, Map<String, String> changes) {
    database
        .inTransaction(
            sql ->
                IdLists.bounded("members", members).stream()
                    // In one order, so that two who change the same ones do not wait for each
                    // other.
                    .sorted(
                        Comparator.comparing(ChannelMemberIdentifier::channelId)
                            .thenComparing(ChannelMemberIdentifier::userId))
                    .map(
                        member ->
                            setNotifications(sql, member.channelId(), member.userId(), changes))
                    .toList())
        .forEach(this::told);
  }

  private ChannelMember setNotifications(
      Sql sql, String channelId, String userId, Map<String, String> changes) {
    Map<String, String> all = new TreeMap<>(locked(sql, channelId, userId).notifyProps());
    changes.forEach(
        (key, value) -> {
          if (NOTIFICATIONS.containsKey(key) && !NOTIFICATIONS.get(key).contains(value)) {
            throw AppError.of(
                "model.channel_member.is_valid." + key + ".app_error",
                "%s cannot be %s".formatted(key, value),
                400);
          }
        });
    all.putAll(changes);
    sql.change(
        "update channel_members set notify_props = ?, last_update_at = ? where channel_id = ?"
            + " and user_id = ?",
        surroundings.json().write(all),
        surroundings.now(),
        channelId,
        userId);
    return existing(sql, channelId, userId);
  }

  Optional<ChannelMember> find(Sql sql, String channelId, String userId) {
    return rows.member(sql, channelId, userId);
  }

  private ChannelMember locked(Sql sql, String channelId, String userId) {
    sql.lock("channel_members", "channel_id = ? and user_id = ?", channelId, userId);
    return existing(sql, channelId, userId);
  }

  private ChannelMember existing(Sql sql, String channelId, String userId) {
    return rows.existingMember(sql, channelId, userId);
  }

  private Optional<User> actor(String userId, String actorId) {
    return actorId.isEmpty() || actorId.equals(userId) ? Optional.empty() : users.find(actorId);
  }
}
