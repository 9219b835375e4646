package io.krait.host.internal.rest;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.krait.api.model.Post;
import io.krait.api.model.PostList;
import io.krait.host.internal.plugin.DispatchedHooks;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import java.util.Map;

/** Lets plugins change how posts are shown, wherever an answer has any. */
public final class ConsumedPosts implements ContainerResponseFilter {

  private final DispatchedHooks hooks;

  ConsumedPosts(DispatchedHooks hooks) {
    this.hooks = hooks;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Post post) {
      response.setEntity(hooks.messagesWillBeConsumed(List.of(post)).get(0));
    } else if (response.getEntity() instanceof PostList list && !list.posts().isEmpty()) {
      Map<String, Post> shown =
          hooks.messagesWillBeConsumed(List.copyOf(list.posts().values())).stream()
              .collect(toMap(Post::id, identity()));
      response.setEntity(list.toBuilder().posts(shown).build());
    }
  }
}
