package io.krait.codegen.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares generated sources with those that are committed, or replaces these.
 *
 * <p>Python packages are built from what is in the repository, so the generated files are in it,
 * too, and the build has to notice when they no longer follow from the contract.
 */
public final class CommittedSources {

  private final Path generated;
  private final Path committed;
  private final List<String> folders;

  /**
   * Sources below {@code generated} and {@code committed}.
   *
   * @param folders relative to both; all files in them are generated
   */
  CommittedSources(Path generated, Path committed, List<String> folders) {
    this.generated = generated;
    this.committed = committed;
    this.folders = List.copyOf(folders);
  }

  /**
   * Takes {@code compare} or {@code write}, the folder of the generated and that of the committed
   * sources, and those folders within them that hold nothing but generated files.
   */
  public static void main(String[] args) throws IOException {
    CommittedSources sources =
        new CommittedSources(
            Path.of(args[1]), Path.of(args[2]), List.of(args).subList(3, args.length));
    switch (args[0]) {
      case "write" -> sources.write();
      case "compare" -> {
        List<String> differences = sources.differences();
        if (!differences.isEmpty()) {
          throw new IllegalStateException(
              "the generated Python sources are out of date; run python-sdk/regenerate and commit"
                  + " what it changes: "
                  + String.join(", ", differences));
        }
      }
      default -> throw new IllegalArgumentException("neither compare nor write: " + args[0]);
    }
  }

  /** Names of the files that are missing, superfluous or different, in order. */
  List<String> differences() throws IOException {
    Map<String, byte[]> wanted = read(generated);
    Map<String, byte[]> found = read(committed);
    List<String> result = new ArrayList<>();
    wanted.forEach(
        (name, content) -> {
          byte[] other = found.remove(name);
          if (other == null) {
            result.add(name + " (missing)");
          } else if (!Arrays.equals(content, other)) {
            result.add(name);
          }
        });
    found.keySet().forEach(name -> result.add(name + " (no longer generated)"));
    return result;
  }

  /** Makes the committed files equal to the generated ones. */
  void write() throws IOException {
    Map<String, byte[]> wanted = read(generated);
    for (String name : read(committed).keySet()) {
      if (!wanted.containsKey(name)) {
        Files.delete(committed.resolve(name));
      }
    }
    for (var file : wanted.entrySet()) {
      Path target = committed.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }

  private Map<String, byte[]> read(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String folder : folders) {
      Path start = root.resolve(folder);
      if (!Files.isDirectory(start)) {
        continue;
      }
      try (Stream<Path> all = Files.walk(start)) {
        // What an interpreter leaves beside the sources is nobody's source.
        all.filter(Files::isRegularFile)
            .filter(file -> !file.toString().contains("__pycache__"))
            .forEach(file -> files.put(name(root, file), content(file)));
      }
    }
    return files;
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
