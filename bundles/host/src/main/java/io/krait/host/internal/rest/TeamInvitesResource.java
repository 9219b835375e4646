package io.krait.host.internal.rest;

import io.krait.api.AppError;
import io.krait.api.model.Team;
import io.krait.api.model.TeamMember;
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
import java.util.Map;

/** Teams that one joins by what an invitation names. */
@Path("teams")
public final class TeamInvitesResource {

  private final HostServices services;
  private final Access access;

  TeamInvitesResource(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  /** What somebody is told of a team before they join it. */
  @GET
  @Path("invite/{invite}")
  @Anonymous
  public Response invited(@PathParam("invite") String invite) {
    Team team = team(invite);
    return Answers.ok(
        Map.of(
            "id", team.id(),
            "name", team.name(),
            "display_name", team.displayName(),
            "description", team.description()));
  }

  @POST
  @Path("members/invite")
  @Answered(value = TeamMember.class, status = 201)
  public Response join(
      @Context SecurityContext security, @QueryParam("invite_id") @DefaultValue("") String invite) {
    Caller caller = Caller.of(security);
    Team team = team(invite);
    if (team.groupConstrained().orElse(false)) {
      throw AppError.of(
          "app.team.invite_id.group_constrained.error",
          "only members of certain groups can join this team",
          403);
    }
    return Answers.created(services.teamMembers().add(team.id(), caller.id(), ""));
  }

  @POST
  @Path("{team}/regenerate_invite_id")
  @Answered(Team.class)
  public Response regenerate(@Context SecurityContext security, @PathParam("team") String id) {
    access.inTeam(Caller.of(security), id, "invite_user");
    return Answers.ok(services.teams().renewInvitation(id));
  }

  private Team team(String invite) {
    return services
        .teams()
        .byInvitation(invite)
        .orElseThrow(
            () ->
                AppError.of(
                    "app.team.get_by_invite_id.finding.app_error",
                    "no team has this invitation",
                    404));
  }
}
