package io.krait.host.internal.chat;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.krait.api.AppError;
import io.krait.api.model.Post;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Threads, as those who follow them have them. Safe for use from any thread. */
public final class Threads {

  private static final String FOLLOWED =
      " from thread_members t join posts p on p.id = t.post_id join channels c on c.id ="
          + " t.channel_id where t.user_id = ? and t.following and p.delete_at = 0 and c.delete_at"
          + " = 0 and c.team_id in ('', ?)";
  private static final String UNREAD = " and p.last_reply_at > t.last_viewed_at";

  private final Surroundings surroundings;
  private final Database database;
  private final PostRows posts;
  private final ChannelRows channels;
  private final UnreadCounts counts;

  /** Threads in the database of these surroundings. */
  public Threads(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
    this.posts = new PostRows(surroundings.json());
    this.channels = new ChannelRows(surroundings.json());
    this.counts = new UnreadCounts(surroundings);
  }

  /**
   * Which threads are wanted.
   *
   * @param before those whose latest reply is older than this thread's; empty for all
   * @param after those whose latest reply is newer than this thread's; empty for all
   */
  public record Wanted(int limit, long since, String before, String after, boolean unreadOnly) {}

  /** How many threads there are, of how many there is something unread, and how much. */
  public record Totals(long all, long unread, long mentions, long urgentMentions) {}

  /** What a user follows in a team, and in conversations. */
  public Totals totals(String userId, String teamId) {
    return database.inTransaction(
        sql ->
            new Totals(
                sql.count("select count(*)" + FOLLOWED, userId, teamId),
                sql.count("select count(*)" + FOLLOWED + UNREAD, userId, teamId),
                sql.count("select coalesce(sum(t.unread_mentions), 0)" + FOLLOWED, userId, teamId),
                sql.count(
                    "select coalesce(sum(t.unread_mentions), 0)"
                        + FOLLOWED
                        + " and p.priority = 'urgent'",
                    userId,
                    teamId)));
  }

  /** The threads that a user follows in a team and in conversations, the latest first. */
  public List<UserThread> ofUser(String userId, String teamId, Wanted wanted) {
    return database.inTransaction(
        sql -> {
          StringBuilder query = new StringBuilder("select p.id").append(FOLLOWED);
          List<Object> parameters = new ArrayList<>(List.of(userId, teamId));
          if (wanted.unreadOnly()) {
            query.append(UNREAD);
          }
          if (wanted.since() > 0) {
            query.append(" and (p.last_reply_at >= ? or t.last_update_at >= ?)");
            parameters.add(wanted.since());
            parameters.add(wanted.since());
          }
          beside(query, parameters, wanted.before(), "<");
          beside(query, parameters, wanted.after(), ">");
          query.append(
              wanted.after().isEmpty()
                  ? " order by p.last_reply_at desc, p.id desc limit ?"
                  : " order by p.last_reply_at, p.id limit ?");
          parameters.add(wanted.limit());
          List<String> ids =
              sql.list(query.toString(), row -> row.getString(1), parameters.toArray());
          Map<String, List<String>> participants = participants(sql, ids);
          List<UserThread> found = new ArrayList<>();
          for (String id : ids) {
            found.add(existing(sql, userId, id, participants.getOrDefault(id, List.of())));
          }
          if (!wanted.after().isEmpty()) {
            Collections.reverse(found);
          }
          return found;
        });
  }

  private static void beside(
      StringBuilder query, List<Object> parameters, String threadId, String relation) {
    if (!threadId.isEmpty()) {
      query.append(
          " and (p.last_reply_at %1$s (select o.last_reply_at from posts o where o.id = ?)"
              .formatted(relation));
      query.append(
          " or p.last_reply_at = (select o.last_reply_at from posts o where o.id = ?) and p.id"
              + " %s ?)".formatted(relation));
      parameters.add(threadId);
      parameters.add(threadId);
      parameters.add(threadId);
    }
  }

  /**
   * A thread that a user follows.
   *
   * @throws AppError with status 404 where the user follows no such thread
   */
  public UserThread get(String userId, String threadId) {
    return database.inTransaction(
        sql ->
            existing(
                sql,
                userId,
                threadId,
                participants(sql, List.of(threadId)).getOrDefault(threadId, List.of())));
  }

  /** Who follows a thread. */
  public List<String> followers(String threadId) {
    return database.inTransaction(
        sql ->
            sql.list(
                "select user_id from thread_members where post_id = ? and following",
                row -> row.getString(1),
                threadId));
  }

  /** Who has replied to each of these posts, the latest first. */
  public Map<String, List<String>> participants(Collection<String> threadIds) {
    return database.inTransaction(sql -> participants(sql, threadIds));
  }

