package io.krait.host.internal.portraits;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.model.User;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Teams;
import io.krait.host.internal.chat.Users;
import io.krait.host.internal.images.Images;
import io.krait.host.internal.images.Initials;
import io.krait.host.internal.images.UnreadableImageException;
import io.krait.host.internal.storage.Sql;
import java.util.Optional;

/** The pictures of users and teams, all PNG and square. Safe for use from any thread. */
public final class Portraits {

  /** How large a picture may be that comes in, in bytes. */
  public static final int LARGEST = 8 << 20;

  /** How wide and high a picture is that is kept. */
  static final int SIDE = 128;

  private final Surroundings surroundings;
  private final Users users;
  private final Teams teams;
  private final Images images;

  /** The pictures of these users and teams. */
  public Portraits(Surroundings surroundings, Users users, Teams teams, Images images) {
    this.surroundings = surroundings;
    this.users = users;
    this.teams = teams;
    this.images = images;
  }

  /**
   * The picture of a user; one with the first letter of the name where none was set.
   *
   * @throws AppError with status 404 where there is no such user
   */
  public Bytes ofUser(String userId) {
    return find(userId).orElseGet(() -> madeOf(userId));
  }

  /**
   * The picture that is made of a user's name.
   *
   * @throws AppError with status 404 where there is no such user
   */
  public Bytes madeOf(String userId) {
    User user = users.get(userId);
    return Bytes.owning(Initials.png(user.id(), user.username(), SIDE));
  }

  /**
   * Replaces the picture of a user by the middle of another one.
   *
   * @throws AppError with status 404 where there is no such user, 400 where it is no picture that
   *     is read here, 413 where it is too large
   */
  public void setOfUser(String userId, Bytes content) {
    users.get(userId);
    byte[] picture = square(content, "api.user.upload_profile_user.decode.app_error");
    long now = surroundings.now();
    surroundings
        .database()
        .untilNobodyInterferes(
            sql -> {
              keep(sql, userId, picture, now);
              return changed(sql, userId, now);
            });
    surroundings.hooks().userHasBeenUpdated(users.get(userId));
  }

  /**
   * Gives a user the picture back that is made of the name.
   *
   * @throws AppError with status 404 where there is no such user
   */
  public void resetOfUser(String userId) {
    users.get(userId);
    surroundings
        .database()
        .inTransaction(
            sql -> {
              sql.change("delete from pictures where owner_id = ?", userId);
              return changed(sql, userId, surroundings.now());
            });
    surroundings.hooks().userHasBeenUpdated(users.get(userId));
  }

  /**
   * The picture of a team.
   *
   * @throws AppError with status 404 where there is no such team, or it has none
   */
  public Bytes ofTeam(String teamId) {
    teams.get(teamId);
    return find(teamId)
        .orElseThrow(
            () ->
                AppError.of(
                    "api.team.get_team_icon.read_file.app_error",
                    "the team %s has no picture".formatted(teamId),
                    404));
  }

  /** Replaces the picture of a team, as {@link #setOfUser} does. */
  public void setOfTeam(String teamId, Bytes content) {
    teams.get(teamId);
    byte[] picture = square(content, "api.team.set_team_icon.decode.app_error");
    long now = surroundings.now();
    surroundings
        .database()
        .untilNobodyInterferes(
            sql -> {
              keep(sql, teamId, picture, now);
              return sql.change(
                  "update teams set last_icon_update = ?, update_at = ? where id = ?",
                  now,
                  now,
                  teamId);
            });
    surroundings.hooks().teamHasBeenUpdated(teams.get(teamId));
  }

  /**
   * Removes the picture of a team, if it has one.
   *
   * @throws AppError with status 404 where there is no such team
   */
  public void removeOfTeam(String teamId) {
    teams.get(teamId);
    surroundings
        .database()
        .inTransaction(
            sql -> {
              sql.change("delete from pictures where owner_id = ?", teamId);
              return sql.change(
                  "update teams set last_icon_update = 0, update_at = ? where id = ?",
                  surroundings.now(),
                  teamId);
            });
    surroundings.hooks().teamHasBeenUpdated(teams.get(teamId));
  }

  private Optional<Bytes> find(String ownerId) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.first(
                    "select content from pictures where owner_id = ?",
                    row -> Bytes.owning(row.getBytes(1)),
                    ownerId));
  }

  private byte[] square(Bytes content, String error) {
    if (content.size() > LARGEST) {
      throw tooLarge();
    }
    try {
      return images.decode(content.toByteArray(), SIDE).square(SIDE).png();
    } catch (UnreadableImageException unreadable) {
      throw AppError.builder()
          .id(error)
          .message("that cannot be shown as a picture: " + unreadable.getMessage())
          .statusCode(400)
          .build();
    }
  }

  /** The error that says so of a picture with too many bytes. */
  public static AppError tooLarge() {
    return AppError.of(
        "api.user.upload_profile_user.too_large.app_error",
        "a picture has at most %d bytes".formatted(LARGEST),
        413);
  }

  private static void keep(Sql sql, String ownerId, byte[] picture, long now) {
    int there =
        sql.change(
            "update pictures set content = ?, update_at = ? where owner_id = ?",
            picture,
            now,
            ownerId);
    if (there == 0) {
      sql.insert("pictures", "owner_id", ownerId, "content", picture, "update_at", now);
    }
  }

  private static int changed(Sql sql, String userId, long now) {
    sql.change(
        "update bots set last_icon_update = ?, update_at = ? where user_id = ?", now, now, userId);
    return sql.change(
        "update users set last_picture_update = ?, update_at = ? where id = ?", now, now, userId);
  }
}
