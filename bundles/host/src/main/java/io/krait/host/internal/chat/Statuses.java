package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Status;
import io.krait.host.internal.storage.Sql;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is online, away, not to be disturbed or offline. Safe for use from any thread. */
public final class Statuses {

  private static final String OFFLINE = "offline";
  private static final String DND = "dnd";
  private static final Set<String> KNOWN = Set.of("online", "away", DND, OFFLINE);

  private final Surroundings surroundings;
  private final Users users;

  /** The statuses of these users. */
  public Statuses(Surroundings surroundings, Users users) {
    this.surroundings = surroundings;
    this.users = users;
  }

  /**
   * The status of a user; offline where none was set.
   *
   * @throws AppError with status 404 where there is no such user
   */
  public Status get(String userId) {
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              users.existing(sql, userId);
              return read(sql, userId);
            });
  }

  /** The statuses of those ids that are users'. */
  public List<Status> byIds(List<String> userIds) {
    List<String> known = users.byIds(userIds).stream().map(user -> user.id()).toList();
    return surroundings
        .database()
        .inTransaction(sql -> known.stream().map(id -> read(sql, id)).toList());
  }

  /** Sets a status that stays until it is set again. */
  public Status set(String userId, String status) {
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              users.existing(sql, userId);
              if (!KNOWN.contains(status)) {
                throw AppError.of(
                    "api.status.update_status.app_error",
                    "a status is one of online, away, dnd and offline, not " + status,
                    400);
              }
              return write(sql, userId, status, 0, "");
            });
  }

  /** Sets dnd until a moment in seconds, after which the status of now returns. */
  public Status setDndUntil(String userId, long endSeconds) {
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              users.existing(sql, userId);
              if (endSeconds <= surroundings.now() / 1000) {
                throw AppError.of(
                    "api.status.dnd_end_time.app_error",
                    "the end of dnd, in seconds since the epoch, is not in the future",
                    400);
              }
              Status now = read(sql, userId);
              String before =
                  now.dndEndTime() == 0
                      ? now.status()
                      : row(sql, userId).map(Row::before).orElse(OFFLINE);
              return write(sql, userId, DND, endSeconds, before);
            });
  }

  private record Row(Status status, String before) {}

  private Optional<Row> row(Sql sql, String userId) {
    return sql.first(
        "select * from statuses where user_id = ?",
        row ->
            new Row(
                Status.builder()
                    .userId(userId)
                    .status(row.getString("status"))
                    .manual(row.getBoolean("manual"))
                    .lastActivityAt(row.getLong("last_activity_at"))
                    .dndEndTime(row.getLong("dnd_end_time"))
                    .build(),
                row.getString("status_before")),
        userId);
  }

  private Status read(Sql sql, String userId) {
    Optional<Row> row = row(sql, userId);
    if (row.isEmpty()) {
      return Status.builder().userId(userId).status(OFFLINE).build();
    }
    Status status = row.get().status();
    if (status.dndEndTime() != 0 && status.dndEndTime() * 1000 <= surroundings.now()) {
      return status.toBuilder().status(row.get().before()).manual(false).dndEndTime(0).build();
    }
    return status;
  }

  private Status write(Sql sql, String userId, String status, long dndEnd, String before) {
    long now = surroundings.now();
    int there =
        sql.change(
            "update statuses set status = ?, manual = true, last_activity_at = ?, dnd_end_time = ?,"
                + " status_before = ? where user_id = ?",
            status,
            now,
            dndEnd,
            before,
            userId);
    if (there == 0) {
      sql.insert(
          "statuses",
          "user_id",
          userId,
          "status",
          status,
          "manual",
          true,
          "last_activity_at",
          now,
          "dnd_end_time",
          dndEnd,
          "status_before",
          before);
    }
    return read(sql, userId);
  }
}
