package io.krait.host.internal.rest;

import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Who is a guest and who is not. */
@Path("users")
public final class GuestsResource {

  private final HostServices services;
  private final Access access;

  GuestsResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @POST
  @Path("{id}/promote")
  public Response promote(@Context SecurityContext security, @PathParam("id") String id) {
    Caller caller = Caller.of(security);
    access.onServer(caller, "promote_guest");
    services.guests().promote(caller.resolve(id));
    return Answers.done();
  }

  @POST
  @Path("{id}/demote")
  public Response demote(@Context SecurityContext security, @PathParam("id") String id) {
    Caller caller = Caller.of(security);
    access.onServer(caller, "demote_to_guest");
    services.guests().demote(caller.resolve(id));
    return Answers.done();
  }
}
