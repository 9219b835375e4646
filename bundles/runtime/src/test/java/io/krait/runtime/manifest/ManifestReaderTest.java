package io.krait.runtime.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.management.SettingsSchema;
import io.krait.api.management.SettingsSchema.Hosting;
import io.krait.api.management.SettingsSchema.Option;
import io.krait.api.management.SettingsSchema.Type;
import io.krait.runtime.manifest.PythonPart.DependencyMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestReaderTest {

  private static final String EVERYTHING_YAML =
      """
      id: Com.Example.Hello
      name: Hello
      description: Says hello
      homepage_url: https://example.com/hello
      support_url: http://example.com/help
      release_notes_url: https://example.com/news
      icon_path: assets/icon.svg
      version: 1.2.3-rc.1+5
      min_server_version: 10.0.0
      server:
        executable: plugin.py
        executables: {linux-amd64: linux.py}
        runtime: python
        python_version: 3.10
        priority: 5
        python:
          dependency_mode: venv
          venv_path: venv
          requirements_path: requirements.txt
      webapp:
        bundle_path: webapp/dist/main.js
      settings_schema:
        header: above
        footer: below
        settings:
          - key: Greeting
            display_name: The greeting
            type: text
            help_text: What is said
            placeholder: Hi
            default: Hello
            hosting: on-prem
          - key: Style
            type: radio
            options:
              - {display_name: Loud, value: loud}
          - key: Secret
            type: generated
            regenerate_help_text: Makes a new one
          - {key: Count, type: number, default: 2.5}
      props:
        support_packet: Hello data
        nested: {list: [1, true, null]}
      """;

  private static final String EVERYTHING_JSON =
      """
      {"id": "Com.Example.Hello", "name": "Hello", "description": "Says hello",
       "homepage_url": "https://example.com/hello", "support_url": "http://example.com/help",
       "release_notes_url": "https://example.com/news", "icon_path": "assets/icon.svg",
       "version": "1.2.3-rc.1+5", "min_server_version": "10.0.0",
       "server": {"executable": "plugin.py", "executables": {"linux-amd64": "linux.py"},
         "runtime": "python", "python_version": "3.10", "priority": 5,
         "python": {"dependency_mode": "venv", "venv_path": "venv",
           "requirements_path": "requirements.txt"}},
       "webapp": {"bundle_path": "webapp/dist/main.js"},
       "settings_schema": {"header": "above", "footer": "below", "settings": [
         {"key": "Greeting", "display_name": "The greeting", "type": "text",
          "help_text": "What is said", "placeholder": "Hi", "default": "Hello",
          "hosting": "on-prem"},
         {"key": "Style", "type": "radio",
          "options": [{"display_name": "Loud", "value": "loud"}]},
         {"key": "Secret", "type": "generated", "regenerate_help_text": "Makes a new one"},
         {"key": "Count", "type": "number", "default": 2.5}]},
       "props": {"support_packet": "Hello data", "nested": {"list": [1, true, null]}}}
      """;

  @TempDir Path folder;

  private ManifestFile plugin() {
    return new ManifestFile(folder);
  }

  @Test
  void everyKeyArrives() {
    var loaded = plugin().with("plugin.json", EVERYTHING_JSON).read();

    assertThat(loaded.warnings()).noneMatch(warning -> warning.contains("secret"));
    assertThat(loaded.file()).hasFileName("plugin.json");
    Manifest manifest = loaded.manifest();
    assertThat(manifest.id()).isEqualTo("com.example.hello");
    assertThat(manifest.name()).isEqualTo("Hello");
    assertThat(manifest.description()).isEqualTo("Says hello");
    assertThat(manifest.homepageUrl()).isEqualTo("https://example.com/hello");
    assertThat(manifest.supportUrl()).isEqualTo("http://example.com/help");
    assertThat(manifest.releaseNotesUrl()).isEqualTo("https://example.com/news");
    assertThat(manifest.iconPath()).isEqualTo("assets/icon.svg");
    assertThat(manifest.version()).isEqualTo("1.2.3-rc.1+5");
    assertThat(manifest.minServerVersion()).isEqualTo("10.0.0");
    assertThat(manifest.webapp()).contains(new WebappPart("webapp/dist/main.js"));
    assertThat(manifest.props()).containsEntry("support_packet", "Hello data");
    ServerPart server = manifest.server().orElseThrow();
    assertThat(server.executable()).isEqualTo("plugin.py");
    assertThat(server.executables()).isEqualTo(Map.of("linux-amd64", "linux.py"));
    assertThat(server.runtime()).isEqualTo("python");
    assertThat(server.pythonVersion()).isEqualTo("3.10");
    assertThat(server.priority()).isEqualTo(5);
    assertThat(server.python())
        .contains(new PythonPart(DependencyMode.VENV, "venv", "requirements.txt"));
    SettingsSchema schema = manifest.settingsSchema().orElseThrow();
    assertThat(schema.header()).isEqualTo("above");
    assertThat(schema.footer()).isEqualTo("below");
    assertThat(schema.settings()).hasSize(4);
    var greeting = schema.setting("greeting").orElseThrow();
    assertThat(greeting.type()).isEqualTo(Type.TEXT);
    assertThat(greeting.defaultValue()).isEqualTo("Hello");
    assertThat(greeting.placeholder()).isEqualTo("Hi");
    assertThat(greeting.hosting()).contains(Hosting.ON_PREM);
    assertThat(schema.setting("STYLE").orElseThrow().options())
        .containsExactly(new Option("Loud", "loud"));
    assertThat(schema.setting("count").orElseThrow().defaultValue()).isEqualTo(2.5);
  }

  @Test
  void yamlAndJsonMeanTheSame() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));

    var yaml = plugin().with("plugin.yaml", EVERYTHING_YAML).read();
    var json = new ManifestFile(other).with("plugin.json", EVERYTHING_JSON).read();

    assertThat(yaml.manifest()).isEqualTo(json.manifest());
    assertThat(yaml.warnings()).isEmpty();
  }

  @Test
  void theFirstFileOfTheOrderCounts() {
    var plugin = plugin().with("plugin.json", "not even JSON");
    plugin.with("plugin.yaml", "{id: second, name: x}");
    assertThat(plugin.read().manifest().id()).isEqualTo("second");

    plugin.with("plugin.yml", "{id: first, name: x}");
    assertThat(plugin.read().manifest().id()).isEqualTo("first");
  }

  @Test
  void manifestThatIsALinkIsNotFollowed() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), ManifestFile.json(""));
    Files.createSymbolicLink(folder.resolve("plugin.json"), elsewhere);

    assertThat(plugin().problems()).singleElement().asString().contains("no manifest");
  }

  @Test
  void folderWithoutManifestSaysWhichFilesWouldDo() {
    assertThat(plugin().problems())
        .singleElement()
        .asString()
        .contains(folder.getFileName().toString())
        .contains("plugin.yml, plugin.yaml, plugin.json");
  }

  @Test
  void unknownKeysAreWarnedAboutWhereverTheyAre() {
    var loaded =
        plugin()
            .with(
                "plugin.json",
                ManifestFile.json(
                    """
                    "verison": "1.0.0",
                    "server": {"executable": "p.py", "python": {"entry_point": "p.py"}}
                    """))
            .read();

    assertThat(loaded.warnings()).hasSize(2);
    assertThat(loaded.warnings().get(0))
        .startsWith("plugin.json: server.python.entry_point: unknown key")
        .contains("dependency_mode");
    assertThat(loaded.warnings().get(1)).startsWith("plugin.json: verison: unknown key");
  }

  @Test
  void propsMayHoldAnyKeyButCannotBeChanged() {
    var props =
        plugin()
            .with("plugin.json", ManifestFile.json("\"props\": {\"a\": {\"b\": [null]}}"))
            .read()
            .manifest()
            .props();

    assertThat(props.get("a"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .isUnmodifiable();
    assertThat(props).isUnmodifiable();
  }

  @Test
  void manifestWithNothingToStartIsWarnedAbout() {
    assertThat(plugin().with("plugin.json", ManifestFile.json("")).read().warnings())
        .singleElement()
        .asString()
        .contains("neither server nor webapp");
  }

  @Test
  void aMarkThatEditorsPutBeforeEverythingIsNoPartOfTheManifest() throws Exception {
    ManifestFile plugin = new ManifestFile(folder);
    plugin.with("plugin.json", "\uFEFF" + ManifestFile.json(""));

    assertThat(new ManifestReader().read(folder).manifest().name()).isEqualTo("Hello");
  }

  @Test
  void aSettingMayBeASecret() throws Exception {
    ManifestFile plugin = new ManifestFile(folder);
    plugin.with(
        "plugin.json",
        ManifestFile.json(
            "\"settings_schema\": {\"settings\": [{\"key\": \"Door\", \"type\": \"text\","
                + " \"secret\": true}, {\"key\": \"Floor\", \"type\": \"text\"}]}"));

    ManifestReader.Loaded loaded = new ManifestReader().read(folder);

    assertThat(loaded.warnings()).noneMatch(warning -> warning.contains("secret"));
    assertThat(loaded.manifest().settingsSchema().orElseThrow().settings())
        .extracting(SettingsSchema.Setting::isSecret)
        .containsExactly(true, false);
  }
}
