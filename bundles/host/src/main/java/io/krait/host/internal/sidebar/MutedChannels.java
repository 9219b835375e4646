package io.krait.host.internal.sidebar;

import io.krait.api.model.ChannelMemberIdentifier;
import io.krait.api.model.SidebarCategoryWithChannels;
import io.krait.host.internal.chat.ChannelMembers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Has the channels of muted categories muted, and those that leave them no longer. */
final class MutedChannels {

  private final ChannelMembers members;

  MutedChannels(ChannelMembers members) {
    this.members = members;
  }

  /** The categories of a user, with their channels, were these before and are those now. */
  void follow(
      String userId,
      Collection<SidebarCategoryWithChannels> before,
      Collection<SidebarCategoryWithChannels> after) {
    Map<String, Boolean> wereMuted = muted(before);
    List<ChannelMemberIdentifier> mute = new ArrayList<>();
    List<ChannelMemberIdentifier> unmute = new ArrayList<>();
    muted(after)
        .forEach(
            (channelId, muted) -> {
              if (!muted.equals(wereMuted.getOrDefault(channelId, false))) {
                (muted ? mute : unmute)
                    .add(
                        ChannelMemberIdentifier.builder()
                            .channelId(channelId)
                            .userId(userId)
                            .build());
              }
            });
    set(mute, "mention");
    set(unmute, "all");
  }

  private static Map<String, Boolean> muted(Collection<SidebarCategoryWithChannels> categories) {
    Map<String, Boolean> muted = new HashMap<>();
    for (SidebarCategoryWithChannels category : categories) {
      category.channelIds().forEach(channelId -> muted.put(channelId, category.muted()));
    }
    return muted;
  }

  private void set(List<ChannelMemberIdentifier> channels, String markUnread) {
    if (!channels.isEmpty()) {
      members.setNotifications(channels, Map.of("mark_unread", markUnread));
    }
  }
}
