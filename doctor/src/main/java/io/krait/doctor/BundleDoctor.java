package io.krait.doctor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Finds out why bundles of Krait, and those that use its packages, are not resolved or not started,
 * and what they do without. It only looks: nothing is resolved by that.
 */
public final class BundleDoctor {
  private static final String OURS = "io.krait.";
  private static final Pattern ATTRIBUTE = Pattern.compile("\\(([\\w.-]+)=([^()*]+)\\)");
  private static final Pattern LOWEST = Pattern.compile("\\(version>=([^)]+)\\)");
  private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

  private final List<Bundle> bundles;

  /** Looks at the bundles that are installed now. */
  public BundleDoctor(BundleContext context) {
    bundles = List.of(context.getBundles());
  }

  /** The bundles that are looked at. */
  public List<Bundle> patients() {
    return bundles.stream().filter(BundleDoctor::isPatient).toList();
  }

  /** What is wrong with them. */
  public List<Finding> findings() {
    return patients().stream().flatMap(this::of).distinct().toList();
  }

  private static boolean isPatient(Bundle bundle) {
    String name = bundle.getSymbolicName();
    if (bundle.getBundleId() == 0 || name == null) {
      return false;
    }
    return name.startsWith(OURS)
        || requirements(bundle).stream()
            .anyMatch(requirement -> nameOf(requirement).startsWith("io.krait.api"));
  }

  private static List<BundleRequirement> requirements(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision == null ? List.of() : revision.getDeclaredRequirements(null);
  }

  private Stream<Finding> of(Bundle bundle) {
    String name = bundle.getSymbolicName();
    if (bundle.getState() == Bundle.INSTALLED) {
      List<String> lacks = unmet(bundle);
      return lacks.isEmpty()
          ? Stream.of(
              Finding.standsStill(
                  name,
                  "is not resolved, though all that it asks for is there; start %d tells the"
                          .formatted(bundle.getBundleId())
                      + " framework's own reason"))
          : lacks.stream().map(lack -> Finding.standsStill(name, lack));
    }
    if (bundle.getState() == Bundle.RESOLVED && !isFragment(bundle)) {
      return Stream.of(
          Finding.standsStill(
              name, "is not started; start it with: start " + bundle.getBundleId()));
    }
    return without(bundle).stream();
  }

  private static boolean isFragment(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
  }

  private List<String> unmet(Bundle bundle) {
    Set<String> lacks = new LinkedHashSet<>();
    for (BundleRequirement requirement : requirements(bundle)) {
      if (isOptional(requirement) || !isForResolving(requirement)) {
        continue;
      }
      List<BundleCapability> matching =
          capabilities(requirement.getNamespace()).filter(requirement::matches).toList();
      String what = described(requirement);
      if (matching.isEmpty()) {
        lacks.add(
            "lacks %s%s%s"
                .formatted(
                    what, otherVersions(requirement), UsualProviders.advice(nameOf(requirement))));
      } else if (matching.stream().allMatch(found -> isUnresolved(found, bundle))) {
        lacks.add(
            "needs %s of %s, which is not resolved itself"
                .formatted(what, matching.get(0).getRevision().getSymbolicName()));
      }
    }
    return List.copyOf(lacks);
  }

  private static boolean isUnresolved(BundleCapability capability, Bundle asking) {
    Bundle provider = capability.getRevision().getBundle();
    return provider.getState() == Bundle.INSTALLED && !provider.equals(asking);
  }

  private Stream<BundleCapability> capabilities(String namespace) {
    return bundles.stream()
        .map(bundle -> bundle.adapt(BundleRevision.class))
        .filter(Objects::nonNull)
        .flatMap(revision -> revision.getDeclaredCapabilities(namespace).stream());
  }

  private String otherVersions(BundleRequirement requirement) {
    String name = nameOf(requirement);
    List<String> others =
        capabilities(requirement.getNamespace())
            .filter(found -> name.equals(found.getAttributes().get(requirement.getNamespace())))
            .map(
                found ->
                    "%s of %s"
                        .formatted(
                            found.getAttributes().get(Constants.VERSION_ATTRIBUTE),
                            found.getRevision().getSymbolicName()))
            .distinct()
            .toList();
    return others.isEmpty() ? "" : "; there is " + String.join(", ", others);
  }

  /** What one that is resolved does without. */
  public static List<Finding> without(BundleContext context, Bundle bundle) {
    return new BundleDoctor(context).without(bundle);
  }

  private List<Finding> without(Bundle bundle) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    if (wiring == null) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>();
    for (BundleRequirement requirement : requirements(bundle)) {
      if (isOptional(requirement)
          && requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)
          && wiring.getRequiredWires(requirement.getNamespace()).stream()
              .noneMatch(wire -> wire.getRequirement().equals(requirement))) {
        UsualProviders.of(nameOf(requirement))
            .filter(provider -> !provider.without().isEmpty())
            .ifPresent(
                provider ->
                    found.add(
                        Finding.doesWithout(
                            bundle.getSymbolicName(),
                            "does without %s: %s; %s"
                                .formatted(
                                    provider.prefix(),
                                    provider.without(),
                                    advice(requirement, provider, bundle)))));
      }
    }
    return found;
  }

  private String advice(
      BundleRequirement requirement, UsualProviders.Provider provider, Bundle bundle) {
    return capabilities(requirement.getNamespace()).anyMatch(requirement::matches)
        ? "it has come later: refresh " + bundle.getBundleId()
        : provider.bundle() + " has it";
  }

  private static boolean isOptional(BundleRequirement requirement) {
    String resolution = requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE);
    return Constants.RESOLUTION_OPTIONAL.equals(resolution) || "dynamic".equals(resolution);
  }

  private static boolean isForResolving(BundleRequirement requirement) {
    String effective = requirement.getDirectives().get(Constants.EFFECTIVE_DIRECTIVE);
    return effective == null || effective.equals(Constants.EFFECTIVE_RESOLVE);
  }

  private static String filter(BundleRequirement requirement) {
    return requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
  }

  /** Of a package or a bundle, its name; of what else is required, its value. */
  private static String nameOf(BundleRequirement requirement) {
    Matcher attribute = ATTRIBUTE.matcher(filter(requirement));
    while (attribute.find()) {
      if (attribute.group(1).equals(requirement.getNamespace())) {
        return attribute.group(2);
      }
    }
    return "";
  }

  private static String described(BundleRequirement requirement) {
    String namespace = requirement.getNamespace();
    String kind =
        switch (namespace) {
          case "osgi.wiring.package" -> "the package";
          case "osgi.wiring.bundle" -> "the bundle";
          case "osgi.wiring.host" -> "the host bundle";
          case "osgi.ee" -> "the execution environment";
          case "osgi.extender" -> "an extender for";
          case "osgi.implementation" -> "an implementation of";
          case "osgi.contract" -> "the contract";
          default -> "the capability " + namespace;
        };
    return "%s %s%s".formatted(kind, nameOf(requirement), versions(filter(requirement))).strip();
  }

  private static String versions(String filter) {
    Matcher lowest = LOWEST.matcher(filter.replaceAll("\\(!\\([^)]*\\)\\)", ""));
    Matcher below = BELOW.matcher(filter);
    String from = lowest.find() ? " from " + lowest.group(1) : "";
    return from + (below.find() ? " and below " + below.group(1) : "");
  }
}
