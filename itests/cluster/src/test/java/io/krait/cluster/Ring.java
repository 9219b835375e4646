package io.krait.cluster;

import io.krait.e2e.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The plugin that runs on all servers, in any version. */
final class Ring {

  static final String ID = "com.example.ring";

  private static final String MANIFEST =
      """
      {"id": "%s", "name": "Ring", "version": "%s",
       "server": {"executable": "plugin.py", "runtime": "python"},
       "settings_schema": {"settings": [{"key": "Greeting", "type": "text"}]}}
      """;

  private Ring() {}

  /** Its archive, below this folder. */
  static Path archive(String version, Path folder) throws IOException, InterruptedException {
    Path source = Files.createDirectories(folder.resolve("ring-" + version));
    Files.writeString(source.resolve("plugin.json"), MANIFEST.formatted(ID, version));
    try (InputStream code = Ring.class.getResourceAsStream("/ring.py")) {
      String written =
          new String(code.readAllBytes(), StandardCharsets.UTF_8)
              .replace("VERSION = \"1.0.0\"", "VERSION = \"%s\"".formatted(version));
      Files.writeString(
          source.resolve("plugin.py"),
          written
              + """


              if __name__ == "__main__":
                  from mattermost_plugin.server import run_plugin

                  run_plugin(Tested)
              """);
    }
    return Workspace.pack(source, folder);
  }
}
