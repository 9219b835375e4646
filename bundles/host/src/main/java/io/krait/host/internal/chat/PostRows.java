package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.Post;
import io.krait.api.model.PostMetadata;
import io.krait.api.model.PostPriority;
import io.krait.host.internal.storage.InOrder;
import io.krait.host.internal.storage.Json;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Posts as rows. An edited post's earlier versions are rows too, and name it as their original. */
final class PostRows {

  /** What a query must select of {@code posts p}. */
  static final String COLUMNS =
      "p.id, p.create_at, p.update_at, p.edit_at, p.delete_at, p.is_pinned, p.user_id,"
          + " p.channel_id, p.root_id, p.original_id, p.message, p.kind, p.props, p.hashtags,"
          + " p.file_ids, p.pending_post_id, p.has_reactions, p.remote_id, p.reply_count,"
          + " p.last_reply_at, p.priority, p.requested_ack";

  /** Begins a query that goes on with a condition. */
  static final String SELECT = "select " + COLUMNS + " from posts p where ";

  private final Json json;

  PostRows(Json json) {
    this.json = json;
  }

  void insert(Sql sql, Post post) {
    sql.insert(
        "posts",
        "id",
        post.id(),
        "create_at",
        post.createAt(),
        "update_at",
        post.updateAt(),
        "edit_at",
        post.editAt(),
        "delete_at",
        post.deleteAt(),
        "is_pinned",
        post.isPinned(),
        "user_id",
        post.userId(),
        "channel_id",
        post.channelId(),
        "root_id",
        post.rootId(),
        "original_id",
        post.originalId(),
        "history_of",
        post.originalId().isEmpty() ? null : post.originalId(),
        "message",
        post.message(),
        "kind",
        post.type(),
        "props",
        json.write(post.props()),
        "hashtags",
        post.hashtags(),
        "file_ids",
        json.write(post.fileIds()),
        "pending_post_id",
        post.pendingPostId(),
        "has_reactions",
        false,
        "remote_id",
        post.remoteId().orElse(null),
        "priority",
        PostPriorities.name(post),
        "requested_ack",
        PostPriorities.asksForAcknowledgement(post));
  }

  void update(Sql sql, Post post) {
    sql.change(
        "update posts set update_at = ?, edit_at = ?, is_pinned = ?, message = ?, props = ?,"
            + " hashtags = ?, file_ids = ? where id = ?",
        post.updateAt(),
        post.editAt(),
        post.isPinned(),
        post.message(),
        json.write(post.props()),
        post.hashtags(),
        json.write(post.fileIds()),
        post.id());
  }

  Optional<Post> byId(Sql sql, String id) {
    return sql.first(SELECT + "p.id = ? and p.original_id = ''", this::post, id);
  }

  /** The post with this id; fails with 404 where there is none or it is deleted. */
  Post existing(Sql sql, String id) {
    return byId(sql, id)
        .filter(post -> post.deleteAt() == 0)
        .orElseThrow(() -> AppError.of("app.post.get.app_error", "there is no post " + id, 404));
  }

  List<Post> list(Sql sql, String conditionAndOrder, @Nullable Object... parameters) {
    return sql.list(SELECT + "p.original_id = '' and " + conditionAndOrder, this::post, parameters);
  }

  List<Post> select(Sql sql, String query, @Nullable Object... parameters) {
    return sql.list(query, this::post, parameters);
  }

  private Post post(ResultSet row) throws SQLException {
    // In the order of COLUMNS.
    InOrder next = new InOrder(row);
    return Post.builder()
        .id(next.text())
        .createAt(next.number())
        .updateAt(next.number())
        .editAt(next.number())
        .deleteAt(next.number())
        .isPinned(next.flag())
        .userId(next.text())
        .channelId(next.text())
        .rootId(next.text())
        .originalId(next.text())
        .message(next.text())
        .type(next.text())
        .props(json.object(next.text()))
        .hashtags(next.text())
        .fileIds(json.list(next.text()))
        .pendingPostId(next.text())
        .hasReactions(next.flag())
        .remoteId(next.textOrNull())
        .replyCount(next.number())
        .lastReplyAt(next.number())
        .metadata(metadata(next.text(), next.flag()))
        .build();
  }

  private static @Nullable PostMetadata metadata(String priority, boolean requestedAck) {
    return priority.isEmpty() && !requestedAck
        ? null
        : PostMetadata.builder()
            .priority(PostPriority.builder().priority(priority).requestedAck(requestedAck).build())
            .build();
  }
}
