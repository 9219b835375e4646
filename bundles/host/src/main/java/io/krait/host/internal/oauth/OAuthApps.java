package io.krait.host.internal.oauth;

import io.krait.api.AppError;
import io.krait.api.model.OAuthApp;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Sql;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * The registrations of programs that may ask users for access by OAuth 2.0. All methods fail with
 * 501 while that is switched off. Safe for use from any thread.
 */
public final class OAuthApps {

  private final Surroundings surroundings;
  private final BooleanSupplier enabled;

  /**
   * The registrations in a database.
   *
   * @param enabled whether there are any, for now
   */
  public OAuthApps(Surroundings surroundings, BooleanSupplier enabled) {
    this.surroundings = surroundings;
    this.enabled = enabled;
  }

  /**
   * Registers a program, which gets its id and its secret.
   *
   * @throws AppError with status 400 where a value is not allowed
   */
  public OAuthApp create(OAuthApp wanted) {
    checkEnabled();
    long now = surroundings.now();
    OAuthApp app =
        OAuthAppRules.checked(
            wanted.toBuilder()
                .id(surroundings.ids().next())
                .clientSecret(surroundings.ids().next())
                .createAt(now)
                .updateAt(now)
                .build());
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              OAuthAppRows.insert(sql, app);
              return app;
            });
  }

  /**
   * A registration, secret included.
   *
   * @throws AppError with status 404 where there is none
   */
  public OAuthApp get(String id) {
    checkEnabled();
    return surroundings.database().inTransaction(sql -> existing(sql, id));
  }

  /** One page of all registrations, oldest first. */
  public List<OAuthApp> list(Page page) {
    checkEnabled();
    return surroundings.database().inTransaction(sql -> OAuthAppRows.list(sql, page));
  }

  /** One page of the registrations of a user, oldest first. */
  public List<OAuthApp> of(String userId, Page page) {
    checkEnabled();
    return surroundings.database().inTransaction(sql -> OAuthAppRows.of(sql, userId, page));
  }

  /**
   * Replaces a registration; its creator, its secret and when it was made stay.
   *
   * @throws AppError with status 404 where there is none, 400 where a value is not allowed
   */
  public OAuthApp update(OAuthApp wanted) {
    return change(
        wanted.id(),
        before ->
            wanted.toBuilder()
                .creatorId(before.creatorId())
                .clientSecret(before.clientSecret())
                .createAt(before.createAt())
                .mattermostAppId(before.mattermostAppId())
                .build());
  }

  /**
   * Gives a program another secret; the one before is worth nothing from now on.
   *
   * @throws AppError with status 404 where there is no such program
   */
  public OAuthApp withNewSecret(String id) {
    String secret = surroundings.ids().next();
    return change(id, before -> before.toBuilder().clientSecret(secret).build());
  }

  private OAuthApp change(String id, UnaryOperator<OAuthApp> change) {
    checkEnabled();
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              OAuthApp before = existing(sql, id);
              OAuthApp after =
                  OAuthAppRules.checked(
                      change.apply(before).toBuilder()
                          .updateAt(Math.max(surroundings.now(), before.updateAt() + 1))
                          .build());
              if (!OAuthAppRows.replace(sql, after, before.updateAt())) {
                throw AppError.of(
                    "app.oauth.update_app.updating.app_error",
                    "the registration has been changed meanwhile; try again",
                    409);
              }
              return after;
            });
  }

  /**
   * Removes a registration.
   *
   * @throws AppError with status 404 where there is none
   */
  public void delete(String id) {
    checkEnabled();
    surroundings
        .database()
        .inTransaction(
            sql -> {
              if (!OAuthAppRows.delete(sql, id)) {
                throw missing(id);
              }
              return id;
            });
  }

  private static OAuthApp existing(Sql sql, String id) {
    return OAuthAppRows.byId(sql, id).orElseThrow(() -> missing(id));
  }

  private static AppError missing(String id) {
    return AppError.of(
        "app.oauth.get_app.find.app_error", "there is no OAuth application " + id, 404);
  }

  private void checkEnabled() {
    if (!enabled.getAsBoolean()) {
      throw AppError.of(
          "api.oauth.register_oauth_app.turn_off.app_error",
          "this server is no provider of OAuth 2.0",
          501);
    }
  }
}
