package io.krait.host.internal.search;

import io.krait.host.internal.words.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody has typed into the search box: words, words with an asterisk for any ending, words
 * in quotation marks that are to be together, and words with a colon that narrow the search; each
 * of these with a hyphen before it to be left out.
 */
public final class SearchTerms {

  private static final Pattern PART = Pattern.compile("(-?)\"([^\"]*)\"?|(\\S+)");
  private static final Pattern MODIFIER =
      Pattern.compile("(-?)(from|in|channel|before|after|on|ext):(.*)", Pattern.CASE_INSENSITIVE);
  private static final int MOST_PARTS = 50;

  final List<String> words = new ArrayList<>();
  final List<String> beginnings = new ArrayList<>();
  final List<String> phrases = new ArrayList<>();
  final List<String> withoutWords = new ArrayList<>();
  final List<String> withoutBeginnings = new ArrayList<>();
  final List<String> withoutPhrases = new ArrayList<>();
  final List<String> from = new ArrayList<>();
  final List<String> notFrom = new ArrayList<>();
  final List<String> in = new ArrayList<>();
  final List<String> notIn = new ArrayList<>();
  final List<String> extensions = new ArrayList<>();

  /** Times that posts must have been made within, from the first to before the second. */
  final List<long[]> within = new ArrayList<>();

  /** Times that posts must not have been made within. */
  final List<long[]> notWithin = new ArrayList<>();

  private final ZoneOffset zone;

  /** What these terms mean to somebody whose clock is so many seconds ahead. */
  public SearchTerms(String terms, long zoneSeconds) {
    zone = ZoneOffset.ofTotalSeconds((int) Math.max(-18 * 3600, Math.min(18 * 3600, zoneSeconds)));
    Matcher part = PART.matcher(terms);
    String waiting = "";
    for (int i = 0; i < MOST_PARTS && part.find(); i++) {
      if (part.group(3) == null) {
        phrase(part.group(2), !part.group(1).isEmpty());
        continue;
      }
      String text = waiting + part.group(3);
      waiting = "";
      Matcher modifier = MODIFIER.matcher(text);
      if (!modifier.matches()) {
        word(text);
      } else if (modifier.group(3).isEmpty()) {
        waiting = text;
      } else {
        narrow(
            modifier.group(2).toLowerCase(Locale.ROOT),
            modifier.group(3),
            !modifier.group(1).isEmpty());
      }
    }
  }

  /** Whether nothing is looked for. */
  boolean isEmpty() {
    return words.isEmpty()
        && beginnings.isEmpty()
        && from.isEmpty()
        && in.isEmpty()
        && within.isEmpty();
  }

  /** A day, and before or after it. */
  void day(String relation, String day, boolean without) {
    if (!day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return;
    }
    LocalDate date;
    try {
      date = LocalDate.parse(day);
    } catch (DateTimeParseException noDay) {
      return;
    }
    long begin = date.atStartOfDay().toInstant(zone).toEpochMilli();
    long end = date.plusDays(1).atStartOfDay().toInstant(zone).toEpochMilli();
    long[] times =
        switch (relation) {
          case "before" -> new long[] {0, begin};
          case "after" -> new long[] {end, Long.MAX_VALUE};
          default -> new long[] {begin, end};
        };
    (without ? notWithin : within).add(times);
  }

  private void narrow(String name, String value, boolean without) {
    String plain = value.toLowerCase(Locale.ROOT);
    switch (name) {
      case "from" -> (without ? notFrom : from).add(plain.replaceFirst("^@", ""));
      case "in", "channel" -> (without ? notIn : in).add(plain.replaceFirst("^~", ""));
      case "ext" -> {
        if (!without) {
          extensions.add(plain);
        }
      }
      default -> day(name, plain, without);
    }
  }

  private void phrase(String text, boolean without) {
    if (Words.of(text).isEmpty()) {
      return;
    }
    (without ? withoutPhrases : phrases).add(text.trim().toLowerCase(Locale.ROOT));
    if (!without) {
      words.addAll(Words.of(text));
    }
  }

  private void word(String text) {
    boolean without = text.length() > 1 && text.startsWith("-");
    String bare = without ? text.substring(1) : text;
    boolean open = bare.length() > 1 && bare.endsWith("*");
    String lower = bare.toLowerCase(Locale.ROOT);
    if (lower.matches("#\\p{L}[\\w\\p{L}.-]*\\*?")) {
      String tag = open ? lower.substring(0, lower.length() - 1) : lower;
      if (open) {
        (without ? withoutBeginnings : beginnings).add(tag);
      } else {
        (without ? withoutWords : words).add(tag);
      }
      return;
    }
    List<String> parts = new ArrayList<>(Words.of(lower));
    for (int i = 0; i < parts.size(); i++) {
      boolean beginning = open && i == parts.size() - 1;
      (beginning ? (without ? withoutBeginnings : beginnings) : (without ? withoutWords : words))
          .add(parts.get(i));
    }
  }
}
