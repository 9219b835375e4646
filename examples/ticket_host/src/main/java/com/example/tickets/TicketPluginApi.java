package com.example.tickets;

import io.krait.api.AppError;
import io.krait.api.PluginApi;
import io.krait.api.model.Post;

/**
 * What plugins can ask the desk for. All that it does not have here Krait answers, or it fails with
 * status 501 and the name of the method. Safe for use from any thread.
 */
final class TicketPluginApi implements PluginApi {

  private final Tickets tickets;

  TicketPluginApi(Tickets tickets) {
    this.tickets = tickets;
  }

  /** A post in the channel of a ticket, which has its number, is an answer. */
  @Override
  public Post createPost(Post post) {
    Ticket answered =
        tickets
            .answer(post.channelId(), post.message())
            .orElseThrow(
                () -> AppError.of("desk.no_ticket", "there is no ticket " + post.channelId(), 404));
    return post.toBuilder()
        .id(answered.number() + "." + answered.answers().size())
        .createAt(System.currentTimeMillis())
        .build();
  }
}
