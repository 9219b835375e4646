package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Post;
import io.krait.api.model.Reaction;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The emoji under posts. Safe for use from any thread. */
public final class Reactions {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_+-]{1,64}");

  private final Surroundings surroundings;
  private final Users users;
  private final Channels channels;
  private final Posts posts;

  /** The reactions to these posts. */
  public Reactions(Surroundings surroundings, Users users, Channels channels, Posts posts) {
    this.surroundings = surroundings;
    this.users = users;
    this.channels = channels;
    this.posts = posts;
  }

  /**
   * Adds a reaction; one that is there is returned unchanged.
   *
   * @throws AppError with status 404 where there is no such post, 403 where the channel is
   *     archived, 400 where there is no such user or no emoji can have this name
   */
  public Reaction add(Reaction wanted) {
    record Outcome(Reaction reaction, boolean added) {}
    Outcome outcome;
    try {
      outcome =
          surroundings
              .database()
              .inTransaction(
                  sql -> {
                    Post post = checkedPost(sql, wanted);
                    Optional<Reaction> there = find(sql, wanted);
                    if (there.isPresent()) {
                      return new Outcome(there.get(), false);
                    }
                    insert(sql, wanted, post.channelId());
                    changed(sql, post.id());
                    return new Outcome(find(sql, wanted).orElseThrow(), true);
                  });
    } catch (DuplicateException addedBesideUs) {
      return surroundings.database().inTransaction(sql -> find(sql, wanted).orElseThrow());
    }
    if (outcome.added()) {
      surroundings.hooks().reactionHasBeenAdded(outcome.reaction());
    }
    return outcome.reaction();
  }

  /** Takes a reaction away, if it is there. */
  public void remove(Reaction wanted) {
    Optional<Reaction> removed =
        surroundings
            .database()
            .inTransaction(
                sql -> {
                  Post post = openPost(sql, wanted.postId());
                  Optional<Reaction> there = find(sql, wanted);
                  int gone =
                      sql.change(
                          "delete from reactions where post_id = ? and user_id = ? and emoji_name ="
                              + " ?",
                          wanted.postId(),
                          wanted.userId(),
                          wanted.emojiName());
                  if (gone == 0) {
                    return Optional.empty();
                  }
                  changed(sql, post.id());
                  return there.map(found -> found.toBuilder().deleteAt(surroundings.now()).build());
                });
    removed.ifPresent(surroundings.hooks()::reactionHasBeenRemoved);
  }

  /** All reactions to a post, oldest first. */
  public List<Reaction> of(String postId) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.list(
                    "select * from reactions where post_id = ? order by create_at, seq",
                    Reactions::reaction,
                    postId));
  }

  private Post openPost(Sql sql, String postId) {
    Post post = posts.existing(sql, postId);
    PostRules.checkOpen(channels.existing(sql, post.channelId()));
    return post;
  }

  private Post checkedPost(Sql sql, Reaction wanted) {
    Post post = openPost(sql, wanted.postId());
    if (!NAME.matcher(wanted.emojiName()).matches()) {
      throw AppError.of(
          "model.reaction.is_valid.emoji_name.app_error",
          "no emoji can be named " + wanted.emojiName(),
          400);
    }
    try {
      users.existing(sql, wanted.userId());
    } catch (AppError missing) {
      throw AppError.of(
          "model.reaction.is_valid.user_id.app_error", "there is no user " + wanted.userId(), 400);
    }
    return post;
  }

  private void insert(Sql sql, Reaction wanted, String channelId) {
    sql.insert(
        "reactions",
        "user_id",
        wanted.userId(),
        "post_id",
        wanted.postId(),
        "emoji_name",
        wanted.emojiName(),
        "create_at",
        surroundings.now(),
        "update_at",
        surroundings.now(),
        "channel_id",
        channelId,
        "remote_id",
        wanted.remoteId().orElse(null));
  }

  private void changed(Sql sql, String postId) {
    sql.change(
        "update posts set update_at = ?, has_reactions = exists (select 1 from reactions r where"
            + " r.post_id = ?) where id = ?",
        surroundings.now(),
        postId,
        postId);
  }

  private static Optional<Reaction> find(Sql sql, Reaction wanted) {
    return sql.first(
        "select * from reactions where post_id = ? and user_id = ? and emoji_name = ?",
        Reactions::reaction,
        wanted.postId(),
        wanted.userId(),
        wanted.emojiName());
  }

  static Reaction reaction(ResultSet row) throws SQLException {
    return Reaction.builder()
        .userId(row.getString("user_id"))
        .postId(row.getString("post_id"))
        .emojiName(row.getString("emoji_name"))
        .createAt(row.getLong("create_at"))
        .updateAt(row.getLong("update_at"))
        .channelId(row.getString("channel_id"))
        .remoteId(row.getString("remote_id"))
        .build();
  }
}
