package io.krait.api.example;

import io.krait.api.AppError;
import io.krait.api.FailureCause;
import io.krait.api.HookDispatcher;
import io.krait.api.management.PluginManager;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;

/** Of the Javadoc of the API. */
final class ShopCalls {

  Post posted(HookDispatcher hooks, PluginContext context, Post post) {
    MessageWillBePostedResult result = hooks.blocking().messageWillBePosted(context, post);
    if (!result.rejectionReason().isEmpty()) {
      throw AppError.of("shop.refused", result.rejectionReason(), 400);
    }
    Post stored = store(result.modifiedPost().orElse(post));
    hooks.blocking().messageHasBeenPosted(context, stored);
    return stored;
  }

  CompletableFuture<String> installed(PluginManager plugins, InputStream archive) {
    return plugins
        .install(archive, true)
        .thenCompose(plugin -> plugins.enable(plugin.id()))
        .thenApply(plugin -> plugin.id() + " " + plugin.version() + " runs")
        .exceptionally(failure -> FailureCause.of(failure).getMessage());
  }

  private static Post store(Post post) {
    return post.toBuilder().id("1").build();
  }
}
