package io.krait.host.internal.events;

import io.krait.api.model.ChannelType;
import io.krait.api.model.Post;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a message means. */
final class Mentions {

  private static final Pattern NAME =
      Pattern.compile("(?<![\\w@/.-])@([a-z0-9_][a-z0-9._-]*)", Pattern.CASE_INSENSITIVE);

  private static final Set<String> EVERYBODY = Set.of("all", "channel", "here");
  private static final int MOST = 200;

  private final EventRows rows;

  Mentions(EventRows rows) {
    this.rows = rows;
  }

  /** The members of the channel who are meant, but for the one who speaks. */
  Set<String> in(Post post, EventRows.Place place) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = NAME.matcher(post.message());
    while (matcher.find() && names.size() < MOST) {
      String name = matcher.group(1).toLowerCase(Locale.ROOT);
      names.add(name);
      // A name may end with a dot, and so may a sentence.
      names.add(name.replaceAll("[._-]+$", ""));
    }
    boolean conversation =
        place.kind().equals(ChannelType.DIRECT.code())
            || place.kind().equals(ChannelType.GROUP.code());
    if (names.isEmpty() && !conversation) {
      return Set.of();
    }
    Set<String> members = rows.membersOfChannel(post.channelId());
    boolean all = conversation || names.stream().anyMatch(EVERYBODY::contains);
    Set<String> meant = new LinkedHashSet<>(all ? members : rows.named(names));
    meant.retainAll(members);
    meant.remove(post.userId());
    return meant;
  }
}
