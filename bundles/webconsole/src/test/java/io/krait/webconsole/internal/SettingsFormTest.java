package io.krait.webconsole.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krait.api.Nullable;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.SettingsSchema;
import io.krait.api.management.SettingsSchema.Hosting;
import io.krait.api.management.SettingsSchema.Option;
import io.krait.api.management.SettingsSchema.Setting;
import io.krait.api.management.SettingsSchema.Type;
import io.krait.webconsole.fixture.LivelyPlugins;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsFormTest {

  private final ObjectMapper json = new ObjectMapper();
  private final SettingsForm form = new SettingsForm(json);

  @Test
  void secretIsNotInTheFormNeitherItsValueNorItsDefault() {
    JsonNode written =
        form.write(
            plugin(
                setting("Salt", Type.GENERATED, "factory-salt"),
                setting("ApiToken", Type.TEXT, "factory-token")),
            Map.of("salt", "hidden-salt", "apitoken", "hidden-token"));

    assertThat(written.toString())
        .doesNotContain("hidden-salt", "hidden-token", "factory-salt", "factory-token");
    assertThat(written.at("/settings/0/isSet").asBoolean()).isTrue();
    assertThat(written.at("/settings/1/secret").asBoolean()).isTrue();
  }

  @Test
  void formTellsWhetherASecretIsSet() {
    JsonNode written =
        form.write(
            plugin(setting("Salt", Type.GENERATED, null), setting("Token", Type.TEXT, null)),
            Map.of("token", ""));

    assertThat(written.at("/settings/0/isSet").asBoolean()).isFalse();
    assertThat(written.at("/settings/1/isSet").asBoolean()).isFalse();
  }

  @Test
  void valuesKeepTheirTypes() {
    JsonNode written =
        form.write(
            plugin(
                setting("Loud", Type.BOOL, false),
                setting("Count", Type.NUMBER, 3),
                setting("Rules", Type.CUSTOM, null)),
            Map.of("loud", true, "count", 7, "rules", Map.of("a", List.of(1, "b"))));

    assertThat(written.at("/settings/0/value").isBoolean()).isTrue();
    assertThat(written.at("/settings/0/default").asBoolean(true)).isFalse();
    assertThat(written.at("/settings/1/value").asInt()).isEqualTo(7);
    assertThat(written.at("/settings/2/value")).hasToString("{\"a\":[1,\"b\"]}");
  }

  @Test
  void valueOfAnUndeclaredSettingIsCountedAndNotShown() {
    JsonNode written =
        form.write(
            plugin(setting("Greeting", Type.TEXT, null)),
            Map.of("greeting", "hi", "oldpassword", "hunter2"));

    assertThat(written.at("/others").asInt()).isEqualTo(1);
    assertThat(written.toString()).doesNotContain("hunter2", "oldpassword");
  }

  @Test
  void settingForTheMakersCloudIsNotShown() {
    Setting cloud =
        new Setting(
            "Region", "", Type.TEXT, "", "", "", null, List.of(), Optional.of(Hosting.CLOUD));

    assertThat(form.write(plugin(cloud), Map.of()).at("/settings")).isEmpty();
  }

  @Test
  void changesLeaveEverythingElseAsItIs() throws Exception {
    Map<String, Object> merged =
        form.merge(
            plugin(
                setting("Greeting", Type.TEXT, null),
                setting("Salt", Type.GENERATED, null),
                setting("Count", Type.NUMBER, null)),
            Map.of("greeting", "hi", "salt", "hidden", "count", 3, "undeclared", true),
            json.readTree("{\"Greeting\":\"hello\",\"Count\":null}"));

    assertThat(merged)
        .containsOnly(
            Map.entry("greeting", "hello"),
            Map.entry("salt", "hidden"),
            Map.entry("undeclared", true));
  }

  @Test
  void unknownSettingIsRefusedByName() {
    ApiFailure failure =
        catchThrowableOfType(
            ApiFailure.class,
            () -> form.merge(plugin(), Map.of(), json.readTree("{\"a\\nb<i>\":1}")));

    assertThat(failure)
        .hasMessage("cannot save settings of plugin com.example.hello: it has no setting a b<i>");
  }

  private static Setting setting(String key, Type type, @Nullable Object defaultValue) {
    return new Setting(
        key,
        key,
        type,
        "",
        "",
        "",
        defaultValue,
        type.hasOptions() ? List.of(new Option("One", "1")) : List.of(),
        Optional.empty());
  }

  private static ManagedPlugin plugin(Setting... settings) {
    LivelyPlugins plugins = new LivelyPlugins();
    plugins.put(LivelyPlugins.installed("com.example.hello", "Hello", "1.0.0"));
    plugins.schema("com.example.hello", new SettingsSchema("", "", List.of(settings)));
    return plugins.find("com.example.hello").orElseThrow();
  }
}
