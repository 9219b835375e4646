package io.krait.host.internal.rest;

import io.krait.host.internal.chat.Schemes;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.Optional;

/** What members of teams may do there. */
@Path("teams")
public final class TeamRolesResource {

  private final HostServices services;
  private final Access access;

  TeamRolesResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @PUT
  @Path("{team}/members/{user}/roles")
  public Response roles(
      @Context SecurityContext security,
      @PathParam("team") String id,
      @PathParam("user") String user,
      Map<String, Object> body) {
    Caller caller = Caller.of(security);
    access.inTeam(caller, id, "manage_team_roles");
    services.teamMembers().setRoles(id, caller.resolve(user), Answers.required(body, "roles"));
    return Answers.done();
  }

  @PUT
  @Path("{team}/members/{user}/schemeRoles")
  public Response schemeRoles(
      @Context SecurityContext security,
      @PathParam("team") String id,
      @PathParam("user") String user,
      Map<String, Object> body) {
    Caller caller = Caller.of(security);
    access.inTeam(caller, id, "manage_team_roles");
    services
        .teamMembers()
        .changeRoles(id, caller.resolve(user), before -> SchemeRoles.of("team", before, body));
    return Answers.done();
  }

  @PUT
  @Path("{team}/scheme")
  public Response scheme(
      @Context SecurityContext security, @PathParam("team") String id, Map<String, Object> body) {
    access.onServer(Caller.of(security), "manage_system");
    services.teams().get(id);
    Schemes.refuse(Optional.ofNullable(body.get("scheme_id")).map(Object::toString));
    // It follows that of the server already.
    return Answers.done();
  }
}
