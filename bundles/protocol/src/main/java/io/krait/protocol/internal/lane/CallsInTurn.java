package io.krait.protocol.internal.lane;

import io.grpc.MethodDescriptor;
import io.krait.api.Nullable;
import io.krait.protocol.CallTransport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Calls that the peer begins one after the other. It keeps the order within each of its groups;
 * that between groups is kept here, as one waits until nothing is under way in the other.
 */
final class CallsInTurn implements CallTransport {

  /** What is too large for a call goes as a stream, and is like a group of its own. */
  private static final String STREAM = "\0";

  private final LaneClient client;

  // Guarded by this.
  private final Queue<Turn<?, ?>> waiting = new ArrayDeque<>();
  private String group = "";
  private int underWay;
  private boolean making;

  CallsInTurn(LaneClient client) {
    this.client = client;
  }

  @Override
  public <Q, R> CompletableFuture<R> call(
      MethodDescriptor<Q, R> method, Q request, @Nullable Duration deadline) {
    Turn<Q, R> turn = new Turn<>(method, request);
    synchronized (this) {
      waiting.add(turn);
    }
    makeWhatMay();
    return turn.answer;
  }

  // In the order of their coming, whatever thread makes them.
  private synchronized void makeWhatMay() {
    if (making) {
      // One that is being made has ended at once: whoever makes it goes on with the next.
      return;
    }
    making = true;
    try {
      while (!waiting.isEmpty()) {
        Turn<?, ?> next = waiting.element();
        if (underWay > 0 && (!next.group.equals(group) || next.isStream())) {
          return;
        }
        waiting.remove();
        group = next.group;
        underWay++;
        next.make();
      }
    } finally {
      making = false;
    }
  }

  private void ended() {
    synchronized (this) {
      underWay--;
    }
    makeWhatMay();
  }

  private final class Turn<Q, R> {
    private final MethodDescriptor<Q, R> method;
    private final Q request;
    private final String group;
    private final CompletableFuture<R> answer = new CompletableFuture<>();

    Turn(MethodDescriptor<Q, R> method, Q request) {
      this.method = method;
      this.request = request;
      group = LaneClient.isLarge(request) ? STREAM : client.groupOf(method.getFullMethodName());
    }

    boolean isStream() {
      return group.equals(STREAM);
    }

    // Cancelling it is possible before it is made, too.
    @SuppressWarnings("FutureReturnValueIgnored")
    void make() {
      if (answer.isDone()) {
        ended();
        return;
      }
      CompletableFuture<R> call =
          isStream() ? client.callAlone(method, request) : client.callInTurn(method, request);
      call.whenComplete(
          (value, failure) -> {
            ended();
            if (failure == null) {
              answer.complete(value);
            } else {
              answer.completeExceptionally(failure);
            }
          });
      answer.whenComplete(
          (value, failure) -> {
            if (!call.isDone()) {
              call.cancel(true);
            }
          });
    }
  }
}
