package io.krait.host.internal.webhooks;

import io.krait.host.internal.configuration.ServerConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * Calls an address outside, within a time and with a bounded answer. Redirections are not followed,
 * and addresses inside the own network are called only where the configuration names their hosts.
 */
final class OutgoingCall {

  private static final int LARGEST_ANSWER = 1 << 20;
  private static final int UNIQUE_LOCAL = 0xfc;
  private static final int OF_UNIQUE_LOCAL = 0xfe;

  private final ServerConfiguration configuration;

  OutgoingCall(ServerConfiguration configuration) {
    this.configuration = configuration;
  }

  /**
   * Sends a body, and waits for the answer.
   *
   * @return the answer's body, which is empty where it has none
   * @throws IOException where there is no answer in time, it is no success or too large, or the
   *     address must not be called
   */
  String post(String url, String contentType, String body) throws IOException {
    URI address = URI.create(url);
    check(address.getHost());
    long seconds =
        Math.max(1, configuration.number("ServiceSettings", "OutgoingIntegrationRequestsTimeout"));
    Duration timeout = Duration.ofSeconds(Math.min(seconds, 300));
    long deadline = System.nanoTime() + timeout.toNanos();
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    try {
      connection.setConnectTimeout((int) timeout.toMillis());
      connection.setReadTimeout((int) timeout.toMillis());
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setRequestMethod("POST");
      connection.setRequestProperty("Content-Type", contentType);
      connection.setRequestProperty("Accept", "application/json");
      // Nothing is kept open, and no thread of the JVM's looks after it.
      connection.setRequestProperty("Connection", "close");
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(bytes.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(bytes);
      }
      int status = connection.getResponseCode();
      if (status < 200 || status > 299) {
        throw new IOException("it answers with status " + status);
      }
      try (InputStream in = connection.getInputStream()) {
        return read(in, deadline);
      }
    } finally {
      connection.disconnect();
    }
  }

  private static String read(InputStream in, long deadline) throws IOException {
    byte[] buffer = new byte[8 << 10];
    byte[] answer = new byte[0];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      if (answer.length + count > LARGEST_ANSWER) {
        throw new IOException("its answer is too large");
      }
      if (System.nanoTime() - deadline > 0) {
        throw new IOException("its answer takes too long");
      }
      int before = answer.length;
      answer = Arrays.copyOf(answer, before + count);
      System.arraycopy(buffer, 0, answer, before, count);
    }
    return new String(answer, StandardCharsets.UTF_8);
  }

  private void check(String host) throws IOException {
    String allowed = configuration.text("ServiceSettings", "AllowedUntrustedInternalConnections");
    if (Arrays.asList(allowed.split("[\\s,]+")).contains(host)) {
      return;
    }
    // The JVM remembers for a while what it is told here, so that this is where it connects to.
    for (InetAddress address : InetAddress.getAllByName(host)) {
      if (isInside(address)) {
        throw new IOException(
            "it is inside the own network; ServiceSettings.AllowedUntrustedInternalConnections may"
                + " name its host");
      }
    }
  }

  private static boolean isInside(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean uniqueLocal =
        address instanceof Inet6Address && (bytes[0] & OF_UNIQUE_LOCAL) == UNIQUE_LOCAL;
    boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    return uniqueLocal
        || shared
        || address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress();
  }
}
