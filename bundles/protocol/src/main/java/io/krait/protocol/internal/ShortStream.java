package io.krait.protocol.internal;

import io.grpc.MethodDescriptor;
import io.krait.api.Nullable;
import io.krait.protocol.RemoteErrors;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * The answers of a streaming call that goes together with other calls where it turns out to be
 * short: all of its request is one message, which is there at once, and mostly the answer is one
 * too. Every other call is one of gRPC's own, and so is what follows the first answer.
 */
public final class ShortStream<Q, R> implements Flow.Publisher<R> {

  private final SharedCalls calls;
  private final MethodDescriptor<Q, R> method;
  private final Flow.Publisher<? extends Q> requests;
  private final Function<Flow.Publisher<Q>, Flow.Publisher<R>> alone;
  private final LongFunction<Flow.Publisher<R>> rest;
  private final AtomicBoolean taken = new AtomicBoolean();

  /**
   * A call that begins when it is subscribed to.
   *
   * @param alone a call of its own, with these requests
   * @param rest what follows the first answer of a call, by its number
   */
  public ShortStream(
      SharedCalls calls,
      MethodDescriptor<Q, R> method,
      Flow.Publisher<? extends Q> requests,
      Function<Flow.Publisher<Q>, Flow.Publisher<R>> alone,
      LongFunction<Flow.Publisher<R>> rest) {
    this.calls = calls;
    this.method = method;
    this.requests = requests;
    this.alone = alone;
    this.rest = rest;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super R> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    if (!taken.compareAndSet(false, true)) {
      NoSubscription.refuse(
          subscriber, new IllegalStateException("the answers of a call have one subscriber only"));
      return;
    }
    FirstMessage<Q> first = new FirstMessage<>();
    try {
      requests.subscribe(first);
    } catch (RuntimeException failure) {
      first.onError(failure);
    }
    Q whole = first.whole();
    CompletableFuture<Beginning<R>> beginning = whole == null ? null : calls.begin(method, whole);
    if (beginning == null) {
      alone.apply(first).subscribe(subscriber);
    } else {
      new Answers(subscriber, first, beginning).start();
    }
  }

  /** Passes on what comes: first from the stream of calls, then from a call of its own. */
  private final class Answers implements Flow.Subscription, Flow.Subscriber<R> {
    private final Flow.Subscriber<? super R> to;
    private final FirstMessage<Q> request;
    private final CompletableFuture<Beginning<R>> future;

    // Guarded by this.
    private long demand;
    private @Nullable Beginning<R> held;
    private Flow.@Nullable Subscription upstream;
    private boolean done;

    Answers(
        Flow.Subscriber<? super R> to,
        FirstMessage<Q> request,
        CompletableFuture<Beginning<R>> future) {
      this.to = to;
      this.request = request;
      this.future = future;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Everything goes to the subscriber.
    void start() {
      to.onSubscribe(this);
      future.whenComplete(this::begun);
    }

    private void begun(@Nullable Beginning<R> beginning, @Nullable Throwable failure) {
      if (failure != null) {
        onError(RemoteErrors.toAppError(failure, method));
      } else if (beginning == null) {
        follow(alone.apply(request));
      } else {
        synchronized (this) {
          held = beginning;
        }
        deliver();
      }
    }

    private void deliver() {
      Beginning<R> beginning;
      synchronized (this) {
        beginning = held;
        if (done || beginning == null || (beginning.first() != null && demand == 0)) {
          return;
        }
        held = null;
        if (beginning.first() != null && demand != Long.MAX_VALUE) {
          demand--;
        }
      }
      if (beginning.first() != null) {
        onNext(beginning.first());
      }
      if (beginning.rest() == 0) {
        onComplete();
      } else {
        follow(rest.apply(beginning.rest()));
      }
    }

    private void follow(Flow.Publisher<R> answers) {
      synchronized (this) {
        if (done) {
          return;
        }
      }
      answers.subscribe(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      long waiting;
      boolean unwanted;
      synchronized (this) {
        unwanted = done;
        upstream = subscription;
        waiting = demand;
      }
      if (unwanted) {
        subscription.cancel();
      } else if (waiting > 0) {
        subscription.request(waiting);
      }
    }

    @Override
    public void request(long n) {
      Flow.Subscription from;
      synchronized (this) {
        from = upstream;
        if (from == null && n > 0) {
          demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
        }
      }
      if (from != null) {
        from.request(n);
      } else if (n > 0) {
        deliver();
      } else {
        onError(new IllegalArgumentException("a subscriber must ask for at least 1, not " + n));
        future.cancel(true);
      }
    }

    @Override
    public void cancel() {
      Flow.Subscription from;
      synchronized (this) {
        done = true;
        from = upstream;
      }
      future.cancel(true);
      if (from != null) {
        from.cancel();
      }
    }

    @Override
    public void onNext(R message) {
      try {
        to.onNext(message);
      } catch (RuntimeException | Error e) {
        cancel();
        throw e;
      }
    }

    @Override
    public void onError(Throwable problem) {
      if (end()) {
        to.onError(problem);
      }
    }

    @Override
    public void onComplete() {
      if (end()) {
        to.onComplete();
      }
    }

    private synchronized boolean end() {
      boolean first = !done;
      done = true;
      return first;
    }
  }
}
