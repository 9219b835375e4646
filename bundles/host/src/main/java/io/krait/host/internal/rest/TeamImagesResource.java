package io.krait.host.internal.rest;

import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;

/** Pictures of teams. */
@Path("teams")
public final class TeamImagesResource {

  private static final String PNG = "image/png";

  private final HostServices services;
  private final Access access;

  TeamImagesResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @GET
  @Path("{id}/image")
  @Answered(type = "*/*")
  public Response ofTeam(@Context SecurityContext security, @PathParam("id") String id) {
    access.inTeam(Caller.of(security), id, "view_team");
    return Downloads.picture(PNG, services.portraits().ofTeam(id));
  }

  @POST
  @Path("{id}/image")
  public Response setOfTeam(
      @Context SecurityContext security,
      @Context HttpHeaders headers,
      @PathParam("id") String id,
      InputStream body) {
    access.inTeam(Caller.of(security), id, "manage_team");
    services.portraits().setOfTeam(id, PortraitForm.image(headers.getMediaType(), body));
    return Answers.done();
  }

  @DELETE
  @Path("{id}/image")
  public Response removeOfTeam(@Context SecurityContext security, @PathParam("id") String id) {
    access.inTeam(Caller.of(security), id, "manage_team");
    services.portraits().removeOfTeam(id);
    return Answers.done();
  }
}
