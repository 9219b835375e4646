package io.krait.host.internal.oauth;

import io.krait.api.model.OAuthApp;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Registrations as rows. */
final class OAuthAppRows {

  private OAuthAppRows() {}

  static void insert(Sql sql, OAuthApp app) {
    sql.insert(
        "oauth_apps",
        "id",
        app.id(),
        "creator_id",
        app.creatorId(),
        "create_at",
        app.createAt(),
        "update_at",
        app.updateAt(),
        "client_secret",
        app.clientSecret(),
        "name",
        app.name(),
        "description",
        app.description(),
        "icon_url",
        app.iconUrl(),
        "callback_urls",
        app.callbackUrls(),
        "homepage",
        app.homepage(),
        "is_trusted",
        app.isTrusted(),
        "mattermost_app_id",
        app.mattermostAppId());
  }

  /** Replaces what is still as it was last changed at that moment; tells whether it was. */
  static boolean replace(Sql sql, OAuthApp app, long changedAt) {
    return sql.change(
            "update oauth_apps set update_at = ?, client_secret = ?, name = ?, description = ?,"
                + " icon_url = ?, callback_urls = ?, homepage = ?, is_trusted = ? where id = ? and"
                + " update_at = ?",
            app.updateAt(),
            app.clientSecret(),
            app.name(),
            app.description(),
            app.iconUrl(),
            app.callbackUrls(),
            app.homepage(),
            app.isTrusted(),
            app.id(),
            changedAt)
        == 1;
  }

  static Optional<OAuthApp> byId(Sql sql, String id) {
    return sql.first("select * from oauth_apps where id = ?", OAuthAppRows::app, id);
  }

  static List<OAuthApp> list(Sql sql, Page page) {
    return sql.list(
        "select * from oauth_apps order by create_at, id limit ? offset ?",
        OAuthAppRows::app,
        page.limit(),
        page.offset());
  }

  static List<OAuthApp> of(Sql sql, String creatorId, Page page) {
    return sql.list(
        "select * from oauth_apps where creator_id = ? order by create_at, id limit ? offset ?",
        OAuthAppRows::app,
        creatorId,
        page.limit(),
        page.offset());
  }

  static boolean delete(Sql sql, String id) {
    return sql.change("delete from oauth_apps where id = ?", id) == 1;
  }

  private static OAuthApp app(ResultSet row) throws SQLException {
    return OAuthApp.builder()
        .id(row.getString("id"))
        .creatorId(row.getString("creator_id"))
        .createAt(row.getLong("create_at"))
        .updateAt(row.getLong("update_at"))
        .clientSecret(row.getString("client_secret"))
        .name(row.getString("name"))
        .description(row.getString("description"))
        .iconUrl(row.getString("icon_url"))
        .callbackUrls(row.getString("callback_urls"))
        .homepage(row.getString("homepage"))
        .isTrusted(row.getBoolean("is_trusted"))
        .mattermostAppId(row.getString("mattermost_app_id"))
        .build();
  }
}
