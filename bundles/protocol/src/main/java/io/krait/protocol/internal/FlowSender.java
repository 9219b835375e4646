package io.krait.protocol.internal;

import io.krait.api.Nullable;
import io.krait.protocol.SerialExecutor;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes messages from a publisher as fast as a gRPC call sends them on, and never has more than a
 * few of them asked for. What is not atomic is touched by tasks of the serial executor only.
 */
final class FlowSender<T> implements Flow.Subscriber<T> {

  /** Enough to keep a publisher on another thread busy, little enough to be held in memory. */
  private static final int WINDOW = 4;

  /** The sending half of a call. */
  interface Sink<T> {
    boolean isReady();

    void send(T message);

    void complete();

    void fail(Throwable failure);
  }

  private final SerialExecutor serial;
  private final Sink<T> sink;
  private Flow.@Nullable Subscription subscription;

  /** How many messages may still come; also counted down by the publisher's threads. */
  private final AtomicInteger credits = new AtomicInteger();

  private int requested;
  private boolean done;

  FlowSender(SerialExecutor serial, Sink<T> sink) {
    this.serial = serial;
    this.sink = sink;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    Objects.requireNonNull(given, "subscription");
    serial.tell(
        () -> {
          if (done || subscription != null) {
            given.cancel();
            return;
          }
          subscription = given;
          pump();
        });
  }

  @Override
  public void onNext(T message) {
    Objects.requireNonNull(message, "message");
    int credit = credits.getAndDecrement();
    if (credit > 0) {
      serial.tell(() -> send(message));
    } else if (credit == 0) {
      // Only the first message too many is told of, and none is kept, however many there are.
      serial.tell(
          () -> {
            if (!done) {
              stopAndFail(
                  new IllegalStateException("the publisher has sent more than it was asked for"));
            }
          });
    }
  }

  private void send(T message) {
    if (done) {
      return;
    }
    requested--;
    try {
      sink.send(message);
    } catch (RuntimeException | Error e) {
      stopAndFail(e);
      return;
    }
    pump();
  }

  @Override
  public void onError(Throwable failure) {
    Objects.requireNonNull(failure, "failure");
    serial.tell(
        () -> {
          if (!done) {
            done = true;
            subscription = null;
            sink.fail(failure);
          }
        });
  }

  @Override
  public void onComplete() {
    serial.tell(
        () -> {
          if (!done) {
            done = true;
            subscription = null;
            sink.complete();
          }
        });
  }

  /** Asks for more where the call takes more; to be called on the serial executor. */
  void pump() {
    Flow.Subscription from = subscription;
    if (!done && from != null && requested <= WINDOW / 2 && sink.isReady()) {
      int more = WINDOW - requested;
      requested = WINDOW;
      credits.addAndGet(more);
      from.request(more);
    }
  }

  /** Wants no more messages; to be called on the serial executor. */
  void stop() {
    done = true;
    Flow.Subscription from = subscription;
    subscription = null;
    if (from != null) {
      from.cancel();
    }
  }

  private void stopAndFail(Throwable failure) {
    stop();
    sink.fail(failure);
  }
}
