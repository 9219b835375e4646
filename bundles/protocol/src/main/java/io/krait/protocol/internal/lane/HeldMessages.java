package io.krait.protocol.internal.lane;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Messages of a stream that nobody has asked for yet. While there are some, its connection is not
 * read from. Guarded by the lock of the stream, which also keeps the order of what is delivered.
 */
final class HeldMessages {

  private final Consumer<byte[]> deliver;
  private final Queue<byte[]> held = new ArrayDeque<>();
  private int demand;
  private boolean paused;

  HeldMessages(Consumer<byte[]> deliver) {
    this.deliver = deliver;
  }

  /**
   * Delivers a message that has come, or holds it.
   *
   * @return whether the connection has to be paused, whether it is or not: a resumption for the
   *     stream before may come late
   */
  boolean take(byte[] payload) {
    if (demand > 0 && held.isEmpty()) {
      demand--;
      deliver.accept(payload);
      return false;
    }
    held.add(payload);
    paused = true;
    return true;
  }

  /** So many more are wanted; delivers those that are there. */
  void request(int messages) {
    demand = demand + messages < 0 ? Integer.MAX_VALUE : demand + messages;
    while (demand > 0 && !held.isEmpty()) {
      demand--;
      deliver.accept(held.remove());
    }
  }

  /** Whether none is held. */
  boolean isEmpty() {
    return held.isEmpty();
  }

  /** Whether the connection is not to be read from. */
  boolean isPaused() {
    return paused;
  }

  /** Lets the connection be read from; whether it was not before. */
  boolean unpause() {
    boolean was = paused;
    paused = false;
    return was;
  }

  /** Forgets those that are held. */
  void clear() {
    held.clear();
  }
}
