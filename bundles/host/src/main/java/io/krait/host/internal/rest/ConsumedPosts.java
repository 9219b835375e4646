package io.krait.host.internal.rest;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.krait.api.model.Post;
import io.krait.api.model.PostList;
import io.krait.host.internal.plugin.DispatchedHooks;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers with posts as plugins want them shown. */
final class ConsumedPosts {

  private final DispatchedHooks hooks;
  private final Continuation next;

  ConsumedPosts(DispatchedHooks hooks, Continuation next) {
    this.hooks = hooks;
    this.next = next;
  }

  /** An answer with one post. */
  CompletionStage<Response> ok(Post post) {
    return shown(post).thenApply(Answers::ok);
  }

  /** The answer that a post has been created. */
  CompletionStage<Response> created(Post post) {
    return shown(post).thenApply(Answers::created);
  }

  /** An answer with several posts. */
  CompletionStage<Response> ok(PostList list) {
    if (list.posts().isEmpty()) {
      return CompletableFuture.completedStage(Answers.ok(list));
    }
    return hooks
        .messagesWillBeConsumed(List.copyOf(list.posts().values()))
        .then(
            next.here(),
            shown -> {
              Map<String, Post> posts = shown.stream().collect(toMap(Post::id, identity()));
              return Answers.ok(list.toBuilder().posts(posts).build());
            });
  }

  private CompletionStage<Post> shown(Post post) {
    return hooks.messagesWillBeConsumed(List.of(post)).then(next.here(), shown -> shown.get(0));
  }
}
