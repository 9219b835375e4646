package io.krait.protocol;

import static io.krait.protocol.Wire.ECHO;
import static io.krait.protocol.Wire.LONG;
import static io.krait.protocol.Wire.STREAM;
import static io.krait.protocol.Wire.echo;
import static io.krait.protocol.Wire.text;
import static io.krait.protocol.Wire.unary;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.krait.protocol.lane.v1.Answer;
import io.krait.protocol.lane.v1.Call;
import io.krait.protocol.lane.v1.Cancel;
import io.krait.protocol.lane.v1.End;
import io.krait.protocol.lane.v1.Goodbye;
import io.krait.protocol.lane.v1.Hello;
import io.krait.protocol.lane.v1.Kind;
import io.krait.protocol.lane.v1.Open;
import io.krait.protocol.lane.v1.Use;
import io.krait.protocol.lane.v1.Welcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody may do who connects to a lane of ours. */
class HostileLaneClientTest extends LaneClientScene {

  @RegisterExtension static final Wire wire = new Wire();

  @Override
  Wire wire() {
    return wire;
  }

  static Stream<Arguments> beginningsThatBreakTheProtocol() {
    byte[] hello =
        LanePeer.frame(
            Kind.KIND_HELLO, Hello.newBuilder().setVersion(1).setUse(Use.USE_CALLS).build());
    return Stream.of(
        Arguments.of(
            "another protocol", "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
        Arguments.of("a frame of nothing", new byte[4]),
        Arguments.of("a negative length", ByteBuffer.allocate(5).putInt(-1).array()),
        Arguments.of("a length beyond the limit", ByteBuffer.allocate(5).putInt(1 << 30).array()),
        Arguments.of("a call", LanePeer.call(1, ECHO_NAME, text("early"))),
        Arguments.of("a hello that is no message", LanePeer.frame(1, new byte[] {1, 2, 3})),
        Arguments.of("an unknown kind", LanePeer.frame(99, new byte[0])),
        Arguments.of("a kind beyond 127", LanePeer.frame(200, new byte[0])),
        Arguments.of("something in a frame that has nothing", LanePeer.frame(10, new byte[1])),
        Arguments.of("two hellos", concat(hello, hello)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("beginningsThatBreakTheProtocol")
  void aBeginningThatBreaksTheProtocolEndsThatConnectionAlone(String what, byte[] sent)
      throws IOException {
    BoundServer server = serve();
    LanePeer other = peer(server, Use.USE_CALLS);
    LanePeer peer = peer(server);

    peer.send(sent);

    assertThat(peer.isHungUpOn()).isTrue();
    other.send(LanePeer.call(1, ECHO_NAME, text("on")));
    assertThat(other.nextAnswer().getStatus()).isZero();
  }

  static Stream<Arguments> framesThatBreakTheProtocol() {
    byte[] end = LanePeer.frame(Kind.KIND_END, End.getDefaultInstance());
    byte[] open =
        LanePeer.frame(
            Kind.KIND_OPEN, Open.newBuilder().setMethod(STREAM.getFullMethodName()).build());
    byte[] message = LanePeer.frame(Kind.KIND_MESSAGE, text("x"));
    byte[] goodbye = LanePeer.frame(Kind.KIND_GOODBYE, Goodbye.getDefaultInstance());
    byte[] answer = LanePeer.frame(Kind.KIND_ANSWER, Answer.getDefaultInstance());
    byte[] wait = LanePeer.call(7, ECHO_NAME, text("wait"));
    return Stream.of(
        Arguments.of("an answer", Use.USE_CALLS, answer),
        Arguments.of("a message among calls", Use.USE_CALLS, message),
        Arguments.of("a call that is no message", Use.USE_CALLS, LanePeer.frame(3, new byte[] {1})),
        Arguments.of("the number of a call that runs", Use.USE_CALLS, concat(wait, wait)),
        Arguments.of("a message without a stream", Use.USE_STREAMS, message),
        Arguments.of("an end without a stream", Use.USE_STREAMS, end),
        Arguments.of("a goodbye in a stream", Use.USE_STREAMS, goodbye),
        Arguments.of("a stream in a stream", Use.USE_STREAMS, concat(open, open)),
        Arguments.of("a message after the end", Use.USE_STREAMS, concat(open, end, message)),
        Arguments.of("an end after the end", Use.USE_STREAMS, concat(open, end, end)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("framesThatBreakTheProtocol")
  void aFrameThatIsNotExpectedEndsThatConnectionAlone(String what, Use use, byte[] sent)
      throws IOException {
    BoundServer server = serveNothingButStreamsThatWait();
    LanePeer peer = peer(server, use);

    peer.send(sent);

    assertThat(peer.isHungUpOn()).isTrue();
    assertAnswersOthers(server);
  }

  private BoundServer serveNothingButStreamsThatWait() {
    io.grpc.ServerServiceDefinition echo =
        unary(
            ECHO,
            (StringValue request, Wire.Answer<StringValue> answer) -> {
              if (!request.getValue().equals("wait")) {
                answer.accept(request);
              }
            });
    return wire.serve(
        io.grpc.ServerServiceDefinition.builder(ECHO.getServiceName())
            .addMethod(echo.getMethod(ECHO_NAME))
            .addMethod(
                STREAM,
                ServerCalls.asyncBidiStreamingCall(
                    (StreamObserver<StringValue> answers) ->
                        new StreamObserver<StringValue>() {
                          @Override
                          public void onNext(StringValue value) {}

                          @Override
                          public void onError(Throwable failure) {}

                          @Override
                          public void onCompleted() {}
                        }))
            .build());
  }

  static Stream<Arguments> hellosThatAreRefused() {
    return Stream.of(
        Arguments.of(Hello.newBuilder().setUse(Use.USE_CALLS), "version 0"),
        Arguments.of(Hello.newBuilder().setVersion(-3).setUse(Use.USE_CALLS), "version -3"),
        Arguments.of(
            Hello.newBuilder().setVersion(1).setUse(Use.USE_CALLS).setGroup("none"),
            "there is no group none"),
        Arguments.of(Hello.newBuilder().setVersion(1), "for calls or for streams"),
        Arguments.of(Hello.newBuilder().setVersion(1).setUseValue(77), "for calls or for streams"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("hellosThatAreRefused")
  void aHelloThatIsNotTakenIsAnsweredWithTheReason(Hello.Builder hello, String reason)
      throws IOException {
    BoundServer server = serve();
    LanePeer peer = peer(server);

    // What follows without waiting is not looked at.
    peer.send(
        concat(
            LanePeer.frame(Kind.KIND_HELLO, hello.build()),
            LanePeer.call(1, ECHO_NAME, text("eager"))));

    End end = peer.next().as(Kind.KIND_END, End.parser());
    assertThat(end.getStatus()).isEqualTo(Status.Code.FAILED_PRECONDITION.value());
    assertThat(end.getStatusText()).contains(reason);
    assertThat(peer.isHungUpOn()).isTrue();
  }

  @Test
  void aLaterVersionIsAnsweredWithOurs() throws IOException {
    LanePeer peer = peer(serve());

    peer.send(Kind.KIND_HELLO, Hello.newBuilder().setVersion(9).setUse(Use.USE_CALLS).build());

    assertThat(peer.next().as(Kind.KIND_WELCOME, Welcome.parser()).getVersion()).isEqualTo(1);
  }

  @Test
  void callsThatCameBeforeTheirWelcomeAreAnswered() throws IOException {
    LanePeer peer = peer(serve());

    peer.hello(Use.USE_CALLS);
    peer.send(LanePeer.call(5, ECHO_NAME, text("eager")));

    peer.next().as(Kind.KIND_WELCOME, Welcome.parser());
    assertThat(StringValue.parseFrom(peer.nextAnswer().getResponse())).isEqualTo(text("eager"));
  }

  @Test
  void framesThatArriveByteByByteAreFrames() throws IOException {
    LanePeer peer = peer(serve(), Use.USE_CALLS);

    for (byte one : LanePeer.call(3, ECHO_NAME, text("slow"))) {
      peer.send(new byte[] {one});
    }

    assertThat(peer.nextAnswer().getId()).isEqualTo(3);
  }

  @Test
  void halfAFrameAndThenSilenceHoldsUpNobodyAndNotTheEnd() throws IOException {
    BoundServer server = serve();
    LanePeer peer = peer(server, Use.USE_CALLS);

    peer.send(ByteBuffer.allocate(100).putInt(60 << 20).put((byte) 3).array());

    assertAnswersOthers(server);
    server.close();
    assertThat(peer.isHungUpOn()).isTrue();
  }

  @Test
  void cancellingACallReachesItsHandlerAndNoAnswerFollows() throws Exception {
    LanePeer peer = peer(serve(), Use.USE_CALLS);
    peer.send(LanePeer.call(1, ECHO_NAME, text("wait")));
    // An answer tells that the first call was read and begun, or soon will be.
    peer.send(LanePeer.call(2, ECHO_NAME, text("answer")));
    assertThat(peer.nextAnswer().getId()).isEqualTo(2);

    peer.send(Kind.KIND_CANCEL, Cancel.newBuilder().setId(1).build());
    peer.send(Kind.KIND_CANCEL, Cancel.newBuilder().setId(99).build());
    peer.send(LanePeer.call(3, ECHO_NAME, text("answer")));

    assertThat(peer.nextAnswer().getId()).isEqualTo(3);
  }

  @Test
  void aCallIsCancelledWhenItsConnectionIsGone() throws Exception {
    LanePeer peer = peer(serve(), Use.USE_CALLS);
    peer.send(LanePeer.call(1, ECHO_NAME, text("wait")));
    peer.send(LanePeer.call(2, ECHO_NAME, text("answer")));
    assertThat(peer.nextAnswer().getId()).isEqualTo(2);
    // One that has not begun has nothing to cancel.
    assertThat(
            List.of(
                begun.poll(LONG.toSeconds(), TimeUnit.SECONDS),
                begun.poll(LONG.toSeconds(), TimeUnit.SECONDS)))
        .contains("wait");

    peer.close();

    // The other one may still be about to end, though it has been answered.
    String first = cancelled.poll(LONG.toSeconds(), TimeUnit.SECONDS);
    assertThat("answer".equals(first) ? cancelled.poll(LONG.toSeconds(), TimeUnit.SECONDS) : first)
        .isEqualTo("wait");
  }

  @Test
  void anUnknownMethodIsToldByStatusAndByTheEndOfTheStream() throws IOException {
    BoundServer server = serve();
    LanePeer calls = peer(server, Use.USE_CALLS);
    LanePeer streams = peer(server, Use.USE_STREAMS);

    calls.send(LanePeer.call(1, "no.Service/Method", text("x")));
    streams.send(Kind.KIND_OPEN, Open.newBuilder().setMethod("no.Service/Method").build());

    assertThat(calls.nextAnswer().getStatus()).isEqualTo(Status.Code.UNIMPLEMENTED.value());
    End end = streams.next().as(Kind.KIND_END, End.parser());
    assertThat(end.getStatus()).isEqualTo(Status.Code.UNIMPLEMENTED.value());
    // The connection is good for the next stream when both directions have ended.
    streams.send(Kind.KIND_END, End.getDefaultInstance());
    streams.send(Kind.KIND_OPEN, Open.newBuilder().setMethod(ECHO_NAME).build());
    streams.send(LanePeer.frame(Kind.KIND_MESSAGE, text("next")));
    streams.send(Kind.KIND_END, End.getDefaultInstance());
    assertThat(streams.next().as(Kind.KIND_MESSAGE, StringValue.parser())).isEqualTo(text("next"));
    assertThat(streams.next().as(Kind.KIND_END, End.parser()).getStatus()).isZero();
  }

  @Test
  void bytesThatAreNoRequestFailTheCallAndNotTheConnection() throws IOException {
    LanePeer peer = peer(serve(), Use.USE_CALLS);

    peer.send(
        Kind.KIND_CALL,
        Call.newBuilder()
            .setId(1)
            .setMethod(ECHO_NAME)
            .setRequest(com.google.protobuf.ByteString.copyFrom(new byte[] {1, 2, 3}))
            .build());
    peer.send(LanePeer.call(2, ECHO_NAME, text("fine")));

    Set<Long> well = new HashSet<>();
    Set<Long> badly = new HashSet<>();
    for (int i = 0; i < 2; i++) {
      Answer answer = peer.nextAnswer();
      (answer.getStatus() == 0 ? well : badly).add(answer.getId());
    }
    assertThat(well).containsExactly(2L);
    assertThat(badly).containsExactly(1L);
  }

  @Test
  void whoeverGoesOnAfterTheEndOfAnAnswerIsHungUpOnInTheEnd() throws IOException {
    LanePeer peer = peer(serve(), Use.USE_STREAMS);
    peer.send(Kind.KIND_OPEN, Open.newBuilder().setMethod("no.Service/Method").build());
    peer.next().as(Kind.KIND_END, End.parser());

    byte[] message = LanePeer.frame(Kind.KIND_MESSAGE.getNumber(), new byte[64 << 10]);
    boolean cutOff = false;
    for (int i = 0; i < 100 && !cutOff; i++) {
      try {
        peer.send(message);
      } catch (IOException e) {
        cutOff = true;
      }
    }

    assertThat(cutOff || peer.isHungUpOn()).isTrue();
  }

  @Test
  void goodbyeIsAnsweredWhenAllCallsAre() throws IOException {
    LanePeer peer = peer(serve(), Use.USE_CALLS);
    for (int i = 1; i <= 20; i++) {
      peer.send(LanePeer.call(i, ECHO_NAME, text("x")));
    }

    peer.send(Kind.KIND_GOODBYE, Goodbye.getDefaultInstance());

    Set<Long> answered = new HashSet<>();
    boolean goodbye = false;
    LanePeer.Frame frame;
    while ((frame = peer.next()) != null) {
      if (frame.kind() == Kind.KIND_GOODBYE_VALUE) {
        goodbye = true;
      } else {
        assertThat(answered.add(frame.as(Kind.KIND_ANSWER, Answer.parser()).getId())).isTrue();
      }
    }
    assertThat(answered).hasSize(20);
    assertThat(goodbye).isTrue();
  }

  @Test
  void randomFramesHarmNobodyElse() throws Exception {
    BoundServer server = serve();
    CallTransport others = wire.connect(server).calls();
    // Connected before there are as many as the server takes.
    assertThat(others.call(ECHO, text("others"), LONG)).succeedsWithin(LONG);
    Random random = new Random(20_261_129);
    for (int round = 0; round < 300; round++) {
      try (LanePeer peer = LanePeer.connect(server)) {
        if (random.nextInt(4) > 0) {
          peer.hello(random.nextBoolean() ? Use.USE_CALLS : Use.USE_STREAMS);
        }
        int frames = random.nextInt(20);
        for (int i = 0; i < frames; i++) {
          peer.send(RandomFrames.next(random));
        }
      } catch (IOException e) {
        // The server has closed it before all was sent, as it should.
      }
    }

    assertThat(others.call(ECHO, text("others"), LONG)).succeedsWithin(LONG);
    List<CompletableFuture<StringValue>> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(others.call(ECHO, text("x"), LONG));
    }
    assertThat(CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)))
        .succeedsWithin(LONG);
  }

  private static byte[] concat(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Stream.of(parts).mapToInt(part -> part.length).sum());
    Stream.of(parts).forEach(all::put);
    return all.array();
  }
}
