package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.Post;
import io.krait.api.model.PostMetadata;
import io.krait.api.model.PostPriority;
import io.krait.host.internal.storage.Json;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Posts as rows. An edited post's earlier versions are rows too, and name it as their original. */
final class PostRows {

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
    return sql.first("select * from posts where id = ? and original_id = ''", this::post, id);
  }

  /** The post with this id; fails with 404 where there is none or it is deleted. */
  Post existing(Sql sql, String id) {
    return byId(sql, id)
        .filter(post -> post.deleteAt() == 0)
        .orElseThrow(() -> AppError.of("app.post.get.app_error", "there is no post " + id, 404));
  }

  List<Post> list(Sql sql, String conditionAndOrder, @Nullable Object... parameters) {
    return sql.list(
        "select p.* from posts p where p.original_id = '' and " + conditionAndOrder,
        this::post,
        parameters);
  }

  List<Post> select(Sql sql, String query, @Nullable Object... parameters) {
    return sql.list(query, this::post, parameters);
  }

  private Post post(ResultSet row) throws SQLException {
    return Post.builder()
        .id(row.getString("id"))
        .createAt(row.getLong("create_at"))
        .updateAt(row.getLong("update_at"))
        .editAt(row.getLong("edit_at"))
        .deleteAt(row.getLong("delete_at"))
        .isPinned(row.getBoolean("is_pinned"))
        .userId(row.getString("user_id"))
        .channelId(row.getString("channel_id"))
        .rootId(row.getString("root_id"))
        .originalId(row.getString("original_id"))
        .message(row.getString("message"))
        .type(row.getString("kind"))
        .props(json.object(row.getString("props")))
        .hashtags(row.getString("hashtags"))
        .fileIds(json.list(row.getString("file_ids")))
        .pendingPostId(row.getString("pending_post_id"))
        .hasReactions(row.getBoolean("has_reactions"))
        .remoteId(row.getString("remote_id"))
        .replyCount(row.getLong("reply_count"))
        .lastReplyAt(row.getLong("last_reply_at"))
        .metadata(metadata(row))
        .build();
  }

  private static @Nullable PostMetadata metadata(ResultSet row) throws SQLException {
    String priority = row.getString("priority");
    boolean requestedAck = row.getBoolean("requested_ack");
    return priority.isEmpty() && !requestedAck
        ? null
        : PostMetadata.builder()
            .priority(PostPriority.builder().priority(priority).requestedAck(requestedAck).build())
            .build();
  }
}
