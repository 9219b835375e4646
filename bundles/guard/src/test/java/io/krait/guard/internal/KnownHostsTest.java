package io.krait.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownHostsTest {

  private final KnownHosts hosts =
      new KnownHosts(List.of("chat.example.com", " Other.Example. "), () -> "thismachine");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "192.0.2.7",
        "[::1]",
        "::1",
        "2001:db8::7",
        "localhost",
        "LOCALHOST",
        "a.localhost",
        "chat.example.com",
        "CHAT.example.com.",
        "other.example",
        "thismachine"
      })
  void ownNamesAndAddressesAreKnown(String host) {
    assertThat(hosts.know(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example", "chat.example.com.evil.example", "thismachine.evil.example",
            "127.0.0.1.evil.example",
        "evil-localhost", "localhost.evil.example", "", "dead.beef"
      })
  void namesOfOthersAreNot(String host) {
    assertThat(hosts.know(host)).isFalse();
  }

  @Test
  void starLetsAllBeGood() {
    assertThat(new KnownHosts(List.of("*"), () -> "thismachine").know("any.example")).isTrue();
  }
}
