package com.example.shop;

import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.PluginApiProvider;
import org.osgi.service.component.annotations.Component;

/** A host that has nothing of its own for plugins but its version. */
@Component
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
