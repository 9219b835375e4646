package io.krait.host.internal.pluginapi;

import io.krait.api.PluginApi;
import io.krait.api.model.User;
import io.krait.api.model.UserAuth;
import io.krait.api.model.UserGetOptions;
import io.krait.api.model.UserSearchOptions;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.plugin.HostServices;
import java.util.List;

/** Users, as a plugin asks for them. Safe for use from any thread. */
final class UsersApi implements PluginApi {

  private final HostServices services;

  UsersApi(HostServices services) {
    this.services = services;
  }

  @Override
  public User createUser(User user) {
    return services.users().create(user);
  }

  @Override
  public void deleteUser(String userId) {
    services.users().setActive(userId, false);
  }

  @Override
  public List<User> getUsers(UserGetOptions options) {
    return services.userSearch().list(options);
  }

  @Override
  public List<User> getUsersByIds(List<String> userIds) {
    return services.users().byIds(userIds);
  }

  @Override
  public User getUser(String userId) {
    return services.users().get(userId);
  }

  @Override
  public User getUserByEmail(String email) {
    return services.users().byEmail(email);
  }

  @Override
  public User getUserByUsername(String name) {
    return services.users().byUsername(name);
  }

  @Override
  public List<User> getUsersByUsernames(List<String> usernames) {
    return services.users().byUsernames(usernames);
  }

  @Override
  public List<User> getUsersInTeam(String teamId, int page, int perPage) {
    return services.userSearch().inTeam(teamId, Page.of(page, perPage));
  }

  @Override
  public User updateUser(User user) {
    return services.users().update(user);
  }

  @Override
  public void updateUserActive(String userId, boolean active) {
    services.users().setActive(userId, active);
  }

  @Override
  public List<User> getUsersInChannel(String channelId, String sortBy, int page, int perPage) {
    return services.userSearch().inChannel(channelId, sortBy, Page.of(page, perPage));
  }

  @Override
  public List<User> searchUsers(UserSearchOptions options) {
    return services.userSearch().search(options);
  }

  @Override
  public UserAuth updateUserAuth(String userId, UserAuth userAuth) {
    return services.users().setAuth(userId, userAuth);
  }

  @Override
  public User updateUserRoles(String userId, String newRoles) {
    return services.users().setRoles(userId, newRoles);
  }
}
