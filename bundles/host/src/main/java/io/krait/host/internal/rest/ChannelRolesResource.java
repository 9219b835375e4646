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

/** What members of channels may do there. */
@Path("channels")
public final class ChannelRolesResource {

  private final HostServices services;
  private final Access access;

  ChannelRolesResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @PUT
  @Path("{channel}/members/{user}/roles")
  public Response roles(
      @Context SecurityContext security,
      @PathParam("channel") String id,
      @PathParam("user") String user,
      Map<String, Object> body) {
    Caller caller = Caller.of(security);
    access.inChannel(caller, id, "manage_channel_roles");
    services.channelMembers().setRoles(id, caller.resolve(user), Answers.required(body, "roles"));
    return Answers.done();
  }

  @PUT
  @Path("{channel}/members/{user}/schemeRoles")
  public Response schemeRoles(
      @Context SecurityContext security,
      @PathParam("channel") String id,
      @PathParam("user") String user,
      Map<String, Object> body) {
    Caller caller = Caller.of(security);
    access.inChannel(caller, id, "manage_channel_roles");
    services
        .channelMembers()
        .changeRoles(id, caller.resolve(user), before -> SchemeRoles.of("channel", before, body));
    return Answers.done();
  }

  @PUT
  @Path("{channel}/scheme")
  public Response scheme(
      @Context SecurityContext security,
      @PathParam("channel") String id,
      Map<String, Object> body) {
    access.onServer(Caller.of(security), "manage_system");
    services.channels().get(id);
    Schemes.refuse(Optional.ofNullable(body.get("scheme_id")).map(Object::toString));
    // It follows that of the server already.
    return Answers.done();
  }
}
