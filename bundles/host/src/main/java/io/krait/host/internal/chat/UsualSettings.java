package io.krait.host.internal.chat;

import io.krait.api.model.User;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How a new account is set up where nobody says otherwise; clients rely on each of these. */
final class UsualSettings {

  private static final Map<String, String> NOTIFICATIONS =
      Map.ofEntries(
          Map.entry("email", "true"),
          Map.entry("push", "mention"),
          Map.entry("desktop", "mention"),
          Map.entry("desktop_sound", "true"),
          Map.entry("mention_keys", ""),
          Map.entry("channel", "true"),
          Map.entry("first_name", "false"),
          Map.entry("push_status", "away"),
          Map.entry("comments", "never"),
          Map.entry("desktop_threads", "all"),
          Map.entry("email_threads", "all"),
          Map.entry("push_threads", "all"));
  private static final Map<String, String> TIMEZONE =
      Map.of("useAutomaticTimezone", "true", "automaticTimezone", "", "manualTimezone", "");

  private UsualSettings() {}

  /** A user with what is missing. */
  static User of(User user) {
    return user.toBuilder()
        .notifyProps(with(NOTIFICATIONS, user.notifyProps()))
        .timezone(with(TIMEZONE, user.timezone()))
        .build();
  }

  private static Map<String, String> with(Map<String, String> usual, Map<String, String> given) {
    Map<String, String> all = new TreeMap<>(usual);
    all.putAll(given);
    return new LinkedHashMap<>(all);
  }
}
