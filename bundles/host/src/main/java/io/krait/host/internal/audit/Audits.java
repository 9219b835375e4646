package io.krait.host.internal.audit;

import io.krait.api.AppError;
import io.krait.api.model.AuditRecord;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Surroundings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Who has done what. The newest records are kept. Safe for use from any thread. */
public final class Audits {

  private static final Set<String> LEVELS =
      Set.of("audit-api", "audit-content", "audit-permissions", "audit-cli");
  private static final String USUAL_LEVEL = "audit-api";
  private static final int MOST = 100_000;
  private static final int BETWEEN_PRUNINGS = 500;
  private static final int LARGEST_META = 64_000;

  private final Surroundings surroundings;
  private final int most;
  private final AtomicInteger sincePruning = new AtomicInteger();

  /** The records in the database of these surroundings. */
  public Audits(Surroundings surroundings) {
    this(surroundings, MOST);
  }

  /** Of which so many are kept, and a few more in between. */
  Audits(Surroundings surroundings, int most) {
    this.surroundings = surroundings;
    this.most = most;
  }

  /**
   * Adds a record, at its own level or the usual one.
   *
   * @param pluginId who has made it; empty for the host itself
   * @throws AppError with status 400 where a part of it is not allowed
   */
  public void add(String pluginId, AuditRecord record) {
    add(pluginId, record, record.level().isEmpty() ? USUAL_LEVEL : record.level());
  }

  /** As {@link #add(String, AuditRecord)}, but at this level. */
  public void add(String pluginId, AuditRecord record, String level) {
    if (!LEVELS.contains(level)) {
      throw AppError.of(
          "app.audit.level.app_error",
          "a level is one of audit-api, audit-cli, audit-content and audit-permissions",
          400);
    }
    if (record.id().length() > 26) {
      throw AppError.of("app.audit.id.app_error", "an id has at most 26 characters", 400);
    }
    String meta = surroundings.json().write(record.meta());
    if (meta.length() > LARGEST_META) {
      throw AppError.of(
          "app.audit.meta.app_error",
          "the facts of a record have at most %d characters".formatted(LARGEST_META),
          400);
    }
    surroundings
        .database()
        .inTransaction(
            sql -> {
              sql.insert(
                  "audits",
                  "id",
                  record.id().isEmpty() ? surroundings.ids().next() : record.id(),
                  "create_at",
                  record.createAt() == 0 ? surroundings.now() : record.createAt(),
                  "level",
                  level,
                  "api_path",
                  record.apiPath(),
                  "event",
                  record.event(),
                  "status",
                  record.status(),
                  "user_id",
                  record.userId(),
                  "session_id",
                  record.sessionId(),
                  "plugin_id",
                  pluginId,
                  "client",
                  record.client(),
                  "ip_address",
                  record.ipAddress(),
                  "meta",
                  meta);
              return level;
            });
    if (sincePruning.incrementAndGet() >= Math.min(BETWEEN_PRUNINGS, most)) {
      sincePruning.set(0);
      prune();
    }
  }

  private void prune() {
    surroundings
        .database()
        .inTransaction(
            sql -> {
              sql.first(
                      "select seq from audits order by seq desc offset ? rows fetch next 1 rows"
                          + " only",
                      row -> row.getLong(1),
                      most)
                  .ifPresent(last -> sql.change("delete from audits where seq <= ?", last));
              return most;
            });
  }

  /** The records, the newest first. */
  public List<Map<String, Object>> list(Page page) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.list(
                    "select * from audits order by seq desc limit ? offset ?",
                    this::shown,
                    page.limit(),
                    page.offset()));
  }

  /** The records of what a user has done, the newest first. */
  public List<Map<String, Object>> ofUser(String userId, Page page) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.list(
                    "select * from audits where user_id = ? order by seq desc limit ? offset ?",
                    this::shown,
                    userId,
                    page.limit(),
                    page.offset()));
  }

  private Map<String, Object> shown(ResultSet row) throws SQLException {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", row.getString("id"));
    shown.put("create_at", row.getLong("create_at"));
    shown.put("user_id", row.getString("user_id"));
    shown.put("action", row.getString("event"));
    shown.put("extra_info", row.getString("meta"));
    shown.put("ip_address", row.getString("ip_address"));
    shown.put("session_id", row.getString("session_id"));
    for (String name : List.of("level", "api_path", "status", "plugin_id", "client")) {
      shown.put(name, row.getString(name));
    }
    return shown;
  }
}
