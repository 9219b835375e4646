package io.krait.protocol;

import static io.krait.protocol.Wire.LONG;
import static io.krait.protocol.Wire.STREAM;
import static io.krait.protocol.Wire.failureOf;
import static io.krait.protocol.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.StringValue;
import io.krait.api.AppError;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Transport.class)
class FlowCallsTest {

  private static final StringValue LARGE = text("x".repeat(64 << 10));

  /** The windows and buffers of both sides hold no more than this many of {@link #LARGE}. */
  private static final int HELD_AT_MOST = 100;

  @RegisterExtension static final Wire wire = new Wire();

  FlowCallsTest(Transport transport) {
    wire.use(transport);
  }

  @Test
  void tenThousandMessagesPassBothWaysInOrder() throws Exception {
    Recorder answers = Recorder.asking(Long.MAX_VALUE);

    start(requests -> requests, Numbers.to(10_000)).subscribe(answers);

    assertThat(answers.done).succeedsWithin(LONG);
    assertThat(answers.take(10_000))
        .isEqualTo(IntStream.range(0, 10_000).mapToObj(Integer::toString).toList());
  }

  @Test
  void messagesAskedForOneByOneArriveOneByOne() throws Exception {
    Recorder answers = Recorder.asking(1);
    start(requests -> Numbers.to(3), Numbers.to(0)).subscribe(answers);

    for (int i = 0; i < 3; i++) {
      assertThat(answers.take(1)).containsExactly(Integer.toString(i));
      assertThat(answers.received()).isZero();
      answers.subscription().request(1);
    }

    assertThat(answers.done).succeedsWithin(LONG);
  }

  @Test
  void emptyStreamsEndBothWays() {
    Recorder answers = Recorder.asking(0);

    start(requests -> requests, Numbers.to(0)).subscribe(answers);

    assertThat(answers.done).succeedsWithin(LONG);
  }

  @Test
  void readerOfAnswersThatIsSlowHoldsBackTheirPublisher() throws Exception {
    Numbers produced = Numbers.forEver();
    Recorder answers = Recorder.asking(5);
    start(requests -> mapped(produced, number -> LARGE), Numbers.to(0)).subscribe(answers);
    answers.take(5);

    // Nothing more moves once the buffers are full: a second stream proves that all had its turn.
    roundTrips(200);

    assertThat(answers.received()).isZero();
    assertThat(produced.emitted).isLessThan(HELD_AT_MOST);
    answers.subscription().cancel();
    assertThat(produced.cancelled).succeedsWithin(LONG);
  }

  @Test
  void readerOfRequestsThatIsSlowHoldsBackTheirPublisher() throws Exception {
    Numbers produced = Numbers.forEver();
    Recorder requestsSeen = Recorder.asking(5);
    Recorder answers = Recorder.asking(1);
    start(
            requests -> {
              requests.subscribe(requestsSeen);
              return Later.never();
            },
            mapped(produced, number -> LARGE))
        .subscribe(answers);
    requestsSeen.take(5);

    roundTrips(200);

    assertThat(requestsSeen.received()).isZero();
    assertThat(produced.emitted).isLessThan(HELD_AT_MOST);
    answers.subscription().cancel();
    assertThat(produced.cancelled).succeedsWithin(LONG);
    assertThat(failureOf(requestsSeen.done)).isInstanceOf(CancellationException.class);
  }

  @Test
  void answersThatEndEarlyCancelTheRequests() throws Exception {
    Numbers requested = Numbers.forEver();
    Recorder requestsSeen = Recorder.asking(1);
    Recorder answers = Recorder.asking(10);

    start(
            requests -> {
              requests.subscribe(requestsSeen);
              return Numbers.to(1);
            },
            requested)
        .subscribe(answers);

    assertThat(answers.done).succeedsWithin(LONG);
    assertThat(answers.take(1)).containsExactly("0");
    assertThat(requested.cancelled).succeedsWithin(LONG);
    assertThat(failureOf(requestsSeen.done)).isInstanceOf(CancellationException.class);
  }

  @Test
  void answersComeEvenWhereNobodyReadsTheRequests() {
    Numbers requested = Numbers.forEver();
    Recorder answers = Recorder.asking(10);

    start(requests -> Numbers.to(3), requested).subscribe(answers);

    assertThat(answers.done).succeedsWithin(LONG);
    assertThat(requested.cancelled).succeedsWithin(LONG);
  }

