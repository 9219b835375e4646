package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Preference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What users prefer. Safe for use from any thread. */
public final class Preferences {

  private final Surroundings surroundings;

  /** The preferences in the database of these surroundings. */
  public Preferences(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * One preference.
   *
   * @throws AppError with status 404 where the user has none of this name
   */
  public Preference get(String userId, String category, String name) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.first(
                    "select * from preferences where user_id = ? and category = ? and name = ?",
                    Preferences::preference,
                    userId,
                    category,
                    name))
        .orElseThrow(
            () ->
                AppError.of(
                    "app.preference.get.app_error",
                    "the user has no preference %s in %s".formatted(name, category),
                    404));
  }

  /** All preferences of a user. */
  public List<Preference> of(String userId) {
    return surroundings
        .database()
        .inTransaction(
            sql ->
                sql.list(
                    "select * from preferences where user_id = ? order by category, name",
                    Preferences::preference,
                    userId));
  }

  /** Writes preferences of a user: all or none. */
  public void put(String userId, List<Preference> preferences) {
    List<Preference> own = own(userId, preferences);
    surroundings
        .database()
        .inTransaction(
            sql -> {
              for (Preference preference : own) {
                int there =
                    sql.change(
                        "update preferences set content = ? where user_id = ? and category = ? and"
                            + " name = ?",
                        preference.value(),
                        userId,
                        preference.category(),
                        preference.name());
                if (there == 0) {
                  sql.insert(
                      "preferences",
                      "user_id",
                      userId,
                      "category",
                      preference.category(),
                      "name",
                      preference.name(),
                      "content",
                      preference.value());
                }
              }
              return own;
            });
    if (!own.isEmpty()) {
      surroundings.hooks().preferencesHaveChanged(own);
    }
  }

  /** Deletes those of these preferences that exist. */
  public void delete(String userId, List<Preference> preferences) {
    List<Preference> own = own(userId, preferences);
    List<Preference> deleted = new ArrayList<>();
    surroundings
        .database()
        .inTransaction(
            sql -> {
              deleted.clear();
              for (Preference preference : own) {
                int gone =
                    sql.change(
                        "delete from preferences where user_id = ? and category = ? and name = ?",
                        userId,
                        preference.category(),
                        preference.name());
                if (gone > 0) {
                  deleted.add(preference);
                }
              }
              return own;
            });
    if (!deleted.isEmpty()) {
      surroundings.hooks().preferencesHaveBeenDeleted(List.copyOf(deleted));
    }
  }

  private static List<Preference> own(String userId, List<Preference> preferences) {
    return IdLists.bounded("preferences", preferences).stream()
        .map(
            preference -> {
              if (!preference.userId().isEmpty() && !preference.userId().equals(userId)) {
                throw invalid("id", "the preference is another user's");
              }
              if (preference.category().isEmpty() || Characters.in(preference.category()) > 32) {
                throw invalid("category", "a category has 1 to 32 characters");
              }
              if (Characters.in(preference.name()) > 32) {
                throw invalid("name", "a name has at most 32 characters");
              }
              if (Characters.in(preference.value()) > 20000) {
                throw invalid("value", "a value has at most 20000 characters");
              }
              return preference.toBuilder().userId(userId).build();
            })
        .toList();
  }

  private static AppError invalid(String field, String message) {
    return AppError.of("model.preference.is_valid." + field + ".app_error", message, 400);
  }

  private static Preference preference(ResultSet row) throws SQLException {
    return Preference.builder()
        .userId(row.getString("user_id"))
        .category(row.getString("category"))
        .name(row.getString("name"))
        .value(row.getString("content"))
        .build();
  }
}
