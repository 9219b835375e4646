package io.krait.host.internal.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Tells what the API is, for programs that make clients or tests of it. */
@Path("openapi.json")
public final class OpenApiResource {

  private final Map<String, Object> document;

  OpenApiResource(Map<String, Object> document) {
    this.document = document;
  }

  @GET
  @Anonymous
  public Response document() {
    return Answers.ok(document);
  }
}
