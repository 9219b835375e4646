package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Status;
import io.krait.host.internal.storage.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Who is online, away, not to be disturbed or offline. Safe for use from any thread. */
public final class Statuses {

  private static final String ONLINE = "online";
  private static final String AWAY = "away";
  private static final String OFFLINE = "offline";
  private static final String DND = "dnd";
  private static final Set<String> KNOWN = Set.of(ONLINE, AWAY, DND, OFFLINE);

  /** Without a sign of a user for so long, the user is away. */
  static final Duration IDLE = Duration.ofMinutes(5);

  private static final long NEVER = Long.MIN_VALUE / 2;

  private static final Duration RENEWAL = Duration.ofMinutes(1);

  private final Surroundings surroundings;
  private final Users users;
  private final Map<String, Long> seen = new ConcurrentHashMap<>();
  private final Set<String> idle = ConcurrentHashMap.newKeySet();
  private final AtomicLong forgottenAt = new AtomicLong(NEVER);

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
    return told(
        surroundings
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
                  return write(sql, userId, status, true, 0, "");
                }));
  }

  /** Sets dnd until a moment in seconds, after which the status of now returns. */
  public Status setDndUntil(String userId, long endSeconds) {
    return told(
        surroundings
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
                  return write(sql, userId, DND, true, endSeconds, before);
                }));
  }

  /** A user does something: online from now on, unless a status was set by hand. */
  public void active(String userId) {
    long now = surroundings.now();
    Long last = seen.put(userId, now);
    idle.remove(userId);
    if (last != null && now - last < RENEWAL.toMillis()) {
      // What is written is as new as anybody looks at.
      seen.put(userId, last);
      return;
    }
    byItself(userId, ONLINE);
  }

  /** A user has left: offline from now on, unless a status was set by hand. */
  public void gone(String userId) {
    idle.remove(userId);
    if (seen.remove(userId) != null) {
      byItself(userId, OFFLINE);
    }
  }

  /** As {@link #sweep(Predicate, boolean)}, on a server by itself. */
  public void sweep(Predicate<String> connected) {
    sweep(connected, false);
  }

  /**
   * Has those be away who have not done anything for a while, and offline who are not there.
   *
   * @param connected whether a user has a connection, to whatever node
   * @param others whether there are other nodes, where users may be as well
   */
  public void sweep(Predicate<String> connected, boolean others) {
    long now = surroundings.now();
    long before = forgottenAt.get();
    // Nobody is there when a server starts; where there are others, one of them may have ended.
    if (others ? now - before > IDLE.toMillis() : before == NEVER) {
      forgottenAt.set(now);
      if (!others || before != NEVER) {
        forgetThoseOfBefore(connected, others ? now - 2 * IDLE.toMillis() : Long.MAX_VALUE);
      }
    }
    seen.forEach(
        (userId, last) -> {
          if (now - last > IDLE.toMillis()) {
            if (connected.test(userId)) {
              if (!idle.contains(userId) && !isSeenElsewhere(userId)) {
                idle.add(userId);
                byItself(userId, AWAY);
              }
            } else if (seen.remove(userId, last)) {
              idle.remove(userId);
              if (!isSeenElsewhere(userId)) {
                byItself(userId, OFFLINE);
              }
            }
          }
        });
  }

  /** Nobody has heard anything of them since that moment. */
  private void forgetThoseOfBefore(Predicate<String> connected, long before) {
    Set<String> there = seen.keySet();
    surroundings
        .database()
        .inTransaction(
            sql -> {
              for (String userId :
                  sql.list(
                      "select user_id from statuses where manual = false and status <> 'offline'"
                          + " and last_activity_at < ?",
                      row -> row.getString(1),
                      before)) {
                if (!there.contains(userId) && !connected.test(userId)) {
                  sql.change("update statuses set status = 'offline' where user_id = ?", userId);
                }
              }
              return there;
            });
  }

  /**
   * Whether another node has written down a sign of a user that is newer than those of this one.
   */
  private boolean isSeenElsewhere(String userId) {
    Status written = surroundings.database().inTransaction(sql -> read(sql, userId));
    return surroundings.now() - written.lastActivityAt() < IDLE.minus(RENEWAL).toMillis();
  }

  private void byItself(String userId, String status) {
    Optional<Status> changed =
        surroundings
            .database()
            .inTransaction(
                sql -> {
                  Status before = read(sql, userId);
                  if (before.manual() || before.dndEndTime() != 0) {
                    return Optional.empty();
                  }
                  boolean same = before.status().equals(status);
                  if (same && !status.equals(ONLINE)) {
                    return Optional.empty();
                  }
                  Status after = write(sql, userId, status, false, 0, "");
                  return same ? Optional.empty() : Optional.of(after);
                });
    changed.ifPresent(surroundings.hooks()::statusHasChanged);
  }

  private Status told(Status status) {
    surroundings.hooks().statusHasChanged(status);
    return status;
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

  private Status write(
      Sql sql, String userId, String status, boolean manual, long dndEnd, String before) {
    long now =
        status.equals(AWAY) && !manual
            ? seen.getOrDefault(userId, surroundings.now())
            : surroundings.now();
    int there =
        sql.change(
            "update statuses set status = ?, manual = ?, last_activity_at = ?, dnd_end_time = ?,"
                + " status_before = ? where user_id = ?",
            status,
            manual,
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
          manual,
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
