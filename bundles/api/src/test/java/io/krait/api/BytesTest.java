package io.krait.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;

class BytesTest {

  @Test
  void aLaterChangeOfTheArrayDoesNotShow() {
    byte[] array = {1, 2, 3};

    Bytes bytes = Bytes.copyOf(array);
    array[0] = 9;
    bytes.toByteArray()[1] = 9;

    assertThat(bytes.toByteArray()).containsExactly(1, 2, 3);
  }

  @Test
  void whoOnlyReadsGetsTheArrayItself() {
    byte[] array = {1, 2, 3};

    assertThat(Bytes.owning(array).shared()).isSameAs(array);
  }

  @Test
  void aPartOfAnArrayIsLikeBytesOfItsOwn() throws Exception {
    Bytes part = Bytes.owning(new byte[] {9, 1, 2, 3, 9}, 1, 3);
    Bytes whole = Bytes.copyOf(new byte[] {1, 2, 3});
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    part.writeTo(out, 1, 2);

    assertThat(part).isEqualTo(whole).hasSameHashCodeAs(whole).hasToString("3 bytes [010203]");
    assertThat(part.size()).isEqualTo(3);
    assertThat(part.toByteArray()).containsExactly(1, 2, 3);
    assertThat(part.shared()).containsExactly(1, 2, 3);
    assertThat(part.asByteBuffer()).isEqualTo(whole.asByteBuffer());
    assertThat(part.toUtf8()).isEqualTo(whole.toUtf8());
    assertThat(out.toByteArray()).containsExactly(2, 3);
    assertThatThrownBy(() -> part.writeTo(out, 1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(Bytes.owning(new byte[] {1}, 1, 0)).isSameAs(Bytes.EMPTY);
  }

  @Test
  void theBufferCannotBeWrittenTo() {
    assertThatThrownBy(() -> Bytes.utf8("x").asByteBuffer().put((byte) 1))
        .isInstanceOf(ReadOnlyBufferException.class);
  }

  @Test
  void equalContentIsEqual() {
    assertThat(Bytes.utf8("ä")).isEqualTo(Bytes.utf8("ä")).hasSameHashCodeAs(Bytes.utf8("ä"));
    assertThat(Bytes.utf8("ä")).isNotEqualTo(Bytes.utf8("a"));
    assertThat(Bytes.copyOf(new byte[0])).isSameAs(Bytes.EMPTY);
    assertThat(Bytes.utf8("ä").toUtf8()).isEqualTo("ä");
  }

  @Test
  void theTextIsShortWhateverTheSize() {
    assertThat(Bytes.EMPTY).hasToString("0 bytes");
    assertThat(Bytes.owning(new byte[] {0, (byte) 0xff})).hasToString("2 bytes [00ff]");
    assertThat(Bytes.owning(new byte[1 << 20]).toString()).hasSizeLessThan(60).endsWith("…]");
  }
}