  private static Map<String, List<String>> participants(Sql sql, Collection<String> threadIds) {
    record Participant(String thread, String user) {}
    return threadIds.isEmpty()
        ? Map.of()
        : sql
            .list(
                "select root_id, user_id from posts where delete_at = 0 and original_id = '' and"
                    + " root_id in "
                    + Sql.marks(threadIds.size())
                    + " group by root_id, user_id order by max(create_at) desc",
                row -> new Participant(row.getString(1), row.getString(2)),
                threadIds.toArray())
            .stream()
            .collect(groupingBy(Participant::thread, mapping(Participant::user, toList())));
  }

  /** Those of these threads that a user follows. */
  public Set<String> followed(String userId, Collection<String> threadIds) {
    if (threadIds.isEmpty()) {
      return Set.of();
    }
    List<Object> parameters = new ArrayList<>(List.of(userId));
    parameters.addAll(threadIds);
    return new HashSet<>(
        database.inTransaction(
            sql ->
                sql.list(
                    "select post_id from thread_members where user_id = ? and following and post_id"
                        + " in "
                        + Sql.marks(threadIds.size()),
                    row -> row.getString(1),
                    parameters.toArray())));
  }

  /** Has a user follow a thread, or not any more. */
  public void follow(String userId, String threadId, boolean following) {
    Post root =
        database.inTransaction(
            sql -> {
              Post post = root(sql, threadId);
              channels.existingMember(sql, post.channelId(), userId);
              if (ThreadRows.find(sql, post.id(), userId).isEmpty()) {
                ThreadRows.insert(sql, post.id(), userId, post.channelId(), surroundings.now());
                read(sql, userId, post.id(), surroundings.now());
              }
              sql.change(
                  "update thread_members set following = ?, last_update_at = ? where post_id = ?"
                      + " and user_id = ?",
                  following,
                  surroundings.now(),
                  post.id(),
                  userId);
              return post;
            });
    surroundings.hooks().threadFollowingHasChanged(userId, root, following);
  }

  private Post root(Sql sql, String threadId) {
    Post post = posts.existing(sql, threadId);
    return post.rootId().isEmpty() ? post : posts.existing(sql, post.rootId());
  }

  /**
   * A user has read a thread up to a moment.
   *
   * @throws AppError with status 404 where the user follows no such thread
   */
  public UserThread read(String userId, String threadId, long time) {
    return readTo(userId, threadId, time);
  }

  /** A user wants to read a reply and all after it again. */
  public UserThread markUnread(String userId, String threadId, String postId) {
    Post post = database.inTransaction(sql -> posts.existing(sql, postId));
    if (!post.rootId().equals(threadId) && !post.id().equals(threadId)) {
      throw AppError.of("app.post.get.app_error", "the thread has no post " + postId, 404);
    }
    return readTo(userId, threadId, post.createAt() - 1);
  }

  private UserThread readTo(String userId, String threadId, long time) {
    UserThread before = get(userId, threadId);
    UserThread after =
        database.inTransaction(
            sql -> {
              read(sql, userId, threadId, time);
              return existing(sql, userId, threadId, before.participants());
            });
    surroundings.hooks().threadHasBeenRead(userId, before, after);
    return after;
  }

  private void read(Sql sql, String userId, String threadId, long time) {
    long mentions = 0;
    for (Post reply :
        posts.list(sql, "p.root_id = ? and p.delete_at = 0 and p.create_at > ?", threadId, time)) {
      boolean mentioned =
          counts
              .mentioned(sql, channels.existing(sql, reply.channelId()), reply)
              .all()
              .contains(userId);
      mentions += mentioned && !reply.userId().equals(userId) ? 1 : 0;
    }
    sql.change(
        "update thread_members set last_viewed_at = ?, unread_mentions = ?, last_update_at = ?"
            + " where post_id = ? and user_id = ?",
        time,
        mentions,
        surroundings.now(),
        threadId,
        userId);
  }

  /** A user has read everything that they follow in a team and in conversations. */
  public void readAll(String userId, String teamId) {
    long now = surroundings.now();
    database.inTransaction(
        sql ->
            sql.change(
                "update thread_members set last_viewed_at = ?, unread_mentions = 0,"
                    + " last_update_at = ? where user_id = ? and following and channel_id in"
                    + " (select id from channels where team_id in ('', ?))",
                now,
                now,
                userId,
                teamId));
    surroundings.hooks().allThreadsHaveBeenRead(userId, teamId, now);
  }

  private UserThread existing(Sql sql, String userId, String threadId, List<String> participants) {
    Optional<ThreadRows.Membership> member = ThreadRows.find(sql, threadId, userId);
    if (member.isEmpty() || !member.get().following()) {
      throw AppError.of(
          "app.channel.get_thread_membership.app_error",
          "the user follows no thread " + threadId,
          404);
    }
    Post post = posts.existing(sql, threadId);
    long unread =
        sql.count(
            "select count(*) from posts where root_id = ? and delete_at = 0 and original_id = ''"
                + " and create_at > ?",
            threadId,
            member.get().lastViewedAt());
    return new UserThread(
        post,
        channels.existing(sql, post.channelId()).teamId(),
        member.get().lastViewedAt(),
        unread,
        member.get().unreadMentions(),
        participants);
  }
}
