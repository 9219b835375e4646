package io.krait.http.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.osgi.service.servlet.whiteboard.annotations.RequireHttpWhiteboard;

/**
 * Keeps plugins on an origin of their own where there is one: what their pages do in a browser then
 * reaches neither the API nor the console.
 */
@Component(service = Preprocessor.class, configurationPid = "io.krait.http.origin")
@Designate(ocd = PluginOriginConfiguration.class)
@RequireHttpWhiteboard
public final class PluginOrigin implements Preprocessor {

  private static final String PLUGINS = "/plugins";
  private static final int TEMPORARY_REDIRECT = 307;
  private static final int MISDIRECTED = 421;

  private final String host;

  @Activate
  public PluginOrigin(PluginOriginConfiguration configuration) {
    this(configuration.host());
  }

  PluginOrigin(String host) {
    this.host = host.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (host.isEmpty()
        || !(request instanceof HttpServletRequest asked)
        || !(response instanceof HttpServletResponse answer)
        || isPluginHost(asked) == isForPlugins(asked)) {
      chain.doFilter(request, response);
    } else if (isPluginHost(asked)) {
      say(answer, HttpServletResponse.SC_NOT_FOUND, "there is nothing but plugins at this host");
    } else if (asked.getMethod().equals("GET") || asked.getMethod().equals("HEAD")) {
      String query = asked.getQueryString() == null ? "" : "?" + asked.getQueryString();
      answer.setStatus(TEMPORARY_REDIRECT);
      answer.setHeader(
          "Location", asked.getScheme() + "://" + host + asked.getRequestURI() + query);
      answer.setContentLength(0);
    } else {
      say(answer, MISDIRECTED, "plugins are served at " + host);
    }
  }

  private boolean isPluginHost(HttpServletRequest request) {
    String name = request.getServerName().toLowerCase(Locale.ROOT);
    return host.equals(name) || host.equals(name + ":" + request.getServerPort());
  }

  // As the server has understood it, and goes on to look for a servlet.
  private static boolean isForPlugins(HttpServletRequest request) {
    String rest = request.getPathInfo();
    String path = request.getServletPath() + (rest == null ? "" : rest);
    return path.equals(PLUGINS) || path.startsWith(PLUGINS + "/");
  }

  private static void say(HttpServletResponse answer, int status, String what) throws IOException {
    answer.setStatus(status);
    answer.setContentType("text/plain;charset=utf-8");
    byte[] text = (what + "\n").getBytes(StandardCharsets.UTF_8);
    answer.setContentLength(text.length);
    answer.getOutputStream().write(text);
  }
}
