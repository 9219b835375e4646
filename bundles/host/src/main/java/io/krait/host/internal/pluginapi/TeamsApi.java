package io.krait.host.internal.pluginapi;

import io.krait.api.PluginApi;
import io.krait.api.model.Team;
import io.krait.api.model.TeamMember;
import io.krait.api.model.TeamMemberWithError;
import io.krait.api.model.TeamStats;
import io.krait.api.model.TeamUnread;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.plugin.HostServices;
import java.util.List;

/** Teams and their members, as a plugin asks for them. Safe for use from any thread. */
final class TeamsApi implements PluginApi {

  private final HostServices services;

  TeamsApi(HostServices services) {
    this.services = services;
  }

  @Override
  public List<TeamUnread> getTeamsUnreadForUser(String userId) {
    services.users().get(userId);
    return services.channelViews().ofTeams(userId);
  }

  @Override
  public Team createTeam(Team team) {
    return services.teams().create(team);
  }

  @Override
  public void deleteTeam(String teamId) {
    services.teams().archive(teamId);
  }

  @Override
  public List<Team> getTeams() {
    return services.teams().all();
  }

  @Override
  public Team getTeam(String teamId) {
    return services.teams().get(teamId);
  }

  @Override
  public Team getTeamByName(String name) {
    return services.teams().byName(name);
  }

  @Override
  public Team updateTeam(Team team) {
    return services.teams().update(team);
  }

  @Override
  public List<Team> searchTeams(String term) {
    return services.teams().search(term);
  }

  @Override
  public List<Team> getTeamsForUser(String userId) {
    return services.teams().ofUser(userId);
  }

  @Override
  public TeamMember createTeamMember(String teamId, String userId) {
    return services.teamMembers().add(teamId, userId, "");
  }

  @Override
  public List<TeamMember> createTeamMembers(
      String teamId, List<String> userIds, String requestorId) {
    return services.teamMembers().addAll(teamId, userIds, requestorId);
  }

  @Override
  public List<TeamMemberWithError> createTeamMembersGracefully(
      String teamId, List<String> userIds, String requestorId) {
    return services.teamMembers().addGracefully(teamId, userIds, requestorId);
  }

  @Override
  public void deleteTeamMember(String teamId, String userId, String requestorId) {
    services.teamMembers().remove(teamId, userId, requestorId);
  }

  @Override
  public List<TeamMember> getTeamMembers(String teamId, int page, int perPage) {
    return services.teamMembers().list(teamId, Page.of(page, perPage));
  }

  @Override
  public TeamMember getTeamMember(String teamId, String userId) {
    return services.teamMembers().get(teamId, userId);
  }

  @Override
  public List<TeamMember> getTeamMembersForUser(String userId, int page, int perPage) {
    return services.teamMembers().ofUser(userId, Page.of(page, perPage));
  }

  @Override
  public TeamMember updateTeamMemberRoles(String teamId, String userId, String newRoles) {
    return services.teamMembers().setRoles(teamId, userId, newRoles);
  }

  @Override
  public TeamStats getTeamStats(String teamId) {
    return services.teamMembers().stats(teamId);
  }
}
