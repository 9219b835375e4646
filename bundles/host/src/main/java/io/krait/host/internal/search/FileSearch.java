package io.krait.host.internal.search;

import io.krait.api.model.FileInfo;
import io.krait.api.model.SearchParameter;
import io.krait.host.internal.chat.FoundFiles;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Sql;
import io.krait.host.internal.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the files of posts by the words of their names, and of the texts that were set for them.
 * What files hold is not read. Safe for use from any thread.
 */
public final class FileSearch {

  private static final String HAS = "f.id in (select x.file_id from file_words x where ";
  private static final String HAS_NOT = "f.id not in (select x.file_id from file_words x where ";

  private final Surroundings surroundings;

  /** Searches what is kept in the database of these surroundings. */
  public FileSearch(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The newest files that are found in the channels that a user is a member of: those of a team, or
   * of all where it is empty, and those of two or some.
   */
  public List<FileInfo> ofUser(String teamId, String userId, SearchParameter search) {
    int limit = Condition.limit(search.page(), search.perPage());
    SearchTerms terms = new SearchTerms(search.terms(), search.timeZoneOffset());
    if (terms.isEmpty() && terms.extensions.isEmpty()) {
      return List.of();
    }
    Condition condition = new Condition();
    condition.andReadableBy(userId, teamId, search.includeDeletedChannels());
    condition.andPlacesOf(terms);
    if (!terms.extensions.isEmpty()) {
      condition.and(
          "lower(f.extension) in " + Sql.marks(terms.extensions.size()),
          terms.extensions.toArray());
    }
    words(condition, terms, search.isOrSearch());
    return surroundings
        .database()
        .inTransaction(
            sql ->
                FoundFiles.list(
                    sql,
                    condition.text(),
                    condition.parameters(),
                    limit,
                    (long) search.page() * limit));
  }

  private static void words(Condition condition, SearchTerms terms, boolean any) {
    List<String> some = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (String word : terms.words) {
      some.add("x.word = ?");
      values.add(Words.bytes(word));
    }
    for (String beginning : terms.beginnings) {
      some.add("x.word >= ? and x.word < ?");
      values.add(Words.bytes(beginning));
      values.add(Words.after(beginning));
    }
    if (any && !some.isEmpty()) {
      condition.and(HAS + String.join(" or ", some) + ")", values.toArray());
    } else {
      some.forEach(each -> condition.and(HAS + each + ")"));
      condition.with(values);
    }
    for (String word : terms.withoutWords) {
      condition.and(HAS_NOT + "x.word = ?)", (Object) Words.bytes(word));
    }
    for (String beginning : terms.withoutBeginnings) {
      condition.and(
          HAS_NOT + "x.word >= ? and x.word < ?)", Words.bytes(beginning), Words.after(beginning));
    }
    for (String phrase : terms.withoutPhrases) {
      condition.and("lower(f.name) not like ? escape '!'", Condition.containing(phrase));
    }
  }
}
