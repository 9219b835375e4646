package io.krait.runtime.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonDetectionTest {

  private static final Platform LINUX = new Platform("linux", "amd64");

  @TempDir Path folder;

  private Manifest manifest(String more) {
    return new ManifestFile(folder).with("plugin.json", ManifestFile.json(more)).read().manifest();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"runtime\": \"python\", \"executable\": \"start\"   | true",
        "\"runtime\": \"go\", \"executable\": \"plugin\"      | false",
        "\"executable\": \"plugin\"                           | false",
        "\"executable\": \"plugin.py\"                        | true",
        "\"runtime\": \"go\", \"executable\": \"plugin.py\"   | true",
        "\"executables\": {\"linux-amd64\": \"plugin.py\"}    | true",
        "\"executables\": {\"linux-arm64\": \"plugin.py\"}    | false",
        "\"executable\": \"p.py\", \"executables\": {\"linux-amd64\": \"plugin\"} | false",
      })
  void pythonIsFoundByRuntimeOrElseByTheScriptsName(String server, boolean python) {
    assertThat(manifest("\"server\": {%s}".formatted(server)).isPython(LINUX)).isEqualTo(python);
  }

  @Test
  void pluginWithoutServerPartIsNotPython() {
    Manifest manifest = manifest("\"webapp\": {\"bundle_path\": \"main.js\"}");

    assertThat(manifest.isPython(LINUX)).isFalse();
    assertThat(manifest.executableFor(LINUX)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-amd64",
    "Linux, aarch64, linux-arm64",
    "Mac OS X, x86_64, darwin-amd64",
    "Windows 11, amd64, windows-amd64",
    "Linux, i386, linux-386"
  })
  void machinesAreCalledAsManifestsCallThem(String os, String architecture, String key) {
    assertThat(Platform.of(os, architecture).key()).isEqualTo(key);
  }
}
