package io.krait.host.internal.rest;

import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.plugin.PluginAdministration;
import io.krait.host.internal.plugin.SlashCommands;
import java.util.Map;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** What the REST API is made of. */
final class RestApplication {

  private final HostServices services;
  private final DispatchedHooks hooks;
  private final PluginAdministration administration;
  private final boolean openSignUp;

  RestApplication(
      HostServices services,
      DispatchedHooks hooks,
      PluginAdministration administration,
      boolean openSignUp) {
    this.services = services;
    this.hooks = hooks;
    this.administration = administration;
    this.openSignUp = openSignUp;
  }

  /** Everything is named; nothing is looked for. */
  ResourceConfig resources() {
    Access access = new Access(services.permissions());
    SlashCommands commands = new SlashCommands(services, hooks);
    ResourceConfig config = new ResourceConfig();
    config.setApplicationName("krait-host");
    config.addProperties(
        Map.of(
            ServerProperties.WADL_FEATURE_DISABLE, true,
            ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
            ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
            ServerProperties.BV_FEATURE_DISABLE, true,
            // Else the container writes a page of its own in place of our error.
            ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true));
    config.registerInstances(
        new JsonBodies(ModelJson.mapper()),
        new Authentication(services, hooks),
        new Errors(hooks),
        new SystemResource(),
        new UsersResource(services, access, openSignUp),
        new TeamsResource(services, access),
        new ChannelsResource(services, access),
        new PostsResource(services, access),
        new ReactionsResource(services, access),
        new CommandsResource(services, access, commands),
        new PluginsResource(access, administration));
    return config;
  }
}
