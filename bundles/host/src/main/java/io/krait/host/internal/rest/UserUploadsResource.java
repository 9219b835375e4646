package io.krait.host.internal.rest;

import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** What a user has begun to upload. */
@Path("users/{user}/uploads")
public final class UserUploadsResource {

  private final HostServices services;

  UserUploadsResource(HostServices services) {
    this.services = services;
  }

  @GET
  public Response list(@Context SecurityContext security, @PathParam("user") String user) {
    Caller caller = Caller.of(security);
    Access.require(caller.resolve(user).equals(caller.id()), "edit_other_users");
    return Answers.ok(services.uploads().of(caller.id()));
  }
}
