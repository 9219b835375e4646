package io.krait.nats.internal;

import io.krait.api.Nullable;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterLock;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Offers events and leases between the nodes of a server, by NATS, as soon as that answers. Does
 * nothing without a configuration.
 */
@Component(
    service = NatsCluster.class,
    immediate = true,
    configurationPid = "io.krait.nats",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = NatsConfiguration.class)
public final class NatsCluster {

  private static final System.Logger LOGGER = System.getLogger(NatsCluster.class.getName());
  private static final int PAUSE_SECONDS = 2;

  private final BundleContext context;
  private final NatsConfiguration configuration;
  private final Names names;
  private final ScheduledExecutorService connecting =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "krait-nats-connect");
            made.setDaemon(true);
            return made;
          });
  private final List<ServiceRegistration<?>> offered = new ArrayList<>();
  private @Nullable NatsNode node;
  private boolean said;
  private boolean closed;

  /**
   * Connects, soon.
   *
   * @throws IllegalArgumentException where the configuration cannot be used
   */
  @Activate
  public NatsCluster(BundleContext context, NatsConfiguration configuration) {
    this.context = context;
    this.configuration = configuration;
    names = new Names(configuration.cluster());
    if (configuration.node().isBlank() || configuration.servers().length == 0) {
      throw new IllegalArgumentException("io.krait.nats needs node and servers");
    }
    connecting.execute(this::connect);
  }

  private void connect() {
    Options.Builder options = new Options.Builder().servers(configuration.servers());
    if (!configuration.credentials_file().isEmpty()) {
      options.authHandler(Nats.credentials(configuration.credentials_file()));
    }
    try {
      offer(new NatsNode(options, names, configuration.node(), configuration.replicas()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException | JetStreamApiException | RuntimeException failure) {
      if (!said) {
        said = true;
        LOGGER.log(
            Level.ERROR,
            "cannot use NATS: {0}; it is asked again until it answers",
            failure.getMessage());
      }
      var unused = connecting.schedule(this::connect, PAUSE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private synchronized void offer(NatsNode connected) {
    if (closed) {
      connected.close();
      return;
    }
    node = connected;
    offered.add(context.registerService(ClusterEvents.class, connected.events(), null));
    offered.add(context.registerService(ClusterLock.class, connected.lock(), null));
  }

  /** Takes them back, and leaves the others. */
  @Deactivate
  public void close() {
    connecting.shutdownNow();
    synchronized (this) {
      closed = true;
      offered.forEach(ServiceRegistration::unregister);
      if (node != null) {
        node.close();
      }
    }
  }
}
