package io.krait.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.testing.example.PolitePlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakePluginTest {

  @TempDir private Path folder;

  private static FakePlugin.Builder plugin() {
    return FakePlugin.builder("com.example.polite").hooks(PolitePlugin.class, "please = yes");
  }

  @Test
  void itsFolderIsThatOfAPlugin() throws IOException {
    plugin()
        .setting("Loud", "bool", true)
        .manifestEntry("name", "A \"polite\" one")
        .file("public/logo.txt", "a hat")
        .build()
        .writeTo(folder);

    JsonNode manifest = new ObjectMapper().readTree(folder.resolve("plugin.json").toFile());
    assertThat(manifest.path("id").asText()).isEqualTo("com.example.polite");
    assertThat(manifest.path("name").asText()).isEqualTo("A \"polite\" one");
    assertThat(manifest.at("/settings_schema/settings/0/key").asText()).isEqualTo("Loud");
    assertThat(folder.resolve("public/logo.txt")).hasContent("a hat");
    assertThat(folder.resolve(manifest.at("/server/executable").asText()))
        .content()
        .contains("PolitePlugin");
  }

  @Test
  void itsInterpreterClaimsToBeAPython() throws Exception {
    plugin().pythonVersion("3.9.1").build().writeTo(folder);

    Process process =
        new ProcessBuilder(folder.resolve("venv/bin/python").toString(), "-I", "-c", "x").start();

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .isEqualTo("Python 3.9.1\n");
  }

  @Test
  void theSamePluginIsTheSameArchive() throws IOException {
    byte[] first = plugin().build().archive().readAllBytes();

    assertThat(plugin().build().archive().readAllBytes()).isEqualTo(first);
    assertThat(plugin().version("1.0.1").build().archive().readAllBytes()).isNotEqualTo(first);
  }

  @Test
  void anotherManifestIsWrittenAsItIs() throws IOException {
    plugin().manifest("plugin.yaml", "id: other\n").build().writeTo(folder);

    assertThat(Files.readString(folder.resolve("plugin.yaml"))).isEqualTo("id: other\n");
    assertThat(folder.resolve("plugin.json")).doesNotExist();
  }
}
