package io.krait.protocol;

import static io.krait.protocol.Wire.ECHO;
import static io.krait.protocol.Wire.LONG;
import static io.krait.protocol.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import io.krait.protocol.lane.v1.Kind;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;

/** A channel to a server on the lane whose part the test plays, frame by frame. */
abstract class LaneServerScene {

  /** Of each class its own: classes are run side by side, and it ends with them. */
  abstract Wire wire();

  LanePeer.Host host;
  OpenChannel channel;
  CallTransport calls;

  @BeforeEach
  void connect() {
    wire().use(Transport.LANE);
    host = wire().onClose(new LanePeer.Host(wire().newFolder().resolve("s")));
    channel = wire().connect(host.endpoint(), TransportSettings.defaults());
    calls = channel.calls();
  }

  CompletableFuture<StringValue> call(String text) {
    return calls.call(ECHO, text(text), null);
  }

  LanePeer welcomed() throws IOException {
    return wire().onClose(host.acceptCalls());
  }

  /** The next call on a connection of its own is answered. */
  void assertTheNextCallIsAnswered() throws IOException {
    CompletableFuture<StringValue> next = call("next");
    LanePeer peer = welcomed();
    peer.send(LanePeer.answer(peer.nextCall().getId(), text("next")));
    assertThat(next).succeedsWithin(LONG).isEqualTo(text("next"));
  }

  /** After calls that were made, and given up, before. */
  static void awaitGoodbye(LanePeer peer) throws IOException {
    LanePeer.Frame frame;
    do {
      frame = nextOn(peer);
    } while (frame.kind() != Kind.KIND_GOODBYE_VALUE);
  }

  static LanePeer.Frame nextOn(LanePeer peer) throws IOException {
    LanePeer.Frame frame = peer.next();
    assertThat(frame).as("what comes on the connection").isNotNull();
    return frame;
  }
}
