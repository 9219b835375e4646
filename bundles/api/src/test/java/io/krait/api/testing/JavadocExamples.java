package io.krait.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Examples in the Javadoc of a module, which have to stand in its tests too: so they are compiled,
 * and run where a test does that.
 */
public final class JavadocExamples {

  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\R(.*?)\\R *\\* }</pre>", Pattern.DOTALL);
  private static final Path MAIN = Path.of("src/main/java");
  private static final Path TEST = Path.of("src/test/java");

  private JavadocExamples() {}

  /**
   * The examples of some sources that stand in no test. To be called in the folder of the module.
   *
   * @param sources paths of source files or folders in {@code src/main/java}
   * @throws IllegalArgumentException where one of them has no example
   */
  public static List<String> thatNobodyCompiles(String... sources) {
    String compiled = javaFiles(TEST).map(JavadocExamples::read).collect(Collectors.joining("\n"));
    String known = onOneLine(compiled);
    return Stream.of(sources)
        .flatMap(source -> examples(MAIN.resolve(source)).stream())
        .filter(example -> !known.contains(onOneLine(example)))
        .toList();
  }

  private static List<String> examples(Path source) {
    List<String> found =
        javaFiles(source)
            .map(JavadocExamples::read)
            .flatMap(text -> EXAMPLE.matcher(text).results())
            .map((MatchResult result) -> result.group(1).replaceAll("(?m)^ *\\* ?", ""))
            .toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException("there is no example in " + source);
    }
    return found;
  }

  private static Stream<Path> javaFiles(Path start) {
    try (Stream<Path> files = Files.walk(start)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines are broken elsewhere where code stands deeper: no blanks at all are looked at. */
  private static String onOneLine(String code) {
    return code.replaceAll("\\s+", "");
  }
}
