package io.krait.runtime.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestRulesTest {

  @TempDir Path folder;

  private ManifestFile plugin() {
    return new ManifestFile(folder);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"homepage_url\": \"ftp://example.com\"             | homepage_url | http or https URL",
        "\"support_url\": \"example.com\"                    | support_url | http or https URL",
        "\"release_notes_url\": \"https://\"                 | release_notes_url | http or https",
        "\"version\": \"1.2\"                                | version | semantic version",
        "\"version\": 1                                      | version | text in quotes, not 1",
        "\"min_server_version\": \"v10\"                     | min_server_version | semantic version",
        "\"icon_path\": \"/etc/passwd\"                      | icon_path | inside the plugin's folder",
        "\"webapp\": {\"bundle_path\": \"a/../../b.js\"}     | webapp.bundle_path | inside the",
        "\"server\": []                                      | server | an object, not a list",
        "\"server\": {\"runtime\": \"ruby\"}                 | server.runtime | go\" or \"python",
        "\"server\": {\"runtime\": \"python\"}               | server.executable | required",
        "\"server\": {\"executable\": \"C:\\\\x.exe\"}       | server.executable | inside the",
        "\"server\": {\"executables\": {\"linux-amd64\": 1}} | server.executables.linux-amd64 | a text",
        "\"server\": {\"priority\": \"high\"}                | server.priority | whole number",
        "\"server\": {\"priority\": 3000000000}              | server.priority | 32 bits",
        "\"server\": {\"python\": {\"dependency_mode\": \"pip\"}} | server.python.dependency_mode"
            + " | one of system, venv, bundled",
        "\"props\": \"text\"                                 | props | an object",
        "\"settings_schema\": {\"settings\": {}}             | settings_schema.settings | a list",
        "\"settings_schema\": {\"settings\": [1]}            | settings_schema.settings[0] | object",
      })
  void brokenRuleNamesFileKeyAndRule(String more, String key, String rule) {
    plugin().with("plugin.json", ManifestFile.json(more));

    assertThat(plugin().problems())
        .singleElement()
        .asString()
        .startsWith("plugin.json: " + key + ": ")
        .contains(rule);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"key\": \"x\"                                        | type | required",
        "\"type\": \"\"                                        | type | required",
        "\"type\": \"colour\"                                  | type | invalid setting type: colour",
        "\"type\": \"text\", \"options\": [{\"display_name\": \"a\", \"value\": \"b\"}]"
            + " | options | only for settings of type radio or dropdown",
        "\"type\": \"radio\", \"options\": [{\"value\": \"b\"}]"
            + " | options[0].display_name | must not be empty",
        "\"type\": \"dropdown\", \"options\": [{\"display_name\": \"b\"}]"
            + " | options[0].value | must not be empty",
        "\"type\": \"text\", \"regenerate_help_text\": \"a\"    | regenerate_help_text | generated",
        "\"type\": \"bool\", \"placeholder\": \"a\"             | placeholder | type bool",
        "\"type\": \"bool\", \"hosting\": \"here\"              | hosting | one of cloud, on-prem",
      })
  void brokenRuleOfASettingNamesItsPlace(String setting, String key, String rule) {
    plugin()
        .with(
            "plugin.json",
            ManifestFile.json("\"settings_schema\": {\"settings\": [{%s}]}".formatted(setting)));

    assertThat(plugin().problems())
        .singleElement()
        .asString()
        .startsWith("plugin.json: settings_schema.settings[0]." + key + ": ")
        .contains(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "a b c", "a/b", "umläut", "../../x"})
  void idOfOtherThanTheAllowedLettersIsRefused(String id) {
    plugin().with("plugin.json", "{\"id\": \"%s\", \"name\": \"x\"}".formatted(id));

    assertThat(plugin().problems()).singleElement().asString().startsWith("plugin.json: id: ");
  }

  @Test
  void idHasAnUpperLimit() {
    plugin().with("plugin.json", "{\"id\": \"%s\", \"name\": \"x\"}".formatted("a".repeat(190)));
    assertThat(plugin().read().manifest().id()).hasSize(190);

    plugin().with("plugin.json", "{\"id\": \"%s\", \"name\": \"x\"}".formatted("a".repeat(191)));
    assertThat(plugin().problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "version, 1.2.3-aaa, 100",
    "min_server_version, 1.2.3-aaa, 100",
    "description, some, 4000",
    "homepage_url, http://example.com/, 2000",
    "support_url, http://example.com/, 2000"
  })
  void textsHaveAnUpperLimit(String key, String beginning, int most) {
    String text = beginning + "a".repeat(most - beginning.length());
    plugin().with("plugin.json", ManifestFile.json("\"%s\": \"%s\"".formatted(key, text)));
    assertThat(plugin().read().warnings()).hasSize(1);

    plugin().with("plugin.json", ManifestFile.json("\"%s\": \"%sa\"".formatted(key, text)));
    assertThat(plugin().problems())
        .containsExactly(
            "plugin.json: %s: must have at most %d characters, not %d"
                .formatted(key, most, most + 1));
  }

  @Test
  void versionOfAMegabyteIsNotMatched() {
    plugin()
        .with(
            "plugin.json",
            ManifestFile.json("\"version\": \"1.2.3-%s\"".formatted("a.".repeat(1 << 18))));

    assertThat(plugin().problems()).first().asString().contains("at most 100 characters");
  }

  @Test
  void numberIsNotWrittenOut() {
    plugin().with("plugin.yml", "{id: abc, name: x, description: 1.0e999999999}");

    assertThat(plugin().read().manifest().description()).isEqualTo("1.0E+999999999");
  }

  @Test
  void whatIsSaidOfAManifestIsBoundedAndCanBeSeen() {
    StringBuilder settings = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      settings.append("\"\\u001b%d%s\": 1,".formatted(i, "x".repeat(900)));
    }
    plugin().with("plugin.json", "{" + settings + "\"id\": \"abc\", \"name\": \"x\"}");

    var warnings = plugin().read().warnings();

    assertThat(warnings).hasSize(21).last().asString().endsWith("more of the kind");
    assertThat(warnings.get(1)).startsWith("plugin.json: \\u001b0xxx").hasSizeLessThan(2000);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    plugin().with("plugin.yml", "{name: ' ', version: x}");

    assertThat(plugin().problems())
        .containsExactly(
            "plugin.yml: id: required",
            "plugin.yml: name: required, and must not be blank",
            "plugin.yml: version: must be a semantic version such as 1.2.3, not \"x\"");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "plugin.json | {\"id\": \"abc\",,}                   | is not JSON",
        "plugin.json | {\"id\": \"abc\", \"id\": \"abd\"}    | is not JSON",
        "plugin.json | {} {}                                 | is not JSON",
        "plugin.json | []                                    | must be an object",
        "plugin.yml  | id: [                                 | is not YAML",
        "plugin.yml  | {id: abc, id: abd}                    | is not YAML",
        "plugin.yml  | just text                             | must be an object",
        "plugin.yml  | !!java.net.URL ['http://example.com'] | is not YAML",
        "plugin.yml  | {props: &a {b: *a}}                   | is not YAML",
      })
  void textThatCannotBeParsedIsSaidToBeSo(String file, String text, String complaint) {
    plugin().with(file, text);

    assertThat(plugin().problems()).singleElement().asString().startsWith(file + ": " + complaint);
  }

  @Test
  void endlessManifestIsNotRead() {
    plugin().with("plugin.json", " ".repeat((1 << 20) + 1));

    assertThat(plugin().problems()).singleElement().asString().contains("larger than 1048576");
  }

  @Test
  void depthHasALimit() {
    plugin()
        .with(
            "plugin.json",
            ManifestFile.json("\"props\": {\"a\": %s}".formatted("[".repeat(60) + "]".repeat(60))));

    assertThat(plugin().problems()).singleElement().asString().contains("nested more than 50");
  }
}
