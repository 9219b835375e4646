package io.krait.supervisor.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krait.protocol.Endpoint;
import io.krait.protocol.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeTest {

  private final HandshakeReader reader = new HandshakeReader(false);

  @Test
  void aTcpPortIsRead() throws HandshakeException {
    assertThat(Handshake.parse("1|1|tcp|127.0.0.1:4711|grpc", false))
        .isEqualTo(
            new Handshake(
                Transport.GRPC, Endpoint.tcp("127.0.0.1", 4711), Optional.empty(), false));
  }

  @Test
  void aUnixSocketIsReadAndSpaceAroundTheLineIsNot() throws HandshakeException {
    assertThat(Handshake.parse(" 1|1|unix|/run/krait/s|grpc\r", false).endpoint())
        .isEqualTo(Endpoint.unix(Path.of("/run/krait/s")));
  }

  @Test
  void certificateAndMultiplexingAreRead() throws HandshakeException {
    assertThat(Handshake.parse("1|1|tcp|127.0.0.1:4711|grpc|MIIB|true", false))
        .isEqualTo(
            new Handshake(
                Transport.GRPC, Endpoint.tcp("127.0.0.1", 4711), Optional.of("MIIB"), true));
    assertThat(Handshake.parse("1|1|tcp|127.0.0.1:4711|grpc||false|new field", false))
        .isEqualTo(
            new Handshake(
                Transport.GRPC, Endpoint.tcp("127.0.0.1", 4711), Optional.empty(), false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          2|1|tcp|127.0.0.1:4711|grpc      ; version 2 of the plugin protocol, and this host version 1
          1|7|tcp|127.0.0.1:4711|grpc      ; version 7 of the plugin API, and this host version 1
          1|1|tcp|127.0.0.1:4711|netrpc    ; it speaks "netrpc", and this host only grpc
          1|1|tcp|127.0.0.1:4711           ; it speaks "netrpc", and this host only grpc
          1|1|tcp                          ; "1|1|tcp" is malformed: network and address are missing
          1|1|udp|127.0.0.1:4711|grpc      ; is malformed: not a network: "udp"
          1|1|tcp|127.0.0.1|grpc           ; is malformed: not a TCP address: "127.0.0.1"
          1|1|tcp|plugin.example:4711|grpc ; is malformed: not an IP address: "plugin.example"
          1|1|tcp|127.0.0.1:0|grpc         ; is malformed: port 0
          """)
  void whatDoesNotFitIsSaid(String line, String problem) {
    assertThatThrownBy(() -> Handshake.parse(line, false))
        .isInstanceOf(HandshakeException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void theVariablesAreThoseThatPluginsKnow() {
    assertThat(Handshake.variables(Path.of("/run/krait"), false))
        .containsEntry("MATTERMOST_PLUGIN", "Securely message teams, anywhere.")
        .containsEntry("PLUGIN_PROTOCOL_VERSIONS", "1")
        .containsEntry("PLUGIN_MIN_PORT", "10000")
        .containsEntry("PLUGIN_MAX_PORT", "25000")
        .containsEntry("PLUGIN_UNIX_SOCKET_DIR", "/run/krait");
  }

  @Test
  void aPluginThatWasOfferedTheLaneMayTakeIt() throws HandshakeException {
    assertThat(Handshake.variables(Path.of("/run/krait"), true)).containsEntry("KRAIT_LANE", "1");

    Handshake shaken = Handshake.parse("1|1|unix|/run/krait/s|lane", true);

    assertThat(shaken.transport()).isEqualTo(Transport.LANE);
    assertThat(shaken.endpoint()).isEqualTo(Endpoint.unix(Path.of("/run/krait/s")));
  }

  @Test
  void aPluginThatWasOfferedTheLaneMayBeServedByGrpc() throws HandshakeException {
    assertThat(Handshake.parse("1|1|unix|/run/krait/s|grpc", true).transport())
        .isEqualTo(Transport.GRPC);
  }

  @Test
  void aLaneThatNobodyHasOfferedIsRefused() {
    assertThat(Handshake.variables(Path.of("/run/krait"), false)).doesNotContainKey("KRAIT_LANE");
    assertThatThrownBy(() -> Handshake.parse("1|1|unix|/run/krait/s|lane", false))
        .isInstanceOf(HandshakeException.class)
        .hasMessageContaining("it speaks \"lane\", and this host only grpc");
  }

  @Test
  void aLaneOnAPortIsRefused() {
    assertThatThrownBy(() -> Handshake.parse("1|1|tcp|127.0.0.1:4711|lane", true))
        .isInstanceOf(HandshakeException.class)
        .hasMessageContaining("a lane is on a unix socket");
  }

  @Test
  void linesBeforeTheHandshakeAreOrdinaryOutput() {
    assertThat(reader.offer("loading model …")).isFalse();
    assertThat(reader.offer("1 | 2")).isFalse();
    assertThat(reader.offer("1|1|tcp|127.0.0.1:4711|grpc")).isTrue();
    assertThat(reader.offer("1|1|tcp|127.0.0.1:4712|grpc")).isFalse();

    assertThat(reader.result())
        .isCompletedWithValueMatching(
            handshake -> handshake.endpoint().equals(Endpoint.tcp("127.0.0.1", 4711)));
  }

  @Test
  void aMalformedHandshakeIsNotWaitedOver() {
    assertThat(reader.offer("1|1|tcp")).isTrue();

    assertThat(problem()).startsWith("its handshake \"1|1|tcp\" is malformed");
  }

  @Test
  void whenNoHandshakeComesTheLinesThatCameAreNamed() {
    for (String line : new String[] {"one", "", "two\u0007", "three", "four", "five"}) {
      reader.offer(line);
    }
    reader.expire(Duration.ofSeconds(10));

    assertThat(problem())
        .isEqualTo(
            "it has not printed its handshake within 10 s but \"one\", \"two\", \"three\" and 2"
                + " more lines; see its output, or allow it more time");
  }

  @Test
  void whenNothingComesNothingIsNamed() {
    reader.expire(Duration.ofMillis(1500));

    assertThat(problem())
        .isEqualTo(
            "it has not printed its handshake within 1500 ms; see its output, or allow it more"
                + " time");
  }

  @Test
  void theEndOfTheProcessIsSaidWithItsLastLine() {
    reader.end(1, "ModuleNotFoundError: No module named 'yaml'");

    assertThat(problem())
        .isEqualTo(
            "it has ended with code 1 before its handshake; its last line is"
                + " \"ModuleNotFoundError: No module named 'yaml'\"");
  }

  @Test
  void aSignalIsNamed() {
    reader.end(137, "");

    assertThat(problem()).startsWith("it has ended with code 137 (signal 9) before its handshake;");
  }

  @Test
  void theFirstOutcomeStays() {
    reader.expire(Duration.ofSeconds(10));
    reader.end(137, "");

    assertThat(reader.offer("1|1|tcp|127.0.0.1:4711|grpc")).isFalse();
    assertThat(problem()).startsWith("it has not printed its handshake");
  }

  private String problem() {
    try {
      return "no problem: " + reader.result().getNow(null);
    } catch (CompletionException e) {
      return e.getCause().getMessage();
    }
  }
}
