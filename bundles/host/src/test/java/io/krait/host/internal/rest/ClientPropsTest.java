package io.krait.host.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientPropsTest {

  @Test
  void noClientSaysThatAProgramHasPostedOrThatTheAuthorIsAnother() {
    assertThat(
            ClientProps.of(
                Map.of(
                    "colour",
                    "red",
                    "from_webhook",
                    "true",
                    "override_username",
                    "boss",
                    "from_bot",
                    "true",
                    "override_icon_url",
                    "http://example.org/boss.png")))
        .isEqualTo(Map.of("colour", "red"));
  }

  @Test
  void whatAProgramHasSaidOfAPostStaysWhenAClientChangesIt() {
    assertThat(
            ClientProps.changed(
                Map.of("from_webhook", "true", "colour", "red"),
                Map.of("from_plugin", "true", "size", "big")))
        .isEqualTo(Map.of("from_webhook", "true", "size", "big"));
  }
}
