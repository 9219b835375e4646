package io.krait.protocol.internal.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.Parser;
import io.krait.protocol.lane.v1.Answer;
import io.krait.protocol.lane.v1.Call;
import io.krait.protocol.lane.v1.Cancel;
import io.krait.protocol.lane.v1.End;
import io.krait.protocol.lane.v1.Goodbye;
import io.krait.protocol.lane.v1.Hello;
import io.krait.protocol.lane.v1.Kind;
import io.krait.protocol.lane.v1.Open;
import io.krait.protocol.lane.v1.Welcome;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What comes on a lane is frames with messages, or breaks the lane; how it is cut says nothing. */
class FramesFuzzTest {

  private static final int LIMIT = 1 << 16;

  private static final Map<Integer, Parser<?>> MESSAGES =
      Map.of(
          Kind.KIND_HELLO_VALUE, Hello.parser(),
          Kind.KIND_WELCOME_VALUE, Welcome.parser(),
          Kind.KIND_CALL_VALUE, Call.parser(),
          Kind.KIND_ANSWER_VALUE, Answer.parser(),
          Kind.KIND_CANCEL_VALUE, Cancel.parser(),
          Kind.KIND_GOODBYE_VALUE, Goodbye.parser(),
          Kind.KIND_OPEN_VALUE, Open.parser(),
          Kind.KIND_END_VALUE, End.parser());

  @FuzzTest
  void frames(byte[] data) {
    if (data.length == 0) {
      return;
    }
    int piece = 1 + (data[0] & 63);
    byte[] input = Arrays.copyOfRange(data, 1, data.length);

    assertThat(seen(input, piece)).isEqualTo(seen(input, Math.max(1, input.length)));
  }

  /** All that is seen of it where it comes in pieces of this length. */
  private static List<String> seen(byte[] input, int piece) {
    FrameDecoder decoder = new FrameDecoder(LIMIT);
    List<String> seen = new ArrayList<>();
    try {
      for (int at = 0; at < input.length; at += piece) {
        decoder.feed(
            ByteBuffer.wrap(input, at, Math.min(piece, input.length - at)),
            (kind, payload) -> {
              assertThat(payload.length).isLessThanOrEqualTo(LIMIT);
              Parser<?> parser = MESSAGES.get(kind);
              seen.add(kind + ": " + (parser == null ? payload.length : message(parser, payload)));
            });
      }
    } catch (BrokenLaneException broken) {
      seen.add(broken.getMessage());
    }
    return seen;
  }

  private static Object message(Parser<?> parser, byte[] payload) throws BrokenLaneException {
    return Parsing.message(parser, payload);
  }
}
