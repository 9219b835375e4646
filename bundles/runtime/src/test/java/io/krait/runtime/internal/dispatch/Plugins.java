package io.krait.runtime.internal.dispatch;

import io.krait.api.AsyncPluginHooks;
import io.krait.api.HookName;
import io.krait.api.PluginHooks;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Plugins and values for tests of the dispatch. */
final class Plugins {

  static final PluginContext CONTEXT = PluginContext.builder().build();

  private Plugins() {}

  static Post post(String message) {
    return Post.builder().message(message).build();
  }

  /** A plugin that changes the text of posts. */
  static PluginHooks editing(UnaryOperator<String> edit) {
    return new PluginHooks() {
      @Override
      public MessageWillBePostedResult messageWillBePosted(PluginContext context, Post post) {
        return MessageWillBePostedResult.builder()
            .modifiedPost(post.toBuilder().message(edit.apply(post.message())).build())
            .build();
      }
    };
  }

  /** A plugin that lets posts through as they are, or refuses them. */
  static PluginHooks answering(String rejectionReason) {
    return new PluginHooks() {
      @Override
      public MessageWillBePostedResult messageWillBePosted(PluginContext context, Post post) {
        return MessageWillBePostedResult.builder().rejectionReason(rejectionReason).build();
      }
    };
  }

  /** A plugin that never answers. */
  static AsyncPluginHooks silent() {
    return (AsyncPluginHooks)
        Proxy.newProxyInstance(
            AsyncPluginHooks.class.getClassLoader(),
            new Class<?>[] {AsyncPluginHooks.class},
            (proxy, method, arguments) -> new CompletableFuture<>());
  }

  static DispatchSettings settings(int notificationQueue) {
    return settings(HookName::deadline, notificationQueue);
  }

  static DispatchSettings settings(
      Function<HookName, Optional<Duration>> deadlines, int notificationQueue) {
    return new DispatchSettings(
        deadlines, notificationQueue, 4, 100, 1000, DispatchSettings.DEFAULT.breaker());
  }
}
