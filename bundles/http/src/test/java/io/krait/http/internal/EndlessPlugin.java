package io.krait.http.internal;

import io.krait.api.Bytes;
import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpResponse;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Answers every request without end, as fast as the answers are taken. */
final class EndlessPlugin
    implements Function<Flow.Publisher<ServeHttpRequest>, Flow.Publisher<ServeHttpResponse>> {

  private static final Bytes CHUNK = Bytes.owning(new byte[RequestBody.CHUNK]);

  private final AtomicLong lastTaken = new AtomicLong(System.nanoTime());

  /** Whether nobody has taken anything for so long. */
  boolean isStalledFor(Duration time) {
    return System.nanoTime() - lastTaken.get() > time.toNanos();
  }

  @Override
  public Flow.Publisher<ServeHttpResponse> apply(Flow.Publisher<ServeHttpRequest> requests) {
    return subscriber ->
        subscriber.onSubscribe(
            new Flow.Subscription() {
              private final AtomicLong demand = new AtomicLong();
              private final Turns turns = new Turns(this::send);
              private volatile boolean cancelled;
              private boolean begun;

              private void send() {
                while (!cancelled && demand.get() > 0) {
                  demand.decrementAndGet();
                  lastTaken.set(System.nanoTime());
                  ServeHttpResponse.Builder message = ServeHttpResponse.builder().bodyChunk(CHUNK);
                  if (!begun) {
                    begun = true;
                    message.init(FakePlugin.status(200));
                  }
                  subscriber.onNext(message.build());
                }
              }

              @Override
              public void request(long n) {
                demand.addAndGet(n);
                turns.take();
              }

              @Override
              public void cancel() {
                cancelled = true;
              }
            });
  }
}
