package io.krait.deploy.internal;

import io.krait.api.Nullable;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import io.krait.deploy.internal.Memory.Deployed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Extends bundles that carry a plugin: the plugin runs while its bundle does, is updated with it,
 * and is removed with it.
 *
 * <p>At each event it looks at what the bundle and its plugin have become, rather than at what has
 * happened to them. So it does not matter what it has missed, because the server or Krait was
 * stopped at that time.
 */
@Component(service = BundleDeployer.class, immediate = true, configurationPid = "io.krait.deploy")
@Designate(ocd = DeployConfiguration.class)
public final class BundleDeployer {
  private static final Logger LOG = System.getLogger(BundleDeployer.class.getName());

  private final PluginManager manager;
  private final Removal removal;
  private final BundleContext context;
  private final int patienceMillis;
  private final Memory memory;
  private final Path packed;
  private final Sequencer<String> sequencer = new Sequencer<>("krait-deploy-bundles");
  private final BundleListener bundles = event -> look(event.getBundle(), event.getType());
  private final FrameworkListener framework =
      event -> {
        if (event.getType() == FrameworkEvent.STARTED) {
          lookAtAll();
        }
      };

  @Activate
  public BundleDeployer(
      @Reference PluginManager manager, BundleContext context, DeployConfiguration configuration)
      throws IOException {
    this.manager = manager;
    this.removal = new Removal(manager);
    this.context = context;
    this.patienceMillis = configuration.bundle_patience_millis();
    this.memory = Memory.in(configuration.data_folder(), context, "bundles.properties");
    this.packed = context.getDataFile("carried.tar.gz").toPath();
    context.addBundleListener(bundles);
    context.addFrameworkListener(framework);
    lookAtAll();
  }

  @Deactivate
  void close() throws InterruptedException {
    context.removeFrameworkListener(framework);
    context.removeBundleListener(bundles);
    memory.close();
    sequencer.close();
  }

  private void lookAtAll() {
    for (Bundle bundle : context.getBundles()) {
      look(bundle, BundleEvent.STARTED);
    }
    memory
        .all()
        .forEach(
            (location, deployed) -> {
              if (context.getBundle(location) == null) {
                sequencer.submitLater(patienceMillis, location, () -> reconcile(location, true));
              } else {
                sequencer.submit(location, () -> reconcile(location, false));
              }
            });
  }

  private void look(Bundle bundle, int eventType) {
    String location = bundle.getLocation();
    switch (eventType) {
      case BundleEvent.STARTED, BundleEvent.STOPPED, BundleEvent.UNINSTALLED -> {
        if (CarriedPlugin.of(bundle).isPresent() || memory.of(location).isPresent()) {
          sequencer.submit(location, () -> reconcile(location, false));
        }
      }
      default -> {
        // Says nothing about the plugin.
      }
    }
  }

