package io.krait.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.e2e.RestClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Archives that want to write elsewhere, to fill the memory, or are none. */
final class HostileArchives implements Trial {

  private static final String ID = "com.example.hostile";
  private static final String MARK = "krait-was-here";

  @Override
  public String title() {
    return "hostile archives";
  }

  @Override
  public Row run(Stage stage) throws Exception {
    Path folder = stage.newFolder();
    Path target = folder.resolve(MARK);
    Map<String, byte[]> archives = archives(target);
    Set<String> before = files(stage);
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, byte[]> archive : archives.entrySet()) {
      Path file = Files.write(folder.resolve("plugin.tar.gz"), archive.getValue());
      RestClient.Answer answer = stage.admin().upload(file);
      if (answer.status() < 400 || answer.status() >= 500) {
        wrong.add(archive.getKey() + ": " + answer.status() + " " + answer.body());
      }
      if (answer.status() == 201) {
        stage.admin().delete("/plugins/" + ID).expect(200);
      }
    }
    assertThat(wrong).as("archives that were not refused").isEmpty();
    Set<String> written = new TreeSet<>(files(stage));
    written.removeAll(before);
    assertThat(target).as("what an archive wanted to write").doesNotExist();
    return Row.of("none", archives.size(), written.size(), "%d kinds refused", archives.size());
  }

  /** All that there is beside the folders in which plugins and uploads may be. */
  private static Set<String> files(Stage stage) throws IOException {
    try (Stream<Path> files = Files.walk(stage.data())) {
      return files
          .map(file -> stage.data().relativize(file).toString())
          .filter(file -> file.contains(MARK) || file.startsWith("plugins/" + ID))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Map<String, byte[]> archives(Path target) {
    Map<String, Tar> tars = new LinkedHashMap<>();
    byte[] nothing = {};
    for (String up : List.of("../" + MARK, "../../" + MARK, ID + "/../../" + MARK)) {
      tars.put("a file at " + up, plugin().file(up, "x"));
      tars.put("a folder at " + up, plugin().entry(up + "/", Tar.FOLDER, "", nothing));
    }
    tars.put("an absolute file", plugin().file(target.toString(), "x"));
    tars.put("a file with backslashes", plugin().file("..\\..\\" + MARK, "x"));
    tars.put(
        "a link out, and a file through it",
        plugin()
            .entry(ID + "/out", Tar.SYMBOLIC_LINK, target.getParent().toString(), nothing)
            .file(ID + "/out/" + MARK, "x"));
    tars.put(
        "a relative link out",
        plugin().entry(ID + "/out", Tar.SYMBOLIC_LINK, "../../../..", nothing));
    tars.put(
        "a link to a secret",
        plugin().entry(ID + "/secret", Tar.SYMBOLIC_LINK, "/etc/passwd", nothing));
    tars.put(
        "a hard link to a secret",
        plugin().entry(ID + "/secret", Tar.HARD_LINK, "/etc/passwd", nothing));
    tars.put(
        "a link that is in a circle",
        plugin()
            .entry(ID + "/a", Tar.SYMBOLIC_LINK, "b", nothing)
            .entry(ID + "/b", Tar.SYMBOLIC_LINK, "a", nothing)
            .file(ID + "/a/c", "x"));
    tars.put("a device", plugin().entry(ID + "/null", Tar.CHARACTER_DEVICE, "", nothing));
    tars.put("a disk", plugin().entry(ID + "/disk", Tar.BLOCK_DEVICE, "", nothing));
    tars.put("a pipe", plugin().entry(ID + "/pipe", Tar.PIPE, "", nothing));
    tars.put("no manifest", new Tar().file(ID + "/plugin.py", "x"));
    tars.put("no script", new Tar().file(ID + "/plugin.json", "{}"));
    tars.put("two plugins", plugin().file("other/plugin.json", "{}"));
    tars.put("a manifest that is none", new Tar().file(ID + "/plugin.json", "{\"id\": "));
    tars.put("a manifest of null", new Tar().file(ID + "/plugin.json", "null"));
    tars.put(
        "a manifest as deep as a well",
        new Tar().file(ID + "/plugin.json", "{\"id\":".repeat(20_000)));
    tars.put(
        "an id that is a path",
        new Tar().file("x/plugin.json", manifest("../../" + MARK)).file("x/plugin.py", ""));
    tars.put("a record that names a path out", plugin().pax("path", "../../../" + MARK));
    tars.put("a record that links out", plugin().pax("linkpath", "/etc/passwd").pax("size", "-1"));
    tars.put("nothing", new Tar());

    Map<String, byte[]> archives = new LinkedHashMap<>();
    tars.forEach((name, tar) -> archives.put(name, tar.gzip()));
    archives.put("no bytes", new byte[0]);
    archives.put("no archive", "hello".getBytes(StandardCharsets.UTF_8));
    archives.put("a tar without gzip", plugin().bytes());
    byte[] whole = plugin().gzip();
    archives.put("half of an archive", Arrays.copyOf(whole, whole.length / 2));
    byte[] broken = whole.clone();
    for (int i = 20; i < broken.length; i += 7) {
      broken[i] ^= 0x55;
    }
    archives.put("a broken archive", broken);
    return archives;
  }

  private static String manifest(String id) {
    return """
    {"id": "%s", "name": "x", "version": "1.0.0",
     "server": {"executable": "plugin.py", "runtime": "python"}}
    """
        .formatted(id);
  }

  private static Tar plugin() {
    return Tar.ofPlugin(ID);
  }
}
