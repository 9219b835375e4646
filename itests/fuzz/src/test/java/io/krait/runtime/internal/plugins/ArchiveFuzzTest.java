package io.krait.runtime.internal.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;

/** An archive is unpacked into its folder, or refused; nothing is ever written elsewhere. */
class ArchiveFuzzTest {

  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_ENTRIES = 100;
  private static final int RATIO = 200;

  @TempDir private static Path folder;

  private final ArchiveUnpacker unpacker =
      new ArchiveUnpacker(new ArchiveLimits(MOST_BYTES, MOST_ENTRIES, RATIO));

  @FuzzTest
  void tar(byte[] tar) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(tar);
    }
    unpack(packed.toByteArray());
  }

  @FuzzTest
  void archive(byte[] archive) throws IOException {
    unpack(archive);
  }

  private void unpack(byte[] archive) throws IOException {
    Path outer = Files.createDirectories(folder.resolve("outer"));
    Path target = Files.createDirectories(outer.resolve("middle/inner"));
    try {
      unpacker.unpack(new ByteArrayInputStream(archive), target);
    } catch (InstallException refused) {
      assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(MOST_BYTES);
    } finally {
      try (Stream<Path> beside = Files.walk(outer)) {
        assertThat(beside.filter(path -> !path.startsWith(target)))
            .containsExactlyInAnyOrder(outer, target.getParent());
      } finally {
        delete(outer);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
