package io.krait.host.internal.chat;

import io.krait.api.model.User;
import io.krait.host.internal.storage.Sql;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words by which users want to be mentioned besides their names: those in their notification
 * settings, and their first name where they say so. Kept in rows of their own, so that a post's
 * words find their users without anybody's settings being read.
 */
final class MentionWords {

  private static final int LONGEST = 256;
  private static final int MOST = 50;

  private MentionWords() {}

  /** A user has been stored like this. */
  static void keep(Sql sql, User user) {
    sql.change("delete from mention_words where user_id = ?", user.id());
    Set<String> kept = new LinkedHashSet<>();
    if ("true".equals(user.notifyProps().get("first_name")) && !user.firstName().isBlank()) {
      String name = user.firstName().trim();
      insert(sql, user.id(), name.toLowerCase(Locale.ROOT), name, kept);
    }
    Arrays.stream(user.notifyProps().getOrDefault("mention_keys", "").split(","))
        .map(word -> word.trim().toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty() && word.length() <= LONGEST)
        .limit(MOST)
        .forEach(word -> insert(sql, user.id(), word, "", kept));
  }

  private static void insert(
      Sql sql, String userId, String word, String exactWord, Set<String> kept) {
    if (kept.add(word + " " + exactWord)) {
      sql.insert("mention_words", "word", word, "user_id", userId, "exact_word", exactWord);
    }
  }
}
