package io.krait.protocol.internal.lane;

import io.krait.api.Nullable;
import java.util.ArrayDeque;
import java.util.Deque;

/** The order of calls of which each is begun when the one before it has ended. */
final class Turns<T> {

  private final Deque<T> calls = new ArrayDeque<>();

  /** A call has come; whether its turn is now. */
  synchronized boolean comes(T call) {
    calls.add(call);
    return calls.size() == 1;
  }

  /**
   * A call has ended, or nobody waits for it; the one whose turn is now, null where there is none.
   */
  synchronized @Nullable T leaves(T call) {
    boolean was = calls.peek() == call;
    if (!calls.remove(call)) {
      return null;
    }
    return was ? calls.peek() : null;
  }
}
