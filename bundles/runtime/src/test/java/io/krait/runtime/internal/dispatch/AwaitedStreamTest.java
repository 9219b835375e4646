package io.krait.runtime.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class AwaitedStreamTest {

  private final List<String> events = new ArrayList<>();

  /** Notes what it is told. */
  private final Flow.Subscriber<String> subscriber =
      new Flow.Subscriber<>() {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
          events.add("subscribed");
        }

        @Override
        public void onNext(String message) {
          events.add(message);
        }

        @Override
        public void onError(Throwable failure) {
          events.add(failure.getMessage());
        }

        @Override
        public void onComplete() {
          events.add("complete");
        }
      };

  /** Notes what it is asked for, and sends one message. */
  private final Flow.Publisher<String> publisher =
      receiver -> {
        receiver.onSubscribe(
            new Flow.Subscription() {
              @Override
              public void request(long count) {
                events.add("asked for " + count);
              }

              @Override
              public void cancel() {
                events.add("cancelled");
              }
            });
        receiver.onNext("message");
        receiver.onComplete();
      };

  private final AwaitedStream<String> stream = new AwaitedStream<>(subscriber);

  @Test
  void whatWasAskedForBeforeThePublisherIsThereIsPassedOnAtOnce() {
    stream.begin();
    stream.request(2);
    stream.request(3);

    stream.connect(() -> publisher);
    stream.request(4);

    assertThat(events)
        .containsExactly("subscribed", "asked for 5", "message", "complete", "asked for 4");
  }

  @Test
  void nobodyIsConnectedWhoHasCancelled() {
    stream.begin();
    stream.cancel();

    stream.connect(() -> publisher);

    assertThat(events).containsExactly("subscribed");
  }

  @Test
  void cancellingReachesThePublisher() {
    stream.begin();
    stream.connect(() -> publisher);

    stream.cancel();

    assertThat(events).endsWith("cancelled");
  }

  @Test
  void aPublisherThatIsNotThereAfterAllEndsTheStream() {
    stream.begin();

    stream.connect(
        () -> {
          throw new IllegalStateException("not implemented");
        });

    assertThat(events).containsExactly("subscribed", "not implemented");
  }
}
