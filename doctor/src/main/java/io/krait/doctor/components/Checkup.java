package io.krait.doctor.components;

import io.krait.doctor.AbsentBundles;
import io.krait.doctor.BundleDoctor;
import io.krait.doctor.Finding;
import io.krait.doctor.UsualProviders;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * What is wrong with Krait in a server, and what it does without.
 *
 * @param bundles how many were looked at: Krait's, and those that use it
 */
public record Checkup(int bundles, List<Finding> findings) {
  private static final String RUNTIME = "io.krait.runtime";
  private static final String HOST = "io.krait.api.PluginApiProvider";

  /** Copies the findings. */
  public Checkup {
    findings = List.copyOf(findings);
  }

  /** Looks at all bundles and components, and changes nothing. */
  public static Checkup of(BundleContext context, ServiceComponentRuntime components) {
    BundleDoctor doctor = new BundleDoctor(context);
    Set<String> names =
        doctor.patients().stream().map(Bundle::getSymbolicName).collect(Collectors.toSet());
    List<Finding> findings = new ArrayList<>(doctor.findings());
    findings.addAll(new ComponentDoctor(components).findings(names));
    if (names.contains(RUNTIME)) {
      findings.addAll(besidePlugins(context));
    }
    return new Checkup(names.size(), findings);
  }

  /** What plugins count on, and those that run them can do without. */
  private static List<Finding> besidePlugins(BundleContext context) {
    List<Finding> findings = new ArrayList<>();
    if (context.getServiceReference(HOST) == null) {
      findings.add(
          Finding.standsStill(
              RUNTIME,
              "has no host, and plugins wait: no service %s%s"
                  .formatted(HOST, UsualProviders.advice(HOST))));
    } else if (context.getServiceReference("io.krait.api.PluginApiCompletion") == null) {
      findings.add(
          Finding.doesWithout(
              RUNTIME,
              "does without io.krait.hostkit: what the host does not answer, nobody does"));
    }
    List<String> unserved = withPages(context);
    if (!unserved.isEmpty()
        && context.getServiceReference("io.krait.api.PluginHttpClient") == null) {
      findings.add(
          Finding.doesWithout(
              RUNTIME,
              "does without io.krait.http: nobody serves the pages of "
                  + String.join(", ", unserved)));
    }
    AbsentBundles.sandbox(context).ifPresent(findings::add);
    return findings;
  }

  private static List<String> withPages(BundleContext context) {
    try {
      ServiceReference<?>[] plugins =
          context.getServiceReferences("io.krait.api.PluginHooks", "(plugin.hooks=ServeHTTP)");
      return Stream.ofNullable(plugins)
          .flatMap(Stream::of)
          .map(plugin -> String.valueOf(plugin.getProperty("plugin.id")))
          .sorted()
          .toList();
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Those of that kind, each once. */
  public List<String> told(Finding.Kind kind) {
    return findings.stream()
        .filter(finding -> finding.kind() == kind)
        .map(Finding::toString)
        .distinct()
        .toList();
  }
}
