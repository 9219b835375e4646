package io.krait.host.internal.sharing;

import io.krait.api.model.FileInfo;
import io.krait.api.model.GetPostsSinceForSyncCursor;
import io.krait.api.model.Post;
import io.krait.api.model.Reaction;
import io.krait.api.model.User;
import io.krait.host.internal.chat.Attachments;
import io.krait.host.internal.chat.ChangedPosts;
import io.krait.host.internal.chat.Reactions;
import io.krait.host.internal.chat.Statuses;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.storage.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Packs what remotes have not got, and remembers what they have. */
public final class Parcels {

  private static final int POSTS_AT_ONCE = 50;

  private final Surroundings surroundings;
  private final ChangedPosts posts;
  private final Users users;
  private final Statuses statuses;
  private final Reactions reactions;
  private final Attachments attachments;

  /** What these services have that remotes may not have got yet. */
  public Parcels(
      Surroundings surroundings,
      Users users,
      Statuses statuses,
      Reactions reactions,
      Attachments attachments) {
    this.surroundings = surroundings;
    this.posts = new ChangedPosts(surroundings);
    this.users = users;
    this.statuses = statuses;
    this.reactions = reactions;
    this.attachments = attachments;
  }

  /** The posts of a channel that a remote has not dealt with, oldest change first. */
  List<Post> waiting(Invited invited) {
    return posts.after(invited.channelId(), invited.cursor(), POSTS_AT_ONCE);
  }

  /** Packs these posts, but for what comes from the remote itself and what the server says. */
  Outgoing pack(Invited invited, List<Post> waiting) {
    String remoteId = invited.remoteId();
    List<Post> own =
        waiting.stream()
            .filter(post -> !post.remoteId().orElse("").equals(remoteId))
            .filter(post -> !post.type().startsWith("system_"))
            .toList();
    List<Reaction> reacted =
        own.stream()
            .filter(Post::hasReactions)
            .flatMap(post -> reactions.of(post.id()).stream())
            .filter(reaction -> !reaction.remoteId().orElse("").equals(remoteId))
            .toList();
    Set<String> userIds = new LinkedHashSet<>();
    own.forEach(post -> userIds.add(post.userId()));
    reacted.forEach(reaction -> userIds.add(reaction.userId()));
    List<User> everybody = userIds.isEmpty() ? List.of() : users.byIds(List.copyOf(userIds));
    Map<String, Known> known = known(remoteId, userIds);
    List<User> changed =
        everybody.stream()
            .filter(user -> !user.remoteId().orElse("").equals(remoteId))
            .filter(user -> user.updateAt() > of(known, user).userAt())
            .toList();
    List<User> pictures =
        everybody.stream()
            .filter(user -> user.lastPictureUpdate() > of(known, user).pictureAt())
            .toList();
    Post last = waiting.get(waiting.size() - 1);
    return new Outgoing(
        invited.channelId(),
        own,
        reacted,
        changed,
        changed.isEmpty() ? List.of() : statuses.byIds(changed.stream().map(User::id).toList()),
        pictures,
        files(remoteId, own),
        at(last));
  }

  static GetPostsSinceForSyncCursor at(Post post) {
    return GetPostsSinceForSyncCursor.builder()
        .lastPostUpdateAt(post.updateAt())
        .lastPostId(post.id())
        .build();
  }

  void hasUsers(String remoteId, List<User> sent) {
    sent.forEach(user -> remember(remoteId, user.id(), "user_update_at", user.updateAt()));
  }

  void hasPicture(String remoteId, User user) {
    remember(remoteId, user.id(), "picture_at", user.lastPictureUpdate());
  }

  void hasFile(String remoteId, String fileId) {
    surroundings
        .database()
        .untilNobodyInterferes(
            sql -> {
              if (!hasFile(sql, remoteId, fileId)) {
                sql.insert("shared_files", "remote_id", remoteId, "file_id", fileId);
              }
              return fileId;
            });
  }

  private void remember(String remoteId, String userId, String column, long time) {
    surroundings
        .database()
        .untilNobodyInterferes(
            sql -> {
              int there =
                  sql.change(
                      "update shared_users set %s = ? where remote_id = ? and user_id = ?"
                          .formatted(column),
                      time,
                      remoteId,
                      userId);
              if (there == 0) {
                boolean picture = column.equals("picture_at");
                sql.insert(
                    "shared_users",
                    "remote_id",
                    remoteId,
                    "user_id",
                    userId,
                    "user_update_at",
                    picture ? 0L : time,
                    "picture_at",
                    picture ? time : 0L);
              }
              return there;
            });
  }

  private record Known(long userAt, long pictureAt) {}

  private static Known of(Map<String, Known> known, User user) {
    return known.getOrDefault(user.id(), new Known(0, 0));
  }

  private Map<String, Known> known(String remoteId, Set<String> userIds) {
    if (userIds.isEmpty()) {
      return Map.of();
    }
    List<Object> parameters = new ArrayList<>(List.of(remoteId));
    parameters.addAll(userIds);
    Map<String, Known> known = new LinkedHashMap<>();
    surroundings
        .database()
        .inTransaction(
            sql ->
                sql.list(
                    "select * from shared_users where remote_id = ? and user_id in "
                        + Sql.marks(userIds.size()),
                    row ->
                        Map.entry(
                            row.getString("user_id"),
                            new Known(row.getLong("user_update_at"), row.getLong("picture_at"))),
                    parameters.toArray()))
        .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
    return known;
  }

  private Map<String, List<FileInfo>> files(String remoteId, List<Post> own) {
    Map<String, List<FileInfo>> files = new LinkedHashMap<>();
    for (Post post : own) {
      if (post.deleteAt() == 0 && !post.fileIds().isEmpty()) {
        List<FileInfo> missing =
            attachments.of(post).stream()
                .filter(
                    file ->
                        !surroundings
                            .database()
                            .inTransaction(sql -> hasFile(sql, remoteId, file.id())))
                .toList();
        if (!missing.isEmpty()) {
          files.put(post.id(), missing);
        }
      }
    }
    return files;
  }

  private static boolean hasFile(Sql sql, String remoteId, String fileId) {
    return sql.count(
            "select count(*) from shared_files where remote_id = ? and file_id = ?",
            remoteId,
            fileId)
        > 0;
  }
}
