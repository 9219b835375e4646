package io.krait.host.internal.pluginapi;

import io.krait.api.HostedPlugin;
import io.krait.api.PluginApi;
import io.krait.api.model.GetPostsSinceForSyncCursor;
import io.krait.api.model.RegisterPluginOpts;
import io.krait.api.model.SharedChannel;
import io.krait.host.internal.plugin.HostServices;
import io.krait.host.internal.sharing.Sharing;

/** Channels shared with others, as a plugin asks for them. Safe for use from any thread. */
final class SharedChannelsApi implements PluginApi {

  private final Sharing sharing;
  private final HostedPlugin plugin;

  SharedChannelsApi(HostServices services, HostedPlugin plugin) {
    sharing = services.sharing();
    this.plugin = plugin;
  }

  @Override
  public String registerPluginForSharedChannels(RegisterPluginOpts opts) {
    return sharing.remotes().register(plugin.id(), opts);
  }

  @Override
  public void unregisterPluginForSharedChannels(String pluginId) {
    sharing.remotes().unregister(plugin.id());
  }

  @Override
  public SharedChannel shareChannel(SharedChannel sharedChannel) {
    return sharing.channels().share(sharedChannel, plugin.id());
  }

  @Override
  public SharedChannel updateSharedChannel(SharedChannel sharedChannel) {
    return sharing.channels().update(sharedChannel);
  }

  @Override
  public boolean unshareChannel(String channelId) {
    return sharing.channels().unshare(channelId);
  }

  @Override
  public void updateSharedChannelCursor(
      String channelId, String remoteId, GetPostsSinceForSyncCursor cursor) {
    sharing.channels().setCursor(channelId, remoteId, cursor);
  }

  @Override
  public void syncSharedChannel(String channelId) {
    sharing.channels().sync(channelId);
  }

  @Override
  public void inviteRemoteToChannel(
      String channelId, String remoteId, String userId, boolean shareIfNotShared) {
    sharing
        .channels()
        .invite(channelId, remoteId, userId.isEmpty() ? plugin.id() : userId, shareIfNotShared);
  }

  @Override
  public void uninviteRemoteFromChannel(String channelId, String remoteId) {
    sharing.channels().uninvite(channelId, remoteId);
  }
}
