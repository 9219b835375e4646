package io.krait.host.internal.pluginapi;

import io.krait.api.AppError;
import io.krait.api.Bytes;
import io.krait.api.HostedPlugin;
import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.model.PluginKvSetOptions;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.plugin.HostServices;
import java.util.List;

/** What the plugin keeps, as a plugin asks for them. Safe for use from any thread. */
final class KeyValueApi implements PluginApi {

  private final HostServices services;
  private final HostedPlugin plugin;

  KeyValueApi(HostServices services, HostedPlugin plugin) {
    this.services = services;
    this.plugin = plugin;
  }

  @Override
  public void kvSet(String key, Bytes value) {
    services.entries().set(plugin.id(), key, value, 0);
  }

  @Override
  public boolean kvCompareAndSet(String key, Bytes oldValue, Bytes newValue) {
    return services.entries().compareAndSet(plugin.id(), key, oldValue, newValue, 0);
  }

  @Override
  public boolean kvCompareAndDelete(String key, Bytes oldValue) {
    return services.entries().compareAndDelete(plugin.id(), key, oldValue);
  }

  @Override
  public boolean kvSetWithOptions(String key, Bytes value, @Nullable PluginKvSetOptions options) {
    if (options == null) {
      services.entries().set(plugin.id(), key, value, 0);
      return true;
    }
    if (options.atomic()) {
      return services
          .entries()
          .compareAndSet(plugin.id(), key, options.oldValue(), value, options.expireInSeconds());
    }
    if (!options.oldValue().isEmpty()) {
      throw AppError.of(
          "model.plugin_kvset_options.is_valid.old_value.app_error",
          "an expected value needs an atomic write",
          400);
    }
    services.entries().set(plugin.id(), key, value, options.expireInSeconds());
    return true;
  }

  @Override
  public void kvSetWithExpiry(String key, Bytes value, long expireInSeconds) {
    services.entries().set(plugin.id(), key, value, expireInSeconds);
  }

  @Override
  public Bytes kvGet(String key) {
    return services.entries().get(plugin.id(), key);
  }

  @Override
  public void kvDelete(String key) {
    services.entries().delete(plugin.id(), key);
  }

  @Override
  public void kvDeleteAll() {
    services.entries().deleteAll(plugin.id());
  }

  @Override
  public List<String> kvList(int page, int perPage) {
    return services.entries().keys(plugin.id(), Page.of(page, perPage));
  }
}
