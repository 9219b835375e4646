package io.krait.http.internal;

import io.krait.api.Bytes;
import io.krait.api.Nullable;
import io.krait.api.model.ServeHttpRequest;
import io.krait.api.model.ServeHttpRequestInit;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** A request whose body is in memory, in pieces of the usual size. For one subscriber. */
final class WholeRequest implements Flow.Publisher<ServeHttpRequest>, Flow.Subscription {

  private final ByteBuffer body;
  private final AtomicLong demand = new AtomicLong();
  private final Turns turns = new Turns(this::turn);
  private volatile Flow.@Nullable Subscriber<? super ServeHttpRequest> subscriber;
  private volatile boolean cancelled;

  // Touched in turns only.
  private @Nullable ServeHttpRequestInit init;
  private boolean ended;

  WholeRequest(ServeHttpRequestInit init, Bytes body) {
    this.init = init;
    this.body = body.asByteBuffer();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ServeHttpRequest> given) {
    subscriber = given;
    given.onSubscribe(this);
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

  private void turn() {
    Flow.Subscriber<? super ServeHttpRequest> to = subscriber;
    while (to != null && !ended && !cancelled && demand.get() > 0) {
      demand.decrementAndGet();
      byte[] chunk = new byte[Math.min(body.remaining(), RequestBody.CHUNK)];
      body.get(chunk);
      ended = !body.hasRemaining();
      ServeHttpRequest message =
          ServeHttpRequest.builder()
              .init(init)
              .bodyChunk(Bytes.owning(chunk))
              .bodyComplete(ended)
              .build();
      init = null;
      to.onNext(message);
      if (ended) {
        to.onComplete();
      }
    }
  }
}
