package io.krait.runtime.internal.life;

import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Offers the settings as a service, which is another one only when a setting is another: the
 * plugins are stopped for that, and should not be because a file was written again with the same
 * values. Karaf does so a second after it has installed a feature.
 */
@Component(
    service = {},
    configurationPid = "io.krait.runtime")
@Designate(ocd = RuntimeConfiguration.class)
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"io.krait.runtime.internal.life.RuntimeSettings\"")
public final class RuntimeConfigurator {

  private final BundleContext context;
  private RuntimeSettings settings;
  private ServiceRegistration<RuntimeSettings> registration;

  @Activate
  public RuntimeConfigurator(BundleContext context, RuntimeConfiguration configuration) {
    this.context = context;
    settings = RuntimeSettings.of(configuration);
    registration = context.registerService(RuntimeSettings.class, settings, null);
  }

  @Modified
  void modified(RuntimeConfiguration configuration) {
    RuntimeSettings changed = RuntimeSettings.of(configuration);
    if (!changed.equals(settings)) {
      registration.unregister();
      settings = changed;
      registration = context.registerService(RuntimeSettings.class, changed, null);
    }
  }

  @Deactivate
  void deactivate() {
    registration.unregister();
  }
}
