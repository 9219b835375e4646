package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.model.Channel;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds channels of a team. */
@Path("teams")
public final class TeamChannelsResource {

  private final HostServices services;
  private final Access access;

  TeamChannelsResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @GET
  @Path("{team}/channels")
  @Answered(value = Channel.class, list = true)
  public Response open(
      @Context SecurityContext security,
      @PathParam("team") String id,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    access.inTeam(Caller.of(security), id, "list_team_channels");
    return Answers.ok(services.channels().open(id, Answers.page(page, perPage)));
  }

  @POST
  @Path("{team}/channels/ids")
  @Answered(value = Channel.class, list = true)
  public Response byIds(
      @Context SecurityContext security, @PathParam("team") String id, List<String> ids) {
    access.inTeam(Caller.of(security), id, "view_team");
    Set<String> wanted = new LinkedHashSet<>(Answers.ids(ids));
    return Answers.ok(
        visible(Caller.of(security), id, "").filter(one -> wanted.contains(one.id())).toList());
  }

  @POST
  @Path("{team}/channels/search")
  @Answered(value = Channel.class, list = true)
  public Response search(
      @Context SecurityContext security, @PathParam("team") String id, Map<String, Object> body) {
    access.inTeam(Caller.of(security), id, "list_team_channels");
    return Answers.ok(services.channels().search(id, Answers.required(body, "term")));
  }

  /** The archived channels that the caller was in, or might have joined. */
  @GET
  @Path("{team}/channels/deleted")
  @Answered(value = Channel.class, list = true)
  public Response archived(
      @Context SecurityContext security,
      @PathParam("team") String id,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    Caller caller = Caller.of(security);
    access.inTeam(caller, id, "list_team_channels");
    return Answers.ok(services.channels().archived(id, caller.id(), Answers.page(page, perPage)));
  }

  /** Channels for the one who types a name: the open ones, and the private ones they are in. */
  @GET
  @Path("{team}/channels/autocomplete")
  @Answered(value = Channel.class, list = true)
  public Response complete(
      @Context SecurityContext security,
      @PathParam("team") String id,
      @QueryParam("name") @DefaultValue("") String name) {
    return Answers.ok(completions(security, id, name));
  }

  @GET
  @Path("{team}/channels/search_autocomplete")
  @Answered(value = Channel.class, list = true)
  public Response completeSearch(
      @Context SecurityContext security,
      @PathParam("team") String id,
      @QueryParam("name") @DefaultValue("") String name) {
    return Answers.ok(completions(security, id, name));
  }

  private List<Channel> completions(SecurityContext security, String team, String name) {
    Caller caller = Caller.of(security);
    access.inTeam(caller, team, "list_team_channels");
    return visible(caller, team, name).toList();
  }

  private Stream<Channel> visible(Caller caller, String team, String name) {
    String start = name.toLowerCase(Locale.ROOT);
    Stream<Channel> own =
        services.channels().ofUser(team, caller.id(), false).stream()
            .filter(channel -> channel.teamId().equals(team))
            .filter(channel -> begins(channel, start));
    return Stream.concat(own, services.channels().search(team, name).stream()).distinct();
  }

  private static boolean begins(Channel channel, String start) {
    String shown = channel.displayName().toLowerCase(Locale.ROOT);
    return channel.name().startsWith(start)
        || shown.startsWith(start)
        || shown.contains(" " + start);
  }

  @GET
  @Path("{team}/channels/name/{name}")
  @Answered(Channel.class)
  public Response named(
      @Context SecurityContext security,
      @PathParam("team") String id,
      @PathParam("name") String name,
      @QueryParam("include_deleted") boolean archivedToo) {
    return named(Caller.of(security), id, name, archivedToo);
  }

  @GET
  @Path("name/{team}/channels/name/{name}")
  @Answered(Channel.class)
  public Response namedInNamedTeam(
      @Context SecurityContext security,
      @PathParam("team") String team,
      @PathParam("name") String name,
      @QueryParam("include_deleted") boolean archivedToo) {
    String id = services.teams().byName(team).id();
    return named(Caller.of(security), id, name, archivedToo);
  }

  private Response named(Caller caller, String teamId, String name, boolean archivedToo) {
    Channel channel = services.channels().byName(teamId, name, archivedToo);
    access.toRead(caller, channel);
    return Answers.ok(channel);
  }
}
