# Generated from the contract; do not edit.
"""How each method of the API goes over the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mattermost_plugin._internal.methods import Method

if TYPE_CHECKING:
    from mattermost_plugin.grpc import api_channel_post_pb2
    from mattermost_plugin.grpc import api_file_bot_pb2
    from mattermost_plugin.grpc import api_kv_config_pb2
    from mattermost_plugin.grpc import api_remaining_pb2
    from mattermost_plugin.grpc import api_user_team_pb2

CREATE_USER: Method[api_user_team_pb2.CreateUserResponse] = Method(
    "CreateUser",
    "/mattermost.pluginapi.v1.PluginAPI/CreateUser",
    "api_user_team_pb2.CreateUserRequest",
    "api_user_team_pb2.CreateUserResponse",
    "user",
)
DELETE_USER: Method[api_user_team_pb2.DeleteUserResponse] = Method(
    "DeleteUser",
    "/mattermost.pluginapi.v1.PluginAPI/DeleteUser",
    "api_user_team_pb2.DeleteUserRequest",
    "api_user_team_pb2.DeleteUserResponse",
)
GET_USERS: Method[api_user_team_pb2.GetUsersResponse] = Method(
    "GetUsers",
    "/mattermost.pluginapi.v1.PluginAPI/GetUsers",
    "api_user_team_pb2.GetUsersRequest",
    "api_user_team_pb2.GetUsersResponse",
)
GET_USERS_BY_IDS: Method[api_user_team_pb2.GetUsersByIdsResponse] = Method(
    "GetUsersByIds",
    "/mattermost.pluginapi.v1.PluginAPI/GetUsersByIds",
    "api_user_team_pb2.GetUsersByIdsRequest",
    "api_user_team_pb2.GetUsersByIdsResponse",
)
GET_USER: Method[api_user_team_pb2.GetUserResponse] = Method(
    "GetUser",
    "/mattermost.pluginapi.v1.PluginAPI/GetUser",
    "api_user_team_pb2.GetUserRequest",
    "api_user_team_pb2.GetUserResponse",
    "user",
)
GET_USER_BY_EMAIL: Method[api_user_team_pb2.GetUserByEmailResponse] = Method(
    "GetUserByEmail",
    "/mattermost.pluginapi.v1.PluginAPI/GetUserByEmail",
    "api_user_team_pb2.GetUserByEmailRequest",
    "api_user_team_pb2.GetUserByEmailResponse",
    "user",
)
GET_USER_BY_USERNAME: Method[api_user_team_pb2.GetUserByUsernameResponse] = Method(
    "GetUserByUsername",
    "/mattermost.pluginapi.v1.PluginAPI/GetUserByUsername",
    "api_user_team_pb2.GetUserByUsernameRequest",
    "api_user_team_pb2.GetUserByUsernameResponse",
    "user",
)
GET_USERS_BY_USERNAMES: Method[api_user_team_pb2.GetUsersByUsernamesResponse] = Method(
    "GetUsersByUsernames",
    "/mattermost.pluginapi.v1.PluginAPI/GetUsersByUsernames",
    "api_user_team_pb2.GetUsersByUsernamesRequest",
    "api_user_team_pb2.GetUsersByUsernamesResponse",
)
GET_USERS_IN_TEAM: Method[api_user_team_pb2.GetUsersInTeamResponse] = Method(
    "GetUsersInTeam",
    "/mattermost.pluginapi.v1.PluginAPI/GetUsersInTeam",
    "api_user_team_pb2.GetUsersInTeamRequest",
    "api_user_team_pb2.GetUsersInTeamResponse",
)
UPDATE_USER: Method[api_user_team_pb2.UpdateUserResponse] = Method(
    "UpdateUser",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateUser",
    "api_user_team_pb2.UpdateUserRequest",
    "api_user_team_pb2.UpdateUserResponse",
    "user",
)
GET_USER_STATUS: Method[api_user_team_pb2.GetUserStatusResponse] = Method(
    "GetUserStatus",
    "/mattermost.pluginapi.v1.PluginAPI/GetUserStatus",
    "api_user_team_pb2.GetUserStatusRequest",
    "api_user_team_pb2.GetUserStatusResponse",
    "status",
)
GET_USER_STATUSES_BY_IDS: Method[api_user_team_pb2.GetUserStatusesByIdsResponse] = Method(
    "GetUserStatusesByIds",
    "/mattermost.pluginapi.v1.PluginAPI/GetUserStatusesByIds",
    "api_user_team_pb2.GetUserStatusesByIdsRequest",
    "api_user_team_pb2.GetUserStatusesByIdsResponse",
)
UPDATE_USER_STATUS: Method[api_user_team_pb2.UpdateUserStatusResponse] = Method(
    "UpdateUserStatus",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateUserStatus",
    "api_user_team_pb2.UpdateUserStatusRequest",
    "api_user_team_pb2.UpdateUserStatusResponse",
    "status",
)
SET_USER_STATUS_TIMED_DND: Method[api_user_team_pb2.SetUserStatusTimedDNDResponse] = Method(
    "SetUserStatusTimedDND",
    "/mattermost.pluginapi.v1.PluginAPI/SetUserStatusTimedDND",
    "api_user_team_pb2.SetUserStatusTimedDNDRequest",
    "api_user_team_pb2.SetUserStatusTimedDNDResponse",
    "status",
)
UPDATE_USER_ACTIVE: Method[api_user_team_pb2.UpdateUserActiveResponse] = Method(
    "UpdateUserActive",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateUserActive",
    "api_user_team_pb2.UpdateUserActiveRequest",
    "api_user_team_pb2.UpdateUserActiveResponse",
)
UPDATE_USER_CUSTOM_STATUS: Method[api_user_team_pb2.UpdateUserCustomStatusResponse] = Method(
    "UpdateUserCustomStatus",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateUserCustomStatus",
    "api_user_team_pb2.UpdateUserCustomStatusRequest",
    "api_user_team_pb2.UpdateUserCustomStatusResponse",
)
REMOVE_USER_CUSTOM_STATUS: Method[api_user_team_pb2.RemoveUserCustomStatusResponse] = Method(
    "RemoveUserCustomStatus",
    "/mattermost.pluginapi.v1.PluginAPI/RemoveUserCustomStatus",
    "api_user_team_pb2.RemoveUserCustomStatusRequest",
    "api_user_team_pb2.RemoveUserCustomStatusResponse",
)
GET_USERS_IN_CHANNEL: Method[api_user_team_pb2.GetUsersInChannelResponse] = Method(
    "GetUsersInChannel",
    "/mattermost.pluginapi.v1.PluginAPI/GetUsersInChannel",
    "api_user_team_pb2.GetUsersInChannelRequest",
    "api_user_team_pb2.GetUsersInChannelResponse",
)
GET_LDAP_USER_ATTRIBUTES: Method[api_user_team_pb2.GetLDAPUserAttributesResponse] = Method(
    "GetLDAPUserAttributes",
    "/mattermost.pluginapi.v1.PluginAPI/GetLDAPUserAttributes",
    "api_user_team_pb2.GetLDAPUserAttributesRequest",
    "api_user_team_pb2.GetLDAPUserAttributesResponse",
)
SEARCH_USERS: Method[api_user_team_pb2.SearchUsersResponse] = Method(
    "SearchUsers",
    "/mattermost.pluginapi.v1.PluginAPI/SearchUsers",
    "api_user_team_pb2.SearchUsersRequest",
    "api_user_team_pb2.SearchUsersResponse",
)
GET_PROFILE_IMAGE: Method[api_user_team_pb2.GetProfileImageResponse] = Method(
    "GetProfileImage",
    "/mattermost.pluginapi.v1.PluginAPI/GetProfileImage",
    "api_user_team_pb2.GetProfileImageRequest",
    "api_user_team_pb2.GetProfileImageResponse",
)
SET_PROFILE_IMAGE: Method[api_user_team_pb2.SetProfileImageResponse] = Method(
    "SetProfileImage",
    "/mattermost.pluginapi.v1.PluginAPI/SetProfileImage",
    "api_user_team_pb2.SetProfileImageRequest",
    "api_user_team_pb2.SetProfileImageResponse",
)
HAS_PERMISSION_TO: Method[api_user_team_pb2.HasPermissionToResponse] = Method(
    "HasPermissionTo",
    "/mattermost.pluginapi.v1.PluginAPI/HasPermissionTo",
    "api_user_team_pb2.HasPermissionToRequest",
    "api_user_team_pb2.HasPermissionToResponse",
)
HAS_PERMISSION_TO_TEAM: Method[api_user_team_pb2.HasPermissionToTeamResponse] = Method(
    "HasPermissionToTeam",
    "/mattermost.pluginapi.v1.PluginAPI/HasPermissionToTeam",
    "api_user_team_pb2.HasPermissionToTeamRequest",
    "api_user_team_pb2.HasPermissionToTeamResponse",
)
HAS_PERMISSION_TO_CHANNEL: Method[api_user_team_pb2.HasPermissionToChannelResponse] = Method(
    "HasPermissionToChannel",
    "/mattermost.pluginapi.v1.PluginAPI/HasPermissionToChannel",
    "api_user_team_pb2.HasPermissionToChannelRequest",
    "api_user_team_pb2.HasPermissionToChannelResponse",
)
PUBLISH_USER_TYPING: Method[api_user_team_pb2.PublishUserTypingResponse] = Method(
    "PublishUserTyping",
    "/mattermost.pluginapi.v1.PluginAPI/PublishUserTyping",
    "api_user_team_pb2.PublishUserTypingRequest",
    "api_user_team_pb2.PublishUserTypingResponse",
)
UPDATE_USER_AUTH: Method[api_user_team_pb2.UpdateUserAuthResponse] = Method(
    "UpdateUserAuth",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateUserAuth",
    "api_user_team_pb2.UpdateUserAuthRequest",
    "api_user_team_pb2.UpdateUserAuthResponse",
    "user_auth",
)
UPDATE_USER_ROLES: Method[api_user_team_pb2.UpdateUserRolesResponse] = Method(
    "UpdateUserRoles",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateUserRoles",
    "api_user_team_pb2.UpdateUserRolesRequest",
    "api_user_team_pb2.UpdateUserRolesResponse",
    "user",
)
GET_SESSION: Method[api_user_team_pb2.GetSessionResponse] = Method(
    "GetSession",
    "/mattermost.pluginapi.v1.PluginAPI/GetSession",
    "api_user_team_pb2.GetSessionRequest",
    "api_user_team_pb2.GetSessionResponse",
    "session",
)
CREATE_SESSION: Method[api_user_team_pb2.CreateSessionResponse] = Method(
    "CreateSession",
    "/mattermost.pluginapi.v1.PluginAPI/CreateSession",
    "api_user_team_pb2.CreateSessionRequest",
    "api_user_team_pb2.CreateSessionResponse",
    "session",
)
EXTEND_SESSION_EXPIRY: Method[api_user_team_pb2.ExtendSessionExpiryResponse] = Method(
    "ExtendSessionExpiry",
    "/mattermost.pluginapi.v1.PluginAPI/ExtendSessionExpiry",
    "api_user_team_pb2.ExtendSessionExpiryRequest",
    "api_user_team_pb2.ExtendSessionExpiryResponse",
)
REVOKE_SESSION: Method[api_user_team_pb2.RevokeSessionResponse] = Method(
    "RevokeSession",
    "/mattermost.pluginapi.v1.PluginAPI/RevokeSession",
    "api_user_team_pb2.RevokeSessionRequest",
    "api_user_team_pb2.RevokeSessionResponse",
)
CREATE_USER_ACCESS_TOKEN: Method[api_user_team_pb2.CreateUserAccessTokenResponse] = Method(
    "CreateUserAccessToken",
    "/mattermost.pluginapi.v1.PluginAPI/CreateUserAccessToken",
    "api_user_team_pb2.CreateUserAccessTokenRequest",
    "api_user_team_pb2.CreateUserAccessTokenResponse",
    "token",
)
REVOKE_USER_ACCESS_TOKEN: Method[api_user_team_pb2.RevokeUserAccessTokenResponse] = Method(
    "RevokeUserAccessToken",
    "/mattermost.pluginapi.v1.PluginAPI/RevokeUserAccessToken",
    "api_user_team_pb2.RevokeUserAccessTokenRequest",
    "api_user_team_pb2.RevokeUserAccessTokenResponse",
)
CREATE_TEAM: Method[api_user_team_pb2.CreateTeamResponse] = Method(
    "CreateTeam",
    "/mattermost.pluginapi.v1.PluginAPI/CreateTeam",
    "api_user_team_pb2.CreateTeamRequest",
    "api_user_team_pb2.CreateTeamResponse",
    "team",
)
DELETE_TEAM: Method[api_user_team_pb2.DeleteTeamResponse] = Method(
    "DeleteTeam",
    "/mattermost.pluginapi.v1.PluginAPI/DeleteTeam",
    "api_user_team_pb2.DeleteTeamRequest",
    "api_user_team_pb2.DeleteTeamResponse",
)
GET_TEAMS: Method[api_user_team_pb2.GetTeamsResponse] = Method(
    "GetTeams",
    "/mattermost.pluginapi.v1.PluginAPI/GetTeams",
    "api_user_team_pb2.GetTeamsRequest",
    "api_user_team_pb2.GetTeamsResponse",
)
GET_TEAM: Method[api_user_team_pb2.GetTeamResponse] = Method(
    "GetTeam",
    "/mattermost.pluginapi.v1.PluginAPI/GetTeam",
    "api_user_team_pb2.GetTeamRequest",
    "api_user_team_pb2.GetTeamResponse",
    "team",
)
GET_TEAM_BY_NAME: Method[api_user_team_pb2.GetTeamByNameResponse] = Method(
    "GetTeamByName",
    "/mattermost.pluginapi.v1.PluginAPI/GetTeamByName",
    "api_user_team_pb2.GetTeamByNameRequest",
    "api_user_team_pb2.GetTeamByNameResponse",
    "team",
)
GET_TEAMS_UNREAD_FOR_USER: Method[api_user_team_pb2.GetTeamsUnreadForUserResponse] = Method(
    "GetTeamsUnreadForUser",
    "/mattermost.pluginapi.v1.PluginAPI/GetTeamsUnreadForUser",
    "api_user_team_pb2.GetTeamsUnreadForUserRequest",
    "api_user_team_pb2.GetTeamsUnreadForUserResponse",
)
UPDATE_TEAM: Method[api_user_team_pb2.UpdateTeamResponse] = Method(
    "UpdateTeam",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateTeam",
    "api_user_team_pb2.UpdateTeamRequest",
    "api_user_team_pb2.UpdateTeamResponse",
    "team",
)
SEARCH_TEAMS: Method[api_user_team_pb2.SearchTeamsResponse] = Method(
    "SearchTeams",
    "/mattermost.pluginapi.v1.PluginAPI/SearchTeams",
    "api_user_team_pb2.SearchTeamsRequest",
    "api_user_team_pb2.SearchTeamsResponse",
)
GET_TEAMS_FOR_USER: Method[api_user_team_pb2.GetTeamsForUserResponse] = Method(
    "GetTeamsForUser",
    "/mattermost.pluginapi.v1.PluginAPI/GetTeamsForUser",
    "api_user_team_pb2.GetTeamsForUserRequest",
    "api_user_team_pb2.GetTeamsForUserResponse",
)
CREATE_TEAM_MEMBER: Method[api_user_team_pb2.CreateTeamMemberResponse] = Method(
    "CreateTeamMember",
    "/mattermost.pluginapi.v1.PluginAPI/CreateTeamMember",
    "api_user_team_pb2.CreateTeamMemberRequest",
    "api_user_team_pb2.CreateTeamMemberResponse",
    "team_member",
)
CREATE_TEAM_MEMBERS: Method[api_user_team_pb2.CreateTeamMembersResponse] = Method(
    "CreateTeamMembers",
    "/mattermost.pluginapi.v1.PluginAPI/CreateTeamMembers",
    "api_user_team_pb2.CreateTeamMembersRequest",
    "api_user_team_pb2.CreateTeamMembersResponse",
)
CREATE_TEAM_MEMBERS_GRACEFULLY: Method[api_user_team_pb2.CreateTeamMembersGracefullyResponse] = Method(
    "CreateTeamMembersGracefully",
    "/mattermost.pluginapi.v1.PluginAPI/CreateTeamMembersGracefully",
    "api_user_team_pb2.CreateTeamMembersGracefullyRequest",
    "api_user_team_pb2.CreateTeamMembersGracefullyResponse",
)
DELETE_TEAM_MEMBER: Method[api_user_team_pb2.DeleteTeamMemberResponse] = Method(
    "DeleteTeamMember",
    "/mattermost.pluginapi.v1.PluginAPI/DeleteTeamMember",
    "api_user_team_pb2.DeleteTeamMemberRequest",
    "api_user_team_pb2.DeleteTeamMemberResponse",
)
GET_TEAM_MEMBERS: Method[api_user_team_pb2.GetTeamMembersResponse] = Method(
    "GetTeamMembers",
    "/mattermost.pluginapi.v1.PluginAPI/GetTeamMembers",
    "api_user_team_pb2.GetTeamMembersRequest",
    "api_user_team_pb2.GetTeamMembersResponse",
)
GET_TEAM_MEMBER: Method[api_user_team_pb2.GetTeamMemberResponse] = Method(
    "GetTeamMember",
    "/mattermost.pluginapi.v1.PluginAPI/GetTeamMember",
    "api_user_team_pb2.GetTeamMemberRequest",
    "api_user_team_pb2.GetTeamMemberResponse",
    "team_member",
)
GET_TEAM_MEMBERS_FOR_USER: Method[api_user_team_pb2.GetTeamMembersForUserResponse] = Method(
    "GetTeamMembersForUser",
    "/mattermost.pluginapi.v1.PluginAPI/GetTeamMembersForUser",
    "api_user_team_pb2.GetTeamMembersForUserRequest",
    "api_user_team_pb2.GetTeamMembersForUserResponse",
)
UPDATE_TEAM_MEMBER_ROLES: Method[api_user_team_pb2.UpdateTeamMemberRolesResponse] = Method(
    "UpdateTeamMemberRoles",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateTeamMemberRoles",
    "api_user_team_pb2.UpdateTeamMemberRolesRequest",
    "api_user_team_pb2.UpdateTeamMemberRolesResponse",
    "team_member",
)
GET_TEAM_ICON: Method[api_user_team_pb2.GetTeamIconResponse] = Method(
    "GetTeamIcon",
    "/mattermost.pluginapi.v1.PluginAPI/GetTeamIcon",
    "api_user_team_pb2.GetTeamIconRequest",
    "api_user_team_pb2.GetTeamIconResponse",
)
SET_TEAM_ICON: Method[api_user_team_pb2.SetTeamIconResponse] = Method(
    "SetTeamIcon",
    "/mattermost.pluginapi.v1.PluginAPI/SetTeamIcon",
    "api_user_team_pb2.SetTeamIconRequest",
    "api_user_team_pb2.SetTeamIconResponse",
)
REMOVE_TEAM_ICON: Method[api_user_team_pb2.RemoveTeamIconResponse] = Method(
    "RemoveTeamIcon",
    "/mattermost.pluginapi.v1.PluginAPI/RemoveTeamIcon",
    "api_user_team_pb2.RemoveTeamIconRequest",
    "api_user_team_pb2.RemoveTeamIconResponse",
)
GET_TEAM_STATS: Method[api_user_team_pb2.GetTeamStatsResponse] = Method(
    "GetTeamStats",
    "/mattermost.pluginapi.v1.PluginAPI/GetTeamStats",
    "api_user_team_pb2.GetTeamStatsRequest",
    "api_user_team_pb2.GetTeamStatsResponse",
    "team_stats",
)
CREATE_CHANNEL: Method[api_channel_post_pb2.CreateChannelResponse] = Method(
    "CreateChannel",
    "/mattermost.pluginapi.v1.PluginAPI/CreateChannel",
    "api_channel_post_pb2.CreateChannelRequest",
    "api_channel_post_pb2.CreateChannelResponse",
    "channel",
)
DELETE_CHANNEL: Method[api_channel_post_pb2.DeleteChannelResponse] = Method(
    "DeleteChannel",
    "/mattermost.pluginapi.v1.PluginAPI/DeleteChannel",
    "api_channel_post_pb2.DeleteChannelRequest",
    "api_channel_post_pb2.DeleteChannelResponse",
)
GET_PUBLIC_CHANNELS_FOR_TEAM: Method[api_channel_post_pb2.GetPublicChannelsForTeamResponse] = Method(
    "GetPublicChannelsForTeam",
    "/mattermost.pluginapi.v1.PluginAPI/GetPublicChannelsForTeam",
    "api_channel_post_pb2.GetPublicChannelsForTeamRequest",
    "api_channel_post_pb2.GetPublicChannelsForTeamResponse",
)
GET_CHANNEL: Method[api_channel_post_pb2.GetChannelResponse] = Method(
    "GetChannel",
    "/mattermost.pluginapi.v1.PluginAPI/GetChannel",
    "api_channel_post_pb2.GetChannelRequest",
    "api_channel_post_pb2.GetChannelResponse",
    "channel",
)
GET_CHANNEL_BY_NAME: Method[api_channel_post_pb2.GetChannelByNameResponse] = Method(
    "GetChannelByName",
    "/mattermost.pluginapi.v1.PluginAPI/GetChannelByName",
    "api_channel_post_pb2.GetChannelByNameRequest",
    "api_channel_post_pb2.GetChannelByNameResponse",
    "channel",
)
GET_CHANNEL_BY_NAME_FOR_TEAM_NAME: Method[api_channel_post_pb2.GetChannelByNameForTeamNameResponse] = Method(
    "GetChannelByNameForTeamName",
    "/mattermost.pluginapi.v1.PluginAPI/GetChannelByNameForTeamName",
    "api_channel_post_pb2.GetChannelByNameForTeamNameRequest",
    "api_channel_post_pb2.GetChannelByNameForTeamNameResponse",
    "channel",
)
GET_CHANNELS_FOR_TEAM_FOR_USER: Method[api_channel_post_pb2.GetChannelsForTeamForUserResponse] = Method(
    "GetChannelsForTeamForUser",
    "/mattermost.pluginapi.v1.PluginAPI/GetChannelsForTeamForUser",
    "api_channel_post_pb2.GetChannelsForTeamForUserRequest",
    "api_channel_post_pb2.GetChannelsForTeamForUserResponse",
)
GET_CHANNEL_STATS: Method[api_channel_post_pb2.GetChannelStatsResponse] = Method(
    "GetChannelStats",
    "/mattermost.pluginapi.v1.PluginAPI/GetChannelStats",
    "api_channel_post_pb2.GetChannelStatsRequest",
    "api_channel_post_pb2.GetChannelStatsResponse",
    "channel_stats",
)
GET_DIRECT_CHANNEL: Method[api_channel_post_pb2.GetDirectChannelResponse] = Method(
    "GetDirectChannel",
    "/mattermost.pluginapi.v1.PluginAPI/GetDirectChannel",
    "api_channel_post_pb2.GetDirectChannelRequest",
    "api_channel_post_pb2.GetDirectChannelResponse",
    "channel",
)
GET_GROUP_CHANNEL: Method[api_channel_post_pb2.GetGroupChannelResponse] = Method(
    "GetGroupChannel",
    "/mattermost.pluginapi.v1.PluginAPI/GetGroupChannel",
    "api_channel_post_pb2.GetGroupChannelRequest",
    "api_channel_post_pb2.GetGroupChannelResponse",
    "channel",
)
UPDATE_CHANNEL: Method[api_channel_post_pb2.UpdateChannelResponse] = Method(
    "UpdateChannel",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateChannel",
    "api_channel_post_pb2.UpdateChannelRequest",
    "api_channel_post_pb2.UpdateChannelResponse",
    "channel",
)
SEARCH_CHANNELS: Method[api_channel_post_pb2.SearchChannelsResponse] = Method(
    "SearchChannels",
    "/mattermost.pluginapi.v1.PluginAPI/SearchChannels",
    "api_channel_post_pb2.SearchChannelsRequest",
    "api_channel_post_pb2.SearchChannelsResponse",
)
ADD_CHANNEL_MEMBER: Method[api_channel_post_pb2.AddChannelMemberResponse] = Method(
    "AddChannelMember",
    "/mattermost.pluginapi.v1.PluginAPI/AddChannelMember",
    "api_channel_post_pb2.AddChannelMemberRequest",
    "api_channel_post_pb2.AddChannelMemberResponse",
    "channel_member",
)
ADD_USER_TO_CHANNEL: Method[api_channel_post_pb2.AddUserToChannelResponse] = Method(
    "AddUserToChannel",
    "/mattermost.pluginapi.v1.PluginAPI/AddUserToChannel",
    "api_channel_post_pb2.AddUserToChannelRequest",
    "api_channel_post_pb2.AddUserToChannelResponse",
    "channel_member",
)
GET_CHANNEL_MEMBER: Method[api_channel_post_pb2.GetChannelMemberResponse] = Method(
    "GetChannelMember",
    "/mattermost.pluginapi.v1.PluginAPI/GetChannelMember",
    "api_channel_post_pb2.GetChannelMemberRequest",
    "api_channel_post_pb2.GetChannelMemberResponse",
    "channel_member",
)
GET_CHANNEL_MEMBERS: Method[api_channel_post_pb2.GetChannelMembersResponse] = Method(
    "GetChannelMembers",
    "/mattermost.pluginapi.v1.PluginAPI/GetChannelMembers",
    "api_channel_post_pb2.GetChannelMembersRequest",
    "api_channel_post_pb2.GetChannelMembersResponse",
)
GET_CHANNEL_MEMBERS_BY_IDS: Method[api_channel_post_pb2.GetChannelMembersByIdsResponse] = Method(
    "GetChannelMembersByIds",
    "/mattermost.pluginapi.v1.PluginAPI/GetChannelMembersByIds",
    "api_channel_post_pb2.GetChannelMembersByIdsRequest",
    "api_channel_post_pb2.GetChannelMembersByIdsResponse",
)
GET_CHANNEL_MEMBERS_FOR_USER: Method[api_channel_post_pb2.GetChannelMembersForUserResponse] = Method(
    "GetChannelMembersForUser",
    "/mattermost.pluginapi.v1.PluginAPI/GetChannelMembersForUser",
    "api_channel_post_pb2.GetChannelMembersForUserRequest",
    "api_channel_post_pb2.GetChannelMembersForUserResponse",
)
UPDATE_CHANNEL_MEMBER_ROLES: Method[api_channel_post_pb2.UpdateChannelMemberRolesResponse] = Method(
    "UpdateChannelMemberRoles",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateChannelMemberRoles",
    "api_channel_post_pb2.UpdateChannelMemberRolesRequest",
    "api_channel_post_pb2.UpdateChannelMemberRolesResponse",
    "channel_member",
)
UPDATE_CHANNEL_MEMBER_NOTIFICATIONS: Method[api_channel_post_pb2.UpdateChannelMemberNotificationsResponse] = Method(
    "UpdateChannelMemberNotifications",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateChannelMemberNotifications",
    "api_channel_post_pb2.UpdateChannelMemberNotificationsRequest",
    "api_channel_post_pb2.UpdateChannelMemberNotificationsResponse",
    "channel_member",
)
PATCH_CHANNEL_MEMBERS_NOTIFICATIONS: Method[api_channel_post_pb2.PatchChannelMembersNotificationsResponse] = Method(
    "PatchChannelMembersNotifications",
    "/mattermost.pluginapi.v1.PluginAPI/PatchChannelMembersNotifications",
    "api_channel_post_pb2.PatchChannelMembersNotificationsRequest",
    "api_channel_post_pb2.PatchChannelMembersNotificationsResponse",
)
DELETE_CHANNEL_MEMBER: Method[api_channel_post_pb2.DeleteChannelMemberResponse] = Method(
    "DeleteChannelMember",
    "/mattermost.pluginapi.v1.PluginAPI/DeleteChannelMember",
    "api_channel_post_pb2.DeleteChannelMemberRequest",
    "api_channel_post_pb2.DeleteChannelMemberResponse",
)
CREATE_CHANNEL_SIDEBAR_CATEGORY: Method[api_channel_post_pb2.CreateChannelSidebarCategoryResponse] = Method(
    "CreateChannelSidebarCategory",
    "/mattermost.pluginapi.v1.PluginAPI/CreateChannelSidebarCategory",
    "api_channel_post_pb2.CreateChannelSidebarCategoryRequest",
    "api_channel_post_pb2.CreateChannelSidebarCategoryResponse",
    "category",
)
GET_CHANNEL_SIDEBAR_CATEGORIES: Method[api_channel_post_pb2.GetChannelSidebarCategoriesResponse] = Method(
    "GetChannelSidebarCategories",
    "/mattermost.pluginapi.v1.PluginAPI/GetChannelSidebarCategories",
    "api_channel_post_pb2.GetChannelSidebarCategoriesRequest",
    "api_channel_post_pb2.GetChannelSidebarCategoriesResponse",
    "categories",
)
UPDATE_CHANNEL_SIDEBAR_CATEGORIES: Method[api_channel_post_pb2.UpdateChannelSidebarCategoriesResponse] = Method(
    "UpdateChannelSidebarCategories",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateChannelSidebarCategories",
    "api_channel_post_pb2.UpdateChannelSidebarCategoriesRequest",
    "api_channel_post_pb2.UpdateChannelSidebarCategoriesResponse",
)
CREATE_POST: Method[api_channel_post_pb2.CreatePostResponse] = Method(
    "CreatePost",
    "/mattermost.pluginapi.v1.PluginAPI/CreatePost",
    "api_channel_post_pb2.CreatePostRequest",
    "api_channel_post_pb2.CreatePostResponse",
    "post",
)
ADD_REACTION: Method[api_channel_post_pb2.AddReactionResponse] = Method(
    "AddReaction",
    "/mattermost.pluginapi.v1.PluginAPI/AddReaction",
    "api_channel_post_pb2.AddReactionRequest",
    "api_channel_post_pb2.AddReactionResponse",
    "reaction",
)
REMOVE_REACTION: Method[api_channel_post_pb2.RemoveReactionResponse] = Method(
    "RemoveReaction",
    "/mattermost.pluginapi.v1.PluginAPI/RemoveReaction",
    "api_channel_post_pb2.RemoveReactionRequest",
    "api_channel_post_pb2.RemoveReactionResponse",
)
GET_REACTIONS: Method[api_channel_post_pb2.GetReactionsResponse] = Method(
    "GetReactions",
    "/mattermost.pluginapi.v1.PluginAPI/GetReactions",
    "api_channel_post_pb2.GetReactionsRequest",
    "api_channel_post_pb2.GetReactionsResponse",
)
SEND_EPHEMERAL_POST: Method[api_channel_post_pb2.SendEphemeralPostResponse] = Method(
    "SendEphemeralPost",
    "/mattermost.pluginapi.v1.PluginAPI/SendEphemeralPost",
    "api_channel_post_pb2.SendEphemeralPostRequest",
    "api_channel_post_pb2.SendEphemeralPostResponse",
    "post",
)
UPDATE_EPHEMERAL_POST: Method[api_channel_post_pb2.UpdateEphemeralPostResponse] = Method(
    "UpdateEphemeralPost",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateEphemeralPost",
    "api_channel_post_pb2.UpdateEphemeralPostRequest",
    "api_channel_post_pb2.UpdateEphemeralPostResponse",
    "post",
)
DELETE_EPHEMERAL_POST: Method[api_channel_post_pb2.DeleteEphemeralPostResponse] = Method(
    "DeleteEphemeralPost",
    "/mattermost.pluginapi.v1.PluginAPI/DeleteEphemeralPost",
    "api_channel_post_pb2.DeleteEphemeralPostRequest",
    "api_channel_post_pb2.DeleteEphemeralPostResponse",
)
DELETE_POST: Method[api_channel_post_pb2.DeletePostResponse] = Method(
    "DeletePost",
    "/mattermost.pluginapi.v1.PluginAPI/DeletePost",
    "api_channel_post_pb2.DeletePostRequest",
    "api_channel_post_pb2.DeletePostResponse",
)
GET_POST_THREAD: Method[api_channel_post_pb2.GetPostThreadResponse] = Method(
    "GetPostThread",
    "/mattermost.pluginapi.v1.PluginAPI/GetPostThread",
    "api_channel_post_pb2.GetPostThreadRequest",
    "api_channel_post_pb2.GetPostThreadResponse",
    "post_list",
)
GET_POST: Method[api_channel_post_pb2.GetPostResponse] = Method(
    "GetPost",
    "/mattermost.pluginapi.v1.PluginAPI/GetPost",
    "api_channel_post_pb2.GetPostRequest",
    "api_channel_post_pb2.GetPostResponse",
    "post",
)
GET_POSTS_SINCE: Method[api_channel_post_pb2.GetPostsSinceResponse] = Method(
    "GetPostsSince",
    "/mattermost.pluginapi.v1.PluginAPI/GetPostsSince",
    "api_channel_post_pb2.GetPostsSinceRequest",
    "api_channel_post_pb2.GetPostsSinceResponse",
    "post_list",
)
GET_POSTS_AFTER: Method[api_channel_post_pb2.GetPostsAfterResponse] = Method(
    "GetPostsAfter",
    "/mattermost.pluginapi.v1.PluginAPI/GetPostsAfter",
    "api_channel_post_pb2.GetPostsAfterRequest",
    "api_channel_post_pb2.GetPostsAfterResponse",
    "post_list",
)
GET_POSTS_BEFORE: Method[api_channel_post_pb2.GetPostsBeforeResponse] = Method(
    "GetPostsBefore",
    "/mattermost.pluginapi.v1.PluginAPI/GetPostsBefore",
    "api_channel_post_pb2.GetPostsBeforeRequest",
    "api_channel_post_pb2.GetPostsBeforeResponse",
    "post_list",
)
GET_POSTS_FOR_CHANNEL: Method[api_channel_post_pb2.GetPostsForChannelResponse] = Method(
    "GetPostsForChannel",
    "/mattermost.pluginapi.v1.PluginAPI/GetPostsForChannel",
    "api_channel_post_pb2.GetPostsForChannelRequest",
    "api_channel_post_pb2.GetPostsForChannelResponse",
    "post_list",
)
UPDATE_POST: Method[api_channel_post_pb2.UpdatePostResponse] = Method(
    "UpdatePost",
    "/mattermost.pluginapi.v1.PluginAPI/UpdatePost",
    "api_channel_post_pb2.UpdatePostRequest",
    "api_channel_post_pb2.UpdatePostResponse",
    "post",
)
SEARCH_POSTS_IN_TEAM: Method[api_channel_post_pb2.SearchPostsInTeamResponse] = Method(
    "SearchPostsInTeam",
    "/mattermost.pluginapi.v1.PluginAPI/SearchPostsInTeam",
    "api_channel_post_pb2.SearchPostsInTeamRequest",
    "api_channel_post_pb2.SearchPostsInTeamResponse",
)
SEARCH_POSTS_IN_TEAM_FOR_USER: Method[api_channel_post_pb2.SearchPostsInTeamForUserResponse] = Method(
    "SearchPostsInTeamForUser",
    "/mattermost.pluginapi.v1.PluginAPI/SearchPostsInTeamForUser",
    "api_channel_post_pb2.SearchPostsInTeamForUserRequest",
    "api_channel_post_pb2.SearchPostsInTeamForUserResponse",
    "results",
)
GET_EMOJI_LIST: Method[api_channel_post_pb2.GetEmojiListResponse] = Method(
    "GetEmojiList",
    "/mattermost.pluginapi.v1.PluginAPI/GetEmojiList",
    "api_channel_post_pb2.GetEmojiListRequest",
    "api_channel_post_pb2.GetEmojiListResponse",
)
GET_EMOJI_BY_NAME: Method[api_channel_post_pb2.GetEmojiByNameResponse] = Method(
    "GetEmojiByName",
    "/mattermost.pluginapi.v1.PluginAPI/GetEmojiByName",
    "api_channel_post_pb2.GetEmojiByNameRequest",
    "api_channel_post_pb2.GetEmojiByNameResponse",
    "emoji",
)
GET_EMOJI: Method[api_channel_post_pb2.GetEmojiResponse] = Method(
    "GetEmoji",
    "/mattermost.pluginapi.v1.PluginAPI/GetEmoji",
    "api_channel_post_pb2.GetEmojiRequest",
    "api_channel_post_pb2.GetEmojiResponse",
    "emoji",
)
GET_EMOJI_IMAGE: Method[api_channel_post_pb2.GetEmojiImageResponse] = Method(
    "GetEmojiImage",
    "/mattermost.pluginapi.v1.PluginAPI/GetEmojiImage",
    "api_channel_post_pb2.GetEmojiImageRequest",
    "api_channel_post_pb2.GetEmojiImageResponse",
)
KV_SET: Method[api_kv_config_pb2.KVSetResponse] = Method(
    "KVSet",
    "/mattermost.pluginapi.v1.PluginAPI/KVSet",
    "api_kv_config_pb2.KVSetRequest",
    "api_kv_config_pb2.KVSetResponse",
)
KV_COMPARE_AND_SET: Method[api_kv_config_pb2.KVCompareAndSetResponse] = Method(
    "KVCompareAndSet",
    "/mattermost.pluginapi.v1.PluginAPI/KVCompareAndSet",
    "api_kv_config_pb2.KVCompareAndSetRequest",
    "api_kv_config_pb2.KVCompareAndSetResponse",
)
KV_COMPARE_AND_DELETE: Method[api_kv_config_pb2.KVCompareAndDeleteResponse] = Method(
    "KVCompareAndDelete",
    "/mattermost.pluginapi.v1.PluginAPI/KVCompareAndDelete",
    "api_kv_config_pb2.KVCompareAndDeleteRequest",
    "api_kv_config_pb2.KVCompareAndDeleteResponse",
)
KV_SET_WITH_OPTIONS: Method[api_kv_config_pb2.KVSetWithOptionsResponse] = Method(
    "KVSetWithOptions",
    "/mattermost.pluginapi.v1.PluginAPI/KVSetWithOptions",
    "api_kv_config_pb2.KVSetWithOptionsRequest",
    "api_kv_config_pb2.KVSetWithOptionsResponse",
)
KV_SET_WITH_EXPIRY: Method[api_kv_config_pb2.KVSetWithExpiryResponse] = Method(
    "KVSetWithExpiry",
    "/mattermost.pluginapi.v1.PluginAPI/KVSetWithExpiry",
    "api_kv_config_pb2.KVSetWithExpiryRequest",
    "api_kv_config_pb2.KVSetWithExpiryResponse",
)
KV_GET: Method[api_kv_config_pb2.KVGetResponse] = Method(
    "KVGet",
    "/mattermost.pluginapi.v1.PluginAPI/KVGet",
    "api_kv_config_pb2.KVGetRequest",
    "api_kv_config_pb2.KVGetResponse",
)
KV_DELETE: Method[api_kv_config_pb2.KVDeleteResponse] = Method(
    "KVDelete",
    "/mattermost.pluginapi.v1.PluginAPI/KVDelete",
    "api_kv_config_pb2.KVDeleteRequest",
    "api_kv_config_pb2.KVDeleteResponse",
)
KV_DELETE_ALL: Method[api_kv_config_pb2.KVDeleteAllResponse] = Method(
    "KVDeleteAll",
    "/mattermost.pluginapi.v1.PluginAPI/KVDeleteAll",
    "api_kv_config_pb2.KVDeleteAllRequest",
    "api_kv_config_pb2.KVDeleteAllResponse",
)
KV_LIST: Method[api_kv_config_pb2.KVListResponse] = Method(
    "KVList",
    "/mattermost.pluginapi.v1.PluginAPI/KVList",
    "api_kv_config_pb2.KVListRequest",
    "api_kv_config_pb2.KVListResponse",
)
PUBLISH_WEB_SOCKET_EVENT: Method[api_kv_config_pb2.PublishWebSocketEventResponse] = Method(
    "PublishWebSocketEvent",
    "/mattermost.pluginapi.v1.PluginAPI/PublishWebSocketEvent",
    "api_kv_config_pb2.PublishWebSocketEventRequest",
    "api_kv_config_pb2.PublishWebSocketEventResponse",
)
LOAD_PLUGIN_CONFIGURATION: Method[api_kv_config_pb2.LoadPluginConfigurationResponse] = Method(
    "LoadPluginConfiguration",
    "/mattermost.pluginapi.v1.PluginAPI/LoadPluginConfiguration",
    "api_kv_config_pb2.LoadPluginConfigurationRequest",
    "api_kv_config_pb2.LoadPluginConfigurationResponse",
)
GET_CONFIG: Method[api_kv_config_pb2.GetConfigResponse] = Method(
    "GetConfig",
    "/mattermost.pluginapi.v1.PluginAPI/GetConfig",
    "api_kv_config_pb2.GetConfigRequest",
    "api_kv_config_pb2.GetConfigResponse",
)
GET_UNSANITIZED_CONFIG: Method[api_kv_config_pb2.GetUnsanitizedConfigResponse] = Method(
    "GetUnsanitizedConfig",
    "/mattermost.pluginapi.v1.PluginAPI/GetUnsanitizedConfig",
    "api_kv_config_pb2.GetUnsanitizedConfigRequest",
    "api_kv_config_pb2.GetUnsanitizedConfigResponse",
)
SAVE_CONFIG: Method[api_kv_config_pb2.SaveConfigResponse] = Method(
    "SaveConfig",
    "/mattermost.pluginapi.v1.PluginAPI/SaveConfig",
    "api_kv_config_pb2.SaveConfigRequest",
    "api_kv_config_pb2.SaveConfigResponse",
)
GET_PLUGIN_CONFIG: Method[api_kv_config_pb2.GetPluginConfigResponse] = Method(
    "GetPluginConfig",
    "/mattermost.pluginapi.v1.PluginAPI/GetPluginConfig",
    "api_kv_config_pb2.GetPluginConfigRequest",
    "api_kv_config_pb2.GetPluginConfigResponse",
)
SAVE_PLUGIN_CONFIG: Method[api_kv_config_pb2.SavePluginConfigResponse] = Method(
    "SavePluginConfig",
    "/mattermost.pluginapi.v1.PluginAPI/SavePluginConfig",
    "api_kv_config_pb2.SavePluginConfigRequest",
    "api_kv_config_pb2.SavePluginConfigResponse",
)
GET_BUNDLE_PATH: Method[api_kv_config_pb2.GetBundlePathResponse] = Method(
    "GetBundlePath",
    "/mattermost.pluginapi.v1.PluginAPI/GetBundlePath",
    "api_kv_config_pb2.GetBundlePathRequest",
    "api_kv_config_pb2.GetBundlePathResponse",
)
GET_PLUGINS: Method[api_kv_config_pb2.GetPluginsResponse] = Method(
    "GetPlugins",
    "/mattermost.pluginapi.v1.PluginAPI/GetPlugins",
    "api_kv_config_pb2.GetPluginsRequest",
    "api_kv_config_pb2.GetPluginsResponse",
)
ENABLE_PLUGIN: Method[api_kv_config_pb2.EnablePluginResponse] = Method(
    "EnablePlugin",
    "/mattermost.pluginapi.v1.PluginAPI/EnablePlugin",
    "api_kv_config_pb2.EnablePluginRequest",
    "api_kv_config_pb2.EnablePluginResponse",
)
DISABLE_PLUGIN: Method[api_kv_config_pb2.DisablePluginResponse] = Method(
    "DisablePlugin",
    "/mattermost.pluginapi.v1.PluginAPI/DisablePlugin",
    "api_kv_config_pb2.DisablePluginRequest",
    "api_kv_config_pb2.DisablePluginResponse",
)
REMOVE_PLUGIN: Method[api_kv_config_pb2.RemovePluginResponse] = Method(
    "RemovePlugin",
    "/mattermost.pluginapi.v1.PluginAPI/RemovePlugin",
    "api_kv_config_pb2.RemovePluginRequest",
    "api_kv_config_pb2.RemovePluginResponse",
)
GET_PLUGIN_STATUS: Method[api_kv_config_pb2.GetPluginStatusResponse] = Method(
    "GetPluginStatus",
    "/mattermost.pluginapi.v1.PluginAPI/GetPluginStatus",
    "api_kv_config_pb2.GetPluginStatusRequest",
    "api_kv_config_pb2.GetPluginStatusResponse",
    "status",
)
INSTALL_PLUGIN: Method[api_kv_config_pb2.InstallPluginResponse] = Method(
    "InstallPlugin",
    "/mattermost.pluginapi.v1.PluginAPI/InstallPlugin",
    "api_kv_config_pb2.InstallPluginRequest",
    "api_kv_config_pb2.InstallPluginResponse",
    "manifest",
)
GET_PLUGIN_ID: Method[api_kv_config_pb2.GetPluginIDResponse] = Method(
    "GetPluginID",
    "/mattermost.pluginapi.v1.PluginAPI/GetPluginID",
    "api_kv_config_pb2.GetPluginIDRequest",
    "api_kv_config_pb2.GetPluginIDResponse",
)
LOG_DEBUG: Method[api_kv_config_pb2.LogDebugResponse] = Method(
    "LogDebug",
    "/mattermost.pluginapi.v1.PluginAPI/LogDebug",
    "api_kv_config_pb2.LogDebugRequest",
    "api_kv_config_pb2.LogDebugResponse",
)
LOG_INFO: Method[api_kv_config_pb2.LogInfoResponse] = Method(
    "LogInfo",
    "/mattermost.pluginapi.v1.PluginAPI/LogInfo",
    "api_kv_config_pb2.LogInfoRequest",
    "api_kv_config_pb2.LogInfoResponse",
)
LOG_ERROR: Method[api_kv_config_pb2.LogErrorResponse] = Method(
    "LogError",
    "/mattermost.pluginapi.v1.PluginAPI/LogError",
    "api_kv_config_pb2.LogErrorRequest",
    "api_kv_config_pb2.LogErrorResponse",
)
LOG_WARN: Method[api_kv_config_pb2.LogWarnResponse] = Method(
    "LogWarn",
    "/mattermost.pluginapi.v1.PluginAPI/LogWarn",
    "api_kv_config_pb2.LogWarnRequest",
    "api_kv_config_pb2.LogWarnResponse",
)
COPY_FILE_INFOS: Method[api_file_bot_pb2.CopyFileInfosResponse] = Method(
    "CopyFileInfos",
    "/mattermost.pluginapi.v1.PluginAPI/CopyFileInfos",
    "api_file_bot_pb2.CopyFileInfosRequest",
    "api_file_bot_pb2.CopyFileInfosResponse",
)
GET_FILE_INFO: Method[api_file_bot_pb2.GetFileInfoResponse] = Method(
    "GetFileInfo",
    "/mattermost.pluginapi.v1.PluginAPI/GetFileInfo",
    "api_file_bot_pb2.GetFileInfoRequest",
    "api_file_bot_pb2.GetFileInfoResponse",
    "file_info",
)
SET_FILE_SEARCHABLE_CONTENT: Method[api_file_bot_pb2.SetFileSearchableContentResponse] = Method(
    "SetFileSearchableContent",
    "/mattermost.pluginapi.v1.PluginAPI/SetFileSearchableContent",
    "api_file_bot_pb2.SetFileSearchableContentRequest",
    "api_file_bot_pb2.SetFileSearchableContentResponse",
)
GET_FILE_INFOS: Method[api_file_bot_pb2.GetFileInfosResponse] = Method(
    "GetFileInfos",
    "/mattermost.pluginapi.v1.PluginAPI/GetFileInfos",
    "api_file_bot_pb2.GetFileInfosRequest",
    "api_file_bot_pb2.GetFileInfosResponse",
)
GET_FILE: Method[api_file_bot_pb2.GetFileResponse] = Method(
    "GetFile",
    "/mattermost.pluginapi.v1.PluginAPI/GetFile",
    "api_file_bot_pb2.GetFileRequest",
    "api_file_bot_pb2.GetFileResponse",
)
GET_FILE_LINK: Method[api_file_bot_pb2.GetFileLinkResponse] = Method(
    "GetFileLink",
    "/mattermost.pluginapi.v1.PluginAPI/GetFileLink",
    "api_file_bot_pb2.GetFileLinkRequest",
    "api_file_bot_pb2.GetFileLinkResponse",
)
READ_FILE: Method[api_file_bot_pb2.ReadFileResponse] = Method(
    "ReadFile",
    "/mattermost.pluginapi.v1.PluginAPI/ReadFile",
    "api_file_bot_pb2.ReadFileRequest",
    "api_file_bot_pb2.ReadFileResponse",
)
UPLOAD_FILE: Method[api_file_bot_pb2.UploadFileResponse] = Method(
    "UploadFile",
    "/mattermost.pluginapi.v1.PluginAPI/UploadFile",
    "api_file_bot_pb2.UploadFileRequest",
    "api_file_bot_pb2.UploadFileResponse",
    "file_info",
)
CREATE_UPLOAD_SESSION: Method[api_file_bot_pb2.CreateUploadSessionResponse] = Method(
    "CreateUploadSession",
    "/mattermost.pluginapi.v1.PluginAPI/CreateUploadSession",
    "api_file_bot_pb2.CreateUploadSessionRequest",
    "api_file_bot_pb2.CreateUploadSessionResponse",
    "upload_session",
)
UPLOAD_DATA: Method[api_file_bot_pb2.UploadDataResponse] = Method(
    "UploadData",
    "/mattermost.pluginapi.v1.PluginAPI/UploadData",
    "api_file_bot_pb2.UploadDataRequest",
    "api_file_bot_pb2.UploadDataResponse",
    "file_info",
)
GET_UPLOAD_SESSION: Method[api_file_bot_pb2.GetUploadSessionResponse] = Method(
    "GetUploadSession",
    "/mattermost.pluginapi.v1.PluginAPI/GetUploadSession",
    "api_file_bot_pb2.GetUploadSessionRequest",
    "api_file_bot_pb2.GetUploadSessionResponse",
    "upload_session",
)
CREATE_BOT: Method[api_file_bot_pb2.CreateBotResponse] = Method(
    "CreateBot",
    "/mattermost.pluginapi.v1.PluginAPI/CreateBot",
    "api_file_bot_pb2.CreateBotRequest",
    "api_file_bot_pb2.CreateBotResponse",
    "bot",
)
PATCH_BOT: Method[api_file_bot_pb2.PatchBotResponse] = Method(
    "PatchBot",
    "/mattermost.pluginapi.v1.PluginAPI/PatchBot",
    "api_file_bot_pb2.PatchBotRequest",
    "api_file_bot_pb2.PatchBotResponse",
    "bot",
)
GET_BOT: Method[api_file_bot_pb2.GetBotResponse] = Method(
    "GetBot",
    "/mattermost.pluginapi.v1.PluginAPI/GetBot",
    "api_file_bot_pb2.GetBotRequest",
    "api_file_bot_pb2.GetBotResponse",
    "bot",
)
GET_BOTS: Method[api_file_bot_pb2.GetBotsResponse] = Method(
    "GetBots",
    "/mattermost.pluginapi.v1.PluginAPI/GetBots",
    "api_file_bot_pb2.GetBotsRequest",
    "api_file_bot_pb2.GetBotsResponse",
)
UPDATE_BOT_ACTIVE: Method[api_file_bot_pb2.UpdateBotActiveResponse] = Method(
    "UpdateBotActive",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateBotActive",
    "api_file_bot_pb2.UpdateBotActiveRequest",
    "api_file_bot_pb2.UpdateBotActiveResponse",
    "bot",
)
PERMANENT_DELETE_BOT: Method[api_file_bot_pb2.PermanentDeleteBotResponse] = Method(
    "PermanentDeleteBot",
    "/mattermost.pluginapi.v1.PluginAPI/PermanentDeleteBot",
    "api_file_bot_pb2.PermanentDeleteBotRequest",
    "api_file_bot_pb2.PermanentDeleteBotResponse",
)
ENSURE_BOT_USER: Method[api_file_bot_pb2.EnsureBotUserResponse] = Method(
    "EnsureBotUser",
    "/mattermost.pluginapi.v1.PluginAPI/EnsureBotUser",
    "api_file_bot_pb2.EnsureBotUserRequest",
    "api_file_bot_pb2.EnsureBotUserResponse",
)
GET_LICENSE: Method[api_remaining_pb2.GetLicenseResponse] = Method(
    "GetLicense",
    "/mattermost.pluginapi.v1.PluginAPI/GetLicense",
    "api_remaining_pb2.GetLicenseRequest",
    "api_remaining_pb2.GetLicenseResponse",
)
IS_ENTERPRISE_READY: Method[api_remaining_pb2.IsEnterpriseReadyResponse] = Method(
    "IsEnterpriseReady",
    "/mattermost.pluginapi.v1.PluginAPI/IsEnterpriseReady",
    "api_remaining_pb2.IsEnterpriseReadyRequest",
    "api_remaining_pb2.IsEnterpriseReadyResponse",
)
GET_SERVER_VERSION: Method[api_remaining_pb2.GetServerVersionResponse] = Method(
    "GetServerVersion",
    "/mattermost.pluginapi.v1.PluginAPI/GetServerVersion",
    "api_remaining_pb2.GetServerVersionRequest",
    "api_remaining_pb2.GetServerVersionResponse",
)
GET_SYSTEM_INSTALL_DATE: Method[api_remaining_pb2.GetSystemInstallDateResponse] = Method(
    "GetSystemInstallDate",
    "/mattermost.pluginapi.v1.PluginAPI/GetSystemInstallDate",
    "api_remaining_pb2.GetSystemInstallDateRequest",
    "api_remaining_pb2.GetSystemInstallDateResponse",
)
GET_DIAGNOSTIC_ID: Method[api_remaining_pb2.GetDiagnosticIdResponse] = Method(
    "GetDiagnosticId",
    "/mattermost.pluginapi.v1.PluginAPI/GetDiagnosticId",
    "api_remaining_pb2.GetDiagnosticIdRequest",
    "api_remaining_pb2.GetDiagnosticIdResponse",
)
GET_TELEMETRY_ID: Method[api_remaining_pb2.GetTelemetryIdResponse] = Method(
    "GetTelemetryId",
    "/mattermost.pluginapi.v1.PluginAPI/GetTelemetryId",
    "api_remaining_pb2.GetTelemetryIdRequest",
    "api_remaining_pb2.GetTelemetryIdResponse",
)
REGISTER_COMMAND: Method[api_remaining_pb2.RegisterCommandResponse] = Method(
    "RegisterCommand",
    "/mattermost.pluginapi.v1.PluginAPI/RegisterCommand",
    "api_remaining_pb2.RegisterCommandRequest",
    "api_remaining_pb2.RegisterCommandResponse",
)
UNREGISTER_COMMAND: Method[api_remaining_pb2.UnregisterCommandResponse] = Method(
    "UnregisterCommand",
    "/mattermost.pluginapi.v1.PluginAPI/UnregisterCommand",
    "api_remaining_pb2.UnregisterCommandRequest",
    "api_remaining_pb2.UnregisterCommandResponse",
)
EXECUTE_SLASH_COMMAND: Method[api_remaining_pb2.ExecuteSlashCommandResponse] = Method(
    "ExecuteSlashCommand",
    "/mattermost.pluginapi.v1.PluginAPI/ExecuteSlashCommand",
    "api_remaining_pb2.ExecuteSlashCommandRequest",
    "api_remaining_pb2.ExecuteSlashCommandResponse",
)
CREATE_COMMAND: Method[api_remaining_pb2.CreateCommandResponse] = Method(
    "CreateCommand",
    "/mattermost.pluginapi.v1.PluginAPI/CreateCommand",
    "api_remaining_pb2.CreateCommandRequest",
    "api_remaining_pb2.CreateCommandResponse",
    "command",
)
LIST_COMMANDS: Method[api_remaining_pb2.ListCommandsResponse] = Method(
    "ListCommands",
    "/mattermost.pluginapi.v1.PluginAPI/ListCommands",
    "api_remaining_pb2.ListCommandsRequest",
    "api_remaining_pb2.ListCommandsResponse",
)
LIST_CUSTOM_COMMANDS: Method[api_remaining_pb2.ListCustomCommandsResponse] = Method(
    "ListCustomCommands",
    "/mattermost.pluginapi.v1.PluginAPI/ListCustomCommands",
    "api_remaining_pb2.ListCustomCommandsRequest",
    "api_remaining_pb2.ListCustomCommandsResponse",
)
LIST_PLUGIN_COMMANDS: Method[api_remaining_pb2.ListPluginCommandsResponse] = Method(
    "ListPluginCommands",
    "/mattermost.pluginapi.v1.PluginAPI/ListPluginCommands",
    "api_remaining_pb2.ListPluginCommandsRequest",
    "api_remaining_pb2.ListPluginCommandsResponse",
)
LIST_BUILT_IN_COMMANDS: Method[api_remaining_pb2.ListBuiltInCommandsResponse] = Method(
    "ListBuiltInCommands",
    "/mattermost.pluginapi.v1.PluginAPI/ListBuiltInCommands",
    "api_remaining_pb2.ListBuiltInCommandsRequest",
    "api_remaining_pb2.ListBuiltInCommandsResponse",
)
GET_COMMAND: Method[api_remaining_pb2.GetCommandResponse] = Method(
    "GetCommand",
    "/mattermost.pluginapi.v1.PluginAPI/GetCommand",
    "api_remaining_pb2.GetCommandRequest",
    "api_remaining_pb2.GetCommandResponse",
    "command",
)
UPDATE_COMMAND: Method[api_remaining_pb2.UpdateCommandResponse] = Method(
    "UpdateCommand",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateCommand",
    "api_remaining_pb2.UpdateCommandRequest",
    "api_remaining_pb2.UpdateCommandResponse",
    "command",
)
DELETE_COMMAND: Method[api_remaining_pb2.DeleteCommandResponse] = Method(
    "DeleteCommand",
    "/mattermost.pluginapi.v1.PluginAPI/DeleteCommand",
    "api_remaining_pb2.DeleteCommandRequest",
    "api_remaining_pb2.DeleteCommandResponse",
)
GET_PREFERENCE_FOR_USER: Method[api_remaining_pb2.GetPreferenceForUserResponse] = Method(
    "GetPreferenceForUser",
    "/mattermost.pluginapi.v1.PluginAPI/GetPreferenceForUser",
    "api_remaining_pb2.GetPreferenceForUserRequest",
    "api_remaining_pb2.GetPreferenceForUserResponse",
    "preference",
)
GET_PREFERENCES_FOR_USER: Method[api_remaining_pb2.GetPreferencesForUserResponse] = Method(
    "GetPreferencesForUser",
    "/mattermost.pluginapi.v1.PluginAPI/GetPreferencesForUser",
    "api_remaining_pb2.GetPreferencesForUserRequest",
    "api_remaining_pb2.GetPreferencesForUserResponse",
)
UPDATE_PREFERENCES_FOR_USER: Method[api_remaining_pb2.UpdatePreferencesForUserResponse] = Method(
    "UpdatePreferencesForUser",
    "/mattermost.pluginapi.v1.PluginAPI/UpdatePreferencesForUser",
    "api_remaining_pb2.UpdatePreferencesForUserRequest",
    "api_remaining_pb2.UpdatePreferencesForUserResponse",
)
DELETE_PREFERENCES_FOR_USER: Method[api_remaining_pb2.DeletePreferencesForUserResponse] = Method(
    "DeletePreferencesForUser",
    "/mattermost.pluginapi.v1.PluginAPI/DeletePreferencesForUser",
    "api_remaining_pb2.DeletePreferencesForUserRequest",
    "api_remaining_pb2.DeletePreferencesForUserResponse",
)
CREATE_O_AUTH_APP: Method[api_remaining_pb2.CreateOAuthAppResponse] = Method(
    "CreateOAuthApp",
    "/mattermost.pluginapi.v1.PluginAPI/CreateOAuthApp",
    "api_remaining_pb2.CreateOAuthAppRequest",
    "api_remaining_pb2.CreateOAuthAppResponse",
    "app",
)
GET_O_AUTH_APP: Method[api_remaining_pb2.GetOAuthAppResponse] = Method(
    "GetOAuthApp",
    "/mattermost.pluginapi.v1.PluginAPI/GetOAuthApp",
    "api_remaining_pb2.GetOAuthAppRequest",
    "api_remaining_pb2.GetOAuthAppResponse",
    "app",
)
UPDATE_O_AUTH_APP: Method[api_remaining_pb2.UpdateOAuthAppResponse] = Method(
    "UpdateOAuthApp",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateOAuthApp",
    "api_remaining_pb2.UpdateOAuthAppRequest",
    "api_remaining_pb2.UpdateOAuthAppResponse",
    "app",
)
DELETE_O_AUTH_APP: Method[api_remaining_pb2.DeleteOAuthAppResponse] = Method(
    "DeleteOAuthApp",
    "/mattermost.pluginapi.v1.PluginAPI/DeleteOAuthApp",
    "api_remaining_pb2.DeleteOAuthAppRequest",
    "api_remaining_pb2.DeleteOAuthAppResponse",
)
GET_GROUP: Method[api_remaining_pb2.GetGroupResponse] = Method(
    "GetGroup",
    "/mattermost.pluginapi.v1.PluginAPI/GetGroup",
    "api_remaining_pb2.GetGroupRequest",
    "api_remaining_pb2.GetGroupResponse",
    "group",
)
GET_GROUP_BY_NAME: Method[api_remaining_pb2.GetGroupByNameResponse] = Method(
    "GetGroupByName",
    "/mattermost.pluginapi.v1.PluginAPI/GetGroupByName",
    "api_remaining_pb2.GetGroupByNameRequest",
    "api_remaining_pb2.GetGroupByNameResponse",
    "group",
)
GET_GROUP_MEMBER_USERS: Method[api_remaining_pb2.GetGroupMemberUsersResponse] = Method(
    "GetGroupMemberUsers",
    "/mattermost.pluginapi.v1.PluginAPI/GetGroupMemberUsers",
    "api_remaining_pb2.GetGroupMemberUsersRequest",
    "api_remaining_pb2.GetGroupMemberUsersResponse",
)
GET_GROUPS_BY_SOURCE: Method[api_remaining_pb2.GetGroupsBySourceResponse] = Method(
    "GetGroupsBySource",
    "/mattermost.pluginapi.v1.PluginAPI/GetGroupsBySource",
    "api_remaining_pb2.GetGroupsBySourceRequest",
    "api_remaining_pb2.GetGroupsBySourceResponse",
)
GET_GROUPS_FOR_USER: Method[api_remaining_pb2.GetGroupsForUserResponse] = Method(
    "GetGroupsForUser",
    "/mattermost.pluginapi.v1.PluginAPI/GetGroupsForUser",
    "api_remaining_pb2.GetGroupsForUserRequest",
    "api_remaining_pb2.GetGroupsForUserResponse",
)
UPSERT_GROUP_MEMBER: Method[api_remaining_pb2.UpsertGroupMemberResponse] = Method(
    "UpsertGroupMember",
    "/mattermost.pluginapi.v1.PluginAPI/UpsertGroupMember",
    "api_remaining_pb2.UpsertGroupMemberRequest",
    "api_remaining_pb2.UpsertGroupMemberResponse",
    "group_member",
)
UPSERT_GROUP_MEMBERS: Method[api_remaining_pb2.UpsertGroupMembersResponse] = Method(
    "UpsertGroupMembers",
    "/mattermost.pluginapi.v1.PluginAPI/UpsertGroupMembers",
    "api_remaining_pb2.UpsertGroupMembersRequest",
    "api_remaining_pb2.UpsertGroupMembersResponse",
)
GET_GROUP_BY_REMOTE_ID: Method[api_remaining_pb2.GetGroupByRemoteIDResponse] = Method(
    "GetGroupByRemoteID",
    "/mattermost.pluginapi.v1.PluginAPI/GetGroupByRemoteID",
    "api_remaining_pb2.GetGroupByRemoteIDRequest",
    "api_remaining_pb2.GetGroupByRemoteIDResponse",
    "group",
)
CREATE_GROUP: Method[api_remaining_pb2.CreateGroupResponse] = Method(
    "CreateGroup",
    "/mattermost.pluginapi.v1.PluginAPI/CreateGroup",
    "api_remaining_pb2.CreateGroupRequest",
    "api_remaining_pb2.CreateGroupResponse",
    "group",
)
UPDATE_GROUP: Method[api_remaining_pb2.UpdateGroupResponse] = Method(
    "UpdateGroup",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateGroup",
    "api_remaining_pb2.UpdateGroupRequest",
    "api_remaining_pb2.UpdateGroupResponse",
    "group",
)
DELETE_GROUP: Method[api_remaining_pb2.DeleteGroupResponse] = Method(
    "DeleteGroup",
    "/mattermost.pluginapi.v1.PluginAPI/DeleteGroup",
    "api_remaining_pb2.DeleteGroupRequest",
    "api_remaining_pb2.DeleteGroupResponse",
    "group",
)
RESTORE_GROUP: Method[api_remaining_pb2.RestoreGroupResponse] = Method(
    "RestoreGroup",
    "/mattermost.pluginapi.v1.PluginAPI/RestoreGroup",
    "api_remaining_pb2.RestoreGroupRequest",
    "api_remaining_pb2.RestoreGroupResponse",
    "group",
)
DELETE_GROUP_MEMBER: Method[api_remaining_pb2.DeleteGroupMemberResponse] = Method(
    "DeleteGroupMember",
    "/mattermost.pluginapi.v1.PluginAPI/DeleteGroupMember",
    "api_remaining_pb2.DeleteGroupMemberRequest",
    "api_remaining_pb2.DeleteGroupMemberResponse",
    "group_member",
)
GET_GROUP_SYNCABLE: Method[api_remaining_pb2.GetGroupSyncableResponse] = Method(
    "GetGroupSyncable",
    "/mattermost.pluginapi.v1.PluginAPI/GetGroupSyncable",
    "api_remaining_pb2.GetGroupSyncableRequest",
    "api_remaining_pb2.GetGroupSyncableResponse",
    "group_syncable",
)
GET_GROUP_SYNCABLES: Method[api_remaining_pb2.GetGroupSyncablesResponse] = Method(
    "GetGroupSyncables",
    "/mattermost.pluginapi.v1.PluginAPI/GetGroupSyncables",
    "api_remaining_pb2.GetGroupSyncablesRequest",
    "api_remaining_pb2.GetGroupSyncablesResponse",
)
UPSERT_GROUP_SYNCABLE: Method[api_remaining_pb2.UpsertGroupSyncableResponse] = Method(
    "UpsertGroupSyncable",
    "/mattermost.pluginapi.v1.PluginAPI/UpsertGroupSyncable",
    "api_remaining_pb2.UpsertGroupSyncableRequest",
    "api_remaining_pb2.UpsertGroupSyncableResponse",
    "group_syncable",
)
UPDATE_GROUP_SYNCABLE: Method[api_remaining_pb2.UpdateGroupSyncableResponse] = Method(
    "UpdateGroupSyncable",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateGroupSyncable",
    "api_remaining_pb2.UpdateGroupSyncableRequest",
    "api_remaining_pb2.UpdateGroupSyncableResponse",
    "group_syncable",
)
DELETE_GROUP_SYNCABLE: Method[api_remaining_pb2.DeleteGroupSyncableResponse] = Method(
    "DeleteGroupSyncable",
    "/mattermost.pluginapi.v1.PluginAPI/DeleteGroupSyncable",
    "api_remaining_pb2.DeleteGroupSyncableRequest",
    "api_remaining_pb2.DeleteGroupSyncableResponse",
    "group_syncable",
)
GET_GROUPS: Method[api_remaining_pb2.GetGroupsResponse] = Method(
    "GetGroups",
    "/mattermost.pluginapi.v1.PluginAPI/GetGroups",
    "api_remaining_pb2.GetGroupsRequest",
    "api_remaining_pb2.GetGroupsResponse",
)
CREATE_DEFAULT_SYNCABLE_MEMBERSHIPS: Method[api_remaining_pb2.CreateDefaultSyncableMembershipsResponse] = Method(
    "CreateDefaultSyncableMemberships",
    "/mattermost.pluginapi.v1.PluginAPI/CreateDefaultSyncableMemberships",
    "api_remaining_pb2.CreateDefaultSyncableMembershipsRequest",
    "api_remaining_pb2.CreateDefaultSyncableMembershipsResponse",
)
DELETE_GROUP_CONSTRAINED_MEMBERSHIPS: Method[api_remaining_pb2.DeleteGroupConstrainedMembershipsResponse] = Method(
    "DeleteGroupConstrainedMemberships",
    "/mattermost.pluginapi.v1.PluginAPI/DeleteGroupConstrainedMemberships",
    "api_remaining_pb2.DeleteGroupConstrainedMembershipsRequest",
    "api_remaining_pb2.DeleteGroupConstrainedMembershipsResponse",
)
REGISTER_PLUGIN_FOR_SHARED_CHANNELS: Method[api_remaining_pb2.RegisterPluginForSharedChannelsResponse] = Method(
    "RegisterPluginForSharedChannels",
    "/mattermost.pluginapi.v1.PluginAPI/RegisterPluginForSharedChannels",
    "api_remaining_pb2.RegisterPluginForSharedChannelsRequest",
    "api_remaining_pb2.RegisterPluginForSharedChannelsResponse",
)
UNREGISTER_PLUGIN_FOR_SHARED_CHANNELS: Method[api_remaining_pb2.UnregisterPluginForSharedChannelsResponse] = Method(
    "UnregisterPluginForSharedChannels",
    "/mattermost.pluginapi.v1.PluginAPI/UnregisterPluginForSharedChannels",
    "api_remaining_pb2.UnregisterPluginForSharedChannelsRequest",
    "api_remaining_pb2.UnregisterPluginForSharedChannelsResponse",
)
SHARE_CHANNEL: Method[api_remaining_pb2.ShareChannelResponse] = Method(
    "ShareChannel",
    "/mattermost.pluginapi.v1.PluginAPI/ShareChannel",
    "api_remaining_pb2.ShareChannelRequest",
    "api_remaining_pb2.ShareChannelResponse",
    "shared_channel",
)
UPDATE_SHARED_CHANNEL: Method[api_remaining_pb2.UpdateSharedChannelResponse] = Method(
    "UpdateSharedChannel",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateSharedChannel",
    "api_remaining_pb2.UpdateSharedChannelRequest",
    "api_remaining_pb2.UpdateSharedChannelResponse",
    "shared_channel",
)
UNSHARE_CHANNEL: Method[api_remaining_pb2.UnshareChannelResponse] = Method(
    "UnshareChannel",
    "/mattermost.pluginapi.v1.PluginAPI/UnshareChannel",
    "api_remaining_pb2.UnshareChannelRequest",
    "api_remaining_pb2.UnshareChannelResponse",
)
UPDATE_SHARED_CHANNEL_CURSOR: Method[api_remaining_pb2.UpdateSharedChannelCursorResponse] = Method(
    "UpdateSharedChannelCursor",
    "/mattermost.pluginapi.v1.PluginAPI/UpdateSharedChannelCursor",
    "api_remaining_pb2.UpdateSharedChannelCursorRequest",
    "api_remaining_pb2.UpdateSharedChannelCursorResponse",
)
SYNC_SHARED_CHANNEL: Method[api_remaining_pb2.SyncSharedChannelResponse] = Method(
    "SyncSharedChannel",
    "/mattermost.pluginapi.v1.PluginAPI/SyncSharedChannel",
    "api_remaining_pb2.SyncSharedChannelRequest",
    "api_remaining_pb2.SyncSharedChannelResponse",
)
INVITE_REMOTE_TO_CHANNEL: Method[api_remaining_pb2.InviteRemoteToChannelResponse] = Method(
    "InviteRemoteToChannel",
    "/mattermost.pluginapi.v1.PluginAPI/InviteRemoteToChannel",
    "api_remaining_pb2.InviteRemoteToChannelRequest",
    "api_remaining_pb2.InviteRemoteToChannelResponse",
)
UNINVITE_REMOTE_FROM_CHANNEL: Method[api_remaining_pb2.UninviteRemoteFromChannelResponse] = Method(
    "UninviteRemoteFromChannel",
    "/mattermost.pluginapi.v1.PluginAPI/UninviteRemoteFromChannel",
    "api_remaining_pb2.UninviteRemoteFromChannelRequest",
    "api_remaining_pb2.UninviteRemoteFromChannelResponse",
)
CREATE_PROPERTY_FIELD: Method[api_remaining_pb2.CreatePropertyFieldResponse] = Method(
    "CreatePropertyField",
    "/mattermost.pluginapi.v1.PluginAPI/CreatePropertyField",
    "api_remaining_pb2.CreatePropertyFieldRequest",
    "api_remaining_pb2.CreatePropertyFieldResponse",
    "field",
)
GET_PROPERTY_FIELD: Method[api_remaining_pb2.GetPropertyFieldResponse] = Method(
    "GetPropertyField",
    "/mattermost.pluginapi.v1.PluginAPI/GetPropertyField",
    "api_remaining_pb2.GetPropertyFieldRequest",
    "api_remaining_pb2.GetPropertyFieldResponse",
    "field",
)
GET_PROPERTY_FIELDS: Method[api_remaining_pb2.GetPropertyFieldsResponse] = Method(
    "GetPropertyFields",
    "/mattermost.pluginapi.v1.PluginAPI/GetPropertyFields",
    "api_remaining_pb2.GetPropertyFieldsRequest",
    "api_remaining_pb2.GetPropertyFieldsResponse",
)
UPDATE_PROPERTY_FIELD: Method[api_remaining_pb2.UpdatePropertyFieldResponse] = Method(
    "UpdatePropertyField",
    "/mattermost.pluginapi.v1.PluginAPI/UpdatePropertyField",
    "api_remaining_pb2.UpdatePropertyFieldRequest",
    "api_remaining_pb2.UpdatePropertyFieldResponse",
    "field",
)
DELETE_PROPERTY_FIELD: Method[api_remaining_pb2.DeletePropertyFieldResponse] = Method(
    "DeletePropertyField",
    "/mattermost.pluginapi.v1.PluginAPI/DeletePropertyField",
    "api_remaining_pb2.DeletePropertyFieldRequest",
    "api_remaining_pb2.DeletePropertyFieldResponse",
)
SEARCH_PROPERTY_FIELDS: Method[api_remaining_pb2.SearchPropertyFieldsResponse] = Method(
    "SearchPropertyFields",
    "/mattermost.pluginapi.v1.PluginAPI/SearchPropertyFields",
    "api_remaining_pb2.SearchPropertyFieldsRequest",
    "api_remaining_pb2.SearchPropertyFieldsResponse",
)
COUNT_PROPERTY_FIELDS: Method[api_remaining_pb2.CountPropertyFieldsResponse] = Method(
    "CountPropertyFields",
    "/mattermost.pluginapi.v1.PluginAPI/CountPropertyFields",
    "api_remaining_pb2.CountPropertyFieldsRequest",
    "api_remaining_pb2.CountPropertyFieldsResponse",
)
COUNT_PROPERTY_FIELDS_FOR_TARGET: Method[api_remaining_pb2.CountPropertyFieldsForTargetResponse] = Method(
    "CountPropertyFieldsForTarget",
    "/mattermost.pluginapi.v1.PluginAPI/CountPropertyFieldsForTarget",
    "api_remaining_pb2.CountPropertyFieldsForTargetRequest",
    "api_remaining_pb2.CountPropertyFieldsForTargetResponse",
)
CREATE_PROPERTY_VALUE: Method[api_remaining_pb2.CreatePropertyValueResponse] = Method(
    "CreatePropertyValue",
    "/mattermost.pluginapi.v1.PluginAPI/CreatePropertyValue",
    "api_remaining_pb2.CreatePropertyValueRequest",
    "api_remaining_pb2.CreatePropertyValueResponse",
    "value",
)
GET_PROPERTY_VALUE: Method[api_remaining_pb2.GetPropertyValueResponse] = Method(
    "GetPropertyValue",
    "/mattermost.pluginapi.v1.PluginAPI/GetPropertyValue",
    "api_remaining_pb2.GetPropertyValueRequest",
    "api_remaining_pb2.GetPropertyValueResponse",
    "value",
)
GET_PROPERTY_VALUES: Method[api_remaining_pb2.GetPropertyValuesResponse] = Method(
    "GetPropertyValues",
    "/mattermost.pluginapi.v1.PluginAPI/GetPropertyValues",
    "api_remaining_pb2.GetPropertyValuesRequest",
    "api_remaining_pb2.GetPropertyValuesResponse",
)
UPDATE_PROPERTY_VALUE: Method[api_remaining_pb2.UpdatePropertyValueResponse] = Method(
    "UpdatePropertyValue",
    "/mattermost.pluginapi.v1.PluginAPI/UpdatePropertyValue",
    "api_remaining_pb2.UpdatePropertyValueRequest",
    "api_remaining_pb2.UpdatePropertyValueResponse",
    "value",
)
UPSERT_PROPERTY_VALUE: Method[api_remaining_pb2.UpsertPropertyValueResponse] = Method(
    "UpsertPropertyValue",
    "/mattermost.pluginapi.v1.PluginAPI/UpsertPropertyValue",
    "api_remaining_pb2.UpsertPropertyValueRequest",
    "api_remaining_pb2.UpsertPropertyValueResponse",
    "value",
)
DELETE_PROPERTY_VALUE: Method[api_remaining_pb2.DeletePropertyValueResponse] = Method(
    "DeletePropertyValue",
    "/mattermost.pluginapi.v1.PluginAPI/DeletePropertyValue",
    "api_remaining_pb2.DeletePropertyValueRequest",
    "api_remaining_pb2.DeletePropertyValueResponse",
)
SEARCH_PROPERTY_VALUES: Method[api_remaining_pb2.SearchPropertyValuesResponse] = Method(
    "SearchPropertyValues",
    "/mattermost.pluginapi.v1.PluginAPI/SearchPropertyValues",
    "api_remaining_pb2.SearchPropertyValuesRequest",
    "api_remaining_pb2.SearchPropertyValuesResponse",
)
REGISTER_PROPERTY_GROUP: Method[api_remaining_pb2.RegisterPropertyGroupResponse] = Method(
    "RegisterPropertyGroup",
    "/mattermost.pluginapi.v1.PluginAPI/RegisterPropertyGroup",
    "api_remaining_pb2.RegisterPropertyGroupRequest",
    "api_remaining_pb2.RegisterPropertyGroupResponse",
    "group",
)
GET_PROPERTY_GROUP: Method[api_remaining_pb2.GetPropertyGroupResponse] = Method(
    "GetPropertyGroup",
    "/mattermost.pluginapi.v1.PluginAPI/GetPropertyGroup",
    "api_remaining_pb2.GetPropertyGroupRequest",
    "api_remaining_pb2.GetPropertyGroupResponse",
    "group",
)
GET_PROPERTY_FIELD_BY_NAME: Method[api_remaining_pb2.GetPropertyFieldByNameResponse] = Method(
    "GetPropertyFieldByName",
    "/mattermost.pluginapi.v1.PluginAPI/GetPropertyFieldByName",
    "api_remaining_pb2.GetPropertyFieldByNameRequest",
    "api_remaining_pb2.GetPropertyFieldByNameResponse",
    "field",
)
UPDATE_PROPERTY_FIELDS: Method[api_remaining_pb2.UpdatePropertyFieldsResponse] = Method(
    "UpdatePropertyFields",
    "/mattermost.pluginapi.v1.PluginAPI/UpdatePropertyFields",
    "api_remaining_pb2.UpdatePropertyFieldsRequest",
    "api_remaining_pb2.UpdatePropertyFieldsResponse",
)
UPDATE_PROPERTY_VALUES: Method[api_remaining_pb2.UpdatePropertyValuesResponse] = Method(
    "UpdatePropertyValues",
    "/mattermost.pluginapi.v1.PluginAPI/UpdatePropertyValues",
    "api_remaining_pb2.UpdatePropertyValuesRequest",
    "api_remaining_pb2.UpdatePropertyValuesResponse",
)
UPSERT_PROPERTY_VALUES: Method[api_remaining_pb2.UpsertPropertyValuesResponse] = Method(
    "UpsertPropertyValues",
    "/mattermost.pluginapi.v1.PluginAPI/UpsertPropertyValues",
    "api_remaining_pb2.UpsertPropertyValuesRequest",
    "api_remaining_pb2.UpsertPropertyValuesResponse",
)
DELETE_PROPERTY_VALUES_FOR_TARGET: Method[api_remaining_pb2.DeletePropertyValuesForTargetResponse] = Method(
    "DeletePropertyValuesForTarget",
    "/mattermost.pluginapi.v1.PluginAPI/DeletePropertyValuesForTarget",
    "api_remaining_pb2.DeletePropertyValuesForTargetRequest",
    "api_remaining_pb2.DeletePropertyValuesForTargetResponse",
)
DELETE_PROPERTY_VALUES_FOR_FIELD: Method[api_remaining_pb2.DeletePropertyValuesForFieldResponse] = Method(
    "DeletePropertyValuesForField",
    "/mattermost.pluginapi.v1.PluginAPI/DeletePropertyValuesForField",
    "api_remaining_pb2.DeletePropertyValuesForFieldRequest",
    "api_remaining_pb2.DeletePropertyValuesForFieldResponse",
)
LOG_AUDIT_REC: Method[api_remaining_pb2.LogAuditRecResponse] = Method(
    "LogAuditRec",
    "/mattermost.pluginapi.v1.PluginAPI/LogAuditRec",
    "api_remaining_pb2.LogAuditRecRequest",
    "api_remaining_pb2.LogAuditRecResponse",
)
LOG_AUDIT_REC_WITH_LEVEL: Method[api_remaining_pb2.LogAuditRecWithLevelResponse] = Method(
    "LogAuditRecWithLevel",
    "/mattermost.pluginapi.v1.PluginAPI/LogAuditRecWithLevel",
    "api_remaining_pb2.LogAuditRecWithLevelRequest",
    "api_remaining_pb2.LogAuditRecWithLevelResponse",
)
PLUGIN_HTTP: Method[api_remaining_pb2.PluginHTTPResponse] = Method(
    "PluginHTTP",
    "/mattermost.pluginapi.v1.PluginAPI/PluginHTTP",
    "api_remaining_pb2.PluginHTTPRequest",
    "api_remaining_pb2.PluginHTTPResponse",
)
GET_CLOUD_LIMITS: Method[api_remaining_pb2.GetCloudLimitsResponse] = Method(
    "GetCloudLimits",
    "/mattermost.pluginapi.v1.PluginAPI/GetCloudLimits",
    "api_remaining_pb2.GetCloudLimitsRequest",
    "api_remaining_pb2.GetCloudLimitsResponse",
)
OPEN_INTERACTIVE_DIALOG: Method[api_remaining_pb2.OpenInteractiveDialogResponse] = Method(
    "OpenInteractiveDialog",
    "/mattermost.pluginapi.v1.PluginAPI/OpenInteractiveDialog",
    "api_remaining_pb2.OpenInteractiveDialogRequest",
    "api_remaining_pb2.OpenInteractiveDialogResponse",
)
PUBLISH_PLUGIN_CLUSTER_EVENT: Method[api_remaining_pb2.PublishPluginClusterEventResponse] = Method(
    "PublishPluginClusterEvent",
    "/mattermost.pluginapi.v1.PluginAPI/PublishPluginClusterEvent",
    "api_remaining_pb2.PublishPluginClusterEventRequest",
    "api_remaining_pb2.PublishPluginClusterEventResponse",
)
REGISTER_COLLECTION_AND_TOPIC: Method[api_remaining_pb2.RegisterCollectionAndTopicResponse] = Method(
    "RegisterCollectionAndTopic",
    "/mattermost.pluginapi.v1.PluginAPI/RegisterCollectionAndTopic",
    "api_remaining_pb2.RegisterCollectionAndTopicRequest",
    "api_remaining_pb2.RegisterCollectionAndTopicResponse",
)
REQUEST_TRIAL_LICENSE: Method[api_remaining_pb2.RequestTrialLicenseResponse] = Method(
    "RequestTrialLicense",
    "/mattermost.pluginapi.v1.PluginAPI/RequestTrialLicense",
    "api_remaining_pb2.RequestTrialLicenseRequest",
    "api_remaining_pb2.RequestTrialLicenseResponse",
)
ROLES_GRANT_PERMISSION: Method[api_remaining_pb2.RolesGrantPermissionResponse] = Method(
    "RolesGrantPermission",
    "/mattermost.pluginapi.v1.PluginAPI/RolesGrantPermission",
    "api_remaining_pb2.RolesGrantPermissionRequest",
    "api_remaining_pb2.RolesGrantPermissionResponse",
)
SEND_MAIL: Method[api_remaining_pb2.SendMailResponse] = Method(
    "SendMail",
    "/mattermost.pluginapi.v1.PluginAPI/SendMail",
    "api_remaining_pb2.SendMailRequest",
    "api_remaining_pb2.SendMailResponse",
)
SEND_PUSH_NOTIFICATION: Method[api_remaining_pb2.SendPushNotificationResponse] = Method(
    "SendPushNotification",
    "/mattermost.pluginapi.v1.PluginAPI/SendPushNotification",
    "api_remaining_pb2.SendPushNotificationRequest",
    "api_remaining_pb2.SendPushNotificationResponse",
)

ALL: tuple[Method[Any], ...] = (
    CREATE_USER,
    DELETE_USER,
    GET_USERS,
    GET_USERS_BY_IDS,
    GET_USER,
    GET_USER_BY_EMAIL,
    GET_USER_BY_USERNAME,
    GET_USERS_BY_USERNAMES,
    GET_USERS_IN_TEAM,
    UPDATE_USER,
    GET_USER_STATUS,
    GET_USER_STATUSES_BY_IDS,
    UPDATE_USER_STATUS,
    SET_USER_STATUS_TIMED_DND,
    UPDATE_USER_ACTIVE,
    UPDATE_USER_CUSTOM_STATUS,
    REMOVE_USER_CUSTOM_STATUS,
    GET_USERS_IN_CHANNEL,
    GET_LDAP_USER_ATTRIBUTES,
    SEARCH_USERS,
    GET_PROFILE_IMAGE,
    SET_PROFILE_IMAGE,
    HAS_PERMISSION_TO,
    HAS_PERMISSION_TO_TEAM,
    HAS_PERMISSION_TO_CHANNEL,
    PUBLISH_USER_TYPING,
    UPDATE_USER_AUTH,
    UPDATE_USER_ROLES,
    GET_SESSION,
    CREATE_SESSION,
    EXTEND_SESSION_EXPIRY,
    REVOKE_SESSION,
    CREATE_USER_ACCESS_TOKEN,
    REVOKE_USER_ACCESS_TOKEN,
    CREATE_TEAM,
    DELETE_TEAM,
    GET_TEAMS,
    GET_TEAM,
    GET_TEAM_BY_NAME,
    GET_TEAMS_UNREAD_FOR_USER,
    UPDATE_TEAM,
    SEARCH_TEAMS,
    GET_TEAMS_FOR_USER,
    CREATE_TEAM_MEMBER,
    CREATE_TEAM_MEMBERS,
    CREATE_TEAM_MEMBERS_GRACEFULLY,
    DELETE_TEAM_MEMBER,
    GET_TEAM_MEMBERS,
    GET_TEAM_MEMBER,
    GET_TEAM_MEMBERS_FOR_USER,
    UPDATE_TEAM_MEMBER_ROLES,
    GET_TEAM_ICON,
    SET_TEAM_ICON,
    REMOVE_TEAM_ICON,
    GET_TEAM_STATS,
    CREATE_CHANNEL,
    DELETE_CHANNEL,
    GET_PUBLIC_CHANNELS_FOR_TEAM,
    GET_CHANNEL,
    GET_CHANNEL_BY_NAME,
    GET_CHANNEL_BY_NAME_FOR_TEAM_NAME,
    GET_CHANNELS_FOR_TEAM_FOR_USER,
    GET_CHANNEL_STATS,
    GET_DIRECT_CHANNEL,
    GET_GROUP_CHANNEL,
    UPDATE_CHANNEL,
    SEARCH_CHANNELS,
    ADD_CHANNEL_MEMBER,
    ADD_USER_TO_CHANNEL,
    GET_CHANNEL_MEMBER,
    GET_CHANNEL_MEMBERS,
    GET_CHANNEL_MEMBERS_BY_IDS,
    GET_CHANNEL_MEMBERS_FOR_USER,
    UPDATE_CHANNEL_MEMBER_ROLES,
    UPDATE_CHANNEL_MEMBER_NOTIFICATIONS,
    PATCH_CHANNEL_MEMBERS_NOTIFICATIONS,
    DELETE_CHANNEL_MEMBER,
    CREATE_CHANNEL_SIDEBAR_CATEGORY,
    GET_CHANNEL_SIDEBAR_CATEGORIES,
    UPDATE_CHANNEL_SIDEBAR_CATEGORIES,
    CREATE_POST,
    ADD_REACTION,
    REMOVE_REACTION,
    GET_REACTIONS,
    SEND_EPHEMERAL_POST,
    UPDATE_EPHEMERAL_POST,
    DELETE_EPHEMERAL_POST,
    DELETE_POST,
    GET_POST_THREAD,
    GET_POST,
    GET_POSTS_SINCE,
    GET_POSTS_AFTER,
    GET_POSTS_BEFORE,
    GET_POSTS_FOR_CHANNEL,
    UPDATE_POST,
    SEARCH_POSTS_IN_TEAM,
    SEARCH_POSTS_IN_TEAM_FOR_USER,
    GET_EMOJI_LIST,
    GET_EMOJI_BY_NAME,
    GET_EMOJI,
    GET_EMOJI_IMAGE,
    KV_SET,
    KV_COMPARE_AND_SET,
    KV_COMPARE_AND_DELETE,
    KV_SET_WITH_OPTIONS,
    KV_SET_WITH_EXPIRY,
    KV_GET,
    KV_DELETE,
    KV_DELETE_ALL,
    KV_LIST,
    PUBLISH_WEB_SOCKET_EVENT,
    LOAD_PLUGIN_CONFIGURATION,
    GET_CONFIG,
    GET_UNSANITIZED_CONFIG,
    SAVE_CONFIG,
    GET_PLUGIN_CONFIG,
    SAVE_PLUGIN_CONFIG,
    GET_BUNDLE_PATH,
    GET_PLUGINS,
    ENABLE_PLUGIN,
    DISABLE_PLUGIN,
    REMOVE_PLUGIN,
    GET_PLUGIN_STATUS,
    INSTALL_PLUGIN,
    GET_PLUGIN_ID,
    LOG_DEBUG,
    LOG_INFO,
    LOG_ERROR,
    LOG_WARN,
    COPY_FILE_INFOS,
    GET_FILE_INFO,
    SET_FILE_SEARCHABLE_CONTENT,
    GET_FILE_INFOS,
    GET_FILE,
    GET_FILE_LINK,
    READ_FILE,
    UPLOAD_FILE,
    CREATE_UPLOAD_SESSION,
    UPLOAD_DATA,
    GET_UPLOAD_SESSION,
    CREATE_BOT,
    PATCH_BOT,
    GET_BOT,
    GET_BOTS,
    UPDATE_BOT_ACTIVE,
    PERMANENT_DELETE_BOT,
    ENSURE_BOT_USER,
    GET_LICENSE,
    IS_ENTERPRISE_READY,
    GET_SERVER_VERSION,
    GET_SYSTEM_INSTALL_DATE,
    GET_DIAGNOSTIC_ID,
    GET_TELEMETRY_ID,
    REGISTER_COMMAND,
    UNREGISTER_COMMAND,
    EXECUTE_SLASH_COMMAND,
    CREATE_COMMAND,
    LIST_COMMANDS,
    LIST_CUSTOM_COMMANDS,
    LIST_PLUGIN_COMMANDS,
    LIST_BUILT_IN_COMMANDS,
    GET_COMMAND,
    UPDATE_COMMAND,
    DELETE_COMMAND,
    GET_PREFERENCE_FOR_USER,
    GET_PREFERENCES_FOR_USER,
    UPDATE_PREFERENCES_FOR_USER,
    DELETE_PREFERENCES_FOR_USER,
    CREATE_O_AUTH_APP,
    GET_O_AUTH_APP,
    UPDATE_O_AUTH_APP,
    DELETE_O_AUTH_APP,
    GET_GROUP,
    GET_GROUP_BY_NAME,
    GET_GROUP_MEMBER_USERS,
    GET_GROUPS_BY_SOURCE,
    GET_GROUPS_FOR_USER,
    UPSERT_GROUP_MEMBER,
    UPSERT_GROUP_MEMBERS,
    GET_GROUP_BY_REMOTE_ID,
    CREATE_GROUP,
    UPDATE_GROUP,
    DELETE_GROUP,
    RESTORE_GROUP,
    DELETE_GROUP_MEMBER,
    GET_GROUP_SYNCABLE,
    GET_GROUP_SYNCABLES,
    UPSERT_GROUP_SYNCABLE,
    UPDATE_GROUP_SYNCABLE,
    DELETE_GROUP_SYNCABLE,
    GET_GROUPS,
    CREATE_DEFAULT_SYNCABLE_MEMBERSHIPS,
    DELETE_GROUP_CONSTRAINED_MEMBERSHIPS,
    REGISTER_PLUGIN_FOR_SHARED_CHANNELS,
    UNREGISTER_PLUGIN_FOR_SHARED_CHANNELS,
    SHARE_CHANNEL,
    UPDATE_SHARED_CHANNEL,
    UNSHARE_CHANNEL,
    UPDATE_SHARED_CHANNEL_CURSOR,
    SYNC_SHARED_CHANNEL,
    INVITE_REMOTE_TO_CHANNEL,
    UNINVITE_REMOTE_FROM_CHANNEL,
    CREATE_PROPERTY_FIELD,
    GET_PROPERTY_FIELD,
    GET_PROPERTY_FIELDS,
    UPDATE_PROPERTY_FIELD,
    DELETE_PROPERTY_FIELD,
    SEARCH_PROPERTY_FIELDS,
    COUNT_PROPERTY_FIELDS,
    COUNT_PROPERTY_FIELDS_FOR_TARGET,
    CREATE_PROPERTY_VALUE,
    GET_PROPERTY_VALUE,
    GET_PROPERTY_VALUES,
    UPDATE_PROPERTY_VALUE,
    UPSERT_PROPERTY_VALUE,
    DELETE_PROPERTY_VALUE,
    SEARCH_PROPERTY_VALUES,
    REGISTER_PROPERTY_GROUP,
    GET_PROPERTY_GROUP,
    GET_PROPERTY_FIELD_BY_NAME,
    UPDATE_PROPERTY_FIELDS,
    UPDATE_PROPERTY_VALUES,
    UPSERT_PROPERTY_VALUES,
    DELETE_PROPERTY_VALUES_FOR_TARGET,
    DELETE_PROPERTY_VALUES_FOR_FIELD,
    LOG_AUDIT_REC,
    LOG_AUDIT_REC_WITH_LEVEL,
    PLUGIN_HTTP,
    GET_CLOUD_LIMITS,
    OPEN_INTERACTIVE_DIALOG,
    PUBLISH_PLUGIN_CLUSTER_EVENT,
    REGISTER_COLLECTION_AND_TOPIC,
    REQUEST_TRIAL_LICENSE,
    ROLES_GRANT_PERMISSION,
    SEND_MAIL,
    SEND_PUSH_NOTIFICATION,
)
