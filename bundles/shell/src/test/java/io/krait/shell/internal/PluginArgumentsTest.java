package io.krait.shell.internal;

import static io.krait.shell.internal.FakeManager.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.Nullable;
import io.krait.api.management.PluginState;
import io.krait.api.management.SettingsSchema;
import io.krait.api.management.SettingsSchema.Option;
import io.krait.api.management.SettingsSchema.Setting;
import io.krait.api.management.SettingsSchema.Type;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PluginArgumentsTest {
  private static final SettingsSchema SCHEMA =
      new SettingsSchema(
          "",
          "",
          List.of(
              setting("Loud", Type.BOOL, false, List.of()),
              setting(
                  "Tone",
                  Type.DROPDOWN,
                  null,
                  List.of(new Option("Low", "low"), new Option("High", "high"))),
              setting("greeting", Type.TEXT, "hello", List.of())));

  private final PluginArguments arguments =
      new PluginArguments(
          new Present<>(
              new FakeManager()
                  .with(
                      FakeManager.with(
                          SCHEMA, plugin("com.example.hello", PluginState.RUNNING, "")))
                  .with(plugin("com.example.off", PluginState.DISABLED, ""))),
          CommandForm.of(LogCommands.class));

  @Test
  void identifiersAreThoseThatTheCommandCanDoSomethingWith() {
    assertThat(at("plugin:info", "")).containsExactly("com.example.hello", "com.example.off");
    assertThat(at("info", "com.ex")).containsExactly("com.example.hello", "com.example.off");
    assertThat(at("plugin:enable", "")).containsExactly("com.example.off");
    assertThat(at("plugin:disable", "")).containsExactly("com.example.hello");
    assertThat(at("plugin:env", "")).containsExactly("com.example.hello");
    assertThat(at("plugin:list", "")).isEmpty();
    assertThat(at("plugin:info", "com.example.hello", "")).isEmpty();
  }

  @Test
  void settingsAreThoseOfThePluginAndValuesThoseOfTheSetting() {
    assertThat(at("plugin:config", "com.example.hello", ""))
        .containsExactly("greeting", "loud", "tone");
    assertThat(at("plugin:unset", "com.example.hello", "")).contains("loud");
    assertThat(at("plugin:config", "com.example.nobody", "")).isEmpty();
    assertThat(at("plugin:config", "com.example.hello", "loud", ""))
        .containsExactly("false", "true");
    assertThat(at("plugin:config", "com.example.hello", "tone", "")).containsExactly("low", "high");
    assertThat(at("plugin:config", "com.example.hello", "greeting", "")).isEmpty();
    assertThat(at("plugin:config", "com.example.hello", "loud", "true", "")).isEmpty();
  }

  @Test
  void optionsAndTheirValuesTakeNoPlace() {
    assertThat(at("plugin:config", "-n", "com.example.hello", "")).contains("greeting");
    assertThat(at("plugin:logs", "-f", "")).contains("com.example.hello");
    assertThat(at("plugin:logs", "-n", "")).isEmpty();
    assertThat(at("plugin:logs", "-n", "5", "")).contains("com.example.hello");
  }

  private List<String> at(String... words) {
    return arguments.at(List.of(words), words.length - 1);
  }

  private static Setting setting(
      String key, Type type, @Nullable Object byDefault, List<Option> options) {
    return new Setting(key, key, type, "", "", "", byDefault, options, Optional.empty());
  }
}
