package io.krait.itests;

import io.krait.api.HookDispatcher;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;

/**
 * Posts that the plugins of a container are asked about; apart from it, which knows no class of
 * Krait's.
 */
final class HookedPosts {
  private final Container container;

  HookedPosts(Container container) {
    this.container = container;
  }

  /** What plugins make of this message; {@code unchanged} where they leave it. */
  String posted(String message) throws Exception {
    return container
        .service(HookDispatcher.class)
        .blocking()
        .messageWillBePosted(
            PluginContext.builder().build(), Post.builder().message(message).build())
        .modifiedPost()
        .map(Post::message)
        .orElse("unchanged");
  }
}
