package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Who has done what: for administrators. */
@Path("audits")
public final class AuditsResource {

  private final HostServices services;
  private final Access access;

  AuditsResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @GET
  public Response list(
      @Context SecurityContext security,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    access.onServer(Caller.of(security), "manage_system");
    return Answers.ok(services.system().audits().list(Answers.page(page, perPage)));
  }
}
