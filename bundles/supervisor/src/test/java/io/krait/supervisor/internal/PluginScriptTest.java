package io.krait.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.supervisor.PluginDescription;
import io.krait.supervisor.PluginStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginScriptTest {

  @TempDir Path temporary;
  private Path root;

  @BeforeEach
  void createPlugin() throws IOException {
    temporary = temporary.toRealPath();
    root = Files.createDirectory(temporary.resolve("plugin"));
    PluginFolder folder = new PluginFolder(root);
    folder.file("plugin.py", "");
    folder.file("server/plugin.py", "");
    folder.file("-c", "");
    new PluginFolder(temporary).file("plugin-evil/plugin.py", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plugin.py", "./plugin.py", "/plugin.py", "server/../plugin.py"})
  void allSpellingsMeanTheSameFile(String script) throws PluginStartException {
    assertThat(check(root, script)).isEqualTo(new PluginScript(root, root.resolve("plugin.py")));
  }

  @Test
  void theFolderStaysTheWorkingDirectoryOfAScriptFurtherDown() throws PluginStartException {
    assertThat(check(root, "server/plugin.py"))
        .isEqualTo(new PluginScript(root, root.resolve("server/plugin.py")));
  }

  @Test
  void aRelativeFolderGivesAbsolutePaths() throws PluginStartException {
    Path relative = Path.of("").toAbsolutePath().relativize(root);

    assertThat(check(relative, "plugin.py"))
        .isEqualTo(new PluginScript(root, root.resolve("plugin.py")));
  }

  @Test
  void aScriptThatIsNamedLikeAnOptionIsStillAFile() throws PluginStartException {
    assertThat(check(root, "-c").file()).isEqualTo(root.resolve("-c")).isAbsolute();
  }

  @Test
  void linksWithinTheFolderAreFollowed() throws Exception {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), root);
    Files.createSymbolicLink(root.resolve("main.py"), Path.of("server/plugin.py"));

    assertThat(check(link, "main.py"))
        .isEqualTo(new PluginScript(root, root.resolve("server/plugin.py")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../plugin-evil/plugin.py",
        "server/../../plugin-evil/plugin.py",
        "/../plugin-evil/plugin.py",
        "out/plugin.py",
        "out.py"
      })
  void whatLiesOutsideIsRefused(String script) throws IOException {
    Files.createSymbolicLink(root.resolve("out"), temporary.resolve("plugin-evil"));
    Files.createSymbolicLink(
        root.resolve("out.py"), temporary.resolve("plugin-evil").resolve("plugin.py"));

    assertThatThrownBy(() -> check(root, script))
        .isInstanceOf(PluginStartException.class)
        .hasMessage(
            "cannot start plugin com.example.hello: executable \"%s\" lies outside the plugin's"
                + " folder; move the file into it and change executable in plugin.json",
            script);
  }

  @Test
  void aScriptThatIsMissingIsNamedWithItsFolder() {
    assertThatThrownBy(() -> check(root, "main.py"))
        .hasMessage(
            "cannot start plugin com.example.hello: executable \"main.py\" does not exist in %s;"
                + " add the file or change executable in plugin.json",
            root);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "/"})
  void noScriptIsSaid(String script) {
    assertThatThrownBy(() -> check(root, script)).hasMessageContaining("no executable is named");
  }

  @Test
  void aFolderIsNoScript() {
    assertThatThrownBy(() -> check(root, "server")).hasMessageContaining("is not a file");
  }

  private static PluginScript check(Path folder, String script) throws PluginStartException {
    return PluginScript.of(PluginDescription.builder(PluginFolder.ID, folder, script).build());
  }
}
