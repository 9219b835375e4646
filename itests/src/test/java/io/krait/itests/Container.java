package io.krait.itests;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.util.tracker.ServiceTracker;

/** The container that a test runs in, seen from inside. */
final class Container {
  private final BundleContext context;

  private Container(BundleContext context) {
    this.context = context;
  }

  /** The container of the calling test; outside of one, nothing can be asked of it. */
  static Container ofThisTest() {
    Bundle probe = FrameworkUtil.getBundle(Container.class);
    return new Container(probe == null ? null : probe.getBundleContext());
  }

  /** The bundles whose symbolic name begins with {@code prefix}. */
  List<Bundle> bundles(String prefix) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getSymbolicName().startsWith(prefix))
        .toList();
  }

  /** The service of that type, which is waited for and stays in use: one that is not would end. */
  <T> T service(Class<T> type) throws InterruptedException {
    var tracker = new ServiceTracker<T, T>(context, type, null);
    tracker.open();
    try {
      if (tracker.waitForService(SECONDS.toMillis(30)) == null) {
        throw new AssertionError("nobody offers a " + type.getName());
      }
      return context.getService(tracker.getServiceReference());
    } finally {
      tracker.close();
    }
  }

  /**
   * Gives plugins time to start, as many others may work on the same machine. A supervisor that is
   * there already has heard of it when this returns.
   */
  void allowSlowStarts() throws Exception {
    var configuration = configuration("io.krait.supervisor");
    if (configuration.getProperties() == null) {
      configuration.update(new Hashtable<>(Map.of("start.seconds", 60)));
    }
    if (bundles("io.krait.supervisor").isEmpty()) {
      return;
    }
    var patient =
        new ServiceTracker<>(
            context,
            context.createFilter(
                "(&(objectClass=io.krait.supervisor.PluginSupervisor)(start.seconds=60))"),
            null);
    patient.open(true);
    try {
      if (patient.waitForService(SECONDS.toMillis(30)) == null) {
        throw new AssertionError("the supervisor has not heard of its configuration");
      }
    } finally {
      patient.close();
    }
  }

  /** The configuration of that identity, for whoever reads it. */
  Configuration configuration(String pid) throws Exception {
    return service(ConfigurationAdmin.class).getConfiguration(pid, "?");
  }

  /** Waits until all has been done that changes of configurations up to now bring about. */
  void awaitConfigured() throws Exception {
    var heard = new CountDownLatch(1);
    var last = configuration("com.example.last");
    // Of one change after the other.
    var listener =
        register(
            ConfigurationListener.class,
            event -> {
              if (event.getPid().equals(last.getPid())) {
                heard.countDown();
              }
            });
    last.update(new Hashtable<>(Map.of("colour", "blue")));
    if (!heard.await(30, SECONDS)) {
      throw new AssertionError("nobody is told of configurations");
    }
    listener.unregister();
    last.delete();
  }

  /** A service that is there now; null where none is. */
  <T> ServiceReference<T> reference(Class<T> type, String filter) throws InvalidSyntaxException {
    return context.getServiceReferences(type, filter).stream().findFirst().orElse(null);
  }

  /** Offers a service, in the name of the test. */
  <T> ServiceRegistration<T> register(Class<T> type, T service) {
    return register(type, service, Map.of());
  }

  /** Offers a service with properties, in the name of the test. */
  <T> ServiceRegistration<T> register(Class<T> type, T service, Map<String, ?> properties) {
    return context.registerService(type, service, FrameworkUtil.asDictionary(properties));
  }

  /** What a talking bundle offers: a function from what it is asked to what it answers. */
  @SuppressWarnings("unchecked")
  Function<String, String> talk(String name) {
    try {
      return context.getServiceReferences(Function.class, "(talk=" + name + ")").stream()
          .findFirst()
          .map(context::getService)
          .map(service -> (Function<String, String>) service)
          .orElseThrow(() -> new AssertionError("nobody offers the talk " + name));
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The port of the HTTP server, which is waited for. */
  String httpPort() throws InterruptedException, InvalidSyntaxException {
    var tracker =
        new ServiceTracker<>(
            context,
            context.createFilter(
                "(&(objectClass=org.osgi.service.servlet.runtime.HttpServiceRuntime)"
                    + "(osgi.http.endpoint=*))"),
            null);
    tracker.open();
    try {
      if (tracker.waitForService(SECONDS.toMillis(30)) == null) {
        throw new AssertionError("there is no HTTP server with an address");
      }
      Object endpoints = tracker.getServiceReference().getProperty("osgi.http.endpoint");
      String first = endpoints instanceof String[] several ? several[0] : endpoints.toString();
      return String.valueOf(URI.create(first).getPort());
    } finally {
      tracker.close();
    }
  }

  /** Installs a bundle of the build, whether it can be started or not. */
  Bundle installed(String name) throws BundleException {
    Path jar = Path.of(System.getProperty("krait.bundles"), name + ".jar");
    return context.installBundle(jar.toUri().toString());
  }

  /** Installs the named bundles of the build and starts them. */
  List<Bundle> start(String... names) throws BundleException {
    var bundles = new Bundle[names.length];
    for (int i = 0; i < names.length; i++) {
      bundles[i] = installed(names[i]);
    }
    for (Bundle bundle : bundles) {
      bundle.start();
    }
    return List.of(bundles);
  }

  /** Stops and uninstalls bundles, last first, and waits until the framework has let go of them. */
  void uninstall(List<Bundle> bundles) throws BundleException, InterruptedException {
    var lastFirst =
        Stream.iterate(bundles.size() - 1, i -> i >= 0, i -> i - 1).map(bundles::get).toList();
    for (Bundle bundle : lastFirst) {
      bundle.stop();
    }
    for (Bundle bundle : lastFirst) {
      bundle.uninstall();
    }
    refresh(bundles);
  }

  /**
   * Refreshes bundles, or all that wait for it where none is named, and waits until that is done.
   */
  void refresh(List<Bundle> bundles) throws InterruptedException {
    var refreshed = new CountDownLatch(1);
    context
        .getBundle(0)
        .adapt(FrameworkWiring.class)
        .refreshBundles(bundles.isEmpty() ? null : bundles, event -> refreshed.countDown());
    if (!refreshed.await(60, SECONDS)) {
      throw new AssertionError("the framework did not refresh within 60 s");
    }
  }

  /** Puts a bundle in place of itself, and lets all that use it see the new one. */
  void update(Bundle bundle) throws BundleException, InterruptedException {
    bundle.update();
    refresh(List.of());
  }

  /** Uninstalls a bundle, and installs it again; what ran with it before does so again. */
  void reinstall(Bundle bundle) throws BundleException, InterruptedException {
    List<Bundle> running =
        context
            .getBundle(0)
            .adapt(FrameworkWiring.class)
            .getDependencyClosure(List.of(bundle))
            .stream()
            .filter(dependent -> dependent != bundle && dependent.getState() == Bundle.ACTIVE)
            .toList();
    bundle.uninstall();
    refresh(List.of(bundle));
    install(List.of(bundle.getLocation()));
    for (Bundle dependent : running) {
      dependent.start();
    }
  }

  /** Installs bundles from where they came, and starts them. */
  void install(List<String> locations) throws BundleException {
    var bundles = new ArrayList<Bundle>();
    for (String location : locations) {
      bundles.add(context.installBundle(location));
    }
    for (Bundle bundle : bundles) {
      bundle.start();
    }
  }
}
