package io.krait.sandbox.internal;

import io.krait.supervisor.ProcessRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What an interpreter reads: its virtual environment, and what the links to it lead to. */
final class PythonHome {

  private static final int MOST_LINKS = 20;

  private PythonHome() {}

  /**
   * The folders of {@code interpreter} that are there. Of an installation these are those of
   * programs and libraries alone, as other things may lie beside them.
   */
  static List<Path> folders(Path interpreter) throws IOException {
    Set<Path> found = new LinkedHashSet<>();
    Path at = interpreter.toAbsolutePath().normalize();
    for (int links = 0; links < MOST_LINKS; links++) {
      Path home = at.getParent() == null ? null : at.getParent().getParent();
      if (home != null && home.getNameCount() > 0) {
        addHome(home, found);
      }
      if (!Files.isSymbolicLink(at)) {
        break;
      }
      at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
    }
    return new ArrayList<>(found);
  }

  /**
   * The folders of what {@code request} runs: of the interpreter, and of what the command calls it
   * by, which a virtual environment is known by.
   */
  static List<Path> folders(ProcessRequest request) throws IOException {
    Set<Path> found = new LinkedHashSet<>(folders(Path.of(request.command().get(0))));
    if (request.interpreter().isPresent()) {
      found.addAll(folders(request.interpreter().get()));
    }
    return new ArrayList<>(found);
  }

  private static void addHome(Path home, Set<Path> found) throws IOException {
    if (Files.isRegularFile(home.resolve("pyvenv.cfg"))) {
      found.add(home);
      return;
    }
    for (String part : List.of("bin", "lib", "lib64")) {
      // Where a folder has programs only, its neighbours may be anything.
      Path folder = home.resolve(part);
      if (Files.isDirectory(folder) && (part.equals("bin") || hasPython(folder))) {
        found.add(folder);
      }
    }
  }

  private static boolean hasPython(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.exists(entry, LinkOption.NOFOLLOW_LINKS))
          .anyMatch(entry -> entry.getFileName().toString().matches("(lib)?python.*"));
    }
  }
}
