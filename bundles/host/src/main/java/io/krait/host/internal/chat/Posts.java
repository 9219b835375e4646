package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Post;
import io.krait.host.internal.hooks.Asked;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import io.krait.host.internal.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The messages in channels. Safe for use from any thread. */
public final class Posts {

  private final Surroundings surroundings;
  private final Database database;
  private final PostRules rules;
  private final UnreadCounts counts;
  private final ChannelRows channels;
  private final PostRows rows;

  /** The posts of these users. */
  public Posts(Surroundings surroundings, Users users) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
    this.rules = new PostRules(surroundings, users);
    this.counts = new UnreadCounts(surroundings);
    this.channels = new ChannelRows(surroundings.json());
    this.rows = new PostRows(surroundings.json());
  }

  /**
   * Stores a post, as the hooks leave it, and tells of it. Waits for the hooks. What has a pending
   * id under which its author has sent one into the channel lately is that one; nothing is done.
   *
   * @throws AppError with status 400, 403 or 404, as the contract has it
   */
  public Post create(Post wanted) {
    Optional<Post> before = checkNew(wanted);
    if (before.isPresent()) {
      return before.get();
    }
    Post offered = offered(wanted);
    return store(offered, surroundings.hooks().messageWillBePosted(offered).await());
  }

  /** As {@link #create(Post)}, without waiting; what follows the hooks runs by {@code executor}. */
  public CompletionStage<Post> create(Post wanted, Executor executor) {
    Optional<Post> before = checkNew(wanted);
    if (before.isPresent()) {
      return CompletableFuture.completedStage(before.get());
    }
    Post offered = offered(wanted);
    return surroundings
        .hooks()
        .messageWillBePosted(offered)
        .then(executor, hooked -> store(offered, hooked));
  }

  private Post offered(Post wanted) {
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
            .pendingPostId(offered.pendingPostId())
            .hashtags(PostRules.hashtags(hooked.message()))
            .build();
    rules.checkContent(post);
    Post stored;
    try {
      stored = database.inTransaction(sql -> insert(sql, post));
    } catch (DuplicateException sentTwice) {
      // It was sent again while the hooks saw it for the first time.
      return database.inTransaction(sql -> earlier(sql, post)).orElseThrow(() -> sentTwice);
    }
    surroundings.hooks().messageHasBeenPosted(stored);
    return stored;
  }

  private Post insert(Sql sql, Post wanted) {
    PendingPosts.put(sql, wanted, surroundings.now());
    PostRules.Place place = rules.checkPlace(sql, wanted);
    Post post = PostRules.by(place.author(), wanted);
    List<String> files = PostFiles.change(sql, post, List.of(), surroundings.now());
    rows.insert(sql, post.toBuilder().fileIds(files).build());
    if (UnreadCounts.isCounted(post)) {
      Words.newPost(sql, post.id(), post.createAt(), Mentions.text(post));
    }
    counts.posted(sql, place.channel(), post, surroundings.now());
    return existing(sql, post.id());
  }

  private Optional<Post> earlier(Sql sql, Post post) {
    return PendingPosts.find(sql, post, surroundings.now()).map(id -> existing(sql, id));
  }

  /** Removes what nobody sends again any more. */
  public void sweep() {
    database.inTransaction(
        sql -> {
          PendingPosts.sweep(sql, surroundings.now());
          return null;
        });
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
    Post old = get(wanted.id());
    return storeChange(old, offeredChange(old, wanted).await());
  }

  /** As {@link #update(Post)}, without waiting; what follows the hooks runs by {@code executor}. */
  public CompletionStage<Post> update(Post wanted, Executor executor) {
    return change(wanted.id(), present -> wanted, executor);
  }

  /**
   * As {@link #update(Post, Executor)}, with what is made of the post. What somebody changes while
   * the hooks run stays changed, unless it is changed here too.
   */
  public CompletionStage<Post> change(String id, UnaryOperator<Post> change, Executor executor) {
    Post old = get(id);
    return offeredChange(old, change.apply(old)).then(executor, hooked -> storeChange(old, hooked));
  }

  private Asked<Post> offeredChange(Post old, Post wanted) {
    rules.checkContent(wanted);
    Post changed =
        old.toBuilder()
            .message(wanted.message())
            .props(wanted.props())
            .fileIds(wanted.fileIds())
            .isPinned(wanted.isPinned())
            .build();
    return surroundings.hooks().messageWillBeUpdated(changed, old);
  }

  private Post storeChange(Post asked, Post hooked) {
    rules.checkContent(hooked);
    long now = surroundings.now();
    record Outcome(Post old, Post now) {}
    Outcome outcome =
        database.inTransaction(
            sql -> {
              sql.lock("posts", "id = ?", asked.id());
              Post present = existing(sql, asked.id());
              PostRules.checkOpen(channels.existing(sql, present.channelId()));
              List<String> files =
                  PostFiles.change(
                      sql,
                      present.toBuilder()
                          .fileIds(merged(asked, hooked, present, Post::fileIds))
                          .build(),
                      present.fileIds(),
                      now);
              String message = merged(asked, hooked, present, Post::message);
              boolean edited = !present.message().equals(message);
              rows.update(
                  sql,
                  present.toBuilder()
                      .message(message)
                      .props(merged(asked, hooked, present, Post::props))
                      .fileIds(files)
                      .isPinned(merged(asked, hooked, present, Post::isPinned))
                      .hashtags(PostRules.hashtags(message))
                      .updateAt(now)
                      .editAt(edited ? now : present.editAt())
                      .build());
              if (UnreadCounts.isCounted(present)) {
                Words.ofPost(
                    sql,
                    present.id(),
                    present.createAt(),
                    Mentions.text(existing(sql, present.id())));
              }
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

  /** What is wanted, where it is not as it was when it was asked for; else what is there now. */
  private static <T> T merged(Post asked, Post wanted, Post present, Function<Post, T> part) {
    T value = part.apply(wanted);
    return value.equals(part.apply(asked)) ? part.apply(present) : value;
  }

  /** Deletes a post; with it its replies. */
  public void delete(String id) {
    long now = surroundings.now();
    List<Post> deleted =
        database.inTransaction(
            sql -> {
              sql.lock("posts", "id = ?", id);
              Post asked = existing(sql, id);
              List<Post> thread =
                  rows.list(
                      sql,
                      "p.delete_at = 0 and p.id" + Words.OF_THREAD + " order by p.create_at, p.seq",
                      id,
                      id);
              sql.change(
                  "update posts set delete_at = ?, update_at = ? where delete_at = 0 and id"
                      + Words.OF_THREAD,
                  now,
                  now,
                  id,
                  id);
              Words.forgetThread(sql, id);
              FileRows.deleteOfThread(sql, id, now);
              if (asked.rootId().isEmpty()) {
                ThreadRows.deleteThread(sql, id);
              } else {
                ThreadRows.recount(sql, asked.rootId());
              }
              return thread.stream()
                  .map(post -> post.toBuilder().deleteAt(now).updateAt(now).build())
                  .toList();
            });
    deleted.forEach(surroundings.hooks()::messageHasBeenDeleted);
  }

  Post existing(Sql sql, String id) {
    return rows.existing(sql, id);
  }

  /** Fails where the post cannot be; tells which it is already. */
  private Optional<Post> checkNew(Post post) {
    rules.checkContent(post);
    return database.inTransaction(
        sql -> {
          rules.checkPlace(sql, post);
          return earlier(sql, post);
        });
  }
}
