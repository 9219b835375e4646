package io.krait.testing.example;

import io.krait.api.Bytes;
import io.krait.api.PluginHooks;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.testing.FakePluginProcess;

/** Of the Javadoc of {@link io.krait.testing.FakePlugin}. */
public final class PolitePlugin implements PluginHooks {
  private final FakePluginProcess process;

  PolitePlugin(FakePluginProcess process) {
    this.process = process;
  }

  @Override
  public MessageWillBePostedResult messageWillBePosted(PluginContext context, Post post) {
    process.api().kvSet("last", Bytes.utf8(post.message()));
    String polite = post.message() + ", " + process.arguments().get(0);
    return MessageWillBePostedResult.builder()
        .modifiedPost(post.toBuilder().message(polite).build())
        .build();
  }
}
