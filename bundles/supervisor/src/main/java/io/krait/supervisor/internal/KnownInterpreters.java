package io.krait.supervisor.internal;

import io.krait.api.Nullable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What interpreters have said of themselves, as asking one takes about as long as starting a plugin
 * with it. One whose file is another one is asked again. Safe for use by any thread.
 */
final class KnownInterpreters {

  private static final int REMEMBERED = 64;

  private final Map<Identity, String> answers = new LinkedHashMap<>();

  /** The very file of an interpreter, and of the environment that it belongs to. */
  record Identity(
      Path path, Path file, FileTime changed, long size, @Nullable FileTime environmentChanged) {

    /**
     * That of the interpreter at {@code path}.
     *
     * @throws IOException where there is none
     */
    static Identity of(Path path) throws IOException {
      Path file = path.toRealPath();
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Identity(
          path, file, attributes.lastModifiedTime(), attributes.size(), environment(path));
    }

    private static @Nullable FileTime environment(Path path) {
      Path folder = path.getParent() == null ? null : path.getParent().getParent();
      try {
        return folder == null ? null : Files.getLastModifiedTime(folder.resolve("pyvenv.cfg"));
      } catch (IOException e) {
        // It is the machine's own.
        return null;
      }
    }
  }

  /** Its answer; null where it was not asked yet. */
  synchronized @Nullable String answer(Identity interpreter) {
    return answers.get(interpreter);
  }

  /** Remembers an answer, and forgets the oldest one where there are many. */
  synchronized void remember(Identity interpreter, String answer) {
    answers.put(interpreter, answer);
    if (answers.size() > REMEMBERED) {
      answers.remove(answers.keySet().iterator().next());
    }
  }
}
