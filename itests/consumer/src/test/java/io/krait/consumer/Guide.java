package io.krait.consumer;

import io.krait.e2e.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The code that {@code docs/embedding.md} shows. */
final class Guide {

  private static final Pattern BLOCK =
      Pattern.compile("^```\\w*\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

  private final String text;

  Guide() throws IOException {
    text = Files.readString(Workspace.root().resolve("docs/embedding.md"));
  }

  /** The first block that has these words. */
  String code(String words) {
    return BLOCK
        .matcher(text)
        .results()
        .map((MatchResult block) -> block.group(1))
        .filter(block -> block.contains(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the guide has no block with " + words));
  }
}
