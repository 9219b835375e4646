package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.model.Channel;
import io.krait.api.model.Team;
import io.krait.api.model.TeamMember;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Teams, their members and their channels. */
@Path("teams")
public final class TeamsResource {

  private final HostServices services;
  private final Access access;
  private final ShownUsers shown;

  TeamsResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
    this.shown = new ShownUsers(services, access);
  }

  @POST
  public Response create(@Context SecurityContext security, Team wanted) {
    Caller caller = Caller.of(security);
    access.onServer(caller, "create_team");
    Team team =
        services
            .teams()
            .create(
                wanted.email().isEmpty()
                    ? wanted.toBuilder().email(caller.user().email()).build()
                    : wanted);
    services.teamMembers().add(team.id(), caller.id(), "");
    services.teamMembers().setRoles(team.id(), caller.id(), "team_user team_admin");
    return Answers.created(team);
  }

  @GET
  public Response list(
      @Context SecurityContext security,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    Caller caller = Caller.of(security);
    boolean administrator = access.isAdministrator(caller);
    Set<String> own =
        services.teams().ofUser(caller.id()).stream().map(Team::id).collect(Collectors.toSet());
    Page wanted = Answers.page(page, perPage);
    List<Team> teams =
        services.teams().all().stream()
            .filter(team -> team.deleteAt() == 0)
            .filter(team -> administrator || team.allowOpenInvite() || own.contains(team.id()))
            .skip(wanted.offset())
            .limit(wanted.limit())
            .map(team -> shown(caller, team))
            .toList();
    return Answers.ok(teams);
  }

  @GET
  @Path("{team}")
  public Response get(@Context SecurityContext security, @PathParam("team") String id) {
    return Answers.ok(visible(Caller.of(security), services.teams().get(id)));
  }

  @GET
  @Path("name/{name}")
  public Response byName(@Context SecurityContext security, @PathParam("name") String name) {
    return Answers.ok(visible(Caller.of(security), services.teams().byName(name)));
  }

  @GET
  @Path("name/{name}/exists")
  public Response exists(@PathParam("name") String name) {
    boolean exists = services.teams().all().stream().anyMatch(team -> team.name().equals(name));
    return Answers.ok(Map.of("exists", exists));
  }

  @PUT
  @Path("{team}/patch")
  public Response patch(
      @Context SecurityContext security, @PathParam("team") String id, Map<String, Object> body) {
    access.inTeam(Caller.of(security), id, "manage_team");
    return Answers.ok(services.teams().change(id, present -> patched(present, body)));
  }

  private static Team patched(Team team, Map<String, Object> body) {
    Team.Builder changed = team.toBuilder();
    Patch.of(body)
        .text("display_name", changed::displayName)
        .text("description", changed::description)
        .text("company_name", changed::companyName)
        .text("allowed_domains", changed::allowedDomains)
        .flag("allow_open_invite", changed::allowOpenInvite);
    return changed.build();
  }

  @DELETE
  @Path("{team}")
  public Response archive(@Context SecurityContext security, @PathParam("team") String id) {
    access.inTeam(Caller.of(security), id, "manage_team");
    services.teams().archive(id);
    return Answers.done();
  }

  @GET
  @Path("{team}/stats")
  public Response stats(@Context SecurityContext security, @PathParam("team") String id) {
    access.inTeam(Caller.of(security), id, "view_team");
    return Answers.ok(services.teamMembers().stats(id));
  }

  @GET
  @Path("{team}/members")
  public Response members(
      @Context SecurityContext security,
      @PathParam("team") String id,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    Caller caller = Caller.of(security);
    access.inTeam(caller, id, "view_team");
    List<TeamMember> members = services.teamMembers().list(id, Answers.page(page, perPage));
    Set<String> seen = shown.seen(caller, members.stream().map(TeamMember::userId).toList());
    return Answers.ok(members.stream().filter(one -> seen.contains(one.userId())).toList());
  }

  @POST
  @Path("{team}/members")
  public Response addMember(
      @Context SecurityContext security, @PathParam("team") String id, TeamMember wanted) {
    Caller caller = Caller.of(security);
    Team team = services.teams().get(id);
    boolean joins = caller.id().equals(wanted.userId()) && team.allowOpenInvite();
    if (joins) {
      access.onServer(caller, "join_public_teams");
    } else {
      access.inTeam(caller, id, "add_user_to_team");
    }
    return Answers.created(services.teamMembers().add(id, wanted.userId(), caller.id()));
  }

  @GET
  @Path("{team}/members/{user}")
  public Response member(
      @Context SecurityContext security,
      @PathParam("team") String id,
      @PathParam("user") String user) {
    Caller caller = Caller.of(security);
    access.inTeam(caller, id, "view_team");
    shown.require(caller, caller.resolve(user));
    return Answers.ok(services.teamMembers().get(id, caller.resolve(user)));
  }

  @DELETE
  @Path("{team}/members/{user}")
  public Response removeMember(
      @Context SecurityContext security,
      @PathParam("team") String id,
      @PathParam("user") String user) {
    Caller caller = Caller.of(security);
    String userId = caller.resolve(user);
    if (!caller.id().equals(userId)) {
      access.inTeam(caller, id, "remove_user_from_team");
    }
    services.teamMembers().remove(id, userId, caller.id());
    return Answers.done();
  }

  @GET
  @Path("{team}/channels")
  public Response channels(
      @Context SecurityContext security,
      @PathParam("team") String id,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    access.inTeam(Caller.of(security), id, "list_team_channels");
    return Answers.ok(services.channels().open(id, Answers.page(page, perPage)));
  }

  @GET
  @Path("{team}/channels/name/{name}")
  public Response channel(
      @Context SecurityContext security,
      @PathParam("team") String id,
      @PathParam("name") String name) {
    return channel(Caller.of(security), id, name);
  }

  @GET
  @Path("name/{team}/channels/name/{name}")
  public Response channelOfNamedTeam(
      @Context SecurityContext security,
      @PathParam("team") String team,
      @PathParam("name") String name) {
    return channel(Caller.of(security), services.teams().byName(team).id(), name);
  }

  @POST
  @Path("{team}/channels/search")
  public Response searchChannels(
      @Context SecurityContext security, @PathParam("team") String id, Map<String, Object> body) {
    access.inTeam(Caller.of(security), id, "list_team_channels");
    return Answers.ok(services.channels().search(id, Answers.required(body, "term")));
  }

  private Response channel(Caller caller, String teamId, String name) {
    Channel channel = services.channels().byName(teamId, name, false);
    access.toRead(caller, channel);
    return Answers.ok(channel);
  }

  private Team visible(Caller caller, Team team) {
    if (team.allowOpenInvite()) {
      access.onServer(caller, "list_public_teams");
    } else {
      access.inTeam(caller, team.id(), "view_team");
    }
    return shown(caller, team);
  }

  /** By the invitation anybody can join; it is for those who may invite. */
  private Team shown(Caller caller, Team team) {
    return services.permissions().inTeam(caller.id(), team.id(), "invite_user")
        ? team
        : team.toBuilder().inviteId("").email("").build();
  }
}
