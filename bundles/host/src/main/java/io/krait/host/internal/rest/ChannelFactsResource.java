package io.krait.host.internal.rest;

import io.krait.api.model.ChannelStats;
import io.krait.api.model.User;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is asked of a channel before all of it is mentioned. */
@Path("channels")
public final class ChannelFactsResource {

  private static final int MOST_MEMBERS = 1000;

  private final HostServices services;
  private final Access access;

  ChannelFactsResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @GET
  @Path("{channel}/stats")
  @Answered(ChannelStats.class)
  public Response stats(@Context SecurityContext security, @PathParam("channel") String id) {
    access.toRead(Caller.of(security), services.channels().get(id));
    return Answers.ok(services.channels().stats(id));
  }

  /** In which time zones members live; those of the first ones where there are very many. */
  @GET
  @Path("{channel}/timezones")
  @Answered(value = String.class, list = true)
  public Response timezones(@Context SecurityContext security, @PathParam("channel") String id) {
    access.toRead(Caller.of(security), services.channels().get(id));
    TreeSet<String> zones = new TreeSet<>();
    for (User member : services.userSearch().inChannel(id, "", Page.of(0, MOST_MEMBERS))) {
      zones.add(zone(member.timezone()));
    }
    zones.remove("");
    return Answers.ok(List.copyOf(zones));
  }

  private static String zone(Map<String, String> timezone) {
    String which =
        "true".equals(timezone.get("useAutomaticTimezone"))
            ? "automaticTimezone"
            : "manualTimezone";
    return timezone.getOrDefault(which, "");
  }
}