  @Test
  void cancelledSubscriptionReachesThePublishersOfBothSides() throws Exception {
    Numbers requested = Numbers.forEver();
    Numbers answered = Numbers.forEver();
    Recorder requestsSeen = Recorder.asking(3);
    Recorder answers = Recorder.asking(3);
    start(
            requests -> {
              requests.subscribe(requestsSeen);
              return answered;
            },
            requested)
        .subscribe(answers);
    answers.take(3);
    requestsSeen.take(3);

    answers.subscription().cancel();

    assertThat(requested.cancelled).succeedsWithin(LONG);
    assertThat(answered.cancelled).succeedsWithin(LONG);
    assertThat(failureOf(requestsSeen.done)).hasMessageContaining("cancelled");
    assertThat(answers.done).isNotDone();
  }

  @Test
  void requestsThatAreNotWantedAnyMoreLeaveTheAnswersAlone() throws Exception {
    AtomicReference<Recorder> seen = new AtomicReference<>();
    CompletableFuture<Void> enough = new CompletableFuture<>();
    Numbers requested = Numbers.forEver();
    Recorder answers = Recorder.asking(100);
    start(
            requests -> {
              seen.set(
                  Recorder.asking(2)
                      .onNext(
                          number -> {
                            if (number.equals("1")) {
                              seen.get().subscription().cancel();
                              enough.complete(null);
                            }
                          }));
              requests.subscribe(seen.get());
              return Later.after(enough, Numbers.to(5));
            },
            requested)
        .subscribe(answers);

    assertThat(answers.done).succeedsWithin(LONG);
    assertThat(answers.take(5)).containsExactly("0", "1", "2", "3", "4");
    assertThat(requested.cancelled).succeedsWithin(LONG);
  }

  @Test
  void errorInTheMiddleOfTheAnswersArrivesWholeAfterThem() throws Exception {
    AppError error = AppError.builder().id("a.b").message("c").statusCode(409).where("d").build();
    Numbers requested = Numbers.forEver();
    Recorder answers = Recorder.asking(10);

    start(requests -> Numbers.failingAt(2, error), requested).subscribe(answers);

    assertThat(failureOf(answers.done)).isEqualTo(error);
    assertThat(answers.take(2)).containsExactly("0", "1");
    assertThat(requested.cancelled).succeedsWithin(LONG);
  }

  @Test
  void errorOfTheRequestsCancelsTheCallAndIsTheAnswersError() throws Exception {
    Recorder requestsSeen = Recorder.asking(10);
    Recorder answers = Recorder.asking(10);
    AppError error = AppError.of("a.b", "body broke off", 400);

    start(
            requests -> {
              requests.subscribe(requestsSeen);
              return Later.never();
            },
            Numbers.failingAt(2, error))
        .subscribe(answers);

    assertThat(failureOf(answers.done)).isEqualTo(error);
    assertThat(failureOf(requestsSeen.done)).isInstanceOf(CancellationException.class);
  }

  @Test
  void exceptionOfTheServersFunctionIsAnErrorThatNamesTheMethod() {
    Recorder answers = Recorder.asking(1);

    start(
            requests -> {
              throw new IllegalStateException("secret");
            },
            Numbers.to(1))
        .subscribe(answers);

    AppError error = (AppError) failureOf(answers.done);
    assertThat(error.statusCode()).isEqualTo(500);
    assertThat(error.toString()).contains("Trial.Stream").doesNotContain("secret");
  }

  @Test
  void subscriberThatThrowsCancelsTheCall() {
    Numbers answered = Numbers.forEver();
    Recorder answers =
        Recorder.asking(10)
            .onNext(
                number -> {
                  throw new IllegalStateException("subscriber is broken");
                });

    start(requests -> answered, Numbers.to(0)).subscribe(answers);

    assertThat(answered.cancelled).succeedsWithin(LONG);
  }

  @Test
  void publisherThatSendsMoreThanItIsAskedForFailsTheCall() {
    Flow.Publisher<StringValue> flood =
        subscriber ->
            subscriber.onSubscribe(
                new Flow.Subscription() {
                  @Override
                  public void request(long n) {
                    for (int i = 0; i < 1000; i++) {
                      subscriber.onNext(text("flood"));
                    }
                  }

                  @Override
                  public void cancel() {}
                });
    Recorder answers = Recorder.asking(Long.MAX_VALUE);

    start(requests -> Later.never(), flood).subscribe(answers);

    AppError error = (AppError) failureOf(answers.done);
    assertThat(error.detailedError()).contains("more than it was asked for");
  }

  @Test
  void askingForNothingIsAnErrorAndCancelsTheCall() throws Exception {
    Numbers answered = Numbers.forEver();
    Recorder answers = Recorder.asking(1);
    start(requests -> answered, Numbers.to(0)).subscribe(answers);
    answers.take(1);

    answers.subscription().request(0);

    assertThat(failureOf(answers.done)).isInstanceOf(IllegalArgumentException.class);
    assertThat(answered.cancelled).succeedsWithin(LONG);
  }

