package io.krait.protocol;

import static io.krait.protocol.Wire.ECHO;
import static io.krait.protocol.Wire.LONG;
import static io.krait.protocol.Wire.echo;
import static io.krait.protocol.Wire.text;
import static io.krait.protocol.Wire.unary;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import io.grpc.Status;
import io.krait.protocol.lane.v1.Answer;
import io.krait.protocol.lane.v1.Cancel;
import io.krait.protocol.lane.v1.End;
import io.krait.protocol.lane.v1.Kind;
import io.krait.protocol.lane.v1.Use;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client at the other end of the lane that asks for more than there is room for. */
class GreedyLaneClientTest extends LaneClientScene {

  @RegisterExtension static final Wire wire = new Wire();

  @Override
  Wire wire() {
    return wire;
  }

  @Test
  void callsBeyondTheBoundAreRefusedAndThereIsRoomAgainAfterwards() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    BoundServer server =
        wire.serve(
            TransportSettings.builder().maxConcurrentCalls(4).build(),
            unary(
                ECHO,
                (StringValue request, Wire.Answer<StringValue> answer) -> {
                  try {
                    go.await(LONG.toSeconds(), TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  answer.accept(request);
                }));
    LanePeer peer = peer(server, Use.USE_CALLS);

    for (int i = 1; i <= 50; i++) {
      peer.send(LanePeer.call(i, ECHO_NAME, text("x")));
    }

    for (int i = 0; i < 46; i++) {
      assertThat(peer.nextAnswer().getStatus()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED.value());
    }
    go.countDown();
    for (int i = 0; i < 4; i++) {
      assertThat(peer.nextAnswer().getStatus()).isZero();
    }
    assertAnswersOthers(server);
  }

  @Test
  void callsThatAreCancelledAtOnceCannotPileUpBehindHandlersThatAreBusy() throws Exception {
    CountDownLatch busy = new CountDownLatch(2);
    CountDownLatch go = new CountDownLatch(1);
    Endpoint.Unix socket = Endpoint.unix(wire.newFolder().resolve("s"));
    TransportRuntime few = wire.onClose(TransportRuntime.builder().maxHandlerThreads(2).build());
    BoundServer server =
        new ServerFactory(few, TransportSettings.builder().maxConcurrentCalls(4).build())
            .startLane(
                socket,
                List.of(
                    unary(
                        ECHO,
                        (StringValue request, Wire.Answer<StringValue> answer) -> {
                          busy.countDown();
                          try {
                            go.await(LONG.toSeconds(), TimeUnit.SECONDS);
                          } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                          }
                          answer.accept(request);
                        })));
    LanePeer peer = peer(server, Use.USE_CALLS);

    peer.send(LanePeer.call(1, ECHO_NAME, text("x")));
    peer.send(LanePeer.call(2, ECHO_NAME, text("x")));
    // One that is cancelled before its handler has it holds nobody up.
    assertThat(busy.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    peer.send(Kind.KIND_CANCEL, Cancel.newBuilder().setId(1).build());
    peer.send(Kind.KIND_CANCEL, Cancel.newBuilder().setId(2).build());
    for (int i = 3; i <= 200; i++) {
      peer.send(LanePeer.call(i, ECHO_NAME, text("x")));
      peer.send(Kind.KIND_CANCEL, Cancel.newBuilder().setId(i).build());
    }
    peer.send(LanePeer.call(1000, ECHO_NAME, text("x")));

    // Refused, as those before it are still with their handlers, though nobody waits for them.
    Answer last;
    do {
      last = peer.nextAnswer();
      assertThat(last.getStatus()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED.value());
    } while (last.getId() != 1000);
    go.countDown();
  }

  @Test
  void whoeverDoesNotReadTheAnswersIsNotReadFromAndOthersGoOn() throws Exception {
    assertNotReadFromForEver(LanePeer.call(1, ECHO_NAME, text("x".repeat(1000))), true);
  }

  @Test
  void whoeverDoesNotReadTheRefusalsIsNotReadFromAndOthersGoOn() throws Exception {
    assertNotReadFromForEver(LanePeer.call(1, "no.Service/" + "x".repeat(1000), text("")), false);
  }

  private void assertNotReadFromForEver(byte[] call, boolean numbered) throws Exception {
    BoundServer server = serve();
    LanePeer peer = peer(server, Use.USE_CALLS);
    CallTransport others = wire.connect(server).calls();
    long sent = 0;
    int refusals = 0;
    ByteBuffer out = ByteBuffer.wrap(call);
    long id = 1;

    // So often is the kernel's buffer found full that the server cannot just be slow.
    while (refusals < 50 && sent < 64 << 20) {
      if (!out.hasRemaining()) {
        if (numbered) {
          call = LanePeer.call(++id, ECHO_NAME, text("x".repeat(1000)));
        }
        out = ByteBuffer.wrap(call);
      }
      int before = out.remaining();
      peer.offer(out);
      sent += before - out.remaining();
      if (before == out.remaining()) {
        refusals++;
        assertThat(others.call(ECHO, text("others"), LONG)).succeedsWithin(LONG);
      } else {
        refusals = 0;
      }
    }

    assertThat(sent).as("bytes that the server has taken").isLessThan(16 << 20);
    // Reading what there is lets it go on.
    assertThat(peer.next().kind()).isEqualTo(Kind.KIND_ANSWER_VALUE);
  }

  @Test
  void connectionsForStreamsTakeNoRoomOfTheOthersAndHaveABoundOfTheirOwn() throws IOException {
    BoundServer server =
        wire.serve(
            TransportSettings.builder().maxConnections(2).maxConcurrentCalls(5).build(), echo());
    for (int i = 0; i < 10; i++) {
      peer(server, Use.USE_STREAMS);
    }

    assertAnswersOthers(server);
    LanePeer beyond = peer(server);
    beyond.hello(Use.USE_STREAMS);
    assertThat(beyond.next().as(Kind.KIND_END, End.parser()).getStatusText())
        .contains("as many connections for streams as there may be");
    assertThat(beyond.isHungUpOn()).isTrue();
  }
}
