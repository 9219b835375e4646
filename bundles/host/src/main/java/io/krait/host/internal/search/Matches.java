package io.krait.host.internal.search;

import io.krait.host.internal.words.Words;
import java.util.List;
import java.util.Locale;

/** Which words of a text are those that somebody has searched for, for clients to show. */
public final class Matches {

  private static final int MOST = 100;

  private final SearchTerms terms;

  /** Of what has been typed into the search box. */
  public Matches(String terms) {
    this.terms = new SearchTerms(terms, 0);
  }

  /** The words as the text has them, each once. */
  public List<String> in(String text) {
    return Words.written(text).filter(this::isSought).distinct().limit(MOST).toList();
  }

  private boolean isSought(String written) {
    String word = written.toLowerCase(Locale.ROOT);
    return terms.words.contains(word) || terms.beginnings.stream().anyMatch(word::startsWith);
  }
}
