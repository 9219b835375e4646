package io.krait.host.internal.pluginapi;

import io.krait.api.Nullable;
import io.krait.api.PluginApi;
import io.krait.api.model.CreateDefaultMembershipParams;
import io.krait.api.model.Group;
import io.krait.api.model.GroupMember;
import io.krait.api.model.GroupSearchOpts;
import io.krait.api.model.GroupSyncable;
import io.krait.api.model.User;
import io.krait.api.model.ViewUsersRestrictions;
import io.krait.host.internal.chat.Page;
import io.krait.host.internal.groups.Groups;
import io.krait.host.internal.plugin.HostServices;
import java.util.List;

/** Groups of users, as a plugin asks for them. Safe for use from any thread. */
final class GroupsApi implements PluginApi {

  private final Groups groups;

  GroupsApi(HostServices services) {
    groups = services.groups();
  }

  @Override
  public Group createGroup(Group group) {
    return groups.catalogue().create(group);
  }

  @Override
  public Group getGroup(String groupId) {
    return groups.catalogue().get(groupId);
  }

  @Override
  public Group getGroupByName(String name) {
    return groups.catalogue().byName(name);
  }

  @Override
  public Group getGroupByRemoteId(String remoteId, String groupSource) {
    return groups.catalogue().byRemoteId(remoteId, groupSource);
  }

  @Override
  public List<Group> getGroupsBySource(String groupSource) {
    return groups.catalogue().ofSource(groupSource);
  }

  @Override
  public List<Group> getGroupsForUser(String userId) {
    return groups.catalogue().ofUser(userId);
  }

  @Override
  public List<Group> getGroups(
      int page,
      int perPage,
      @Nullable GroupSearchOpts opts,
      @Nullable ViewUsersRestrictions viewRestrictions) {
    GroupSearchOpts options = opts == null ? GroupSearchOpts.builder().build() : opts;
    return groups
        .catalogue()
        .list(
            page == 0 && perPage == 0
                ? Page.of(options.pageOptsPage(), options.pageOptsPerPage())
                : Page.of(page, perPage),
            options,
            viewRestrictions);
  }

  @Override
  public Group updateGroup(Group group) {
    return groups.catalogue().update(group);
  }

  @Override
  public Group deleteGroup(String groupId) {
    return groups.catalogue().delete(groupId);
  }

  @Override
  public Group restoreGroup(String groupId) {
    return groups.catalogue().restore(groupId);
  }

  @Override
  public List<User> getGroupMemberUsers(String groupId, int page, int perPage) {
    return groups.members().users(groupId, Page.of(page, perPage));
  }

  @Override
  public GroupMember upsertGroupMember(String groupId, String userId) {
    return groups.members().put(groupId, List.of(userId)).get(0);
  }

  @Override
  public List<GroupMember> upsertGroupMembers(String groupId, List<String> userIds) {
    return groups.members().put(groupId, userIds);
  }

  @Override
  public GroupMember deleteGroupMember(String groupId, String userId) {
    return groups.members().remove(groupId, userId);
  }

  @Override
  public GroupSyncable getGroupSyncable(String groupId, String syncableId, String syncableType) {
    return groups.syncables().get(groupId, syncableId, syncableType);
  }

  @Override
  public List<GroupSyncable> getGroupSyncables(String groupId, String syncableType) {
    return groups.syncables().list(groupId, syncableType);
  }

  @Override
  public GroupSyncable upsertGroupSyncable(GroupSyncable groupSyncable) {
    return groups.syncables().put(groupSyncable);
  }

  @Override
  public GroupSyncable updateGroupSyncable(GroupSyncable groupSyncable) {
    return groups.syncables().update(groupSyncable);
  }

  @Override
  public GroupSyncable deleteGroupSyncable(String groupId, String syncableId, String syncableType) {
    return groups.syncables().delete(groupId, syncableId, syncableType);
  }

  @Override
  public void createDefaultSyncableMemberships(CreateDefaultMembershipParams params) {
    groups.memberships().create(params);
  }

  @Override
  public void deleteGroupConstrainedMemberships() {
    groups.memberships().deleteConstrained();
  }
}
