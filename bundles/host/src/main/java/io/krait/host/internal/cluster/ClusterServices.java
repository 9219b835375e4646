package io.krait.host.internal.cluster;

import io.krait.api.HostHealth;
import io.krait.api.Nullable;
import io.krait.api.host.ClusterEvents;
import io.krait.api.host.ClusterLock;
import io.krait.api.host.LeaseStore;
import io.krait.api.host.SharedPlugins;
import io.krait.api.host.StoredLock;
import io.krait.host.internal.storage.HostDatabase;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Offers what connects this server with the others on its database, or stands for that where it is
 * by itself. Services of an integrator go before these.
 */
@Component(service = ClusterServices.class, immediate = true)
public final class ClusterServices {

  private static final int AFTER_ALL_OTHERS = -1000;

  private final @Nullable PostgresEvents carrier;
  private final List<ServiceRegistration<?>> offered = new ArrayList<>();

  /** Those for a server with this database. */
  @Activate
  public ClusterServices(BundleContext context, @Reference HostDatabase database) {
    ClusterEvents events;
    LeaseStore leases;
    if (database.settings().cluster().enabled()) {
      carrier = new PostgresEvents(database);
      events = carrier;
      leases = new PostgresLeaseStore(database.database());
    } else {
      carrier = null;
      events = new LocalEvents(database.node());
      leases = new LocalLeaseStore(System::nanoTime, InstantSource.system());
    }
    ClusterLock lock = new StoredLock(leases, database.node(), System::nanoTime);
    Hashtable<String, Object> properties = new Hashtable<>();
    properties.put(Constants.SERVICE_RANKING, AFTER_ALL_OTHERS);
    offered.add(context.registerService(ClusterEvents.class, events, properties));
    offered.add(context.registerService(ClusterLock.class, lock, properties));
    if (carrier != null) {
      // Whoever does not take part tells its clients half of what happens.
      offered.add(context.registerService(HostHealth.class, carrier::problem, null));
      SharedPlugins plugins = new StoredPlugins(database.database());
      offered.add(context.registerService(SharedPlugins.class, plugins, properties));
    }
  }

  /** Takes them back, and leaves the others. */
  @Deactivate
  public void close() {
    offered.forEach(ServiceRegistration::unregister);
    if (carrier != null) {
      carrier.close();
    }
  }
}
