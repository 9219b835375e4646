package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Post;
import io.krait.api.model.PostList;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.Sql;
import io.krait.host.internal.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages of posts. Safe for use from any thread. */
public final class PostLists {

  private static final int MOST_SINCE = 1000;
  private static final String NEWEST_FIRST = " order by p.create_at desc, p.seq desc";

  private final Database database;
  private final PostRows rows;
  private final String which;

  /** The posts in the database of these surroundings. */
  public PostLists(Surroundings surroundings) {
    this(surroundings.database(), new PostRows(surroundings.json()), "");
  }

  private PostLists(Database database, PostRows rows, String which) {
    this.database = database;
    this.rows = rows;
    this.which = which;
  }

  /** Without replies, for clients that show threads apart. */
  public PostLists withoutReplies() {
    return new PostLists(database, rows, " and root_id = ''");
  }

  /** These posts, where they are there and not deleted, in the same order. */
  public List<Post> byIds(List<String> ids) {
    if (IdLists.bounded("ids", ids).isEmpty()) {
      return List.of();
    }
    Map<String, Post> found = new LinkedHashMap<>();
    database
        .inTransaction(
            sql ->
                rows.list(
                    sql, "p.delete_at = 0 and p.id in " + Sql.marks(ids.size()), ids.toArray()))
        .forEach(post -> found.put(post.id(), post));
    return ids.stream().distinct().filter(found::containsKey).map(found::get).toList();
  }

  /** The versions of a post before its edits, the latest first. */
  public List<Post> earlierVersions(String id) {
    return database.inTransaction(
        sql ->
            rows.select(
                sql,
                PostRows.SELECT + "p.history_of = ? order by p.update_at desc, p.seq desc limit ?",
                id,
                MOST_SINCE));
  }

  /** The pinned posts of a channel, the latest first. */
  public PostList pinned(String channelId) {
    return database.inTransaction(
        sql ->
            ordered(
                    rows.list(
                        sql,
                        "p.channel_id = ? and p.is_pinned and p.delete_at = 0"
                            + NEWEST_FIRST
                            + " limit ?",
                        channelId,
                        MOST_SINCE))
                .build());
  }

  /**
   * The posts around the first one after a moment; the newest ones where there is none.
   *
   * @param before how many at most that are older than that one
   * @param after how many at most from that one on
   */
  public PostList around(String channelId, long time, int before, int after) {
    Optional<String> first =
        database.inTransaction(
            sql ->
                sql.first(
                    "select id from posts where channel_id = ? and create_at > ? and delete_at = 0"
                        + " and original_id = ''"
                        + which
                        + " order by create_at, seq limit 1",
                    row -> row.getString(1),
                    channelId,
                    time));
    if (first.isEmpty()) {
      return inChannel(channelId, new Page(before, 0));
    }
    List<Post> found = new ArrayList<>();
    if (after > 1) {
      add(found, after(channelId, first.get(), new Page(after - 1, 0)));
    }
    if (after > 0) {
      found.addAll(byIds(List.of(first.get())));
    }
    add(found, before(channelId, first.get(), new Page(before, 0)));
    return database.inTransaction(sql -> withNeighbours(sql, channelId, found));
  }

  private static void add(List<Post> all, PostList some) {
    some.order().stream().map(some.posts()::get).forEach(all::add);
  }

  /** The whole thread of a post. */
  public PostList thread(String id) {
    return database.inTransaction(
        sql -> {
          Post post = rows.existing(sql, id);
          String root = post.rootId().isEmpty() ? post.id() : post.rootId();
          return ordered(
                  rows.list(
                      sql, "p.delete_at = 0 and p.id" + Words.OF_THREAD + NEWEST_FIRST, root, root))
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
                        "p.channel_id = ? and p.update_at > ?" + which + NEWEST_FIRST + " limit ?",
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
                    "p.channel_id = ? and p.delete_at = 0"
                        + which
                        + NEWEST_FIRST
                        + " limit ? offset ?",
                    channelId,
                    page.limit(),
                    page.offset())));
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
                      "p.channel_id = ? and p.delete_at = 0 and p.create_at "
                          + relation
                          + "= ? and (p.create_at "
                          + relation
                          + " ? or p.seq "
                          + relation
                          + " ?)"
                          + which
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

  // What is beyond a moment comes first, so that an index leads there.
  private Optional<String> neighbour(
      Sql sql, String channelId, Post post, String relation, String order) {
    return sql.first(
        "select id from posts where channel_id = ? and delete_at = 0 and original_id = '' and"
            + (" create_at " + relation + "= ? and (create_at " + relation + " ?")
            + (" or seq " + relation + " (select seq from posts where id = ?))")
            + which
            + (" order by create_at " + order + ", seq " + order + " limit 1"),
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
}
