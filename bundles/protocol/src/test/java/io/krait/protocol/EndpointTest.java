package io.krait.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

  @ParameterizedTest
  @CsvSource({
    "unix, /run/krait/a/api.sock, unix:/run/krait/a/api.sock",
    "tcp, 127.0.0.1:5000, 127.0.0.1:5000",
    "tcp, localhost:5000, localhost:5000",
    "tcp, [::1]:5000, [::1]:5000",
  })
  void handshakePartsBecomeTheTargetThatGrpcTakes(String network, String address, String target) {
    Endpoint endpoint = Endpoint.parse(network, address);

    assertThat(endpoint.target()).isEqualTo(target);
    assertThat(endpoint.network()).isEqualTo(network);
    assertThat(endpoint.address()).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "tcp, 127.0.0.1",
    "tcp, 127.0.0.1:http",
    "tcp, 127.0.0.1:65536",
    "tcp, example.org:80",
    "tcp, 127.0.0.256:80",
    "tcp, :80",
    "udp, 127.0.0.1:80",
  })
  void whatIsNoAddressIsRefused(String network, String address) {
    assertThatThrownBy(() -> Endpoint.parse(network, address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not ");
  }

  @Test
  void socketPathOfExactly107BytesIsTaken() {
    Path path = Path.of("/" + "a".repeat(106));

    assertThat(Endpoint.unix(path).path()).isEqualTo(path);
  }

  @Test
  void longerSocketPathIsRefusedWithItsLengthAndAWayOut() {
    assertThatThrownBy(() -> Endpoint.unix(Path.of("/tmp/" + "a".repeat(100) + "/b.sock")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("112 bytes, at most 107")
        .hasMessageContaining("choose a shorter folder");
  }

  @Test
  void relativeSocketPathBecomesAbsolute() {
    assertThat(Endpoint.unix(Path.of("x/../api.sock")).path())
        .isEqualTo(Path.of("api.sock").toAbsolutePath());
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1"})
  void loopbackAddressesAreKnownAsSuch(String host) {
    assertThat(Endpoint.tcp(host, 1).isLoopback()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "0.0.0.0", "::", "fe80::1"})
  void otherAddressesAreNotLoopback(String host) {
    assertThat(Endpoint.tcp(host, 1).isLoopback()).isFalse();
  }
}
