package io.krait.host.internal.mail;

import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What would have gone out of the server, but has nobody who takes it: mails without a mail server,
 * notifications without a push gateway. Of each kind the newest are kept. Safe for use from any
 * thread.
 */
public final class Outbox {

  /** Mails. */
  public static final String MAIL = "mail";

  /** Notifications for mobile devices. */
  public static final String PUSH = "push";

  private static final int MOST = 10_000;
  private static final int BETWEEN_PRUNINGS = 100;
  private static final int LONGEST_TEXT = 100_000;

  private final Surroundings surroundings;
  private final int most;
  private final AtomicInteger sincePruning = new AtomicInteger();

  /** The outbox in the database of these surroundings. */
  public Outbox(Surroundings surroundings) {
    this(surroundings, MOST);
  }

  /** One that keeps so many of each kind, and a few more in between. */
  Outbox(Surroundings surroundings, int most) {
    this.surroundings = surroundings;
    this.most = most;
  }

  /**
   * Keeps one thing.
   *
   * @param kind {@link #MAIL} or {@link #PUSH}
   * @param recipient whom it is for
   * @param content what it says, by name
   */
  public void put(String kind, String recipient, Map<String, ?> content) {
    String text = surroundings.json().write(content);
    surroundings
        .database()
        .inTransaction(
            sql -> {
              sql.insert(
                  "outbox",
                  "id",
                  surroundings.ids().next(),
                  "kind",
                  kind,
                  "create_at",
                  surroundings.now(),
                  "recipient",
                  recipient,
                  "content",
                  text.length() > LONGEST_TEXT
                      ? surroundings.json().write(Map.of("too_long", text.length()))
                      : text);
              return kind;
            });
    if (sincePruning.incrementAndGet() >= Math.min(BETWEEN_PRUNINGS, most)) {
      sincePruning.set(0);
      surroundings
          .database()
          .inTransaction(
              sql -> {
                prune(sql, kind);
                return kind;
              });
    }
  }

  private void prune(Sql sql, String kind) {
    sql.first(
            "select seq from outbox where kind = ? order by seq desc offset ? rows fetch next 1"
                + " rows only",
            row -> row.getLong(1),
            kind,
            most)
        .ifPresent(
            last -> sql.change("delete from outbox where kind = ? and seq <= ?", kind, last));
  }

  /** What is kept of a kind, the newest first. */
  public List<Map<String, Object>> list(String kind, Page page) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.list(
                    "select * from outbox where kind = ? order by seq desc limit ? offset ?",
                    this::shown,
                    kind,
                    page.limit(),
                    page.offset()));
  }

  private Map<String, Object> shown(ResultSet row) throws SQLException {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", row.getString("id"));
    shown.put("create_at", row.getLong("create_at"));
    shown.put("recipient", row.getString("recipient"));
    shown.put("content", surroundings.json().object(row.getString("content")));
    return shown;
  }

  /** Forgets what is older than a moment in milliseconds, and tells how much that was. */
  public int prune(String kind, long before) {
    return surroundings
        .database()
        .inTransaction(
            sql -> sql.change("delete from outbox where kind = ? and create_at < ?", kind, before));
  }
}
