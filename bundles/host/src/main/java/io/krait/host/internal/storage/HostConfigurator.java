package io.krait.host.internal.storage;

import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Offers the settings as a service, which is another one only when a setting is another: the host
 * begins anew for that, and plugins wait for it meanwhile. A file that was written again with the
 * same values, as Karaf does a second after it has installed a feature, is no reason.
 */
@Component(
    service = {},
    configurationPid = "io.krait.host")
@Designate(ocd = HostConfiguration.class)
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"io.krait.host.internal.storage.HostSettings\"")
public final class HostConfigurator {

  private final BundleContext context;
  private HostSettings settings;
  private ServiceRegistration<HostSettings> registration;

  @Activate
  public HostConfigurator(BundleContext context, HostConfiguration configuration) {
    this.context = context;
    settings = HostSettings.of(configuration);
    registration = context.registerService(HostSettings.class, settings, null);
  }

  @Modified
  void modified(HostConfiguration configuration) {
    HostSettings changed = HostSettings.of(configuration);
    if (!changed.equals(settings)) {
      registration.unregister();
      settings = changed;
      registration = context.registerService(HostSettings.class, changed, null);
    }
  }

  @Deactivate
  void deactivate() {
    registration.unregister();
  }
}
