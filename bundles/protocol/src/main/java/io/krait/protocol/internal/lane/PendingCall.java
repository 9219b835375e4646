package io.krait.protocol.internal.lane;

import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.krait.api.Nullable;
import io.krait.protocol.RemoteErrors;
import io.krait.protocol.lane.v1.Answer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * A call whose answer is waited for. Whoever completes it, as by cancelling it, has the peer told
 * that nobody waits any more.
 */
final class PendingCall<R> extends CompletableFuture<R> {

  private final MethodDescriptor<?, ?> method;
  private final Function<Answer, R> decode;
  private final boolean awaited;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile boolean givenUp;
  private volatile @Nullable CallConnection connection;
  private volatile boolean inTurn;
  private volatile @Nullable Runnable whenDone;
  private volatile @Nullable Runnable timeout;
  private long id;
  private long deadline;

  /**
   * A call that was not made yet.
   *
   * @param awaited whether nothing depends on it but a thread that waits
   */
  PendingCall(MethodDescriptor<?, ?> method, Function<Answer, R> decode, boolean awaited) {
    this.method = method;
    this.decode = decode;
    this.awaited = awaited;
  }

  MethodDescriptor<?, ?> method() {
    return method;
  }

  boolean isAwaited() {
    return awaited;
  }

  /** Has the peer begin it when its turn has come. */
  void waitForTurn() {
    inTurn = true;
  }

  boolean isInTurn() {
    return inTurn;
  }

  long id() {
    return id;
  }

  /** By when it has to be answered, by System.nanoTime; of no meaning where it is not watched. */
  long deadline() {
    return deadline;
  }

  void deadline(long nanoTime) {
    deadline = nanoTime;
  }

  /** It is made on a connection now, under a number. */
  void on(CallConnection made, long number) {
    id = number;
    connection = made;
  }

  /** Has {@code task} run once, when the call is over. */
  void whenDone(Runnable task) {
    whenDone = task;
  }

  /** Has {@code task} run when the call is over, to take back a timer. */
  void timer(Runnable task) {
    timeout = task;
    if (isDone()) {
      task.run();
    }
  }

  /** Has what was sent written, before a thread waits. */
  void flush() {
    CallConnection made = connection;
    if (made != null) {
      made.flush();
    }
  }

  /** The answer has come. */
  void answered(Answer answer) {
    R result;
    try {
      result = decode.apply(answer);
    } catch (RuntimeException | Error e) {
      over();
      super.completeExceptionally(RemoteErrors.toAppError(e, method));
      return;
    }
    over();
    super.complete(result);
  }

  /** There will be no answer. */
  void fail(Status status) {
    over();
    super.completeExceptionally(RemoteErrors.toAppError(status, null, method));
  }

  /** The time for it is over. */
  void expire() {
    completeExceptionally(RemoteErrors.toAppError(Status.DEADLINE_EXCEEDED, null, method));
  }

  @Override
  public boolean complete(R value) {
    boolean first = super.complete(value);
    giveUp();
    return first;
  }

  @Override
  public boolean completeExceptionally(Throwable failure) {
    boolean first = super.completeExceptionally(failure);
    giveUp();
    return first;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean first = super.cancel(mayInterruptIfRunning);
    giveUp();
    return first;
  }

  private void giveUp() {
    if (over()) {
      givenUp = true;
      CallConnection made = connection;
      if (made != null) {
        made.cancel(this);
      }
    }
  }

  private boolean over() {
    if (!over.compareAndSet(false, true)) {
      return false;
    }
    Runnable timer = timeout;
    if (timer != null) {
      timer.run();
    }
    Runnable done = whenDone;
    if (done != null) {
      done.run();
    }
    return true;
  }

  /** Whether nobody waits for the answer any more. */
  boolean isGivenUp() {
    return givenUp;
  }
}
