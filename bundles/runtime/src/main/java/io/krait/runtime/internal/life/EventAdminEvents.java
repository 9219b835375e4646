package io.krait.runtime.internal.life;

import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Tells Event Admin what happens to plugins, where there is one. It is looked for by its name: a
 * reference to it would have resolvers bring one along.
 */
@Component(service = LifeEvents.class)
public final class EventAdminEvents implements LifeEvents {
  private static final String EVENT_ADMIN = "org.osgi.service.event.EventAdmin";

  private final ServiceTracker<?, ?> admins;

  @Activate
  public EventAdminEvents(BundleContext context) {
    admins = new ServiceTracker<>(context, EVENT_ADMIN, null);
    if (isWiredToEventAdmin()) {
      admins.open();
    }
  }

  /** Without the package there are no events: one that came later is another one. */
  private static boolean isWiredToEventAdmin() {
    try {
      Class.forName(EVENT_ADMIN, false, EventAdminEvents.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Override
  public void happened(String topic, Map<String, Object> properties) {
    Object admin = admins.getService();
    if (admin != null) {
      PostedEvent.post(admin, topic, properties);
    }
  }

  @Deactivate
  void close() {
    admins.close();
  }
}
