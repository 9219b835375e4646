package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.api.model.Bot;
import io.krait.api.model.BotGetOptions;
import io.krait.api.model.BotPatch;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Permissions;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Bots. Whoever may not see one is told that there is none. */
@Path("bots")
public final class BotsResource {

  private final HostServices services;
  private final Access access;
  private final Permissions permissions;

  BotsResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
    this.permissions = services.permissions();
  }

  @POST
  public Response create(@Context SecurityContext security, Bot wanted) {
    Caller caller = Caller.of(security);
    access.onServer(caller, "create_bot");
    Access.require(!caller.user().isBot(), "create_bot");
    if (!services.configuration().flag("ServiceSettings", "EnableBotAccountCreation")) {
      throw AppError.of(
          "api.bot.create_disabled",
          "bots are created by plugins only: ServiceSettings.EnableBotAccountCreation is off",
          403);
    }
    Bot bot =
        Bot.builder()
            .username(wanted.username())
            .displayName(wanted.displayName())
            .description(wanted.description())
            .ownerId(caller.id())
            .build();
    return Answers.created(services.bots().create(bot));
  }

  @GET
  public Response list(
      @Context SecurityContext security,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage,
      @QueryParam("include_deleted") @Nullable String includeDeleted,
      @QueryParam("only_orphaned") @Nullable String onlyOrphaned) {
    Caller caller = Caller.of(security);
    Page wanted = Answers.page(page, perPage);
    BotGetOptions.Builder options =
        BotGetOptions.builder()
            .page((int) (wanted.offset() / wanted.limit()))
            .perPage(wanted.limit())
            .includeDeleted(Boolean.parseBoolean(includeDeleted))
            .onlyOrphaned(Boolean.parseBoolean(onlyOrphaned));
    if (!permissions.onServer(caller.id(), "read_others_bots")) {
      access.onServer(caller, "read_bots");
      options.ownerId(caller.id());
    }
    return Answers.ok(services.bots().list(options.build()));
  }

  @GET
  @Path("{id}")
  public Response get(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @QueryParam("include_deleted") @Nullable String includeDeleted) {
    Bot bot = services.bots().get(id, Boolean.parseBoolean(includeDeleted));
    if (!may(Caller.of(security), bot, "read_bots", "read_others_bots")) {
      throw missing(id);
    }
    return Answers.ok(bot);
  }

  @PUT
  @Path("{id}")
  public Response patch(
      @Context SecurityContext security, @PathParam("id") String id, BotPatch patch) {
    manage(Caller.of(security), id);
    return Answers.ok(services.bots().patch(id, patch));
  }

  @POST
  @Path("{id}/enable")
  public Response enable(@Context SecurityContext security, @PathParam("id") String id) {
    manage(Caller.of(security), id);
    return Answers.ok(services.bots().setActive(id, true));
  }

  @POST
  @Path("{id}/disable")
  public Response disable(@Context SecurityContext security, @PathParam("id") String id) {
    manage(Caller.of(security), id);
    return Answers.ok(services.bots().setActive(id, false));
  }

  @POST
  @Path("{id}/assign/{user}")
  public Response assign(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @PathParam("user") String userId) {
    manage(Caller.of(security), id);
    return Answers.ok(services.bots().assign(id, services.users().get(userId).id()));
  }

  private void manage(Caller caller, String id) {
    Bot bot = services.bots().get(id, true);
    if (may(caller, bot, "manage_bots", "manage_others_bots")) {
      return;
    }
    if (!may(caller, bot, "read_bots", "read_others_bots")) {
      throw missing(id);
    }
    Access.require(false, "manage_bots");
  }

  private boolean may(Caller caller, Bot bot, String own, String others) {
    return permissions.onServer(caller.id(), bot.ownerId().equals(caller.id()) ? own : others);
  }

  private static AppError missing(String id) {
    return AppError.of("store.sql_bot.get.missing.app_error", "there is no bot " + id, 404);
  }
}
