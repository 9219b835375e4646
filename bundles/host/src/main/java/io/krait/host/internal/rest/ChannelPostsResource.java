package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.PostList;
import io.krait.host.internal.chat.Page;
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

/** The posts of channels, page by page. */
@Path("channels")
public final class ChannelPostsResource {

  private final HostServices services;
  private final Access access;
  private final ConsumedPosts consumed;

  ChannelPostsResource(HostServices services, Access access, ConsumedPosts consumed) {
    this.services = services;
    this.access = access;
    this.consumed = consumed;
  }

  @GET
  @Path("{channel}/posts")
  @Answered(PostList.class)
  public CompletionStage<Response> posts(
      @Context SecurityContext security,
      @PathParam("channel") String id,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage,
      @QueryParam("since") @Nullable String since,
      @QueryParam("before") @Nullable String before,
      @QueryParam("after") @Nullable String after,
      @QueryParam("collapsedThreads") boolean threads) {
    Caller caller = Caller.of(security);
    access.toRead(caller, services.channels().get(id));
    PostLists lists = threads ? services.postLists().withoutReplies() : services.postLists();
    PostList list;
    if (given(since)) {
      list = lists.since(id, moment(since));
    } else {
      Page wanted = Answers.page(page, perPage);
      if (given(before)) {
        list = lists.before(id, before, wanted);
      } else if (given(after)) {
        list = lists.after(id, after, wanted);
      } else {
        list = lists.inChannel(id, wanted);
      }
    }
    return threads ? consumed.withThreads(caller, list) : consumed.ok(list);
  }

  private static boolean given(@Nullable String text) {
    return text != null && !text.isEmpty();
  }

  private static long moment(@Nullable String text) {
    try {
      return Long.parseLong(String.valueOf(text));
    } catch (NumberFormatException noNumber) {
      throw AppError.of(
          "api.context.invalid_url_param.app_error",
          "since is a moment in milliseconds since the epoch",
          400);
    }
  }

  @GET
  @Path("{channel}/pinned")
  @Answered(PostList.class)
  public CompletionStage<Response> pinned(
      @Context SecurityContext security, @PathParam("channel") String id) {
    access.toRead(Caller.of(security), services.channels().get(id));
    return consumed.ok(services.postLists().pinned(id));
  }
}
