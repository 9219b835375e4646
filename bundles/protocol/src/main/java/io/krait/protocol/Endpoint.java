package io.krait.protocol;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/** Where one side listens and the other connects to. */
public sealed interface Endpoint {

  /** What a socket path may be long: the kernel's 108 bytes less the closing zero. */
  int MAX_SOCKET_PATH_BYTES = 107;

  /**
   * A unix socket at {@code path}, made absolute.
   *
   * @throws IllegalArgumentException where the path is longer than {@link #MAX_SOCKET_PATH_BYTES}
   */
  static Endpoint.Unix unix(Path path) {
    return new Unix(path);
  }

  /** A port that the system chooses, on 127.0.0.1. */
  static Endpoint.Tcp loopback() {
    return new Tcp("127.0.0.1", 0);
  }

  /**
   * A TCP port.
   *
   * @param host an IP address or {@code localhost}: names are never looked up
   * @throws IllegalArgumentException where host or port is none
   */
  static Endpoint.Tcp tcp(String host, int port) {
    return new Tcp(host, port);
  }

  /**
   * Reads the two parts of a plugin's handshake line that say where it listens.
   *
   * @param network {@code unix} or {@code tcp}
   * @param address a path, or host and port with a colon between them
   * @throws IllegalArgumentException where they make no endpoint
   */
  static Endpoint parse(String network, String address) {
    return switch (network) {
      case "unix" -> unix(Path.of(address));
      case "tcp" -> parseTcp(address);
      default ->
          throw new IllegalArgumentException(
              "not a network: \"" + network + "\"; expected unix or tcp");
    };
  }

  private static Endpoint parseTcp(String address) {
    int colon = address.lastIndexOf(':');
    if (colon > 0) {
      String host = address.substring(0, colon);
      if (host.startsWith("[") && host.endsWith("]")) {
        host = host.substring(1, host.length() - 1);
      }
      try {
        return tcp(host, Integer.parseInt(address.substring(colon + 1)));
      } catch (NumberFormatException e) {
        // Told below, together with the case of no port at all.
      }
    }
    throw new IllegalArgumentException(
        "not a TCP address: \"" + address + "\"; expected host:port");
  }

  /** How a handshake line names the network: {@code unix} or {@code tcp}. */
  String network();

  /** How a handshake line names the address: a path, or host and port. */
  String address();

  /** How gRPC libraries of all languages name the endpoint: {@code unix:/path} or host and port. */
  String target();

  /** The address for this JVM's sockets. */
  SocketAddress socketAddress();

  /** A unix socket. */
  record Unix(Path path) implements Endpoint {

    /** Makes the path absolute and checks its length. */
    public Unix {
      path = path.toAbsolutePath().normalize();
      int length = path.toString().getBytes(fileNameCharset()).length;
      if (length > MAX_SOCKET_PATH_BYTES) {
        throw new IllegalArgumentException(
            "socket path is too long: "
                + length
                + " bytes, at most "
                + MAX_SOCKET_PATH_BYTES
                + " are possible; choose a shorter folder than "
                + path.getParent());
      }
    }

    private static Charset fileNameCharset() {
      String name = System.getProperty("sun.jnu.encoding");
      return name != null && Charset.isSupported(name)
          ? Charset.forName(name)
          : StandardCharsets.UTF_8;
    }

    @Override
    public String network() {
      return "unix";
    }

    @Override
    public String address() {
      return path.toString();
    }

    @Override
    public String target() {
      return "unix:" + path;
    }

    @Override
    public SocketAddress socketAddress() {
      return UnixDomainSocketAddress.of(path);
    }

    @Override
    public String toString() {
      return target();
    }
  }

  /** A TCP port; port 0 lets the system choose one when a server binds it. */
  record Tcp(String host, int port) implements Endpoint {

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*(%[\\w.-]+)?");

    /** Checks both parts. */
    public Tcp {
      Objects.requireNonNull(host, "host");
      if (!host.equals("localhost")
          && !IPV4.matcher(host).matches()
          && !IPV6.matcher(host).matches()) {
        throw new IllegalArgumentException(
            "not an IP address: \"" + host + "\"; names other than localhost are not looked up");
      }
      if (port < 0 || port > 65535) {
        throw new IllegalArgumentException("not a TCP port: " + port);
      }
    }

    /** Whether it can be reached from this machine only. */
    public boolean isLoopback() {
      return inetAddress().isLoopbackAddress();
    }

    @Override
    public String network() {
      return "tcp";
    }

    @Override
    public String address() {
      return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    @Override
    public String target() {
      return address();
    }

    @Override
    public SocketAddress socketAddress() {
      return new InetSocketAddress(inetAddress(), port);
    }

    private InetAddress inetAddress() {
      try {
        return host.equals("localhost")
            ? InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})
            : InetAddress.getByName(host);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException("not an IP address: \"" + host + "\"", e);
      }
    }

    @Override
    public String toString() {
      return "tcp:" + address();
    }
  }
}
