package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.model.OAuthApp;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.oauth.OAuthApps;
import io.krait.host.internal.plugin.HostServices;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The registrations of programs for OAuth 2.0, by those who may manage them. */
@Path("oauth/apps")
public final class OAuthResource {

  private static final String MANAGE = "manage_oauth";
  private static final String MANAGE_ALL = "manage_system_wide_oauth";

  private final OAuthApps apps;
  private final Access access;
  private final HostServices services;

  OAuthResource(HostServices services, Access access) {
    this.services = services;
    this.apps = services.oauthApps();
    this.access = access;
  }

  @POST
  public Response create(@Context SecurityContext security, Map<String, Object> body) {
    Caller caller = Caller.of(security);
    access.onServer(caller, MANAGE);
    OAuthApp.Builder app = described(body).creatorId(caller.id());
    if (!isManagerOfAll(caller)) {
      app.isTrusted(false);
    }
    return Answers.created(shown(apps.create(app.build()), true));
  }

  @GET
  public Response list(
      @Context SecurityContext security,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    Caller caller = Caller.of(security);
    access.onServer(caller, MANAGE);
    Page wanted = Answers.page(page, perPage);
    List<OAuthApp> found =
        isManagerOfAll(caller) ? apps.list(wanted) : apps.of(caller.id(), wanted);
    return Answers.ok(found.stream().map(app -> shown(app, true)).toList());
  }

  @GET
  @Path("{app}")
  public Response get(@Context SecurityContext security, @PathParam("app") String id) {
    return Answers.ok(shown(managed(Caller.of(security), id), true));
  }

  /** What any user may know, who is asked to give a program access. */
  @GET
  @Path("{app}/info")
  public Response info(@Context SecurityContext security, @PathParam("app") String id) {
    Caller.of(security);
    return Answers.ok(shown(apps.get(id), false));
  }

  @PUT
  @Path("{app}")
  public Response update(
      @Context SecurityContext security, @PathParam("app") String id, Map<String, Object> body) {
    Caller caller = Caller.of(security);
    OAuthApp before = managed(caller, id);
    if (body.get("id") instanceof String named && !named.equals(id)) {
      throw Answers.invalid("id");
    }
    OAuthApp.Builder app = described(body).id(id);
    if (!isManagerOfAll(caller)) {
      app.isTrusted(before.isTrusted());
    }
    return Answers.ok(shown(apps.update(app.build()), true));
  }

  @DELETE
  @Path("{app}")
  public Response delete(@Context SecurityContext security, @PathParam("app") String id) {
    managed(Caller.of(security), id);
    apps.delete(id);
    return Answers.done();
  }

  @POST
  @Path("{app}/regen_secret")
  public Response renewSecret(@Context SecurityContext security, @PathParam("app") String id) {
    managed(Caller.of(security), id);
    return Answers.ok(shown(apps.withNewSecret(id), true));
  }

  private OAuthApp managed(Caller caller, String id) {
    access.onServer(caller, MANAGE);
    OAuthApp app = apps.get(id);
    Access.require(app.creatorId().equals(caller.id()) || isManagerOfAll(caller), MANAGE_ALL);
    return app;
  }

  private boolean isManagerOfAll(Caller caller) {
    return services.permissions().onServer(caller.id(), MANAGE_ALL)
        || access.isAdministrator(caller);
  }

  private static OAuthApp.Builder described(Map<String, Object> body) {
    OAuthApp.Builder app = OAuthApp.builder();
    Patch.of(body)
        .text("name", app::name)
        .text("description", app::description)
        .text("icon_url", app::iconUrl)
        .text("homepage", app::homepage)
        .flag("is_trusted", app::isTrusted)
        .list("callback_urls", urls -> app.callbackUrls(String.join(" ", urls)));
    return app;
  }

  /** As clients know it: they have the callback addresses as a list. */
  private static Map<String, Object> shown(OAuthApp app, boolean withSecret) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", app.id());
    shown.put("creator_id", withSecret ? app.creatorId() : "");
    shown.put("create_at", withSecret ? app.createAt() : 0);
    shown.put("update_at", withSecret ? app.updateAt() : 0);
    shown.put("client_secret", withSecret ? app.clientSecret() : "");
    shown.put("name", app.name());
    shown.put("description", app.description());
    shown.put("icon_url", app.iconUrl());
    shown.put("callback_urls", withSecret ? List.of(app.callbackUrls().split(" ")) : List.of());
    shown.put("homepage", app.homepage());
    shown.put("is_trusted", app.isTrusted());
    shown.put("mattermost_app_id", app.mattermostAppId());
    return shown;
  }
}
