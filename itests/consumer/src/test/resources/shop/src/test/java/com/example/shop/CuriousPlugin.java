package com.example.shop;

import io.krait.api.PluginApi;
import io.krait.api.PluginHooks;
import io.krait.api.model.MessageWillBePostedResult;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;

/** A plugin for tests of the shop: it answers with what it has asked the shop for. */
public final class CuriousPlugin implements PluginHooks {

  private final PluginApi shop;

  CuriousPlugin(PluginApi shop) {
    this.shop = shop;
  }

  @Override
  public MessageWillBePostedResult messageWillBePosted(PluginContext context, Post post) {
    return MessageWillBePostedResult.builder()
        .modifiedPost(post.toBuilder().message("version " + shop.getServerVersion()).build())
        .build();
  }
}
