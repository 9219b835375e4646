package io.krait.protocol;

import static io.krait.protocol.Wire.ECHO;
import static io.krait.protocol.Wire.LONG;
import static io.krait.protocol.Wire.STREAM;
import static io.krait.protocol.Wire.UNKNOWN;
import static io.krait.protocol.Wire.echo;
import static io.krait.protocol.Wire.failureOf;
import static io.krait.protocol.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import io.grpc.Status;
import io.krait.api.AppError;
import io.krait.protocol.lane.v1.Answer;
import io.krait.protocol.lane.v1.Call;
import io.krait.protocol.lane.v1.Cancel;
import io.krait.protocol.lane.v1.End;
import io.krait.protocol.lane.v1.Goodbye;
import io.krait.protocol.lane.v1.Group;
import io.krait.protocol.lane.v1.Hello;
import io.krait.protocol.lane.v1.Kind;
import io.krait.protocol.lane.v1.Open;
import io.krait.protocol.lane.v1.Use;
import io.krait.protocol.lane.v1.Welcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a plugin may do that says it is on a lane. */
class HostileLaneServerTest extends LaneServerScene {

  @RegisterExtension static final Wire wire = new Wire();

  @Override
  Wire wire() {
    return wire;
  }

  private static final Welcome WELCOME = Welcome.newBuilder().setVersion(1).build();

