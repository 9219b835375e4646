package io.krait.host.internal.events;

import io.krait.api.model.Post;
import io.krait.host.internal.chat.HostHooks;
import io.krait.host.internal.chat.PostDetails;
import io.krait.host.internal.chat.SidebarChange;
import io.krait.host.internal.chat.Surroundings;
import io.krait.host.internal.chat.Threads;
import io.krait.host.internal.chat.UserThread;
import io.krait.host.internal.emoji.PostEmoji;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes events of threads, for those who follow them, and of how users arrange their channels. */
public final class ThreadEvents implements HostHooks {

  private final EventHub hub;
  private final Threads threads;
  private final PostDetails details;
  private final PostEmoji emoji;

  /** The events of these surroundings, for the clients of this hub. */
  public ThreadEvents(Surroundings surroundings, EventHub hub) {
    this.hub = hub;
    this.threads = new Threads(surroundings);
    this.details = new PostDetails(surroundings);
    this.emoji = new PostEmoji(surroundings);
  }

  @Override
  public void messageHasBeenPosted(Post post) {
    if (!post.rootId().isEmpty()) {
      hub.publish(
          () -> {
            threads.followers(post.rootId()).stream()
                .filter(hub::mayReach)
                .forEach(user -> replied(user, post));
            return Optional.empty();
          });
    }
  }

  private void replied(String userId, Post reply) {
    UserThread thread = threads.get(userId, reply.rootId());
    boolean own = reply.userId().equals(userId);
    hub.publish(
        Event.of(
            "thread_updated",
            Map.of(
                "thread",
                json(thread),
                "previous_unread_replies",
                own ? thread.unreadReplies() : Math.max(0, thread.unreadReplies() - 1),
                "previous_unread_mentions",
                thread.unreadMentions()),
            Broadcast.toUser(userId)));
  }

  private String json(UserThread thread) {
    Post post = details.of(thread.post());
    return hub.json(
        emoji.beside(
            json(thread, post, thread.participants().stream().map(id -> Map.of("id", id)).toList()),
            List.of(post)));
  }

  /**
   * A thread as clients know it.
   *
   * @param post the post that it begins with, as it is shown
   * @param participants who has replied, as they are shown
   */
  public static Map<String, Object> json(UserThread thread, Post post, List<?> participants) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", thread.id());
    json.put("reply_count", post.replyCount());
    json.put("last_reply_at", post.lastReplyAt());
    json.put("last_viewed_at", thread.lastViewedAt());
    json.put("participants", participants);
    json.put("post", post);
    json.put("unread_replies", thread.unreadReplies());
    json.put("unread_mentions", thread.unreadMentions());
    json.put("is_urgent", thread.isUrgent());
    json.put("delete_at", post.deleteAt());
    return json;
  }

  @Override
  public void threadFollowingHasChanged(String userId, Post root, boolean following) {
    hub.publish(
        Event.of(
            "thread_follow_changed",
            Map.of("thread_id", root.id(), "state", following, "reply_count", root.replyCount()),
            Broadcast.toUser(userId)));
  }

  @Override
  public void threadHasBeenRead(String userId, UserThread before, UserThread after) {
    hub.publish(
        Event.of(
            "thread_read_changed",
            Map.of(
                "thread_id", after.id(),
                "timestamp", after.lastViewedAt(),
                "unread_mentions", after.unreadMentions(),
                "unread_replies", after.unreadReplies(),
                "previous_unread_mentions", before.unreadMentions(),
                "previous_unread_replies", before.unreadReplies(),
                "channel_id", after.post().channelId(),
                "team_id", after.teamId()),
            Broadcast.toUser(userId)));
  }

  @Override
  public void allThreadsHaveBeenRead(String userId, String teamId, long time) {
    hub.publish(
        Event.of(
            "thread_read_changed",
            Map.of("timestamp", time, "team_id", teamId),
            Broadcast.toUser(userId)));
  }

  @Override
  public void sidebarHasChanged(SidebarChange change) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("team_id", change.teamId());
    String name =
        switch (change.kind()) {
          case CREATED -> {
            data.put("category_id", change.ids().get(0));
            yield "sidebar_category_created";
          }
          case UPDATED -> {
            data.put("updatedCategories", change.ids());
            yield "sidebar_category_updated";
          }
          case DELETED -> {
            data.put("category_id", change.ids().get(0));
            yield "sidebar_category_deleted";
          }
          case ORDERED -> {
            data.put("order", change.ids());
            yield "sidebar_category_order_updated";
          }
        };
    hub.publish(Event.of(name, data, Broadcast.toUser(change.userId())));
  }
}
