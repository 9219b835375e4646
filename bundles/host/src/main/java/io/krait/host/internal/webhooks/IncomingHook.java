package io.krait.host.internal.webhooks;

/**
 * An address by which others post to a channel in the name of a user.
 *
 * @param id given by the server; whoever knows it may post
 * @param createAt in milliseconds since the epoch
 * @param updateAt in milliseconds since the epoch
 * @param deleteAt 0, as deleted ones are gone
 * @param userId in whose name is posted
 * @param channelId where to, unless a message says otherwise
 * @param teamId the channel's team
 * @param displayName as people read it
 * @param description what it is for
 * @param username what the author is called, where names may be overridden
 * @param iconUrl the author's picture, where pictures may be overridden
 * @param channelLocked whether messages may not choose another channel
 */
public record IncomingHook(
    String id,
    long createAt,
    long updateAt,
    long deleteAt,
    String userId,
    String channelId,
    String teamId,
    String displayName,
    String description,
    String username,
    String iconUrl,
    boolean channelLocked) {

  /** What people say of it. */
  public Wanted wanted() {
    return new Wanted(channelId, displayName, description, username, iconUrl, channelLocked);
  }

  /** What people say of one. */
  public record Wanted(
      String channelId,
      String displayName,
      String description,
      String username,
      String iconUrl,
      boolean channelLocked) {}
}
