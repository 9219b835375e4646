package io.krait.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.launch.FrameworkFactory;

/** The tables of bundles in the guide are what a framework makes of the bundles. */
class BundleTableIT {

  /** Names the guide's tables anew: {@code -Dkrait.embedding.write=true}. */
  private static final String HOW = "docs/embedding.md; -Dkrait.embedding.write=true mends it";

  @TempDir private Path folder;

  @Test
  void theGuideTellsWhatEachBundleNeeds() throws Exception {
    FrameworkFactory felix = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
    try (BundleWirings wirings = BundleWirings.of(felix, folder, BundleWirings.jars())) {
      assertThat(wirings.unresolved()).isEmpty();
      String core =
          wirings.closure("io.krait.runtime", "io.krait.hostkit").stream()
              .map(wirings::file)
              .sorted()
              .collect(Collectors.joining("\n", "```\n", "\n```\n"));
      String table = table(wirings, promised());
      EmbeddingGuide.make("core", core);
      EmbeddingGuide.make("table", table);

      EmbeddingGuide guide = new EmbeddingGuide();
      assertThat(guide.made("core")).as(HOW).isEqualTo(core);
      assertThat(guide.made("table")).as(HOW).isEqualTo(table);
    }
  }

  /** The bundles of the bill of materials. */
  private static List<String> promised() throws Exception {
    return Pattern.compile("<artifactId>(io\\.krait\\.[a-z]+)</artifactId>")
        .matcher(Files.readString(Workspace.root().resolve("bom/pom.xml")))
        .results()
        .map(found -> found.group(1))
        // For tests, in no server.
        .filter(name -> !name.equals("io.krait.testing"))
        .toList();
  }

  private static String table(BundleWirings wirings, List<String> names) {
    StringBuilder table =
        new StringBuilder(
            "| bundle | what it is | needs | uses, where it is |\n|---|---|---|---|\n");
    for (String name : names) {
      table
          .append("| `%s` | %s | ".formatted(name, wirings.description(name)))
          .append(listed(wirings.needs(name)))
          .append(" | ")
          .append(listed(wirings.uses(name)))
          .append(" |\n");
    }
    return table.toString();
  }

  private static String listed(Iterable<String> names) {
    StringBuilder listed = new StringBuilder();
    for (String name : names) {
      String last = name.replaceFirst("^(io\\.krait|org\\.apache\\.felix)\\.", "");
      listed
          .append(listed.isEmpty() ? "" : ", ")
          .append(name.startsWith("io.krait") ? "**" + last + "**" : last);
    }
    return listed.toString();
  }
}
