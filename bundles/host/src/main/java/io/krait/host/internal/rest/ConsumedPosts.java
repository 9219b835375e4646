package io.krait.host.internal.rest;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.krait.api.model.Post;
import io.krait.api.model.PostList;
import io.krait.api.model.User;
import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Answers with posts as plugins want them shown, and with what clients show beside them. */
final class ConsumedPosts {

  private final HostServices services;
  private final DispatchedHooks hooks;
  private final Continuation next;
  private final ShownUsers shownUsers;

  ConsumedPosts(HostServices services, Access access, DispatchedHooks hooks, Continuation next) {
    this.services = services;
    this.hooks = hooks;
    this.next = next;
    this.shownUsers = new ShownUsers(services, access);
  }

  /** An answer with one post. */
  CompletionStage<Response> ok(Post post) {
    return answer(List.of(post), shown -> Answers.ok(shown.get(0)));
  }

  /** The answer that a post has been created. */
  CompletionStage<Response> created(Post post) {
    return answer(List.of(post), shown -> Answers.created(shown.get(0)));
  }

  /** An answer with several posts. */
  CompletionStage<Response> ok(PostList list) {
    return answer(posts(list), shown -> Answers.ok(list.toBuilder().posts(byId(shown)).build()));
  }

  /** As {@link #ok(PostList)}, with who takes part in each thread and whether the caller does. */
  CompletionStage<Response> withThreads(Caller caller, PostList list) {
    return answer(
        posts(list),
        shown -> Answers.ok(list.toBuilder().posts(byId(followed(caller, shown))).build()));
  }

  /** The answer that is made of posts, when they are as they are to be shown. */
  CompletionStage<Response> answer(List<Post> posts, Function<List<Post>, Response> made) {
    if (posts.isEmpty()) {
      return CompletableFuture.completedStage(made.apply(posts));
    }
    return hooks
        .messagesWillBeConsumed(posts)
        .then(next.here(), shown -> withEmoji(services.postDetails().of(shown), made));
  }

  private Response withEmoji(List<Post> shown, Function<List<Post>, Response> made) {
    Response answer = made.apply(shown);
    return Response.fromResponse(answer)
        .entity(services.postEmoji().beside(answer.getEntity(), shown))
        .build();
  }

  /** The users of these ids as a caller sees them. */
  List<User> users(Caller caller, Collection<String> ids) {
    return shownUsers.to(caller, services.users().byIds(List.copyOf(ids)));
  }

  private List<Post> followed(Caller caller, List<Post> posts) {
    List<String> threads =
        posts.stream().filter(post -> post.replyCount() > 0).map(Post::id).toList();
    Map<String, List<String>> participants = services.threads().participants(threads);
    Set<String> followed = services.threads().followed(caller.id(), threads);
    Map<String, User> users =
        users(caller, participants.values().stream().flatMap(List::stream).distinct().toList())
            .stream()
            .collect(toMap(User::id, identity()));
    return posts.stream()
        .map(
            post ->
                post.replyCount() == 0
                    ? post
                    : post.toBuilder()
                        .isFollowing(followed.contains(post.id()))
                        .participants(
                            participants.getOrDefault(post.id(), List.of()).stream()
                                .map(users::get)
                                .filter(Objects::nonNull)
                                .toList())
                        .build())
        .toList();
  }

  private static List<Post> posts(PostList list) {
    return List.copyOf(list.posts().values());
  }

  private static Map<String, Post> byId(List<Post> posts) {
    return posts.stream().collect(toMap(Post::id, identity()));
  }
}
