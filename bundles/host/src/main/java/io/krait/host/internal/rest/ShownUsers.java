package io.krait.host.internal.rest;

import io.krait.api.model.User;
import io.krait.host.internal.chat.UserSearch;
import io.krait.host.internal.plugin.HostServices;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which users a caller sees, and what of them. */
final class ShownUsers {

  private static final String PRIVACY = "PrivacySettings";

  private final HostServices services;
  private final Access access;

  ShownUsers(HostServices services, Access access) {
    this.services = services;
    this.access = access;
  }

  /** What finds the users whom a caller sees: all, or those in the caller's channels. */
  UserSearch search(Caller caller) {
    return services.permissions().onServer(caller.id(), "view_members")
        ? services.userSearch()
        : services.userSearch().seenBy(caller.id());
  }

  /** Those of these users whom a caller sees. */
  Set<String> seen(Caller caller, Collection<String> userIds) {
    return search(caller).among(userIds);
  }

  /** Refuses a caller who does not see a user, with status 403. */
  void require(Caller caller, String userId) {
    Access.require(
        caller.id().equals(userId) || !seen(caller, List.of(userId)).isEmpty(), "view_members");
  }

  /** Of these users those whom a caller sees, as the caller sees them. */
  List<User> seenOf(Caller caller, List<User> users) {
    Set<String> seen = seen(caller, users.stream().map(User::id).toList());
    return to(caller, users.stream().filter(user -> seen.contains(user.id())).toList());
  }

  /** Users as a caller sees them. */
  List<User> to(Caller caller, List<User> users) {
    boolean administrator = access.isAdministrator(caller);
    return users.stream().map(user -> to(caller, administrator, user)).toList();
  }

  /** A user as a caller sees it. */
  User to(Caller caller, User user) {
    return to(caller, access.isAdministrator(caller), user);
  }

  /** Others see of a user what is for everybody. */
  private User to(Caller caller, boolean administrator, User user) {
    if (administrator || caller.id().equals(user.id())) {
      return user;
    }
    User.Builder shown =
        user.toBuilder()
            .emailVerified(false)
            .allowMarketing(false)
            .notifyProps(Map.of())
            .lastPasswordUpdate(0)
            .failedAttempts(0)
            .lastLogin(0);
    if (!services.configuration().flag(PRIVACY, "ShowEmailAddress")) {
      shown.email("");
    }
    if (!services.configuration().flag(PRIVACY, "ShowFullName")) {
      shown.firstName("").lastName("");
    }
    return shown.build();
  }
}
