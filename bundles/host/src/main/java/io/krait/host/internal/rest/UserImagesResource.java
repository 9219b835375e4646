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

/** Pictures of users. */
@Path("users")
public final class UserImagesResource {

  private static final String PNG = "image/png";

  private final HostServices services;
  private final Access access;
  private final ShownUsers shown;

  UserImagesResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
    this.shown = new ShownUsers(services, access);
  }

  @GET
  @Path("{id}/image")
  @Answered(type = "*/*")
  public Response ofUser(@Context SecurityContext security, @PathParam("id") String id) {
    return Downloads.picture(PNG, services.portraits().ofUser(seen(security, id)));
  }

  @GET
  @Path("{id}/image/default")
  @Answered(type = "*/*")
  public Response made(@Context SecurityContext security, @PathParam("id") String id) {
    return Downloads.picture(PNG, services.portraits().madeOf(seen(security, id)));
  }

  @POST
  @Path("{id}/image")
  public Response setOfUser(
      @Context SecurityContext security,
      @Context HttpHeaders headers,
      @PathParam("id") String id,
      InputStream body) {
    services
        .portraits()
        .setOfUser(editable(security, id), PortraitForm.image(headers.getMediaType(), body));
    return Answers.done();
  }

  @DELETE
  @Path("{id}/image")
  public Response resetOfUser(@Context SecurityContext security, @PathParam("id") String id) {
    services.portraits().resetOfUser(editable(security, id));
    return Answers.done();
  }

  private String editable(SecurityContext security, String id) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(id);
    access.toUserOrBot(caller, userId, services.bots().find(userId));
    return userId;
  }

  private String seen(SecurityContext security, String id) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(id);
    shown.require(caller, userId);
    return userId;
  }
}
