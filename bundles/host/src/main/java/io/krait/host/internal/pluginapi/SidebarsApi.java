package io.krait.host.internal.pluginapi;

import io.krait.api.PluginApi;
import io.krait.api.model.OrderedSidebarCategories;
import io.krait.api.model.SidebarCategoryWithChannels;
import io.krait.host.internal.plugin.HostServices;
import java.util.List;

/** Categories of channels, as a plugin asks for them. Safe for use from any thread. */
final class SidebarsApi implements PluginApi {

  private final HostServices services;

  SidebarsApi(HostServices services) {
    this.services = services;
  }

  @Override
  public SidebarCategoryWithChannels createChannelSidebarCategory(
      String userId, String teamId, SidebarCategoryWithChannels newCategory) {
    return services.sidebars().create(userId, teamId, newCategory);
  }

  @Override
  public OrderedSidebarCategories getChannelSidebarCategories(String userId, String teamId) {
    return services.sidebars().get(userId, teamId);
  }

  @Override
  public List<SidebarCategoryWithChannels> updateChannelSidebarCategories(
      String userId, String teamId, List<SidebarCategoryWithChannels> categories) {
    return services.sidebars().update(userId, teamId, categories);
  }
}
