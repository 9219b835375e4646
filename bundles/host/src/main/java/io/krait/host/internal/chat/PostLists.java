package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Post;
import io.krait.api.model.PostList;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.Sql;
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

  /** The posts in the database of these surroundings. */
  public PostLists(Surroundings surroundings) {
    this.database = surroundings.database();
    this.rows = new PostRows(surroundings.json());
  }

  /** The whole thread of a post. */
  public PostList thread(String id) {
    return database.inTransaction(
        sql -> {
          Post post = rows.existing(sql, id);
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
}
