package io.krait.apiserver;

import io.krait.api.PluginApi;
import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/** Opens endpoints at which plugins call the API. Safe for use from any thread. */
@ProviderType
public interface ApiServer {

  /**
   * Opens an endpoint for one plugin. It may have another one: in an update, the process of the new
   * version is brought up while the old one runs.
   *
   * <p>Whoever calls there is that plugin, whatever a message says: the endpoint alone decides.
   *
   * @param pluginId the plugin, for records and errors
   * @param api the API as this plugin sees it; called on threads of this bundle, by many at once
   * @throws IOException where it cannot listen: the message says where and why
   * @throws IllegalStateException where this bundle has been stopped
   */
  ApiEndpoint open(String pluginId, PluginApi api) throws IOException;
}
