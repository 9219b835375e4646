package io.krait.host.internal.rest;

import io.krait.api.model.Session;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;

/** Where users are logged in. Tokens of sessions are not told. */
@Path("users")
public final class SessionsResource {

  private final HostServices services;
  private final Access access;

  SessionsResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @GET
  @Path("{id}/sessions")
  public Response list(@Context SecurityContext security, @PathParam("id") String id) {
    return Answers.ok(
        services.sessions().ofUser(of(security, id)).stream()
            .map(session -> session.toBuilder().token("").props(Map.of()).build())
            .toList());
  }

  @POST
  @Path("{id}/sessions/revoke")
  public Response revoke(
      @Context SecurityContext security, @PathParam("id") String id, Map<String, Object> body) {
    String userId = of(security, id);
    Session session = services.sessions().get(Answers.required(body, "session_id"));
    if (!session.userId().equals(userId)) {
      throw Answers.invalid("session_id");
    }
    services.sessions().revoke(session.id());
    return Answers.done();
  }

  @POST
  @Path("{id}/sessions/revoke/all")
  public Response revokeAll(@Context SecurityContext security, @PathParam("id") String id) {
    services.sessions().revokeAll(services.users().get(of(security, id)).id());
    return Answers.done();
  }

  @POST
  @Path("sessions/revoke/all")
  public Response revokeEverybodys(@Context SecurityContext security) {
    access.onServer(Caller.of(security), "manage_system");
    services.sessions().revokeAll("");
    return Answers.done();
  }

  @PUT
  @Path("sessions/device")
  public Response device(@Context SecurityContext security, Map<String, Object> body) {
    // Clients tell other things of their device here, too, of which the server makes nothing.
    if (body.containsKey("device_id")) {
      services
          .sessions()
          .setDevice(Caller.of(security).session().id(), Answers.required(body, "device_id"));
    }
    return Answers.done();
  }

  private String of(SecurityContext security, String id) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(id);
    access.toUser(caller, userId);
    return userId;
  }
}
