package io.krait.http.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.osgi.service.servlet.whiteboard.annotations.RequireHttpWhiteboard;

/**
 * Believes proxies that it knows, and nobody else, who a client is. Before all else, so that
 * everything in the server sees the same client.
 */
@Component(
    service = Preprocessor.class,
    configurationPid = "io.krait.http.proxies",
    property = "service.ranking:Integer=1000")
@Designate(ocd = ProxiesConfiguration.class)
@RequireHttpWhiteboard
public final class TrustedProxies implements Preprocessor {

  private static final System.Logger LOG = System.getLogger(TrustedProxies.class.getName());
  private static final int MOST_HOPS = 50;

  private final List<Network> trusted = new ArrayList<>();

  @Activate
  public TrustedProxies(ProxiesConfiguration configuration) {
    this(List.of(configuration.trusted()));
  }

  TrustedProxies(List<String> addresses) {
    for (String address : addresses) {
      Optional<Network> network = Network.parse(address);
      if (network.isPresent()) {
        trusted.add(network.get());
      } else if (!address.isBlank()) {
        LOG.log(
            Level.ERROR,
            "configuration io.krait.http.proxies, trusted: \"{0}\" is neither an address nor a"
                + " network such as 10.0.0.0/8; it is passed over",
            address);
      }
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request instanceof HttpServletRequest asked ? seen(asked) : request, response);
  }

  /** The request as the rest of the server sees it. */
  HttpServletRequest seen(HttpServletRequest request) {
    if (isTrusted(request.getRemoteAddr())) {
      return new ForwardedRequest(request, client(request));
    }
    return UnforwardedRequest.isNeeded(request) ? new UnforwardedRequest(request) : request;
  }

  private boolean isTrusted(String address) {
    for (Network network : trusted) {
      if (network.contains(address)) {
        return true;
      }
    }
    return false;
  }

  /** The last one that is not one of the proxies: what is before it anybody may have written. */
  private String client(HttpServletRequest request) {
    String client = request.getRemoteAddr();
    List<String> hops = new ArrayList<>();
    for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
      Collections.addAll(hops, header.split(","));
    }
    for (int i = hops.size() - 1; i >= Math.max(0, hops.size() - MOST_HOPS); i--) {
      String hop = withoutPort(hops.get(i).strip());
      if (!Network.isAddress(hop)) {
        return client;
      }
      client = hop;
      if (!isTrusted(hop)) {
        return client;
      }
    }
    return client;
  }

  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      return end < 0 ? hop : hop.substring(1, end);
    }
    int colon = hop.indexOf(':');
    return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
  }
}
