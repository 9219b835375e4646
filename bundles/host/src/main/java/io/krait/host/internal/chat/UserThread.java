package io.krait.host.internal.chat;

import io.krait.api.model.Post;
import java.util.List;

/**
 * A thread as one of those who follow it has it.
 *
 * @param post the post that it begins with
 * @param teamId of which team its channel is; empty for a conversation
 * @param lastViewedAt up to when the user has read it
 * @param unreadReplies how many replies came since
 * @param unreadMentions how often the user was mentioned in these
 * @param participants who has replied, the latest first
 */
public record UserThread(
    Post post,
    String teamId,
    long lastViewedAt,
    long unreadReplies,
    long unreadMentions,
    List<String> participants) {

  /** Nobody changes who has replied. */
  public UserThread {
    participants = List.copyOf(participants);
  }

  /** By which a thread is known: it is that of its first post. */
  public String id() {
    return post.id();
  }

  /** Whether the first post is urgent. */
  public boolean isUrgent() {
    return PostPriorities.isUrgent(post);
  }
}
