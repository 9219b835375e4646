package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.e2e.RestClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Manifests that are wrong, too long, or want more than to describe a plugin. */
final class OddManifests implements Trial {

  private static final String ID = "com.example.odd";

  /** What stands in the place of a value. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1e999",
          "[]",
          "{}",
          "\"\"",
          "\" \"",
          "\"a/../b\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "[[[[]]]]",
          "{\"a\": {\"b\": []}}");

  @Override
  public String title() {
    return "odd manifests";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    Path folder = stage.newFolder();
    Map<String, String> manifests = manifests();
    List<String> wrong = new ArrayList<>();
    int taken = 0;
    for (Map.Entry<String, String> manifest : manifests.entrySet()) {
      Path file =
          Files.write(
              folder.resolve("plugin.tar.gz"),
              new Tar()
                  .file(ID + "/plugin.json", manifest.getValue())
                  .file(ID + "/plugin.py", "")
                  .gzip());
      RestClient.Answer answer = stage.admin().upload(file);
      if (answer.status() == 201) {
        taken++;
        stage.admin().delete("/plugins/" + answer.text("id")).expect(200);
      } else if (answer.status() < 400
          || answer.status() >= 500
          || answer.response().body().length() > 64 << 10
          || answer.response().body().contains("java.")) {
        wrong.add(manifest.getKey() + ": " + answer.status() + " " + answer.body());
      }
    }
    assertThat(wrong).as("manifests that were answered wrongly").isEmpty();
    return Row.of(
        "none",
        manifests.size(),
        0,
        "%d refused, %d taken that are only odd",
        manifests.size() - taken,
        taken);
  }

  private static Map<String, String> manifests() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String key : List.of("id", "version", "name", "server", "settings_schema")) {
      for (String value : VALUES) {
        all.put(key + " is " + value, manifest(key, value));
      }
      all.put(key + " is long", manifest(key, "\"" + "x".repeat(1 << 20) + "\""));
    }
    all.put("deep", manifest("props", "[".repeat(5000) + "]".repeat(5000)));
    all.put("many keys", manifest("props", "{" + "\"a\": 1, ".repeat(200_000) + "\"b\": 2}"));
    all.put("an object of a class", "!!java.net.URL [\"http://127.0.0.1:1/\"]");
    all.put("anchors", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n");
    all.put("no text", "\0\0\0\0");
    return all;
  }

  private static String manifest(String key, String value) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("id", "\"" + ID + "\"");
    parts.put("name", "\"Odd\"");
    parts.put("version", "\"1.0.0\"");
    parts.put("server", "{\"executable\": \"plugin.py\", \"runtime\": \"python\"}");
    parts.put(key, value);
    List<String> lines = new ArrayList<>();
    parts.forEach((name, part) -> lines.add("\"" + name + "\": " + part));
    return "{" + String.join(",\n", lines) + "}";
  }
}
