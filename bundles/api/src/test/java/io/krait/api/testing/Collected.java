package io.krait.api.testing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Collects all that a publisher publishes, asking for one element at a time. */
public final class Collected<T> implements Flow.Subscriber<T> {

  private final CompletableFuture<List<T>> all = new CompletableFuture<>();
  private final List<T> elements = new ArrayList<>();
  private Flow.Subscription subscription;

  private Collected() {}

  /** All that {@code publisher} publishes, once it has ended. */
  public static <T> CompletableFuture<List<T>> of(Flow.Publisher<T> publisher) {
    Collected<T> collected = new Collected<>();
    publisher.subscribe(collected);
    return collected.all;
  }

  /** Publishes {@code elements} as they are asked for. */
  public static <T> Flow.Publisher<T> publisherOf(List<T> elements) {
    return subscriber ->
        subscriber.onSubscribe(
            new Flow.Subscription() {
              private final Iterator<T> rest = elements.iterator();
              private boolean ended;

              @Override
              public void request(long count) {
                for (long i = 0; i < count && rest.hasNext(); i++) {
                  subscriber.onNext(rest.next());
                }
                if (!rest.hasNext() && !ended) {
                  ended = true;
                  subscriber.onComplete();
                }
              }

              @Override
              public void cancel() {
                ended = true;
              }
            });
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    subscription.request(1);
  }

  @Override
  public void onNext(T element) {
    elements.add(element);
    subscription.request(1);
  }

  @Override
  public void onError(Throwable error) {
    all.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    all.complete(elements);
  }
}
