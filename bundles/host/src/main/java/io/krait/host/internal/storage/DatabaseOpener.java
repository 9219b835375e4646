package io.krait.host.internal.storage;

import io.krait.api.Nullable;
import java.lang.System.Logger.Level;
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

  private final BundleContext context;
  private HostSettings settings;
  private @Nullable HostDatabase database;
  private @Nullable ServiceRegistration<HostDatabase> registration;

  /** Opens it. */
  @Activate
  public DatabaseOpener(BundleContext context, HostConfiguration configuration) {
    this.context = context;
    settings = HostSettings.of(configuration);
    open();
  }

  @Modified
  void modified(HostConfiguration configuration) {
    HostSettings changed = HostSettings.of(configuration);
    // One that could not be opened may be free by now.
    if (database == null || !changed.equals(settings)) {
      close();
      settings = changed;
      open();
    }
  }

  private void open() {
    try {
      database = new HostDatabase(settings);
    } catch (UnusableException problem) {
      LOGGER.log(Level.ERROR, problem.getMessage());
      return;
    }
    registration = context.registerService(HostDatabase.class, database, null);
  }

  /** Closes it, when all that need it have stopped. */
  @Deactivate
  void close() {
    if (registration != null) {
      registration.unregister();
      registration = null;
    }
    if (database != null) {
      database.close();
      database = null;
    }
  }
}
