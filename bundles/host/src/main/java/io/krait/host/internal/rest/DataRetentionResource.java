package io.krait.host.internal.rest;

import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.jobs.DataRetention;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long what people have said is kept, as everybody may know. */
@Path("data_retention/policy")
public final class DataRetentionResource {

  private final HostServices services;

  DataRetentionResource(HostServices services) {
    this.services = services;
  }

  @GET
  public Response policy(@Context SecurityContext security) {
    Caller.of(security);
    Map<String, Object> policy = new LinkedHashMap<>();
    put(policy, "message", "Message");
    put(policy, "file", "File");
    // Clients know a third kind, which this server has not.
    policy.put("boards_deletion_enabled", false);
    policy.put("boards_retention_cutoff", 0);
    return Answers.ok(policy);
  }

  private void put(Map<String, Object> policy, String name, String what) {
    ServerConfiguration configuration = services.configuration();
    boolean deleted = configuration.flag("DataRetentionSettings", "Enable" + what + "Deletion");
    policy.put(name + "_deletion_enabled", deleted);
    policy.put(
        name + "_retention_cutoff",
        deleted
            ? services.surroundings().now() - DataRetention.age(configuration, what).toMillis()
            : 0);
  }
}
