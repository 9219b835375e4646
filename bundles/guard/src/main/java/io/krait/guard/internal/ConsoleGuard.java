package io.krait.guard.internal;

import io.krait.api.Nullable;
import io.krait.api.RepeatedFailures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.felix.webconsole.spi.SecurityProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Stands in front of whoever else lets users into the Web Console. The console asks it before
 * anything else is done with a request, be it for one of its pages, an action or a file.
 */
@Component(
    configurationPid = "io.krait.guard",
    property = {"service.ranking:Integer=2147483647", "io.krait.guard=true"})
@Designate(ocd = GuardConfiguration.class)
public final class ConsoleGuard implements SecurityProvider {

  private static final System.Logger LOG = System.getLogger(ConsoleGuard.class.getName());

  /** What the console's own pages live with: they have scripts and styles in their markup. */
  private static final String POLICY =
      "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'";

  private static final int MISDIRECTED = 421;
  private static final int TOO_MANY_REQUESTS = 429;

  private final KnownHosts hosts;
  private final RequestSource source = new RequestSource();
  private final WrongPasswords passwords;
  private final RepeatedFailures refusals = new RepeatedFailures(LOG);

  @Reference(
      target = "(!(io.krait.guard=true))",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable SecurityProvider inner;

  /** A guard as configured. */
  @Activate
  public ConsoleGuard(GuardConfiguration configuration) {
    this(
        KnownHosts.of(configuration),
        between(configuration.wrong_passwords(), 1, 1000),
        Duration.ofSeconds(between(configuration.longest_wait_seconds(), 1, 86_400)),
        System::nanoTime,
        null);
  }

  ConsoleGuard(
      KnownHosts hosts,
      int freePasswords,
      Duration longestWait,
      LongSupplier clock,
      @Nullable SecurityProvider inner) {
    this.hosts = hosts;
    this.inner = inner;
    passwords = new WrongPasswords(freePasswords, longestWait, clock);
  }

  @Override
  public @Nullable Object authenticate(HttpServletRequest request, HttpServletResponse response) {
    protect(response);
    if (!hosts.know(request.getServerName())) {
      log(
          "host",
          "a request for %s was kept away from the Web Console, as this server does not know that"
              + " name; if it is its own, add it to hosts of io.krait.guard",
          request.getServerName());
      return refuse(
          response,
          MISDIRECTED,
          "This server does not know itself by the name in the address. If it is right, add it to"
              + " hosts of io.krait.guard; its address works, too.");
    }
    if (!source.isOwn(request)) {
      log(
          "site",
          "a request that another site has made a browser send was kept away from the Web Console:"
              + " %s",
          "from " + request.getRemoteAddr() + ", page " + page(request));
      return refuse(
          response,
          HttpServletResponse.SC_FORBIDDEN,
          "The request was refused, as the page of another site has made the browser send it.");
    }
    SecurityProvider provider = inner;
    if (provider == null) {
      return refuse(
          response,
          HttpServletResponse.SC_SERVICE_UNAVAILABLE,
          "Nothing is there that could let anybody in; try again later.");
    }
    String credentials = request.getHeader("Authorization");
    return credentials == null
        ? provider.authenticate(request, response)
        : attempt(provider, request, response, credentials);
  }

  private @Nullable Object attempt(
      SecurityProvider provider,
      HttpServletRequest request,
      HttpServletResponse response,
      String credentials) {
    String address = request.getRemoteAddr();
    Optional<Duration> wait = passwords.begin(address, credentials);
    if (wait.isPresent()) {
      long seconds = wait.get().plusMillis(999).toSeconds();
      response.setHeader("Retry-After", Long.toString(seconds));
      return refuse(
          response,
          TOO_MANY_REQUESTS,
          "There were too many wrong passwords from this address; try again in %d s."
              .formatted(seconds));
    }
    @Nullable Object user = null;
    try {
      user = provider.authenticate(request, response);
    } finally {
      WrongPasswords.Count count = passwords.end(address, credentials, user != null);
      if (count.firstWait()) {
        LOG.log(
            Level.WARNING,
            "{0} wrong passwords for the Web Console from {1}; it has to wait from now on, longer"
                + " each time",
            count.wrong(),
            address);
      }
    }
    return user;
  }

  private static void protect(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  }

  private static @Nullable Object refuse(HttpServletResponse response, int status, String why) {
    response.setStatus(status);
    response.setContentType("text/plain;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    byte[] text = (why + "\n").getBytes(StandardCharsets.UTF_8);
    response.setContentLength(text.length);
    try {
      response.getOutputStream().write(text);
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "whoever was refused has gone", gone);
    }
    return null;
  }

  private static String page(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    String page = origin == null ? String.valueOf(request.getHeader("Referer")) : origin;
    return page.length() > 200 ? page.substring(0, 200) : page;
  }

  private void log(String kind, String message, String what) {
    // Clients choose what is in there.
    refusals.log(Level.WARNING, kind, message.formatted(what.replaceAll("[^ -~]", "?")), null);
  }

  private static int between(int value, int least, int most) {
    return Math.max(least, Math.min(most, value));
  }

  @Override
  public boolean authorize(Object user, String role) {
    SecurityProvider provider = inner;
    return provider != null && provider.authorize(user, role);
  }

  @Override
  public void logout(HttpServletRequest request, HttpServletResponse response) {
    SecurityProvider provider = inner;
    if (provider != null) {
      provider.logout(request, response);
    }
  }
}
