package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.model.PostList;
import io.krait.host.internal.chat.PostLists;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.concurrent.CompletionStage;

/** The posts around the first one that a member of a channel has not read. */
@Path("users/{user}/channels/{channel}/posts/unread")
public final class UnreadPostsResource {

  private final HostServices services;
  private final Access access;
  private final ConsumedPosts consumed;

  UnreadPostsResource(HostServices services, Access access, ConsumedPosts consumed) {
    this.services = services;
    this.access = access;
    this.consumed = consumed;
  }

  @GET
  @Answered(PostList.class)
  public CompletionStage<Response> around(
      @Context SecurityContext security,
      @PathParam("user") String user,
      @PathParam("channel") String channel,
      @QueryParam("limit_before") @Nullable String before,
      @QueryParam("limit_after") @Nullable String after,
      @QueryParam("collapsedThreads") boolean threads) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(user);
    access.toUser(caller, userId);
    access.toRead(caller, services.channels().get(channel));
    long seen = services.channelMembers().get(channel, userId).lastViewedAt();
    PostLists lists = threads ? services.postLists().withoutReplies() : services.postLists();
    PostList list =
        lists.around(
            channel, seen, Answers.page("0", before).limit(), Answers.page("0", after).limit());
    return threads ? consumed.withThreads(caller, list) : consumed.ok(list);
  }
}
