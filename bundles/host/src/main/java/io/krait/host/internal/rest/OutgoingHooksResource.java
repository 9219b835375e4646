package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.webhooks.OutgoingHook;
import io.krait.host.internal.webhooks.OutgoingHooks;
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

/** The addresses that are called with posts, for those who may manage them. */
@Path("hooks/outgoing")
public final class OutgoingHooksResource {

  private static final String MANAGE = "manage_outgoing_webhooks";
  private static final String MANAGE_OTHERS = "manage_others_outgoing_webhooks";

  private final HostServices services;
  private final OutgoingHooks hooks;
  private final Access access;

  OutgoingHooksResource(HostServices services, Access access) {
    this.services = services;
    this.hooks = services.outgoingHooks();
    this.access = access;
  }

  @POST
  public Response create(@Context SecurityContext security, Map<String, Object> body) {
    Caller caller = Caller.of(security);
    Wanted wanted = new Wanted();
    wanted.take(body);
    wanted.teamId = Answers.required(body, "team_id");
    access.inTeam(caller, wanted.teamId, MANAGE);
    return Answers.created(hooks.create(caller.id(), wanted.build()));
  }

  @GET
  public Response list(
      @Context SecurityContext security,
      @QueryParam("team_id") @Nullable String team,
      @QueryParam("channel_id") @Nullable String channel,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    Caller caller = Caller.of(security);
    String channelId = channel == null ? "" : channel;
    String teamId =
        channelId.isEmpty()
            ? (team == null ? "" : team)
            : services.channels().get(channelId).teamId();
    if (teamId.isEmpty()) {
      access.onServer(caller, MANAGE);
    } else {
      access.inTeam(caller, teamId, MANAGE);
    }
    String creatorId = mayManageOthers(caller, teamId) ? "" : caller.id();
    return Answers.ok(hooks.list(teamId, channelId, creatorId, Answers.page(page, perPage)));
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
    managed(Caller.of(security), id);
    return Answers.ok(
        hooks.change(
            id,
            present -> {
              Wanted wanted = new Wanted(present);
              wanted.take(body);
              return wanted.build();
            }));
  }

  @POST
  @Path("{hook}/regen_token")
  public Response renewToken(@Context SecurityContext security, @PathParam("hook") String id) {
    managed(Caller.of(security), id);
    return Answers.ok(hooks.withNewToken(id));
  }

  @DELETE
  @Path("{hook}")
  public Response delete(@Context SecurityContext security, @PathParam("hook") String id) {
    managed(Caller.of(security), id);
    hooks.delete(id);
    return Answers.done();
  }

  private OutgoingHook managed(Caller caller, String id) {
    OutgoingHook hook = hooks.get(id);
    access.inTeam(caller, hook.teamId(), MANAGE);
    Access.require(
        hook.creatorId().equals(caller.id()) || mayManageOthers(caller, hook.teamId()),
        MANAGE_OTHERS);
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
    private String teamId = "";
    private List<String> triggerWords = List.of();
    private int triggerWhen;
    private List<String> callbackUrls = List.of();
    private String displayName = "";
    private String description = "";
    private String contentType = "";
    private String username = "";
    private String iconUrl = "";

    Wanted() {}

    Wanted(OutgoingHook.Wanted before) {
      channelId = before.channelId();
      teamId = before.teamId();
      triggerWords = before.triggerWords();
      triggerWhen = before.triggerWhen();
      callbackUrls = before.callbackUrls();
      displayName = before.displayName();
      description = before.description();
      contentType = before.contentType();
      username = before.username();
      iconUrl = before.iconUrl();
    }

    void take(Map<String, Object> body) {
      Patch.of(body)
          .text("channel_id", text -> channelId = text)
          .list("trigger_words", words -> triggerWords = words)
          .list("callback_urls", urls -> callbackUrls = urls)
          .text("display_name", text -> displayName = text)
          .text("description", text -> description = text)
          .text("content_type", text -> contentType = text)
          .text("username", text -> username = text)
          .text("icon_url", text -> iconUrl = text);
      Object when = body.get("trigger_when");
      if (when instanceof Integer number) {
        triggerWhen = number;
      } else if (when != null) {
        throw Answers.invalid("trigger_when");
      }
    }

    OutgoingHook.Wanted build() {
      return new OutgoingHook.Wanted(
          channelId,
          teamId,
          triggerWords,
          triggerWhen,
          callbackUrls,
          displayName,
          description,
          contentType,
          username,
          iconUrl);
    }
  }
}
