package io.krait.api.example;

import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;

/** Of the Javadoc of the API. */
public final class Shop implements PluginApiProvider {
  @Override
  public PluginApi open(HostedPlugin plugin) {
    return new PluginApi() {
      @Override
      public String getServerVersion() {
        return "10.0.0";
      }
    };
  }
}
