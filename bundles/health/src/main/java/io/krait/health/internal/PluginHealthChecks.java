package io.krait.health.internal;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginEvents;
import io.krait.api.management.PluginManager;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.HealthCheck;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/** Offers a health check for each plugin that is installed. */
@Component(
    service = EventHandler.class,
    immediate = true,
    property = {
      EventConstants.EVENT_TOPIC + "=" + PluginEvents.INSTALLED,
      EventConstants.EVENT_TOPIC + "=" + PluginEvents.REMOVED
    })
public final class PluginHealthChecks implements EventHandler {
  private final PluginManager manager;
  private final BundleContext context;
  private final Map<String, ServiceRegistration<HealthCheck>> checks = new HashMap<>();
  private boolean closed;

  @Activate
  public PluginHealthChecks(@Reference PluginManager manager, BundleContext context) {
    this.manager = manager;
    this.context = context;
    lookAgain();
  }

  @Deactivate
  synchronized void close() {
    closed = true;
    checks.values().forEach(ServiceRegistration::unregister);
    checks.clear();
  }

  @Override
  public void handleEvent(Event event) {
    lookAgain();
  }

  private synchronized void lookAgain() {
    if (closed) {
      return;
    }
    Set<String> ids = manager.list().stream().map(ManagedPlugin::id).collect(Collectors.toSet());
    checks
        .entrySet()
        .removeIf(
            entry -> {
              boolean isGone = !ids.contains(entry.getKey());
              if (isGone) {
                entry.getValue().unregister();
              }
              return isGone;
            });
    ids.forEach(id -> checks.computeIfAbsent(id, this::offered));
  }

  private ServiceRegistration<HealthCheck> offered(String id) {
    var properties = new Hashtable<String, Object>();
    properties.put(HealthCheck.NAME, "Krait plugin " + id);
    properties.put(HealthCheck.TAGS, new String[] {"krait", "krait-plugin", id});
    properties.put(PluginEvents.PLUGIN_ID, id);
    return context.registerService(HealthCheck.class, new PluginHealth(manager, id), properties);
  }
}
