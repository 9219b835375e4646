package io.krait.welcome.internal;

import io.krait.api.FailureCause;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginManager;
import io.krait.api.management.PluginState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Installs and enables the plugins that the server is started with, waits until all enabled plugins
 * run, and tells how each of them is, in a line. The launcher, which shares no class with the
 * bundles, calls it once by the only interface that both know.
 */
@Component(service = Callable.class, property = "krait.welcome:Boolean=true")
public final class FirstPlugins implements Callable<List<String>> {

  private static final Duration GLANCE = Duration.ofMillis(50);
  // In all other states a plugin stays until something happens.
  private static final Set<PluginState> ON_THE_WAY =
      Set.of(PluginState.WAITING, PluginState.STARTING, PluginState.STOPPING);

  private final PluginManager manager;
  private final StartedWith start;

  /** Made by the container. */
  @Activate
  public FirstPlugins(@Reference PluginManager manager, BundleContext context) {
    this(manager, StartedWith.of(context));
  }

  FirstPlugins(PluginManager manager, StartedWith start) {
    this.manager = manager;
    this.start = start;
  }

  @Override
  public List<String> call() throws InterruptedException {
    long deadline = System.nanoTime() + start.patience().toNanos();
    List<CompletableFuture<ManagedPlugin>> enabling = new ArrayList<>();
    List<String> lines = new ArrayList<>(install(enabling, deadline));
    for (CompletableFuture<ManagedPlugin> one : enabling) {
      await(one, deadline);
    }
    List<ManagedPlugin> plugins = settled(deadline);
    plugins.forEach(plugin -> lines.add(line(plugin)));
    return lines;
  }

  /** Installs what is new; a line for each that could not be installed. */
  private List<String> install(List<CompletableFuture<ManagedPlugin>> enabling, long deadline)
      throws InterruptedException {
    List<String> problems = new ArrayList<>();
    try {
      InstalledArchives installed = new InstalledArchives(start.memory());
      for (Path archive : start.archives()) {
        try {
          if (!installed.contains(archive)) {
            install(archive, enabling, deadline);
            installed.add(archive);
          }
        } catch (IOException | ExecutionException | TimeoutException problem) {
          problems.add("%s is not installed: %s".formatted(archive, reason(problem)));
        }
      }
    } catch (IOException unreadable) {
      problems.add("no plugin is installed: cannot read %s".formatted(unreadable.getMessage()));
    }
    return problems;
  }

  private void install(Path archive, List<CompletableFuture<ManagedPlugin>> enabling, long deadline)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    List<String> before = manager.list().stream().map(ManagedPlugin::id).toList();
    CompletableFuture<ManagedPlugin> installing;
    try (InputStream in = Files.newInputStream(archive)) {
      installing = manager.install(in, true);
    }
    ManagedPlugin plugin = installing.get(left(deadline), TimeUnit.NANOSECONDS);
    if (!before.contains(plugin.id())) {
      enabling.add(manager.enable(plugin.id()));
    }
  }

  // Until then the plugin may still look as if nobody wanted it to run. How it went is told with
  // the
  // states of all plugins, in which it shows.
  private static void await(CompletableFuture<ManagedPlugin> enabling, long deadline)
      throws InterruptedException {
    try {
      enabling.get(Math.max(0, left(deadline)), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException seenInItsState) {
      return;
    }
  }

  private List<ManagedPlugin> settled(long deadline) throws InterruptedException {
    List<ManagedPlugin> plugins = manager.list();
    while (plugins.stream().anyMatch(FirstPlugins::isOnTheWay) && left(deadline) > 0) {
      TimeUnit.NANOSECONDS.sleep(GLANCE.toNanos());
      plugins = manager.list();
    }
    return plugins;
  }

  private static boolean isOnTheWay(ManagedPlugin plugin) {
    boolean notYetBegun = plugin.enabled() && plugin.state() == PluginState.DISABLED;
    return notYetBegun || ON_THE_WAY.contains(plugin.state());
  }

  private static long left(long deadline) {
    return deadline - System.nanoTime();
  }

  private static String line(ManagedPlugin plugin) {
    String state =
        switch (plugin.state()) {
          case RUNNING -> "runs";
          case DISABLED -> "is disabled";
          case BACKING_OFF -> "has failed and will be started again";
          case FAILED -> "has failed";
          case WAITING, STARTING, STOPPING -> "does not run yet";
        };
    String reason = plugin.state() == PluginState.RUNNING ? "" : plugin.reason();
    return "plugin %s %s %s%s"
        .formatted(plugin.id(), plugin.version(), state, reason.isEmpty() ? "" : ": " + reason);
  }

  private static String reason(Exception problem) {
    if (problem instanceof TimeoutException) {
      return "it takes too long";
    }
    Throwable cause = FailureCause.of(problem);
    return cause instanceof IOException ? cause.toString() : String.valueOf(cause.getMessage());
  }
}
