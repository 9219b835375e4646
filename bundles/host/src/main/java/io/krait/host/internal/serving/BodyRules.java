package io.krait.host.internal.serving;

import java.time.Duration;

/**
 * How fast a client has to send a body.
 *
 * @param idle how long nothing may come
 * @param grace how long a body may take whatever its rate, before that is looked at
 * @param bytesPerSecond the least rate after that, on average from the beginning
 * @param slow how long a body takes before it counts among the slow ones of its address
 * @param patience how long what nobody wants of a body is read, so that the connection stays usable
 */
public record BodyRules(
    Duration idle, Duration grace, long bytesPerSecond, Duration slow, Duration patience) {

  /** A body that takes that long waits for its client, not for the network or a busy server. */
  private static final Duration SLOW = Duration.ofSeconds(5);

  /** Closing the connection is cheaper than reading on for longer than that. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** These bounds, and what follows from nobody's wishes. */
  public BodyRules(Duration idle, Duration grace, long bytesPerSecond) {
    this(idle, grace, bytesPerSecond, SLOW, PATIENCE);
  }
}
