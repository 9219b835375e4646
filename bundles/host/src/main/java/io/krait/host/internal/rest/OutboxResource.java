package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.Nullable;
import io.krait.host.internal.mail.Outbox;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;

/** What would have gone out of the server if anybody took it: for administrators. */
@Path("outbox")
public final class OutboxResource {

  private final HostServices services;
  private final Access access;

  OutboxResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @GET
  @Path("{kind}")
  public Response list(
      @Context SecurityContext security,
      @PathParam("kind") String kind,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    access.onServer(Caller.of(security), "manage_system");
    return Answers.ok(services.system().outbox().list(known(kind), Answers.page(page, perPage)));
  }

  @DELETE
  @Path("{kind}")
  public Response prune(
      @Context SecurityContext security,
      @PathParam("kind") String kind,
      @QueryParam("before") @Nullable String before) {
    access.onServer(Caller.of(security), "manage_system");
    return Answers.ok(
        Map.of("deleted", services.system().outbox().prune(known(kind), moment(before))));
  }

  private static long moment(@Nullable String before) {
    if (before == null) {
      return Long.MAX_VALUE;
    }
    try {
      return Long.parseLong(before);
    } catch (NumberFormatException noNumber) {
      throw AppError.of(
          "api.context.invalid_url_param.app_error",
          "before is a moment in milliseconds since the epoch",
          400);
    }
  }

  private static String known(String kind) {
    return switch (kind) {
      case "mails" -> Outbox.MAIL;
      case "pushes" -> Outbox.PUSH;
      default ->
          throw AppError.of(
              "api.context.404.app_error", "the outbox has mails and pushes alone", 404);
    };
  }
}
