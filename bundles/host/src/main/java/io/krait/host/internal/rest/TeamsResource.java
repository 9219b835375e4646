package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.model.Team;
import io.krait.api.model.TeamStats;
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
import java.util.stream.Stream;

/** Teams. */
@Path("teams")
public final class TeamsResource {

  private final HostServices services;
  private final Access access;

  TeamsResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  @POST
  @Answered(value = Team.class, status = 201)
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
  @Answered(value = Team.class, list = true)
  public Response list(
      @Context SecurityContext security,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage,
      @QueryParam("include_total_count") boolean counted) {
    Caller caller = Caller.of(security);
    boolean administrator = access.isAdministrator(caller);
    Set<String> own =
        services.teams().ofUser(caller.id()).stream().map(Team::id).collect(Collectors.toSet());
    Page wanted = Answers.page(page, perPage);
    List<Team> all =
        services.teams().all().stream()
            .filter(team -> team.deleteAt() == 0)
            .filter(team -> administrator || team.allowOpenInvite() || own.contains(team.id()))
            .toList();
    List<Team> teams = page(all, wanted).map(team -> shown(caller, team)).toList();
    return Answers.ok(counted ? counted(teams, all.size()) : teams);
  }

  /** Teams that the caller sees; a page of them where one is asked for. */
  @POST
  @Path("search")
  public Response search(@Context SecurityContext security, Map<String, Object> body) {
    Caller caller = Caller.of(security);
    boolean administrator = access.isAdministrator(caller);
    Set<String> own =
        services.teams().ofUser(caller.id()).stream().map(Team::id).collect(Collectors.toSet());
    List<Team> found =
        services.teams().search(Answers.required(body, "term")).stream()
            .filter(team -> administrator || team.allowOpenInvite() || own.contains(team.id()))
            .map(team -> shown(caller, team))
            .toList();
    if (!(body.get("page") instanceof Integer page)
        || !(body.get("per_page") instanceof Integer perPage)) {
      return Answers.ok(found);
    }
    Page wanted = Answers.page(page.toString(), perPage.toString());
    return Answers.ok(counted(page(found, wanted).toList(), found.size()));
  }

  private static Stream<Team> page(List<Team> teams, Page wanted) {
    return teams.stream().skip(wanted.offset()).limit(wanted.limit());
  }

  private static Map<String, Object> counted(List<Team> page, int all) {
    return Map.of("teams", page, "total_count", all);
  }

  @GET
  @Path("{team}")
  @Answered(Team.class)
  public Response get(@Context SecurityContext security, @PathParam("team") String id) {
    return Answers.ok(visible(Caller.of(security), services.teams().get(id)));
  }

  @GET
  @Path("name/{name}")
  @Answered(Team.class)
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
  @Answered(Team.class)
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
  @Answered(TeamStats.class)
  public Response stats(@Context SecurityContext security, @PathParam("team") String id) {
    access.inTeam(Caller.of(security), id, "view_team");
    return Answers.ok(services.teamMembers().stats(id));
  }

  @PUT
  @Path("{team}")
  @Answered(Team.class)
  public Response update(
      @Context SecurityContext security, @PathParam("team") String id, Map<String, Object> body) {
    if (!id.equals(body.get("id"))) {
      throw Answers.invalid("id");
    }
    return patch(security, id, body);
  }

  @PUT
  @Path("{team}/privacy")
  @Answered(Team.class)
  public Response privacy(
      @Context SecurityContext security, @PathParam("team") String id, Map<String, Object> body) {
    boolean open =
        switch (Answers.required(body, "privacy")) {
          case "O" -> true;
          case "I" -> false;
          default -> throw Answers.invalid("privacy");
        };
    access.inTeam(Caller.of(security), id, "manage_team");
    return Answers.ok(
        services.teams().change(id, present -> present.toBuilder().allowOpenInvite(open).build()));
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
