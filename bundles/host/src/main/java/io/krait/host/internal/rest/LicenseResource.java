package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;

/** The licence of the server. */
public final class LicenseResource {

  private LicenseResource() {}

  /** What clients are told of it. */
  @Path("license")
  public static final class ForClients {
    private final HostServices services;

    ForClients(HostServices services) {
      this.services = services;
    }

    @GET
    @Path("client")
    @Anonymous
    public Response client(@QueryParam("format") @Nullable String format) {
      Answers.checkFormat(format, "api.license.client.old_format.app_error");
      return Answers.ok(services.system().licences().forClients());
    }
  }

  /** One for a trial. */
  @Path("trial-license")
  public static final class Trial {
    private final HostServices services;
    private final Access access;

    Trial(HostServices services, Access access) {
      this.services = services;
      this.access = access;
    }

    @POST
    public Response request(@Context SecurityContext security, Map<String, Object> body) {
      Caller caller = Caller.of(security);
      access.onServer(caller, "manage_system");
      if (!(body.get("users") instanceof Number users)) {
        throw Answers.invalid("users");
      }
      services
          .system()
          .licences()
          .requestTrial(
              caller.id(),
              users.intValue(),
              Boolean.TRUE.equals(body.get("terms_accepted")),
              Boolean.TRUE.equals(body.get("receive_emails_accepted")));
      return Answers.done();
    }
  }
}
