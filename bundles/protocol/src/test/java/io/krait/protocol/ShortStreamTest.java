package io.krait.protocol;

import static io.krait.protocol.Wire.ECHO;
import static io.krait.protocol.Wire.LONG;
import static io.krait.protocol.Wire.STREAM;
import static io.krait.protocol.Wire.failureOf;
import static io.krait.protocol.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.krait.api.AppError;
import io.krait.protocol.calls.v1.Answer;
import io.krait.protocol.calls.v1.Call;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Streaming calls that may go with unary ones. */
class ShortStreamTest {

  private static final Metadata.Key<String> REST =
      Metadata.Key.of("krait-rest", Metadata.ASCII_STRING_MARSHALLER);
  private static final TransportSettings STREAMED =
      TransportSettings.builder().streamedCalls(true).maxConcurrentCalls(4).build();

  @RegisterExtension static final Wire wire = new Wire();

  private final StreamPeer peer = new StreamPeer();
  private final FlowCalls streams = new FlowCalls(wire.runtime());

  /** The metadata of each call of its own. */
  private final BlockingQueue<Metadata> alone = new LinkedBlockingQueue<>();

  /** What such a call is answered with; without it with its requests. */
  private volatile Flow.Publisher<StringValue> answersAlone;

  private OpenChannel channel;

  @BeforeEach
  void connect() throws Exception {
    ServerServiceDefinition trial =
        ServerServiceDefinition.builder("krait.test.Trial")
            .addMethod(Wire.echo().getMethod(ECHO.getFullMethodName()))
            .addMethod(
                STREAM,
                streams.handler(
                    (Flow.Publisher<StringValue> requests) ->
                        answersAlone == null ? requests : answersAlone))
            .build();
    channel =
        wire.connect(
            wire.serve(
                    peer.bindService(), ServerInterceptors.intercept(trial, new NotingMetadata()))
                .endpoint(),
            STREAMED);
    welcome();
  }

