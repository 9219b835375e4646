package io.krait.host.internal.emoji;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.krait.api.model.Emoji;
import io.krait.api.model.Post;
import io.krait.api.model.PostMetadata;
import io.krait.api.model.Reaction;
import io.krait.host.internal.chat.Mentions;
import io.krait.host.internal.chat.Surroundings;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which custom emoji are in posts and under them, so that clients need not ask for each. Safe for
 * use from any thread.
 */
public final class PostEmoji {

  private static final Pattern NAMED = Pattern.compile(":([a-z0-9_+-]{1,64}):");

  /** Of one post, so that nobody can have thousands be looked for. */
  private static final int MOST = 200;

  /** Of one statement. */
  private static final int AT_ONCE = 500;

  private final Surroundings surroundings;
  private final SystemEmojis system = new SystemEmojis();

  /** Of posts in the database of these surroundings. */
  public PostEmoji(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * An answer or an event with posts, and with the custom emoji in them where there are any.
   *
   * @param posts all posts in it, with their details
   */
  public Object beside(Object body, Collection<Post> posts) {
    Map<String, List<Emoji>> found = of(posts);
    return found.isEmpty() ? body : new WithEmoji(body, found);
  }

  /** The custom emoji of posts with their details, by the ids of those that have any. */
  private Map<String, List<Emoji>> of(Collection<Post> posts) {
    Map<String, Set<String>> named = new LinkedHashMap<>();
    Set<String> all = new LinkedHashSet<>();
    for (Post post : posts) {
      Set<String> names = names(post);
      if (!names.isEmpty()) {
        named.put(post.id(), names);
        all.addAll(names);
      }
    }
    if (all.isEmpty()
        || !surroundings.configuration().flag("ServiceSettings", "EnableCustomEmoji")) {
      return Map.of();
    }
    Map<String, Emoji> known = known(List.copyOf(all));
    Map<String, List<Emoji>> found = new HashMap<>();
    named.forEach(
        (id, names) -> {
          List<Emoji> own = names.stream().map(known::get).filter(Objects::nonNull).toList();
          if (!own.isEmpty()) {
            found.put(id, own);
          }
        });
    return found;
  }

  private Map<String, Emoji> known(List<String> names) {
    Map<String, Emoji> known = new HashMap<>();
    for (int from = 0; from < names.size(); from += AT_ONCE) {
      List<String> some = names.subList(from, Math.min(names.size(), from + AT_ONCE));
      known.putAll(
          surroundings.database().inTransaction(sql -> EmojiRows.byNames(sql, some)).stream()
              .collect(toMap(Emoji::name, identity())));
    }
    return known;
  }

  private Set<String> names(Post post) {
    Set<String> names = new LinkedHashSet<>();
    NAMED
        .matcher(Mentions.text(post))
        .results()
        .map(MatchResult::group)
        .map(name -> name.substring(1, name.length() - 1))
        .forEach(names::add);
    post.metadata().map(PostMetadata::reactions).orElse(List.of()).stream()
        .map(Reaction::emojiName)
        .forEach(names::add);
    names.removeIf(system::contains);
    return names.size() <= MOST ? names : new LinkedHashSet<>(List.copyOf(names).subList(0, MOST));
  }
}
