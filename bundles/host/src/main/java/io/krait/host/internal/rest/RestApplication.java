package io.krait.host.internal.rest;

import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.plugin.PluginAdministration;
import io.krait.host.internal.plugin.SlashCommands;
import java.util.LinkedHashMap;
import java.util.Map;
import org.glassfish.jersey.internal.inject.AbstractBinder;
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
        new UnreadBodies(
            Math.max(
                RestServlet.LARGEST_UPLOAD + RestServlet.BESIDE_UPLOAD,
                services.attachments().largest())),
        new ConsumedPosts(hooks),
        new Errors(hooks));
    Resources resources = new Resources();
    resources.serve(SystemResource.class, new SystemResource());
    resources.serve(UsersResource.class, new UsersResource(services, access, openSignUp));
    resources.serve(TeamsResource.class, new TeamsResource(services, access));
    resources.serve(ChannelsResource.class, new ChannelsResource(services, access));
    resources.serve(PostsResource.class, new PostsResource(services, access));
    resources.serve(FilesResource.class, new FilesResource(services, access));
    resources.serve(ReactionsResource.class, new ReactionsResource(services, access));
    resources.serve(CommandsResource.class, new CommandsResource(services, access, commands));
    resources.serve(PluginsResource.class, new PluginsResource(access, administration));
    config.registerClasses(resources.all.keySet());
    config.register(resources);
    return config;
  }

  /**
   * The resources as instances of their classes. Registered as instances they would do as well, but
   * Jersey would warn of each that it is no provider.
   */
  private static final class Resources extends AbstractBinder {
    private final Map<Class<?>, Object> all = new LinkedHashMap<>();

    <T> void serve(Class<T> type, T resource) {
      all.put(type, resource);
    }

    @Override
    protected void configure() {
      all.forEach(this::bindOne);
    }

    private <T> void bindOne(Class<T> type, Object resource) {
      // Goes before what Jersey itself would make of the class.
      bind(type.cast(resource)).to(type).ranked(1);
    }
  }
}
