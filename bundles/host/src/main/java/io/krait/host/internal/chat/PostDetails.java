package io.krait.host.internal.chat;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.krait.api.model.FileInfo;
import io.krait.api.model.Post;
import io.krait.api.model.PostAcknowledgement;
import io.krait.api.model.PostEmbed;
import io.krait.api.model.PostMetadata;
import io.krait.api.model.Reaction;
import io.krait.host.internal.storage.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What clients show with posts, so that they need not ask for it one by one: files, reactions, who
 * has confirmed having read them, and what is embedded. Safe for use from any thread.
 */
public final class PostDetails {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>()\\[\\]\"'`]+");

  private final Surroundings surroundings;

  /** Of posts in the database of these surroundings. */
  public PostDetails(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** A post with all of it. */
  public Post of(Post post) {
    return of(List.of(post)).get(0);
  }

  /** These posts, in the same order, with all of it. */
  public List<Post> of(List<Post> posts) {
    List<String> withFiles = ids(posts, post -> !post.fileIds().isEmpty());
    List<String> withReactions = ids(posts, Post::hasReactions);
    List<String> confirmed = ids(posts, PostPriorities::asksForAcknowledgement);
    if (withFiles.isEmpty() && withReactions.isEmpty() && confirmed.isEmpty()) {
      return posts.stream().map(post -> detailed(post, Map.of(), Map.of(), Map.of())).toList();
    }
    return surroundings
        .database()
        .inTransaction(
            sql -> {
              Map<String, List<FileInfo>> files = files(sql, withFiles);
              Map<String, List<Reaction>> reactions = reactions(sql, withReactions);
              Map<String, List<PostAcknowledgement>> acknowledgements =
                  Acknowledgements.of(sql, confirmed).stream()
                      .collect(groupingBy(PostAcknowledgement::postId));
              return posts.stream()
                  .map(post -> detailed(post, files, reactions, acknowledgements))
                  .toList();
            });
  }

  private static List<String> ids(List<Post> posts, Function<Post, Boolean> having) {
    return posts.stream().filter(having::apply).map(Post::id).toList();
  }

  private static Map<String, List<FileInfo>> files(Sql sql, Collection<String> postIds) {
    return postIds.isEmpty()
        ? Map.of()
        : sql
            .list(
                "select * from files where delete_at = 0 and post_id in "
                    + Sql.marks(postIds.size()),
                FileRows::file,
                postIds.toArray())
            .stream()
            .collect(groupingBy(FileInfo::postId));
  }

  private static Map<String, List<Reaction>> reactions(Sql sql, Collection<String> postIds) {
    return postIds.isEmpty()
        ? Map.of()
        : sql
            .list(
                "select * from reactions where post_id in "
                    + Sql.marks(postIds.size())
                    + " order by create_at, seq",
                Reactions::reaction,
                postIds.toArray())
            .stream()
            .collect(groupingBy(Reaction::postId, mapping(Function.identity(), toList())));
  }

  private static Post detailed(
      Post post,
      Map<String, List<FileInfo>> files,
      Map<String, List<Reaction>> reactions,
      Map<String, List<PostAcknowledgement>> acknowledgements) {
    Map<String, FileInfo> own =
        files.getOrDefault(post.id(), List.of()).stream()
            .collect(toMap(FileInfo::id, Function.identity()));
    return post.toBuilder()
        .metadata(
            post.metadata()
                .map(PostMetadata::toBuilder)
                .orElseGet(PostMetadata::builder)
                .files(post.fileIds().stream().filter(own::containsKey).map(own::get).toList())
                .reactions(reactions.getOrDefault(post.id(), List.of()))
                .acknowledgements(acknowledgements.getOrDefault(post.id(), List.of()))
                .embeds(embeds(post))
                .build())
        .build();
  }

  /** Nothing is fetched from where a link leads: the address alone is told. */
  private static List<PostEmbed> embeds(Post post) {
    if (post.props().get("attachments") instanceof List<?> attachments && !attachments.isEmpty()) {
      return List.of(PostEmbed.builder().type("message_attachment").build());
    }
    Matcher link = LINK.matcher(post.message());
    return link.find()
        ? List.of(PostEmbed.builder().type("link").url(link.group()).build())
        : List.of();
  }
}
