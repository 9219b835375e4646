package io.krait.codegen.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "KVSet, kv_set, kvSet",
    "GetLDAPUserAttributes, get_ldap_user_attributes, getLdapUserAttributes",
    "SetUserStatusTimedDND, set_user_status_timed_dnd, setUserStatusTimedDnd",
    "CreateOAuthApp, create_o_auth_app, createOAuthApp",
    "PluginHTTP, plugin_http, pluginHttp",
    "OnSAMLLogin, on_saml_login, onSamlLogin",
    "ServeHTTP, serve_http, serveHttp",
    "Implemented, implemented, implemented",
    "mattermostAppId, mattermost_app_id, mattermostAppId",
    "user_id_1, user_id_1, userId1",
    "create_at, create_at, createAt",
    "sha256, sha256, sha256",
    "default, default, default"
  })
  void wordsAreFoundInAnyForm(String name, String snake, String camel) {
    assertThat(Names.lowerSnake(name)).isEqualTo(snake);
    assertThat(Names.lowerCamel(name)).isEqualTo(camel);
  }

  @ParameterizedTest
  @CsvSource({"OnSAMLLogin, ON_SAML_LOGIN, OnSamlLogin", "team_type, TEAM_TYPE, TeamType"})
  void constantsAreInCapitalsAndClassesBeginWithOne(String name, String constant, String type) {
    assertThat(Names.upperSnake(name)).isEqualTo(constant);
    assertThat(Names.upperCamel(name)).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "create_at, CreateAt",
    "user_id_1, UserId1",
    "sha256_sum, Sha256Sum",
    "sha2x, Sha2X",
    "mattermostAppId, MattermostAppId",
    "aBC_d, ABCD",
    "default, Default"
  })
  void accessorsOfProtobufAreNamedAsProtocNamesThem(String field, String accessor) {
    assertThat(Names.protobufJavaCamel(field)).isEqualTo(accessor);
  }
}
