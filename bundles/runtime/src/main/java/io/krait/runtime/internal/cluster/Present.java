package io.krait.runtime.internal.cluster;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The plugins of this node as administrators see them: those that are here, and those that should
 * be; with what keeps them from being what all nodes are to have.
 */
final class Present {

  private Present() {}

  static List<ManagedPlugin> on(LocalPlugins local, Registry registry, Problems problems) {
    List<ManagedPlugin> here = local.list();
    if (!registry.isShared()) {
      return here;
    }
    List<ManagedPlugin> all = new ArrayList<>();
    here.forEach(plugin -> all.add(remarked(plugin, problems)));
    registry.known().stream()
        .filter(Desired::isInstalled)
        .filter(desired -> here.stream().noneMatch(plugin -> plugin.id().equals(desired.id())))
        .forEach(desired -> all.add(missing(desired, problems)));
    all.sort(Comparator.comparing(ManagedPlugin::id));
    return all;
  }

  static ManagedPlugin remarked(ManagedPlugin plugin, Problems problems) {
    return problems
        .of(plugin.id())
        .filter(problem -> plugin.reason().isEmpty())
        .map(problem -> plugin.toBuilder().reason(problem).build())
        .orElse(plugin);
  }

  /** One that other nodes have. */
  static ManagedPlugin missing(Desired desired, Problems problems) {
    return ManagedPlugin.builder(desired.id(), desired.version(), Path.of(desired.id()))
        .enabled(desired.enabled())
        .state(
            problems.isPassing(desired.id()) || problems.of(desired.id()).isEmpty()
                ? PluginState.WAITING
                : PluginState.FAILED)
        .reason(problems.of(desired.id()).orElse("is being brought to this node"))
        .build();
  }
}
