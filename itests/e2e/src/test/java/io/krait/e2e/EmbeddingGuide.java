package io.krait.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code docs/embedding.md} shows, for tests to do. */
final class EmbeddingGuide {
  private static final Path FILE = Workspace.root().resolve("docs/embedding.md");
  private static final String BEGIN = "<!-- made by the build: %s -->\n";
  private static final String END = "<!-- end -->";

  private final String text;

  EmbeddingGuide() throws IOException {
    text = Files.readString(FILE);
  }

  /** The first block of code in that language that has this word. */
  String code(String language, String word) {
    Matcher blocks = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(text);
    while (blocks.find()) {
      if (blocks.group(1).contains(word)) {
        return blocks.group(1);
      }
    }
    throw new AssertionError("no " + language + " with " + word + " in " + FILE);
  }

  /** What stands in a part that the build makes. */
  String made(String name) {
    int begin = begin(name);
    return text.substring(begin, text.indexOf(END, begin));
  }

  private int begin(String name) {
    String mark = BEGIN.formatted(name);
    if (!text.contains(mark)) {
      throw new AssertionError("no part " + name + " in " + FILE);
    }
    return text.indexOf(mark) + mark.length();
  }

  /** Writes such a part anew, where it is asked for. */
  static void make(String name, String content) throws IOException {
    if (Boolean.getBoolean("krait.embedding.write")) {
      EmbeddingGuide old = new EmbeddingGuide();
      int begin = old.begin(name);
      Files.writeString(
          FILE,
          old.text.substring(0, begin)
              + content
              + old.text.substring(old.text.indexOf(END, begin)));
    }
  }

  /** The jars of the smallest server, as the guide names them. */
  List<String> core() {
    return Arrays.stream(made("core").replace("```", "").strip().split("\\s+")).toList();
  }
}
