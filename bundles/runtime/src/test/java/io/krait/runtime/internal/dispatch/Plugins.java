package io.krait.runtime.internal.dispatch;

import io.krait.api.HookName;
import io.krait.api.PluginHooks;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
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

  static DispatchSettings settings(int notificationQueue) {
    return new DispatchSettings(HookName::deadline, notificationQueue, 4, 100);
  }
}
