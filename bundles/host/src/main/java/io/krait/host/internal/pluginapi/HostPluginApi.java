package io.krait.host.internal.pluginapi;

import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.host.internal.commands.SlashCommands;
import io.krait.host.internal.plugin.DispatchedHooks;
import io.krait.host.internal.plugin.HostServices;
import io.krait.hostkit.ComposedPluginApi;
import io.krait.hostkit.PluginAdministration;
import java.util.List;

/**
 * The embedded host's API as seen by one plugin, made of one class for each area of it. What Krait
 * answers in every host is not among them.
 */
public final class HostPluginApi {

  private HostPluginApi() {}

  /**
   * The API of {@code services} for {@code plugin}. Safe for use from any thread.
   *
   * @param reading has the other plugins say how posts are shown that this one reads
   */
  public static PluginApi of(
      HostServices services,
      HostedPlugin plugin,
      SlashCommands slashCommands,
      PluginAdministration administration,
      DispatchedHooks reading) {
    return ComposedPluginApi.of(
        List.of(
            new BotsApi(services, plugin),
            new ChannelsApi(services),
            new CommandsApi(services, plugin, slashCommands),
            new ConfigurationApi(services, administration),
            new DialogsApi(services, plugin),
            new EmojiApi(services),
            new EphemeralPostsApi(services),
            new EventsApi(services, plugin),
            new FilesApi(services),
            new GroupsApi(services),
            new OAuthAppsApi(services),
            new PermissionsApi(services),
            new PortraitsApi(services),
            new PostsApi(services, plugin, reading),
            new PreferencesApi(services),
            new PropertiesApi(services),
            new ReactionsApi(services),
            new SessionsApi(services),
            new SharedChannelsApi(services, plugin),
            new SidebarsApi(services),
            new StatusesApi(services),
            new SystemApi(services, plugin),
            new TeamsApi(services),
            new UploadsApi(services),
            new UsersApi(services)));
  }
}
