package io.krait.host.internal.pluginapi;

import io.krait.api.Bytes;
import io.krait.api.PluginApi;
import io.krait.host.internal.plugin.HostServices;

/** Pictures of users and teams, as a plugin asks for them. Safe for use from any thread. */
final class PortraitsApi implements PluginApi {

  private final HostServices services;

  PortraitsApi(HostServices services) {
    this.services = services;
  }

  @Override
  public Bytes getProfileImage(String userId) {
    return services.portraits().ofUser(userId);
  }

  @Override
  public void setProfileImage(String userId, Bytes data) {
    services.portraits().setOfUser(userId, data);
  }

  @Override
  public Bytes getTeamIcon(String teamId) {
    return services.portraits().ofTeam(teamId);
  }

  @Override
  public void setTeamIcon(String teamId, Bytes data) {
    services.portraits().setOfTeam(teamId, data);
  }

  @Override
  public void removeTeamIcon(String teamId) {
    services.portraits().removeOfTeam(teamId);
  }
}
