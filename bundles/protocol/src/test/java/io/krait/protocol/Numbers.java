package io.krait.protocol;

import com.google.protobuf.StringValue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Publishes the numbers from 0 on, as many as are asked for, and keeps count of them. */
final class Numbers implements Flow.Publisher<StringValue> {

  private final long end;
  private final RuntimeException failureAtEnd;
  final CompletableFuture<Void> cancelled = new CompletableFuture<>();
  volatile long emitted;
  volatile long asked;

  private Numbers(long end, RuntimeException failureAtEnd) {
    this.end = end;
    this.failureAtEnd = failureAtEnd;
  }

  static Numbers to(long end) {
    return new Numbers(end, null);
  }

  static Numbers forEver() {
    return to(Long.MAX_VALUE);
  }

  static Numbers failingAt(long end, RuntimeException failure) {
    return new Numbers(end, failure);
  }

  @Override
  public void subscribe(Flow.Subscriber<? super StringValue> subscriber) {
    subscriber.onSubscribe(
        new Flow.Subscription() {
          private boolean ended;

          @Override
          public synchronized void request(long n) {
            asked += n;
            for (long i = 0; i < n && !ended && emitted < end; i++) {
              emitted++;
              subscriber.onNext(StringValue.of(Long.toString(emitted - 1)));
            }
            endIfDone();
          }

          private void endIfDone() {
            if (!ended && emitted == end) {
              ended = true;
              if (failureAtEnd == null) {
                subscriber.onComplete();
              } else {
                subscriber.onError(failureAtEnd);
              }
            }
          }

          @Override
          public synchronized void cancel() {
            ended = true;
            cancelled.complete(null);
          }
        });
  }
}
