package io.krait.testing;

import io.krait.api.FailureCause;
import io.krait.api.HookDispatcher;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.PluginManager;
import io.krait.testing.internal.BundlesAtHand;
import io.krait.testing.internal.KraitBundles;
import io.krait.testing.internal.PluginArchive;
import io.krait.testing.internal.SharedPackages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A server in the test's own process: an OSGi framework with the bundles of Krait that run plugins,
 * the same as in production, and a host that the test brings. It takes about a second to start.
 *
 * <pre>{@code
 * PluginApi api =
 *     new PluginApi() {
 *       @Override
 *       public String getServerVersion() {
 *         return "10.0.0";
 *       }
 *
 *       @Override
 *       public void kvSet(String key, Bytes value) {
 *         entries.put(key, value);
 *       }
 *     };
 *
 * try (KraitServer server = KraitServer.start(hosted -> api)) {
 *   server.run(plugin);
 *
 *   MessageWillBePostedResult result =
 *       server
 *           .hooks()
 *           .blocking()
 *           .messageWillBePosted(
 *               PluginContext.builder().build(), Post.builder().message("Tea").build());
 *
 *   assertThat(result.modifiedPost().map(Post::message)).contains("Tea, please");
 *   assertThat(entries).containsEntry("last", Bytes.utf8("Tea"));
 * }
 * }</pre>
 *
 * <p>Bundles come from the class path of the test: {@code io.krait.runtime}, a framework such as
 * {@code org.apache.felix.framework}, and what runs components. What is missing is named by the
 * failure. The test and the bundles have the packages of {@code io.krait.api} in common, and those
 * that {@link Builder#sharing} names; all else is apart, as in any OSGi server.
 *
 * <p>Files are in a folder of its own, which is gone when the server is closed. Safe for use from
 * any thread.
 */
public final class KraitServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Framework framework;
  private final Path folder;
  private final BundleContext context;
  private final List<ServiceTracker<?, ?>> trackers = new ArrayList<>();

  private KraitServer(Framework framework, Path folder, BundleContext context) {
    this.framework = framework;
    this.folder = folder;
    this.context = context;
  }

  /**
   * Starts a server for that host.
   *
   * @throws IllegalStateException as {@link Builder#start} does
   */
  public static KraitServer start(PluginApiProvider host) {
    return builder().host(host).start();
  }

  /** Begins a server without a host. */
  public static Builder builder() {
    return new Builder();
  }

  /** Calls hooks of all its plugins, as its host does. */
  public HookDispatcher hooks() {
    return service(HookDispatcher.class);
  }

  /** Looks after its plugins, as its administrator does. */
  public PluginManager plugins() {
    return service(PluginManager.class);
  }

  /**
   * Installs a plugin, in place of another version where one is there, and lets it run.
   *
   * @return the plugin, which runs
   * @throws ManagementException where it is not taken, or does not start: the message says why
   */
  public ManagedPlugin run(FakePlugin plugin) throws ManagementException {
    await(plugins().install(plugin.archive(), true), "install", plugin.id());
    return await(plugins().enable(plugin.id()), "enable", plugin.id());
  }

  /**
   * A service of the server, which is waited for.
   *
   * @param type a class that the test and the bundles have in common
   * @throws IllegalStateException where nobody offers it within half a minute
   */
  public synchronized <T> T service(Class<T> type) {
    ServiceTracker<T, T> tracker = new ServiceTracker<>(context(), type, null);
    tracker.open();
    // Open until the server is closed: a service that nobody uses would end.
    trackers.add(tracker);
    try {
      T service = tracker.waitForService(TimeUnit.SECONDS.toMillis(30));
      if (service == null) {
        throw new IllegalStateException(
            "nobody offers a %s; bundles that do not run: %s".formatted(type.getName(), idle()));
      }
      return service;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + type.getName(), e);
    }
  }

  /** Offers a service to its bundles. The test ends it by its context, or with the server. */
  public <T> void offer(Class<T> type, T service, Map<String, ?> properties) {
    context().registerService(type, service, FrameworkUtil.asDictionary(properties));
  }

  /**
   * Installs a bundle and starts it.
   *
   * @throws IllegalStateException where it does not start, with the framework's reason
   */
  public Bundle install(Path jar) {
    try {
      Bundle bundle = context().installBundle(jar.toUri().toString());
      bundle.start();
      return bundle;
    } catch (BundleException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /**
   * Waits for what happens in the background, such as a plugin that hears of something.
   *
   * @param what what is waited for, for the failure
   * @throws AssertionError where it does not come true within half a minute
   */
  public static void await(String what, BooleanSupplier condition) {
    Instant deadline = Instant.now().plusSeconds(30);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("waited in vain: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  /** The framework as a bundle sees it, the one in whose name the test does all. */
  public BundleContext context() {
    return context;
  }

  /** Where it keeps its files. */
  public Path folder() {
    return folder;
  }

  /** Stops all plugins and bundles, waits until they have ended, and deletes the files. */
  @Override
  public void close() {
    synchronized (this) {
      trackers.forEach(ServiceTracker::close);
      trackers.clear();
    }
    stop(framework, folder);
  }

  private static void stop(@Nullable Framework framework, @Nullable Path folder) {
    try {
      if (framework != null) {
        framework.stop();
        framework.waitForStop(PATIENCE.toMillis());
      }
      if (folder != null) {
        PluginArchive.delete(folder);
      }
    } catch (BundleException | IOException e) {
      throw new IllegalStateException("the server does not stop: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> idle() {
    return Stream.of(context().getBundles())
        .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
        .map(Bundle::getSymbolicName)
        .toList();
  }

  private static <T> T await(CompletableFuture<T> work, String what, String id)
      throws ManagementException {
    try {
      return work.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (FailureCause.of(e) instanceof ManagementException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "to " + what + " " + id + " takes longer than " + PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Puts a server together. */
  public static final class Builder {
    private @Nullable PluginApiProvider host;
    private final List<String> bundles = new ArrayList<>();
    private final List<Path> jars = new ArrayList<>();
    private final List<String> shared = new ArrayList<>();
    private final Map<String, Dictionary<String, Object>> configurations = new LinkedHashMap<>();
    private final Map<String, String> properties = new HashMap<>();

    private Builder() {
      // Other tests may keep the machine busy.
      configuration("io.krait.supervisor", Map.of("start.seconds", 60));
    }

    /** Sets the host. Without one, plugins wait for that of a bundle. */
    public Builder host(PluginApiProvider provider) {
      host = provider;
      return this;
    }

    /** Sets a host that shows all plugins the same API. */
    public Builder api(PluginApi api) {
      return host(plugin -> api);
    }

    /** Adds bundles of the class path, by symbolic name, such as {@code io.krait.hostkit}. */
    public Builder bundles(String... symbolicNames) {
      bundles.addAll(List.of(symbolicNames));
      return this;
    }

    /** Adds a bundle that is a file. */
    public Builder bundle(Path jar) {
      jars.add(jar);
      return this;
    }

    /**
     * Adds packages that the test and the bundles have in common: those that a bundle of the class
     * path exports. The bundle itself need not be added.
     */
    public Builder sharing(String symbolicName) {
      shared.add(symbolicName);
      return this;
    }

    /** Sets a configuration, in place of one with the same identity. */
    public Builder configuration(String pid, Map<String, ?> values) {
      configurations.put(pid, new Hashtable<>(values));
      return this;
    }

    /** Sets a property of the framework. */
    public Builder property(String name, String value) {
      properties.put(name, value);
      return this;
    }

    /**
     * Starts the server, with all its bundles and the host, and returns when plugins can be
     * installed.
     *
     * @throws IllegalStateException where a bundle is missing or does not start: the message names
     *     it, and what it lacks
     */
    public KraitServer start() {
      BundlesAtHand atHand = BundlesAtHand.find();
      List<Path> installed = installed(atHand);
      FrameworkFactory factory =
          ServiceLoader.load(FrameworkFactory.class)
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "there is no OSGi framework on the class path of the test; add"
                              + " org.apache.felix:org.apache.felix.framework"));
      Path folder = null;
      Framework framework = null;
      try {
        folder = Files.createTempDirectory("krait-test");
        SharedPackages packages = packages(atHand);
        framework = factory.newFramework(settings(packages, folder));
        framework.start();
        Bundle test =
            framework
                .getBundleContext()
                .installBundle("the test", new ByteArrayInputStream(packages.importingBundle()));
        test.start();
        KraitServer server = new KraitServer(framework, folder, test.getBundleContext());
        begin(server, installed);
        return server;
      } catch (BundleException | IOException | RuntimeException e) {
        IllegalStateException failure =
            new IllegalStateException("the server does not start: " + e.getMessage(), e);
        try {
          stop(framework, folder);
        } catch (IllegalStateException left) {
          failure.addSuppressed(left);
        }
        throw failure;
      }
    }

    private void begin(KraitServer server, List<Path> installed)
        throws BundleException, IOException {
      List<Bundle> all = new ArrayList<>();
      for (Path jar : installed) {
        all.add(server.context().installBundle(jar.toUri().toString()));
      }
      if (host != null) {
        server.offer(PluginApiProvider.class, host, Map.of());
      }
      for (Bundle bundle : all) {
        bundle.start();
        if (bundle.getSymbolicName().equals("org.apache.felix.configadmin")) {
          configure(server.service(ConfigurationAdmin.class));
        }
      }
      server.service(PluginManager.class);
    }

    private void configure(ConfigurationAdmin admin) throws IOException {
      for (Map.Entry<String, Dictionary<String, Object>> configuration :
          configurations.entrySet()) {
        admin.getConfiguration(configuration.getKey(), "?").update(configuration.getValue());
      }
    }

    private List<Path> installed(BundlesAtHand atHand) {
      List<String> names = new ArrayList<>(KraitBundles.COMPONENTS);
      names.addAll(KraitBundles.JSON);
      atHand.jarIfPresent(KraitBundles.YAML).ifPresent(jar -> names.add(KraitBundles.YAML));
      names.addAll(KraitBundles.WIRE);
      names.addAll(List.of(KraitBundles.API_SERVER, KraitBundles.SUPERVISOR, KraitBundles.RUNTIME));
      names.addAll(bundles);
      return Stream.concat(names.stream().distinct().map(atHand::jar), jars.stream()).toList();
    }

    private SharedPackages packages(BundlesAtHand atHand) {
      SharedPackages packages = new SharedPackages();
      packages.exportsOf(atHand, KraitBundles.API, "");
      packages.exportsOf(atHand, "org.apache.felix.configadmin", "org.osgi.service.cm");
      shared.forEach(name -> packages.exportsOf(atHand, name, ""));
      return packages;
    }

    private Map<String, String> settings(SharedPackages packages, Path folder) {
      Map<String, String> settings = new HashMap<>(properties);
      settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, packages.asProperty());
      settings.put(Constants.FRAMEWORK_STORAGE, folder.resolve("framework").toString());
      settings.putIfAbsent("krait.data", folder.resolve("data").toString());
      settings.putIfAbsent("krait.plugins", folder.resolve("plugins").toString());
      return settings;
    }
  }
}
