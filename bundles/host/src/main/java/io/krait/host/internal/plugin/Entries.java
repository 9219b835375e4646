package io.krait.host.internal.plugin;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Database;
import io.krait.host.internal.storage.DuplicateException;
import io.krait.host.internal.storage.Sql;
import java.util.List;

/** The keys and values that plugins store, each plugin its own. Safe for use from any thread. */
public final class Entries {

  /** How keys begin that the host keeps among a plugin's; they are not listed. */
  public static final String OF_THE_HOST = "mmi_";

  private static final int LONGEST_KEY = 150;
  private static final int LARGEST_VALUE = 1 << 20;
  private static final int TRIES = 5;

  /** A hundred years; whatever is longer is this, so that no sum overflows. */
  private static final long LONGEST_EXPIRY = 100L * 366 * 24 * 3600;

  private static final String KEY = " where plugin_id = ? and entry_key = ?";

  private final Surroundings surroundings;
  private final Database database;

  /** The entries in the database of these surroundings. */
  public Entries(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.database = surroundings.database();
  }

  /**
   * Stores a value; an empty one deletes the key.
   *
   * @param expireInSeconds after how long the entry is gone; 0 for never
   * @throws AppError with status 400 where the key is not allowed, 413 where the value is too large
   */
  public void set(String pluginId, String key, Bytes value, long expireInSeconds) {
    check(key, value);
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

  /**
   * Stores a value if the present one is what is expected; empty stands for none, on both sides.
   *
   * @return whether it was
   */
  public boolean compareAndSet(
      String pluginId, String key, Bytes expected, Bytes value, long expireInSeconds) {
    check(key, value);
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

  /** Deletes a key if its value is what is expected; empty never is. */
  public boolean compareAndDelete(String pluginId, String key, Bytes expected) {
    check(key, Bytes.EMPTY);
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

  /** The value under a key; empty where there is none. */
  public Bytes get(String pluginId, String key) {
    check(key, Bytes.EMPTY);
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

  /** Deletes a key, if it is there. */
  public void delete(String pluginId, String key) {
    check(key, Bytes.EMPTY);
    database.inTransaction(sql -> sql.change("delete from plugin_entries" + KEY, pluginId, key));
  }

  /** Deletes all keys of a plugin. */
  public void deleteAll(String pluginId) {
    database.inTransaction(
        sql -> sql.change("delete from plugin_entries where plugin_id = ?", pluginId));
  }

  /** One page of the keys of a plugin, in ascending order. */
  public List<String> keys(String pluginId, Page page) {
    return database.inTransaction(
        sql ->
            sql.list(
                "select entry_key from plugin_entries where plugin_id = ? and (expire_at = 0 or"
                    + " expire_at > ?) and entry_key not like 'mmi!_%' escape '!' order by"
                    + " entry_key limit ? offset ?",
                row -> row.getString(1),
                pluginId,
                surroundings.now(),
                page.limit(),
                page.offset()));
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
    if (seconds < 0) {
      throw AppError.of(
          "model.plugin_kvset_options.is_valid.expire.app_error",
          "an entry cannot expire before it is stored",
          400);
    }
    return seconds == 0 ? 0 : surroundings.now() + Math.min(seconds, LONGEST_EXPIRY) * 1000;
  }

  private static void check(String key, Bytes value) {
    int length = key.codePointCount(0, key.length());
    if (length == 0 || length > LONGEST_KEY) {
      throw AppError.of(
          "model.plugin_key_value.is_valid.key.app_error",
          "a key has 1 to %d characters, not %d".formatted(LONGEST_KEY, length),
          400);
    }
    if (value.size() > LARGEST_VALUE) {
      throw AppError.of(
          "model.plugin_key_value.is_valid.value.app_error",
          "a value has at most %d bytes, not %d".formatted(LARGEST_VALUE, value.size()),
          413);
    }
  }
}
