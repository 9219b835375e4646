package io.krait.host.internal.rest;

import io.krait.api.Nullable;
import io.krait.api.model.Team;
import io.krait.api.model.TeamMember;
import io.krait.host.internal.plugin.HostServices;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Set;

/** Who is in a team. */
@Path("teams")
public final class TeamMembersResource {

  private static final int MOST_AT_ONCE = 200;

  private final HostServices services;
  private final Access access;
  private final ShownUsers shown;

  TeamMembersResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
    this.shown = new ShownUsers(services, access);
  }

  @GET
  @Path("{team}/members")
  @Answered(value = TeamMember.class, list = true)
  public Response members(
      @Context SecurityContext security,
      @PathParam("team") String id,
      @QueryParam("page") @Nullable String page,
      @QueryParam("per_page") @Nullable String perPage) {
    Caller caller = Caller.of(security);
    access.inTeam(caller, id, "view_team");
    return Answers.ok(seen(caller, services.teamMembers().list(id, Answers.page(page, perPage))));
  }

  private List<TeamMember> seen(Caller caller, List<TeamMember> members) {
    Set<String> seen = shown.seen(caller, members.stream().map(TeamMember::userId).toList());
    return members.stream().filter(one -> seen.contains(one.userId())).toList();
  }

  @POST
  @Path("{team}/members")
  @Answered(value = TeamMember.class, status = 201)
  public Response add(
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

  /** Makes several users members; gracefully means that each failure is told and stops nobody. */
  @POST
  @Path("{team}/members/batch")
  public Response addAll(
      @Context SecurityContext security,
      @PathParam("team") String id,
      @QueryParam("graceful") boolean gracefully,
      List<TeamMember> wanted) {
    Caller caller = Caller.of(security);
    access.inTeam(caller, id, "add_user_to_team");
    if (wanted.size() > MOST_AT_ONCE) {
      throw Answers.invalid(
          "the body of the request", "names more than %d users".formatted(MOST_AT_ONCE));
    }
    List<String> users = Answers.ids(wanted.stream().map(TeamMember::userId).toList());
    return Answers.created(
        gracefully
            ? services.teamMembers().addGracefully(id, users, caller.id())
            : services.teamMembers().addAll(id, users, caller.id()));
  }

  @POST
  @Path("{team}/members/ids")
  @Answered(value = TeamMember.class, list = true)
  public Response byIds(
      @Context SecurityContext security, @PathParam("team") String id, List<String> ids) {
    Caller caller = Caller.of(security);
    access.inTeam(caller, id, "view_team");
    return Answers.ok(seen(caller, services.teamMembers().byIds(id, Answers.ids(ids))));
  }

  @GET
  @Path("{team}/members/{user}")
  @Answered(TeamMember.class)
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
  public Response remove(
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
}
