package io.krait.host.internal.pluginapi;

import io.krait.api.PluginApi;
import io.krait.api.model.Channel;
import io.krait.api.model.ChannelMember;
import io.krait.api.model.ChannelMemberIdentifier;
import io.krait.api.model.ChannelStats;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.plugin.HostServices;
import java.util.List;
import java.util.Map;

/** Channels and their members, as a plugin asks for them. Safe for use from any thread. */
final class ChannelsApi implements PluginApi {

  private final HostServices services;

  ChannelsApi(HostServices services) {
    this.services = services;
  }

  @Override
  public Channel createChannel(Channel channel) {
    return services.channels().create(channel);
  }

  @Override
  public void deleteChannel(String channelId) {
    services.channels().archive(channelId);
  }

  @Override
  public List<Channel> getPublicChannelsForTeam(String teamId, int page, int perPage) {
    return services.channels().open(teamId, Page.of(page, perPage));
  }

  @Override
  public Channel getChannel(String channelId) {
    return services.channels().get(channelId);
  }

  @Override
  public Channel getChannelByName(String teamId, String name, boolean includeDeleted) {
    return services.channels().byName(teamId, name, includeDeleted);
  }

  @Override
  public Channel getChannelByNameForTeamName(
      String teamName, String channelName, boolean includeDeleted) {
    return services
        .channels()
        .byName(services.teams().byName(teamName).id(), channelName, includeDeleted);
  }

  @Override
  public List<Channel> getChannelsForTeamForUser(
      String teamId, String userId, boolean includeDeleted) {
    return services.channels().ofUser(teamId, userId, includeDeleted);
  }

  @Override
  public ChannelStats getChannelStats(String channelId) {
    return services.channels().stats(channelId);
  }

  @Override
  public Channel getDirectChannel(String userId1, String userId2) {
    return services.directChannels().ofTwo(userId1, userId2);
  }

  @Override
  public Channel getGroupChannel(List<String> userIds) {
    return services.directChannels().ofSome(userIds);
  }

  @Override
  public Channel updateChannel(Channel channel) {
    return services.channels().update(channel);
  }

  @Override
  public List<Channel> searchChannels(String teamId, String term) {
    return services.channels().search(teamId, term);
  }

  @Override
  public ChannelMember addChannelMember(String channelId, String userId) {
    return services.channelMembers().add(channelId, userId, "");
  }

  @Override
  public ChannelMember addUserToChannel(String channelId, String userId, String asUserId) {
    return services.channelMembers().add(channelId, userId, asUserId);
  }

  @Override
  public ChannelMember getChannelMember(String channelId, String userId) {
    return services.channelMembers().get(channelId, userId);
  }

  @Override
  public List<ChannelMember> getChannelMembers(String channelId, int page, int perPage) {
    return services.channelMembers().list(channelId, Page.of(page, perPage));
  }

  @Override
  public List<ChannelMember> getChannelMembersByIds(String channelId, List<String> userIds) {
    return services.channelMembers().byIds(channelId, userIds);
  }

  @Override
  public List<ChannelMember> getChannelMembersForUser(
      String teamId, String userId, int page, int perPage) {
    return services.channelMembers().ofUser(teamId, userId, Page.of(page, perPage));
  }

  @Override
  public ChannelMember updateChannelMemberRoles(String channelId, String userId, String newRoles) {
    return services.channelMembers().setRoles(channelId, userId, newRoles);
  }

  @Override
  public ChannelMember updateChannelMemberNotifications(
      String channelId, String userId, Map<String, String> notifications) {
    return services.channelMembers().setNotifications(channelId, userId, notifications);
  }

  @Override
  public void patchChannelMembersNotifications(
      List<ChannelMemberIdentifier> members, Map<String, String> notifyProps) {
    services.channelMembers().setNotifications(members, notifyProps);
  }

  @Override
  public void deleteChannelMember(String channelId, String userId) {
    services.channelMembers().remove(channelId, userId, "");
  }
}
