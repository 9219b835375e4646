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

/**
 * Offers a health check for each plugin that is installed: since that was heard of, or, where
 * nobody tells of events, since all plugins were asked for together.
 */
@Component(service = PluginHealthChecks.class, immediate = true)
public final class PluginHealthChecks {
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

  /** Offers a check for each of the plugins that are there now. */
  synchronized void lookAgain() {
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
