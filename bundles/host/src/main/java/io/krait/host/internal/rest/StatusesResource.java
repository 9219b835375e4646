package io.krait.host.internal.rest;

import io.krait.api.model.CustomStatus;
import io.krait.api.model.Status;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether users are there, and the line of text beside their names. */
@Path("users")
public final class StatusesResource {

  private final HostServices services;
  private final Access access;
  private final ShownUsers shown;

  StatusesResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
    this.shown = new ShownUsers(services, access);
  }

  @GET
  @Path("{user}/status")
  @Answered(Status.class)
  public Response get(@Context SecurityContext security, @PathParam("user") String user) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(user);
    shown.require(caller, userId);
    return Answers.ok(services.statuses().get(userId));
  }

  @POST
  @Path("status/ids")
  @Answered(value = Status.class, list = true)
  public Response byIds(@Context SecurityContext security, List<String> ids) {
    Set<String> seen = shown.seen(Caller.of(security), Answers.ids(ids));
    return Answers.ok(
        services.statuses().byIds(ids).stream()
            .filter(status -> seen.contains(status.userId()))
            .toList());
  }

  @PUT
  @Path("{user}/status")
  @Answered(Status.class)
  public Response set(
      @Context SecurityContext security, @PathParam("user") String user, Status wanted) {
    String userId = own(security, user);
    if (!wanted.userId().isEmpty() && !wanted.userId().equals(userId)) {
      throw Answers.invalid("user_id");
    }
    return Answers.ok(
        wanted.status().equals("dnd") && wanted.dndEndTime() != 0
            ? services.statuses().setDndUntil(userId, wanted.dndEndTime())
            : services.statuses().set(userId, wanted.status()));
  }

  @PUT
  @Path("{user}/status/custom")
  public Response setCustom(
      @Context SecurityContext security, @PathParam("user") String user, Map<String, Object> body) {
    CustomStatus.Builder wanted = CustomStatus.builder();
    Patch.of(body)
        .text("emoji", wanted::emoji)
        .text("text", wanted::text)
        .text("duration", wanted::duration)
        .text("expires_at", text -> wanted.expiresAt(moment(text)));
    services.customStatuses().set(own(security, user), wanted.build());
    return Answers.done();
  }

  private static long moment(String text) {
    try {
      return text.isEmpty() ? 0 : Instant.parse(text).toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException none) {
      throw Answers.invalid("expires_at", "is no moment like 2030-12-31T23:59:59Z");
    }
  }

  @DELETE
  @Path("{user}/status/custom")
  public Response clearCustom(@Context SecurityContext security, @PathParam("user") String user) {
    services.customStatuses().clear(own(security, user));
    return Answers.done();
  }

  private String own(SecurityContext security, String user) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(user);
    access.toUser(caller, userId);
    return userId;
  }
}
