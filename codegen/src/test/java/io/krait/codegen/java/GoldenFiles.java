package io.krait.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.codegen.GeneratedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares generated files with those in {@code src/test/golden}, or writes them anew. */
final class GoldenFiles {

  private static final Path FOLDER = Path.of("src", "test", "golden");

  private GoldenFiles() {}

  static void assertGolden(GeneratedFile file) {
    Path golden = FOLDER.resolve(file.path());
    try {
      if ("refresh".equals(System.getProperty("golden"))) {
        Files.createDirectories(golden.getParent());
        Files.writeString(golden, file.content());
      }
      assertThat(file.content())
          .withFailMessage(
              () ->
                  """
                  What is generated for codegen/%s is different now%s
                  If that is meant, write the golden files anew, and look at their difference:

                    mvn -q -pl codegen test -Dgolden=refresh
                  """
                      .formatted(golden, firstDifference(golden, file.content())))
          .isEqualTo(Files.exists(golden) ? Files.readString(golden) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String firstDifference(Path golden, String content) {
    if (!Files.exists(golden)) {
      return ": the file is missing";
    }
    try {
      String[] expected = Files.readString(golden).split("\n", -1);
      String[] found = content.split("\n", -1);
      int line = 0;
      while (line < Math.min(expected.length, found.length) && expected[line].equals(found[line])) {
        line++;
      }
      return ", first in line %d:\n\n- %s\n+ %s\n"
          .formatted(
              line + 1,
              line < expected.length ? expected[line] : "(end of file)",
              line < found.length ? found[line] : "(end of file)");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
