package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.Post;
import io.krait.api.model.PostList;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages in channels. Safe for use from any thread. */
public final class Posts {

  private static final int LONGEST_MESSAGE = 16383;
  private static final int LARGEST_PROPS = 800_000;
  private static final int MOST_FILES = 10;
  private static final int LONGEST_TYPE = 26;
  private static final int LONGEST_HASHTAGS = 1000;
  private static final int MOST_SINCE = 1000;
  private static final Pattern HASHTAG =
      Pattern.compile("(?<![\\w#])#(\\p{L}[\\w\\p{L}.-]*[\\w\\p{L}])");
  private static final String NEWEST_FIRST = " order by p.create_at desc, p.seq desc";

  private final Surroundings surroundings;
  private final Database database;
  private final Users users;
  private final Channels channels;
  private final PostRows rows;

  /** The posts in these channels. */
  public Posts(Surroundings surroundings, Users users, Channels channels) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
    this.users = users;
    this.channels = channels;
    this.rows = new PostRows(surroundings.json());
  }

  /**
   * Stores a post, as the hooks leave it, and tells of it. Waits for the hooks.
   *
   * @throws AppError with status 400, 403 or 404, as the contract has it
   */
  public Post create(Post wanted) {
    Post offered = offered(wanted);
    return store(offered, surroundings.hooks().messageWillBePosted(offered).await());
  }

  /** As {@link #create(Post)}, without waiting; what follows the hooks runs by {@code executor}. */
  public CompletionStage<Post> create(Post wanted, Executor executor) {
    Post offered = offered(wanted);
    return surroundings
        .hooks()
        .messageWillBePosted(offered)
        .then(executor, hooked -> store(offered, hooked));
  }

  private Post offered(Post wanted) {
    checkNew(wanted);
    long now = surroundings.now();
    return wanted.toBuilder()
        .id(surroundings.ids().next())
        .createAt(wanted.createAt() == 0 ? now : wanted.createAt())
        .updateAt(now)
        .editAt(0)
        .deleteAt(0)
        .originalId("")
        .hasReactions(false)
        .build();
  }

  private Post store(Post offered, Post hooked) {
    // Hooks change what is said, not where it is said, by whom, and under which id.
    Post post =
        hooked.toBuilder()
            .id(offered.id())
            .userId(offered.userId())
            .channelId(offered.channelId())
            .rootId(offered.rootId())
            .createAt(offered.createAt())
            .updateAt(offered.updateAt())
            .editAt(0)
            .deleteAt(0)
            .originalId("")
            .hashtags(hashtags(hooked.message()))
            .build();
    checkContent(post);
    Post stored =
        database.inTransaction(
            sql -> {
              checkPlace(sql, post);
              List<String> files = PostFiles.change(sql, post, List.of(), surroundings.now());
              rows.insert(sql, post.toBuilder().fileIds(files).build());
              count(sql, post);
              return existing(sql, post.id());
            });
    surroundings.hooks().messageHasBeenPosted(stored);
    return stored;
  }

  /**
   * The post with this id.
   *
   * @throws AppError with status 404 where there is none or it is deleted
   */
  public Post get(String id) {
    return database.inTransaction(sql -> existing(sql, id));
  }

  /**
   * Changes message, properties, files and pin of a post; the version before is kept. Waits for the
   * hooks.
   *
   * @throws AppError with status 400, 403 or 404, as the contract has it
   */
  public Post update(Post wanted) {
    return storeChange(wanted.id(), offeredChange(wanted).await());
  }

  /** As {@link #update(Post)}, without waiting; what follows the hooks runs by {@code executor}. */
  public CompletionStage<Post> update(Post wanted, Executor executor) {
    return offeredChange(wanted).then(executor, hooked -> storeChange(wanted.id(), hooked));
  }

  private Asked<Post> offeredChange(Post wanted) {
    Post old = get(wanted.id());
    checkContent(wanted);
    Post changed =
        old.toBuilder()
            .message(wanted.message())
            .props(wanted.props())
            .fileIds(wanted.fileIds())
            .isPinned(wanted.isPinned())
            .build();
    return surroundings.hooks().messageWillBeUpdated(changed, old);
  }

  private Post storeChange(String id, Post hooked) {
    checkContent(hooked);
    long now = surroundings.now();
    record Outcome(Post old, Post now) {}
    Outcome outcome =
        database.inTransaction(
            sql -> {
              Post present = existing(sql, id);
              checkOpen(channels.existing(sql, present.channelId()));
              List<String> files =
                  PostFiles.change(
                      sql,
                      present.toBuilder().fileIds(hooked.fileIds()).build(),
                      present.fileIds(),
                      now);
              boolean edited = !present.message().equals(hooked.message());
              rows.update(
                  sql,
                  present.toBuilder()
                      .message(hooked.message())
                      .props(hooked.props())
                      .fileIds(files)
                      .isPinned(hooked.isPinned())
                      .hashtags(hashtags(hooked.message()))
                      .updateAt(now)
                      .editAt(edited ? now : present.editAt())
                      .build());
              rows.insert(
                  sql,
                  present.toBuilder()
                      .id(surroundings.ids().next())
                      .originalId(present.id())
                      .updateAt(now)
                      .deleteAt(now)
                      .build());
              return new Outcome(present, existing(sql, present.id()));
            });
    surroundings.hooks().messageHasBeenUpdated(outcome.now(), outcome.old());
    return outcome.now();
  }

  /** Deletes a post; with it its replies. */
  public void delete(String id) {
    long now = surroundings.now();
    Post deleted =
        database.inTransaction(
            sql -> {
              Post post = existing(sql, id);
              sql.change(
                  "update posts set delete_at = ?, update_at = ? where delete_at = 0 and (id = ? or"
                      + " root_id = ?)",
                  now,
                  now,
                  id,
                  id);
              FileRows.deleteOfThread(sql, id, now);
              return post.toBuilder().deleteAt(now).updateAt(now).build();
            });
    surroundings.hooks().messageHasBeenDeleted(deleted);
  }

  /** The whole thread of a post. */
  public PostList thread(String id) {
    return database.inTransaction(
        sql -> {
          Post post = existing(sql, id);
          String root = post.rootId().isEmpty() ? post.id() : post.rootId();
          return ordered(
                  rows.list(
                      sql,
                      "p.delete_at = 0 and (p.id = ? or p.root_id = ?)" + NEWEST_FIRST,
                      root,
                      root))
              .build();
        });
  }

  /** What was created, edited or deleted in a channel after a moment. */
  public PostList since(String channelId, long time) {
    return database.inTransaction(
        sql ->
            ordered(
                    rows.list(
                        sql,
                        "p.channel_id = ? and p.update_at > ?" + NEWEST_FIRST + " limit ?",
                        channelId,
                        time,
                        MOST_SINCE))
                .build());
  }

  /** One page of the posts that are newer than one, the nearest page first. */
  public PostList after(String channelId, String postId, Page page) {
    return beside(channelId, postId, page, true);
  }

  /** One page of the posts that are older than one, the nearest page first. */
  public PostList before(String channelId, String postId, Page page) {
    return beside(channelId, postId, page, false);
  }

  /** One page of the posts of a channel. */
  public PostList inChannel(String channelId, Page page) {
    return database.inTransaction(
        sql ->
            withNeighbours(
                sql,
                channelId,
                rows.list(
                    sql,
                    "p.channel_id = ? and p.delete_at = 0" + NEWEST_FIRST + " limit ? offset ?",
                    channelId,
                    page.limit(),
                    page.offset())));
  }

  Post existing(Sql sql, String id) {
    return rows.byId(sql, id)
        .filter(post -> post.deleteAt() == 0)
        .orElseThrow(() -> AppError.of("app.post.get.app_error", "there is no post " + id, 404));
  }

  /** Fails with 403 where a channel is archived. */
  static void checkOpen(Channel channel) {
    if (channel.deleteAt() != 0) {
      throw AppError.of(
          "api.post.create_post.can_not_post_to_deleted.error", "the channel is archived", 403);
    }
  }

  private PostList beside(String channelId, String postId, Page page, boolean newer) {
    return database.inTransaction(
        sql -> {
          long seq =
              sql.first(
                      "select seq from posts where id = ? and channel_id = ? and original_id = ''",
                      row -> row.getLong(1),
                      postId,
                      channelId)
                  .orElseThrow(
                      () ->
                          AppError.of(
                              "app.post.get.app_error", "the channel has no post " + postId, 404));
          Post pivot = rows.byId(sql, postId).orElseThrow();
          String relation = newer ? ">" : "<";
          List<Post> found =
              new ArrayList<>(
                  rows.list(
                      sql,
                      "p.channel_id = ? and p.delete_at = 0 and (p.create_at "
                          + relation
                          + " ? or p.create_at = ? and p.seq "
                          + relation
                          + " ?)"
                          + (newer ? " order by p.create_at, p.seq" : NEWEST_FIRST)
                          + " limit ? offset ?",
                      channelId,
                      pivot.createAt(),
                      pivot.createAt(),
                      seq,
                      page.limit(),
                      page.offset()));
          if (newer) {
            Collections.reverse(found);
          }
          return withNeighbours(sql, channelId, found);
        });
  }

  private PostList withNeighbours(Sql sql, String channelId, List<Post> newestFirst) {
    PostList.Builder list = ordered(newestFirst);
    if (!newestFirst.isEmpty()) {
      Post newest = newestFirst.get(0);
      Post oldest = newestFirst.get(newestFirst.size() - 1);
      Optional<String> older = neighbour(sql, channelId, oldest, "<", "desc");
      list.nextPostId(neighbour(sql, channelId, newest, ">", "asc").orElse(""))
          .prevPostId(older.orElse(""))
          .hasNext(older.isPresent());
    }
    return list.build();
  }

  private static Optional<String> neighbour(
      Sql sql, String channelId, Post post, String relation, String order) {
    return sql.first(
        "select id from posts where channel_id = ? and delete_at = 0 and original_id = '' and"
            + " (create_at %1$s ? or create_at = ? and seq %1$s (select seq from posts where id ="
                .formatted(relation)
            + " ?)) order by create_at %1$s, seq %1$s limit 1".formatted(order),
        row -> row.getString(1),
        channelId,
        post.createAt(),
        post.createAt(),
        post.id());
  }

  private static PostList.Builder ordered(List<Post> posts) {
    Map<String, Post> byId = new LinkedHashMap<>();
    posts.forEach(post -> byId.put(post.id(), post));
    return PostList.builder().order(List.copyOf(byId.keySet())).posts(byId);
  }

  private void checkNew(Post post) {
    checkContent(post);
    database.inTransaction(
        sql -> {
          checkPlace(sql, post);
          return post;
        });
  }

  private void checkPlace(Sql sql, Post post) {
    Channel channel = channels.existing(sql, post.channelId());
    checkOpen(channel);
    try {
      users.existing(sql, post.userId());
    } catch (AppError missing) {
      throw invalid("user_id", "there is no user " + post.userId());
    }
    if (!post.rootId().isEmpty()) {
      Post root =
          rows.byId(sql, post.rootId())
              .filter(found -> found.deleteAt() == 0)
              .orElseThrow(
                  () ->
                      AppError.of(
                          "api.post.create_post.root_id.app_error",
                          "there is no post %s to answer".formatted(post.rootId()),
                          400));
      if (!root.channelId().equals(post.channelId()) || !root.rootId().isEmpty()) {
        throw AppError.of(
            "api.post.create_post.channel_root_id.app_error",
            "the post to answer begins no thread in this channel",
            400);
      }
    }
  }

  private void checkContent(Post post) {
    if (post.message().codePointCount(0, post.message().length()) > LONGEST_MESSAGE) {
      throw invalid("msg", "a message has at most %d characters".formatted(LONGEST_MESSAGE));
    }
    if (surroundings.json().write(post.props()).length() > LARGEST_PROPS) {
      throw invalid("props", "properties have at most %d characters".formatted(LARGEST_PROPS));
    }
    if (post.fileIds().size() > MOST_FILES) {
      throw invalid("file_ids", "a post has at most %d files".formatted(MOST_FILES));
    }
    if (post.type().length() > LONGEST_TYPE) {
      throw invalid("type", "a type has at most %d characters".formatted(LONGEST_TYPE));
    }
    if (post.pendingPostId().length() > 128) {
      throw invalid("pending_post_id", "a pending id has at most 128 characters");
    }
  }

  private static void count(Sql sql, Post post) {
    if (post.type().startsWith("system_")) {
      return;
    }
    boolean root = post.rootId().isEmpty();
    sql.change(
        "update channels set last_post_at = greatest(last_post_at, ?), total_msg_count ="
            + " total_msg_count + 1"
            + (root
                ? ", total_msg_count_root = total_msg_count_root + 1, last_root_post_at ="
                    + " greatest(last_root_post_at, ?)"
                : "")
            + " where id = ?",
        root
            ? new Object[] {post.createAt(), post.createAt(), post.channelId()}
            : new Object[] {post.createAt(), post.channelId()});
  }

  private static String hashtags(String message) {
    Set<String> tags = new LinkedHashSet<>();
    Matcher matcher = HASHTAG.matcher(message);
    int length = 0;
    while (matcher.find() && length + matcher.group().length() < LONGEST_HASHTAGS) {
      if (tags.add(matcher.group())) {
        length += matcher.group().length() + 1;
      }
    }
    return String.join(" ", tags);
  }

  private static AppError invalid(String field, String message) {
    return AppError.of("model.post.is_valid." + field + ".app_error", message, 400);
  }
}
