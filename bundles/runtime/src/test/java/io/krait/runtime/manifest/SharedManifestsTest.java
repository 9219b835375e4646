package io.krait.runtime.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The manifests by which authors' tools are held to the same rules: {@code mattermost-plugin
 * validate} has them in Python, and a test there reads the same table. A text that ends in an
 * asterisk is the beginning of what is told.
 */
class SharedManifestsTest {

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> manifestIsJudgedAsTheTableSays() throws IOException {
    try (InputStream table =
        Objects.requireNonNull(getClass().getResourceAsStream("/manifests.json"))) {
      JsonNode rows = new ObjectMapper().readTree(table);
      return StreamSupport.stream(rows.spliterator(), false)
          .map(row -> DynamicTest.dynamicTest(row.path("name").asText(), () -> judge(row)));
    }
  }

  private void judge(JsonNode row) throws IOException {
    Path here = folder.resolve(Integer.toHexString(row.path("name").asText().hashCode()));
    assertThat(here.toFile().mkdir()).isTrue();
    ManifestFile file = new ManifestFile(here);
    file.with(row.path("file").asText(), row.path("manifest").asText());
    List<String> problems = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    try {
      warnings.addAll(new ManifestReader().read(here).warnings());
    } catch (ManifestException e) {
      problems.addAll(e.problems());
    }
    assertThat(asTold(problems, row.path("problems"))).isEqualTo(texts(row.path("problems")));
    assertThat(warnings).isEqualTo(texts(row.path("warnings")));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** What was told, as short as what is expected where that is a beginning. */
  private static List<String> asTold(List<String> told, JsonNode expected) {
    List<String> shortened = new ArrayList<>(told);
    for (int i = 0; i < Math.min(told.size(), expected.size()); i++) {
      String text = expected.get(i).asText();
      String beginning = text.substring(0, Math.max(0, text.length() - 1));
      if (text.endsWith("*") && told.get(i).startsWith(beginning)) {
        shortened.set(i, text);
      }
    }
    return shortened;
  }
}