  @Test
  void secondSubscriberIsRefused() {
    Flow.Publisher<StringValue> publisher = start(requests -> Numbers.to(1), Numbers.to(0));
    Recorder first = Recorder.asking(10);
    Recorder second = Recorder.asking(10);

    publisher.subscribe(first);
    publisher.subscribe(second);

    assertThat(first.done).succeedsWithin(LONG);
    assertThat(failureOf(second.done)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> publisher.subscribe(null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void nothingIsCalledBeforeSomebodySubscribes() {
    CompletableFuture<Void> called = new CompletableFuture<>();
    Flow.Publisher<StringValue> publisher =
        start(
            requests -> {
              called.complete(null);
              return Numbers.to(0);
            },
            Numbers.to(0));
    assertThat(called).isNotDone();

    publisher.subscribe(Recorder.asking(1));

    assertThat(called).succeedsWithin(LONG);
  }

  @Test
  void deadlineEndsAStreamThatHangs() {
    Numbers requested = Numbers.forEver();
    Recorder answers = Recorder.asking(1);
    BoundServer server = serve(requests -> Later.never());

    new FlowCalls(wire.runtime())
        .call(wire.connect(server).grpc(), STREAM, requested, Duration.ofMillis(50))
        .subscribe(answers);

    AppError error = (AppError) failureOf(answers.done);
    assertThat(error.id()).isEqualTo("krait.call.deadline_exceeded");
    assertThat(requested.cancelled).succeedsWithin(LONG);
  }

  @Test
  void peerThatGoesAwayInTheMiddleIsAnError() throws Exception {
    Numbers requested = Numbers.forEver();
    Recorder answers = Recorder.asking(1);
    BoundServer server = serve(requests -> Numbers.forEver());
    new FlowCalls(wire.runtime())
        .call(wire.connect(server).grpc(), STREAM, requested, null)
        .subscribe(answers);
    answers.take(1);

    server.close(Duration.ZERO);
    // What has arrived before comes first.
    answers.subscription().request(Long.MAX_VALUE);

    assertThat(failureOf(answers.done)).isInstanceOf(AppError.class);
    assertThat(requested.cancelled).succeedsWithin(LONG);
  }

  @Test
  void messageOverTheLimitEndsTheStreamAndNotTheConnection() throws Exception {
    TransportSettings small = TransportSettings.builder().maxMessageBytes(1000).build();
    BoundServer server = serve(requests -> requests);
    OpenChannel channel = wire.connect(server.endpoint(), small);
    FlowCalls calls = new FlowCalls(wire.runtime());
    Recorder sent = Recorder.asking(10);
    calls
        .call(channel.grpc(), STREAM, mapped(Numbers.to(3), number -> LARGE), null)
        .subscribe(sent);

    AppError error = (AppError) failureOf(sent.done);
    assertThat(error.id()).isEqualTo("krait.call.message_too_large");

    Recorder next = Recorder.asking(10);
    calls.call(channel.grpc(), STREAM, Numbers.to(2), null).subscribe(next);
    assertThat(next.done).succeedsWithin(LONG);
    assertThat(next.take(2)).isEqualTo(List.of("0", "1"));
  }

  private static Flow.Publisher<StringValue> start(
      Function<Flow.Publisher<StringValue>, Flow.Publisher<StringValue>> answer,
      Flow.Publisher<StringValue> requests) {
    return new FlowCalls(wire.runtime())
        .call(wire.connect(serve(answer)).grpc(), STREAM, requests, null);
  }

  private static BoundServer serve(
      Function<Flow.Publisher<StringValue>, Flow.Publisher<StringValue>> answer) {
    return wire.serve(
        Wire.service(
            STREAM, new FlowCalls(wire.runtime()).<StringValue, StringValue>handler(answer)));
  }

  private static void roundTrips(int count) throws InterruptedException {
    Recorder others = Recorder.asking(Long.MAX_VALUE);
    start(requests -> requests, Numbers.to(count)).subscribe(others);
    others.take(count);
  }

  private static Flow.Publisher<StringValue> mapped(
      Flow.Publisher<StringValue> source, Function<StringValue, StringValue> function) {
    return subscriber ->
        source.subscribe(
            new Flow.Subscriber<>() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                subscriber.onSubscribe(subscription);
              }

              @Override
              public void onNext(StringValue message) {
                subscriber.onNext(function.apply(message));
              }

              @Override
              public void onError(Throwable failure) {
                subscriber.onError(failure);
              }

              @Override
              public void onComplete() {
                subscriber.onComplete();
              }
            });
  }
}
