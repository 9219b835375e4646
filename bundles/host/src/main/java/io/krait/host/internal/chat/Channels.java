package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelStats;
import io.krait.api.model.ChannelType;
import io.krait.api.model.User;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Channels. Safe for use from any thread. */
public final class Channels {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
  private static final int MOST_FOUND = 100;

  private final Surroundings surroundings;
  private final Database database;
  private final Teams teams;
  private final Users users;
  private final SystemPosts announcements;
  private final ChannelRows rows;

  /** The channels of these teams. What users do to them is said by means of these posts. */
  public Channels(Surroundings surroundings, Users users, Teams teams, Posts posts) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
    this.teams = teams;
    this.users = users;
    this.announcements = new SystemPosts(posts);
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

  /** Archives a channel; nothing is said of it there. */
  public void archive(String id) {
    archive(id, "");
  }

  /**
   * Archives a channel.
   *
   * @param actorId who does it; empty for nobody in particular
   */
  public void archive(String id, String actorId) {
    var unused =
        database.inTransaction(
            sql -> {
              Channel channel = locked(sql, id);
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
    surroundings.hooks().channelHasBeenArchived(get(id));
    actor(actorId).ifPresent(actor -> announcements.archived(id, actor));
  }

  /**
   * Brings an archived channel back.
   *
   * @param actorId who does it; empty for nobody in particular
   * @throws AppError with status 400 where it is not archived, 404 where there is none
   */
  public Channel restore(String id, String actorId) {
    Channel restored =
        database.inTransaction(
            sql -> {
              if (locked(sql, id).deleteAt() == 0) {
                throw AppError.of(
                    "api.channel.restore_channel.restored.app_error",
                    "the channel is not archived",
                    400);
              }
              sql.change(
                  "update channels set delete_at = 0, update_at = ? where id = ?",
                  surroundings.now(),
                  id);
              return existing(sql, id);
            });
    surroundings.hooks().channelHasBeenRestored(restored);
    actor(actorId).ifPresent(actor -> announcements.restored(id, actor));
    return restored;
  }

  private Optional<User> actor(String actorId) {
    return actorId.isEmpty() ? Optional.empty() : users.find(actorId);
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

  /** One page of a team's archived channels: open ones, and those that a user is in. */
  public List<Channel> archived(String teamId, String userId, Page page) {
    return database.inTransaction(
        sql ->
            rows.list(
                sql,
                "c.team_id = ? and c.delete_at <> 0 and (c.kind = 'O' or exists (select 1 from"
                    + " channel_members m where m.channel_id = c.id and m.user_id = ?))"
                    + " order by c.display_name, c.id limit ? offset ?",
                teamId,
                userId,
                page.limit(),
                page.offset()));
  }

  /** The channels that a user is in: those of a team, or of all, and direct and group ones. */
  public List<Channel> ofUser(String teamId, String userId, boolean includeArchived) {
    return database.inTransaction(
        sql ->
            rows.list(
                sql,
                "c.id in (select m.channel_id from channel_members m where m.user_id = ?)"
                    + " and (? = '' or c.team_id = '' or c.team_id = ?)"
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

  /** Replaces the values of a channel that can be edited; nothing is said of it in the channel. */
  public Channel update(Channel wanted) {
    return update(wanted, "");
  }

  /**
   * Replaces the values of a channel that can be edited.
   *
   * @param actorId who does it, as is said in the channel; empty for nobody in particular
   */
  public Channel update(Channel wanted, String actorId) {
    return change(wanted.id(), present -> wanted, actorId);
  }

  /** Replaces these values by what is made of them; nobody changes the channel meanwhile. */
  public Channel change(String id, UnaryOperator<Channel> change, String actorId) {
    Optional<User> actor = actor(actorId);
    record Outcome(Channel before, Channel after) {}
    Outcome outcome =
        unlessTaken(
            sql -> {
              Channel old = locked(sql, id);
              Channel wanted = change.apply(old);
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
              return new Outcome(old, existing(sql, id));
            });
    surroundings.hooks().channelHasBeenUpdated(outcome.after());
    actor.ifPresent(user -> announcements.changed(outcome.before(), outcome.after(), user));
    return outcome.after();
  }

  private Channel locked(Sql sql, String id) {
    sql.lock("channels", "id = ?", id);
    return existing(sql, id);
  }

  /**
   * As {@link #get}, in a transaction that somebody has begun.
   *
   * @throws AppError with status 404 where there is none
   */
  public Channel existing(Sql sql, String id) {
    return rows.existing(sql, id);
  }

  private <T> T unlessTaken(Database.Work<T> work) {
    try {
      return database.inTransaction(work);
    } catch (DuplicateException taken) {
      throw AppError.of(
          "store.sql_channel.save_channel.exists.app_error",
          "the team has a channel of this name already",
          409);
    }
  }

  /** Whether it is a channel of two users or of some, which has no team. */
  static boolean isConversation(Channel channel) {
    return channel.type() == ChannelType.DIRECT || channel.type() == ChannelType.GROUP;
  }

  private static void check(Channel channel) {
    Schemes.refuse(channel.schemeId());
    if (!NAME.matcher(channel.name()).matches()) {
      throw invalid(
          "name",
          "a channel's name has 1 to 64 lower-case letters, digits, hyphens and underscores");
    }
    if (channel.displayName().isBlank() || Characters.in(channel.displayName()) > 64) {
      throw invalid("display_name", "a channel's display name has 1 to 64 characters");
    }
    if (Characters.in(channel.header()) > 1024) {
      throw invalid("header", "a channel's header has at most 1024 characters");
    }
    if (Characters.in(channel.purpose()) > 250) {
      throw invalid("purpose", "a channel's purpose has at most 250 characters");
    }
    if (channel.creatorId().length() > 26) {
      throw invalid("creator_id", "the creator is named by id");
    }
  }

  private static AppError invalid(String field, String message) {
    return AppError.of("model.channel.is_valid." + field + ".app_error", message, 400);
  }
}
