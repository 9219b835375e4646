package io.krait.host.internal.pluginapi;

import io.krait.api.PluginApi;
import io.krait.host.internal.plugin.HostServices;
import java.util.List;

/** Who may do what, as a plugin asks for them. Safe for use from any thread. */
final class PermissionsApi implements PluginApi {

  private final HostServices services;

  PermissionsApi(HostServices services) {
    this.services = services;
  }

  @Override
  public boolean hasPermissionTo(String userId, String permissionId) {
    return services.permissions().onServer(userId, permissionId);
  }

  @Override
  public boolean hasPermissionToTeam(String userId, String teamId, String permissionId) {
    return services.permissions().inTeam(userId, teamId, permissionId);
  }

  @Override
  public boolean hasPermissionToChannel(String userId, String channelId, String permissionId) {
    return services.permissions().inChannel(userId, channelId, permissionId);
  }

  @Override
  public boolean rolesGrantPermission(List<String> roleNames, String permissionId) {
    return services.roles().grant(roleNames, permissionId);
  }
}
