package io.krait.itests;

import io.krait.runtime.fake.FakePlugin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The archive of a plugin that needs no Python, for containers to install. */
final class FakePluginArchive {
  static final String ID = "com.example.fake";

  /** What its file {@code public/logo.txt} has in it. */
  static final String LOGO = "a snake";

  private FakePluginArchive() {}

  /** Where it is; written by {@link #write}. */
  static Path path() {
    return Path.of(System.getProperty("krait.bundles"), "fake-plugin.tar.gz");
  }

  /** That of the same plugin which talks to its host by gRPC; written by {@link #write}. */
  static Path pathOverGrpc() {
    return Path.of(System.getProperty("krait.bundles"), "fake-plugin-over-grpc.tar.gz");
  }

  /** Writes both. To be called where the class path is that of the build, not in a container. */
  static void write() {
    write(path(), "");
    write(pathOverGrpc(), "grpc");
  }

  private static void write(Path path, String words) {
    try {
      Path folder = Files.createTempDirectory(Path.of(System.getProperty("krait.bundles")), "fake");
      FakePlugin.writeTo(folder, ID, "1.0.0", words);
      Files.createDirectory(folder.resolve("public"));
      Files.writeString(folder.resolve("public/logo.txt"), LOGO);
      var archive = new ByteArrayOutputStream();
      try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(archive), "UTF-8");
          Stream<Path> files = Files.walk(folder)) {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          var entry = new TarArchiveEntry(file, folder.relativize(file).toString());
          entry.setMode(Files.isExecutable(file) ? 0755 : 0644);
          tar.putArchiveEntry(entry);
          Files.copy(file, tar);
          tar.closeArchiveEntry();
        }
      }
      WrittenFile.replace(path, new ByteArrayInputStream(archive.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its processes. */
  static Stream<ProcessHandle> processes() {
    return ProcessHandle.current()
        .descendants()
        .filter(
            process -> process.info().commandLine().orElse("").contains("io.krait.runtime.fake"));
  }
}
