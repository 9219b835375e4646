package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.portraits.Portraits;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;

/** Pictures of users and teams. */
@Path("")
public final class PortraitsResource {

  private static final String PNG = "image/png";

  private final HostServices services;
  private final Access access;

  PortraitsResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @GET
  @Path("users/{id}/image")
  public Response ofUser(@Context SecurityContext security, @PathParam("id") String id) {
    return Downloads.picture(
        PNG, services.portraits().ofUser(Caller.of(security).resolve(id)));
  }

  @GET
  @Path("users/{id}/image/default")
  public Response made(@Context SecurityContext security, @PathParam("id") String id) {
    return Downloads.picture(
        PNG, services.portraits().madeOf(Caller.of(security).resolve(id)));
  }

  @POST
  @Path("users/{id}/image")
  public Response setOfUser(
      @Context SecurityContext security,
      @Context HttpHeaders headers,
      @PathParam("id") String id,
      InputStream body) {
    services.portraits().setOfUser(editable(security, id), image(headers.getMediaType(), body));
    return Answers.done();
  }

  @DELETE
  @Path("users/{id}/image")
  public Response resetOfUser(@Context SecurityContext security, @PathParam("id") String id) {
    services.portraits().resetOfUser(editable(security, id));
    return Answers.done();
  }

  @GET
  @Path("teams/{id}/image")
  public Response ofTeam(@Context SecurityContext security, @PathParam("id") String id) {
    access.inTeam(Caller.of(security), id, "view_team");
    return Downloads.picture(PNG, services.portraits().ofTeam(id));
  }

  @POST
  @Path("teams/{id}/image")
  public Response setOfTeam(
      @Context SecurityContext security,
      @Context HttpHeaders headers,
      @PathParam("id") String id,
      InputStream body) {
    access.inTeam(Caller.of(security), id, "manage_team");
    services.portraits().setOfTeam(id, image(headers.getMediaType(), body));
    return Answers.done();
  }

  @DELETE
  @Path("teams/{id}/image")
  public Response removeOfTeam(@Context SecurityContext security, @PathParam("id") String id) {
    access.inTeam(Caller.of(security), id, "manage_team");
    services.portraits().removeOfTeam(id);
    return Answers.done();
  }

  private String editable(SecurityContext security, String id) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(id);
    access.toUserOrBot(caller, userId, services.bots().find(userId));
    return userId;
  }

  private static Bytes image(@Nullable MediaType type, InputStream body) {
    if (type == null || !MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)) {
      throw broken("a form of type multipart/form-data is wanted");
    }
    try {
      FormParts parts = new FormParts(type.toString(), body);
      for (FormParts.Part part = parts.next(); part != null; part = parts.next()) {
        if (part.name().equals("image")) {
          byte[] image = part.content().readNBytes(Portraits.LARGEST + 1);
          if (image.length > Portraits.LARGEST) {
            throw Portraits.tooLarge();
          }
          return Bytes.owning(image);
        }
      }
    } catch (IOException noForm) {
      throw broken(String.valueOf(noForm.getMessage()));
    }
    throw Answers.invalid("image");
  }

  private static AppError broken(String reason) {
    return AppError.builder()
        .id("api.user.upload_profile_user.parse.app_error")
        .message("the request breaks off, or is no form with a picture")
        .detailedError(reason)
        .statusCode(400)
        .build();
  }
}
