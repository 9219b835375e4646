package io.krait.protocol;

import static io.krait.protocol.Wire.ECHO;
import static io.krait.protocol.Wire.LONG;
import static io.krait.protocol.Wire.text;
import static io.krait.protocol.Wire.unary;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import io.krait.protocol.lane.v1.Use;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;

/** A server on the lane, and a client whose part the test plays, frame by frame. */
abstract class LaneClientScene {

  static final String ECHO_NAME = ECHO.getFullMethodName();

  /** Of each class its own: classes are run side by side, and it ends with them. */
  abstract Wire wire();

  final BlockingQueue<String> cancelled = new LinkedBlockingQueue<>();
  final BlockingQueue<String> begun = new LinkedBlockingQueue<>();

  @BeforeEach
  void useTheLane() {
    wire().use(Transport.LANE);
  }

  /** Answers at once, or never where the request is "wait". */
  BoundServer serve() {
    return wire()
        .serve(
            unary(
                ECHO,
                (StringValue request, Wire.Answer<StringValue> answer) -> {
                  answer.onCancel(() -> cancelled.add(request.getValue()));
                  begun.add(request.getValue());
                  if (!request.getValue().equals("wait")) {
                    answer.accept(request);
                  }
                }));
  }

  LanePeer peer(BoundServer server) throws IOException {
    return wire().onClose(LanePeer.connect(server));
  }

  LanePeer peer(BoundServer server, Use use) throws IOException {
    return wire().onClose(LanePeer.connect(server, use));
  }

  void assertAnswersOthers(BoundServer server) {
    assertThat(wire().connect(server).calls().call(ECHO, text("others"), LONG))
        .succeedsWithin(LONG)
        .isEqualTo(text("others"));
  }
}
