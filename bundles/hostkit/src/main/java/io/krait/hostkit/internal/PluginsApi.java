package io.krait.hostkit.internal;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.PluginHttpClient;
import io.krait.api.management.ManagedPlugin;
import io.krait.api.management.PluginState;
import io.krait.api.model.Manifest;
import io.krait.api.model.PluginHttpResult;
import io.krait.api.model.PluginStatus;
import io.krait.hostkit.PluginAdministration;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Plugins, this one among them, as a plugin asks for them. Safe for use from any thread. */
final class PluginsApi implements PluginApi {

  /** Others are waited for a while; in time for the deadline of the call. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration INSTALL_PATIENCE = Duration.ofSeconds(25);

  private final HostedPlugin plugin;
  private final PluginAdministration administration;
  private final Supplier<Optional<PluginHttpClient>> http;

  PluginsApi(
      HostedPlugin plugin,
      PluginAdministration administration,
      Supplier<Optional<PluginHttpClient>> http) {
    this.plugin = plugin;
    this.administration = administration;
    this.http = http;
  }

  @Override
  public List<Manifest> getPlugins() {
    return administration.list().stream()
        .sorted(
            Comparator.comparing((ManagedPlugin one) -> one.state() != PluginState.RUNNING)
                .thenComparing(ManagedPlugin::id))
        .map(PluginAdministration::manifest)
        .toList();
  }

  @Override
  public PluginStatus getPluginStatus(String id) {
    ManagedPlugin managed = administration.get(id);
    return PluginStatus.builder()
        .pluginId(managed.id())
        .pluginPath(managed.folder().toString())
        .state(PluginAdministration.stateNumber(managed.state()))
        .name(managed.name())
        .description(managed.description())
        .version(managed.version())
        .build();
  }

  @Override
  public void enablePlugin(String id) {
    administration.enable(id, patienceFor(id));
  }

  @Override
  public void disablePlugin(String id) {
    administration.disable(id, patienceFor(id));
  }

  @Override
  public void removePlugin(String id) {
    administration.remove(id, patienceFor(id));
  }

  @Override
  public Manifest installPlugin(Bytes fileData, boolean replace) {
    return PluginAdministration.manifest(
        administration.install(
            new ByteArrayInputStream(fileData.toByteArray()), replace, INSTALL_PATIENCE));
  }

  /** A plugin that ends itself must not wait: its end waits for this call. */
  private Duration patienceFor(String id) {
    return id.equals(plugin.id()) ? Duration.ZERO : PATIENCE;
  }

  @Override
  public PluginHttpResult pluginHttp(
      String method, String url, Map<String, String> headers, Bytes body) {
    return http.get()
        .orElseThrow(PluginsApi::withoutHttp)
        .send(plugin.id(), method, url, headers, body);
  }

  /** It is the installation that lacks something, and not the host. */
  private static AppError withoutHttp() {
    return AppError.notImplemented("PluginHTTP").toBuilder()
        .message("PluginHTTP needs the bundle io.krait.http, which this server does not have")
        .build();
  }

  @Override
  public String getBundlePath() {
    return plugin.folder().toAbsolutePath().toString();
  }

  @Override
  public String getPluginId() {
    return plugin.id();
  }
}
