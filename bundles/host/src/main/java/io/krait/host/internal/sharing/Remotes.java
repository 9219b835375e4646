package io.krait.host.internal.sharing;

import io.krait.api.AppError;
import io.krait.api.model.RegisterPluginOpts;
import io.krait.api.model.RemoteCluster;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The other sides of shared channels, each played by a plugin. Safe for use from any thread. */
public final class Remotes {

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_DISPLAY_NAME = 512;

  private final Surroundings surroundings;
  private final Signals signals;

  Remotes(Surroundings surroundings, Signals signals) {
    this.surroundings = surroundings;
    this.signals = signals;
  }

  /**
   * Registers a plugin, or changes how it is known.
   *
   * @return the id of the remote, which is the same each time
   * @throws AppError with status 400 where the display name is too long
   */
  public String register(String pluginId, RegisterPluginOpts wanted) {
    if (wanted.displayName().length() > LONGEST_DISPLAY_NAME) {
      throw AppError.of(
          "model.remote_cluster_is_valid.display_name.app_error",
          "the display name of a remote has at most %d characters".formatted(LONGEST_DISPLAY_NAME),
          400);
    }
    String displayName = wanted.displayName().isEmpty() ? pluginId : wanted.displayName();
    String id =
        surroundings
            .database()
            .untilNobodyInterferes(
                sql -> {
                  int there =
                      sql.change(
                          "update remotes set display_name = ?, description = ?, delete_at = 0"
                              + " where plugin_id = ?",
                          displayName,
                          wanted.description(),
                          pluginId);
                  if (there == 0) {
                    sql.insert(
                        "remotes",
                        "id",
                        surroundings.ids().next(),
                        "plugin_id",
                        pluginId,
                        "display_name",
                        displayName,
                        "description",
                        wanted.description(),
                        "create_at",
                        surroundings.now(),
                        "delete_at",
                        0L,
                        "last_ping_at",
                        0L);
                  }
                  return sql.first(
                          "select id from remotes where plugin_id = ?",
                          row -> row.getString(1),
                          pluginId)
                      .orElseThrow();
                });
    signals.wake();
    return id;
  }

  /** Ends the registration of a plugin, if there is one. */
  public void unregister(String pluginId) {
    surroundings
        .database()
        .inTransaction(
            sql ->
                sql.change(
                    "update remotes set delete_at = ? where plugin_id = ? and delete_at = 0",
                    surroundings.now(),
                    pluginId));
    signals.wake();
  }

  /** All remotes that are registered. */
  List<RemoteCluster> all() {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.list(
                    "select * from remotes where delete_at = 0 order by plugin_id",
                    Remotes::remote));
  }

  /** A remote that is registered. */
  static Optional<RemoteCluster> find(Sql sql, String id) {
    return sql.first("select * from remotes where id = ? and delete_at = 0", Remotes::remote, id);
  }

  /** Remembers that a remote has just been there. */
  void wasThere(String id) {
    surroundings
        .database()
        .inTransaction(
            sql ->
                sql.change(
                    "update remotes set last_ping_at = ? where id = ?", surroundings.now(), id));
  }

  private static RemoteCluster remote(ResultSet row) throws SQLException {
    String id = row.getString("id");
    String pluginId = row.getString("plugin_id");
    return RemoteCluster.builder()
        .remoteId(id)
        .name(pluginId.length() > LONGEST_NAME ? id : pluginId)
        .displayName(row.getString("display_name"))
        .siteUrl("plugin_" + pluginId)
        .createAt(row.getLong("create_at"))
        .deleteAt(row.getLong("delete_at"))
        .lastPingAt(row.getLong("last_ping_at"))
        .creatorId(pluginId)
        .pluginId(pluginId)
        .build();
  }
}
