package io.krait.host.internal.events;

import java.util.Set;

/**
 * Who gets an event. The narrowest that is named counts: a connection, else a user, else the
 * members of a channel, else those of a team, else everybody who is connected.
 *
 * @param omitUsers users who do not get it in any case
 * @param connectionId the only connection that gets it
 * @param omitConnectionId a connection that does not get it
 * @param administrators whether it is for those alone who may manage the server
 */
public record Broadcast(
    Set<String> omitUsers,
    String userId,
    String channelId,
    String teamId,
    String connectionId,
    String omitConnectionId,
    boolean administrators) {

  /** Everybody. */
  public static final Broadcast ALL = new Broadcast(Set.of(), "", "", "", "", "", false);

  /** Those who may manage the server. */
  public static final Broadcast ADMINISTRATORS = new Broadcast(Set.of(), "", "", "", "", "", true);

  /** One user. */
  public static Broadcast toUser(String userId) {
    return new Broadcast(Set.of(), named(userId), "", "", "", "", false);
  }

  /** The members of a channel. */
  public static Broadcast toChannel(String channelId) {
    return new Broadcast(Set.of(), "", named(channelId), "", "", "", false);
  }

  /** The members of a team. */
  public static Broadcast toTeam(String teamId) {
    return new Broadcast(Set.of(), "", "", named(teamId), "", "", false);
  }

  private static String named(String id) {
    if (id.isEmpty()) {
      // Nobody is not everybody.
      throw new IllegalArgumentException("an event needs readers");
    }
    return id;
  }

  /** The same, but not to this user. */
  public Broadcast but(String userId) {
    return new Broadcast(
        Set.of(userId),
        this.userId,
        channelId,
        teamId,
        connectionId,
        omitConnectionId,
        administrators);
  }
}
