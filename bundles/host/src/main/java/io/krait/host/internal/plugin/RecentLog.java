package io.krait.host.internal.plugin;

import io.krait.api.VisibleText;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Component;

/**
 * The newest records of the server's log, as far as somebody offers that log to others. Safe for
 * use from any thread.
 */
@Component(service = RecentLog.class)
public final class RecentLog {

  private static final int MOST = 10_000;
  private static final int MOST_CHARACTERS = 4 << 20;
  private static final int LONGEST = 4000;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private int characters;
  private volatile boolean fed;

  /**
   * One record.
   *
   * @param source the logger
   * @param message its beginning, on one line
   */
  public record Entry(Instant at, Level level, String source, String message) {}

  /** Whether records come at all. */
  public boolean isFed() {
    return fed;
  }

  /** Says whether records come. */
  public void feed(boolean nowFed) {
    fed = nowFed;
  }

  /** Keeps a record, and forgets those that are older than what is kept. */
  public void add(Instant at, Level level, String source, String text) {
    Entry entry = new Entry(at, level, source, VisibleText.excerpt(text, LONGEST));
    synchronized (this) {
      entries.add(entry);
      characters += entry.message().length();
      while (entries.size() > MOST || characters > MOST_CHARACTERS) {
        characters -= entries.remove().message().length();
      }
    }
  }

  /**
   * Some of the newest records, oldest first.
   *
   * @param skipped how many newer ones are left out
   */
  public synchronized List<Entry> newest(Predicate<Entry> wanted, int skipped, int most) {
    List<Entry> found = new ArrayList<>();
    int passed = 0;
    Iterator<Entry> newestFirst = entries.descendingIterator();
    while (newestFirst.hasNext() && found.size() < most) {
      Entry entry = newestFirst.next();
      if (wanted.test(entry) && passed++ >= skipped) {
        found.add(entry);
      }
    }
    Collections.reverse(found);
    return found;
  }
}
