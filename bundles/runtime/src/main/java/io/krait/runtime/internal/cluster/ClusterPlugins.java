package io.krait.runtime.internal.cluster;

import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.ManagementException;
import io.krait.api.management.ManagementException.Problem;
import io.krait.api.management.NodePlugin;
import io.krait.api.management.PluginManager;
import io.krait.runtime.internal.cluster.Archives.Spooled;
import io.krait.runtime.internal.cluster.LocalPlugins.Unpacked;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The plugins of this node as one of several. What is asked of them is kept for all nodes, and done
 * on this one; without shared plugins it is just done.
 */
public final class ClusterPlugins implements PluginManager {

  private final LocalPlugins local;
  private final Membership membership;
  private final Registry registry;

  /** The plugins of a node, which is one of several by this membership. */
  public ClusterPlugins(LocalPlugins local, Membership membership) {
    this.local = local;
    this.membership = membership;
    registry = membership.registry();
  }

  @Override
  public CompletableFuture<ManagedPlugin> install(InputStream archive, boolean replace) {
    return install(archive, replace, "");
  }

  @Override
  public CompletableFuture<ManagedPlugin> install(
      InputStream archive, boolean replace, String userId) {
    if (!registry.isShared()) {
      return local.install(archive, replace, userId);
    }
    try {
      Spooled spooled = membership.archives().spool(archive);
      try {
        Unpacked unpacked = unpacked(spooled);
        return membership
            .inTurn(
                unpacked.id(),
                () -> membership.installing().install(unpacked, spooled, replace, userId))
            .whenComplete((plugin, failure) -> spooled.close());
      } catch (ManagementException | IOException | RuntimeException e) {
        spooled.close();
        throw e;
      }
    } catch (ManagementException e) {
      return CompletableFuture.failedFuture(e);
    } catch (IOException | RuntimeException e) {
      return failed(
          Problem.SYSTEM,
          "cannot install the plugin: reading the archive or writing its files failed: " + e,
          e);
    }
  }

  private Unpacked unpacked(Spooled spooled) throws ManagementException, IOException {
    try (InputStream content = Files.newInputStream(spooled.file())) {
      return local.unpack(content);
    }
  }

  @Override
  public CompletableFuture<ManagedPlugin> enable(String id) {
    return missing(id).isPresent() ? set(id, true) : local.enable(id);
  }

  @Override
  public CompletableFuture<ManagedPlugin> disable(String id) {
    return missing(id).isPresent() ? set(id, false) : local.disable(id);
  }

  /** One that is not on this node runs on the others, or does not. */
  private CompletableFuture<ManagedPlugin> set(String id, boolean enabled) {
    return withMissing(
        id,
        desired ->
            membership.inTurn(
                desired.id(),
                () -> {
                  try {
                    return Present.missing(
                        registry.change(desired.id(), now -> now.with(enabled, now.settings())),
                        membership.problems());
                  } catch (IOException e) {
                    throw new ManagementException(
                        Problem.SYSTEM, "plugin %s: %s".formatted(id, e.getMessage()), e);
                  }
                }));
  }

  @Override
  public CompletableFuture<ManagedPlugin> restart(String id) {
    if (missing(id).isEmpty()) {
      return local.restart(id);
    }
    return withMissing(
        id,
        desired -> {
          membership.retry(desired.id());
          return CompletableFuture.completedFuture(Present.missing(desired, membership.problems()));
        });
  }

  @Override
  public CompletableFuture<ManagedPlugin> remove(String id) {
    ManagedPlugin plugin = find(id).orElse(null);
    if (plugin == null || !isShared(plugin.id())) {
      return local.remove(id);
    }
    return membership.inTurn(
        plugin.id(), () -> membership.installing().remove(plugin.id(), plugin));
  }

  /** Whether other nodes have it, or are to have it. */
  private boolean isShared(String id) {
    return registry.isShared() && registry.known(id).filter(Desired::isInstalled).isPresent();
  }

  /** A plugin that other nodes have and this one has not. */
  private Optional<Desired> missing(String id) {
    String known = id.toLowerCase(Locale.ROOT);
    return local.find(id).isEmpty() && isShared(known) ? registry.known(known) : Optional.empty();
  }

  private CompletableFuture<ManagedPlugin> withMissing(
      String id, Function<Desired, CompletableFuture<ManagedPlugin>> action) {
    return missing(id)
        .map(action)
        .orElseGet(
            () -> failed(Problem.CONFLICT, "plugin %s is here now; try again".formatted(id), null));
  }

  private static CompletableFuture<ManagedPlugin> failed(
      Problem problem, String message, Throwable cause) {
    return CompletableFuture.failedFuture(new ManagementException(problem, message, cause));
  }

  @Override
  public CompletableFuture<Void> rescan() {
    return local.rescan();
  }

  @Override
  public List<ManagedPlugin> list() {
    return Present.on(local, registry, membership.problems());
  }

  @Override
  public Optional<ManagedPlugin> find(String id) {
    Optional<ManagedPlugin> here =
        local.find(id).map(plugin -> Present.remarked(plugin, membership.problems()));
    return here.isPresent()
        ? here
        : missing(id).map(desired -> Present.missing(desired, membership.problems()));
  }

  @Override
  public List<NodePlugin> nodes() {
    List<NodePlugin> all = new ArrayList<>(membership.own());
    all.addAll(membership.ofOthers());
    all.sort(Comparator.comparing(NodePlugin::pluginId).thenComparing(NodePlugin::nodeId));
    return all;
  }

  @Override
  public Map<String, Object> settings(String id) throws ManagementException {
    Optional<Desired> elsewhere = missing(id);
    return elsewhere.isPresent() ? elsewhere.get().settings() : local.settings(id);
  }

  @Override
  public void saveSettings(String id, Map<String, Object> settings) throws ManagementException {
    checkIsHere(id);
    local.saveSettings(id, settings);
  }

  @Override
  public void checkSettings(String id, Map<String, Object> settings) throws ManagementException {
    checkIsHere(id);
    local.checkSettings(id, settings);
  }

  @Override
  public CompletionStage<Optional<String>> applySettings(String id, Map<String, Object> settings)
      throws ManagementException {
    checkIsHere(id);
    return local.applySettings(id, settings);
  }

  // What a setting may be says the plugin's manifest.
  private void checkIsHere(String id) throws ManagementException {
    if (missing(id).isPresent()) {
      throw new ManagementException(
          Problem.CONFLICT,
          "plugin %s is not on this node, which cannot tell whether the settings are right; save them on another one"
              .formatted(id));
    }
  }
}
