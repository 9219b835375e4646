package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.Team;
import io.krait.host.internal.chat.Schemes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;

/** Permission schemes of teams and channels, of which this server has none. */
@Path("schemes")
public final class SchemesResource {

  private final Access access;

  SchemesResource(Access access) {
    this.access = access;
  }

  @GET
  public Response list(@Context SecurityContext security) {
    manage(security);
    return Answers.ok(List.of());
  }

  @POST
  public Response create(@Context SecurityContext security, Map<String, Object> body) {
    manage(security);
    throw Schemes.notImplemented();
  }

  @GET
  @Path("{scheme}")
  public Response get(@Context SecurityContext security, @PathParam("scheme") String id) {
    throw missing(security, id);
  }

  @DELETE
  @Path("{scheme}")
  public Response delete(@Context SecurityContext security, @PathParam("scheme") String id) {
    throw missing(security, id);
  }

  @PUT
  @Path("{scheme}/patch")
  public Response patch(
      @Context SecurityContext security, @PathParam("scheme") String id, Map<String, Object> body) {
    throw missing(security, id);
  }

  @GET
  @Path("{scheme}/teams")
  @Answered(value = Team.class, list = true)
  public Response teams(@Context SecurityContext security, @PathParam("scheme") String id) {
    throw missing(security, id);
  }

  @GET
  @Path("{scheme}/channels")
  @Answered(value = Channel.class, list = true)
  public Response channels(@Context SecurityContext security, @PathParam("scheme") String id) {
    throw missing(security, id);
  }

  private void manage(SecurityContext security) {
    access.onServer(Caller.of(security), "manage_system");
  }

  private AppError missing(SecurityContext security, String id) {
    manage(security);
    return AppError.of("app.scheme.get.app_error", "there is no permission scheme " + id, 404);
  }
}
