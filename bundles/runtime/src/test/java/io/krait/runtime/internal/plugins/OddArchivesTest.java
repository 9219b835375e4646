package io.krait.runtime.internal.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives that nobody packs by accident: each is refused with what is wrong and where. */
class OddArchivesTest {

  private static final int LONGEST_ANSWER = 500;
  private static final long THREE_HUNDRED_MEGABYTES = 300L << 20;

  @TempDir Path folder;

  static Stream<Arguments> odd() {
    return Stream.of(
        odd("GNU name of 300 MB", new RawTar().header('L', "x", 300L << 20), "name of 314572800"),
        odd("GNU link of 300 MB", new RawTar().header('K', "x", 300L << 20), "name of 314572800"),
        odd("records of 300 MB", new RawTar().header('x', "x", 300L << 20), "header of 314572800"),
        odd("comments of 300 MB", new RawTar().header('g', "x", 300L << 20), "header of 3145"),
        odd("name of 5000", new RawTar().gnuFile("a/".repeat(2500)), "name of 5001 bytes"),
        odd("path of 5000", new RawTar().paxFile("path", "a/".repeat(2500)), "at most 4096"),
        odd("part of 256", new RawTar().gnuFile("d/" + "é".repeat(128)), "\"d/é", "255 bytes"),
        odd("path of 4000", new RawTar().gnuFile(("a".repeat(99) + "/").repeat(40)), "\"aaa"),
        odd("150 folders", new RawTar().gnuFile("a/".repeat(150) + "b"), "\"a/a", "100 folders"),
        odd("below a file", new RawTar().file("f", "x").file("f/g/h", "y"), "f/g/h", "\"f\" as a"),
        odd("file, then folder", new RawTar().file("f", "x").entry('5', "f/", ""), "\"f\" as a"),
        odd("folder, then file", new RawTar().entry('5', "f/", "").file("f", "x"), "\"f\""),
        odd("nothing in it", new RawTar(), "is empty"),
        odd("a name of nothing", new RawTar().file("", "x"), "folder itself"),
        odd("escape in a name", new RawTar().file("a\u001b[2J", "x"), "a\\u001b[2J", "control"),
        odd("line end in a name", new RawTar().file("a\nb", "x"), "a ⏎ b", "control"),
        odd("no number as size", new RawTar().paxFile("size", "-5"), "\"short\"", "no number"),
        odd("no record", new RawTar().entry('x', "p", "99999 path=x\n"), "99999 path=x"),
        odd("record of itself", new RawTar().entry('x', "p", "0 path=x\n"), "0 path=x"),
        odd("endless headers", headers(17), "more than 16 headers"),
        odd("sparse file", new RawTar().paxFile("GNU.sparse.major", "1"), "\"short\", which is"),
        odd("unknown kind", new RawTar().header('Q', "what", 0), "\"what\", which is neither"),
        odd("wrong sum", new RawTar().raw("x".repeat(512).getBytes()), "a header is none"));
  }

  private static RawTar headers(int count) {
    RawTar tar = new RawTar();
    for (int i = 0; i < count; i++) {
      tar.entry('g', "comment", "");
    }
    return tar.file("f", "x");
  }

  private static Arguments odd(String what, RawTar tar, String... told) {
    return Arguments.of(what, tar, told);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("odd")
  void oddArchiveIsRefusedWithWhatIsWrong(String what, RawTar tar, String[] told) {
    InputStream archive = tar.whole();

    assertThatThrownBy(() -> unpack(archive))
        .isInstanceOf(InstallException.class)
        .hasMessageContainingAll(told)
        .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(LONGEST_ANSWER));
  }

  static Stream<Arguments> cut() {
    return Stream.of(
        Arguments.of("within a header", new RawTar().file("f", "x").raw(new byte[100])),
        Arguments.of("before a content", new RawTar().header('0', "f", 100)),
        Arguments.of("within a content", new RawTar().header('0', "f", 1000).raw(new byte[512])),
        Arguments.of("after a content", new RawTar().header('0', "f", 3).raw(new byte[3])),
        Arguments.of("before the end's mark", new RawTar().file("f", "x")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cut")
  void archiveThatIsCutIsRefusedWithWhere(String where, RawTar tar) {
    assertThatThrownBy(() -> unpack(tar.endingHere()))
        .as(where)
        .isInstanceOf(InstallException.class)
        .hasMessageContainingAll("incomplete", "\"f\"");
  }

  @Test
  void nothingIsReadOfANameThatIsTooLong() {
    CountingStream endless =
        new CountingStream(
            new SequenceInputStream(
                new ByteArrayInputStream(
                    new RawTar().header('L', "x", THREE_HUNDRED_MEGABYTES).plain()),
                new Endless()),
            1 << 20,
            "read on");

    assertThatThrownBy(() -> new TarReader(endless).next()).isInstanceOf(InstallException.class);
    assertThat(endless.count()).isEqualTo(512);
  }

  @Test
  void endlessHeaderOfTheCompressionIsNotReadOn() {
    // Its name, which ends with a zero that never comes.
    byte[] header = {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0};

    assertThatThrownBy(
            () ->
                new ArchiveUnpacker(new ArchiveLimits(1 << 16, 10, 10))
                    .unpack(
                        new SequenceInputStream(new ByteArrayInputStream(header), new Endless()),
                        folder))
        .isInstanceOf(InstallException.class)
        .hasMessageContaining("more than 65536 bytes");
  }

  @Test
  void archiveInVeryManyPiecesIsRefused() {
    byte[] nothing = RawTar.packed(new byte[0]);
    ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    for (int i = 0; i < 200_000; i++) {
      pieces.writeBytes(nothing);
    }

    assertThatThrownBy(() -> unpack(new ByteArrayInputStream(pieces.toByteArray())))
        .isInstanceOf(InstallException.class);
  }

  @Test
  void foldersOnTheWayCountAsTheOthersDo() {
    RawTar tar = new RawTar();
    for (int i = 0; i < 9; i++) {
      tar.gnuFile(i + "/a".repeat(90) + "/f" + i);
    }

    assertThatThrownBy(
            () ->
                new ArchiveUnpacker(new ArchiveLimits(1 << 20, 200, 200))
                    .unpack(tar.whole(), folder))
        .hasMessageContaining("more than 200 files and folders");
  }

  @Test
  void whatOthersWriteIsUnderstood() throws Exception {
    unpack(
        new RawTar()
            .entry(
                'g', "pax_global_header", "52 comment=0123456789012345678901234567890123456789\n")
            .entry('5', "./", "")
            .entry('5', "d/", "")
            .entry('0', "e/", "")
            .file("./d/one", "1")
            .file("e/two", "2")
            .entry('L', "././@LongLink", "long/".repeat(30) + "three\0")
            .file("cut", "3")
            .entry('\0', "four", "4")
            .whole());

    assertThat(folder.resolve("d/one")).hasContent("1");
    assertThat(folder.resolve("e/two")).hasContent("2");
    assertThat(folder.resolve("long/".repeat(30) + "three")).hasContent("3");
    assertThat(folder.resolve("four")).hasContent("4");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(4);
    }
  }

  private void unpack(InputStream archive) throws Exception {
    new ArchiveUnpacker(ArchiveLimits.DEFAULT).unpack(archive, folder);
  }

  /** The letter a, for ever. */
  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 'a';
    }
  }
}