  private final class NotingMetadata implements ServerInterceptor {
    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
      if (call.getMethodDescriptor().getFullMethodName().equals(STREAM.getFullMethodName())) {
        alone.add(headers);
      }
      return next.startCall(call, headers);
    }
  }

  // Until the welcome has arrived calls are answered one by one.
  private void welcome() throws Exception {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (System.nanoTime() < deadline) {
      CompletableFuture<StringValue> answer = channel.calls().call(ECHO, text("welcome?"), LONG);
      while (!answer.isDone()) {
        Call call = peer.calls.poll(1, TimeUnit.MILLISECONDS);
        if (call != null) {
          peer.echo(call);
          assertThat(answer).succeedsWithin(LONG);
          return;
        }
      }
    }
    throw new AssertionError("calls never took to the stream");
  }

  private Recorder call(Flow.Publisher<StringValue> requests, long asked) {
    Recorder answers = Recorder.asking(asked);
    streams.call(channel, STREAM, requests).subscribe(answers);
    return answers;
  }

  private static Answer.Builder answerTo(Call call, String text) {
    return Answer.newBuilder().setId(call.getId()).setResponse(text(text).toByteString());
  }

  @Test
  void oneRequestWithOneAnswerGoesWithTheOtherCalls() throws Exception {
    Recorder answers = call(Numbers.to(1), 10);
    Call call = peer.nextCall();
    peer.answer(answerTo(call, "whole").build());

    assertThat(answers.take(1)).containsExactly("whole");
    assertThat(answers.done).succeedsWithin(LONG);
    assertThat(call.getMethod()).isEqualTo("krait.test.Trial/Stream");
    assertThat(StringValue.parseFrom(call.getRequest())).isEqualTo(text("0"));
    assertThat(alone).isEmpty();
  }

  @Test
  void anAnswerWaitsUntilItIsAskedFor() throws Exception {
    Recorder answers = call(Numbers.to(1), 0);
    peer.answer(answerTo(peer.nextCall(), "whole").build());
    // One that was made later has got through.
    CompletableFuture<StringValue> later = channel.calls().call(ECHO, text("later"), LONG);
    peer.echo(peer.nextCall());
    assertThat(later).succeedsWithin(LONG);

    assertThat(answers.received()).isZero();
    answers.subscription().request(1);

    assertThat(answers.take(1)).containsExactly("whole");
    assertThat(answers.done).succeedsWithin(LONG);
  }

  @Test
  void whatFollowsTheFirstAnswerComesByACallOfItsOwn() throws Exception {
    answersAlone = Numbers.to(3);
    Recorder answers = call(Numbers.to(1), 10);
    peer.answer(answerTo(peer.nextCall(), "first").setRest(42).build());

    assertThat(answers.take(4)).containsExactly("first", "0", "1", "2");
    assertThat(answers.done).succeedsWithin(LONG);
    assertThat(alone.take().get(REST)).isEqualTo("42");
  }

  @Test
  void aPeerThatHasNothingToSayYetIsAskedByACallOfItsOwn() throws Exception {
    answersAlone = Numbers.to(1);
    Recorder answers = call(Numbers.to(1), 10);
    peer.answer(Answer.newBuilder().setId(peer.nextCall().getId()).setRest(7).build());

    assertThat(answers.take(1)).containsExactly("0");
    assertThat(answers.done).succeedsWithin(LONG);
    assertThat(alone.take().get(REST)).isEqualTo("7");
  }

  @Test
  void demandHoldsBackWhatFollows() throws Exception {
    Numbers rest = Numbers.forEver();
    answersAlone = rest;
    Recorder answers = call(Numbers.to(1), 3);
    peer.answer(answerTo(peer.nextCall(), "first").setRest(1).build());

    assertThat(answers.take(3)).containsExactly("first", "0", "1");
    answers.subscription().request(1);
    assertThat(answers.take(1)).containsExactly("2");
    assertThat(answers.received()).isZero();

    answers.subscription().cancel();
    assertThat(rest.cancelled).succeedsWithin(LONG);
  }

  @Test
  void severalRequestsGoByACallOfTheirOwn() throws Exception {
    Recorder answers = call(Numbers.to(3), 10);

    assertThat(answers.take(3)).containsExactly("0", "1", "2");
    assertThat(answers.done).succeedsWithin(LONG);
    assertThat(alone.take().get(REST)).isNull();
    assertThat(peer.calls).isEmpty();
  }

  @Test
  void requestsThatFailAtOnceEndTheCall() {
    Recorder answers = call(Numbers.failingAt(1, new IllegalStateException("no more of it")), 10);

    assertThat(failureOf(answers.done)).isInstanceOf(AppError.class);
    assertThat(peer.calls).isEmpty();
  }

  @Test
  void aPeerThatDoesNotTakeStreamsIsCalledAsEver() throws Exception {
    Recorder answers = call(Numbers.to(1), 10);
    peer.answer(
        Answer.newBuilder()
            .setId(peer.nextCall().getId())
            .setStatus(Status.Code.UNIMPLEMENTED.value())
            .build());

    assertThat(answers.take(1)).containsExactly("0");
    assertThat(answers.done).succeedsWithin(LONG);
    assertThat(alone.take().get(REST)).isNull();
    // And is not asked again.
    Recorder next = call(Numbers.to(1), 10);
    assertThat(next.take(1)).containsExactly("0");
    assertThat(peer.calls).isEmpty();
  }

  @Test
  void aStatusIsTheErrorOfTheCall() throws Exception {
    Recorder answers = call(Numbers.to(1), 10);
    peer.answer(
        Answer.newBuilder()
            .setId(peer.nextCall().getId())
            .setStatus(Status.Code.INTERNAL.value())
            .setStatusText("it broke")
            .build());

    assertThat(failureOf(answers.done)).isInstanceOf(AppError.class).hasMessageContaining("broke");
  }

  @Test
  void aStreamThatBreaksIsTheErrorOfTheCall() throws Exception {
    Recorder answers = call(Numbers.to(1), 10);
    peer.nextCall();
    peer.breakOff(Status.UNAVAILABLE.asRuntimeException());

    assertThat(failureOf(answers.done)).isInstanceOf(AppError.class);
  }

  @Test
  void cancellingReachesThePeer() throws Exception {
    Recorder answers = call(Numbers.to(1), 10);
    Call call = peer.nextCall();

    answers.subscription().cancel();

    assertThat(peer.cancelled.poll(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(call.getId());
  }

  @Test
  void halfOfTheCallsMayBeStreams() throws Exception {
    Recorder one = call(Numbers.to(1), 10);
    Recorder two = call(Numbers.to(1), 10);
    Recorder three = call(Numbers.to(1), 10);

    // The third goes alone, and so is answered.
    assertThat(three.done).succeedsWithin(LONG);
    peer.answer(answerTo(peer.nextCall(), "one").build());
    peer.answer(answerTo(peer.nextCall(), "two").build());
    assertThat(one.done).succeedsWithin(LONG);
    assertThat(two.done).succeedsWithin(LONG);
  }

  @Test
  void askingForNothingIsAnError() throws Exception {
    Recorder answers = call(Numbers.to(1), 0);
    peer.nextCall();

    answers.subscription().request(0);

    assertThat(failureOf(answers.done)).isInstanceOf(IllegalArgumentException.class);
  }
}
