package io.krait.host.internal.configuration;

import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Json;
import java.util.Optional;

/** The configuration as the database keeps it: what is not as by default. */
final class ConfigurationRows {

  private static final String NAME = "server";

  private final Database database;
  private final Json json;

  ConfigurationRows(Database database, Json json) {
    this.database = database;
    this.json = json;
  }

  /**
   * What is kept.
   *
   * @param version counted up with each change; 0 where nothing has been kept yet
   */
  record Kept(long version, Document differences) {}

  Kept read() {
    Optional<Kept> kept =
        database.inTransaction(
            sql ->
                sql.first(
                    "select version, content from server_configuration where name = ?",
                    row -> new Kept(row.getLong(1), Document.of(json.object(row.getString(2)))),
                    NAME));
    return kept.orElseGet(() -> new Kept(0, Document.EMPTY));
  }

  /** Keeps what follows on {@code version}; empty where another change has been quicker. */
  Optional<Kept> write(long version, Document differences, long now) {
    String content = json.write(differences.sections());
    try {
      int written =
          database.inTransaction(
              sql -> {
                if (version > 0) {
                  return sql.change(
                      "update server_configuration set version = ?, update_at = ?, content = ?"
                          + " where name = ? and version = ?",
                      version + 1,
                      now,
                      content,
                      NAME,
                      version);
                }
                sql.insert(
                    "server_configuration",
                    "name",
                    NAME,
                    "version",
                    1L,
                    "update_at",
                    now,
                    "content",
                    content);
                return 1;
              });
      return written == 1 ? Optional.of(new Kept(version + 1, differences)) : Optional.empty();
    } catch (DuplicateException keptBesideUs) {
      return Optional.empty();
    }
  }
}
