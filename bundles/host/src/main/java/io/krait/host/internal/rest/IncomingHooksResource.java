package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.model.Channel;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.webhooks.IncomingHook;
import io.krait.host.internal.webhooks.IncomingHooks;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;

/** The addresses by which others post, for those who may manage them. */
@Path("hooks/incoming")
public final class IncomingHooksResource {

  private static final String MANAGE = "manage_incoming_webhooks";
  private static final String MANAGE_OTHERS = "manage_others_incoming_webhooks";

  private final HostServices services;
  private final IncomingHooks hooks;
  private final Access access;

  IncomingHooksResource(HostServices services, Access access) {
    this.services = services;
    this.hooks = services.incomingHooks();
    this.access = access;
  }

  @POST
  public Response create(@Context SecurityContext security, Map<String, Object> body) {
    Caller caller = Caller.of(security);
    Wanted wanted = new Wanted();
    wanted.take(body);
    Channel channel = readable(caller, Answers.required(body, "channel_id"));
    access.inTeam(caller, channel.teamId(), MANAGE);
    return Answers.created(hooks.create(caller.id(), wanted.build()));
  }

  @GET
  public Response list(
      @Context SecurityContext security,
      @QueryParam("team_id") @Nullable String team,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage,
      @QueryParam("include_total_count") boolean counted) {
    Caller caller = Caller.of(security);
    String teamId = team == null ? "" : team;
    if (teamId.isEmpty()) {
      access.onServer(caller, MANAGE);
    } else {
      access.inTeam(caller, teamId, MANAGE);
    }
    String userId = mayManageOthers(caller, teamId) ? "" : caller.id();
    List<IncomingHook> listed = hooks.list(teamId, userId, Answers.page(page, perPage));
    return Answers.ok(
        counted
            ? Map.of("incoming_webhooks", listed, "total_count", hooks.count(teamId, userId))
            : listed);
  }

  @GET
  @Path("{hook}")
  public Response get(@Context SecurityContext security, @PathParam("hook") String id) {
    return Answers.ok(managed(Caller.of(security), id));
  }

  @PUT
  @Path("{hook}")
  public Response update(
      @Context SecurityContext security, @PathParam("hook") String id, Map<String, Object> body) {
    Caller caller = Caller.of(security);
    String present = managed(caller, id).channelId();
    String wanted = body.get("channel_id") instanceof String other ? other : present;
    access.inTeam(caller, readable(caller, wanted).teamId(), MANAGE);
    return Answers.ok(
        hooks.change(
            id,
            before -> {
              Wanted after = new Wanted(before);
              after.take(body);
              return after.build();
            }));
  }

  @DELETE
  @Path("{hook}")
  public Response delete(@Context SecurityContext security, @PathParam("hook") String id) {
    managed(Caller.of(security), id);
    hooks.delete(id);
    return Answers.done();
  }

  private Channel readable(Caller caller, String channelId) {
    Channel channel = services.channels().get(channelId);
    access.toRead(caller, channel);
    return channel;
  }

  private IncomingHook managed(Caller caller, String id) {
    IncomingHook hook = hooks.get(id);
    access.inTeam(caller, hook.teamId(), MANAGE);
    Access.require(
        hook.userId().equals(caller.id()) || mayManageOthers(caller, hook.teamId()), MANAGE_OTHERS);
    return hook;
  }

  private boolean mayManageOthers(Caller caller, String teamId) {
    return access.isAdministrator(caller)
        || (teamId.isEmpty()
            ? services.permissions().onServer(caller.id(), MANAGE_OTHERS)
            : services.permissions().inTeam(caller.id(), teamId, MANAGE_OTHERS));
  }

  /** What a body says of a hook, over what was there. */
  private static final class Wanted {
    private String channelId = "";
    private String displayName = "";
    private String description = "";
    private String username = "";
    private String iconUrl = "";
    private boolean locked;

    Wanted() {}

    Wanted(IncomingHook.Wanted before) {
      channelId = before.channelId();
      displayName = before.displayName();
      description = before.description();
      username = before.username();
      iconUrl = before.iconUrl();
      locked = before.channelLocked();
    }

    void take(Map<String, Object> body) {
      Patch.of(body)
          .text("channel_id", text -> channelId = text)
          .text("display_name", text -> displayName = text)
          .text("description", text -> description = text)
          .text("username", text -> username = text)
          .text("icon_url", text -> iconUrl = text)
          .flag("channel_locked", flag -> locked = flag);
    }

    IncomingHook.Wanted build() {
      return new IncomingHook.Wanted(
          channelId, displayName, description, username, iconUrl, locked);
    }
  }
}
