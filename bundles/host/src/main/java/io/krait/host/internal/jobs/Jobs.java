package io.krait.host.internal.jobs;

import io.krait.api.AppError;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The work of the server that is wanted, under way and done. Each piece is taken up once. Safe for
 * use from any thread.
 */
public final class Jobs {

  /** Deletes what is old enough, in the host and in plugins. */
  public static final String DATA_RETENTION = "data_retention";

  /** Has plugins report statistics. */
  public static final String TELEMETRY = "telemetry";

  /** Tells plugins of the limits that hold. */
  public static final String CLOUD_LIMITS = "cloud_limits";

  private static final Set<String> TYPES = Set.of(DATA_RETENTION, TELEMETRY, CLOUD_LIMITS);
  private static final int MOST_WAITING = 100;
  private static final int LONGEST_TEXT = 1000;

  /** Work of which nothing has been heard for so long has ended with its server. */
  private static final Duration SILENCE = Duration.ofHours(1);

  private final Surroundings surroundings;
  private final AtomicReference<Runnable> wake = new AtomicReference<>(() -> {});

  /** The work in the database of these surroundings. */
  public Jobs(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** From now on this one is called when there is work to do; it returns at once. */
  public void wake(Runnable worker) {
    wake.set(worker);
  }

  /**
   * Wants work to be done.
   *
   * @throws AppError with status 400 where there is no such kind, 429 where too much waits already
   */
  public Job create(String type, Map<String, String> data) {
    if (!TYPES.contains(type)) {
      throw AppError.of(
          "api.job.unable_to_create_job.incorrect_job_type",
          "there is no work of the type %s; there is %s"
              .formatted(type, String.join(", ", TYPES.stream().sorted().toList())),
          400);
    }
    Job job =
        surroundings
            .database()
            .inTransaction(
                sql -> {
                  if (sql.count("select count(*) from jobs where status = ?", Job.PENDING)
                      >= MOST_WAITING) {
                    throw AppError.of(
                        "app.job.too_many.app_error", "too much work waits already", 429);
                  }
                  return insert(sql, type, data);
                });
    wake.get().run();
    return job;
  }

  private Job insert(Sql sql, String type, Map<String, String> data) {
    String id = surroundings.ids().next();
    long now = surroundings.now();
    sql.insert(
        "jobs",
        "id",
        id,
        "kind",
        type,
        "priority",
        0L,
        "create_at",
        now,
        "start_at",
        0L,
        "last_activity_at",
        now,
        "status",
        Job.PENDING,
        "progress",
        0L,
        "data",
        surroundings.json().write(data));
    return existing(sql, id);
  }

  /** Wants work of a kind to be done, unless that has been wanted since a moment already. */
  void createOnceSince(String type, long since) {
    surroundings
        .database()
        .untilNobodyInterferes(
            sql -> {
              // Another node may think that it is the one to do so.
              if (sql.count("select count(*) from job_schedules where kind = ?", type) == 0) {
                sql.insert("job_schedules", "kind", type);
              }
              sql.lock("job_schedules", "kind = ?", type);
              Optional<Long> last =
                  sql.first(
                      "select create_at from jobs where kind = ? order by seq desc limit 1",
                      row -> row.getLong(1),
                      type);
              if (last.isEmpty() || last.get() < since) {
                insert(sql, type, Map.of("scheduled", "true"));
              }
              return type;
            });
  }

  /**
   * One piece of work.
   *
   * @throws AppError with status 404 where there is none
   */
  public Job get(String id) {
    return surroundings.database().inTransaction(sql -> existing(sql, id));
  }

  /** The work, the newest first; of one kind where {@code type} is not empty. */
  public List<Job> list(String type, Page page) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                type.isEmpty()
                    ? sql.list(
                        "select * from jobs order by seq desc limit ? offset ?",
                        this::job,
                        page.limit(),
                        page.offset())
                    : sql.list(
                        "select * from jobs where kind = ? order by seq desc limit ? offset ?",
                        this::job,
                        type,
                        page.limit(),
                        page.offset()));
  }

  /**
   * Does not want work to be done any more; what is under way ends soon.
   *
   * @throws AppError with status 404 where there is none, 400 where it has ended already
   */
  public Job cancel(String id) {
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              existing(sql, id);
              long now = surroundings.now();
              int changed = change(sql, id, Job.PENDING, Job.CANCELED, now);
              changed += change(sql, id, Job.IN_PROGRESS, Job.CANCEL_REQUESTED, now);
              if (changed == 0) {
                throw AppError.of(
                    "api.job.cancel_job.status.app_error", "the job has ended already", 400);
              }
              return existing(sql, id);
            });
  }

  private static int change(Sql sql, String id, String before, String after, long now) {
    return sql.change(
        "update jobs set status = ?, last_activity_at = ? where id = ? and status = ?",
        after,
        now,
        id,
        before);
  }

  /** Takes up the work that has waited longest; nobody else gets it. */
  Optional<Job> take() {
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              long now = surroundings.now();
              List<String> waiting =
                  sql.list(
                      "select id from jobs where status = ? order by seq limit 10",
                      row -> row.getString(1),
                      Job.PENDING);
              for (String id : waiting) {
                if (change(sql, id, Job.PENDING, Job.IN_PROGRESS, now) == 1) {
                  sql.change("update jobs set start_at = ? where id = ?", now, id);
                  return Optional.of(existing(sql, id));
                }
              }
              return Optional.empty();
            });
  }

  /** Says how far work is, and tells whether it is to go on. */
  boolean goesOn(String id, long progress) {
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              sql.change(
                  "update jobs set progress = ?, last_activity_at = ? where id = ?",
                  progress,
                  surroundings.now(),
                  id);
              return existing(sql, id).status().equals(Job.IN_PROGRESS);
            });
  }

  /** Says how work has ended. */
  void end(Job job, String status, Map<String, String> result) {
    Map<String, String> data = new LinkedHashMap<>(job.data());
    result.forEach(
        (name, text) -> data.put(name, text.substring(0, Math.min(LONGEST_TEXT, text.length()))));
    surroundings
        .database()
        .inTransaction(
            sql ->
                sql.change(
                    "update jobs set status = ?, last_activity_at = ?, data = ? where id = ?",
                    status,
                    surroundings.now(),
                    surroundings.json().write(data),
                    job.id()));
  }

  /** Says of work whose server is gone that it has failed, and forgets what is long over. */
  void tidy(Duration kept) {
    long now = surroundings.now();
    surroundings
        .database()
        .inTransaction(
            sql -> {
              for (String status : List.of(Job.IN_PROGRESS, Job.CANCEL_REQUESTED)) {
                sql.change(
                    "update jobs set status = ?, last_activity_at = ? where status = ? and"
                        + " last_activity_at < ?",
                    Job.ERROR,
                    now,
                    status,
                    now - SILENCE.toMillis());
              }
              for (String status : List.of(Job.SUCCESS, Job.ERROR, Job.CANCELED)) {
                sql.change(
                    "delete from jobs where status = ? and last_activity_at < ?",
                    status,
                    now - kept.toMillis());
              }
              return now;
            });
  }

  private Job existing(Sql sql, String id) {
    return sql.first("select * from jobs where id = ?", this::job, id)
        .orElseThrow(() -> AppError.of("app.job.get.app_error", "there is no job " + id, 404));
  }

  private Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getString("id"),
        row.getString("kind"),
        row.getLong("priority"),
        row.getLong("create_at"),
        row.getLong("start_at"),
        row.getLong("last_activity_at"),
        row.getString("status"),
        row.getLong("progress"),
        surroundings.json().texts(row.getString("data")));
  }
}
