package io.krait.host.internal.chat;

import io.krait.api.model.Channel;
import io.krait.api.model.ChannelType;
import io.krait.api.model.Post;
import io.krait.host.internal.storage.Json;
import io.krait.host.internal.storage.Sql;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a post mentions: by name, by a word of theirs, or all of a channel at once. The author is
 * not mentioned by what they write themselves, nor is anybody by what the server says. In channels
 * of two or some everything is for everybody.
 */
public final class Mentions {

  private static final Pattern CODE = Pattern.compile("(?s)```.*?(?:```|$)|`[^`\\n]+`");
  private static final Pattern WORD = Pattern.compile("[@\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._:'-]*");
  private static final Pattern END = Pattern.compile("[._:'-]+$");
  private static final int MOST_WORDS = 2000;

  private final Json json;

  Mentions(Json json) {
    this.json = json;
  }

  /**
   * Who is mentioned.
   *
   * @param byName those that are meant in person
   * @param all these, and those that are meant with all others of the channel
   */
  record Mentioned(Set<String> byName, Set<String> all) {}

  /**
   * Finds out who is mentioned.
   *
   * @param most how many members a channel may have for all of them to be mentioned at once
   */
  Mentioned of(Sql sql, Channel channel, Post post, long most) {
    if (post.type().startsWith("system_")) {
      return new Mentioned(Set.of(), Set.of());
    }
    if (channel.type() == ChannelType.DIRECT || channel.type() == ChannelType.GROUP) {
      Set<String> others =
          new TreeSet<>(
              sql.list(
                  "select user_id from channel_members where channel_id = ? and user_id <> ?",
                  row -> row.getString(1),
                  channel.id(),
                  post.userId()));
      return new Mentioned(others, others);
    }
    Set<String> written = words(text(post));
    Set<String> lower = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    for (String word : written) {
      String small = word.toLowerCase(Locale.ROOT);
      lower.add(small);
      if (small.startsWith("@")) {
        names.add(small.substring(1));
      }
    }
    Set<String> byName = new TreeSet<>();
    named(sql, channel, names, byName);
    byWord(sql, channel, lower, written, byName);
    byName.remove(post.userId());
    Set<String> all = new TreeSet<>(byName);
    boolean everybody = names.contains("channel") || names.contains("all");
    if (everybody || names.contains("here")) {
      together(sql, channel, everybody, most, all);
    }
    all.remove(post.userId());
    return new Mentioned(byName, all);
  }

  private static void named(Sql sql, Channel channel, Set<String> names, Set<String> found) {
    if (!names.isEmpty()) {
      List<Object> parameters = new ArrayList<>(List.of(channel.id()));
      parameters.addAll(names);
      found.addAll(
          sql.list(
              "select u.id from users u join channel_members m on m.user_id = u.id"
                  + " and m.channel_id = ? where u.delete_at = 0 and u.username in "
                  + Sql.marks(names.size()),
              row -> row.getString(1),
              parameters.toArray()));
    }
  }

  private static void byWord(
      Sql sql, Channel channel, Set<String> lower, Set<String> written, Set<String> found) {
    if (lower.isEmpty()) {
      return;
    }
    record Kept(String userId, String exactWord) {}
    List<Object> parameters = new ArrayList<>(List.of(channel.id()));
    parameters.addAll(lower);
    sql
        .list(
            "select w.user_id, w.exact_word from mention_words w join channel_members m on"
                + " m.user_id = w.user_id and m.channel_id = ? join users u on u.id = w.user_id"
                + " where u.delete_at = 0 and w.word in "
                + Sql.marks(lower.size()),
            row -> new Kept(row.getString(1), row.getString(2)),
            parameters.toArray())
        .stream()
        .filter(kept -> kept.exactWord().isEmpty() || written.contains(kept.exactWord()))
        .map(Kept::userId)
        .forEach(found::add);
  }

  private void together(Sql sql, Channel channel, boolean everybody, long most, Set<String> found) {
    record Member(String userId, String settings, String inChannel, boolean online) {}
    List<Member> members =
        sql.list(
            "select m.user_id, u.notify_props, m.notify_props, s.status from channel_members m"
                + " join users u on u.id = m.user_id left join statuses s on s.user_id = u.id"
                + " where m.channel_id = ? and u.delete_at = 0 limit ?",
            row ->
                new Member(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    "online".equals(row.getString(4))),
            channel.id(),
            most + 1);
    if (members.size() > most) {
      return;
    }
    for (Member member : members) {
      if ((everybody || member.online())
          && !"false".equals(json.texts(member.settings()).get("channel"))
          && !ignores(json.texts(member.inChannel()))) {
        found.add(member.userId());
      }
    }
  }

  /** Who has muted a channel ignores what is for all, unless they say otherwise. */
  private static boolean ignores(Map<String, String> settings) {
    String ignore = settings.getOrDefault("ignore_channel_mentions", "default");
    return ignore.equals("on")
        || (ignore.equals("default") && "mention".equals(settings.get("mark_unread")));
  }

  /** What people read of a post: its message, and the texts of what is attached to it. */
  public static String text(Post post) {
    StringBuilder text = new StringBuilder(post.message());
    if (post.props().get("attachments") instanceof List<?> attachments) {
      for (Object attachment : attachments) {
        if (attachment instanceof Map<?, ?> parts) {
          for (String part : List.of("pretext", "title", "text")) {
            if (parts.get(part) instanceof String said) {
              text.append('\n').append(said);
            }
          }
        }
      }
    }
    return text.toString();
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    Matcher matcher = WORD.matcher(CODE.matcher(text).replaceAll(" "));
    while (matcher.find() && words.size() < MOST_WORDS) {
      words.add(matcher.group());
      words.add(END.matcher(matcher.group()).replaceFirst(""));
    }
    words.remove("");
    words.remove("@");
    return words;
  }
}