  /**
   * Makes of the plugin what its bundle is; one that nobody has stopped for good gets some time.
   */
  private CompletionStage<?> reconcile(String location, boolean isPatienceOver) {
    Bundle bundle = context.getBundle(location);
    Optional<Deployed> before = memory.of(location);
    try {
      if (isFrameworkStopping()) {
        return nothing();
      }
      Optional<CarriedPlugin> carried =
          bundle == null ? Optional.empty() : CarriedPlugin.of(bundle);
      if (carried.isPresent() && bundle.getState() == Bundle.ACTIVE) {
        return started(carried.get(), before);
      }
      // While the framework starts, a bundle that is not yet there is no sign of anything.
      if (before.isEmpty() || !isFrameworkStarted() || isOfHigherLevel(bundle)) {
        return nothing();
      }
      if (carried.isEmpty()) {
        // The bundle is gone, or an update has left the plugin out.
        return uninstalled(location, before.get());
      }
      if (before.get().stopped()) {
        return nothing();
      }
      if (isToBeStarted(bundle) && !isPatienceOver) {
        sequencer.submitLater(patienceMillis, location, () -> reconcile(location, true));
        return nothing();
      }
      return stopped(carried.get().bundle(), before.get());
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.ERROR, "cannot deploy the plugin of {0}: {1}", named(location, bundle), e);
      return nothing();
    }
  }

  private CompletionStage<?> started(CarriedPlugin carried, Optional<Deployed> before)
      throws IOException {
    Bundle bundle = carried.bundle();
    String stamp = Long.toString(bundle.getLastModified());
    if (isInPlace(before) && before.get().stamp().startsWith(stamp + " ")) {
      return started(bundle, before.get(), before.get().stamp());
    }
    String digest = carried.pack(packed);
    stamp = stamp + " " + digest;
    CompletableFuture<ManagedPlugin> installed;
    try {
      if (isInPlace(before) && before.get().stamp().endsWith(" " + digest)) {
        // Installed anew, but the same as before.
        return started(bundle, before.get(), stamp);
      }
      try (InputStream content = Files.newInputStream(packed)) {
        installed = manager.install(content, true);
      }
    } finally {
      Files.delete(packed);
    }
    String newStamp = stamp;
    return reported(
        bundle,
        "deployed",
        installed.thenCompose(plugin -> settle(bundle, newStamp, before, plugin)));
  }

  private CompletionStage<ManagedPlugin> settle(
      Bundle bundle, String stamp, Optional<Deployed> before, ManagedPlugin plugin) {
    remember(bundle.getLocation(), new Deployed(plugin.id(), stamp, false));
    Optional<String> earlier = before.map(Deployed::pluginId).filter(id -> !id.equals(plugin.id()));
    CompletionStage<?> ready = earlier.isPresent() ? removal.of(earlier.get()) : nothing();
    return ready.thenCompose(
        ignored ->
            plugin.enabled()
                ? CompletableFuture.completedFuture(plugin)
                : manager.enable(plugin.id()));
  }

  // A plugin that is missing is brought back; one that another bundle brings is left to that.
  private boolean isInPlace(Optional<Deployed> before) {
    return before.isPresent()
        && (before.get().pluginId().isEmpty() || manager.find(before.get().pluginId()).isPresent());
  }

  // Enabled when the bundle was started, and not when the server was: it may have been disabled.
  private CompletionStage<?> started(Bundle bundle, Deployed before, String stamp)
      throws IOException {
    if (before.stopped() || !before.stamp().equals(stamp)) {
      memory.put(bundle.getLocation(), new Deployed(before.pluginId(), stamp, false));
    }
    return before.stopped() && !before.pluginId().isEmpty()
        ? reported(bundle, "enabled", manager.enable(before.pluginId()))
        : nothing();
  }

  private CompletionStage<?> stopped(Bundle bundle, Deployed before) throws IOException {
    memory.put(bundle.getLocation(), new Deployed(before.pluginId(), before.stamp(), true));
    return before.pluginId().isEmpty() || manager.find(before.pluginId()).isEmpty()
        ? nothing()
        : reported(bundle, "disabled", manager.disable(before.pluginId()));
  }

  private CompletionStage<?> uninstalled(String location, Deployed before) {
    return removal
        .of(before.pluginId())
        .thenRun(() -> forget(location))
        .whenComplete(
            (ignored, failure) -> {
              if (failure != null) {
                LOG.log(
                    Level.ERROR,
                    "plugin {0}: its bundle is gone, but it cannot be removed: {1}",
                    before.pluginId(),
                    Failure.of(failure).message());
              } else if (!before.pluginId().isEmpty()) {
                LOG.log(
                    Level.INFO, "plugin {0}: removed, as its bundle is gone", before.pluginId());
              }
            });
  }

  private static CompletionStage<?> reported(
      Bundle bundle, String what, CompletionStage<ManagedPlugin> work) {
    return work.whenComplete(
        (plugin, failure) -> {
          if (failure != null) {
            LOG.log(
                Level.ERROR,
                "{0}: its plugin cannot be {1}: {2}",
                named(bundle.getLocation(), bundle),
                what,
                Failure.of(failure).message());
          } else {
            LOG.log(
                Level.INFO,
                "plugin {0} {1}: {2} with {3}",
                plugin.id(),
                plugin.version(),
                what,
                named(bundle.getLocation(), bundle));
          }
        });
  }

  private void remember(String location, Deployed now) {
    try {
      memory.put(location, now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forget(String location) {
    try {
      memory.remove(location);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isFrameworkStopping() {
    int state = context.getBundle(Constants.SYSTEM_BUNDLE_ID).getState();
    return state == Bundle.STOPPING || state == Bundle.UNINSTALLED;
  }

  // Neither an update nor a refresh changes that, but whoever stops the bundle does.
  private static boolean isToBeStarted(Bundle bundle) {
    return bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
  }

  private boolean isOfHigherLevel(@Nullable Bundle bundle) {
    int reached =
        context
            .getBundle(Constants.SYSTEM_BUNDLE_ID)
            .adapt(FrameworkStartLevel.class)
            .getStartLevel();
    return bundle != null && bundle.adapt(BundleStartLevel.class).getStartLevel() > reached;
  }

  private boolean isFrameworkStarted() {
    return context.getBundle(Constants.SYSTEM_BUNDLE_ID).getState() == Bundle.ACTIVE;
  }

  private static CompletionStage<?> nothing() {
    return CompletableFuture.completedFuture(null);
  }

  private static String named(String location, @Nullable Bundle bundle) {
    return bundle == null
        ? "bundle " + location
        : "bundle %s [%d]".formatted(bundle.getSymbolicName(), bundle.getBundleId());
  }
}
