package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.plugin.WholeConfiguration;
import io.krait.hostkit.PluginAdministration;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The server's configuration: the whole for administrators, a little of it for everybody. */
@Path("config")
public final class ConfigurationResource {

  private final ServerConfiguration configuration;
  private final WholeConfiguration whole;
  private final ClientConfiguration client;
  private final Access access;
  private final Continuation next;

  ConfigurationResource(
      HostServices services,
      PluginAdministration administration,
      Access access,
      Continuation next) {
    this.configuration = services.configuration();
    this.whole = new WholeConfiguration(configuration, administration);
    this.client = new ClientConfiguration(services);
    this.access = access;
    this.next = next;
  }

  @GET
  public Response get(@Context SecurityContext security) {
    access.onServer(Caller.of(security), "manage_system");
    return Answers.ok(whole.sanitized().sections());
  }

  @PUT
  public CompletionStage<Response> save(
      @Context SecurityContext security, Map<String, Object> body) {
    access.onServer(Caller.of(security), "manage_system");
    return whole.save(body, next.here()).thenApply(saved -> Answers.ok(saved.sections()));
  }

  @PUT
  @Path("patch")
  public CompletionStage<Response> patch(
      @Context SecurityContext security, Map<String, Object> body) {
    access.onServer(Caller.of(security), "manage_system");
    return whole.patch(body, next.here()).thenApply(saved -> Answers.ok(saved.sections()));
  }

  @POST
  @Path("reload")
  public Response reload(@Context SecurityContext security) {
    access.onServer(Caller.of(security), "manage_system");
    configuration.reload();
    return Answers.done();
  }

  @GET
  @Path("environment")
  public Response environment(@Context SecurityContext security) {
    access.onServer(Caller.of(security), "manage_system");
    return Answers.ok(configuration.fixed());
  }

  @GET
  @Path("client")
  @Anonymous
  public Response client(
      @Context SecurityContext security, @QueryParam("format") @Nullable String format) {
    Answers.checkFormat(format, "api.config.client.old_format.app_error");
    return Answers.ok(Caller.isKnown(security) ? client.full() : client.limited());
  }
}
