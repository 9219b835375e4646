package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.model.UserAccessToken;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;

/** Tokens that stand for a user until they are taken away. */
@Path("users")
public final class AccessTokensResource {

  private static final String CREATE = "create_user_access_token";
  private static final String READ = "read_user_access_token";
  private static final String REVOKE = "revoke_user_access_token";

  private final HostServices services;
  private final Access access;

  AccessTokensResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @POST
  @Path("{id}/tokens")
  public Response create(
      @Context SecurityContext security, @PathParam("id") String id, Map<String, Object> body) {
    Caller caller = Caller.of(security);
    String userId = of(caller, id, CREATE);
    return Answers.ok(
        services
            .accessTokens()
            .create(
                UserAccessToken.builder()
                    .userId(userId)
                    .description(Answers.required(body, "description"))
                    .build()));
  }

  @GET
  @Path("{id}/tokens")
  public Response ofUser(
      @Context SecurityContext security,
      @PathParam("id") String id,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    String userId = of(Caller.of(security), id, READ);
    return Answers.ok(services.accessTokens().list(userId, Answers.page(page, perPage)));
  }

  @GET
  @Path("tokens")
  public Response list(
      @Context SecurityContext security,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    access.onServer(Caller.of(security), "manage_system");
    return Answers.ok(services.accessTokens().list("", Answers.page(page, perPage)));
  }

  @POST
  @Path("tokens/search")
  public Response search(@Context SecurityContext security, Map<String, Object> body) {
    access.onServer(Caller.of(security), "manage_system");
    return Answers.ok(services.accessTokens().search(Answers.required(body, "term")));
  }

  @GET
  @Path("tokens/{token}")
  public Response get(@Context SecurityContext security, @PathParam("token") String id) {
    return Answers.ok(existing(Caller.of(security), id, READ));
  }

  @POST
  @Path("tokens/revoke")
  public Response revoke(@Context SecurityContext security, Map<String, Object> body) {
    services.accessTokens().revoke(named(Caller.of(security), body, REVOKE));
    return Answers.done();
  }

  @POST
  @Path("tokens/disable")
  public Response disable(@Context SecurityContext security, Map<String, Object> body) {
    services.accessTokens().setActive(named(Caller.of(security), body, REVOKE), false);
    return Answers.done();
  }

  @POST
  @Path("tokens/enable")
  public Response enable(@Context SecurityContext security, Map<String, Object> body) {
    services.accessTokens().setActive(named(Caller.of(security), body, CREATE), true);
    return Answers.done();
  }

  private String named(Caller caller, Map<String, Object> body, String permission) {
    return existing(caller, Answers.required(body, "token_id"), permission).id();
  }

  private UserAccessToken existing(Caller caller, String id, String permission) {
    access.onServer(caller, permission);
    UserAccessToken token = services.accessTokens().get(id);
    access.toUserOrBot(caller, token.userId(), services.bots().find(token.userId()));
    return token;
  }

  private String of(Caller caller, String id, String permission) {
    access.onServer(caller, permission);
    String userId = caller.resolve(id);
    access.toUserOrBot(caller, userId, services.bots().find(userId));
    return userId;
  }
}
