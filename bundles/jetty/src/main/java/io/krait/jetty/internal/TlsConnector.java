package io.krait.jetty.internal;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** A port with TLS, whose certificate and key are in PEM files that may change at any time. */
@Component(
    configurationPid = "io.krait.jetty.tls",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = TlsConfiguration.class)
public final class TlsConnector implements ConnectorFactory {

  private static final System.Logger LOG = System.getLogger(TlsConnector.class.getName());
  private static final int END_SECONDS = 5;

  private final String host;
  private final int port;
  private final int insistSeconds;
  private final PemFiles files;
  private final String password;
  private final ScheduledExecutorService timer;

  // Both touched under the lock.
  private Optional<SslContextFactory.Server> tls = Optional.empty();
  private String state = "";

  /** Reads nothing before there is a server. */
  @Activate
  public TlsConnector(TlsConfiguration configuration) {
    this(
        configuration.host(),
        configuration.port(),
        Math.max(0, configuration.insist_seconds()),
        new PemFiles(Path.of(configuration.certificate()), Path.of(configuration.key())),
        Duration.ofSeconds(Math.max(1, Math.min(86_400, configuration.look_seconds()))));
  }

  TlsConnector(String host, int port, int insistSeconds, PemFiles files, Duration look) {
    this.host = host;
    this.port = port;
    this.insistSeconds = insistSeconds;
    this.files = files;
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    password = Base64.getEncoder().encodeToString(bytes);
    timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "krait-tls-files");
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleWithFixedDelay(
        this::look, look.toMillis(), look.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized Connector createConnector(Server server) {
    SslContextFactory.Server context = new SslContextFactory.Server();
    context.setKeyStorePassword(password);
    state = files.state();
    try {
      context.setKeyStore(files.load(password.toCharArray()));
    } catch (PemFiles.UnusableException unusable) {
      throw new IllegalArgumentException(
          "there is no TLS: %s (certificate, key of io.krait.jetty.tls)"
              .formatted(unusable.getMessage()),
          unusable);
    }
    tls = Optional.of(context);
    HttpConfiguration http = configuration(server);
    ServerConnector connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(context, HttpVersion.HTTP_1_1.asString()),
            new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    for (Connector other : server.getConnectors()) {
      connector.setIdleTimeout(other.getIdleTimeout());
    }
    return connector;
  }

  /** As the port without TLS has it, whose settings Felix HTTP knows. */
  private HttpConfiguration configuration(Server server) {
    HttpConfiguration http = new HttpConfiguration();
    for (Connector other : server.getConnectors()) {
      for (ConnectionFactory factory : other.getConnectionFactories()) {
        if (factory instanceof HttpConfiguration.ConnectionFactory known) {
          http = new HttpConfiguration(known.getHttpConfiguration());
        }
      }
    }
    http.setSecureScheme("https");
    http.setSecurePort(port);
    // Names are of no concern here: nobody is told apart by them, and addresses have none.
    SecureRequestCustomizer secure = new SecureRequestCustomizer(false);
    if (insistSeconds > 0) {
      secure.setStsMaxAge(insistSeconds);
    }
    http.addCustomizer(secure);
    return http;
  }

  private synchronized void look() {
    String now = files.state();
    if (tls.isEmpty() || now.equals(state)) {
      return;
    }
    try {
      KeyStore store = files.load(password.toCharArray());
      tls.get().reload(factory -> factory.setKeyStore(store));
      LOG.log(
          Level.INFO, "TLS goes on with the certificate that is now in {0}", files.certificate());
    } catch (PemFiles.UnusableException unusable) {
      LOG.log(Level.ERROR, "TLS goes on with the old certificate: {0}", unusable.getMessage());
    } catch (Exception failure) {
      LOG.log(Level.ERROR, "TLS goes on with the old certificate, as the new one failed", failure);
    }
    state = now;
  }

  /** Looks no more; the server closes the port when this service goes. */
  @Deactivate
  public void close() throws InterruptedException {
    timer.shutdownNow();
    if (!timer.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
      LOG.log(Level.WARNING, "what looks at the TLS files does not end");
    }
  }
}
