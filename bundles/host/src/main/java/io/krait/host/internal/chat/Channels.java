package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMember;
import io.krait.api.model.ChannelMemberIdentifier;
import io.krait.api.model.ChannelStats;
import io.krait.api.model.ChannelType;
import io.krait.api.model.User;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Channels, direct and group ones too, and who belongs to them. Safe for use from any thread. */
public final class Channels {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
  private static final int MOST_FOUND = 100;
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
  private final Teams teams;
  private final ChannelRows rows;

  /** The channels of these teams. */
  public Channels(Surroundings surroundings, Users users, Teams teams) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
    this.users = users;
    this.teams = teams;
    this.rows = new ChannelRows(surroundings.json());
  }

  /**
   * Creates an open or private channel; nobody is a member.
   *
   * @throws AppError with status 400, 404 or 409, as the contract has it
   */
  public Channel create(Channel wanted) {
    ChannelType type = wanted.type() == ChannelType.UNSPECIFIED ? ChannelType.OPEN : wanted.type();
    if (type != ChannelType.OPEN && type != ChannelType.PRIVATE) {
      throw AppError.of(
          "api.channel.create_channel.direct_channel.app_error",
          "direct and group channels are made from their users",
          400);
    }
    long now = surroundings.now();
    Channel channel =
        wanted.toBuilder()
            .id(surroundings.ids().next())
            .type(type)
            .createAt(now)
            .updateAt(now)
            .deleteAt(0)
            .build();
    check(channel);
    Channel stored =
        unlessTaken(
            channel.name(),
            sql -> {
              teams.existing(sql, channel.teamId());
              rows.insert(sql, channel);
              return existing(sql, channel.id());
            });
    surroundings.hooks().channelHasBeenCreated(stored);
    return stored;
  }

  /**
   * The channel with this id, archived or not.
   *
   * @throws AppError with status 404 where there is none
   */
  public Channel get(String id) {
    return database.inTransaction(sql -> existing(sql, id));
  }

  /** The channel of a team with this name; an empty team is that of direct and group channels. */
  public Channel byName(String teamId, String name, boolean includeArchived) {
    return database
        .inTransaction(sql -> rows.byName(sql, teamId, name))
        .filter(channel -> includeArchived || channel.deleteAt() == 0)
        .orElseThrow(
            () ->
                AppError.of(
                    "app.channel.get_by_name.missing.app_error",
                    "there is no channel named " + name,
                    404));
  }

  /** Archives a channel. */
  public void archive(String id) {
    database.inTransaction(
        sql -> {
          Channel channel = existing(sql, id);
          if (channel.deleteAt() != 0) {
            throw AppError.of(
                "api.channel.delete_channel.deleted.app_error",
                "the channel is archived already",
                400);
          }
          if (channel.name().equals(ChannelRows.DEFAULT_NAME)) {
            throw AppError.of(
                "api.channel.delete_channel.cannot.app_error",
                "the channel of every member of the team cannot be archived",
                400);
          }
          return sql.change(
              "update channels set delete_at = ?, update_at = ? where id = ?",
              surroundings.now(),
              surroundings.now(),
              id);
        });
  }

  /** One page of the open channels of a team. */
  public List<Channel> open(String teamId, Page page) {
    return database.inTransaction(
        sql ->
            rows.list(
                sql,
                "c.team_id = ? and c.kind = 'O' and c.delete_at = 0"
                    + " order by c.display_name, c.id limit ? offset ?",
                teamId,
                page.limit(),
                page.offset()));
  }

  /** The channels that a user is in: those of a team, or of all, and direct and group ones. */
  public List<Channel> ofUser(String teamId, String userId, boolean includeArchived) {
    return database.inTransaction(
        sql ->
            rows.list(
                sql,
                "exists (select 1 from channel_members m where m.channel_id = c.id and m.user_id ="
                    + " ?) and (? = '' or c.team_id = '' or c.team_id = ?)"
                    + (includeArchived ? "" : " and c.delete_at = 0")
                    + " order by c.display_name, c.id",
                userId,
                teamId,
                teamId));
  }

  /** Open channels of a team, words of which begin with a term. */
  public List<Channel> search(String teamId, String term) {
    String start = Patterns.startingWith(term.toLowerCase(Locale.ROOT));
    String word = "% " + start;
    return database.inTransaction(
        sql ->
            rows.list(
                sql,
                "c.team_id = ? and c.kind = 'O' and c.delete_at = 0"
                    + " and (c.name like ? escape '!' or lower(c.display_name) like ? escape '!'"
                    + " or lower(c.display_name) like ? escape '!' or lower(c.purpose) like ?"
                    + " escape '!' or lower(c.purpose) like ? escape '!')"
                    + " order by c.display_name, c.id limit ?",
                teamId,
                start,
                start,
                word,
                start,
                word,
                MOST_FOUND));
  }

  /** Counts the members, guests and pinned posts of a channel. */
  public ChannelStats stats(String id) {
    return database.inTransaction(
        sql -> {
          existing(sql, id);
          return ChannelStats.builder()
              .channelId(id)
              .memberCount(
                  sql.count(
                      "select count(*) from channel_members m join users u on u.id = m.user_id"
                          + " where m.channel_id = ? and u.delete_at = 0",
                      id))
              .guestCount(
                  sql.count(
                      "select count(*) from channel_members where channel_id = ? and roles like"
                          + " '%channel_guest%'",
                      id))
              .pinnedpostCount(
                  sql.count(
                      "select count(*) from posts where channel_id = ? and is_pinned and delete_at"
                          + " = 0 and original_id = ''",
                      id))
              .build();
        });
  }

  /** The channel of two users, made where it does not exist. */
  public Channel direct(String userId1, String userId2) {
    List<String> ids = List.copyOf(new TreeSet<>(List.of(userId1, userId2)));
    String name = ids.get(0) + "__" + ids.get(ids.size() - 1);
    return conversation(ChannelType.DIRECT, name, ids, 404);
  }

  /** The channel of three to eight users, made where it does not exist. */
  public Channel group(List<String> userIds) {
    Set<String> ids = new TreeSet<>(userIds);
    if (ids.size() < 3 || ids.size() > 8) {
      throw AppError.of(
          "api.channel.create_group.bad_size.app_error",
          "a group channel has three to eight different users",
          400);
    }
    return conversation(ChannelType.GROUP, sha1(String.join("", ids)), List.copyOf(ids), 400);
  }

  /** Replaces the values of a channel that can be edited. */
  public Channel update(Channel wanted) {
    return unlessTaken(
        wanted.name(),
        sql -> {
          Channel old = existing(sql, wanted.id());
          boolean conversation = isConversation(old);
          Channel channel =
              wanted.toBuilder()
                  .updateAt(surroundings.now())
                  .type(
                      conversation || wanted.type() == ChannelType.UNSPECIFIED
                          ? old.type()
                          : wanted.type())
                  .name(conversation ? old.name() : wanted.name())
                  .build();
          if (!conversation) {
            check(channel);
            if (isConversation(channel)) {
              throw invalid("type", "a team's channel is open or private");
            }
            if (old.name().equals(ChannelRows.DEFAULT_NAME)
                && (!channel.name().equals(old.name()) || channel.type() != old.type())) {
              throw invalid("name", "the channel of every member keeps its name and type");
            }
          }
          rows.update(sql, channel);
          return existing(sql, wanted.id());
        });
  }

  /**
   * Makes a user a member of a channel.
   *
   * @param actorId who does it; empty for the user
   */
  public ChannelMember addMember(String channelId, String userId, String actorId) {
    Optional<User> actor = actor(userId, actorId);
    record Outcome(ChannelMember member, boolean joined) {}
    Outcome outcome =
        database.inTransaction(
            sql -> {
              Channel channel = existing(sql, channelId);
              users.existing(sql, userId);
              Optional<ChannelMember> before = rows.member(sql, channelId, userId);
              if (before.isPresent() && !isConversation(channel)) {
                return new Outcome(before.get(), false);
              }
              if (isConversation(channel)) {
                throw AppError.of(
                    "api.channel.add_user_to_channel.type.app_error",
                    "direct and group channels keep their members",
                    400);
              }
              if (channel.groupConstrained().orElse(false)) {
                throw AppError.of(
                    "api.channel.add_members.group_constrained.app_error",
                    "only members of certain groups can join this channel",
                    400);
              }
              if (!teams.hasMember(sql, channel.teamId(), userId)) {
                throw AppError.of(
                    "api.channel.add_user.to.channel.failed.deleted.app_error",
                    "the user is not a member of the channel's team",
                    400);
              }
              rows.insertMember(sql, surroundings, channelId, userId);
              return new Outcome(rows.member(sql, channelId, userId).orElseThrow(), true);
            });
    if (outcome.joined()) {
      surroundings.hooks().userHasJoinedChannel(outcome.member(), actor.orElse(null));
    }
    return outcome.member();
  }

  /** Takes a user out of a channel. */
  public void removeMember(String channelId, String userId, String actorId) {
    Optional<User> actor = actor(userId, actorId);
    ChannelMember left =
        database.inTransaction(
            sql -> {
              Channel channel = existing(sql, channelId);
              ChannelMember member = existingMember(sql, channelId, userId);
              if (isConversation(channel) || channel.name().equals(ChannelRows.DEFAULT_NAME)) {
                throw AppError.of(
                    "api.channel.remove.default.app_error",
                    "members cannot leave this channel",
                    400);
              }
              sql.change(
                  "delete from channel_members where channel_id = ? and user_id = ?",
                  channelId,
                  userId);
              return member;
            });
    surroundings.hooks().userHasLeftChannel(left, actor.orElse(null));
  }

  /** The membership of a user. */
  public ChannelMember member(String channelId, String userId) {
    return database.inTransaction(sql -> existingMember(sql, channelId, userId));
  }

  /** One page of the memberships of a channel. */
  public List<ChannelMember> members(String channelId, Page page) {
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
  public List<ChannelMember> membersByIds(String channelId, List<String> userIds) {
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
  public List<ChannelMember> membersOfUser(String teamId, String userId, Page page) {
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
    return database.inTransaction(
        sql -> {
          existingMember(sql, channelId, userId);
          sql.change(
              "update channel_members set roles = ?, last_update_at = ? where channel_id = ? and"
                  + " user_id = ?",
              Roles.check(roles, "channel_"),
              surroundings.now(),
              channelId,
              userId);
          return existingMember(sql, channelId, userId);
        });
  }

  /** Changes those notification settings of a member that are given. */
  public ChannelMember setNotifications(
      String channelId, String userId, Map<String, String> changes) {
    return database.inTransaction(sql -> setNotifications(sql, channelId, userId, changes));
  }

  /** Changes those notification settings that are given, of all these members or of none. */
  public void setNotifications(List<ChannelMemberIdentifier> members, Map<String, String> changes) {
    database.inTransaction(
        sql ->
            IdLists.bounded("members", members).stream()
                .map(member -> setNotifications(sql, member.channelId(), member.userId(), changes))
                .toList());
  }

  private ChannelMember setNotifications(
      Sql sql, String channelId, String userId, Map<String, String> changes) {
    Map<String, String> all = new TreeMap<>(existingMember(sql, channelId, userId).notifyProps());
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
    return existingMember(sql, channelId, userId);
  }

  Channel existing(Sql sql, String id) {
    return rows.byId(sql, id)
        .orElseThrow(
            () ->
                AppError.of(
                    "app.channel.get.existing.app_error", "there is no channel " + id, 404));
  }

  Optional<ChannelMember> memberIfAny(Sql sql, String channelId, String userId) {
    return rows.member(sql, channelId, userId);
  }

  private ChannelMember existingMember(Sql sql, String channelId, String userId) {
    return rows.member(sql, channelId, userId)
        .orElseThrow(
            () ->
                AppError.of(
                    "app.channel.get_member.missing.app_error",
                    "user %s is not a member of channel %s".formatted(userId, channelId),
                    404));
  }

  private Channel conversation(ChannelType type, String name, List<String> userIds, int missing) {
    Optional<Channel> there = database.inTransaction(sql -> rows.byName(sql, "", name));
    if (there.isPresent()) {
      return there.get();
    }
    List<User> members = users.byIds(userIds);
    if (members.size() != userIds.size()) {
      throw AppError.of(
          "api.channel.create_conversation.user.app_error",
          "one of the users does not exist",
          missing);
    }
    String displayName =
        type == ChannelType.DIRECT
            ? ""
            : members.stream().map(User::username).collect(Collectors.joining(", "));
    long now = surroundings.now();
    Channel made =
        Channel.builder()
            .id(surroundings.ids().next())
            .createAt(now)
            .updateAt(now)
            .type(type)
            .name(name)
            .displayName(displayName.substring(0, Math.min(512, displayName.length())))
            .build();
    try {
      database.inTransaction(
          sql -> {
            rows.insert(sql, made);
            for (String userId : userIds) {
              rows.insertMember(sql, surroundings, made.id(), userId);
            }
            return made;
          });
    } catch (DuplicateException madeBesideUs) {
      return byName("", name, true);
    }
    Channel stored = get(made.id());
    surroundings.hooks().channelHasBeenCreated(stored);
    return stored;
  }

  private Channel unlessTaken(String name, Database.Work<Channel> work) {
    try {
      return database.inTransaction(work);
    } catch (DuplicateException taken) {
      throw AppError.of(
          "store.sql_channel.save_channel.exists.app_error",
          "the team has a channel named " + name,
          409);
    }
  }

  private Optional<User> actor(String userId, String actorId) {
    return actorId.isEmpty() || actorId.equals(userId) ? Optional.empty() : users.find(actorId);
  }

  private static boolean isConversation(Channel channel) {
    return channel.type() == ChannelType.DIRECT || channel.type() == ChannelType.GROUP;
  }

  private static void check(Channel channel) {
    if (!NAME.matcher(channel.name()).matches()) {
      throw invalid(
          "name",
          "a channel's name has 1 to 64 lower-case letters, digits, hyphens and underscores");
    }
    if (channel.displayName().isBlank() || channel.displayName().length() > 64) {
      throw invalid("display_name", "a channel's display name has 1 to 64 characters");
    }
    if (channel.header().length() > 1024) {
      throw invalid("header", "a channel's header has at most 1024 characters");
    }
    if (channel.purpose().length() > 250) {
      throw invalid("purpose", "a channel's purpose has at most 250 characters");
    }
    if (channel.creatorId().length() > 26) {
      throw invalid("creator_id", "the creator is named by id");
    }
  }

  private static AppError invalid(String field, String message) {
    return AppError.of("model.channel.is_valid." + field + ".app_error", message, 400);
  }

  /** As other servers of this API name group channels; nothing secret depends on it. */
  private static String sha1(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
