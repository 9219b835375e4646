package io.krait.hostkit.internal;

import io.krait.api.HostedPlugin;
import io.krait.api.KeyValueStore;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiCompletion;
import io.krait.api.PluginApiProvider;
import io.krait.api.PluginHttpClient;
import io.krait.hostkit.ComposedPluginApi;
import io.krait.hostkit.PluginAdministration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Answers what a host leaves to Krait. */
@Component(service = PluginApiCompletion.class)
public final class HostKit implements PluginApiCompletion {

  private final PluginAdministration administration;
  private final CommandRegistry commands;
  private final ClusterMessages cluster;
  private final KeyValueStore store;
  private final AtomicReference<@Nullable PluginHttpClient> http = new AtomicReference<>();

  /** What is answered by these; hosts that keep what plugins store do without {@code store}. */
  @Activate
  public HostKit(
      @Reference PluginAdministration administration,
      @Reference CommandRegistry commands,
      @Reference ClusterMessages cluster,
      @Reference EntryStore store) {
    this(administration, commands, cluster, (KeyValueStore) store);
  }

  /** As that, outside of a container. */
  public HostKit(
      PluginAdministration administration,
      CommandRegistry commands,
      ClusterMessages cluster,
      KeyValueStore store) {
    this.administration = administration;
    this.commands = commands;
    this.cluster = cluster;
    this.store = store;
  }

  /** From now on requests from plugin to plugin are carried by this one. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindHttp(PluginHttpClient bound) {
    http.set(bound);
  }

  /** This one carries requests no longer; another one may be bound already. */
  public void unbindHttp(PluginHttpClient gone) {
    http.compareAndSet(gone, null);
  }

  @Override
  public PluginApiProvider complete(PluginApiProvider host) {
    return new PluginApiProvider() {
      @Override
      public PluginApi open(HostedPlugin plugin) {
        return ComposedPluginApi.completed(
            host.open(plugin), areas(plugin, host.keyValueStore().orElse(store)));
      }

      @Override
      public void release(HostedPlugin plugin) {
        commands.unregisterAll(plugin.id());
        host.release(plugin);
      }

      @Override
      public Optional<KeyValueStore> keyValueStore() {
        return host.keyValueStore();
      }
    };
  }

  private List<PluginApi> areas(HostedPlugin plugin, KeyValueStore entries) {
    return List.of(
        new ClusterApi(cluster, plugin),
        new CommandsApi(commands, plugin),
        new KeyValueApi(entries, plugin),
        new LogApi(plugin),
        new PluginSettingsApi(plugin),
        new PluginsApi(plugin, administration, () -> Optional.ofNullable(http.get())),
        new WithdrawnApi());
  }
}
