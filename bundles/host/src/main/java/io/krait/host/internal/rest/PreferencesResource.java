package io.krait.host.internal.rest;

import io.krait.api.model.Preference;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** What users prefer; posts that they have saved are among it. */
@Path("users/{user}/preferences")
public final class PreferencesResource {

  private final HostServices services;
  private final Access access;

  PreferencesResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @GET
  @Answered(value = Preference.class, list = true)
  public Response all(@Context SecurityContext security, @PathParam("user") String user) {
    return Answers.ok(services.preferences().of(own(security, user)));
  }

  @PUT
  public Response put(
      @Context SecurityContext security,
      @PathParam("user") String user,
      List<Preference> preferences) {
    services.preferences().put(own(security, user), preferences);
    return Answers.done();
  }

  @POST
  @Path("delete")
  public Response delete(
      @Context SecurityContext security,
      @PathParam("user") String user,
      List<Preference> preferences) {
    services.preferences().delete(own(security, user), preferences);
    return Answers.done();
  }

  @GET
  @Path("{category}")
  @Answered(value = Preference.class, list = true)
  public Response ofCategory(
      @Context SecurityContext security,
      @PathParam("user") String user,
      @PathParam("category") String category) {
    return Answers.ok(
        services.preferences().of(own(security, user)).stream()
            .filter(preference -> preference.category().equals(category))
            .toList());
  }

  @GET
  @Path("{category}/name/{name}")
  @Answered(Preference.class)
  public Response one(
      @Context SecurityContext security,
      @PathParam("user") String user,
      @PathParam("category") String category,
      @PathParam("name") String name) {
    return Answers.ok(services.preferences().get(own(security, user), category, name));
  }

  private String own(SecurityContext security, String user) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(user);
    access.toUser(caller, userId);
    return userId;
  }
}
