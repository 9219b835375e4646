package com.example.tickets;

import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.api.PluginHooks;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;

/** A plugin for tests of the desk: it answers questions, and refuses some. */
public final class AnsweringPlugin implements PluginHooks {

  private final PluginApi api;

  AnsweringPlugin(PluginApi api) {
    this.api = api;
  }

  @Override
  public MessageWillBePostedResult messageWillBePosted(PluginContext context, Post question) {
    if (question.message().isEmpty()) {
      return MessageWillBePostedResult.builder().rejectionReason("ask something").build();
    }
    return MessageWillBePostedResult.builder().build();
  }

  @Override
  public void messageHasBeenPosted(PluginContext context, Post question) {
    api.createPost(question.toBuilder().message("Have you tried another key?").build());
    api.kvSet("answered", Bytes.utf8(question.message()));
  }
}
