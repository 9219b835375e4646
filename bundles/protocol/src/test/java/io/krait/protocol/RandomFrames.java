package io.krait.protocol;

import io.krait.protocol.lane.v1.Answer;
import io.krait.protocol.lane.v1.Cancel;
import io.krait.protocol.lane.v1.End;
import io.krait.protocol.lane.v1.Goodbye;
import io.krait.protocol.lane.v1.Kind;
import io.krait.protocol.lane.v1.Open;
import io.krait.protocol.lane.v1.Welcome;
import java.util.Random;

/** Frames as a broken peer might send them: well made, half well made, and not made at all. */
final class RandomFrames {

  private static final String[] METHODS = {
    Wire.ECHO.getFullMethodName(), Wire.STREAM.getFullMethodName(), "no.Service/Method", ""
  };

  private RandomFrames() {}

  static byte[] next(Random random) {
    byte[] frame = wellMade(random);
    switch (random.nextInt(8)) {
      case 0 -> frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> random.nextBytes(frame);
      default -> {}
    }
    return frame;
  }

  private static byte[] wellMade(Random random) {
    long id = random.nextInt(8);
    String method = METHODS[random.nextInt(METHODS.length)];
    return switch (random.nextInt(9)) {
      case 0 -> LanePeer.call(id, method, Wire.text("x".repeat(random.nextInt(100))));
      case 1 -> LanePeer.answer(id, Wire.text("answer"));
      case 2 -> LanePeer.frame(Kind.KIND_CANCEL, Cancel.newBuilder().setId(id).build());
      case 3 -> LanePeer.frame(Kind.KIND_OPEN, Open.newBuilder().setMethod(method).build());
      case 4 -> LanePeer.frame(Kind.KIND_MESSAGE, Wire.text("message"));
      case 5 -> LanePeer.frame(Kind.KIND_END, End.newBuilder().setStatus((int) id).build());
      case 6 -> LanePeer.frame(Kind.KIND_STILL_THERE.getNumber(), new byte[0]);
      case 7 ->
          random.nextInt(4) == 0
              ? LanePeer.frame(Kind.KIND_GOODBYE, Goodbye.getDefaultInstance())
              : LanePeer.frame(
                  Kind.KIND_ANSWER,
                  Answer.newBuilder().setId(id).setStatus(random.nextInt()).build());
      default -> LanePeer.frame(Kind.KIND_WELCOME, Welcome.newBuilder().setVersion(1).build());
    };
  }
}
