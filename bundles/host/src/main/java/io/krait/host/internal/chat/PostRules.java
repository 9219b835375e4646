package io.krait.host.internal.chat;

import io.krait.api.AppError;
import io.krait.api.model.Channel;
import io.krait.api.model.Post;
import io.krait.api.model.User;
import io.krait.host.internal.storage.Sql;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a post must be like. Safe for use from any thread. */
public final class PostRules {

  /** The type of the last post of all in a channel, which comes when it is archived already. */
  static final String CHANNEL_ARCHIVED = "system_channel_deleted";

  private static final int LONGEST_MESSAGE = 16383;
  private static final int LARGEST_PROPS = 800_000;
  private static final int MOST_FILES = 10;
  private static final int LONGEST_TYPE = 26;
  private static final int LONGEST_HASHTAGS = 1000;
  private static final Pattern HASHTAG =
      Pattern.compile("(?<![\\w#])#(\\p{L}[\\w\\p{L}.-]*[\\w\\p{L}])");

  private final Surroundings surroundings;
  private final Users users;
  private final ChannelRows channels;
  private final PostRows rows;

  /** Of posts by these users. */
  public PostRules(Surroundings surroundings, Users users) {
    this.surroundings = surroundings;
    this.users = users;
    this.channels = new ChannelRows(surroundings.json());
    this.rows = new PostRows(surroundings.json());
  }

  /** Refuses a post where it is to be, and gives back the channel of one that can be there. */
  Place checkPlace(Sql sql, Post post) {
    Channel channel = channels.existing(sql, post.channelId());
    if (!post.type().equals(CHANNEL_ARCHIVED)) {
      checkOpen(channel);
    }
    User author;
    try {
      author = users.existing(sql, post.userId());
    } catch (AppError missing) {
      throw invalid("user_id", "there is no user " + post.userId());
    }
    if (!post.rootId().isEmpty()) {
      Post root =
          rows.byId(sql, post.rootId())
              .filter(found -> found.deleteAt() == 0)
              .orElseThrow(
                  () ->
                      AppError.of(
                          "api.post.create_post.root_id.app_error",
                          "there is no post %s to answer".formatted(post.rootId()),
                          400));
      if (!root.channelId().equals(post.channelId()) || !root.rootId().isEmpty()) {
        throw AppError.of(
            "api.post.create_post.channel_root_id.app_error",
            "the post to answer begins no thread in this channel",
            400);
      }
    }
    return new Place(channel, author);
  }

  /**
   * Refuses what no post may hold.
   *
   * @throws AppError with status 400
   */
  public void checkContent(Post post) {
    if (Characters.in(post.message()) > LONGEST_MESSAGE) {
      throw invalid("msg", "a message has at most %d characters".formatted(LONGEST_MESSAGE));
    }
    if (surroundings.json().write(post.props()).length() > LARGEST_PROPS) {
      throw invalid("props", "properties have at most %d characters".formatted(LARGEST_PROPS));
    }
    if (post.fileIds().size() > MOST_FILES) {
      throw invalid("file_ids", "a post has at most %d files".formatted(MOST_FILES));
    }
    if (Characters.in(post.type()) > LONGEST_TYPE) {
      throw invalid("type", "a type has at most %d characters".formatted(LONGEST_TYPE));
    }
    PostPriorities.check(post);
    if (Characters.in(post.pendingPostId()) > 128) {
      throw invalid("pending_post_id", "a pending id has at most 128 characters");
    }
  }

  /** Fails with 403 where a channel is archived. */
  static void checkOpen(Channel channel) {
    if (channel.deleteAt() != 0) {
      throw AppError.of(
          "api.post.create_post.can_not_post_to_deleted.error", "the channel is archived", 403);
    }
  }

  /** The hashtags of a message, each once. */
  static String hashtags(String message) {
    Set<String> tags = new LinkedHashSet<>();
    Matcher matcher = HASHTAG.matcher(message);
    int length = 0;
    while (matcher.find() && length + matcher.group().length() < LONGEST_HASHTAGS) {
      if (tags.add(matcher.group())) {
        length += matcher.group().length() + 1;
      }
    }
    return String.join(" ", tags);
  }

  private static AppError invalid(String field, String message) {
    return AppError.of("model.post.is_valid." + field + ".app_error", message, 400);
  }

  /** A post whose properties say so where a bot posts it. */
  static Post by(User author, Post post) {
    if (!author.isBot()) {
      return post;
    }
    Map<String, Object> marked = new LinkedHashMap<>(post.props());
    marked.put("from_bot", "true");
    return post.toBuilder().props(marked).build();
  }

  /** Where a post is, and whose it is. */
  record Place(Channel channel, User author) {}
}
