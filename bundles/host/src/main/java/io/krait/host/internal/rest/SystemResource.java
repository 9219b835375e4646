package io.krait.host.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Whether the server is there. */
@Path("system")
public final class SystemResource {

  @GET
  @Path("ping")
  @Anonymous
  public Response ping() {
    return Answers.done();
  }
}
