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

  // In the order of their coming, whatever thread makes them. Nobody is told of anything meanwhile,
  // as who is told may want to make another one.
  private void makeWhatMay() {
    Turn<?, ?> next;
    while ((next = beginMaking()) != null) {
      try {
        next.make();
      } finally {
        synchronized (this) {
          making = false;
        }
      }
      next.follow();
    }
  }

  private synchronized @Nullable Turn<?, ?> beginMaking() {
    Turn<?, ?> next = waiting.peek();
    if (making
        || next == null
        || (underWay > 0 && (!next.group.equals(group) || next.isStream()))) {
      return null;
    }
    making = true;
    group = next.group;
    underWay++;
    return waiting.remove();
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
    private @Nullable CompletableFuture<R> call;

    Turn(MethodDescriptor<Q, R> method, Q request) {
      this.method = method;
      this.request = request;
      group = LaneClient.isLarge(request) ? STREAM : client.groupOf(method.getFullMethodName());
    }

    boolean isStream() {
      return group.equals(STREAM);
    }

    void make() {
      if (!answer.isDone()) {
        call = isStream() ? client.callAlone(method, request) : client.callInTurn(method, request);
      }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Everything ends in the answer.
    void follow() {
      CompletableFuture<R> made = call;
      if (made == null) {
        // It was cancelled before its turn; whoever makes calls goes on with the next.
        synchronized (CallsInTurn.this) {
          underWay--;
        }
        return;
      }
      answer.whenComplete(
          (value, failure) -> {
            if (!made.isDone()) {
              made.cancel(true);
            }
          });
      if (made.isDone()) {
        // Not here: many that fail at once would be one within the other.
        client.tell(() -> settle(made));
      } else {
        made.whenComplete((value, failure) -> settle(made));
      }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Everything ends in the answer.
    private void settle(CompletableFuture<R> made) {
      ended();
      made.whenComplete(
          (value, failure) -> {
            if (failure == null) {
              answer.complete(value);
            } else {
              answer.completeExceptionally(failure);
            }
          });
    }
  }
}
