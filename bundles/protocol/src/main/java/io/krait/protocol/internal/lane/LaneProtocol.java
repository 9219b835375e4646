package io.krait.protocol.internal.lane;

import java.time.Duration;

/** What both ends of a lane keep to; docs/lane.md has the whole of it. */
final class LaneProtocol {

  static final int VERSION = 1;

  /** What a frame may have beyond the largest message in it. */
  static final int AROUND_A_MESSAGE = 64 << 10;

  /** How long the other side may take for its part of the beginning. */
  static final Duration BEGINNING = Duration.ofSeconds(10);

  /** How much a server throws away of what is sent after the end of its answer. */
  static final int THROWN_AWAY = 4 << 20;

  private LaneProtocol() {}
}
