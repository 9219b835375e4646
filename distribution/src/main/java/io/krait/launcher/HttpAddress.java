package io.krait.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;

/** Where the server listens. */
record HttpAddress(String host, int port) {

  /**
   * Sees whether the server can listen there, as a server in a container only logs that it cannot.
   *
   * @throws StartException where it cannot
   */
  void check() throws StartException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException unknown) {
      throw new StartException(
          "there is no address %s; choose another with --http-host".formatted(host), unknown);
    } catch (BindException taken) {
      throw new StartException(
          "port %d of %s cannot be used (%s); end what uses it or choose another with --http-port"
              .formatted(port, host, taken.getMessage()),
          taken);
    } catch (IOException failure) {
      throw new StartException(
          "cannot listen on port %d of %s: %s".formatted(port, host, failure), failure);
    }
  }

  /** The server's address as people on this machine use it. */
  String url() {
    boolean all = host.equals("0.0.0.0") || host.equals("::") || host.equals("127.0.0.1");
    String name = all ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
    return "http://" + name + ":" + port;
  }

  /** Whether a request to a path is answered as it should be. */
  boolean answers(String path) {
    try {
      var connection = (HttpURLConnection) URI.create(url() + path).toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException notYet) {
      return false;
    }
  }
}
