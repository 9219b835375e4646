package io.krait.protocol;

import static io.krait.protocol.CallTransportTest.awaitLatch;
import static io.krait.protocol.Wire.BYTES;
import static io.krait.protocol.Wire.ECHO;
import static io.krait.protocol.Wire.LONG;
import static io.krait.protocol.Wire.failureOf;
import static io.krait.protocol.Wire.text;
import static io.krait.protocol.Wire.unary;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.google.protobuf.StringValue;
import io.grpc.ServerServiceDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls of which the peer begins one when the one before it has ended. */
class CallsInTurnTest {

  @RegisterExtension static final Wire wire = new Wire();

  private final List<String> begun = new CopyOnWriteArrayList<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostRunning = new AtomicInteger();
  private final CountDownLatch release = new CountDownLatch(1);

  @BeforeEach
  void useTheLane() {
    wire.use(Transport.LANE);
  }

  private OpenChannel channel() {
    return wire.connect(
        wire.serve(
            ServerServiceDefinition.builder("krait.test.Trial")
                .addMethod(unary(ECHO, this::echo).getMethod(ECHO.getFullMethodName()))
                .addMethod(
                    unary(
                            BYTES,
                            (BytesValue request, Wire.Answer<BytesValue> answer) -> {
                              begun.add("large");
                              answer.accept(request);
                            })
                        .getMethod(BYTES.getFullMethodName()))
                .build()));
  }

  private void echo(StringValue request, Wire.Answer<StringValue> answer) {
    mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
    begun.add(request.getValue());
    if (request.getValue().equals("held")) {
      awaitLatch(release);
    }
    running.decrementAndGet();
    answer.accept(request);
  }

  private static CallTransport inTurn(OpenChannel channel) {
    return channel.calls().inTurn().orElseThrow();
  }

  @Test
  void callsAreBegunInTheirOrderAndOneAfterTheOther() {
    CallTransport turns = inTurn(channel());
    List<CompletableFuture<StringValue>> answers = new ArrayList<>();
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      made.add("n" + i);
      answers.add(turns.call(ECHO, text("n" + i), null));
    }

    answers.forEach(answer -> assertThat(answer).succeedsWithin(LONG));
    assertThat(begun).containsExactlyElementsOf(made);
    assertThat(mostRunning).hasValue(1);
  }

  @Test
  void otherCallsDoNotWaitForThem() {
    OpenChannel channel = channel();
    CompletableFuture<StringValue> held = inTurn(channel).call(ECHO, text("held"), null);
    CompletableFuture<StringValue> next = inTurn(channel).call(ECHO, text("next"), null);

    assertThat(channel.calls().await(ECHO, text("other"), LONG)).isEqualTo(text("other"));
    assertThat(begun).doesNotContain("next");
    release.countDown();
    assertThat(held).succeedsWithin(LONG);
    assertThat(next).succeedsWithin(LONG);
  }

  @Test
  void oneThatIsCancelledHoldsUpNobody() {
    CallTransport turns = inTurn(channel());
    CompletableFuture<StringValue> held = turns.call(ECHO, text("held"), null);
    CompletableFuture<StringValue> next = turns.call(ECHO, text("next"), null);

    held.cancel(true);

    assertThat(next).succeedsWithin(LONG);
    release.countDown();
  }

  @Test
  void oneThatIsCancelledBeforeItsTurnIsNeverBegun() {
    CallTransport turns = inTurn(channel());
    CompletableFuture<StringValue> held = turns.call(ECHO, text("held"), null);
    CompletableFuture<StringValue> unwanted = turns.call(ECHO, text("unwanted"), null);
    CompletableFuture<StringValue> last = turns.call(ECHO, text("last"), null);

    unwanted.cancel(true);
    release.countDown();

    assertThat(held).succeedsWithin(LONG);
    assertThat(last).succeedsWithin(LONG);
    assertThat(begun).containsExactly("held", "last");
  }

  @Test
  void largeOnesKeepTheOrderToo() {
    CallTransport turns = inTurn(channel());
    BytesValue large = BytesValue.of(ByteString.copyFrom(new byte[1 << 20]));
    List<CompletableFuture<?>> answers = new ArrayList<>();
    answers.add(turns.call(ECHO, text("first"), null));
    answers.add(turns.call(BYTES, large, null));
    answers.add(turns.call(ECHO, text("last"), null));

    answers.forEach(answer -> assertThat(answer).succeedsWithin(LONG));
    assertThat(begun).containsExactly("first", "large", "last");
  }

  @Test
  void afterTheEndOfThePeerTheyFailAndTheNextOnesToo() {
    OpenChannel channel = channel();
    CallTransport turns = inTurn(channel);
    CompletableFuture<StringValue> held = turns.call(ECHO, text("held"), null);
    CompletableFuture<StringValue> next = turns.call(ECHO, text("next"), null);

    channel.close();
    release.countDown();

    assertThat(failureOf(held)).hasMessageContaining("cannot be reached");
    assertThat(failureOf(next)).hasMessageContaining("cannot be reached");
  }

  @Test
  void whoIsToldOfAFailureMayMakeAnotherOneAndWaitForIt() {
    OpenChannel channel = channel();
    CallTransport turns = inTurn(channel);
    channel.close();

    CompletableFuture<Throwable> told =
        turns
            .call(ECHO, text("first"), null)
            .handle((answer, failure) -> failureOf(turns.call(ECHO, text("second"), null)));

    assertThat(told).succeedsWithin(LONG);
    assertThat(failureOf(turns.call(ECHO, text("third"), null)))
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void grpcHasNoSuchCalls() {
    wire.use(Transport.GRPC);

    assertThat(channel().calls().inTurn()).isEmpty();
  }
}
