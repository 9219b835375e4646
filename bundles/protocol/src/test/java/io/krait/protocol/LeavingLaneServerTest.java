package io.krait.protocol;

import static io.krait.protocol.Wire.ECHO;
import static io.krait.protocol.Wire.LONG;
import static io.krait.protocol.Wire.STREAM;
import static io.krait.protocol.Wire.failureOf;
import static io.krait.protocol.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import io.krait.api.AppError;
import io.krait.protocol.lane.v1.Call;
import io.krait.protocol.lane.v1.Goodbye;
import io.krait.protocol.lane.v1.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server at the other end of the lane that takes its leave, or is not there any more. */
class LeavingLaneServerTest extends LaneServerScene {

  @RegisterExtension static final Wire wire = new Wire();

  @Override
  Wire wire() {
    return wire;
  }

  @Test
  void afterAGoodbyeCallsGoOnAnotherConnectionAndThoseUnderWayAreAnswered() throws IOException {
    CompletableFuture<StringValue> first = call("first");
    LanePeer leaving = welcomed();
    Call one = leaving.nextCall();
    leaving.send(Kind.KIND_GOODBYE, Goodbye.getDefaultInstance());

    CompletableFuture<StringValue> probe = probeUntilAnotherConnection(leaving);

    leaving.send(LanePeer.answer(one.getId(), text("1")));
    assertThat(first).succeedsWithin(LONG).isEqualTo(text("1"));
    assertThat(probe).succeedsWithin(LONG);
    awaitGoodbye(leaving);
    assertThat(leaving.isHungUpOn()).isTrue();
  }

  // The goodbye has been read when a call comes on a new connection.
  private CompletableFuture<StringValue> probeUntilAnotherConnection(LanePeer leaving)
      throws IOException {
    CompletableFuture<StringValue> welcome =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                LanePeer next = welcomed();
                while (true) {
                  LanePeer.Frame frame = next.next();
                  if (frame == null) {
                    throw new AssertionError("no call came");
                  }
                  if (frame.kind() == Kind.KIND_CALL_VALUE) {
                    long id = frame.as(Kind.KIND_CALL, Call.parser()).getId();
                    next.send(LanePeer.answer(id, text("there")));
                    return text("there");
                  }
                }
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    long end = System.nanoTime() + LONG.toNanos();
    while (!welcome.isDone() && System.nanoTime() < end) {
      CompletableFuture<StringValue> probe = call("probe");
      try {
        probe.get(20, TimeUnit.MILLISECONDS);
      } catch (java.util.concurrent.TimeoutException e) {
        probe.cancel(true);
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
    // Not those probes that still went to the old one.
    return welcome;
  }

  @Test
  void closingFailsCallsOfAConnectionThatHasSaidGoodbyeAndNotAnswered() throws IOException {
    CompletableFuture<StringValue> first = call("first");
    LanePeer leaving = welcomed();
    leaving.nextCall();
    leaving.send(Kind.KIND_GOODBYE, Goodbye.getDefaultInstance());
    probeUntilAnotherConnection(leaving);

    channel.close();

    assertThat(failureOf(first)).isInstanceOf(AppError.class);
    assertThat(leaving.isHungUpOn()).isTrue();
  }

  @Test
  void aPeerThatIsNotThereIsSaidToBeNotThere() throws IOException {
    Path nobody = wire.newFolder().resolve("nobody");
    OpenChannel own = wire.connect(Endpoint.unix(nobody), TransportSettings.defaults());

    AppError error = (AppError) failureOf(own.calls().call(ECHO, text("x"), LONG));
    Recorder answers = Recorder.asking(1);
    new FlowCalls(wire.runtime()).call(own.grpc(), STREAM, Numbers.to(1), null).subscribe(answers);

    assertThat(error.detailedError()).contains("No such file");
    assertThat(((AppError) failureOf(answers.done)).detailedError()).contains("No such file");
  }

  @Test
  void allThatWaitForTheirTurnFailWhenThePeerIsGone() throws IOException {
    CallTransport turns = calls.inTurn().orElseThrow();
    List<CompletableFuture<StringValue>> all = new ArrayList<>();
    // On a stream, for whose end all others wait.
    all.add(turns.call(ECHO, text("x".repeat(100 << 10)), null));
    LanePeer peer = wire.onClose(host.accept());
    for (int i = 0; i < 20_000; i++) {
      all.add(turns.call(ECHO, text("x"), null));
    }

    host.close();
    peer.close();

    assertThat(
            CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                .handle((answers, failure) -> "over"))
        .succeedsWithin(LONG);
    assertThat(all).allMatch(CompletableFuture::isCompletedExceptionally);
  }

  @Test
  void whoeverComesBackAtTheSameSocketIsCalledAgain() throws IOException {
    CompletableFuture<StringValue> first = call("first");
    LanePeer peer = welcomed();
    peer.nextCall();
    peer.close();
    host.close();
    assertThat(failureOf(first)).isInstanceOf(AppError.class);

    host = wire.onClose(new LanePeer.Host(host.endpoint().path()));

    assertTheNextCallIsAnswered();
  }
}
