package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.User;
import io.krait.host.internal.storage.Sql;

/** Makes users guests, and guests regular users, wherever they are members. */
public final class GuestAccounts {

  private final Surroundings surroundings;
  private final Users users;

  /** The guests among these users. */
  public GuestAccounts(Surroundings surroundings, Users users) {
    this.surroundings = surroundings;
    this.users = users;
  }

  /**
   * Makes a user a guest.
   *
   * @throws AppError with status 404 where there is no such user, 501 where it is one already
   */
  public void demote(String userId) {
    change(userId, true);
  }

  /**
   * Makes a guest a regular user.
   *
   * @throws AppError with status 404 where there is no such user, 501 where it is none
   */
  public void promote(String userId) {
    change(userId, false);
  }

  private void change(String userId, boolean guest) {
    User changed =
        surroundings
            .database()
            .inTransaction(
                sql -> {
                  User user = users.locked(sql, userId);
                  if (Roles.isGuest(sql, userId) == guest) {
                    throw AppError.of(
                        guest
                            ? "api.user.demote_user_to_guest.already_guest.app_error"
                            : "api.user.promote_guest_to_user.no_guest.app_error",
                        guest ? "the user is a guest already" : "the user is no guest",
                        501);
                  }
                  sql.change(
                      "update users set roles = ?, update_at = ? where id = ?",
                      guest ? Roles.SYSTEM_GUEST : Roles.SYSTEM_USER,
                      surroundings.now(),
                      user.id());
                  String kind = guest ? "_guest" : "_user";
                  members(sql, "team_members", "team" + kind, userId);
                  members(sql, "channel_members", "channel" + kind, userId);
                  return users.existing(sql, userId);
                });
    surroundings.hooks().userHasBeenUpdated(changed);
  }

  private static void members(Sql sql, String table, String role, String userId) {
    sql.change(
        "update " + table + " set roles = ? where user_id = ? and roles <> ''", role, userId);
  }
}
