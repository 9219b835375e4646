package io.krait.codegen.python;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SdkWheelTest {

  @TempDir Path sdk;

  @BeforeEach
  void createSdk() throws IOException {
    write(
        "pyproject.toml",
        """
        [build-system]
        requires = ["setuptools>=77"]

        [project]
        name = "mattermost-plugin-sdk"
        description = "Plugins"
        requires-python = ">=3.9"
        license = "Apache-2.0"
        dependencies = [
            # The "oldest" that is known.
            "grpcio>=1.51",
            "protobuf>=4.21",
        ]

        [tool.ruff]
        """);
    write("LICENSE", "free");
    write("src/mattermost_plugin/_version.py", "__version__ = \"1.2\"\n");
    write("src/mattermost_plugin/__init__.py", "");
    write("src/mattermost_plugin/py.typed", "");
    write("src/mattermost_plugin/grpc/api_pb2.pyi", "x: int");
    write("src/mattermost_plugin/__main__.py", "import click");
    write("src/mattermost_plugin/_cli/app.py", "import click");
    write("src/mattermost_plugin/__pycache__/__init__.cpython-311.pyc", "stale");
  }

  @Test
  void theWheelHasThePackageAndWhatPipReads() throws IOException {
    Map<String, String> files = files();

    assertThat(files)
        .containsOnlyKeys(
            "mattermost_plugin/__init__.py",
            "mattermost_plugin/_version.py",
            "mattermost_plugin/grpc/api_pb2.pyi",
            "mattermost_plugin/py.typed",
            "mattermost_plugin_sdk-1.2.dist-info/METADATA",
            "mattermost_plugin_sdk-1.2.dist-info/WHEEL",
            "mattermost_plugin_sdk-1.2.dist-info/licenses/LICENSE",
            "mattermost_plugin_sdk-1.2.dist-info/RECORD");
    assertThat(files.get("mattermost_plugin_sdk-1.2.dist-info/METADATA"))
        .isEqualTo(
            """
            Metadata-Version: 2.1
            Name: mattermost-plugin-sdk
            Version: 1.2
            Summary: Plugins
            License: Apache-2.0
            Requires-Python: >=3.9
            Requires-Dist: grpcio>=1.51
            Requires-Dist: protobuf>=4.21
            """);
    assertThat(files.get("mattermost_plugin_sdk-1.2.dist-info/RECORD"))
        .contains(
            "mattermost_plugin/py.typed,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\n")
        .endsWith("mattermost_plugin_sdk-1.2.dist-info/RECORD,,\n");
  }

  @Test
  void theSameSourcesGiveTheSameBytesWheneverTheyWereWritten() throws IOException {
    byte[] before = new SdkWheel(sdk).bytes();
    Files.setLastModifiedTime(
        sdk.resolve("src/mattermost_plugin/__init__.py"), FileTime.fromMillis(86_400_000));

    assertThat(new SdkWheel(sdk).bytes()).isEqualTo(before);
  }

  @Test
  void theSameSourcesGiveTheSameBytesInEachTimeZone() throws IOException {
    TimeZone here = TimeZone.getDefault();
    byte[] before = new SdkWheel(sdk).bytes();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

      assertThat(new SdkWheel(sdk).bytes()).isEqualTo(before);
    } finally {
      TimeZone.setDefault(here);
    }
  }

  @Test
  void whatCannotBeReadFromTheProjectIsSaid() throws IOException {
    write("pyproject.toml", "[project]\nname = 'other quotes'\n\n[tool]\n");

    assertThatThrownBy(() -> new SdkWheel(sdk).bytes())
        .hasMessage("pyproject.toml has no name in [project] in the form that is read here");
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(new SdkWheel(sdk).bytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return files;
  }

  private void write(String name, String content) throws IOException {
    Path file = sdk.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
