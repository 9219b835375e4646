package io.krait.host.internal.chat;

import io.krait.api.model.Channel;
import io.krait.api.model.Post;
import io.krait.host.internal.configuration.ServerConfiguration;
import io.krait.host.internal.storage.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Keeps the counts of channels, members and threads, in the transaction of the post that changes
 * them. What is unread is what a channel has more than a member has seen, so that a post changes
 * the rows of those alone whom it mentions. What the server says is not counted.
 */
final class UnreadCounts {

  private final ServerConfiguration configuration;
  private final Mentions mentions;
  private final PostRows posts;

  UnreadCounts(Surroundings surroundings) {
    this.configuration = surroundings.configuration();
    this.mentions = new Mentions(surroundings.json());
    this.posts = new PostRows(surroundings.json());
  }

  /** A post has been stored. */
  void posted(Sql sql, Channel channel, Post post, long now) {
    if (!isCounted(post)) {
      return;
    }
    channel(sql, post);
    Mentions.Mentioned mentioned = mentions.of(sql, channel, post, mostAtOnce());
    mentioned(sql, post, mentioned.all(), now);
    if (!post.rootId().isEmpty()) {
      ThreadRows.replied(sql, post, mentioned, byName(sql, channel, post.rootId()), now);
    }
    if (isOfPerson(post)) {
      view(sql, post.channelId(), post.userId(), now);
    }
  }

  /** Who is named where a thread begins; nobody of a thread that has gone on before. */
  private Set<String> byName(Sql sql, Channel channel, String root) {
    return posts
        .byId(sql, root)
        .filter(first -> first.replyCount() == 0)
        .map(first -> mentions.of(sql, channel, first, mostAtOnce()).byName())
        .orElse(Set.of());
  }

  /** Whether a post counts for what is unread. */
  static boolean isCounted(Post post) {
    return !post.type().startsWith("system_");
  }

  /** How many members a channel may have for all to be mentioned at once. */
  long mostAtOnce() {
    long most = configuration.number("TeamSettings", "MaxNotificationsPerChannel");
    return most > 0 ? most : 1000;
  }

  /** Who is mentioned by a post. */
  Mentions.Mentioned mentioned(Sql sql, Channel channel, Post post) {
    return mentions.of(sql, channel, post, mostAtOnce());
  }

  /** A member has seen everything in a channel. */
  static void view(Sql sql, String channelId, String userId, long now) {
    sql.change(
        "update channel_members set"
            + " msg_count = (select c.total_msg_count from channels c where c.id = ?),"
            + " msg_count_root = (select c.total_msg_count_root from channels c where c.id = ?),"
            + " last_viewed_at = greatest(last_viewed_at,"
            + " (select c.last_post_at from channels c where c.id = ?)),"
            + " mention_count = 0, mention_count_root = 0, urgent_mention_count = 0,"
            + " last_update_at = ? where channel_id = ? and user_id = ?",
        channelId,
        channelId,
        channelId,
        now,
        channelId,
        userId);
  }

  /** Who posts by a client has the channel before their eyes; a program has not. */
  private static boolean isOfPerson(Post post) {
    return !"true".equals(String.valueOf(post.props().get("from_plugin")))
        && !"true".equals(String.valueOf(post.props().get("from_webhook")))
        && !"true".equals(String.valueOf(post.props().get("from_bot")));
  }

  private static void channel(Sql sql, Post post) {
    boolean root = post.rootId().isEmpty();
    sql.change(
        "update channels set last_post_at = greatest(last_post_at, ?), total_msg_count ="
            + " total_msg_count + 1"
            + (root
                ? ", total_msg_count_root = total_msg_count_root + 1, last_root_post_at ="
                    + " greatest(last_root_post_at, ?)"
                : "")
            + " where id = ?",
        root
            ? new Object[] {post.createAt(), post.createAt(), post.channelId()}
            : new Object[] {post.createAt(), post.channelId()});
  }

  private static void mentioned(Sql sql, Post post, Set<String> userIds, long now) {
    if (userIds.isEmpty()) {
      return;
    }
    boolean root = post.rootId().isEmpty();
    boolean urgent = PostPriorities.isUrgent(post);
    List<Object> parameters = new ArrayList<>(List.of(now, post.channelId()));
    parameters.addAll(userIds);
    sql.change(
        "update channel_members set mention_count = mention_count + 1"
            + (root ? ", mention_count_root = mention_count_root + 1" : "")
            + (urgent ? ", urgent_mention_count = urgent_mention_count + 1" : "")
            + ", last_update_at = ? where channel_id = ? and user_id in "
            + Sql.marks(userIds.size()),
        parameters.toArray());
  }
}
