package io.krait.host.internal.search;

import io.krait.api.Nullable;
import io.krait.api.model.Post;
import io.krait.api.model.SearchParameter;
import io.krait.api.model.SearchParams;
import io.krait.host.internal.chat.FoundPosts;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.storage.Sql;
import io.krait.host.internal.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds posts by their words. These are kept in rows of their own, written in the post's
 * transaction: so a post is found at once, by the same statements on every database. The rarest of
 * the words leads, newest posts first, and a page ends the search. Safe for use from any thread.
 */
public final class PostSearch {

  private static final int MOST_SEARCHES = 10;
  private static final int COUNTED_AT_MOST = 2000;

  private final Surroundings surroundings;
  private final FoundPosts found;

  /** Searches what is kept in the database of these surroundings. */
  public PostSearch(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.found = new FoundPosts(surroundings);
  }

  /** The newest posts in open channels of a team that one of these searches finds. */
  public List<Post> inTeam(String teamId, List<SearchParams> searches) {
    if (searches.size() > MOST_SEARCHES) {
      throw Condition.invalid("at most %d searches can be united".formatted(MOST_SEARCHES));
    }
    Map<String, Post> united = new LinkedHashMap<>();
    for (SearchParams search : searches) {
      SearchTerms terms = new SearchTerms(search.terms(), search.timeZoneOffset());
      search.inChannels().forEach(terms.in::add);
      search.excludedChannels().forEach(terms.notIn::add);
      search.fromUsers().forEach(terms.from::add);
      search.excludedUsers().forEach(terms.notFrom::add);
      search.excludedBeforeDate().forEach(day -> terms.day("before", day, true));
      search.excludedAfterDate().forEach(day -> terms.day("after", day, true));
      search.excludedDates().forEach(day -> terms.day("on", day, true));
      Condition condition = new Condition();
      condition.and("c.team_id = ? and c.kind = 'O'", teamId);
      if (!search.includeDeletedChannels()) {
        condition.and("c.delete_at = 0");
      }
      run(terms, search.isOrSearch(), condition, search.page(), search.perPage())
          .forEach(post -> united.put(post.id(), post));
    }
    return united.values().stream()
        .sorted(Comparator.comparingLong(Post::createAt).reversed())
        .limit(Condition.LARGEST_PAGE)
        .toList();
  }

  /**
   * The newest posts that are found in the channels that a user is a member of: those of a team, or
   * of all where it is empty, and those of two or some.
   */
  public List<Post> ofUser(String teamId, String userId, SearchParameter search) {
    Condition condition = new Condition();
    condition.andReadableBy(userId, teamId, search.includeDeletedChannels());
    return run(
        new SearchTerms(search.terms(), search.timeZoneOffset()),
        search.isOrSearch(),
        condition,
        search.page(),
        search.perPage());
  }

  private List<Post> run(SearchTerms terms, boolean any, Condition where, int page, int perPage) {
    int limit = Condition.limit(page, perPage);
    if (terms.isEmpty()) {
      return List.of();
    }
    narrow(terms, where);
    return surroundings
        .database()
        .inTransaction(sql -> rows(sql, terms, any, where, limit, (long) page * limit));
  }

  private static void narrow(SearchTerms terms, Condition where) {
    where.andPlacesOf(terms);
    for (String phrase : terms.phrases) {
      where.and("lower(p.message) like ? escape '!'", Condition.containing(phrase));
    }
    for (String phrase : terms.withoutPhrases) {
      where.and("lower(p.message) not like ? escape '!'", Condition.containing(phrase));
    }
    for (String word : terms.withoutWords) {
      where.and(
          "not exists (select 1 from post_words x where x.word = ? and x.create_at = p.create_at"
              + " and x.post_id = p.id)",
          (Object) Words.bytes(word));
    }
    for (String beginning : terms.withoutBeginnings) {
      where.and(
          "p.id not in (select x.post_id from post_words x where x.word >= ? and x.word < ?)",
          Words.bytes(beginning),
          Words.after(beginning));
    }
  }

  private List<Post> rows(
      Sql sql, SearchTerms terms, boolean any, Condition where, int limit, long offset) {
    List<String> words = new ArrayList<>(terms.words);
    Condition all = new Condition();
    byte @Nullable [] leading = null;
    if (any && words.size() + terms.beginnings.size() > 1) {
      oneOf(terms, all);
    } else {
      if (!words.isEmpty()) {
        String rarest = words.size() == 1 ? words.get(0) : rarest(sql, words);
        words.removeIf(rarest::equals);
        leading = Words.bytes(rarest);
      }
      for (String word : words) {
        all.and(
            "exists (select 1 from post_words x where x.word = ? and x.create_at = p.create_at"
                + " and x.post_id = p.id)",
            (Object) Words.bytes(word));
      }
      for (String beginning : terms.beginnings) {
        all.and(
            "p.id in (select x.post_id from post_words x where x.word >= ? and x.word < ?)",
            Words.bytes(beginning),
            Words.after(beginning));
      }
    }
    all.andAll(where);
    return found.list(sql, leading, all.text(), all.parameters(), limit, offset);
  }

  private static void oneOf(SearchTerms terms, Condition all) {
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
    all.and(
        "p.id in (select x.post_id from post_words x where " + String.join(" or ", some) + ")",
        values.toArray());
  }

  private static String rarest(Sql sql, List<String> words) {
    String rarest = words.get(0);
    long fewest = Long.MAX_VALUE;
    for (String word : words) {
      long count =
          sql.count(
              "select count(*) from (select 1 from post_words where word = ? limit ?) found",
              Words.bytes(word),
              COUNTED_AT_MOST);
      if (count < fewest) {
        fewest = count;
        rarest = word;
      }
    }
    return rarest;
  }
}
