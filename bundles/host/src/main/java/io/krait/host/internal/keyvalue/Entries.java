package io.krait.host.internal.keyvalue;

import io.krait.api.Bytes;
import io.krait.api.KeyValueStore;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.util.List;

/** The keys and values that plugins store, each plugin its own. Safe for use from any thread. */
public final class Entries implements KeyValueStore {

  private static final int TRIES = 5;

  private static final String KEY = " where plugin_id = ? and entry_key = ?";

  private final Surroundings surroundings;
  private final Database database;

  /** The entries in the database of these surroundings. */
  public Entries(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
  }

  @Override
  public void set(String pluginId, String key, Bytes value, long expireInSeconds) {
    long expireAt = expireAt(expireInSeconds);
    if (value.isEmpty()) {
      delete(pluginId, key);
      return;
    }
    byte[] content = value.toByteArray();
    for (int attempt = 1; ; attempt++) {
      try {
        database.inTransaction(
            sql -> {
              int there =
                  sql.change(
                      "update plugin_entries set content = ?, expire_at = ?" + KEY,
                      content,
                      expireAt,
                      pluginId,
                      key);
              if (there == 0) {
                insert(sql, pluginId, key, content, expireAt);
              }
              return there;
            });
        return;
      } catch (DuplicateException insertedBesideUs) {
        if (attempt == TRIES) {
          throw insertedBesideUs;
        }
      }
    }
  }

  @Override
  public boolean compareAndSet(
      String pluginId, String key, Bytes expected, Bytes value, long expireInSeconds) {
    long expireAt = expireAt(expireInSeconds);
    byte[] content = value.toByteArray();
    long now = surroundings.now();
    if (!expected.isEmpty()) {
      return value.isEmpty()
          ? compareAndDelete(pluginId, key, expected)
          : database.inTransaction(
              sql ->
                  sql.change(
                          "update plugin_entries set content = ?, expire_at = ?"
                              + KEY
                              + " and content = ? and (expire_at = 0 or expire_at > ?)",
                          content,
                          expireAt,
                          pluginId,
                          key,
                          expected.toByteArray(),
                          now)
                      == 1);
    }
    if (value.isEmpty()) {
      return get(pluginId, key).isEmpty();
    }
    try {
      return database.inTransaction(
          sql -> {
            sql.change(
                "delete from plugin_entries" + KEY + " and expire_at <> 0 and expire_at <= ?",
                pluginId,
                key,
                now);
            insert(sql, pluginId, key, content, expireAt);
            return true;
          });
    } catch (DuplicateException there) {
      return false;
    }
  }

  private boolean compareAndDelete(String pluginId, String key, Bytes expected) {
    return database.inTransaction(
        sql ->
            sql.change(
                    "delete from plugin_entries"
                        + KEY
                        + " and content = ? and (expire_at = 0 or expire_at > ?)",
                    pluginId,
                    key,
                    expected.toByteArray(),
                    surroundings.now())
                == 1);
  }

  @Override
  public Bytes get(String pluginId, String key) {
    return database.inTransaction(
        sql ->
            sql.first(
                    "select content from plugin_entries"
                        + KEY
                        + " and (expire_at = 0 or expire_at > ?)",
                    row -> Bytes.owning(row.getBytes(1)),
                    pluginId,
                    key,
                    surroundings.now())
                .orElse(Bytes.EMPTY));
  }

  private void delete(String pluginId, String key) {
    database.inTransaction(sql -> sql.change("delete from plugin_entries" + KEY, pluginId, key));
  }

  @Override
  public void deleteAll(String pluginId) {
    database.inTransaction(
        sql -> sql.change("delete from plugin_entries where plugin_id = ?", pluginId));
  }

  @Override
  public List<String> keys(String pluginId, long offset, int limit) {
    return database.inTransaction(
        sql ->
            sql.list(
                "select entry_key from plugin_entries where plugin_id = ? and (expire_at = 0 or"
                    + " expire_at > ?) and entry_key not like 'mmi!_%' escape '!' order by"
                    + " entry_key limit ? offset ?",
                row -> row.getString(1), pluginId, surroundings.now(), limit, offset));
  }

  /** Removes what has expired, of all plugins. */
  public void sweep() {
    database.inTransaction(
        sql ->
            sql.change(
                "delete from plugin_entries where expire_at <> 0 and expire_at <= ?",
                surroundings.now()));
  }

  private static void insert(Sql sql, String pluginId, String key, byte[] content, long expireAt) {
    sql.insert(
        "plugin_entries",
        "plugin_id",
        pluginId,
        "entry_key",
        key,
        "content",
        content,
        "expire_at",
        expireAt);
  }

  private long expireAt(long seconds) {
    return seconds == 0 ? 0 : surroundings.now() + seconds * 1000;
  }
}
