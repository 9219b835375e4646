package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.testing.FakePlugin;
import io.krait.testing.KraitServer;
import org.junit.jupiter.api.Test;

class ShopTest {

  @Test
  void pluginsSeeTheVersionOfTheShop() throws Exception {
    FakePlugin plugin =
        FakePlugin.builder("com.example.curious").hooks(CuriousPlugin.class).build();

    try (KraitServer server = KraitServer.start(new Shop())) {
      server.run(plugin);

      String answer =
          server
              .hooks()
              .blocking()
              .messageWillBePosted(PluginContext.builder().build(), Post.builder().build())
              .modifiedPost()
              .orElseThrow()
              .message();

      assertEquals("version 10.0.0", answer);
    }
  }
}
