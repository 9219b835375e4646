package io.krait.protocol.internal.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameDecoderTest {

  private static final int LIMIT = 1 << 20;

  private final List<String> frames = new ArrayList<>();
  private final FrameDecoder decoder = new FrameDecoder(LIMIT);

  private void feed(ByteBuffer bytes) throws BrokenLaneException {
    decoder.feed(
        bytes,
        (kind, payload) -> frames.add(kind + ":" + new String(payload, StandardCharsets.US_ASCII)));
  }

  private static ByteBuffer frame(int kind, String payload) {
    return ByteBuffer.allocate(5 + payload.length())
        .putInt(payload.length() + 1)
        .put((byte) kind)
        .put(payload.getBytes(StandardCharsets.US_ASCII))
        .flip();
  }

  @Test
  void framesThatAreCutAnywhereAreTheSameFrames() throws Exception {
    byte[] all = concat(frame(3, "first"), frame(10, ""), frame(4, "second"));
    for (int cut = 0; cut <= all.length; cut++) {
      frames.clear();

      feed(ByteBuffer.wrap(all, 0, cut));
      feed(ByteBuffer.wrap(all, cut, all.length - cut));

      assertThat(frames).as("cut at " + cut).containsExactly("3:first", "10:", "4:second");
    }
  }

  @Test
  void severalFramesInOneReadAreHandedOnInTheirOrder() throws Exception {
    feed(ByteBuffer.wrap(concat(frame(1, "a"), frame(2, ""), frame(3, "b"), frame(4, "c"))));

    assertThat(frames).containsExactly("1:a", "2:", "3:b", "4:c");
  }

  @Test
  void aFrameIsHandedOnWithItsLastByteAndNotWithTheNextFrame() throws Exception {
    feed(frame(10, ""));
    assertThat(frames).hasSize(1);

    ByteBuffer whole = frame(3, "abc");
    feed(whole.slice(0, 7));
    assertThat(frames).hasSize(1);
    feed(whole.slice(7, 1));
    assertThat(frames).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, LIMIT + 2, Integer.MAX_VALUE})
  void aLengthThatIsNotPossibleBreaksTheProtocol(int length) {
    ByteBuffer bytes = ByteBuffer.allocate(5).putInt(length).put((byte) 3).flip();

    assertThatThrownBy(() -> feed(bytes))
        .isInstanceOf(BrokenLaneException.class)
        .hasMessageContaining(Integer.toUnsignedString(length));
  }

  @Test
  void theLargestFrameIsTaken() throws Exception {
    String largest = "x".repeat(LIMIT);

    feed(frame(3, largest));

    assertThat(frames).containsExactly("3:" + largest);
  }

  @Test
  void anAnnouncedLengthTakesNoMemoryBeforeWhatItAnnouncesHasCome() throws Exception {
    List<FrameDecoder> waiting = new ArrayList<>();
    // 64 GiB are announced, which no heap of a test has.
    for (int i = 0; i < 1024; i++) {
      FrameDecoder one = new FrameDecoder(64 << 20);
      one.feed(
          ByteBuffer.allocate(6).putInt(64 << 20).put((byte) 3).put((byte) 1).flip(),
          (kind, payload) -> {
            throw new AssertionError("this is no whole frame");
          });
      waiting.add(one);
    }

    assertThat(waiting).hasSize(1024);
  }

  @Test
  void randomPiecesOfRandomFramesAreTheSameFrames() throws Exception {
    Random random = new Random(64);
    List<String> expected = new ArrayList<>();
    List<ByteBuffer> sent = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String payload =
          "p".repeat(random.nextInt(10) == 0 ? random.nextInt(LIMIT) : random.nextInt(9));
      int kind = 1 + random.nextInt(10);
      sent.add(frame(kind, payload));
      expected.add(kind + ":" + payload);
    }
    ByteBuffer all = ByteBuffer.wrap(concat(sent.toArray(ByteBuffer[]::new)));
    while (all.hasRemaining()) {
      int size = Math.min(all.remaining(), 1 + random.nextInt(random.nextBoolean() ? 7 : 300_000));
      feed(all.slice(all.position(), size));
      all.position(all.position() + size);
    }

    assertThat(frames).isEqualTo(expected);
  }

  private static byte[] concat(ByteBuffer... parts) {
    int length = 0;
    for (ByteBuffer part : parts) {
      length += part.remaining();
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (ByteBuffer part : parts) {
      all.put(part.duplicate());
    }
    return all.array();
  }
}
