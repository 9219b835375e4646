package io.krait.host.internal.rest;

import io.krait.host.internal.chat.Role;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Roles: clients ask what theirs permit, to decide what they show. */
@Path("roles")
public final class RolesResource {

  private final HostServices services;
  private final Access access;

  RolesResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @GET
  public Response list(@Context SecurityContext security) {
    access.onServer(Caller.of(security), "manage_system");
    return Answers.ok(services.roles().all().stream().map(RolesResource::json).toList());
  }

  @GET
  @Path("{id}")
  public Response get(@Context SecurityContext security, @PathParam("id") String id) {
    Caller.of(security);
    return Answers.ok(json(services.roles().get(id)));
  }

  @GET
  @Path("name/{name}")
  public Response byName(@Context SecurityContext security, @PathParam("name") String name) {
    Caller.of(security);
    return Answers.ok(json(services.roles().named(name)));
  }

  @POST
  @Path("names")
  public Response byNames(@Context SecurityContext security, List<String> names) {
    Caller.of(security);
    return Answers.ok(services.roles().named(names).stream().map(RolesResource::json).toList());
  }

  @PUT
  @Path("{id}/patch")
  public Response patch(
      @Context SecurityContext security, @PathParam("id") String id, Map<String, Object> body) {
    access.onServer(Caller.of(security), "manage_system");
    Role[] changed = {services.roles().get(id)};
    Patch.of(body)
        .list("permissions", permissions -> changed[0] = services.roles().permit(id, permissions));
    return Answers.ok(json(changed[0]));
  }

  private static Map<String, Object> json(Role role) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", role.id());
    json.put("name", role.name());
    json.put("display_name", role.displayName());
    json.put("description", role.description());
    json.put("create_at", role.createAt());
    json.put("update_at", role.updateAt());
    json.put("delete_at", role.deleteAt());
    json.put("permissions", role.permissions());
    json.put("scheme_managed", role.schemeManaged());
    json.put("built_in", role.builtIn());
    return json;
  }
}
