package io.krait.benchmarks.plugins;

import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.protocol.convert.Disclosure;
import io.krait.protocol.convert.PluginContextConverter;
import io.krait.protocol.convert.PostConverter;
import io.krait.protocol.v1.MessageWillBePostedRequest;

/** The message that all calls are about, of about 200 bytes. */
final class Message {

  static final PluginContext CONTEXT =
      PluginContext.builder().requestId("request").ipAddress("127.0.0.1").build();

  static final Post POST =
      Post.builder()
          .id("post".repeat(6))
          .userId("user".repeat(6))
          .channelId("chan".repeat(6))
          .message(
              "a message of about eighty characters, as people write them to one another all day")
          .createAt(1_700_000_000_000L)
          .build();

  private Message() {}

  /** It as Krait sends it. */
  static MessageWillBePostedRequest request() {
    return MessageWillBePostedRequest.newBuilder()
        .setPluginContext(PluginContextConverter.toWire(CONTEXT, Disclosure.TO_PLUGIN))
        .setPost(PostConverter.toWire(POST, Disclosure.TO_PLUGIN))
        .build();
  }
}
