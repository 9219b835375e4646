package io.krait.host.internal.chat;

import java.util.Map;

/**
 * What a member has not read in a channel.
 *
 * @param teamId of which team the channel is; empty for channels of two or some
 * @param userId who the member is
 * @param channelId which channel it is
 * @param msgCount how many posts are unread; none are where the member has muted the channel
 * @param mentionCount how often the member is mentioned in unread posts
 * @param mentionCountRoot how often in posts that are no replies
 * @param msgCountRoot how many posts are unread that are no replies
 * @param urgentMentionCount how often the member is mentioned in urgent posts
 * @param lastViewedAt up to when the member has read the channel
 * @param notifyProps how the member wants to be told of the channel
 */
public record ChannelUnread(
    String teamId,
    String userId,
    String channelId,
    long msgCount,
    long mentionCount,
    long mentionCountRoot,
    long msgCountRoot,
    long urgentMentionCount,
    long lastViewedAt,
    Map<String, String> notifyProps) {

  /** The settings may be changed by nobody. */
  public ChannelUnread {
    notifyProps = Map.copyOf(notifyProps);
  }
}
