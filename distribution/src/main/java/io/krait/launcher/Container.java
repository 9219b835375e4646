package io.krait.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The OSGi framework with the bundles of a folder, whose folders are named by start levels. It can
 * be closed from any thread.
 */
final class Container implements AutoCloseable {

  private static final Duration END = Duration.ofSeconds(60);

  private final Framework framework;

  private Container(Framework framework) {
    this.framework = framework;
  }

  /**
   * Starts the framework and installs all bundles, of which none runs yet.
   *
   * @throws StartException where that fails
   */
  static Container open(Map<String, String> properties, Path bundles) throws StartException {
    FrameworkFactory factory =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow(() -> new StartException("there is no OSGi framework in lib"));
    Framework framework = factory.newFramework(properties);
    Container container = new Container(framework);
    try {
      framework.start();
      container.install(bundles);
      return container;
    } catch (BundleException | IOException failure) {
      container.close();
      throw new StartException("the container does not start: " + failure, failure);
    }
  }

  private void install(Path folder) throws BundleException, IOException {
    BundleContext context = framework.getBundleContext();
    List<Bundle> installed = new ArrayList<>();
    for (Map.Entry<Integer, Path> level : levels(folder).entrySet()) {
      try (Stream<Path> files = Files.list(level.getValue())) {
        for (Path file : files.filter(path -> path.toString().endsWith(".jar")).sorted().toList()) {
          Bundle bundle = context.installBundle(file.toUri().toString());
          bundle.adapt(BundleStartLevel.class).setStartLevel(level.getKey());
          installed.add(bundle);
        }
      }
    }
    for (Bundle bundle : installed) {
      if ((bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) == 0) {
        // Takes effect when its level is reached.
        bundle.start(Bundle.START_ACTIVATION_POLICY);
      }
    }
  }

  private static SortedMap<Integer, Path> levels(Path folder) throws IOException {
    SortedMap<Integer, Path> levels = new TreeMap<>();
    try (Stream<Path> folders = Files.list(folder)) {
      folders
          .filter(path -> path.getFileName().toString().matches("[0-9]+"))
          .forEach(path -> levels.put(Integer.parseInt(path.getFileName().toString()), path));
    }
    return levels;
  }

  /** Starts all bundles up to a start level, and waits until that is reached. */
  void raiseTo(int level) throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    FrameworkListener listener =
        event -> {
          if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
            reached.countDown();
          }
        };
    framework.adapt(FrameworkStartLevel.class).setStartLevel(level, listener);
    reached.await();
  }

  /** The bundles that should run and do not, with what the framework says about them. */
  List<String> defects() {
    List<String> defects = new ArrayList<>();
    for (Bundle bundle : framework.getBundleContext().getBundles()) {
      boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
      int level = bundle.adapt(BundleStartLevel.class).getStartLevel();
      boolean due = level <= framework.adapt(FrameworkStartLevel.class).getStartLevel();
      if (!fragment && due && (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) == 0) {
        try {
          bundle.start();
        } catch (BundleException reason) {
          defects.add(String.valueOf(reason.getMessage()).replaceAll("\\s*\\n\\s*", " "));
        }
      }
    }
    return defects;
  }

  /**
   * Puts jars in the place of the bundles that have their symbolic names, and rewires what uses
   * them. Jars that are no bundle of this container are left out.
   *
   * @return names and versions of the exchanged bundles
   */
  List<String> exchange(List<Path> jars) throws BundleException, IOException, InterruptedException {
    List<Bundle> exchanged = new ArrayList<>();
    for (Path jar : jars) {
      Optional<Bundle> bundle = bundleOf(jar);
      if (bundle.isPresent()) {
        try (InputStream content = Files.newInputStream(jar)) {
          bundle.get().update(content);
        }
        exchanged.add(bundle.get());
      }
    }
    if (exchanged.isEmpty()) {
      return List.of();
    }
    CountDownLatch refreshed = new CountDownLatch(1);
    framework
        .adapt(FrameworkWiring.class)
        .refreshBundles(
            exchanged,
            event -> {
              if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
              }
            });
    refreshed.await();
    return exchanged.stream()
        .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())
        .toList();
  }

  private Optional<Bundle> bundleOf(Path jar) throws IOException {
    try (JarFile opened = new JarFile(jar.toFile())) {
      Manifest manifest = opened.getManifest();
      String name =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
      return name == null
          ? Optional.empty()
          : Arrays.stream(framework.getBundleContext().getBundles())
              .filter(
                  bundle -> name.replaceFirst(";.*", "").trim().equals(bundle.getSymbolicName()))
              .findFirst();
    }
  }

  /** The service of that interface that has that filter, when it is there in time. */
  <T> Optional<T> service(Class<T> type, String filter, Duration patience)
      throws InterruptedException {
    BundleContext context = framework.getBundleContext();
    try {
      ServiceTracker<T, T> tracker =
          new ServiceTracker<>(
              context,
              context.createFilter(
                  "(&(%s=%s)%s)".formatted(Constants.OBJECTCLASS, type.getName(), filter)),
              null);
      // Kept open, as the service is used until the framework ends.
      tracker.open();
      return Optional.ofNullable(tracker.waitForService(patience.toMillis()));
    } catch (InvalidSyntaxException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  /** Waits until the framework has been stopped, by whomever. */
  void awaitEnd() throws InterruptedException {
    framework.waitForStop(0);
  }

  /** Stops all bundles, and waits until they are. */
  @Override
  public void close() {
    try {
      framework.stop();
      FrameworkEvent end = framework.waitForStop(END.toMillis());
      if (end.getType() == FrameworkEvent.WAIT_TIMEDOUT) {
        System.err.println("krait: the container has not ended within " + END.toSeconds() + " s");
      }
    } catch (BundleException failure) {
      System.err.println("krait: the container does not end: " + failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
