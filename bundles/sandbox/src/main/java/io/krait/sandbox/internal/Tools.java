package io.krait.sandbox.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the programs that isolate. */
final class Tools {

  private final String searchPath;

  /** Looks for programs in the folders of {@code searchPath}. */
  Tools(String searchPath) {
    this.searchPath = searchPath;
  }

  /**
   * The absolute path of a program.
   *
   * @param name its name, or its path
   * @param remedy how to get it, or what to do without
   * @throws IOException where it is not there
   */
  String find(String name, String remedy) throws IOException {
    if (name.contains("/")) {
      if (Files.isExecutable(Path.of(name))) {
        return name;
      }
      throw new IOException("%s is not there; %s".formatted(name, remedy));
    }
    for (String folder : searchPath.split(File.pathSeparator)) {
      Path file = Path.of(folder).resolve(name);
      if (!folder.isEmpty() && Files.isRegularFile(file) && Files.isExecutable(file)) {
        return file.toAbsolutePath().toString();
      }
    }
    throw new IOException("%s is not on PATH (%s); %s".formatted(name, searchPath, remedy));
  }
}
