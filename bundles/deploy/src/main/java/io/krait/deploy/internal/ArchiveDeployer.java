package io.krait.deploy.internal;

import io.krait.api.Nullable;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import io.krait.deploy.internal.Memory.Deployed;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Deploys the archives of plugins that lie in a folder which Apache Felix File Install watches: a
 * new one is installed and enabled, a replaced one updates its plugin, a removed one takes its
 * plugin along. File Install finds them, and waits until their size and time stay the same.
 */
@Component(service = ArtifactInstaller.class, configurationPid = "io.krait.deploy")
public final class ArchiveDeployer implements ArtifactInstaller {
  private static final Logger LOG = System.getLogger(ArchiveDeployer.class.getName());

  private final PluginManager manager;
  private final Removal removal;
  private final boolean enableNew;
  private final Memory memory;
  private final Sequencer<Path> sequencer = new Sequencer<>("krait-deploy-archives");

  @Activate
  public ArchiveDeployer(
      @Reference PluginManager manager, BundleContext context, DeployConfiguration configuration)
      throws IOException {
    this(
        manager,
        Memory.in(configuration.data_folder(), context, "archives.properties"),
        configuration.enable_new());
  }

  ArchiveDeployer(PluginManager manager, Memory memory, boolean enableNew) {
    this.manager = manager;
    this.removal = new Removal(manager);
    this.memory = memory;
    this.enableNew = enableNew;
    // File Install does not know what it had us install before it was started.
    for (String origin : memory.all().keySet()) {
      Path archive = Path.of(origin);
      // A folder that is not there at all may be a disk that is.
      if (Files.notExists(archive) && Files.isDirectory(archive.getParent())) {
        sequencer.submit(archive, () -> removePluginOf(archive));
      }
    }
  }

  @Deactivate
  void close() throws InterruptedException {
    memory.close();
    sequencer.close();
  }

  @Override
  public boolean canHandle(File artifact) {
    String name = artifact.getName().toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && (name.endsWith(".tar.gz") || name.endsWith(".tgz"))
        && artifact.isFile();
  }

  /** Returns at once, as File Install looks after other files too on this thread. */
  @Override
  public void install(File artifact) {
    update(artifact);
  }

  @Override
  public void update(File artifact) {
    Path archive = path(artifact);
    sequencer.submit(archive, () -> deploy(archive));
  }

  @Override
  public void uninstall(File artifact) {
    Path archive = path(artifact);
    sequencer.submit(archive, () -> removePluginOf(archive));
  }

  private CompletionStage<?> deploy(Path archive) {
    try {
      String stamp = stamp(archive);
      Optional<Deployed> before = memory.of(archive.toString());
      if (before.isPresent() && isInPlace(before.get(), stamp)) {
        return CompletableFuture.completedFuture(null);
      }
      if (GzipFile.isCutOff(archive)) {
        LOG.log(
            Level.WARNING,
            "the plugin archive {0} is not complete; it is deployed when the rest of it arrives",
            archive);
        return CompletableFuture.completedFuture(null);
      }
      boolean isNew = before.isEmpty() || manager.find(before.get().pluginId()).isEmpty();
      CompletableFuture<ManagedPlugin> installed;
      try (InputStream content = Files.newInputStream(archive)) {
        installed = manager.install(content, true);
      }
      return installed
          .thenCompose(plugin -> settle(archive, stamp, before, isNew, plugin))
          .whenComplete((plugin, failure) -> report(archive, plugin, failure));
    } catch (NoSuchFileException e) {
      // Gone again already; File Install will say so.
      return CompletableFuture.completedFuture(null);
    } catch (IOException | RuntimeException e) {
      report(archive, null, e);
      return CompletableFuture.completedFuture(null);
    }
  }

  // A plugin that is missing is brought back: what lies in the folder is to be there.
  private boolean isInPlace(Deployed before, String stamp) {
    return before.stamp().equals(stamp)
        && (before.pluginId().isEmpty() || manager.find(before.pluginId()).isPresent());
  }

  private CompletionStage<ManagedPlugin> settle(
      Path archive, String stamp, Optional<Deployed> before, boolean isNew, ManagedPlugin plugin) {
    try {
      memory.put(archive.toString(), new Deployed(plugin.id(), stamp, false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Optional<String> earlier =
        before.map(Deployed::pluginId).filter(id -> !id.isEmpty() && !id.equals(plugin.id()));
    CompletionStage<?> ready =
        earlier.isPresent() ? removal.of(earlier.get()) : CompletableFuture.completedFuture(null);
    return ready.thenCompose(
        ignored ->
            (isNew || earlier.isPresent()) && enableNew && !plugin.enabled()
                ? manager.enable(plugin.id())
                : CompletableFuture.completedFuture(plugin));
  }

  private CompletionStage<?> removePluginOf(Path archive) {
    if (Files.exists(archive)) {
      // It has come back in the meantime.
      return CompletableFuture.completedFuture(null);
    }
    Optional<Deployed> before = memory.of(archive.toString());
    return removal
        .of(before.map(Deployed::pluginId).orElse(""))
        .thenRun(
            () -> {
              try {
                memory.remove(archive.toString());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .whenComplete(
            (ignored, failure) -> {
              if (failure != null) {
                LOG.log(
                    Level.ERROR,
                    "the plugin archive {0} was taken away, but not its plugin: {1}",
                    archive,
                    Failure.of(failure).message());
              } else if (before.isPresent() && !before.get().pluginId().isEmpty()) {
                LOG.log(
                    Level.INFO,
                    "plugin {0}: removed, as its archive {1} was taken away",
                    before.get().pluginId(),
                    archive);
              }
            });
  }

  private static void report(
      Path archive, @Nullable ManagedPlugin plugin, @Nullable Throwable failure) {
    if (failure != null) {
      LOG.log(Level.ERROR, "cannot deploy {0}: {1}", archive, Failure.of(failure).message());
    } else if (plugin != null) {
      LOG.log(
          Level.INFO, "plugin {0} {1}: deployed from {2}", plugin.id(), plugin.version(), archive);
    }
  }

  private static String stamp(Path archive) throws IOException {
    return Files.size(archive) + " " + Files.getLastModifiedTime(archive).toMillis();
  }

  private static Path path(File artifact) {
    return artifact.toPath().toAbsolutePath().normalize();
  }
}
