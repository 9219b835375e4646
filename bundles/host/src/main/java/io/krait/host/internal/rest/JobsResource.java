package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.jobs.Job;
import io.krait.host.internal.jobs.Jobs;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Work of the server beside its requests: for administrators. */
@Path("jobs")
public final class JobsResource {

  private static final int LONGEST_TEXT = 1000;
  private static final int MOST_DATA = 20;

  private final Jobs jobs;
  private final Access access;

  JobsResource(HostServices services, Access access) {
    this.jobs = services.system().jobs();
    this.access = access;
  }

  @POST
  public Response create(@Context SecurityContext security, Map<String, Object> body) {
    access.onServer(Caller.of(security), "manage_system");
    return Answers.created(
        jobs.create(Answers.required(body, "type"), data(body.get("data"))).asJson());
  }

  private static Map<String, String> data(@Nullable Object given) {
    Map<String, String> data = new LinkedHashMap<>();
    if (given == null) {
      return data;
    }
    if (!(given instanceof Map<?, ?> object) || object.size() > MOST_DATA) {
      throw Answers.invalid("data");
    }
    object.forEach(
        (name, value) -> {
          if (!(value instanceof String text) || text.length() > LONGEST_TEXT) {
            throw Answers.invalid("data");
          }
          data.put(String.valueOf(name), text);
        });
    return data;
  }

  @GET
  public Response list(
      @Context SecurityContext security,
      @QueryParam("job_type") @Nullable String type,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    access.onServer(Caller.of(security), "manage_system");
    return list(type == null ? "" : type, Answers.page(page, perPage));
  }

  @GET
  @Path("type/{type}")
  public Response ofType(
      @Context SecurityContext security,
      @PathParam("type") String type,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    access.onServer(Caller.of(security), "manage_system");
    return list(type, Answers.page(page, perPage));
  }

  private Response list(String type, Page page) {
    return Answers.ok(jobs.list(type, page).stream().map(Job::asJson).toList());
  }

  @GET
  @Path("{job}")
  public Response get(@Context SecurityContext security, @PathParam("job") String id) {
    access.onServer(Caller.of(security), "manage_system");
    return Answers.ok(jobs.get(id).asJson());
  }

  @POST
  @Path("{job}/cancel")
  public Response cancel(@Context SecurityContext security, @PathParam("job") String id) {
    access.onServer(Caller.of(security), "manage_system");
    jobs.cancel(id);
    return Answers.done();
  }
}
