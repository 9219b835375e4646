package io.krait.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/** Bundles of Krait that plugins are run without, where nobody has installed them. */
public final class AbsentBundles {
  private static final String RUNTIME = "io.krait.runtime";

  /**
   * Such a bundle.
   *
   * @param name its symbolic name
   * @param service what it is for, which a bundle of somebody else may offer
   * @param without what is not there without it
   */
  private record Choice(String name, String service, String without) {}

  private static final Choice HOSTKIT =
      new Choice(
          "io.krait.hostkit",
          "io.krait.api.PluginApiCompletion",
          "what the host does not answer, nobody does");

  private static final Choice HTTP =
      new Choice(
          "io.krait.http",
          "io.krait.api.PluginHttpClient",
          "nobody serves the pages of plugins, and plugins send each other no requests");

  private static final Choice SANDBOX =
      new Choice(
          "io.krait.sandbox",
          "io.krait.supervisor.ProcessIsolation",
          "no plugin is isolated, so each can read and write whatever the server can");

  private AbsentBundles() {}

  /** All that are neither installed nor replaced by others. */
  public static List<Finding> all(BundleContext context) {
    return List.of(HOSTKIT, HTTP, SANDBOX).stream()
        .filter(choice -> isAbsent(context, choice))
        .map(AbsentBundles::told)
        .toList();
  }

  /** What is without isolation, where there is none. */
  public static Optional<Finding> sandbox(BundleContext context) {
    return Optional.of(SANDBOX)
        .filter(choice -> isAbsent(context, choice))
        .map(AbsentBundles::told);
  }

  private static boolean isAbsent(BundleContext context, Choice choice) {
    return Arrays.stream(context.getBundles())
            .noneMatch(bundle -> choice.name().equals(bundle.getSymbolicName()))
        && context.getServiceReference(choice.service()) == null;
  }

  private static Finding told(Choice choice) {
    return Finding.doesWithout(
        RUNTIME, "does without %s: %s".formatted(choice.name(), choice.without()));
  }
}
