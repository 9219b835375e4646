package io.krait.host.internal.interactive;

import io.krait.api.AppError;
import io.krait.host.internal.configuration.ServerConfiguration;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps requests that others have the server make away from what is inside of its network. */
final class InnerAddresses {

  private final ServerConfiguration configuration;

  InnerAddresses(ServerConfiguration configuration) {
    this.configuration = configuration;
  }

  /**
   * Makes sure that an address is outside, or named by the configuration. Asks the name service.
   *
   * @throws AppError with status 400 where it is not
   */
  void check(URI uri) {
    Set<String> allowed =
        new HashSet<>(
            List.of(
                configuration
                    .text("ServiceSettings", "AllowedUntrustedInternalConnections")
                    .strip()
                    .split("[\\s,]+")));
    String host = uri.getHost();
    if (allowed.contains(host)) {
      return;
    }
    InetAddress[] addresses;
    try {
      addresses = InetAddress.getAllByName(host);
    } catch (UnknownHostException unknown) {
      throw refused("there is no server " + host);
    }
    for (InetAddress address : addresses) {
      if (isInside(address) && !allowed.contains(address.getHostAddress())) {
        throw refused(
            host
                + " is inside of the server's network; if it is to be reached, name it in"
                + " ServiceSettings.AllowedUntrustedInternalConnections");
      }
    }
  }

  private static boolean isInside(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean special =
        bytes.length == 4
            ? first == 0 || first >= 240 || (first == 100 && (second & 0xc0) == 64)
            : (first & 0xfe) == 0xfc;
    return special
        || address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress();
  }

  private static AppError refused(String message) {
    return AppError.of("api.post.do_action.action_integration.app_error", message, 400);
  }
}
