package io.krait.protocol;

import com.google.protobuf.StringValue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** A publisher that begins when something else has happened; until then it does not even answer. */
record Later(CompletableFuture<Void> start, Flow.Publisher<StringValue> source)
    implements Flow.Publisher<StringValue> {

  static Later never() {
    return after(new CompletableFuture<>(), Numbers.to(0));
  }

  static Later after(CompletableFuture<Void> start, Flow.Publisher<StringValue> source) {
    return new Later(start, source);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored")
  public void subscribe(Flow.Subscriber<? super StringValue> subscriber) {
    start.thenRun(() -> source.subscribe(subscriber));
  }
}
