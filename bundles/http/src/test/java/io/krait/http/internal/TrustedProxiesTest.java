package io.krait.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

  private final TrustedProxies proxies =
      new TrustedProxies(List.of("10.0.0.0/8", "2001:db8::/33", "192.0.2.7"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For",
        "X-Forwarded-Proto",
        "X-Forwarded-Host",
        "X_Forwarded_For",
        "X-Forwarded-Ssl",
        "Forwarded",
        "X-Real-IP",
        "True-Client-IP"
      })
  void nobodyElseIsBelieved(String header) {
    HttpServletRequest seen =
        proxies.seen(
            new FakeServletRequest("GET", "/")
                .header(header, "https")
                .header("X-Other", "stays")
                .build());

    assertThat(seen.getHeader(header)).isNull();
    assertThat(seen.getHeaders(header).hasMoreElements()).isFalse();
    assertThat(Collections.list(seen.getHeaderNames())).containsExactly("X-Other");
    assertThat(seen.getRemoteAddr()).isEqualTo("192.0.2.1");
    assertThat(seen.isSecure()).isFalse();
    assertThat(seen.getServerName()).isEqualTo("inside.example");
  }

  @Test
  void aProxyThatIsKnownSaysWhatTheClientHasAskedFor() {
    HttpServletRequest seen =
        proxies.seen(
            new FakeServletRequest("GET", "/path")
                .from("10.1.2.3")
                .header("Host", "inside.example:8065")
                .header("X-Forwarded-For", "203.0.113.5")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "chat.example.com")
                .build());

    assertThat(seen.getRemoteAddr()).isEqualTo("203.0.113.5");
    assertThat(seen.getScheme()).isEqualTo("https");
    assertThat(seen.isSecure()).isTrue();
    assertThat(seen.getServerName()).isEqualTo("chat.example.com");
    assertThat(seen.getServerPort()).isEqualTo(443);
    assertThat(seen.getHeader("host")).isEqualTo("chat.example.com");
    assertThat(seen.getRequestURL()).asString().isEqualTo("https://chat.example.com/path");
  }

  @ParameterizedTest
  @CsvSource({
    // What a client makes up comes before what proxies add.
    "'1.1.1.1, 203.0.113.5', 203.0.113.5",
    "'1.1.1.1, 203.0.113.5, 10.9.9.9', 203.0.113.5",
    "'10.9.9.9, 10.9.9.8', 10.9.9.9",
    "'203.0.113.5:4711', 203.0.113.5",
    "'[2001:db8:ffff::1]:4711', 2001:db8:ffff::1",
    "'2001:db8:ffff::1, 2001:db8::1', 2001:db8:ffff::1",
    "'203.0.113.5, unknown', 10.1.2.3",
    "'203.0.113.5, evil.example', 10.1.2.3",
    "'', 10.1.2.3"
  })
  void theClientIsTheLastThatIsNoProxy(String forwarded, String client) {
    assertThat(
            proxies
                .seen(
                    new FakeServletRequest("GET", "/")
                        .from("10.1.2.3")
                        .header("X-Forwarded-For", forwarded)
                        .build())
                .getRemoteAddr())
        .isEqualTo(client);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example/path", "a b", "x:y", "@", "evil.example\r\nX: y"})
  void aHostThatIsNoneIsPassedOver(String host) {
    HttpServletRequest seen =
        proxies.seen(
            new FakeServletRequest("GET", "/")
                .from("192.0.2.7")
                .header("X-Forwarded-Host", host)
                .header("X-Forwarded-Proto", "gopher")
                .build());

    assertThat(seen.getServerName()).isEqualTo("inside.example");
    assertThat(seen.getServerPort()).isEqualTo(8065);
    assertThat(seen.getScheme()).isEqualTo("http");
  }

  @Test
  void whatIsNoAddressIsSaidAndTrustsNobody() {
    try (LoggedLines logged = new LoggedLines(TrustedProxies.class)) {
      TrustedProxies none = new TrustedProxies(List.of("nonsense", "300.1.1.1", ""));

      assertThat(logged.lines())
          .hasSize(2)
          .allMatch(line -> line.contains("io.krait.http.proxies"));
      assertThat(
              none.seen(
                      new FakeServletRequest("GET", "/")
                          .header("X-Forwarded-For", "203.0.113.5")
                          .build())
                  .getRemoteAddr())
          .isEqualTo("192.0.2.1");
    }
  }

  @Test
  void aRequestWithoutSuchHeadersIsLeftAsItIs() {
    HttpServletRequest request = new FakeServletRequest("GET", "/").header("X-A", "b").build();

    assertThat(proxies.seen(request)).isSameAs(request);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.200, true",
    "0.0.0.0/0, 203.0.113.1, true",
    "0.0.0.0/0, ::1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "::1, '[::1]', true",
    "127.0.0.1, localhost, false"
  })
  void networkIsOfAddressesThatBeginAlike(String network, String address, boolean in) {
    assertThat(Network.parse(network).orElseThrow().contains(address)).isEqualTo(in);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::/129", "10.0.0/8"})
  void whatIsNoNetworkIsNone(String text) {
    assertThat(Network.parse(text)).isEmpty();
  }
}
