package io.krait.host.internal.plugin;

import io.krait.api.HostedPlugin;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import io.krait.api.PluginHttpClient;
import io.krait.host.internal.pluginapi.HostPluginApi;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Gives each plugin the embedded host's API. */
@Component
public final class HostApiProvider implements PluginApiProvider {

  private final HostServices services;
  private final DispatchedHooks hooks;
  private final SlashCommands slashCommands;
  private final PluginAdministration administration;
  private final AtomicReference<@Nullable PluginHttpClient> http = new AtomicReference<>();

  /** The API of this host. */
  @Activate
  public HostApiProvider(
      @Reference Host host,
      @Reference DispatchedHooks hooks,
      @Reference PluginAdministration administration) {
    this.services = host.services();
    this.hooks = hooks;
    this.slashCommands = new SlashCommands(host.services(), hooks);
    this.administration = administration;
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
  public PluginApi open(HostedPlugin plugin) {
    return HostPluginApi.of(
        services,
        plugin,
        slashCommands,
        administration,
        hooks,
        () -> Optional.ofNullable(http.get()));
  }

  @Override
  public void release(HostedPlugin plugin) {
    services.commands().unregisterAll(plugin.id());
  }
}
