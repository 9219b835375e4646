package io.krait.supervisor.internal;

import io.krait.protocol.Endpoint;
import io.krait.protocol.Transport;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a plugin says of itself on one line of its standard output, once it listens: {@code
 * 1|1|tcp|127.0.0.1:4711|grpc}, as HashiCorp's go-plugin defines it.
 *
 * @param transport what is spoken there
 * @param endpoint where it listens
 * @param certificate what it shows to those who connect, as DER in Base64; empty where it does not
 *     encrypt
 * @param multiplexing whether it can carry all of its services over one connection
 */
record Handshake(
    Transport transport, Endpoint endpoint, Optional<String> certificate, boolean multiplexing) {

  private static final String CORE_VERSION = "1";
  private static final String APP_VERSION = "1";
  private static final Pattern BEGINNING = Pattern.compile("\\d+\\|\\d+\\|.*");

  /** Tells a plugin which versions of the lane this host speaks. */
  static final String LANE = "KRAIT_LANE";

  private static final String LANE_VERSIONS = "1";

  /** Has the certificate of the host, as PEM. Who finds it may answer with one of its own. */
  static final String CLIENT_CERTIFICATE = "PLUGIN_CLIENT_CERT";

  /**
   * By these a plugin knows that it is a plugin, and how it is to talk to its host.
   *
   * @param lane whether it may do so on a lane
   */
  static Map<String, String> variables(Path socketFolder, boolean lane) {
    Map<String, String> variables = new TreeMap<>(goPlugin(socketFolder));
    if (lane) {
      variables.put(LANE, LANE_VERSIONS);
    }
    return variables;
  }

  private static Map<String, String> goPlugin(Path socketFolder) {
    return Map.of(
        "MATTERMOST_PLUGIN", "Securely message teams, anywhere.",
        "PLUGIN_PROTOCOL_VERSIONS", APP_VERSION,
        "PLUGIN_MIN_PORT", "10000",
        "PLUGIN_MAX_PORT", "25000",
        "PLUGIN_UNIX_SOCKET_DIR", socketFolder.toString());
  }

  /** Whether {@code line} can be meant as nothing but a handshake. */
  static boolean isMeantBy(String line) {
    return BEGINNING.matcher(line.strip()).matches();
  }

  /**
   * Reads a handshake line.
   *
   * @param lane whether the plugin was offered the lane
   * @throws HandshakeException where it is malformed, or not of this protocol
   */
  static Handshake parse(String line, boolean lane) throws HandshakeException {
    String[] fields = line.strip().split("\\|", -1);
    if (!isMeantBy(line) || fields.length < 4) {
      throw malformed(line, "network and address are missing");
    }
    if (!fields[0].equals(CORE_VERSION)) {
      throw new HandshakeException(
          "it speaks version %s of the plugin protocol, and this host version %s; use an SDK that fits this host"
              .formatted(fields[0], CORE_VERSION));
    }
    if (!fields[1].equals(APP_VERSION)) {
      throw new HandshakeException(
          "it speaks version %s of the plugin API, and this host version %s; use an SDK that fits this host"
              .formatted(fields[1], APP_VERSION));
    }
    // Without the field, the protocol was go-plugin's first one.
    String protocol = fields.length < 5 ? "netrpc" : fields[4];
    Transport transport = lane && protocol.equals("lane") ? Transport.LANE : Transport.GRPC;
    if (transport == Transport.GRPC && !protocol.equals("grpc")) {
      throw new HandshakeException(
          "it speaks \"%s\", and this host only grpc; use an SDK that fits this host"
              .formatted(protocol));
    }
    Endpoint endpoint;
    try {
      endpoint = Endpoint.parse(fields[2], fields[3]);
    } catch (IllegalArgumentException e) {
      throw malformed(line, e.getMessage());
    }
    if (transport == Transport.LANE && !(endpoint instanceof Endpoint.Unix)) {
      throw malformed(line, "a lane is on a unix socket");
    }
    if (endpoint instanceof Endpoint.Tcp tcp && tcp.port() == 0) {
      throw malformed(line, "port 0 is where nobody listens");
    }
    return new Handshake(
        transport,
        endpoint,
        fields.length > 5 && !fields[5].isBlank() ? Optional.of(fields[5]) : Optional.empty(),
        fields.length > 6 && fields[6].equals("true"));
  }

  private static HandshakeException malformed(String line, String why) {
    return new HandshakeException(
        "its handshake %s is malformed: %s; expected is for example 1|1|tcp|127.0.0.1:4711|grpc"
            .formatted(Quotes.quote(line), why));
  }
}
