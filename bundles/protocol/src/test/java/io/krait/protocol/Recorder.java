package io.krait.protocol;

import com.google.protobuf.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Subscribes, asks for as much as a test says, and keeps what comes. */
final class Recorder implements Flow.Subscriber<StringValue> {

  private final long first;
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  final CompletableFuture<Void> done = new CompletableFuture<>();
  private Consumer<String> onNext = message -> {};

  private Recorder(long first) {
    this.first = first;
  }

  /** Asks for {@code first} messages at once. */
  static Recorder asking(long first) {
    return new Recorder(first);
  }

  Recorder onNext(Consumer<String> action) {
    onNext = action;
    return this;
  }

  Flow.Subscription subscription() {
    return subscription.orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** The next {@code count} messages. */
  List<String> take(int count) throws InterruptedException {
    List<String> taken = new ArrayList<>();
    while (taken.size() < count) {
      String next = received.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("only " + taken.size() + " messages came: " + taken);
      }
      taken.add(next);
    }
    return taken;
  }

  int received() {
    return received.size();
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    if (first > 0) {
      given.request(first);
    }
    subscription.complete(given);
  }

  @Override
  public void onNext(StringValue message) {
    received.add(message.getValue());
    onNext.accept(message.getValue());
  }

  @Override
  public void onError(Throwable failure) {
    done.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    done.complete(null);
  }
}
