package io.krait.runtime.internal.dispatch;

import io.krait.api.PluginHooks;
import io.krait.runtime.internal.dispatch.HookDispatch.Registration;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.IdentityHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Lets the {@link PluginHooks} that Java bundles register take part in the dispatch, under their
 * property {@code plugin.id} and with {@code service.ranking} as their priority.
 */
@Component(
    service = {},
    immediate = true)
public final class JavaBundleHooks {

  private static final Logger LOGGER = System.getLogger(JavaBundleHooks.class.getName());
  // Plugins that the runtime publishes itself say which hooks they handle; they take part already.
  private static final String OF_JAVA_BUNDLES = "(&(plugin.id=*)(!(plugin.hooks=*)))";

  private final HookDispatch dispatch;
  private final Map<PluginHooks, Registration> registrations = new IdentityHashMap<>();

  @Activate
  public JavaBundleHooks(@Reference HookDispatch dispatch) {
    this.dispatch = dispatch;
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      target = OF_JAVA_BUNDLES)
  synchronized void bindHooks(PluginHooks hooks, Map<String, Object> properties) {
    String id = String.valueOf(properties.get("plugin.id"));
    int priority = properties.get("service.ranking") instanceof Integer ranking ? ranking : 0;
    try {
      registrations.put(hooks, dispatch.register(id, priority, hooks));
    } catch (RuntimeException e) {
      LOGGER.log(
          Level.ERROR,
          () -> "the hooks of a Java bundle cannot take part: %s".formatted(e.getMessage()),
          e);
    }
  }

  synchronized void unbindHooks(PluginHooks hooks) {
    Registration registration = registrations.remove(hooks);
    if (registration != null) {
      registration.close();
    }
  }

  @Deactivate
  synchronized void deactivate() {
    registrations.values().forEach(Registration::close);
    registrations.clear();
  }
}
