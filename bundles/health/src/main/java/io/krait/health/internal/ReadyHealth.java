package io.krait.health.internal;

import io.krait.api.HookName;
import io.krait.api.HostHealth;
import io.krait.api.Nullable;
import io.krait.api.PluginApiProvider;
import io.krait.api.Readiness;
import io.krait.api.VisibleText;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Says whether the server can do what requests ask for: its host's API and what that needs are
 * there, and plugins that are enabled have run or failed. It is there whatever else is not, as
 * nobody could say so otherwise.
 */
@Component(
    service = HealthCheck.class,
    property = {HealthCheck.NAME + "=Krait is ready", HealthCheck.TAGS + "=krait-ready"})
public final class ReadyHealth implements HealthCheck {

  private static final int LONGEST_REASON = 500;

  private final AtomicReference<@Nullable Readiness> plugins = new AtomicReference<>();
  private final AtomicReference<@Nullable PluginManager> managers = new AtomicReference<>();
  private final List<HostHealth> parts = new CopyOnWriteArrayList<>();
  private final List<ServiceReference<?>> hosts = new CopyOnWriteArrayList<>();

  private final BooleanSupplier started;

  /** The readiness of this framework. */
  @Activate
  public ReadyHealth(BundleContext context) {
    this(started(context));
  }

  /**
   * The readiness of a server.
   *
   * @param started whether all that it consists of has been started
   */
  ReadyHealth(BooleanSupplier started) {
    this.started = started;
  }

  /** The launcher says by a property with which start level all is there. */
  private static BooleanSupplier started(BundleContext context) {
    String all = context.getProperty("krait.start.level");
    if (all == null) {
      return () -> true;
    }
    int level = Integer.parseInt(all);
    FrameworkStartLevel reached = context.getBundle(0).adapt(FrameworkStartLevel.class);
    return () -> reached.getStartLevel() >= level;
  }

  /** There is a runtime of plugins. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindPlugins(Readiness readiness) {
    plugins.set(readiness);
  }

  void unbindPlugins(Readiness readiness) {
    plugins.compareAndSet(readiness, null);
  }

  /** There is somebody who manages plugins, and may know no more of them than their states. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindManager(PluginManager manager) {
    managers.set(manager);
  }

  void unbindManager(PluginManager manager) {
    managers.compareAndSet(manager, null);
  }

  /** The host has a part that can be asked. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindPart(HostHealth part) {
    parts.add(part);
  }

  void unbindPart(HostHealth part) {
    parts.remove(part);
  }

  /** There is a host's API, which nobody has to make for this. */
  @Reference(
      service = PluginApiProvider.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindHost(ServiceReference<PluginApiProvider> host) {
    hosts.add(host);
  }

  void unbindHost(ServiceReference<PluginApiProvider> host) {
    hosts.remove(host);
  }

  @Override
  public Result execute() {
    var log = new FormattingResultLog();
    if (!started.getAsBoolean()) {
      // What answers requests comes after what it needs.
      log.temporarilyUnavailable("the server is being started or stopped");
    }
    if (hosts.isEmpty()) {
      log.temporarilyUnavailable("the host's API is not there: see the server's log");
    }
    for (HostHealth part : parts) {
      ask(part, log);
    }
    Readiness readiness = plugins.get();
    PluginManager manager = managers.get();
    if (readiness != null) {
      tell(readiness.report(), log);
    } else if (manager != null) {
      tell(manager, log);
    } else {
      log.temporarilyUnavailable("plugins are not looked after: their runtime is not there");
    }
    return new Result(log);
  }

  private static void ask(HostHealth part, FormattingResultLog log) {
    try {
      part.problem()
          .ifPresentOrElse(
              problem ->
                  log.temporarilyUnavailable("{}", VisibleText.excerpt(problem, LONGEST_REASON)),
              () -> log.info("the host is well"));
    } catch (RuntimeException e) {
      log.temporarilyUnavailable("a part of the host cannot say how it is");
    }
  }

  private static void tell(PluginManager manager, FormattingResultLog log) {
    List<String> starting =
        manager.list().stream()
            .filter(plugin -> plugin.state() == PluginState.STARTING)
            .map(ManagedPlugin::id)
            .toList();
    if (starting.isEmpty()) {
      log.info("no plugin is being started");
    } else {
      log.temporarilyUnavailable(
          "plugins are being started: {}",
          VisibleText.excerpt(String.join(", ", starting), LONGEST_REASON));
    }
  }

  private static void tell(Readiness.Report report, FormattingResultLog log) {
    if (report.ready()) {
      log.info("plugins that are enabled have run or failed");
    } else {
      log.temporarilyUnavailable("{}", VisibleText.excerpt(report.reason(), LONGEST_REASON));
    }
    // The rest of the server serves, and a new start would change nothing.
    for (Readiness.Refusal refusal : report.refusals()) {
      log.warn(
          "plugin {} is away, so that what it guards is refused ({}): {}",
          refusal.pluginId(),
          refusal.hooks().stream()
              .map(HookName::hookName)
              .sorted()
              .collect(Collectors.joining(", ")),
          VisibleText.excerpt(refusal.reason(), LONGEST_REASON));
    }
  }
}
