package io.krait.benchmarks.plugins;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.model.Post;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.hooks.Asked;

/** Asks and tells plugins of posts, as the host does. */
record HookedPosts(AsyncPluginHooks plugins) implements HostHooks {

  @Override
  public Asked<Post> messageWillBePosted(Post post) {
    return new Asked<>(
        plugins
            .messageWillBePosted(Message.CONTEXT, post)
            .thenApply(answer -> answer.modifiedPost().orElse(post)));
  }

  @Override
  public void messageHasBeenPosted(Post post) {
    var unused = plugins.messageHasBeenPosted(Message.CONTEXT, post);
  }
}
