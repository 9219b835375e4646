package io.krait.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import aQute.bnd.service.diff.Tree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported is what {@code api/} says, and changes with its version alone. */
class FrozenApiTest {

  private static final Path FOLDER = Path.of(System.getProperty("krait.api.folder"));
  private static final boolean FREEZE = Boolean.getBoolean("krait.api.freeze");
  private static final Pattern BUNDLE = Pattern.compile("(io\\.krait\\.[a-z]+)-[^/]*\\.jar");

  @ParameterizedTest
  @MethodSource("bundlesThatExport")
  void aBundleExportsWhatIsWrittenDown(String name) throws Exception {
    List<Tree.Data> present = ExportedApi.packagesOf(bundles().get(name));
    Path file = FOLDER.resolve(name + ".txt");
    String written = Files.exists(file) ? Files.readString(file) : "";
    Map<String, Tree.Data> frozen =
        ApiText.parse(written).stream()
            .collect(Collectors.toMap(element -> element.name, Function.identity()));

    List<String> differences = new ArrayList<>();
    for (Tree.Data element : present) {
      Tree.Data before = frozen.remove(element.name);
      if (before != null) {
        ApiChange change = new ApiChange(before, element);
        assertThat(change.hasItsVersion()).withFailMessage(change::complaint).isTrue();
        differences.add(change.details());
      }
    }

    String text = ApiText.of(present);
    if (FREEZE) {
      Files.writeString(file, text);
    } else if (!text.equals(written)) {
      frozen.keySet().forEach(removed -> differences.add("  - package " + removed));
      fail(
          "what %s exports is not what is written down: run tools/freeze-api, look at what it changes, and commit it%n%s",
          name, String.join("\n", differences));
    }
  }

  @Test
  void nothingIsWrittenDownOfABundleThatExportsNothing() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.txt$", "")))
          .isSubsetOf(bundlesThatExport().toList());
    }
  }

  @Test
  void eachBundleOfTheBillOfMaterialsIsLookedAt() throws IOException {
    String bom = Files.readString(Path.of(System.getProperty("krait.api.bom")));
    assertThat(
            Pattern.compile("<artifactId>(io\\.krait\\.[a-z]+)</artifactId>")
                .matcher(bom)
                .results()
                .map(found -> found.group(1)))
        .hasSizeGreaterThan(10)
        .isSubsetOf(bundles().keySet());
  }

  static Stream<String> bundlesThatExport() throws Exception {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, File> bundle : bundles().entrySet()) {
      if (ExportedApi.isOf(bundle.getValue())) {
        names.add(bundle.getKey());
      }
    }
    return names.stream();
  }

  /** Those of the class path, by their symbolic names. */
  private static Map<String, File> bundles() {
    Map<String, File> bundles = new TreeMap<>();
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .forEach(
            file -> {
              MatchResult name = BUNDLE.matcher(file.getName()).results().findFirst().orElse(null);
              if (name != null) {
                bundles.put(name.group(1), file);
              }
            });
    return bundles;
  }
}
