package io.krait.shell.internal;

import io.krait.api.HookDispatcher;
import io.krait.api.management.PluginLogs;
import io.krait.api.management.PluginManager;
import io.krait.api.management.ProcessUsages;
import java.time.Duration;
import org.osgi.annotation.bundle.Requirement;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** What the commands ask. They are there without it, too, and say what is missing. */
@Component(service = KraitServices.class)
@Requirement(
    namespace = "osgi.service",
    filter = "(objectClass=io.krait.api.management.PluginManager)",
    effective = "active")
public final class KraitServices {
  // As long as plugins may take to stop, and some more.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AwaitedService<PluginManager> manager;
  private final AwaitedService<PluginLogs> logs;
  private final AwaitedService<HookDispatcher> dispatcher;
  private final AwaitedService<ProcessUsages> usages;

  /** Begins to look for it all. */
  @Activate
  public KraitServices(BundleContext context) {
    manager = new AwaitedService<>(context, PluginManager.class, PATIENCE);
    logs = new AwaitedService<>(context, PluginLogs.class, PATIENCE);
    dispatcher = new AwaitedService<>(context, HookDispatcher.class, PATIENCE);
    usages = new AwaitedService<>(context, ProcessUsages.class, PATIENCE);
  }

  Awaited<PluginManager> manager() {
    return manager;
  }

  Awaited<PluginLogs> logs() {
    return logs;
  }

  Awaited<HookDispatcher> dispatcher() {
    return dispatcher;
  }

  Awaited<ProcessUsages> usages() {
    return usages;
  }

  @Deactivate
  void close() {
    manager.close();
    logs.close();
    dispatcher.close();
    usages.close();
  }
}
