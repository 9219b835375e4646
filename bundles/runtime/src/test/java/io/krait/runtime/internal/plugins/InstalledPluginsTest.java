package io.krait.runtime.internal.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.runtime.internal.plugins.Inventory.Defect;
import io.krait.runtime.manifest.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledPluginsTest {

  @TempDir Path temporary;
  private Path root;
  private InstalledPlugins plugins;

  @BeforeEach
  void open() throws IOException {
    root = temporary.resolve("plugins");
    plugins =
        new InstalledPlugins(
            root, new ManifestReader(), new ArchiveUnpacker(ArchiveLimits.DEFAULT));
    root = root.toRealPath();
  }

  private List<String> versionsInUse() throws IOException {
    return plugins.scan().plugins().stream()
        .map(plugin -> plugin.id() + " " + plugin.manifest().version())
        .toList();
  }

  private List<String> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(".versions"))
          .sorted()
          .toList();
    }
  }

  private void placeByHand(String folder, String id) throws IOException {
    Path place = Files.createDirectories(root.resolve(folder));
    Files.writeString(
        place.resolve("plugin.json"), "{\"id\": \"%s\", \"name\": \"x\"}".formatted(id));
  }

  @Test
  void firstVersionIsInUseAtOnce() throws Exception {
    Installation installed = plugins.install(Archive.plugin("com.a", "1.0.0").open());

    assertThat(installed.id()).isEqualTo("com.a");
    assertThat(installed.managed()).isTrue();
    assertThat(installed.folder().resolve("plugin.py")).exists();
    assertThat(plugins.find("com.a")).contains(installed);
    assertThat(filesOf(root)).containsExactly("com.a");
  }

  @Test
  void archiveWithOneFolderMeansThatFolder() throws Exception {
    plugins.install(
        new Archive()
            .file("._hello", "what some machines add")
            .manifest("hello/", "com.a", "1.0.0")
            .file("hello/plugin.py", "")
            .open());

    Installation installed = plugins.find("com.a").orElseThrow();
    assertThat(filesOf(installed.folder())).containsExactly("plugin.json", "plugin.py");
  }

  @Test
  void secondVersionStandsBesideUntilItIsUsed() throws Exception {
    plugins.install(Archive.plugin("com.a", "1.0.0").open());

    Installation second = plugins.install(Archive.plugin("com.a", "2.0.0").open());
    assertThat(versionsInUse()).containsExactly("com.a 1.0.0");

    plugins.use(second);
    assertThat(versionsInUse()).containsExactly("com.a 2.0.0");
  }

  @Test
  void discardedVersionLeavesNothing() throws Exception {
    plugins.install(Archive.plugin("com.a", "1.0.0").open());

    plugins.discard(plugins.install(Archive.plugin("com.a", "2.0.0").open()));

    assertThat(versionsInUse()).containsExactly("com.a 1.0.0");
    assertThat(filesOf(root.resolve("com.a"))).containsExactly("1.0.0");
  }

  @Test
  void versionInUseCannotBeDiscarded() throws Exception {
    Installation installed = plugins.install(Archive.plugin("com.a", "1.0.0").open());

    assertThatThrownBy(() -> plugins.discard(installed)).hasMessageContaining("is in use");
  }

  @Test
  void fallingBackUsesTheVersionBeforeAndDeletesTheNewOne() throws Exception {
    plugins.install(Archive.plugin("com.a", "1.0.0").open());
    plugins.use(plugins.install(Archive.plugin("com.a", "2.0.0").open()));

    assertThat(plugins.fallBack("com.a").orElseThrow().manifest().version()).isEqualTo("1.0.0");

    assertThat(versionsInUse()).containsExactly("com.a 1.0.0");
    assertThat(filesOf(root.resolve("com.a"))).containsExactly("1.0.0");
    assertThat(plugins.fallBack("com.a")).isEmpty();
  }

  @Test
  void onlyTheVersionBeforeIsKept() throws Exception {
    plugins.install(Archive.plugin("com.a", "1.0.0").open());
    plugins.use(plugins.install(Archive.plugin("com.a", "2.0.0").open()));
    plugins.use(plugins.install(Archive.plugin("com.a", "3.0.0").open()));

    assertThat(filesOf(root.resolve("com.a"))).containsExactly("2.0.0", "3.0.0");
  }

  @Test
  void aVersionThatIsNextStaysWhereAnotherIsUsed() throws Exception {
    plugins.install(Archive.plugin("com.a", "1.0.0").open());
    Installation second = plugins.install(Archive.plugin("com.a", "2.0.0").open());
    Installation third = plugins.install(Archive.plugin("com.a", "3.0.0").open());

    plugins.use(second);
    plugins.use(third);

    assertThat(versionsInUse()).containsExactly("com.a 3.0.0");
  }

  @Test
  void sameVersionCanBeInstalledAgain() throws Exception {
    plugins.install(Archive.plugin("com.a", "1.0.0").open());
    Installation again =
        plugins.install(Archive.plugin("com.a", "1.0.0").file("new.py", "").open());
    plugins.use(again);

    assertThat(plugins.find("com.a").orElseThrow().folder().resolve("new.py")).exists();
  }

  @Test
  void removedPluginLeavesNothing() throws Exception {
    plugins.install(Archive.plugin("com.a", "1.0.0").open());
    plugins.install(Archive.plugin("com.a", "2.0.0").open());

    plugins.remove("com.a");

    assertThat(root).isEmptyDirectory();
    assertThatThrownBy(() -> plugins.remove("com.a")).hasMessage("plugin not found: com.a");
  }

  @Test
  void whatToolsAddBesideThePluginsFolderIsPassedOver() throws Exception {
    Archive packed =
        new Archive()
            .manifest("com.a/", "com.a", "1.0.0")
            .file("com.a/plugin.py", "")
            .file("__MACOSX/com.a/._plugin.py", "x")
            .file(".DS_Store", "x")
            .file("._com.a", "x")
            .file("Thumbs.db", "x")
            .file("desktop.ini", "x");

    Installation installed = plugins.install(packed.open());

    assertThat(installed.folder()).isDirectoryContaining("glob:**plugin.py");
    assertThat(installed.folder().resolve("__MACOSX")).doesNotExist();
  }

  @Test
  void archiveThatFailsLeavesNothing() throws Exception {
    Archive withoutManifest = new Archive().file("plugin.py", "");
    assertThatThrownBy(() -> plugins.install(withoutManifest.open()))
        .isInstanceOf(InstallException.class)
        .hasMessage(
            "the archive has no manifest: one of plugin.yml, plugin.yaml, plugin.json belongs at its"
                + " top, or into the one folder there");
    Archive deep = new Archive().manifest("a/b/", "com.a", "1.0.0").file("a/plugin.py", "");
    assertThatThrownBy(() -> plugins.install(deep.open()))
        .isInstanceOf(InstallException.class)
        .hasMessageEndingWith("; there is \"a/b/plugin.json\"");
    Archive dishonest = Archive.plugin("com.a", "1.0.0").file("../evil", "");
    assertThatThrownBy(() -> plugins.install(dishonest.open()))
        .isInstanceOf(InstallException.class);
    Archive badManifest = Archive.plugin("com.a", "not a version");
    assertThatThrownBy(() -> plugins.install(badManifest.open()))
        .isInstanceOf(InstallException.class)
        .hasMessageContaining("plugin.json: version: ");

    assertThat(root).isEmptyDirectory();
  }

  @Test
  void interruptedWorkIsClearedAwayAtTheNextStart() throws Exception {
    plugins.install(Archive.plugin("com.a", "1.0.0").open());
    plugins.install(Archive.plugin("com.a", "2.0.0").open());
    Files.createDirectories(root.resolve(".krait-install-1/half"));

    plugins.cleanUp();

    assertThat(filesOf(root)).containsExactly("com.a");
    assertThat(filesOf(root.resolve("com.a"))).containsExactly("1.0.0");
  }

  @Test
  void folderPutInPlaceByHandIsFound() throws Exception {
    placeByHand("some folder", "com.b");
    placeByHand(".hidden", "com.c");
    Files.writeString(root.resolve("a file"), "");

    Installation found = plugins.find("com.b").orElseThrow();

    assertThat(found.managed()).isFalse();
    assertThat(plugins.scan().plugins()).hasSize(1);
    assertThat(plugins.scan().defects()).isEmpty();
  }

  @Test
  void folderWithABadManifestIsReportedWithItsError() throws Exception {
    placeByHand("good", "com.good");
    placeByHand("bad", "?");
    Files.createDirectory(root.resolve("empty"));

    Inventory inventory = plugins.scan();

    assertThat(inventory.plugins()).extracting(Installation::id).containsExactly("com.good");
    assertThat(inventory.defects())
        .extracting(Defect::folder)
        .containsExactly(root.resolve("bad"), root.resolve("empty"));
    assertThat(inventory.defects().get(0).problem()).startsWith("plugin.json: id: ");
    assertThat(inventory.defects().get(1).problem()).contains("no manifest");
  }

  @Test
  void pluginThatIsThereTwiceIsNotUsed() throws Exception {
    placeByHand("one", "com.b");
    placeByHand("two", "com.b");

    Inventory inventory = plugins.scan();

    assertThat(inventory.plugins()).isEmpty();
    assertThat(inventory.defects()).hasSize(2);
    assertThat(inventory.defects().get(0).problem())
        .isEqualTo("multiple plugins found: com.b in the folders one, two; remove all but one");
  }

  @Test
  void archiveDoesNotReplaceWhatWasPutInPlaceByHand() throws Exception {
    placeByHand("mine", "com.b");
    Files.createDirectory(root.resolve("com.c"));

    assertThatThrownBy(() -> plugins.install(Archive.plugin("com.b", "1.0.0").open()))
        .hasMessageContaining("put in place by hand in the folder mine");
    assertThatThrownBy(() -> plugins.install(Archive.plugin("com.c", "1.0.0").open()))
        .hasMessageContaining("taken by something else");
  }

  @Test
  void missingVersionIsReported() throws Exception {
    Installation installed = plugins.install(Archive.plugin("com.a", "1.0.0").open());
    Files.move(installed.folder(), temporary.resolve("lost"));

    assertThat(plugins.scan().defects())
        .singleElement()
        .extracting(Defect::problem)
        .asString()
        .contains("version 1.0.0, which should be in use, is missing");
  }

  @Test
  void removingALinkedPluginLeavesItsFilesAlone() throws Exception {
    placeByHand("../elsewhere", "com.b");
    Files.createSymbolicLink(root.resolve("link"), temporary.resolve("elsewhere"));

    plugins.remove("com.b");

    assertThat(root).isEmptyDirectory();
    assertThat(temporary.resolve("elsewhere/plugin.json")).exists();
  }
}
