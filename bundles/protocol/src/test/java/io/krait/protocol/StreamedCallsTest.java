package io.krait.protocol;

import static io.krait.protocol.Wire.BYTES;
import static io.krait.protocol.Wire.ECHO;
import static io.krait.protocol.Wire.LONG;
import static io.krait.protocol.Wire.failureOf;
import static io.krait.protocol.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.google.protobuf.StringValue;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.krait.api.AppError;
import io.krait.protocol.calls.v1.Answer;
import io.krait.protocol.calls.v1.Call;
import io.netty.util.internal.InternalThreadLocalMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StreamedCallsTest {

  private static final TransportSettings STREAMED =
      TransportSettings.builder().streamedCalls(true).maxConcurrentCalls(3).build();

  @RegisterExtension static final Wire wire = new Wire();

  private final StreamPeer peer = new StreamPeer();
  private final AtomicInteger oneByOne = new AtomicInteger();
  private OpenChannel channel;

  private CallTransport calls(ServerServiceDefinition... services) {
    channel = wire.connect(wire.serve(services).endpoint(), STREAMED);
    return channel.calls();
  }

  private ServerServiceDefinition countedEcho() {
    return Wire.unary(
        ECHO,
        (request, answer) -> {
          oneByOne.incrementAndGet();
          answer.accept(request);
        });
  }

  /** Calls that have found out that the peer has a stream. */
  private CallTransport welcomed() throws Exception {
    CallTransport calls = calls(peer.bindService(), countedEcho());
    welcome(calls);
    return calls;
  }

  // Until the welcome has arrived calls are answered one by one, or refused, at once.
  private void welcome(CallTransport calls) throws Exception {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (System.nanoTime() < deadline) {
      CompletableFuture<StringValue> answer = calls.call(ECHO, text("welcome?"), LONG);
      while (!answer.isDone()) {
        Call call = peer.calls.poll(1, TimeUnit.MILLISECONDS);
        if (call != null) {
          peer.echo(call);
          assertThat(answer).succeedsWithin(LONG).isEqualTo(text("welcome?"));
          oneByOne.set(0);
          return;
        }
      }
    }
    throw new AssertionError("calls never took to the stream");
  }

  @Test
  void callsGoOneByOneToAPeerWithoutAStream() {
    CallTransport calls = calls(countedEcho());

    for (int i = 0; i < 5; i++) {
      assertThat(calls.call(ECHO, text("hello"), LONG))
          .succeedsWithin(LONG)
          .isEqualTo(text("hello"));
    }

    assertThat(oneByOne).hasValue(5);
  }

  @Test
  void callsShareTheStreamOfAPeerThatHasOne() throws Exception {
    CallTransport calls = welcomed();

    CompletableFuture<StringValue> one = calls.call(ECHO, text("one"), LONG);
    CompletableFuture<StringValue> two = calls.call(ECHO, text("two"), LONG);
    Call first = peer.nextCall();
    Call second = peer.nextCall();
    peer.echo(second);
    peer.echo(first);

    assertThat(one).succeedsWithin(LONG).isEqualTo(text("one"));
    assertThat(two).succeedsWithin(LONG).isEqualTo(text("two"));
    assertThat(first.getMethod()).isEqualTo("krait.test.Trial/Echo");
    assertThat(first.getTimeoutMillis()).isBetween(1L, LONG.toMillis());
    assertThat(oneByOne).hasValue(0);
  }

  @Test
  void callsReachAPeerThatAnswersNothingForAWhile() throws Exception {
    channel =
        wire.connect(
            wire.serve(peer.bindService(), countedEcho()).endpoint(),
            TransportSettings.builder().streamedCalls(true).maxConcurrentCalls(100).build());
    CallTransport calls = channel.calls();
    welcome(calls);

    List<CompletableFuture<StringValue>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      answers.add(calls.call(ECHO, text("call " + i), LONG));
    }
    List<Call> received = new ArrayList<>();
    while (received.size() < answers.size()) {
      received.add(peer.nextCall());
    }
    received.forEach(peer::echo);

    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i)).succeedsWithin(LONG).isEqualTo(text("call " + i));
    }
    assertThat(oneByOne).hasValue(0);
  }

  @Test
  void aStatusIsTheErrorOfItsCallAlone() throws Exception {
    CallTransport calls = welcomed();
    CompletableFuture<StringValue> bad = calls.call(ECHO, text("bad"), LONG);
    CompletableFuture<StringValue> good = calls.call(ECHO, text("good"), LONG);
    Call first = peer.nextCall();
    peer.answer(
        Answer.newBuilder()
            .setId(first.getId())
            .setStatus(Status.Code.INVALID_ARGUMENT.value())
            .setStatusText("plugin.bad: not like this")
            .build());
    peer.echo(peer.nextCall());

    AppError error = (AppError) failureOf(bad);

    assertThat(error.id()).isEqualTo("plugin.bad");
    assertThat(error.message()).isEqualTo("not like this");
    assertThat(error.statusCode()).isEqualTo(400);
    assertThat(good).succeedsWithin(LONG);
  }

  @Test
  void aLateCallFailsAndThePeerIsTold() throws Exception {
    CallTransport calls = welcomed();

    CompletableFuture<StringValue> late = calls.call(ECHO, text("late"), Duration.ofMillis(50));
    Call call = peer.nextCall();

    assertThat(((AppError) failureOf(late)).id()).isEqualTo("krait.call.deadline_exceeded");
    assertThat(peer.cancelled.poll(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(call.getId());
  }

  @Test
  void cancellingTheFutureReachesThePeer() throws Exception {
    CallTransport calls = welcomed();
    CompletableFuture<StringValue> future = calls.call(ECHO, text("never mind"), null);
    Call call = peer.nextCall();

    future.cancel(true);

    assertThat(peer.cancelled.poll(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(call.getId());
  }

  @Test
  void oneCallMoreThanTheLimitFailsAtOnce() throws Exception {
    CallTransport calls = welcomed();
    for (int i = 0; i < STREAMED.maxConcurrentCalls(); i++) {
      assertThat(calls.call(ECHO, text("waits"), LONG)).isNotDone();
    }

    AppError error = (AppError) failureOf(calls.call(ECHO, text("one too many"), LONG));

    assertThat(error.id()).isEqualTo("krait.call.too_many");
  }

  @Test
  void whatIsLargeGoesByItself() throws Exception {
    CallTransport calls =
        calls(peer.bindService(), Wire.unary(BYTES, (request, answer) -> answer.accept(request)));
    welcome(calls);
    BytesValue large = BytesValue.of(ByteString.copyFrom(new byte[100_000]));

    assertThat(calls.call(BYTES, large, LONG)).succeedsWithin(LONG).isEqualTo(large);
  }

  @Test
  void aBrokenStreamFailsItsCallsAndTheNextOnesGoOn() throws Exception {
    CallTransport calls = welcomed();
    CompletableFuture<StringValue> lost = calls.call(ECHO, text("lost"), LONG);
    peer.nextCall();

    peer.breakOff(Status.UNAVAILABLE.asException());

    assertThat(((AppError) failureOf(lost)).id()).isEqualTo("krait.call.unavailable");
    welcome(calls);
    CompletableFuture<StringValue> next = calls.call(ECHO, text("next"), LONG);
    peer.echo(peer.nextCall());
    assertThat(next).succeedsWithin(LONG).isEqualTo(text("next"));
  }

  @Test
  void aPeerThatEndsTheStreamLosesNoLaterCall() throws Exception {
    CallTransport calls = welcomed();

    peer.complete();

    long deadline = System.nanoTime() + LONG.toNanos();
    while (oneByOne.get() == 0 && System.nanoTime() < deadline) {
      CompletableFuture<StringValue> answer = calls.call(ECHO, text("on"), LONG);
      answer.exceptionally(failure -> text("the call was on the stream as it ended")).join();
    }
    assertThat(oneByOne).hasPositiveValue();
  }

  @Test
  void closingWithGraceLetsTheRunningCallEnd() throws Exception {
    CallTransport calls = welcomed();
    CompletableFuture<StringValue> running = calls.call(ECHO, text("still there"), LONG);
    Call call = peer.nextCall();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> channel.close(LONG));
    assertThat(peer.callerEnded).succeedsWithin(LONG);

    peer.echo(call);
    peer.complete();

    assertThat(running).succeedsWithin(LONG).isEqualTo(text("still there"));
    assertThat(closing).succeedsWithin(LONG);
  }

  @Test
  void callingLeavesNothingOnTheCallersThread() throws Exception {
    CallTransport calls = welcomed();
    AtomicReference<Object> left = new AtomicReference<>("not run");
    Thread host =
        new Thread(
            () -> {
              calls.call(ECHO, text("hello"), LONG).join();
              calls.call(ECHO, text("hello"), LONG).cancel(true);
              left.set(InternalThreadLocalMap.getIfSet());
            });
    host.start();
    peer.echo(peer.nextCall());
    host.join();

    assertThat(left.get()).isNull();
  }
}
