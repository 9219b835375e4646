package io.krait.api.host;

import io.krait.api.AppError;
import io.krait.api.Bytes;

/**
 * What a node wants others to be told.
 *
 * @param topic whom it is for: at most {@value #LONGEST_NAME} characters
 * @param name what kind of event it is for them: at most {@value #LONGEST_NAME} characters
 * @param data its content: at most {@value #MOST_BYTES} bytes
 * @param reliable whether it must arrive, at least once, and in the order of the other reliable
 *     ones of this node; otherwise it may be lost or overtake others, and is quicker
 * @param target identifier of the only node that gets it; empty for all others
 */
public record ClusterMessage(
    String topic, String name, Bytes data, boolean reliable, String target) {

  /** How long a topic, a name or the identifier of a node may be, in characters. */
  public static final int LONGEST_NAME = 200;

  /** How large a content may be, in bytes. What is larger belongs into a store. */
  public static final int MOST_BYTES = 1 << 20;

  /**
   * Checks it.
   *
   * @throws AppError with status 400 where topic or name are empty or too long, 413 where the
   *     content is too large
   */
  public ClusterMessage {
    check("topic", topic);
    check("name", name);
    if (data.size() > MOST_BYTES) {
      throw AppError.of(
          "app.cluster.event.size.app_error",
          "the event %s has %d bytes, and may have %d".formatted(name, data.size(), MOST_BYTES),
          413);
    }
  }

  /** What must arrive at all other nodes. */
  public static ClusterMessage reliable(String topic, String name, Bytes data) {
    return new ClusterMessage(topic, name, data, true, "");
  }

  /** What may be lost on its way to the other nodes. */
  public static ClusterMessage bestEffort(String topic, String name, Bytes data) {
    return new ClusterMessage(topic, name, data, false, "");
  }

  /** The same for one node alone; for all where {@code node} is empty. */
  public ClusterMessage to(String node) {
    return new ClusterMessage(topic, name, data, reliable, node);
  }

  private static void check(String what, String text) {
    if (text.isEmpty() || text.length() > LONGEST_NAME) {
      throw AppError.of(
          "app.cluster.event.%s.app_error".formatted(what),
          "the %s of an event has 1 to %d characters, not %d"
              .formatted(what, LONGEST_NAME, text.length()),
          400);
    }
  }
}
