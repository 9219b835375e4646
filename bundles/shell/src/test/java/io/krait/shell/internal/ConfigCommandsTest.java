package io.krait.shell.internal;

import static io.krait.shell.internal.FakeManager.plugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.api.Nullable;
import io.krait.api.management.PluginState;
import io.krait.api.management.SettingsSchema;
import io.krait.api.management.SettingsSchema.Setting;
import io.krait.api.management.SettingsSchema.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class ConfigCommandsTest {
  private static final SettingsSchema SCHEMA =
      new SettingsSchema(
          "",
          "",
          List.of(
              setting("greeting", Type.TEXT, "hello", "What is said."),
              setting("times", Type.NUMBER, 3, ""),
              setting("loud", Type.BOOL, false, ""),
              setting("hook_key", Type.GENERATED, null, ""),
              setting("apitoken", Type.TEXT, null, "")));

  private final FakeManager manager =
      new FakeManager()
          .with(FakeManager.with(SCHEMA, plugin("com.example.hello", PluginState.RUNNING, "")))
          .with(plugin("com.example.off", PluginState.DISABLED, ""));
  @AutoClose private final Shell shell = new Shell(manager, new FakeLogs(), List.of()).columns(120);

  @Test
  void showsSettingsWithTheirDefaultsAndWithoutSecrets() throws Exception {
    manager.saveSettings(
        "com.example.hello", Map.of("hook_key", "abc123", "apitoken", "t0k3n", "loud", true));

    assertThat(shell.show("plugin:config com.example.hello").lines())
        .containsExactly(
            "KEY       VALUE     ORIGIN   TYPE       HELP",
            "greeting  hello     default  text       What is said.",
            "times     3         default  number     times",
            "loud      true      set      bool       loud",
            "hook_key  ********  set      generated  hook_key",
            "apitoken  ********  set      text       apitoken");
    assertThat(shell.show("plugin:config com.example.off"))
        .isEqualTo("plugin com.example.off has no settings");
  }

  @Test
  void setsASettingWithTheTypeOfItsSchema() throws Exception {
    shell.result("plugin:config com.example.hello Greeting 'good morning'");
    shell.result("plugin:config com.example.hello times 5");
    shell.result("plugin:config com.example.hello LOUD true");

    assertThat(manager.savedSettings("com.example.hello"))
        .isEqualTo(Map.of("greeting", "good morning", "times", 5L, "loud", true));
  }

  @Test
  void doesNotSaveDefaults() throws Exception {
    shell.result("plugin:config com.example.hello times 5");
    assertThat(manager.savedSettings("com.example.hello")).isEqualTo(Map.of("times", 5L));

    shell.result("plugin:unset com.example.hello times");

    assertThat(manager.savedSettings("com.example.hello")).isEmpty();
  }

  @Test
  void aSecretThatIsSetIsNotShown() throws Exception {
    assertThat(shell.show("plugin:config com.example.hello apitoken s3cr3t"))
        .contains(Commands.MASK)
        .doesNotContain("s3cr3t");
    assertThat(manager.savedSettings("com.example.hello")).isEqualTo(Map.of("apitoken", "s3cr3t"));
  }

  @Test
  void aValueOfTheWrongTypeIsRefused() {
    assertThatThrownBy(() -> shell.show("plugin:config com.example.hello loud perhaps"))
        .hasMessage("plugin com.example.hello: setting loud must be true or false");
    assertThatThrownBy(() -> shell.show("plugin:config com.example.hello times many"))
        .hasMessage("plugin com.example.hello: setting times must be a number");
    assertThatThrownBy(() -> shell.show("plugin:config com.example.hello nothing"))
        .hasMessage(
            "plugin com.example.hello has no setting nothing; it has greeting, times, loud,"
                + " hook_key, apitoken");
  }

  @Test
  void aSettingThatTheManifestDoesNotNameIsSetOnRequestAlone() throws Exception {
    assertThatThrownBy(() -> shell.show("plugin:config com.example.hello greetng hi"))
        .hasMessage(
            "plugin com.example.hello has no setting greetng; it has greeting, times, loud,"
                + " hook_key, apitoken; -n sets it nevertheless");
    assertThatThrownBy(() -> shell.show("plugin:unset com.example.hello greetng"))
        .hasMessageStartingWith("plugin com.example.hello has no setting greetng; it has greeting");
    assertThat(manager.savedSettings("com.example.hello")).isNull();

    shell.result("plugin:config -n com.example.hello secretly yes");
    shell.result("plugin:config com.example.hello secretly no");
    assertThat(manager.savedSettings("com.example.hello")).isEqualTo(Map.of("secretly", "no"));

    shell.result("plugin:unset com.example.hello secretly");
    assertThat(manager.savedSettings("com.example.hello")).isEmpty();
  }

  private static Setting setting(
      String key, Type type, @Nullable Object defaultValue, String help) {
    return new Setting(key, key, type, help, "", "", defaultValue, List.of(), Optional.empty());
  }
}
