package io.krait.api.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.krait.api.management.SettingsSchema.Setting;
import io.krait.api.management.SettingsSchema.Type;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "APIKey",
        "AwsCredentials",
        "ClientSecret",
        "DB_PASSWORD",
        "DbPasswd",
        "EncryptionKey",
        "GitHubWebhookSecret",
        "KRAIT_API_TOKEN",
        "PassPhrase",
        "SENTRY_DSN",
        "SharedKey",
        "Token",
        "WebhookUrl",
        "api_key",
        "auth_key",
        "client-key",
        "db_pwd",
        "encryptKey",
        "private-key",
        "signing"
      })
  void whatIsCalledLikeASecretIsOne(String name) {
    assertThat(SecretNames.include(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Channel",
        "Greeting",
        "KRAIT_PLUGIN_ID",
        "KeyWords",
        "Keyboard",
        "MonkeyName",
        "PWD",
        "PYTHONPATH",
        "Url",
        "monkey_name"
      })
  void whatIsCalledOtherwiseIsNone(String name) {
    assertThat(SecretNames.include(name)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Type.class,
      names = {"TEXT", "LONGTEXT", "NUMBER", "USERNAME", "CUSTOM"})
  void aSettingThatIsTypedIsASecretByItsName(Type type) {
    assertThat(setting("Token", type).isSecret()).isTrue();
    assertThat(setting("Greeting", type).isSecret()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Type.class,
      names = {"BOOL", "DROPDOWN", "RADIO"})
  void aChoiceIsNoSecretWhateverItIsCalled(Type type) {
    assertThat(setting("Token", type).isSecret()).isFalse();
  }

  @Test
  void whatIsGeneratedIsASecret() {
    assertThat(setting("Greeting", Type.GENERATED).isSecret()).isTrue();
  }

  private static Setting setting(String key, Type type) {
    return new Setting(key, "", type, "", "", "", null, List.of(), Optional.empty());
  }
}
