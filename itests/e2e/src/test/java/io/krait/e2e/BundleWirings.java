package io.krait.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/** What a framework says of jars that it has resolved, none of which has been started. */
final class BundleWirings implements AutoCloseable {
  private static final String SERVICE = "osgi.service";

  private final Framework framework;
  private final Map<String, Bundle> bundles = new TreeMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();

  private BundleWirings(Framework framework) {
    this.framework = framework;
  }

  static BundleWirings of(FrameworkFactory factory, Path storage, List<Path> jars)
      throws BundleException {
    Framework framework =
        factory.newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
    framework.start();
    BundleWirings wirings = new BundleWirings(framework);
    for (Path jar : jars) {
      Bundle bundle = framework.getBundleContext().installBundle(jar.toUri().toString());
      wirings.bundles.put(bundle.getSymbolicName(), bundle);
      wirings.files.put(bundle.getSymbolicName(), jar.getFileName().toString());
    }
    framework.adapt(FrameworkWiring.class).resolveBundles(wirings.bundles.values());
    return wirings;
  }

  /** The bundles that did not resolve. */
  List<String> unresolved() {
    return bundles.values().stream()
        .filter(bundle -> bundle.adapt(BundleWiring.class) == null)
        .map(Bundle::getSymbolicName)
        .toList();
  }

  String description(String name) {
    return bundles.get(name).getHeaders().get(Constants.BUNDLE_DESCRIPTION);
  }

  String file(String name) {
    return files.get(name);
  }

  /** The bundles that this one does not run without. */
  Set<String> needs(String name) {
    return with(name, false);
  }

  /** The bundles that it takes where they are there. */
  Set<String> uses(String name) {
    Set<String> uses = with(name, true);
    uses.removeAll(needs(name));
    return uses;
  }

  /** These bundles, and all that they do not run without. */
  Set<String> closure(String... names) {
    Set<String> closure = new TreeSet<>();
    Set<String> open = new TreeSet<>(Arrays.asList(names));
    while (!open.isEmpty()) {
      String next = open.iterator().next();
      open.remove(next);
      if (closure.add(next)) {
        open.addAll(needs(next));
      }
    }
    return closure;
  }

  private Set<String> with(String name, boolean optional) {
    Bundle bundle = bundles.get(name);
    Set<String> others = new TreeSet<>();
    for (BundleWire wire : bundle.adapt(BundleWiring.class).getRequiredWires(null)) {
      if (isOptional(wire.getRequirement()) == optional) {
        others.add(wire.getProvider().getSymbolicName());
      }
    }
    // Services do not count for the framework, but for who waits for them.
    for (BundleRequirement service :
        bundle.adapt(BundleRevision.class).getDeclaredRequirements(SERVICE)) {
      if (isOptional(service) == optional) {
        others.addAll(offering(service));
      }
    }
    others.remove(name);
    others.remove(framework.getSymbolicName());
    others.retainAll(bundles.keySet());
    return others;
  }

  private static boolean isOptional(BundleRequirement requirement) {
    String resolution = requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
    // What is imported at the first use of a class may be missing, too.
    return Namespace.RESOLUTION_OPTIONAL.equals(resolution)
        || PackageNamespace.RESOLUTION_DYNAMIC.equals(resolution);
  }

  private Set<String> offering(BundleRequirement service) {
    Set<String> names = new TreeSet<>();
    for (Bundle bundle : bundles.values()) {
      for (BundleCapability offered :
          bundle.adapt(BundleRevision.class).getDeclaredCapabilities(SERVICE)) {
        if (matches(service, offered)) {
          names.add(bundle.getSymbolicName());
        }
      }
    }
    return names;
  }

  private static boolean matches(BundleRequirement service, BundleCapability offered) {
    String filter = service.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE);
    try {
      return filter != null && FrameworkUtil.createFilter(filter).matches(offered.getAttributes());
    } catch (InvalidSyntaxException wrong) {
      throw new AssertionError(filter, wrong);
    }
  }

  @Override
  public void close() throws Exception {
    framework.stop();
    framework.waitForStop(0);
  }

  /** The jars of the distribution, and those of Krait that are not in it. */
  static List<Path> jars() throws IOException {
    Path distribution = Workspace.script().resolveSibling("../bundle").normalize();
    try (Stream<Path> distributed = Files.walk(distribution);
        Stream<Path> nats = Files.list(Workspace.root().resolve("bundles/nats/target"))) {
      return Stream.concat(
              distributed.filter(file -> file.toString().endsWith(".jar")),
              nats.filter(
                  file ->
                      file.getFileName()
                          .toString()
                          .matches("io\\.krait\\.nats-[^-]*(-SNAPSHOT)?\\.jar")))
          .toList();
    }
  }
}
