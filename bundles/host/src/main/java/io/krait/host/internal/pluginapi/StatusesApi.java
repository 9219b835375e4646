package io.krait.host.internal.pluginapi;

import io.krait.api.PluginApi;
import io.krait.api.model.CustomStatus;
import io.krait.api.model.Status;
import io.krait.host.internal.plugin.HostServices;
import java.util.List;

/** Whether users are there, and what they say of it. Safe for use from any thread. */
final class StatusesApi implements PluginApi {

  private final HostServices services;

  StatusesApi(HostServices services) {
    this.services = services;
  }

  @Override
  public Status getUserStatus(String userId) {
    return services.statuses().get(userId);
  }

  @Override
  public List<Status> getUserStatusesByIds(List<String> userIds) {
    return services.statuses().byIds(userIds);
  }

  @Override
  public Status updateUserStatus(String userId, String status) {
    return services.statuses().set(userId, status);
  }

  @Override
  public Status setUserStatusTimedDnd(String userId, long endTime) {
    return services.statuses().setDndUntil(userId, endTime);
  }

  @Override
  public void updateUserCustomStatus(String userId, CustomStatus customStatus) {
    services.customStatuses().set(userId, customStatus);
  }

  @Override
  public void removeUserCustomStatus(String userId) {
    services.customStatuses().clear(userId);
  }
}
