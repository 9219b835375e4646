package io.krait.itests;

import io.krait.runtime.fake.LoudPlugin;
import io.krait.testing.FakePlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;

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

  /** That of another one, whose manifest is in YAML; written by {@link #write}. */
  static Path pathInYaml() {
    return Path.of(System.getProperty("krait.bundles"), "fake-plugin-in-yaml.tar.gz");
  }

  /** Writes all. To be called where the class path is that of the build, not in a container. */
  static void write() {
    write(path(), LoudPlugin.plugin(ID, "1.0.0"));
    write(pathOverGrpc(), LoudPlugin.plugin(ID, "1.0.0").overGrpc());
    write(
        pathInYaml(),
        LoudPlugin.plugin("com.example.yaml", "1.0.0")
            .manifest(
                "plugin.yaml",
                """
                id: com.example.yaml
                name: In YAML
                version: 1.0.0
                server:
                  runtime: python
                  executable: plugin.py
                """));
  }

  private static void write(Path path, FakePlugin.Builder plugin) {
    try {
      WrittenFile.replace(path, plugin.file("public/logo.txt", LOGO).build().archive());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its processes. Containers that ask for them need not have the bundle of {@link FakePlugin}. */
  static Stream<ProcessHandle> processes() {
    return ProcessHandle.current()
        .descendants()
        .filter(
            process -> process.info().commandLine().orElse("").contains("krait.fake.plugin=" + ID));
  }
}
