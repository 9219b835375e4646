package io.krait.runtime.internal.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveUnpackerTest {

  private static final byte[] TWO_MEGABYTES_OF_NOISE = new byte[2 << 20];

  static {
    new Random(1).nextBytes(TWO_MEGABYTES_OF_NOISE);
  }

  @TempDir Path outer;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(outer.resolve("inner"));
  }

  private void unpack(InputStream archive, ArchiveLimits limits)
      throws InstallException, IOException {
    new ArchiveUnpacker(limits).unpack(archive, folder);
  }

  private void assertRefused(InputStream archive, ArchiveLimits limits, String reason) {
    assertThatThrownBy(() -> unpack(archive, limits))
        .isInstanceOf(InstallException.class)
        .hasMessageContaining(reason);
    assertThat(outer).isDirectoryNotContaining(path -> !path.equals(folder));
  }

  @Test
  void filesArriveWithContentAndExecutableBit() throws Exception {
    String longName = "a".repeat(90) + "/" + "b".repeat(90) + "/c.txt";

    unpack(
        new Archive()
            .file("./plugin.json", "{}")
            .file("bin/tool", new byte[] {1, 2}, 0100755)
            .file(longName, "deep")
            .open(),
        ArchiveLimits.DEFAULT);

    assertThat(folder.resolve("plugin.json")).hasContent("{}");
    assertThat(folder.resolve("bin/tool")).hasBinaryContent(new byte[] {1, 2}).isExecutable();
    assertThat(folder.resolve(longName)).hasContent("deep");
    assertThat(Files.isExecutable(folder.resolve("plugin.json"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "a/../../evil", "/tmp/evil", "a\\..\\..\\evil", ".."})
  void nameThatLeadsOutIsRefused(String name) {
    assertRefused(new Archive().file(name, "x").open(), ArchiveLimits.DEFAULT, "leads out");
  }

  @ParameterizedTest
  @ValueSource(
      bytes = {
        TarConstants.LF_LINK,
        TarConstants.LF_SYMLINK,
        TarConstants.LF_CHR,
        TarConstants.LF_BLK,
        TarConstants.LF_FIFO
      })
  void linksAndDevicesAreRefused(byte kind) {
    assertRefused(
        new Archive().special("x", kind, "/etc/passwd").open(),
        ArchiveLimits.DEFAULT,
        "neither a plain file nor a folder");
  }

  @Test
  void fileThatComesTwiceIsRefused() {
    assertRefused(
        new Archive().file("a", "1").file("./a", "2").open(),
        ArchiveLimits.DEFAULT,
        "more than once");
  }

  @Test
  void tooManyBytesAreRefused() {
    assertRefused(
        new Archive().file("a", TWO_MEGABYTES_OF_NOISE, 0644).open(),
        new ArchiveLimits(1 << 20, 10, 10),
        "more than 1048576 bytes");
  }

  @Test
  void tooManyEntriesAreRefused() {
    Archive archive = new Archive();
    for (int i = 0; i < 11; i++) {
      archive.file("f" + i, "");
    }
    assertRefused(archive.open(), new ArchiveLimits(1 << 20, 10, 10), "more than 10 files");
  }

  @Test
  void archiveThatBlowsUpIsRefusedLongBeforeItsEnd() {
    assertRefused(
        new Archive().file("zeros", new byte[64 << 20], 0644).open(),
        new ArchiveLimits(1L << 40, 10, 100),
        "packed more than 100 times");
  }

  @Test
  void archiveThatEndsEarlyIsRefused() {
    byte[] whole = new Archive().file("a", TWO_MEGABYTES_OF_NOISE, 0644).toByteArray();

    assertRefused(
        new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)),
        ArchiveLimits.DEFAULT,
        "damaged or incomplete");
    assertThat(whole).hasSizeGreaterThan(1 << 20);
  }

  @Test
  void wrongCheckSumIsRefused() {
    byte[] archive = new Archive().file("a", "text").toByteArray();
    archive[archive.length - 6] ^= 1;

    assertRefused(
        new ByteArrayInputStream(archive), ArchiveLimits.DEFAULT, "damaged or incomplete");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "certainly not an archive, however long the text may be"})
  void whatIsNoArchiveIsRefused(String content) {
    assertRefused(
        new ByteArrayInputStream(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        ArchiveLimits.DEFAULT,
        "not a tar.gz");
  }
}
