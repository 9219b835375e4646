package io.krait.supervisor.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds what lies beside a plugin's script and is imported in place of what others need. */
final class ShadowedModule {

  /** Modules that the SDK and Python itself need for a start, and that people name files after. */
  private static final List<String> NEEDED =
      List.of(
          "abc",
          "asyncio",
          "base64",
          "calendar",
          "code",
          "codecs",
          "collections",
          "contextlib",
          "copy",
          "dataclasses",
          "datetime",
          "email",
          "enum",
          "functools",
          "google",
          "grpc",
          "hashlib",
          "http",
          "inspect",
          "io",
          "itertools",
          "json",
          "logging",
          "math",
          "numbers",
          "operator",
          "os",
          "pathlib",
          "platform",
          "queue",
          "random",
          "re",
          "select",
          "selectors",
          "signal",
          "socket",
          "ssl",
          "string",
          "struct",
          "subprocess",
          "tempfile",
          "threading",
          "time",
          "token",
          "tokenize",
          "traceback",
          "types",
          "typing",
          "urllib",
          "uuid",
          "warnings",
          "weakref");

  private ShadowedModule() {}

  /** What to do about the first file in {@code folder} that hides something, if there is one. */
  static Optional<String> in(Path folder) {
    return NEEDED.stream().flatMap(module -> hiding(folder, module).stream()).findFirst();
  }

  /** What to do about the file in {@code folder} that hides {@code module}, if there is one. */
  static Optional<String> hiding(Path folder, String module) {
    String file = module + ".py";
    if (Files.isRegularFile(folder.resolve(file))) {
      return Optional.of(advice(file, module));
    }
    // A folder without __init__.py hides nothing that is installed as a package of its own.
    return Files.isRegularFile(folder.resolve(module).resolve("__init__.py"))
        ? Optional.of(advice(module + "/", module))
        : Optional.empty();
  }

  private static String advice(String file, String module) {
    return "%s in the plugin's folder hides the module %s that it needs; give it another name"
        .formatted(file, module);
  }
}
