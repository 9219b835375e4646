package io.krait.host.internal.storage;

import io.krait.api.Nullable;
import io.krait.api.RecordMethods;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Opens the host's database as the configuration says, and offers it as a service while it is open.
 *
 * <p>One that cannot be opened is said once. Were it a component itself, each other that needs it
 * would try again, and have a long stack logged. And settings that are written again as they were,
 * as Karaf does a second after it has installed a feature, are no reason to open it anew.
 */
@Component(
    service = {},
    configurationPid = "io.krait.host")
@Designate(ocd = HostConfiguration.class)
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"io.krait.host.internal.storage.HostDatabase\"")
public final class DatabaseOpener {

  private static final System.Logger LOGGER = System.getLogger(DatabaseOpener.class.getName());

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final BundleContext context;
  private final Duration pause;
  private HostSettings settings;
  private @Nullable HostDatabase database;
  private @Nullable ServiceRegistration<HostDatabase> registration;
  private @Nullable ScheduledExecutorService asking;

  /** Opens it. */
  @Activate
  public DatabaseOpener(BundleContext context, HostConfiguration configuration) {
    this(context, configuration, PAUSE);
  }

  /** Opens it, and asks again after each {@code pause} where its server is away. */
  DatabaseOpener(BundleContext context, HostConfiguration configuration, Duration pause) {
    this.context = context;
    this.pause = pause;
    settings = HostSettings.of(configuration, context.getProperty("krait.data"));
    open();
  }

  @Modified
  synchronized void modified(HostConfiguration configuration) {
    HostSettings changed = HostSettings.of(configuration, context.getProperty("krait.data"));
    // One that could not be opened may be free by now.
    if (database == null || !changed.equals(settings)) {
      close();
      settings = changed;
      open();
    }
  }

  private synchronized void open() {
    try {
      database = new HostDatabase(settings);
    } catch (AwayException away) {
      LOGGER.log(Level.ERROR, away.getMessage());
      askAgain();
      return;
    } catch (UnusableException problem) {
      LOGGER.log(Level.ERROR, problem.getMessage());
      return;
    }
    registration = context.registerService(HostDatabase.class, database, null);
  }

  private void askAgain() {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "krait-host-database");
              thread.setDaemon(true);
              return thread;
            });
    asking = clock;
    clock.scheduleWithFixedDelay(
        () -> openLate(clock), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void openLate(ScheduledExecutorService clock) {
    if (asking != clock) {
      return;
    }
    try {
      database = new HostDatabase(settings);
    } catch (AwayException still) {
      return;
    } catch (UnusableException problem) {
      LOGGER.log(Level.ERROR, problem.getMessage());
      stopAsking();
      return;
    }
    stopAsking();
    registration = context.registerService(HostDatabase.class, database, null);
    LOGGER.log(Level.INFO, "the database answers, and the host starts");
  }

  private void stopAsking() {
    if (asking != null) {
      asking.shutdown();
      asking = null;
    }
  }

  /** Closes it, when all that need it have stopped. */
  @Deactivate
  synchronized void close() {
    stopAsking();
    if (registration != null) {
      registration.unregister();
      registration = null;
    }
    if (database != null) {
      database.close();
      database = null;
    }
    // Whoever used records of ours has stopped by now.
    RecordMethods.forget();
  }
}
