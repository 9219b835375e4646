package io.krait.codegen.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The contract with what docs/extending.md adds to it, in the files that it names. */
public final class DocumentedContract {

  private static final Pattern FILE = Pattern.compile("`proto/(\\w+\\.proto)`");
  private static final Pattern BLOCK = Pattern.compile("(?s)```proto\n(.*?)```");

  private DocumentedContract() {}

  /**
   * Writes the proto files.
   *
   * @param arguments the folder of the contract, the document, and the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    Path contract = Path.of(arguments[0]);
    Path written = Path.of(arguments[2]);
    try (Stream<Path> files = Files.walk(contract)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".proto")).toList()) {
        Path copy = written.resolve(contract.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, Files.readString(file));
      }
    }
    String document = Files.readString(Path.of(arguments[1]));
    List<String> files = groups(FILE, document);
    List<String> blocks = groups(BLOCK, document);
    if (files.size() != blocks.size()) {
      throw new IllegalStateException(
          "the document names %s, for %d blocks".formatted(files, blocks.size()));
    }
    for (int i = 0; i < files.size(); i++) {
      Path file = written.resolve(files.get(i));
      Files.writeString(file, with(Files.readString(file), blocks.get(i)));
    }
  }

  private static List<String> groups(Pattern pattern, String document) {
    return pattern.matcher(document).results().map((MatchResult found) -> found.group(1)).toList();
  }

  // A file that declares a service declares nothing after it.
  private static String with(String file, String block) {
    return block.contains("rpc ")
        ? file.substring(0, file.lastIndexOf('}')) + block + "}\n"
        : file + block;
  }
}
