package io.krait.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledSdkTest {

  @TempDir Path root;

  @Test
  void theSdkIsThereAsModulesAndAsAWheel() throws IOException {
    BundledSdk.Unpacked sdk = BundledSdk.in(root).unpacked();

    assertThat(sdk.folder().resolve("mattermost_plugin/__init__.py")).isRegularFile();
    assertThat(sdk.folder().resolve("mattermost_plugin/py.typed")).isRegularFile();
    assertThat(sdk.wheel().getFileName().toString())
        .matches("mattermost_plugin_sdk-[0-9.]+-py3-none-any\\.whl");
    assertThat(sdk.wheel()).isRegularFile();
    try (Stream<Path> entries = Files.list(root)) {
      assertThat(entries).containsExactly(sdk.folder());
    }
  }

  @Test
  void whatIsThereIsUsed() throws IOException {
    Path file =
        BundledSdk.in(root).unpacked().folder().resolve("mattermost_plugin/__pycache__/compiled");
    Files.createDirectories(file.getParent());
    Files.createFile(file);

    BundledSdk.in(root).unpacked();

    assertThat(file).exists();
  }

  @Test
  void whatIsIncompleteIsUnpackedAnew() throws IOException {
    Path file = BundledSdk.in(root).unpacked().folder().resolve("mattermost_plugin/plugin.py");
    Files.writeString(file, "broken");

    BundledSdk.in(root).unpacked();

    assertThat(file).content().isNotEqualTo("broken");
  }
}