  static Stream<Arguments> answersThatBreakTheProtocol() {
    byte[] welcome = LanePeer.frame(Kind.KIND_WELCOME, WELCOME);
    return Stream.of(
        Arguments.of("garbage", "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes()),
        Arguments.of("a frame of nothing", new byte[4]),
        Arguments.of("a length beyond the limit", ByteBuffer.allocate(5).putInt(1 << 30).array()),
        Arguments.of("an answer before the welcome", LanePeer.answer(1, text("x"))),
        Arguments.of(
            "a goodbye before the welcome",
            LanePeer.frame(Kind.KIND_GOODBYE, Goodbye.getDefaultInstance())),
        Arguments.of(
            "another version",
            LanePeer.frame(Kind.KIND_WELCOME, Welcome.newBuilder().setVersion(2).build())),
        Arguments.of("two welcomes", concat(welcome, welcome)),
        Arguments.of(
            "a hello",
            concat(welcome, LanePeer.frame(Kind.KIND_HELLO, Hello.getDefaultInstance()))),
        Arguments.of("an unknown kind", concat(welcome, LanePeer.frame(99, new byte[0]))),
        Arguments.of("an answer that is none", concat(welcome, LanePeer.frame(4, new byte[] {1}))),
        Arguments.of(
            "the end of a stream",
            concat(welcome, LanePeer.frame(Kind.KIND_END, End.getDefaultInstance()))),
        Arguments.of(
            "a refusal after the welcome",
            concat(welcome, LanePeer.frame(Kind.KIND_END, End.newBuilder().setStatus(9).build()))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answersThatBreakTheProtocol")
  void aFrameThatIsNotExpectedFailsTheCallsOfThatConnectionAlone(String what, byte[] sent)
      throws IOException {
    CompletableFuture<StringValue> call = call("x");
    LanePeer peer = wire.onClose(host.accept());

    peer.send(sent);

    AppError error = (AppError) failureOf(call);
    assertThat(error.statusCode()).isEqualTo(503);
    assertThat(error.detailedError()).contains("the peer ");
    assertThat(peer.isHungUpOn()).isTrue();
    assertTheNextCallIsAnswered();
  }

  @Test
  void aRefusalIsTheReasonWhyCallsFail() throws IOException {
    CompletableFuture<StringValue> call = call("x");
    LanePeer peer = wire.onClose(host.accept());

    peer.send(
        Kind.KIND_END,
        End.newBuilder()
            .setStatus(Status.Code.FAILED_PRECONDITION.value())
            .setStatusText("not today")
            .build());

    assertThat(((AppError) failureOf(call)).toString()).contains("not today");
    assertTheNextCallIsAnswered();
  }

  @Test
  void answersForNobodyArePassedOver() throws IOException {
    CompletableFuture<StringValue> first = call("first");
    CompletableFuture<StringValue> second = call("second");
    LanePeer peer = welcomed();
    Call one = peer.nextCall();
    Call two = peer.nextCall();

    peer.send(LanePeer.answer(4711, text("whose?")));
    peer.send(LanePeer.answer(one.getId(), text("1")));
    peer.send(LanePeer.answer(one.getId(), text("1 again")));
    peer.send(LanePeer.answer(two.getId(), text("2")));

    assertThat(first).succeedsWithin(LONG).isEqualTo(text("1"));
    assertThat(second).succeedsWithin(LONG).isEqualTo(text("2"));
  }

  @Test
  void anAnswerToACancelledCallIsPassedOver() throws IOException {
    CompletableFuture<StringValue> first = call("first");
    LanePeer peer = welcomed();
    Call one = peer.nextCall();

    first.cancel(true);

    assertThat(peer.next().as(Kind.KIND_CANCEL, Cancel.parser()).getId()).isEqualTo(one.getId());
    peer.send(LanePeer.answer(one.getId(), text("late")));
    CompletableFuture<StringValue> second = call("second");
    peer.send(LanePeer.answer(peer.nextCall().getId(), text("2")));
    assertThat(second).succeedsWithin(LONG).isEqualTo(text("2"));
  }

  @Test
  void theDeadlineIsToldWithTheCallAndFollowedByACancel() throws IOException {
    CompletableFuture<StringValue> call = calls.call(ECHO, text("x"), Duration.ofMillis(100));
    LanePeer peer = welcomed();
    Call received = peer.nextCall();

    assertThat(received.getTimeoutMillis()).isEqualTo(100);
    assertThat(peer.next().as(Kind.KIND_CANCEL, Cancel.parser()).getId())
        .isEqualTo(received.getId());
    assertThat(((AppError) failureOf(call)).statusCode()).isEqualTo(504);
  }

  @Test
  void bytesThatAreNoAnswerOfTheMethodFailThatCallAlone() throws IOException {
    CompletableFuture<StringValue> first = call("first");
    CompletableFuture<StringValue> second = call("second");
    LanePeer peer = welcomed();
    Call one = peer.nextCall();
    Call two = peer.nextCall();

    peer.send(
        Kind.KIND_ANSWER,
        Answer.newBuilder()
            .setId(one.getId())
            .setResponse(com.google.protobuf.ByteString.copyFrom(new byte[] {1, 2}))
            .build());
    peer.send(LanePeer.answer(two.getId(), text("2")));

    assertThat(failureOf(first)).isInstanceOf(AppError.class);
    assertThat(second).succeedsWithin(LONG);
  }

  @Test
  void aStatusThatNobodyKnowsIsAFailure() throws IOException {
    CompletableFuture<StringValue> call = call("x");
    LanePeer peer = welcomed();

    peer.send(
        Kind.KIND_ANSWER,
        Answer.newBuilder().setId(peer.nextCall().getId()).setStatus(-77).build());

    assertThat(failureOf(call)).isInstanceOf(AppError.class);
  }

  @Test
  void callsOfAGroupGoOnAConnectionOfTheirOwn() throws IOException {
    Welcome welcome =
        Welcome.newBuilder()
            .setVersion(1)
            .addGroups(Group.newBuilder().setName("apart").addMethods(UNKNOWN.getFullMethodName()))
            .build();
    CompletableFuture<StringValue> plain = call("plain");
    CompletableFuture<StringValue> early = calls.call(UNKNOWN, text("early"), null);
    LanePeer general = wire.onClose(host.accept());
    assertThat(general.next().as(Kind.KIND_HELLO, Hello.parser()).getGroup()).isEmpty();

    general.send(Kind.KIND_WELCOME, welcome);
    LanePeer apart = wire.onClose(host.accept());
    assertThat(apart.next().as(Kind.KIND_HELLO, Hello.parser()).getGroup()).isEqualTo("apart");
    apart.send(Kind.KIND_WELCOME, WELCOME);

    Call grouped = apart.nextCall();
    assertThat(grouped.getMethod()).isEqualTo(UNKNOWN.getFullMethodName());
    apart.send(LanePeer.answer(grouped.getId(), text("a")));
    general.send(LanePeer.answer(general.nextCall().getId(), text("g")));
    assertThat(early).succeedsWithin(LONG).isEqualTo(text("a"));
    assertThat(plain).succeedsWithin(LONG).isEqualTo(text("g"));
    CompletableFuture<StringValue> late = calls.call(UNKNOWN, text("late"), null);
    apart.send(LanePeer.answer(apart.nextCall().getId(), text("b")));
    assertThat(late).succeedsWithin(LONG).isEqualTo(text("b"));
  }

  @Test
  void aGroupThatAnotherServerDoesNotKnowIsForgottenHoweverSoonItIsRefused() throws IOException {
    // Often, as the refusal and the end of the welcome are read by different threads.
    for (int round = 0; round < 50; round++) {
      OpenChannel own = wire.connect(host.endpoint(), TransportSettings.defaults());
      CompletableFuture<StringValue> grouped = own.calls().call(UNKNOWN, text("x"), null);
      LanePeer general = wire.onClose(host.accept());
      general.next();
      general.send(
          Kind.KIND_WELCOME,
          Welcome.newBuilder()
              .setVersion(1)
              .addGroups(Group.newBuilder().setName("gone").addMethods(UNKNOWN.getFullMethodName()))
              .build());
      LanePeer apart = wire.onClose(host.accept());
      apart.next();

      apart.send(Kind.KIND_END, End.newBuilder().setStatus(9).setStatusText("no group").build());

      assertThat(failureOf(grouped)).isInstanceOf(AppError.class);
      CompletableFuture<StringValue> again = own.calls().call(UNKNOWN, text("x"), null);
      general.send(LanePeer.answer(general.nextCall().getId(), text("y")));
      assertThat(again).succeedsWithin(LONG).isEqualTo(text("y"));
    }
  }

  @Test
  void callsOfOneThreadArriveInTheirOrderWhileThePeerIsWelcomingUs() throws Exception {
    for (int round = 0; round < 20; round++) {
      OpenChannel own = wire.connect(host.endpoint(), TransportSettings.defaults());
      own.calls().call(ECHO, text("-1"), null);
      LanePeer peer = wire.onClose(host.accept());
      peer.next();
      CompletableFuture<Void> all =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 200; i++) {
                  own.calls().call(ECHO, text(Integer.toString(i)), null);
                }
              });
      peer.send(Kind.KIND_WELCOME, WELCOME);

      for (int i = -1; i < 200; i++) {
        StringValue request = StringValue.parseFrom(peer.nextCall().getRequest());
        assertThat(request.getValue()).isEqualTo(Integer.toString(i));
      }
      assertThat(all).succeedsWithin(LONG);
      own.close();
      peer.close();
    }
  }

  @Test
  void aCallWhoseTimeIsOverBeforeItIsMadeIsNotLeftBehind() throws IOException {
    CompletableFuture<StringValue> opens = call("opens");
    LanePeer peer = welcomed();
    peer.send(LanePeer.answer(peer.nextCall().getId(), text("x")));
    assertThat(opens).succeedsWithin(LONG);

    List<CompletableFuture<StringValue>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(calls.call(ECHO, text("x"), Duration.ofNanos(1)));
    }

    all.forEach(call -> assertThat(failureOf(call)).isInstanceOf(AppError.class));
    // Nothing is waited for any more, so the connection ends in order.
    CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> channel.close(LONG));
    awaitGoodbye(peer);
    peer.close();
    assertThat(closed).succeedsWithin(LONG);
  }

  @Test
  void aPeerThatReadsNothingIsNotSentEverMore() throws IOException {
    CompletableFuture<StringValue> opens = call("opens");
    LanePeer peer = welcomed();
    peer.nextCall();
    String large = "x".repeat(60_000);

    // Each is given up at once, as by a deadline that has passed.
    for (int i = 0; i < 2000; i++) {
      calls.call(ECHO, text(large), null).cancel(true);
    }
    Throwable refusal = failureOf(calls.call(ECHO, text(large), null));

    assertThat(refusal.toString())
        .as("refusal of what would only be kept in memory")
        .contains("does not read");
    assertThat(opens).isNotDone();
    assertAnotherPeerIsCalled();
  }

  private void assertAnotherPeerIsCalled() {
    assertThat(wire.connect(wire.serve(echo())).calls().call(ECHO, text("other"), LONG))
        .succeedsWithin(LONG);
  }

  @Test
  void aMessageAfterTheEndOfAStreamEndsThatConnection() throws IOException {
    Recorder answers = Recorder.asking(10);
    new FlowCalls(wire.runtime())
        .call(channel.grpc(), STREAM, Numbers.to(0), null)
        .subscribe(answers);
    LanePeer peer = wire.onClose(host.accept());
    assertThat(peer.next().as(Kind.KIND_HELLO, Hello.parser()).getUse()).isEqualTo(Use.USE_STREAMS);
    peer.next().as(Kind.KIND_OPEN, Open.parser());

    peer.send(Kind.KIND_WELCOME, WELCOME);
    peer.send(LanePeer.frame(Kind.KIND_MESSAGE, text("one")));
    peer.send(Kind.KIND_END, End.getDefaultInstance());
    peer.send(LanePeer.frame(Kind.KIND_MESSAGE, text("two")));

    assertThat(answers.done).succeedsWithin(LONG);
    assertThat(peer.isHungUpOn()).isTrue();
    assertAnotherPeerIsCalled();
  }

  @Test
  void aConnectionWhoseStreamHasEndedIsUsedAgain() throws Exception {
    TransportRuntime one = wire.onClose(TransportRuntime.builder().eventLoops(1).build());
    OpenChannel own =
        new ChannelFactory(one, TransportSettings.defaults()).openLane(host.endpoint());
    FlowCalls flows = new FlowCalls(one);
    Recorder first = Recorder.asking(10);
    flows.call(own.grpc(), STREAM, Numbers.to(0), null).subscribe(first);
    LanePeer peer = wire.onClose(host.accept());
    peer.next();
    peer.send(Kind.KIND_WELCOME, WELCOME);
    peer.next().as(Kind.KIND_OPEN, Open.parser());
    peer.next().as(Kind.KIND_END, End.parser());
    peer.send(Kind.KIND_END, End.getDefaultInstance());
    assertThat(first.done).succeedsWithin(LONG);
    // The stream is told of its end a moment before its connection is free; what the one loop does
    // afterwards comes later.
    CompletableFuture<StringValue> call = own.calls().call(ECHO, text("x"), null);
    LanePeer callsPeer = welcomed();
    callsPeer.send(LanePeer.answer(callsPeer.nextCall().getId(), text("y")));
    assertThat(call).succeedsWithin(LONG);

    Recorder second = Recorder.asking(10);
    flows.call(own.grpc(), STREAM, Numbers.to(0), null).subscribe(second);
    LanePeer.Frame next = nextOn(peer);

    next.as(Kind.KIND_OPEN, Open.parser());
    peer.send(LanePeer.frame(Kind.KIND_MESSAGE, text("again")));
    peer.send(Kind.KIND_END, End.getDefaultInstance());
    assertThat(second.take(1)).containsExactly("again");
    assertThat(second.done).succeedsWithin(LONG);
  }

  @Test
  void randomFramesHarmNobodyElse() throws Exception {
    Random random = new Random(19_700_101);
    CallTransport others = wire.connect(wire.serve(echo())).calls();
    for (int round = 0; round < 150; round++) {
      OpenChannel own = wire.connect(host.endpoint(), TransportSettings.defaults());
      List<CompletableFuture<?>> left = new ArrayList<>();
      Recorder answers = Recorder.asking(5);
      boolean streams = random.nextBoolean();
      if (streams) {
        new FlowCalls(wire.runtime())
            .call(own.grpc(), STREAM, Numbers.to(3), null)
            .subscribe(answers);
        left.add(answers.done);
      } else {
        for (int i = 0; i < 8; i++) {
          left.add(own.calls().call(ECHO, text("x"), null));
        }
      }
      try (LanePeer peer = host.accept()) {
        if (random.nextInt(4) > 0) {
          peer.send(Kind.KIND_WELCOME, WELCOME);
        }
        int frames = random.nextInt(20);
        for (int i = 0; i < frames; i++) {
          peer.send(RandomFrames.next(random));
        }
      } catch (IOException e) {
        // Krait has closed it before all was sent, as it should.
      }
      own.close();
      for (CompletableFuture<?> one : left) {
        assertThat(one.handle((answer, failure) -> "over")).succeedsWithin(LONG);
      }
    }
    assertThat(others.call(ECHO, text("others"), LONG)).succeedsWithin(LONG);
  }

  private static byte[] concat(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Stream.of(parts).mapToInt(part -> part.length).sum());
    Stream.of(parts).forEach(all::put);
    return all.array();
  }
}
