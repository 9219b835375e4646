package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.model.User;
import io.krait.api.model.UserGetOptions;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whom a user has to do with, how many there are, and what is known of what they have done. */
@Path("users")
public final class KnownUsersResource {

  private static final int MOST = 1000;
  private static final int MOST_CHANNELS = 100;
  private static final int MOST_OF_GROUP = 8;

  private final HostServices services;
  private final Access access;
  private final ShownUsers shown;

  KnownUsersResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
    this.shown = new ShownUsers(services, access);
  }

  /** The ids of those who are in a channel with the caller. */
  @GET
  @Path("known")
  @Answered(value = String.class, list = true)
  public Response known(@Context SecurityContext security) {
    String caller = Caller.of(security).id();
    return Answers.ok(
        services
            .userSearch()
            .seenBy(caller)
            .list(UserGetOptions.builder().perPage(MOST).build())
            .stream()
            .map(User::id)
            .filter(id -> !id.equals(caller))
            .toList());
  }

  @GET
  @Path("stats")
  public Response stats(@Context SecurityContext security) {
    Caller.of(security);
    long all =
        services
            .surroundings()
            .database()
            .inTransaction(sql -> sql.count("select count(*) from users where delete_at = 0"));
    return Answers.ok(Map.of("total_users_count", all));
  }

  /** Who is in each of these group channels, if the caller is. */
  @POST
  @Path("group_channels")
  public Response ofGroupChannels(@Context SecurityContext security, List<String> channels) {
    Caller caller = Caller.of(security);
    if (channels.size() > MOST_CHANNELS) {
      throw Answers.invalid("the body of the request", "names too many channels");
    }
    Map<String, List<User>> found = new LinkedHashMap<>();
    for (String id : Answers.ids(channels)) {
      if (services.permissions().inChannel(caller.id(), id, "read_channel")) {
        found.put(
            id,
            shown.to(caller, services.userSearch().inChannel(id, "", Page.of(0, MOST_OF_GROUP))));
      }
    }
    return Answers.ok(found);
  }

  @GET
  @Path("{user}/audits")
  public Response audits(
      @Context SecurityContext security,
      @PathParam("user") String user,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(user);
    access.toUser(caller, userId);
    return Answers.ok(services.system().audits().ofUser(userId, Answers.page(page, perPage)));
  }
}
