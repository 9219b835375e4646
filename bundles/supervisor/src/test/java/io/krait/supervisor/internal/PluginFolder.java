package io.krait.supervisor.internal;

import io.krait.supervisor.PluginDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A plugin's folder with what a test puts into it. */
record PluginFolder(Path path) {

  static final String ID = "com.example.hello";

  PluginDescription.Builder plugin() {
    return PluginDescription.builder(ID, path, "plugin.py");
  }

  /** An executable shell script. */
  Path shell(String name, String... lines) {
    return file(name, "#!/bin/sh\n" + String.join("\n", lines) + "\n", "rwxr-xr-x");
  }

  /** An interpreter that can do nothing but say its version. */
  Path interpreter(String name, String version) {
    return shell(name, "echo Python " + version);
  }

  Path file(String name, String content) {
    return file(name, content, "rw-r--r--");
  }

  private Path file(String name, String content, String permissions) {
    try {
      Path file = path.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
