package io.krait.host.internal.notifications;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is mentioned by what a post says.
 *
 * @param names those after an at sign, in lower case; there may be no such users
 * @param all whether everybody in the channel is
 * @param message what it says, in lower case
 */
record Mentions(Set<String> names, boolean all, String message) {

  private static final Pattern NAME =
      Pattern.compile("(?<![\\w@.])@([a-z0-9][a-z0-9._-]*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CODE = Pattern.compile("(?s)```.*?(```|$)|`[^`\\n]*`");
  private static final Set<String> ALL = Set.of("all", "channel", "here");
  private static final int MOST = 100;

  static Mentions of(String text) {
    String message = CODE.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = NAME.matcher(message);
    while (matcher.find() && names.size() < MOST) {
      String name = matcher.group(1);
      names.add(name);
      // The end of a sentence is no part of a name, though it may look so.
      while (!name.isEmpty() && "._-".indexOf(name.charAt(name.length() - 1)) >= 0) {
        name = name.substring(0, name.length() - 1);
        names.add(name);
      }
    }
    boolean all = names.stream().anyMatch(ALL::contains);
    names.removeAll(ALL);
    return new Mentions(names, all, message);
  }

  /** Whether it says that, as words of their own. */
  boolean hasWord(String word) {
    return !word.isEmpty()
        && Pattern.compile(
                "(?<![\\p{L}\\p{N}_])"
                    + Pattern.quote(word.toLowerCase(Locale.ROOT))
                    + "(?![\\p{L}\\p{N}_])")
            .matcher(message)
            .find();
  }
}
