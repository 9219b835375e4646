package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.Post;
import io.krait.host.internal.chat.Threads;
import io.krait.host.internal.chat.UserThread;
import io.krait.host.internal.events.ThreadEvents;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The threads that a user follows. */
@Path("users/{user}/teams/{team}/threads")
public final class ThreadsResource {

  private final HostServices services;
  private final Access access;
  private final ConsumedPosts consumed;

  ThreadsResource(HostServices services, Access access, ConsumedPosts consumed) {
    this.services = services;
    this.access = access;
    this.consumed = consumed;
  }

  @GET
  public CompletionStage<Response> followed(
      @Context SecurityContext security,
      @PathParam("user") String user,
      @PathParam("team") String team,
      @QueryParam("per_page") @Nullable String perPage,
      @QueryParam("since") @DefaultValue("0") String since,
      @QueryParam("before") @DefaultValue("") String before,
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("unread") boolean unreadOnly,
      @QueryParam("totalsOnly") boolean totalsOnly,
      @QueryParam("threadsOnly") boolean threadsOnly,
      @QueryParam("extended") boolean extended) {
    String userId = own(security, user, team);
    List<UserThread> found =
        totalsOnly
            ? List.of()
            : services
                .threads()
                .ofUser(
                    userId,
                    team,
                    new Threads.Wanted(
                        Answers.page("0", perPage).limit(),
                        moment(since),
                        before,
                        after,
                        unreadOnly));
    Map<String, Object> answer = new LinkedHashMap<>();
    Threads.Totals totals =
        threadsOnly ? new Threads.Totals(0, 0, 0, 0) : services.threads().totals(userId, team);
    answer.put("total", totals.all());
    answer.put("total_unread_threads", totals.unread());
    answer.put("total_unread_mentions", totals.mentions());
    answer.put("total_unread_urgent_mentions", totals.urgentMentions());
    Caller caller = Caller.of(security);
    return consumed.answer(
        found.stream().map(UserThread::post).toList(),
        posts -> {
          List<Object> threads = new ArrayList<>();
          for (int i = 0; i < found.size(); i++) {
            threads.add(json(caller, found.get(i), posts.get(i), extended));
          }
          answer.put("threads", threads);
          return Answers.ok(answer);
        });
  }

  private static long moment(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException noNumber) {
      throw AppError.of(
          "api.context.invalid_url_param.app_error",
          "a moment is a number of milliseconds since the epoch",
          400);
    }
  }

  private Map<String, Object> json(Caller caller, UserThread thread, Post post, boolean extended) {
    return ThreadEvents.json(
        thread,
        post,
        extended
            ? consumed.users(caller, thread.participants())
            : thread.participants().stream().map(id -> Map.of("id", id)).toList());
  }

  @GET
  @Path("{thread}")
  public CompletionStage<Response> one(
      @Context SecurityContext security,
      @PathParam("user") String user,
      @PathParam("team") String team,
      @PathParam("thread") String id,
      @QueryParam("extended") boolean extended) {
    return answer(
        Caller.of(security), services.threads().get(own(security, user, team), id), extended);
  }

  private CompletionStage<Response> answer(Caller caller, UserThread thread, boolean extended) {
    return consumed.answer(
        List.of(thread.post()), posts -> Answers.ok(json(caller, thread, posts.get(0), extended)));
  }

  @PUT
  @Path("{thread}/following")
  public Response follow(
      @Context SecurityContext security,
      @PathParam("user") String user,
      @PathParam("team") String team,
      @PathParam("thread") String id) {
    return follow(security, user, team, id, true);
  }

  @DELETE
  @Path("{thread}/following")
  public Response unfollow(
      @Context SecurityContext security,
      @PathParam("user") String user,
      @PathParam("team") String team,
      @PathParam("thread") String id) {
    return follow(security, user, team, id, false);
  }

  private Response follow(
      SecurityContext security, String user, String team, String id, boolean following) {
    String userId = own(security, user, team);
    access.toRead(
        Caller.of(security), services.channels().get(services.posts().get(id).channelId()));
    services.threads().follow(userId, id, following);
    return Answers.done();
  }

  @PUT
  @Path("read")
  public Response readAll(
      @Context SecurityContext security,
      @PathParam("user") String user,
      @PathParam("team") String team) {
    services.threads().readAll(own(security, user, team), team);
    return Answers.done();
  }

  @PUT
  @Path("{thread}/read/{time}")
  public CompletionStage<Response> read(
      @Context SecurityContext security,
      @PathParam("user") String user,
      @PathParam("team") String team,
      @PathParam("thread") String id,
      @PathParam("time") String time) {
    return answer(
        Caller.of(security),
        services.threads().read(own(security, user, team), id, moment(time)),
        false);
  }

  @POST
  @Path("{thread}/set_unread/{post}")
  public CompletionStage<Response> setUnread(
      @Context SecurityContext security,
      @PathParam("user") String user,
      @PathParam("team") String team,
      @PathParam("thread") String id,
      @PathParam("post") String post) {
    return answer(
        Caller.of(security),
        services.threads().markUnread(own(security, user, team), id, post),
        false);
  }

  private String own(SecurityContext security, String user, String team) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(user);
    access.toUser(caller, userId);
    access.inTeam(caller, team, "view_team");
    return userId;
  }
}
