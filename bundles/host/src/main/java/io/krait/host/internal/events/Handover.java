package io.krait.host.internal.events;

import java.util.List;

/**
 * What a node gives to another one, to which a client has come.
 *
 * @param missed what the client has not seen, in its order
 * @param told which events it has been told lately, or is with this; the node that it has come to
 *     may hear of them later
 * @param nextSeq the number of the next event
 */
public record Handover(List<Missed> missed, List<String> told, long nextSeq) {

  /**
   * An event that a client has not seen.
   *
   * @param beginning its text, up to its number
   */
  public record Missed(long seq, String beginning) {}

  /**
   * Which client has come.
   *
   * @param seq the number of the first event that it has not seen
   */
  public record Wanted(String connectionId, String userId, String sessionId, long seq) {}

  /**
   * What was told to a client when it had gone to another node already.
   *
   * @param eventId identifies the event on all nodes
   * @param beginning its text, up to its number
   */
  public record Late(String connectionId, String eventId, String beginning) {}
}
