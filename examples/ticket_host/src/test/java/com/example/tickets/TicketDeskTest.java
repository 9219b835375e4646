package com.example.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.PluginHooks;
import io.krait.api.model.PluginContext;
import io.krait.api.model.Post;
import io.krait.testing.FakePlugin;
import io.krait.testing.KraitServer;
import org.junit.jupiter.api.Test;

class TicketDeskTest {

  @Test
  void aPluginAnswersTickets() throws Exception {
    TicketDesk desk = new TicketDesk();
    FakePlugin plugin =
        FakePlugin.builder("com.example.answering").hooks(AnsweringPlugin.class).build();

    try (KraitServer server =
        KraitServer.builder().host(desk).bundles("io.krait.hostkit").start()) {
      server.run(plugin);
      PluginHooks hooks = server.hooks().blocking();
      PluginContext context = PluginContext.builder().build();
      Ticket ticket = desk.tickets().open("Where is the key?");
      Post question =
          Post.builder()
              .channelId(String.valueOf(ticket.number()))
              .message("Where is the key?")
              .build();

      assertThat(hooks.messageWillBePosted(context, Post.builder().build()).rejectionReason())
          .isEqualTo("ask something");
      hooks.messageHasBeenPosted(context, question);

      KraitServer.await(
          "the plugin's answer",
          () -> desk.tickets().list().get(0).answers().contains("Have you tried another key?"));
    }
    assertThat(plugin.processes()).isEmpty();
  }
}
