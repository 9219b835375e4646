package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Post;
import io.krait.api.model.PostAcknowledgement;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who has confirmed having read a post that asks for it. Safe for use from any thread. */
public final class Acknowledgements {

  /** For so long a confirmation can be taken back. */
  static final Duration REVOCABLE = Duration.ofMinutes(5);

  private final Surroundings surroundings;
  private final Posts posts;
  private final Channels channels;

  /** Of these posts. */
  public Acknowledgements(Surroundings surroundings, Posts posts, Channels channels) {
    this.surroundings = surroundings;
    this.posts = posts;
    this.channels = channels;
  }

  /**
   * A user has read a post; once is enough.
   *
   * @throws AppError with status 404 where there is no such post, 403 where the channel is
   *     archived, 400 where the post does not ask for it
   */
  public PostAcknowledgement add(String userId, String postId) {
    record Outcome(PostAcknowledgement acknowledgement, Post post, boolean added) {}
    Outcome outcome;
    try {
      outcome =
          surroundings
              .database()
              .inTransaction(
                  sql -> {
                    Post post = openPost(sql, postId);
                    if (!PostPriorities.asksForAcknowledgement(post)) {
                      throw AppError.of(
                          "api.acknowledgement.save.not_requested.app_error",
                          "the post does not ask for a confirmation",
                          400);
                    }
                    Optional<PostAcknowledgement> there = find(sql, userId, postId);
                    if (there.isPresent()) {
                      return new Outcome(there.get(), post, false);
                    }
                    sql.insert(
                        "post_acknowledgements",
                        "post_id",
                        postId,
                        "user_id",
                        userId,
                        "acknowledged_at",
                        surroundings.now());
                    changed(sql, postId);
                    return new Outcome(find(sql, userId, postId).orElseThrow(), post, true);
                  });
    } catch (DuplicateException addedBesideUs) {
      return surroundings.database().inTransaction(sql -> find(sql, userId, postId).orElseThrow());
    }
    if (outcome.added()) {
      surroundings
          .hooks()
          .postHasBeenAcknowledged(outcome.acknowledgement(), outcome.post().channelId());
    }
    return outcome.acknowledgement();
  }

  /**
   * A user takes a confirmation back.
   *
   * @throws AppError with status 404 where there is none, 403 where it is older than {@link
   *     #REVOCABLE} or the channel is archived
   */
  public void remove(String userId, String postId) {
    record Outcome(PostAcknowledgement acknowledgement, String channelId) {}
    Outcome removed =
        surroundings
            .database()
            .inTransaction(
                sql -> {
                  Post post = openPost(sql, postId);
                  PostAcknowledgement there =
                      find(sql, userId, postId)
                          .orElseThrow(
                              () ->
                                  AppError.of(
                                      "app.acknowledgement.get.app_error",
                                      "the user has not confirmed the post",
                                      404));
                  if (surroundings.now() - there.acknowledgedAt() > REVOCABLE.toMillis()) {
                    throw AppError.of(
                        "api.acknowledgement.delete.deadline.app_error",
                        "a confirmation can be taken back for %d minutes"
                            .formatted(REVOCABLE.toMinutes()),
                        403);
                  }
                  sql.change(
                      "delete from post_acknowledgements where post_id = ? and user_id = ?",
                      postId,
                      userId);
                  changed(sql, postId);
                  return new Outcome(there.toBuilder().acknowledgedAt(0).build(), post.channelId());
                });
    surroundings
        .hooks()
        .postAcknowledgementHasBeenTakenBack(removed.acknowledgement(), removed.channelId());
  }

  private Post openPost(Sql sql, String postId) {
    Post post = posts.existing(sql, postId);
    PostRules.checkOpen(channels.existing(sql, post.channelId()));
    return post;
  }

  private void changed(Sql sql, String postId) {
    sql.change("update posts set update_at = ? where id = ?", surroundings.now(), postId);
  }

  private static Optional<PostAcknowledgement> find(Sql sql, String userId, String postId) {
    return sql.first(
        "select * from post_acknowledgements where post_id = ? and user_id = ?",
        Acknowledgements::acknowledgement,
        postId,
        userId);
  }

  /** Those of these posts, oldest first. */
  static List<PostAcknowledgement> of(Sql sql, List<String> postIds) {
    return postIds.isEmpty()
        ? List.of()
        : sql.list(
            "select * from post_acknowledgements where post_id in "
                + Sql.marks(postIds.size())
                + " order by acknowledged_at, user_id",
            Acknowledgements::acknowledgement,
            postIds.toArray());
  }

  private static PostAcknowledgement acknowledgement(ResultSet row) throws SQLException {
    return PostAcknowledgement.builder()
        .userId(row.getString("user_id"))
        .postId(row.getString("post_id"))
        .acknowledgedAt(row.getLong("acknowledged_at"))
        .build();
  }
}
