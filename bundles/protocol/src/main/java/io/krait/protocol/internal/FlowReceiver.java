package io.krait.protocol.internal;

import io.krait.api.Nullable;
import io.krait.protocol.SerialExecutor;
import java.util.concurrent.Flow;

/**
 * Hands the messages of a gRPC call to a subscriber as fast as it asks for them, and asks the call
 * for no more than that. Its fields are touched by tasks of the serial executor only.
 */
final class FlowReceiver<T> implements Flow.Subscription {

  /** How many messages may be on their way between the call and the subscriber. */
  private static final int WINDOW = 8;

  /** The receiving half of a call. */
  interface Source {
    void request(int messages);

    void cancel(@Nullable Throwable cause);
  }

  private final SerialExecutor serial;
  private final Source source;
  private Flow.@Nullable Subscriber<? super T> subscriber;
  private long demand;
  private int requested;

  FlowReceiver(SerialExecutor serial, Source source, Flow.Subscriber<? super T> subscriber) {
    this.serial = serial;
    this.source = source;
    this.subscriber = subscriber;
  }

  @Override
  public void request(long n) {
    serial.tell(
        () -> {
          if (subscriber == null) {
            return;
          }
          if (n <= 0) {
            IllegalArgumentException failure =
                new IllegalArgumentException("a subscriber must ask for at least 1, not " + n);
            source.cancel(failure);
            fail(failure);
            return;
          }
          demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
          pull();
        });
  }

  @Override
  public void cancel() {
    serial.tell(
        () -> {
          if (subscriber != null) {
            subscriber = null;
            source.cancel(null);
          }
        });
  }

  /** Whether the subscriber still wants to hear something. */
  boolean isActive() {
    return subscriber != null;
  }

  /** A message has arrived; to be called on the serial executor, as all that follow. */
  void message(T message) {
    requested--;
    Flow.Subscriber<? super T> to = subscriber;
    if (to == null) {
      return;
    }
    if (demand != Long.MAX_VALUE) {
      demand--;
    }
    try {
      to.onNext(message);
    } catch (RuntimeException | Error e) {
      subscriber = null;
      source.cancel(e);
      return;
    }
    pull();
  }

  void complete() {
    Flow.Subscriber<? super T> to = subscriber;
    subscriber = null;
    if (to != null) {
      to.onComplete();
    }
  }

  void fail(Throwable failure) {
    Flow.Subscriber<? super T> to = subscriber;
    subscriber = null;
    if (to != null) {
      to.onError(failure);
    }
  }

  private void pull() {
    if (subscriber == null || requested > WINDOW / 2) {
      return;
    }
    int more = (int) Math.min(demand, WINDOW) - requested;
    if (more > 0) {
      requested += more;
      source.request(more);
    }
  }
}
