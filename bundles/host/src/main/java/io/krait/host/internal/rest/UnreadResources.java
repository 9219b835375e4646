package io.krait.host.internal.rest;

import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What users have read and what not: each address is a resource of its own. */
final class UnreadResources {

  private final HostServices services;
  private final Access access;

  UnreadResources(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  private String user(SecurityContext security, String user) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(user);
    access.toUser(caller, userId);
    return userId;
  }

  /** A user has seen a channel. */
  @Path("channels/members/{user}/view")
  public static final class View {
    private final UnreadResources all;

    View(UnreadResources all) {
      this.all = all;
    }

    @POST
    public Response view(
        @Context SecurityContext security,
        @PathParam("user") String user,
        Map<String, Object> body) {
      String userId = all.user(security, user);
      List<String> channels =
          Stream.of("channel_id", "prev_channel_id")
              .map(name -> body.getOrDefault(name, ""))
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .filter(id -> !id.isEmpty())
              .toList();
      boolean threadsToo = !Boolean.TRUE.equals(body.get("collapsed_threads_supported"));
      return Answers.ok(
          Map.of(
              "status",
              "OK",
              "last_viewed_at_times",
              all.services.channelViews().view(userId, channels, threadsToo)));
    }
  }

  /** A user has seen several channels. */
  @Path("channels/members/{user}/mark_read")
  public static final class ViewSeveral {
    private final UnreadResources all;

    ViewSeveral(UnreadResources all) {
      this.all = all;
    }

    @POST
    public Response view(
        @Context SecurityContext security, @PathParam("user") String user, List<String> channels) {
      return Answers.ok(
          Map.of(
              "status",
              "OK",
              "last_viewed_at_times",
              all.services
                  .channelViews()
                  .view(all.user(security, user), Answers.ids(channels), true)));
    }
  }

  /** What a user has not read in a channel. */
  @Path("users/{user}/channels/{channel}/unread")
  public static final class OfChannel {
    private final UnreadResources all;

    OfChannel(UnreadResources all) {
      this.all = all;
    }

    @GET
    public Response unread(
        @Context SecurityContext security,
        @PathParam("user") String user,
        @PathParam("channel") String channel) {
      return Answers.ok(all.services.channelViews().ofChannel(all.user(security, user), channel));
    }
  }

  /** A user wants to read a post and all after it again. */
  @Path("users/{user}/posts/{post}/set_unread")
  public static final class SetUnread {
    private final UnreadResources all;

    SetUnread(UnreadResources all) {
      this.all = all;
    }

    @POST
    public Response setUnread(
        @Context SecurityContext security,
        @PathParam("user") String user,
        @PathParam("post") String post) {
      return Answers.ok(all.services.channelViews().markUnread(all.user(security, user), post));
    }
  }

  /** What a user has not read in each team. */
  @Path("users/{user}/teams/unread")
  public static final class OfTeams {
    private final UnreadResources all;

    OfTeams(UnreadResources all) {
      this.all = all;
    }

    @GET
    public Response unread(@Context SecurityContext security, @PathParam("user") String user) {
      return Answers.ok(all.services.channelViews().ofTeams(all.user(security, user)));
    }
  }

  /** What a user has not read in one team. */
  @Path("users/{user}/teams/{team}/unread")
  public static final class OfTeam {
    private final UnreadResources all;

    OfTeam(UnreadResources all) {
      this.all = all;
    }

    @GET
    public Response unread(
        @Context SecurityContext security,
        @PathParam("user") String user,
        @PathParam("team") String team) {
      return Answers.ok(all.services.channelViews().ofTeam(all.user(security, user), team));
    }
  }
}
