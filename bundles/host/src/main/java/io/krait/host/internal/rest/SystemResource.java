package io.krait.host.internal.rest;

import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.plugin.SupportPacket;
import io.krait.host.internal.storage.Sql;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the server is there, and how it is. */
@Path("system")
public final class SystemResource {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm").withZone(ZoneOffset.UTC);

  private final HostServices services;
  private final Access access;
  private final SupportPacket packet;

  SystemResource(HostServices services, Access access, SupportPacket packet) {
    this.services = services;
    this.access = access;
    this.packet = packet;
  }

  @GET
  @Path("ping")
  @Anonymous
  public Response ping(@QueryParam("get_server_status") boolean thorough) {
    ServerConfiguration configuration = services.configuration();
    Map<String, Object> told = new LinkedHashMap<>();
    for (String name :
        new String[] {
          "AndroidLatestVersion", "AndroidMinVersion", "IosLatestVersion", "IosMinVersion"
        }) {
      told.put(name, configuration.text("ClientRequirements", name));
    }
    told.put("ActiveSearchBackend", "database");
    if (thorough) {
      // Where it fails, that is the answer.
      services.surroundings().database().inTransaction(SystemResource::answers);
      told.put("database_status", "OK");
      told.put("filestore_status", "OK");
    }
    told.put("status", "OK");
    return Answers.ok(told);
  }

  private static long answers(Sql sql) {
    return sql.count("select count(*) from facts");
  }

  @GET
  @Path("support_packet")
  @Answered(type = "application/zip")
  public Response supportPacket(@Context SecurityContext security) {
    access.onServer(Caller.of(security), "manage_system");
    byte[] zip = packet.gather();
    String name =
        "support_packet_%s.zip"
            .formatted(DATE.format(Instant.ofEpochMilli(services.surroundings().now())));
    return Response.ok(new Downloads.Content(new ByteArrayInputStream(zip), zip.length))
        .header(HttpHeaders.CONTENT_TYPE, "application/zip")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  /** What the makers of the server tell its users: nothing. */
  @GET
  @Path("notices/{team}")
  public Response notices(@Context SecurityContext security) {
    Caller.of(security);
    return Answers.ok(List.of());
  }
}
