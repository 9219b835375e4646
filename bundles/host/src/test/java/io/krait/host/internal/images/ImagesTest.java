package io.krait.host.internal.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {

  private final Images images = new Images();

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
  void aPictureIsKnownByItsContentAndMadeSmaller(String format) throws Exception {
    byte[] content = TestPictures.of(format, 300, 200);

    Picture picture = images.decode(content, 100);
    Picture small = picture.within(120, 100);

    assertThat(picture.header())
        .isEqualTo(new ImageHeader(ImageKind.valueOf(format.toUpperCase()), 300, 200));
    assertThat(header(content)).contains(picture.header());
    BufferedImage read = read(small.png());
    assertThat(read.getWidth()).isEqualTo(120);
    assertThat(read.getHeight()).isEqualTo(80);
    assertThat(read.getRGB(10, 40) >> 16 & 0xff).as("red").isGreaterThan(240);
    assertThat(read.getRGB(110, 40) & 0xff).as("blue").isGreaterThan(240);
    assertThat(header(small.jpeg(0.9f))).contains(new ImageHeader(ImageKind.JPEG, 120, 80));
  }

  @Test
  void aSmallPictureStaysAsSmallAndASquareIsItsMiddle() throws Exception {
    Picture picture = images.decode(TestPictures.transparentPng(40, 20), 128);

    assertThat(picture.within(128, 128).width()).isEqualTo(40);
    assertThat(picture.isTransparent()).isTrue();
    BufferedImage square = read(picture.square(128).png());
    assertThat(square.getWidth()).isEqualTo(128);
    assertThat(square.getHeight()).isEqualTo(128);
    assertThat(square.getRGB(1, 1) >> 16 & 0xff).isGreaterThan(200);
    assertThat(square.getRGB(126, 126) & 0xff).isGreaterThan(200);
  }

  @Test
  void aLargePictureIsDecodedNoFinerThanItIsShown() throws Exception {
    Picture picture = images.decode(TestPictures.png(4000, 10), 100);

    assertThat(picture.width()).isBetween(200, 400);
    assertThat(picture.within(100, 100).width()).isEqualTo(100);
    assertThat(picture.within(100, 100).height()).isEqualTo(1);
  }

  @Test
  void whatHasTooManyPixelsIsNotDecoded() throws Exception {
    byte[] bomb = TestPictures.png(8, 8);
    ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);

    assertThat(header(bomb)).contains(new ImageHeader(ImageKind.PNG, 60_000, 60_000));
    assertUnreadable(bomb);
    ByteBuffer.wrap(bomb).putInt(16, -5);
    assertThat(header(bomb)).isEmpty();
  }

  @Test
  void aTextThatUnpacksToMuchIsLeftOut() throws Exception {
    byte[] png = TestPictures.of("png", 8, 8);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.write("zTXtComment\0\0".getBytes("ISO-8859-1"));
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(text)) {
      deflated.write(new byte[1 << 20]);
    }
    CRC32 sum = new CRC32();
    sum.update(text.toByteArray());
    ByteBuffer bomb = ByteBuffer.allocate(png.length + text.size() + 8);
    bomb.put(png, 0, 33).putInt(text.size() - 4).put(text.toByteArray());
    bomb.putInt((int) sum.getValue()).put(png, 33, png.length - 33);

    assertThat(PngChunks.needed(bomb.array())).isEqualTo(PngChunks.needed(png));
    assertThat(images.decode(bomb.array(), 8).width()).isEqualTo(8);
  }

  @Test
  void whatIsBrokenIsUnreadableAndNothingElse() throws Exception {
    Random random = new Random(7);
    for (String format : new String[] {"png", "jpeg", "gif", "bmp"}) {
      byte[] whole = TestPictures.of(format, 60, 40);
      for (int i = 0; i < 150; i++) {
        byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
        broken[random.nextInt(broken.length)] ^= (byte) (1 + random.nextInt(255));
        header(broken);
        try {
          images.decode(broken, 16).within(16, 16).png();
        } catch (UnreadableImageException expected) {
          assertThat(expected).hasMessageNotContaining("\n");
        }
      }
    }
    assertUnreadable(new byte[0]);
    assertUnreadable("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes("UTF-8"));
  }

  private void assertUnreadable(byte[] content) {
    assertThatExceptionOfType(UnreadableImageException.class)
        .isThrownBy(() -> images.decode(content, 100));
  }

  private static Optional<ImageHeader> header(byte[] content) throws IOException {
    return ImageHeader.read(new ByteArrayInputStream(content));
  }

  private static BufferedImage read(byte[] content) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(content));
  }
}
