# Generated from the contract; do not edit.
"""gRPC stubs and servicers."""

from typing import Any

import grpc

from mattermost_plugin.grpc import api_channel_post_pb2
from mattermost_plugin.grpc import api_file_bot_pb2
from mattermost_plugin.grpc import api_kv_config_pb2
from mattermost_plugin.grpc import api_remaining_pb2
from mattermost_plugin.grpc import api_user_team_pb2


class PluginAPIStub:
    """Calls mattermost.pluginapi.v1.PluginAPI through a channel, blocking or asyncio."""

    def __init__(self, channel: Any) -> None:
        self.CreateUser = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreateUser",
            request_serializer=api_user_team_pb2.CreateUserRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.CreateUserResponse.FromString,
        )
        self.DeleteUser = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeleteUser",
            request_serializer=api_user_team_pb2.DeleteUserRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.DeleteUserResponse.FromString,
        )
        self.GetUsers = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetUsers",
            request_serializer=api_user_team_pb2.GetUsersRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetUsersResponse.FromString,
        )
        self.GetUsersByIds = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetUsersByIds",
            request_serializer=api_user_team_pb2.GetUsersByIdsRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetUsersByIdsResponse.FromString,
        )
        self.GetUser = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetUser",
            request_serializer=api_user_team_pb2.GetUserRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetUserResponse.FromString,
        )
        self.GetUserByEmail = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetUserByEmail",
            request_serializer=api_user_team_pb2.GetUserByEmailRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetUserByEmailResponse.FromString,
        )
        self.GetUserByUsername = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetUserByUsername",
            request_serializer=api_user_team_pb2.GetUserByUsernameRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetUserByUsernameResponse.FromString,
        )
        self.GetUsersByUsernames = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetUsersByUsernames",
            request_serializer=api_user_team_pb2.GetUsersByUsernamesRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetUsersByUsernamesResponse.FromString,
        )
        self.GetUsersInTeam = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetUsersInTeam",
            request_serializer=api_user_team_pb2.GetUsersInTeamRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetUsersInTeamResponse.FromString,
        )
        self.UpdateUser = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateUser",
            request_serializer=api_user_team_pb2.UpdateUserRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.UpdateUserResponse.FromString,
        )
        self.GetUserStatus = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetUserStatus",
            request_serializer=api_user_team_pb2.GetUserStatusRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetUserStatusResponse.FromString,
        )
        self.GetUserStatusesByIds = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetUserStatusesByIds",
            request_serializer=api_user_team_pb2.GetUserStatusesByIdsRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetUserStatusesByIdsResponse.FromString,
        )
        self.UpdateUserStatus = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateUserStatus",
            request_serializer=api_user_team_pb2.UpdateUserStatusRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.UpdateUserStatusResponse.FromString,
        )
        self.SetUserStatusTimedDND = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SetUserStatusTimedDND",
            request_serializer=api_user_team_pb2.SetUserStatusTimedDNDRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.SetUserStatusTimedDNDResponse.FromString,
        )
        self.UpdateUserActive = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateUserActive",
            request_serializer=api_user_team_pb2.UpdateUserActiveRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.UpdateUserActiveResponse.FromString,
        )
        self.UpdateUserCustomStatus = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateUserCustomStatus",
            request_serializer=api_user_team_pb2.UpdateUserCustomStatusRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.UpdateUserCustomStatusResponse.FromString,
        )
        self.RemoveUserCustomStatus = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/RemoveUserCustomStatus",
            request_serializer=api_user_team_pb2.RemoveUserCustomStatusRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.RemoveUserCustomStatusResponse.FromString,
        )
        self.GetUsersInChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetUsersInChannel",
            request_serializer=api_user_team_pb2.GetUsersInChannelRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetUsersInChannelResponse.FromString,
        )
        self.GetLDAPUserAttributes = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetLDAPUserAttributes",
            request_serializer=api_user_team_pb2.GetLDAPUserAttributesRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetLDAPUserAttributesResponse.FromString,
        )
        self.SearchUsers = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SearchUsers",
            request_serializer=api_user_team_pb2.SearchUsersRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.SearchUsersResponse.FromString,
        )
        self.GetProfileImage = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetProfileImage",
            request_serializer=api_user_team_pb2.GetProfileImageRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetProfileImageResponse.FromString,
        )
        self.SetProfileImage = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SetProfileImage",
            request_serializer=api_user_team_pb2.SetProfileImageRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.SetProfileImageResponse.FromString,
        )
        self.HasPermissionTo = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/HasPermissionTo",
            request_serializer=api_user_team_pb2.HasPermissionToRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.HasPermissionToResponse.FromString,
        )
        self.HasPermissionToTeam = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/HasPermissionToTeam",
            request_serializer=api_user_team_pb2.HasPermissionToTeamRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.HasPermissionToTeamResponse.FromString,
        )
        self.HasPermissionToChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/HasPermissionToChannel",
            request_serializer=api_user_team_pb2.HasPermissionToChannelRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.HasPermissionToChannelResponse.FromString,
        )
        self.PublishUserTyping = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/PublishUserTyping",
            request_serializer=api_user_team_pb2.PublishUserTypingRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.PublishUserTypingResponse.FromString,
        )
        self.UpdateUserAuth = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateUserAuth",
            request_serializer=api_user_team_pb2.UpdateUserAuthRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.UpdateUserAuthResponse.FromString,
        )
        self.UpdateUserRoles = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateUserRoles",
            request_serializer=api_user_team_pb2.UpdateUserRolesRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.UpdateUserRolesResponse.FromString,
        )
        self.GetSession = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetSession",
            request_serializer=api_user_team_pb2.GetSessionRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetSessionResponse.FromString,
        )
        self.CreateSession = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreateSession",
            request_serializer=api_user_team_pb2.CreateSessionRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.CreateSessionResponse.FromString,
        )
        self.ExtendSessionExpiry = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/ExtendSessionExpiry",
            request_serializer=api_user_team_pb2.ExtendSessionExpiryRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.ExtendSessionExpiryResponse.FromString,
        )
        self.RevokeSession = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/RevokeSession",
            request_serializer=api_user_team_pb2.RevokeSessionRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.RevokeSessionResponse.FromString,
        )
        self.CreateUserAccessToken = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreateUserAccessToken",
            request_serializer=api_user_team_pb2.CreateUserAccessTokenRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.CreateUserAccessTokenResponse.FromString,
        )
        self.RevokeUserAccessToken = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/RevokeUserAccessToken",
            request_serializer=api_user_team_pb2.RevokeUserAccessTokenRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.RevokeUserAccessTokenResponse.FromString,
        )
        self.CreateTeam = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreateTeam",
            request_serializer=api_user_team_pb2.CreateTeamRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.CreateTeamResponse.FromString,
        )
        self.DeleteTeam = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeleteTeam",
            request_serializer=api_user_team_pb2.DeleteTeamRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.DeleteTeamResponse.FromString,
        )
        self.GetTeams = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetTeams",
            request_serializer=api_user_team_pb2.GetTeamsRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetTeamsResponse.FromString,
        )
        self.GetTeam = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetTeam",
            request_serializer=api_user_team_pb2.GetTeamRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetTeamResponse.FromString,
        )
        self.GetTeamByName = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetTeamByName",
            request_serializer=api_user_team_pb2.GetTeamByNameRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetTeamByNameResponse.FromString,
        )
        self.GetTeamsUnreadForUser = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetTeamsUnreadForUser",
            request_serializer=api_user_team_pb2.GetTeamsUnreadForUserRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetTeamsUnreadForUserResponse.FromString,
        )
        self.UpdateTeam = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateTeam",
            request_serializer=api_user_team_pb2.UpdateTeamRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.UpdateTeamResponse.FromString,
        )
        self.SearchTeams = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SearchTeams",
            request_serializer=api_user_team_pb2.SearchTeamsRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.SearchTeamsResponse.FromString,
        )
        self.GetTeamsForUser = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetTeamsForUser",
            request_serializer=api_user_team_pb2.GetTeamsForUserRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetTeamsForUserResponse.FromString,
        )
        self.CreateTeamMember = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreateTeamMember",
            request_serializer=api_user_team_pb2.CreateTeamMemberRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.CreateTeamMemberResponse.FromString,
        )
        self.CreateTeamMembers = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreateTeamMembers",
            request_serializer=api_user_team_pb2.CreateTeamMembersRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.CreateTeamMembersResponse.FromString,
        )
        self.CreateTeamMembersGracefully = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreateTeamMembersGracefully",
            request_serializer=api_user_team_pb2.CreateTeamMembersGracefullyRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.CreateTeamMembersGracefullyResponse.FromString,
        )
        self.DeleteTeamMember = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeleteTeamMember",
            request_serializer=api_user_team_pb2.DeleteTeamMemberRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.DeleteTeamMemberResponse.FromString,
        )
        self.GetTeamMembers = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetTeamMembers",
            request_serializer=api_user_team_pb2.GetTeamMembersRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetTeamMembersResponse.FromString,
        )
        self.GetTeamMember = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetTeamMember",
            request_serializer=api_user_team_pb2.GetTeamMemberRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetTeamMemberResponse.FromString,
        )
        self.GetTeamMembersForUser = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetTeamMembersForUser",
            request_serializer=api_user_team_pb2.GetTeamMembersForUserRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetTeamMembersForUserResponse.FromString,
        )
        self.UpdateTeamMemberRoles = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateTeamMemberRoles",
            request_serializer=api_user_team_pb2.UpdateTeamMemberRolesRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.UpdateTeamMemberRolesResponse.FromString,
        )
        self.GetTeamIcon = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetTeamIcon",
            request_serializer=api_user_team_pb2.GetTeamIconRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetTeamIconResponse.FromString,
        )
        self.SetTeamIcon = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SetTeamIcon",
            request_serializer=api_user_team_pb2.SetTeamIconRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.SetTeamIconResponse.FromString,
        )
        self.RemoveTeamIcon = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/RemoveTeamIcon",
            request_serializer=api_user_team_pb2.RemoveTeamIconRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.RemoveTeamIconResponse.FromString,
        )
        self.GetTeamStats = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetTeamStats",
            request_serializer=api_user_team_pb2.GetTeamStatsRequest.SerializeToString,
            response_deserializer=api_user_team_pb2.GetTeamStatsResponse.FromString,
        )
        self.CreateChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreateChannel",
            request_serializer=api_channel_post_pb2.CreateChannelRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.CreateChannelResponse.FromString,
        )
        self.DeleteChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeleteChannel",
            request_serializer=api_channel_post_pb2.DeleteChannelRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.DeleteChannelResponse.FromString,
        )
        self.GetPublicChannelsForTeam = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPublicChannelsForTeam",
            request_serializer=api_channel_post_pb2.GetPublicChannelsForTeamRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetPublicChannelsForTeamResponse.FromString,
        )
        self.GetChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetChannel",
            request_serializer=api_channel_post_pb2.GetChannelRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetChannelResponse.FromString,
        )
        self.GetChannelByName = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetChannelByName",
            request_serializer=api_channel_post_pb2.GetChannelByNameRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetChannelByNameResponse.FromString,
        )
        self.GetChannelByNameForTeamName = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetChannelByNameForTeamName",
            request_serializer=api_channel_post_pb2.GetChannelByNameForTeamNameRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetChannelByNameForTeamNameResponse.FromString,
        )
        self.GetChannelsForTeamForUser = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetChannelsForTeamForUser",
            request_serializer=api_channel_post_pb2.GetChannelsForTeamForUserRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetChannelsForTeamForUserResponse.FromString,
        )
        self.GetChannelStats = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetChannelStats",
            request_serializer=api_channel_post_pb2.GetChannelStatsRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetChannelStatsResponse.FromString,
        )
        self.GetDirectChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetDirectChannel",
            request_serializer=api_channel_post_pb2.GetDirectChannelRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetDirectChannelResponse.FromString,
        )
        self.GetGroupChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetGroupChannel",
            request_serializer=api_channel_post_pb2.GetGroupChannelRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetGroupChannelResponse.FromString,
        )
        self.UpdateChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateChannel",
            request_serializer=api_channel_post_pb2.UpdateChannelRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.UpdateChannelResponse.FromString,
        )
        self.SearchChannels = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SearchChannels",
            request_serializer=api_channel_post_pb2.SearchChannelsRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.SearchChannelsResponse.FromString,
        )
        self.AddChannelMember = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/AddChannelMember",
            request_serializer=api_channel_post_pb2.AddChannelMemberRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.AddChannelMemberResponse.FromString,
        )
        self.AddUserToChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/AddUserToChannel",
            request_serializer=api_channel_post_pb2.AddUserToChannelRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.AddUserToChannelResponse.FromString,
        )
        self.GetChannelMember = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetChannelMember",
            request_serializer=api_channel_post_pb2.GetChannelMemberRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetChannelMemberResponse.FromString,
        )
        self.GetChannelMembers = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetChannelMembers",
            request_serializer=api_channel_post_pb2.GetChannelMembersRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetChannelMembersResponse.FromString,
        )
        self.GetChannelMembersByIds = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetChannelMembersByIds",
            request_serializer=api_channel_post_pb2.GetChannelMembersByIdsRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetChannelMembersByIdsResponse.FromString,
        )
        self.GetChannelMembersForUser = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetChannelMembersForUser",
            request_serializer=api_channel_post_pb2.GetChannelMembersForUserRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetChannelMembersForUserResponse.FromString,
        )
        self.UpdateChannelMemberRoles = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateChannelMemberRoles",
            request_serializer=api_channel_post_pb2.UpdateChannelMemberRolesRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.UpdateChannelMemberRolesResponse.FromString,
        )
        self.UpdateChannelMemberNotifications = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateChannelMemberNotifications",
            request_serializer=api_channel_post_pb2.UpdateChannelMemberNotificationsRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.UpdateChannelMemberNotificationsResponse.FromString,
        )
        self.PatchChannelMembersNotifications = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/PatchChannelMembersNotifications",
            request_serializer=api_channel_post_pb2.PatchChannelMembersNotificationsRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.PatchChannelMembersNotificationsResponse.FromString,
        )
        self.DeleteChannelMember = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeleteChannelMember",
            request_serializer=api_channel_post_pb2.DeleteChannelMemberRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.DeleteChannelMemberResponse.FromString,
        )
        self.CreateChannelSidebarCategory = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreateChannelSidebarCategory",
            request_serializer=api_channel_post_pb2.CreateChannelSidebarCategoryRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.CreateChannelSidebarCategoryResponse.FromString,
        )
        self.GetChannelSidebarCategories = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetChannelSidebarCategories",
            request_serializer=api_channel_post_pb2.GetChannelSidebarCategoriesRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetChannelSidebarCategoriesResponse.FromString,
        )
        self.UpdateChannelSidebarCategories = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateChannelSidebarCategories",
            request_serializer=api_channel_post_pb2.UpdateChannelSidebarCategoriesRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.UpdateChannelSidebarCategoriesResponse.FromString,
        )
        self.CreatePost = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreatePost",
            request_serializer=api_channel_post_pb2.CreatePostRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.CreatePostResponse.FromString,
        )
        self.AddReaction = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/AddReaction",
            request_serializer=api_channel_post_pb2.AddReactionRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.AddReactionResponse.FromString,
        )
        self.RemoveReaction = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/RemoveReaction",
            request_serializer=api_channel_post_pb2.RemoveReactionRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.RemoveReactionResponse.FromString,
        )
        self.GetReactions = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetReactions",
            request_serializer=api_channel_post_pb2.GetReactionsRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetReactionsResponse.FromString,
        )
        self.SendEphemeralPost = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SendEphemeralPost",
            request_serializer=api_channel_post_pb2.SendEphemeralPostRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.SendEphemeralPostResponse.FromString,
        )
        self.UpdateEphemeralPost = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateEphemeralPost",
            request_serializer=api_channel_post_pb2.UpdateEphemeralPostRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.UpdateEphemeralPostResponse.FromString,
        )
        self.DeleteEphemeralPost = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeleteEphemeralPost",
            request_serializer=api_channel_post_pb2.DeleteEphemeralPostRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.DeleteEphemeralPostResponse.FromString,
        )
        self.DeletePost = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeletePost",
            request_serializer=api_channel_post_pb2.DeletePostRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.DeletePostResponse.FromString,
        )
        self.GetPostThread = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPostThread",
            request_serializer=api_channel_post_pb2.GetPostThreadRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetPostThreadResponse.FromString,
        )
        self.GetPost = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPost",
            request_serializer=api_channel_post_pb2.GetPostRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetPostResponse.FromString,
        )
        self.GetPostsSince = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPostsSince",
            request_serializer=api_channel_post_pb2.GetPostsSinceRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetPostsSinceResponse.FromString,
        )
        self.GetPostsAfter = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPostsAfter",
            request_serializer=api_channel_post_pb2.GetPostsAfterRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetPostsAfterResponse.FromString,
        )
        self.GetPostsBefore = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPostsBefore",
            request_serializer=api_channel_post_pb2.GetPostsBeforeRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetPostsBeforeResponse.FromString,
        )
        self.GetPostsForChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPostsForChannel",
            request_serializer=api_channel_post_pb2.GetPostsForChannelRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetPostsForChannelResponse.FromString,
        )
        self.UpdatePost = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdatePost",
            request_serializer=api_channel_post_pb2.UpdatePostRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.UpdatePostResponse.FromString,
        )
        self.SearchPostsInTeam = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SearchPostsInTeam",
            request_serializer=api_channel_post_pb2.SearchPostsInTeamRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.SearchPostsInTeamResponse.FromString,
        )
        self.SearchPostsInTeamForUser = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SearchPostsInTeamForUser",
            request_serializer=api_channel_post_pb2.SearchPostsInTeamForUserRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.SearchPostsInTeamForUserResponse.FromString,
        )
        self.GetEmojiList = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetEmojiList",
            request_serializer=api_channel_post_pb2.GetEmojiListRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetEmojiListResponse.FromString,
        )
        self.GetEmojiByName = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetEmojiByName",
            request_serializer=api_channel_post_pb2.GetEmojiByNameRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetEmojiByNameResponse.FromString,
        )
        self.GetEmoji = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetEmoji",
            request_serializer=api_channel_post_pb2.GetEmojiRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetEmojiResponse.FromString,
        )
        self.GetEmojiImage = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetEmojiImage",
            request_serializer=api_channel_post_pb2.GetEmojiImageRequest.SerializeToString,
            response_deserializer=api_channel_post_pb2.GetEmojiImageResponse.FromString,
        )
        self.KVSet = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/KVSet",
            request_serializer=api_kv_config_pb2.KVSetRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.KVSetResponse.FromString,
        )
        self.KVCompareAndSet = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/KVCompareAndSet",
            request_serializer=api_kv_config_pb2.KVCompareAndSetRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.KVCompareAndSetResponse.FromString,
        )
        self.KVCompareAndDelete = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/KVCompareAndDelete",
            request_serializer=api_kv_config_pb2.KVCompareAndDeleteRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.KVCompareAndDeleteResponse.FromString,
        )
        self.KVSetWithOptions = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/KVSetWithOptions",
            request_serializer=api_kv_config_pb2.KVSetWithOptionsRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.KVSetWithOptionsResponse.FromString,
        )
        self.KVSetWithExpiry = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/KVSetWithExpiry",
            request_serializer=api_kv_config_pb2.KVSetWithExpiryRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.KVSetWithExpiryResponse.FromString,
        )
        self.KVGet = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/KVGet",
            request_serializer=api_kv_config_pb2.KVGetRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.KVGetResponse.FromString,
        )
        self.KVDelete = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/KVDelete",
            request_serializer=api_kv_config_pb2.KVDeleteRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.KVDeleteResponse.FromString,
        )
        self.KVDeleteAll = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/KVDeleteAll",
            request_serializer=api_kv_config_pb2.KVDeleteAllRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.KVDeleteAllResponse.FromString,
        )
        self.KVList = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/KVList",
            request_serializer=api_kv_config_pb2.KVListRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.KVListResponse.FromString,
        )
        self.PublishWebSocketEvent = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/PublishWebSocketEvent",
            request_serializer=api_kv_config_pb2.PublishWebSocketEventRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.PublishWebSocketEventResponse.FromString,
        )
        self.LoadPluginConfiguration = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/LoadPluginConfiguration",
            request_serializer=api_kv_config_pb2.LoadPluginConfigurationRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.LoadPluginConfigurationResponse.FromString,
        )
        self.GetConfig = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetConfig",
            request_serializer=api_kv_config_pb2.GetConfigRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.GetConfigResponse.FromString,
        )
        self.GetUnsanitizedConfig = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetUnsanitizedConfig",
            request_serializer=api_kv_config_pb2.GetUnsanitizedConfigRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.GetUnsanitizedConfigResponse.FromString,
        )
        self.SaveConfig = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SaveConfig",
            request_serializer=api_kv_config_pb2.SaveConfigRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.SaveConfigResponse.FromString,
        )
        self.GetPluginConfig = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPluginConfig",
            request_serializer=api_kv_config_pb2.GetPluginConfigRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.GetPluginConfigResponse.FromString,
        )
        self.SavePluginConfig = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SavePluginConfig",
            request_serializer=api_kv_config_pb2.SavePluginConfigRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.SavePluginConfigResponse.FromString,
        )
        self.GetBundlePath = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetBundlePath",
            request_serializer=api_kv_config_pb2.GetBundlePathRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.GetBundlePathResponse.FromString,
        )
        self.GetPlugins = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPlugins",
            request_serializer=api_kv_config_pb2.GetPluginsRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.GetPluginsResponse.FromString,
        )
        self.EnablePlugin = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/EnablePlugin",
            request_serializer=api_kv_config_pb2.EnablePluginRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.EnablePluginResponse.FromString,
        )
        self.DisablePlugin = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DisablePlugin",
            request_serializer=api_kv_config_pb2.DisablePluginRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.DisablePluginResponse.FromString,
        )
        self.RemovePlugin = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/RemovePlugin",
            request_serializer=api_kv_config_pb2.RemovePluginRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.RemovePluginResponse.FromString,
        )
        self.GetPluginStatus = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPluginStatus",
            request_serializer=api_kv_config_pb2.GetPluginStatusRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.GetPluginStatusResponse.FromString,
        )
        self.InstallPlugin = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/InstallPlugin",
            request_serializer=api_kv_config_pb2.InstallPluginRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.InstallPluginResponse.FromString,
        )
        self.GetPluginID = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPluginID",
            request_serializer=api_kv_config_pb2.GetPluginIDRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.GetPluginIDResponse.FromString,
        )
        self.LogDebug = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/LogDebug",
            request_serializer=api_kv_config_pb2.LogDebugRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.LogDebugResponse.FromString,
        )
        self.LogInfo = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/LogInfo",
            request_serializer=api_kv_config_pb2.LogInfoRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.LogInfoResponse.FromString,
        )
        self.LogError = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/LogError",
            request_serializer=api_kv_config_pb2.LogErrorRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.LogErrorResponse.FromString,
        )
        self.LogWarn = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/LogWarn",
            request_serializer=api_kv_config_pb2.LogWarnRequest.SerializeToString,
            response_deserializer=api_kv_config_pb2.LogWarnResponse.FromString,
        )
        self.CopyFileInfos = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CopyFileInfos",
            request_serializer=api_file_bot_pb2.CopyFileInfosRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.CopyFileInfosResponse.FromString,
        )
        self.GetFileInfo = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetFileInfo",
            request_serializer=api_file_bot_pb2.GetFileInfoRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.GetFileInfoResponse.FromString,
        )
        self.SetFileSearchableContent = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SetFileSearchableContent",
            request_serializer=api_file_bot_pb2.SetFileSearchableContentRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.SetFileSearchableContentResponse.FromString,
        )
        self.GetFileInfos = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetFileInfos",
            request_serializer=api_file_bot_pb2.GetFileInfosRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.GetFileInfosResponse.FromString,
        )
        self.GetFile = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetFile",
            request_serializer=api_file_bot_pb2.GetFileRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.GetFileResponse.FromString,
        )
        self.GetFileLink = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetFileLink",
            request_serializer=api_file_bot_pb2.GetFileLinkRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.GetFileLinkResponse.FromString,
        )
        self.ReadFile = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/ReadFile",
            request_serializer=api_file_bot_pb2.ReadFileRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.ReadFileResponse.FromString,
        )
        self.UploadFile = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UploadFile",
            request_serializer=api_file_bot_pb2.UploadFileRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.UploadFileResponse.FromString,
        )
        self.CreateUploadSession = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreateUploadSession",
            request_serializer=api_file_bot_pb2.CreateUploadSessionRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.CreateUploadSessionResponse.FromString,
        )
        self.UploadData = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UploadData",
            request_serializer=api_file_bot_pb2.UploadDataRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.UploadDataResponse.FromString,
        )
        self.GetUploadSession = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetUploadSession",
            request_serializer=api_file_bot_pb2.GetUploadSessionRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.GetUploadSessionResponse.FromString,
        )
        self.CreateBot = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreateBot",
            request_serializer=api_file_bot_pb2.CreateBotRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.CreateBotResponse.FromString,
        )
        self.PatchBot = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/PatchBot",
            request_serializer=api_file_bot_pb2.PatchBotRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.PatchBotResponse.FromString,
        )
        self.GetBot = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetBot",
            request_serializer=api_file_bot_pb2.GetBotRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.GetBotResponse.FromString,
        )
        self.GetBots = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetBots",
            request_serializer=api_file_bot_pb2.GetBotsRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.GetBotsResponse.FromString,
        )
        self.UpdateBotActive = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateBotActive",
            request_serializer=api_file_bot_pb2.UpdateBotActiveRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.UpdateBotActiveResponse.FromString,
        )
        self.PermanentDeleteBot = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/PermanentDeleteBot",
            request_serializer=api_file_bot_pb2.PermanentDeleteBotRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.PermanentDeleteBotResponse.FromString,
        )
        self.EnsureBotUser = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/EnsureBotUser",
            request_serializer=api_file_bot_pb2.EnsureBotUserRequest.SerializeToString,
            response_deserializer=api_file_bot_pb2.EnsureBotUserResponse.FromString,
        )
        self.GetLicense = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetLicense",
            request_serializer=api_remaining_pb2.GetLicenseRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetLicenseResponse.FromString,
        )
        self.IsEnterpriseReady = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/IsEnterpriseReady",
            request_serializer=api_remaining_pb2.IsEnterpriseReadyRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.IsEnterpriseReadyResponse.FromString,
        )
        self.GetServerVersion = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetServerVersion",
            request_serializer=api_remaining_pb2.GetServerVersionRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetServerVersionResponse.FromString,
        )
        self.GetSystemInstallDate = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetSystemInstallDate",
            request_serializer=api_remaining_pb2.GetSystemInstallDateRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetSystemInstallDateResponse.FromString,
        )
        self.GetDiagnosticId = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetDiagnosticId",
            request_serializer=api_remaining_pb2.GetDiagnosticIdRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetDiagnosticIdResponse.FromString,
        )
        self.GetTelemetryId = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetTelemetryId",
            request_serializer=api_remaining_pb2.GetTelemetryIdRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetTelemetryIdResponse.FromString,
        )
        self.RegisterCommand = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/RegisterCommand",
            request_serializer=api_remaining_pb2.RegisterCommandRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.RegisterCommandResponse.FromString,
        )
        self.UnregisterCommand = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UnregisterCommand",
            request_serializer=api_remaining_pb2.UnregisterCommandRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UnregisterCommandResponse.FromString,
        )
        self.ExecuteSlashCommand = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/ExecuteSlashCommand",
            request_serializer=api_remaining_pb2.ExecuteSlashCommandRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.ExecuteSlashCommandResponse.FromString,
        )
        self.CreateCommand = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreateCommand",
            request_serializer=api_remaining_pb2.CreateCommandRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.CreateCommandResponse.FromString,
        )
        self.ListCommands = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/ListCommands",
            request_serializer=api_remaining_pb2.ListCommandsRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.ListCommandsResponse.FromString,
        )
        self.ListCustomCommands = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/ListCustomCommands",
            request_serializer=api_remaining_pb2.ListCustomCommandsRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.ListCustomCommandsResponse.FromString,
        )
        self.ListPluginCommands = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/ListPluginCommands",
            request_serializer=api_remaining_pb2.ListPluginCommandsRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.ListPluginCommandsResponse.FromString,
        )
        self.ListBuiltInCommands = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/ListBuiltInCommands",
            request_serializer=api_remaining_pb2.ListBuiltInCommandsRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.ListBuiltInCommandsResponse.FromString,
        )
        self.GetCommand = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetCommand",
            request_serializer=api_remaining_pb2.GetCommandRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetCommandResponse.FromString,
        )
        self.UpdateCommand = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateCommand",
            request_serializer=api_remaining_pb2.UpdateCommandRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UpdateCommandResponse.FromString,
        )
        self.DeleteCommand = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeleteCommand",
            request_serializer=api_remaining_pb2.DeleteCommandRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.DeleteCommandResponse.FromString,
        )
        self.GetPreferenceForUser = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPreferenceForUser",
            request_serializer=api_remaining_pb2.GetPreferenceForUserRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetPreferenceForUserResponse.FromString,
        )
        self.GetPreferencesForUser = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPreferencesForUser",
            request_serializer=api_remaining_pb2.GetPreferencesForUserRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetPreferencesForUserResponse.FromString,
        )
        self.UpdatePreferencesForUser = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdatePreferencesForUser",
            request_serializer=api_remaining_pb2.UpdatePreferencesForUserRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UpdatePreferencesForUserResponse.FromString,
        )
        self.DeletePreferencesForUser = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeletePreferencesForUser",
            request_serializer=api_remaining_pb2.DeletePreferencesForUserRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.DeletePreferencesForUserResponse.FromString,
        )
        self.CreateOAuthApp = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreateOAuthApp",
            request_serializer=api_remaining_pb2.CreateOAuthAppRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.CreateOAuthAppResponse.FromString,
        )
        self.GetOAuthApp = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetOAuthApp",
            request_serializer=api_remaining_pb2.GetOAuthAppRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetOAuthAppResponse.FromString,
        )
        self.UpdateOAuthApp = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateOAuthApp",
            request_serializer=api_remaining_pb2.UpdateOAuthAppRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UpdateOAuthAppResponse.FromString,
        )
        self.DeleteOAuthApp = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeleteOAuthApp",
            request_serializer=api_remaining_pb2.DeleteOAuthAppRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.DeleteOAuthAppResponse.FromString,
        )
        self.GetGroup = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetGroup",
            request_serializer=api_remaining_pb2.GetGroupRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetGroupResponse.FromString,
        )
        self.GetGroupByName = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetGroupByName",
            request_serializer=api_remaining_pb2.GetGroupByNameRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetGroupByNameResponse.FromString,
        )
        self.GetGroupMemberUsers = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetGroupMemberUsers",
            request_serializer=api_remaining_pb2.GetGroupMemberUsersRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetGroupMemberUsersResponse.FromString,
        )
        self.GetGroupsBySource = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetGroupsBySource",
            request_serializer=api_remaining_pb2.GetGroupsBySourceRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetGroupsBySourceResponse.FromString,
        )
        self.GetGroupsForUser = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetGroupsForUser",
            request_serializer=api_remaining_pb2.GetGroupsForUserRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetGroupsForUserResponse.FromString,
        )
        self.UpsertGroupMember = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpsertGroupMember",
            request_serializer=api_remaining_pb2.UpsertGroupMemberRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UpsertGroupMemberResponse.FromString,
        )
        self.UpsertGroupMembers = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpsertGroupMembers",
            request_serializer=api_remaining_pb2.UpsertGroupMembersRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UpsertGroupMembersResponse.FromString,
        )
        self.GetGroupByRemoteID = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetGroupByRemoteID",
            request_serializer=api_remaining_pb2.GetGroupByRemoteIDRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetGroupByRemoteIDResponse.FromString,
        )
        self.CreateGroup = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreateGroup",
            request_serializer=api_remaining_pb2.CreateGroupRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.CreateGroupResponse.FromString,
        )
        self.UpdateGroup = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateGroup",
            request_serializer=api_remaining_pb2.UpdateGroupRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UpdateGroupResponse.FromString,
        )
        self.DeleteGroup = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeleteGroup",
            request_serializer=api_remaining_pb2.DeleteGroupRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.DeleteGroupResponse.FromString,
        )
        self.RestoreGroup = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/RestoreGroup",
            request_serializer=api_remaining_pb2.RestoreGroupRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.RestoreGroupResponse.FromString,
        )
        self.DeleteGroupMember = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeleteGroupMember",
            request_serializer=api_remaining_pb2.DeleteGroupMemberRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.DeleteGroupMemberResponse.FromString,
        )
        self.GetGroupSyncable = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetGroupSyncable",
            request_serializer=api_remaining_pb2.GetGroupSyncableRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetGroupSyncableResponse.FromString,
        )
        self.GetGroupSyncables = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetGroupSyncables",
            request_serializer=api_remaining_pb2.GetGroupSyncablesRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetGroupSyncablesResponse.FromString,
        )
        self.UpsertGroupSyncable = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpsertGroupSyncable",
            request_serializer=api_remaining_pb2.UpsertGroupSyncableRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UpsertGroupSyncableResponse.FromString,
        )
        self.UpdateGroupSyncable = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateGroupSyncable",
            request_serializer=api_remaining_pb2.UpdateGroupSyncableRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UpdateGroupSyncableResponse.FromString,
        )
        self.DeleteGroupSyncable = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeleteGroupSyncable",
            request_serializer=api_remaining_pb2.DeleteGroupSyncableRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.DeleteGroupSyncableResponse.FromString,
        )
        self.GetGroups = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetGroups",
            request_serializer=api_remaining_pb2.GetGroupsRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetGroupsResponse.FromString,
        )
        self.CreateDefaultSyncableMemberships = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreateDefaultSyncableMemberships",
            request_serializer=api_remaining_pb2.CreateDefaultSyncableMembershipsRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.CreateDefaultSyncableMembershipsResponse.FromString,
        )
        self.DeleteGroupConstrainedMemberships = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeleteGroupConstrainedMemberships",
            request_serializer=api_remaining_pb2.DeleteGroupConstrainedMembershipsRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.DeleteGroupConstrainedMembershipsResponse.FromString,
        )
        self.RegisterPluginForSharedChannels = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/RegisterPluginForSharedChannels",
            request_serializer=api_remaining_pb2.RegisterPluginForSharedChannelsRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.RegisterPluginForSharedChannelsResponse.FromString,
        )
        self.UnregisterPluginForSharedChannels = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UnregisterPluginForSharedChannels",
            request_serializer=api_remaining_pb2.UnregisterPluginForSharedChannelsRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UnregisterPluginForSharedChannelsResponse.FromString,
        )
        self.ShareChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/ShareChannel",
            request_serializer=api_remaining_pb2.ShareChannelRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.ShareChannelResponse.FromString,
        )
        self.UpdateSharedChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateSharedChannel",
            request_serializer=api_remaining_pb2.UpdateSharedChannelRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UpdateSharedChannelResponse.FromString,
        )
        self.UnshareChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UnshareChannel",
            request_serializer=api_remaining_pb2.UnshareChannelRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UnshareChannelResponse.FromString,
        )
        self.UpdateSharedChannelCursor = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdateSharedChannelCursor",
            request_serializer=api_remaining_pb2.UpdateSharedChannelCursorRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UpdateSharedChannelCursorResponse.FromString,
        )
        self.SyncSharedChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SyncSharedChannel",
            request_serializer=api_remaining_pb2.SyncSharedChannelRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.SyncSharedChannelResponse.FromString,
        )
        self.InviteRemoteToChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/InviteRemoteToChannel",
            request_serializer=api_remaining_pb2.InviteRemoteToChannelRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.InviteRemoteToChannelResponse.FromString,
        )
        self.UninviteRemoteFromChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UninviteRemoteFromChannel",
            request_serializer=api_remaining_pb2.UninviteRemoteFromChannelRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UninviteRemoteFromChannelResponse.FromString,
        )
        self.CreatePropertyField = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreatePropertyField",
            request_serializer=api_remaining_pb2.CreatePropertyFieldRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.CreatePropertyFieldResponse.FromString,
        )
        self.GetPropertyField = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPropertyField",
            request_serializer=api_remaining_pb2.GetPropertyFieldRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetPropertyFieldResponse.FromString,
        )
        self.GetPropertyFields = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPropertyFields",
            request_serializer=api_remaining_pb2.GetPropertyFieldsRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetPropertyFieldsResponse.FromString,
        )
        self.UpdatePropertyField = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdatePropertyField",
            request_serializer=api_remaining_pb2.UpdatePropertyFieldRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UpdatePropertyFieldResponse.FromString,
        )
        self.DeletePropertyField = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeletePropertyField",
            request_serializer=api_remaining_pb2.DeletePropertyFieldRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.DeletePropertyFieldResponse.FromString,
        )
        self.SearchPropertyFields = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SearchPropertyFields",
            request_serializer=api_remaining_pb2.SearchPropertyFieldsRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.SearchPropertyFieldsResponse.FromString,
        )
        self.CountPropertyFields = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CountPropertyFields",
            request_serializer=api_remaining_pb2.CountPropertyFieldsRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.CountPropertyFieldsResponse.FromString,
        )
        self.CountPropertyFieldsForTarget = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CountPropertyFieldsForTarget",
            request_serializer=api_remaining_pb2.CountPropertyFieldsForTargetRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.CountPropertyFieldsForTargetResponse.FromString,
        )
        self.CreatePropertyValue = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/CreatePropertyValue",
            request_serializer=api_remaining_pb2.CreatePropertyValueRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.CreatePropertyValueResponse.FromString,
        )
        self.GetPropertyValue = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPropertyValue",
            request_serializer=api_remaining_pb2.GetPropertyValueRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetPropertyValueResponse.FromString,
        )
        self.GetPropertyValues = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPropertyValues",
            request_serializer=api_remaining_pb2.GetPropertyValuesRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetPropertyValuesResponse.FromString,
        )
        self.UpdatePropertyValue = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdatePropertyValue",
            request_serializer=api_remaining_pb2.UpdatePropertyValueRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UpdatePropertyValueResponse.FromString,
        )
        self.UpsertPropertyValue = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpsertPropertyValue",
            request_serializer=api_remaining_pb2.UpsertPropertyValueRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UpsertPropertyValueResponse.FromString,
        )
        self.DeletePropertyValue = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeletePropertyValue",
            request_serializer=api_remaining_pb2.DeletePropertyValueRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.DeletePropertyValueResponse.FromString,
        )
        self.SearchPropertyValues = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SearchPropertyValues",
            request_serializer=api_remaining_pb2.SearchPropertyValuesRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.SearchPropertyValuesResponse.FromString,
        )
        self.RegisterPropertyGroup = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/RegisterPropertyGroup",
            request_serializer=api_remaining_pb2.RegisterPropertyGroupRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.RegisterPropertyGroupResponse.FromString,
        )
        self.GetPropertyGroup = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPropertyGroup",
            request_serializer=api_remaining_pb2.GetPropertyGroupRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetPropertyGroupResponse.FromString,
        )
        self.GetPropertyFieldByName = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetPropertyFieldByName",
            request_serializer=api_remaining_pb2.GetPropertyFieldByNameRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetPropertyFieldByNameResponse.FromString,
        )
        self.UpdatePropertyFields = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdatePropertyFields",
            request_serializer=api_remaining_pb2.UpdatePropertyFieldsRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UpdatePropertyFieldsResponse.FromString,
        )
        self.UpdatePropertyValues = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpdatePropertyValues",
            request_serializer=api_remaining_pb2.UpdatePropertyValuesRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UpdatePropertyValuesResponse.FromString,
        )
        self.UpsertPropertyValues = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/UpsertPropertyValues",
            request_serializer=api_remaining_pb2.UpsertPropertyValuesRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.UpsertPropertyValuesResponse.FromString,
        )
        self.DeletePropertyValuesForTarget = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeletePropertyValuesForTarget",
            request_serializer=api_remaining_pb2.DeletePropertyValuesForTargetRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.DeletePropertyValuesForTargetResponse.FromString,
        )
        self.DeletePropertyValuesForField = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/DeletePropertyValuesForField",
            request_serializer=api_remaining_pb2.DeletePropertyValuesForFieldRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.DeletePropertyValuesForFieldResponse.FromString,
        )
        self.LogAuditRec = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/LogAuditRec",
            request_serializer=api_remaining_pb2.LogAuditRecRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.LogAuditRecResponse.FromString,
        )
        self.LogAuditRecWithLevel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/LogAuditRecWithLevel",
            request_serializer=api_remaining_pb2.LogAuditRecWithLevelRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.LogAuditRecWithLevelResponse.FromString,
        )
        self.PluginHTTP = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/PluginHTTP",
            request_serializer=api_remaining_pb2.PluginHTTPRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.PluginHTTPResponse.FromString,
        )
        self.GetCloudLimits = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/GetCloudLimits",
            request_serializer=api_remaining_pb2.GetCloudLimitsRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.GetCloudLimitsResponse.FromString,
        )
        self.OpenInteractiveDialog = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/OpenInteractiveDialog",
            request_serializer=api_remaining_pb2.OpenInteractiveDialogRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.OpenInteractiveDialogResponse.FromString,
        )
        self.PublishPluginClusterEvent = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/PublishPluginClusterEvent",
            request_serializer=api_remaining_pb2.PublishPluginClusterEventRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.PublishPluginClusterEventResponse.FromString,
        )
        self.RegisterCollectionAndTopic = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/RegisterCollectionAndTopic",
            request_serializer=api_remaining_pb2.RegisterCollectionAndTopicRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.RegisterCollectionAndTopicResponse.FromString,
        )
        self.RequestTrialLicense = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/RequestTrialLicense",
            request_serializer=api_remaining_pb2.RequestTrialLicenseRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.RequestTrialLicenseResponse.FromString,
        )
        self.RolesGrantPermission = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/RolesGrantPermission",
            request_serializer=api_remaining_pb2.RolesGrantPermissionRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.RolesGrantPermissionResponse.FromString,
        )
        self.SendMail = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SendMail",
            request_serializer=api_remaining_pb2.SendMailRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.SendMailResponse.FromString,
        )
        self.SendPushNotification = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginAPI/SendPushNotification",
            request_serializer=api_remaining_pb2.SendPushNotificationRequest.SerializeToString,
            response_deserializer=api_remaining_pb2.SendPushNotificationResponse.FromString,
        )


class PluginAPIServicer:
    """Answers mattermost.pluginapi.v1.PluginAPI; every method is to be overridden."""

    def CreateUser(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreateUser is not implemented")
        raise NotImplementedError("CreateUser is not implemented")

    def DeleteUser(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeleteUser is not implemented")
        raise NotImplementedError("DeleteUser is not implemented")

    def GetUsers(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetUsers is not implemented")
        raise NotImplementedError("GetUsers is not implemented")

    def GetUsersByIds(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetUsersByIds is not implemented")
        raise NotImplementedError("GetUsersByIds is not implemented")

    def GetUser(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetUser is not implemented")
        raise NotImplementedError("GetUser is not implemented")

    def GetUserByEmail(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetUserByEmail is not implemented")
        raise NotImplementedError("GetUserByEmail is not implemented")

    def GetUserByUsername(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetUserByUsername is not implemented")
        raise NotImplementedError("GetUserByUsername is not implemented")

    def GetUsersByUsernames(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetUsersByUsernames is not implemented")
        raise NotImplementedError("GetUsersByUsernames is not implemented")

    def GetUsersInTeam(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetUsersInTeam is not implemented")
        raise NotImplementedError("GetUsersInTeam is not implemented")

    def UpdateUser(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateUser is not implemented")
        raise NotImplementedError("UpdateUser is not implemented")

    def GetUserStatus(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetUserStatus is not implemented")
        raise NotImplementedError("GetUserStatus is not implemented")

    def GetUserStatusesByIds(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetUserStatusesByIds is not implemented")
        raise NotImplementedError("GetUserStatusesByIds is not implemented")

    def UpdateUserStatus(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateUserStatus is not implemented")
        raise NotImplementedError("UpdateUserStatus is not implemented")

    def SetUserStatusTimedDND(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SetUserStatusTimedDND is not implemented")
        raise NotImplementedError("SetUserStatusTimedDND is not implemented")

    def UpdateUserActive(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateUserActive is not implemented")
        raise NotImplementedError("UpdateUserActive is not implemented")

    def UpdateUserCustomStatus(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateUserCustomStatus is not implemented")
        raise NotImplementedError("UpdateUserCustomStatus is not implemented")

    def RemoveUserCustomStatus(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("RemoveUserCustomStatus is not implemented")
        raise NotImplementedError("RemoveUserCustomStatus is not implemented")

    def GetUsersInChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetUsersInChannel is not implemented")
        raise NotImplementedError("GetUsersInChannel is not implemented")

    def GetLDAPUserAttributes(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetLDAPUserAttributes is not implemented")
        raise NotImplementedError("GetLDAPUserAttributes is not implemented")

    def SearchUsers(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SearchUsers is not implemented")
        raise NotImplementedError("SearchUsers is not implemented")

    def GetProfileImage(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetProfileImage is not implemented")
        raise NotImplementedError("GetProfileImage is not implemented")

    def SetProfileImage(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SetProfileImage is not implemented")
        raise NotImplementedError("SetProfileImage is not implemented")

    def HasPermissionTo(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("HasPermissionTo is not implemented")
        raise NotImplementedError("HasPermissionTo is not implemented")

    def HasPermissionToTeam(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("HasPermissionToTeam is not implemented")
        raise NotImplementedError("HasPermissionToTeam is not implemented")

    def HasPermissionToChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("HasPermissionToChannel is not implemented")
        raise NotImplementedError("HasPermissionToChannel is not implemented")

    def PublishUserTyping(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("PublishUserTyping is not implemented")
        raise NotImplementedError("PublishUserTyping is not implemented")

    def UpdateUserAuth(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateUserAuth is not implemented")
        raise NotImplementedError("UpdateUserAuth is not implemented")

    def UpdateUserRoles(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateUserRoles is not implemented")
        raise NotImplementedError("UpdateUserRoles is not implemented")

    def GetSession(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetSession is not implemented")
        raise NotImplementedError("GetSession is not implemented")

    def CreateSession(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreateSession is not implemented")
        raise NotImplementedError("CreateSession is not implemented")

    def ExtendSessionExpiry(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("ExtendSessionExpiry is not implemented")
        raise NotImplementedError("ExtendSessionExpiry is not implemented")

    def RevokeSession(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("RevokeSession is not implemented")
        raise NotImplementedError("RevokeSession is not implemented")

    def CreateUserAccessToken(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreateUserAccessToken is not implemented")
        raise NotImplementedError("CreateUserAccessToken is not implemented")

    def RevokeUserAccessToken(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("RevokeUserAccessToken is not implemented")
        raise NotImplementedError("RevokeUserAccessToken is not implemented")

    def CreateTeam(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreateTeam is not implemented")
        raise NotImplementedError("CreateTeam is not implemented")

    def DeleteTeam(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeleteTeam is not implemented")
        raise NotImplementedError("DeleteTeam is not implemented")

    def GetTeams(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetTeams is not implemented")
        raise NotImplementedError("GetTeams is not implemented")

    def GetTeam(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetTeam is not implemented")
        raise NotImplementedError("GetTeam is not implemented")

    def GetTeamByName(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetTeamByName is not implemented")
        raise NotImplementedError("GetTeamByName is not implemented")

    def GetTeamsUnreadForUser(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetTeamsUnreadForUser is not implemented")
        raise NotImplementedError("GetTeamsUnreadForUser is not implemented")

    def UpdateTeam(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateTeam is not implemented")
        raise NotImplementedError("UpdateTeam is not implemented")

    def SearchTeams(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SearchTeams is not implemented")
        raise NotImplementedError("SearchTeams is not implemented")

    def GetTeamsForUser(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetTeamsForUser is not implemented")
        raise NotImplementedError("GetTeamsForUser is not implemented")

    def CreateTeamMember(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreateTeamMember is not implemented")
        raise NotImplementedError("CreateTeamMember is not implemented")

    def CreateTeamMembers(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreateTeamMembers is not implemented")
        raise NotImplementedError("CreateTeamMembers is not implemented")

    def CreateTeamMembersGracefully(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreateTeamMembersGracefully is not implemented")
        raise NotImplementedError("CreateTeamMembersGracefully is not implemented")

    def DeleteTeamMember(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeleteTeamMember is not implemented")
        raise NotImplementedError("DeleteTeamMember is not implemented")

    def GetTeamMembers(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetTeamMembers is not implemented")
        raise NotImplementedError("GetTeamMembers is not implemented")

    def GetTeamMember(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetTeamMember is not implemented")
        raise NotImplementedError("GetTeamMember is not implemented")

    def GetTeamMembersForUser(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetTeamMembersForUser is not implemented")
        raise NotImplementedError("GetTeamMembersForUser is not implemented")

    def UpdateTeamMemberRoles(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateTeamMemberRoles is not implemented")
        raise NotImplementedError("UpdateTeamMemberRoles is not implemented")

    def GetTeamIcon(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetTeamIcon is not implemented")
        raise NotImplementedError("GetTeamIcon is not implemented")

    def SetTeamIcon(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SetTeamIcon is not implemented")
        raise NotImplementedError("SetTeamIcon is not implemented")

    def RemoveTeamIcon(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("RemoveTeamIcon is not implemented")
        raise NotImplementedError("RemoveTeamIcon is not implemented")

    def GetTeamStats(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetTeamStats is not implemented")
        raise NotImplementedError("GetTeamStats is not implemented")

    def CreateChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreateChannel is not implemented")
        raise NotImplementedError("CreateChannel is not implemented")

    def DeleteChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeleteChannel is not implemented")
        raise NotImplementedError("DeleteChannel is not implemented")

    def GetPublicChannelsForTeam(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPublicChannelsForTeam is not implemented")
        raise NotImplementedError("GetPublicChannelsForTeam is not implemented")

    def GetChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetChannel is not implemented")
        raise NotImplementedError("GetChannel is not implemented")

    def GetChannelByName(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetChannelByName is not implemented")
        raise NotImplementedError("GetChannelByName is not implemented")

    def GetChannelByNameForTeamName(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetChannelByNameForTeamName is not implemented")
        raise NotImplementedError("GetChannelByNameForTeamName is not implemented")

    def GetChannelsForTeamForUser(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetChannelsForTeamForUser is not implemented")
        raise NotImplementedError("GetChannelsForTeamForUser is not implemented")

    def GetChannelStats(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetChannelStats is not implemented")
        raise NotImplementedError("GetChannelStats is not implemented")

    def GetDirectChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetDirectChannel is not implemented")
        raise NotImplementedError("GetDirectChannel is not implemented")

    def GetGroupChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetGroupChannel is not implemented")
        raise NotImplementedError("GetGroupChannel is not implemented")

    def UpdateChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateChannel is not implemented")
        raise NotImplementedError("UpdateChannel is not implemented")

    def SearchChannels(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SearchChannels is not implemented")
        raise NotImplementedError("SearchChannels is not implemented")

    def AddChannelMember(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("AddChannelMember is not implemented")
        raise NotImplementedError("AddChannelMember is not implemented")

    def AddUserToChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("AddUserToChannel is not implemented")
        raise NotImplementedError("AddUserToChannel is not implemented")

    def GetChannelMember(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetChannelMember is not implemented")
        raise NotImplementedError("GetChannelMember is not implemented")

    def GetChannelMembers(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetChannelMembers is not implemented")
        raise NotImplementedError("GetChannelMembers is not implemented")

    def GetChannelMembersByIds(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetChannelMembersByIds is not implemented")
        raise NotImplementedError("GetChannelMembersByIds is not implemented")

    def GetChannelMembersForUser(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetChannelMembersForUser is not implemented")
        raise NotImplementedError("GetChannelMembersForUser is not implemented")

    def UpdateChannelMemberRoles(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateChannelMemberRoles is not implemented")
        raise NotImplementedError("UpdateChannelMemberRoles is not implemented")

    def UpdateChannelMemberNotifications(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateChannelMemberNotifications is not implemented")
        raise NotImplementedError("UpdateChannelMemberNotifications is not implemented")

    def PatchChannelMembersNotifications(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("PatchChannelMembersNotifications is not implemented")
        raise NotImplementedError("PatchChannelMembersNotifications is not implemented")

    def DeleteChannelMember(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeleteChannelMember is not implemented")
        raise NotImplementedError("DeleteChannelMember is not implemented")

    def CreateChannelSidebarCategory(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreateChannelSidebarCategory is not implemented")
        raise NotImplementedError("CreateChannelSidebarCategory is not implemented")

    def GetChannelSidebarCategories(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetChannelSidebarCategories is not implemented")
        raise NotImplementedError("GetChannelSidebarCategories is not implemented")

    def UpdateChannelSidebarCategories(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateChannelSidebarCategories is not implemented")
        raise NotImplementedError("UpdateChannelSidebarCategories is not implemented")

    def CreatePost(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreatePost is not implemented")
        raise NotImplementedError("CreatePost is not implemented")

    def AddReaction(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("AddReaction is not implemented")
        raise NotImplementedError("AddReaction is not implemented")

    def RemoveReaction(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("RemoveReaction is not implemented")
        raise NotImplementedError("RemoveReaction is not implemented")

    def GetReactions(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetReactions is not implemented")
        raise NotImplementedError("GetReactions is not implemented")

    def SendEphemeralPost(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SendEphemeralPost is not implemented")
        raise NotImplementedError("SendEphemeralPost is not implemented")

    def UpdateEphemeralPost(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateEphemeralPost is not implemented")
        raise NotImplementedError("UpdateEphemeralPost is not implemented")

    def DeleteEphemeralPost(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeleteEphemeralPost is not implemented")
        raise NotImplementedError("DeleteEphemeralPost is not implemented")

    def DeletePost(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeletePost is not implemented")
        raise NotImplementedError("DeletePost is not implemented")

    def GetPostThread(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPostThread is not implemented")
        raise NotImplementedError("GetPostThread is not implemented")

    def GetPost(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPost is not implemented")
        raise NotImplementedError("GetPost is not implemented")

    def GetPostsSince(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPostsSince is not implemented")
        raise NotImplementedError("GetPostsSince is not implemented")

    def GetPostsAfter(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPostsAfter is not implemented")
        raise NotImplementedError("GetPostsAfter is not implemented")

    def GetPostsBefore(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPostsBefore is not implemented")
        raise NotImplementedError("GetPostsBefore is not implemented")

    def GetPostsForChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPostsForChannel is not implemented")
        raise NotImplementedError("GetPostsForChannel is not implemented")

    def UpdatePost(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdatePost is not implemented")
        raise NotImplementedError("UpdatePost is not implemented")

    def SearchPostsInTeam(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SearchPostsInTeam is not implemented")
        raise NotImplementedError("SearchPostsInTeam is not implemented")

    def SearchPostsInTeamForUser(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SearchPostsInTeamForUser is not implemented")
        raise NotImplementedError("SearchPostsInTeamForUser is not implemented")

    def GetEmojiList(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetEmojiList is not implemented")
        raise NotImplementedError("GetEmojiList is not implemented")

    def GetEmojiByName(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetEmojiByName is not implemented")
        raise NotImplementedError("GetEmojiByName is not implemented")

    def GetEmoji(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetEmoji is not implemented")
        raise NotImplementedError("GetEmoji is not implemented")

    def GetEmojiImage(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetEmojiImage is not implemented")
        raise NotImplementedError("GetEmojiImage is not implemented")

    def KVSet(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("KVSet is not implemented")
        raise NotImplementedError("KVSet is not implemented")

    def KVCompareAndSet(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("KVCompareAndSet is not implemented")
        raise NotImplementedError("KVCompareAndSet is not implemented")

    def KVCompareAndDelete(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("KVCompareAndDelete is not implemented")
        raise NotImplementedError("KVCompareAndDelete is not implemented")

    def KVSetWithOptions(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("KVSetWithOptions is not implemented")
        raise NotImplementedError("KVSetWithOptions is not implemented")

    def KVSetWithExpiry(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("KVSetWithExpiry is not implemented")
        raise NotImplementedError("KVSetWithExpiry is not implemented")

    def KVGet(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("KVGet is not implemented")
        raise NotImplementedError("KVGet is not implemented")

    def KVDelete(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("KVDelete is not implemented")
        raise NotImplementedError("KVDelete is not implemented")

    def KVDeleteAll(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("KVDeleteAll is not implemented")
        raise NotImplementedError("KVDeleteAll is not implemented")

    def KVList(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("KVList is not implemented")
        raise NotImplementedError("KVList is not implemented")

    def PublishWebSocketEvent(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("PublishWebSocketEvent is not implemented")
        raise NotImplementedError("PublishWebSocketEvent is not implemented")

    def LoadPluginConfiguration(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("LoadPluginConfiguration is not implemented")
        raise NotImplementedError("LoadPluginConfiguration is not implemented")

    def GetConfig(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetConfig is not implemented")
        raise NotImplementedError("GetConfig is not implemented")

    def GetUnsanitizedConfig(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetUnsanitizedConfig is not implemented")
        raise NotImplementedError("GetUnsanitizedConfig is not implemented")

    def SaveConfig(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SaveConfig is not implemented")
        raise NotImplementedError("SaveConfig is not implemented")

    def GetPluginConfig(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPluginConfig is not implemented")
        raise NotImplementedError("GetPluginConfig is not implemented")

    def SavePluginConfig(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SavePluginConfig is not implemented")
        raise NotImplementedError("SavePluginConfig is not implemented")

    def GetBundlePath(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetBundlePath is not implemented")
        raise NotImplementedError("GetBundlePath is not implemented")

    def GetPlugins(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPlugins is not implemented")
        raise NotImplementedError("GetPlugins is not implemented")

    def EnablePlugin(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("EnablePlugin is not implemented")
        raise NotImplementedError("EnablePlugin is not implemented")

    def DisablePlugin(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DisablePlugin is not implemented")
        raise NotImplementedError("DisablePlugin is not implemented")

    def RemovePlugin(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("RemovePlugin is not implemented")
        raise NotImplementedError("RemovePlugin is not implemented")

    def GetPluginStatus(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPluginStatus is not implemented")
        raise NotImplementedError("GetPluginStatus is not implemented")

    def InstallPlugin(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("InstallPlugin is not implemented")
        raise NotImplementedError("InstallPlugin is not implemented")

    def GetPluginID(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPluginID is not implemented")
        raise NotImplementedError("GetPluginID is not implemented")

    def LogDebug(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("LogDebug is not implemented")
        raise NotImplementedError("LogDebug is not implemented")

    def LogInfo(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("LogInfo is not implemented")
        raise NotImplementedError("LogInfo is not implemented")

    def LogError(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("LogError is not implemented")
        raise NotImplementedError("LogError is not implemented")

    def LogWarn(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("LogWarn is not implemented")
        raise NotImplementedError("LogWarn is not implemented")

    def CopyFileInfos(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CopyFileInfos is not implemented")
        raise NotImplementedError("CopyFileInfos is not implemented")

    def GetFileInfo(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetFileInfo is not implemented")
        raise NotImplementedError("GetFileInfo is not implemented")

    def SetFileSearchableContent(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SetFileSearchableContent is not implemented")
        raise NotImplementedError("SetFileSearchableContent is not implemented")

    def GetFileInfos(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetFileInfos is not implemented")
        raise NotImplementedError("GetFileInfos is not implemented")

    def GetFile(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetFile is not implemented")
        raise NotImplementedError("GetFile is not implemented")

    def GetFileLink(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetFileLink is not implemented")
        raise NotImplementedError("GetFileLink is not implemented")

    def ReadFile(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("ReadFile is not implemented")
        raise NotImplementedError("ReadFile is not implemented")

    def UploadFile(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UploadFile is not implemented")
        raise NotImplementedError("UploadFile is not implemented")

    def CreateUploadSession(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreateUploadSession is not implemented")
        raise NotImplementedError("CreateUploadSession is not implemented")

    def UploadData(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UploadData is not implemented")
        raise NotImplementedError("UploadData is not implemented")

    def GetUploadSession(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetUploadSession is not implemented")
        raise NotImplementedError("GetUploadSession is not implemented")

    def CreateBot(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreateBot is not implemented")
        raise NotImplementedError("CreateBot is not implemented")

    def PatchBot(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("PatchBot is not implemented")
        raise NotImplementedError("PatchBot is not implemented")

    def GetBot(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetBot is not implemented")
        raise NotImplementedError("GetBot is not implemented")

    def GetBots(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetBots is not implemented")
        raise NotImplementedError("GetBots is not implemented")

    def UpdateBotActive(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateBotActive is not implemented")
        raise NotImplementedError("UpdateBotActive is not implemented")

    def PermanentDeleteBot(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("PermanentDeleteBot is not implemented")
        raise NotImplementedError("PermanentDeleteBot is not implemented")

    def EnsureBotUser(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("EnsureBotUser is not implemented")
        raise NotImplementedError("EnsureBotUser is not implemented")

    def GetLicense(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetLicense is not implemented")
        raise NotImplementedError("GetLicense is not implemented")

    def IsEnterpriseReady(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("IsEnterpriseReady is not implemented")
        raise NotImplementedError("IsEnterpriseReady is not implemented")

    def GetServerVersion(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetServerVersion is not implemented")
        raise NotImplementedError("GetServerVersion is not implemented")

    def GetSystemInstallDate(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetSystemInstallDate is not implemented")
        raise NotImplementedError("GetSystemInstallDate is not implemented")

    def GetDiagnosticId(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetDiagnosticId is not implemented")
        raise NotImplementedError("GetDiagnosticId is not implemented")

    def GetTelemetryId(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetTelemetryId is not implemented")
        raise NotImplementedError("GetTelemetryId is not implemented")

    def RegisterCommand(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("RegisterCommand is not implemented")
        raise NotImplementedError("RegisterCommand is not implemented")

    def UnregisterCommand(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UnregisterCommand is not implemented")
        raise NotImplementedError("UnregisterCommand is not implemented")

    def ExecuteSlashCommand(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("ExecuteSlashCommand is not implemented")
        raise NotImplementedError("ExecuteSlashCommand is not implemented")

    def CreateCommand(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreateCommand is not implemented")
        raise NotImplementedError("CreateCommand is not implemented")

    def ListCommands(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("ListCommands is not implemented")
        raise NotImplementedError("ListCommands is not implemented")

    def ListCustomCommands(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("ListCustomCommands is not implemented")
        raise NotImplementedError("ListCustomCommands is not implemented")

    def ListPluginCommands(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("ListPluginCommands is not implemented")
        raise NotImplementedError("ListPluginCommands is not implemented")

    def ListBuiltInCommands(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("ListBuiltInCommands is not implemented")
        raise NotImplementedError("ListBuiltInCommands is not implemented")

    def GetCommand(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetCommand is not implemented")
        raise NotImplementedError("GetCommand is not implemented")

    def UpdateCommand(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateCommand is not implemented")
        raise NotImplementedError("UpdateCommand is not implemented")

    def DeleteCommand(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeleteCommand is not implemented")
        raise NotImplementedError("DeleteCommand is not implemented")

    def GetPreferenceForUser(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPreferenceForUser is not implemented")
        raise NotImplementedError("GetPreferenceForUser is not implemented")

    def GetPreferencesForUser(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPreferencesForUser is not implemented")
        raise NotImplementedError("GetPreferencesForUser is not implemented")

    def UpdatePreferencesForUser(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdatePreferencesForUser is not implemented")
        raise NotImplementedError("UpdatePreferencesForUser is not implemented")

    def DeletePreferencesForUser(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeletePreferencesForUser is not implemented")
        raise NotImplementedError("DeletePreferencesForUser is not implemented")

    def CreateOAuthApp(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreateOAuthApp is not implemented")
        raise NotImplementedError("CreateOAuthApp is not implemented")

    def GetOAuthApp(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetOAuthApp is not implemented")
        raise NotImplementedError("GetOAuthApp is not implemented")

    def UpdateOAuthApp(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateOAuthApp is not implemented")
        raise NotImplementedError("UpdateOAuthApp is not implemented")

    def DeleteOAuthApp(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeleteOAuthApp is not implemented")
        raise NotImplementedError("DeleteOAuthApp is not implemented")

    def GetGroup(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetGroup is not implemented")
        raise NotImplementedError("GetGroup is not implemented")

    def GetGroupByName(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetGroupByName is not implemented")
        raise NotImplementedError("GetGroupByName is not implemented")

    def GetGroupMemberUsers(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetGroupMemberUsers is not implemented")
        raise NotImplementedError("GetGroupMemberUsers is not implemented")

    def GetGroupsBySource(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetGroupsBySource is not implemented")
        raise NotImplementedError("GetGroupsBySource is not implemented")

    def GetGroupsForUser(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetGroupsForUser is not implemented")
        raise NotImplementedError("GetGroupsForUser is not implemented")

    def UpsertGroupMember(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpsertGroupMember is not implemented")
        raise NotImplementedError("UpsertGroupMember is not implemented")

    def UpsertGroupMembers(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpsertGroupMembers is not implemented")
        raise NotImplementedError("UpsertGroupMembers is not implemented")

    def GetGroupByRemoteID(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetGroupByRemoteID is not implemented")
        raise NotImplementedError("GetGroupByRemoteID is not implemented")

    def CreateGroup(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreateGroup is not implemented")
        raise NotImplementedError("CreateGroup is not implemented")

    def UpdateGroup(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateGroup is not implemented")
        raise NotImplementedError("UpdateGroup is not implemented")

    def DeleteGroup(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeleteGroup is not implemented")
        raise NotImplementedError("DeleteGroup is not implemented")

    def RestoreGroup(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("RestoreGroup is not implemented")
        raise NotImplementedError("RestoreGroup is not implemented")

    def DeleteGroupMember(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeleteGroupMember is not implemented")
        raise NotImplementedError("DeleteGroupMember is not implemented")

    def GetGroupSyncable(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetGroupSyncable is not implemented")
        raise NotImplementedError("GetGroupSyncable is not implemented")

    def GetGroupSyncables(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetGroupSyncables is not implemented")
        raise NotImplementedError("GetGroupSyncables is not implemented")

    def UpsertGroupSyncable(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpsertGroupSyncable is not implemented")
        raise NotImplementedError("UpsertGroupSyncable is not implemented")

    def UpdateGroupSyncable(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateGroupSyncable is not implemented")
        raise NotImplementedError("UpdateGroupSyncable is not implemented")

    def DeleteGroupSyncable(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeleteGroupSyncable is not implemented")
        raise NotImplementedError("DeleteGroupSyncable is not implemented")

    def GetGroups(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetGroups is not implemented")
        raise NotImplementedError("GetGroups is not implemented")

    def CreateDefaultSyncableMemberships(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreateDefaultSyncableMemberships is not implemented")
        raise NotImplementedError("CreateDefaultSyncableMemberships is not implemented")

    def DeleteGroupConstrainedMemberships(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeleteGroupConstrainedMemberships is not implemented")
        raise NotImplementedError("DeleteGroupConstrainedMemberships is not implemented")

    def RegisterPluginForSharedChannels(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("RegisterPluginForSharedChannels is not implemented")
        raise NotImplementedError("RegisterPluginForSharedChannels is not implemented")

    def UnregisterPluginForSharedChannels(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UnregisterPluginForSharedChannels is not implemented")
        raise NotImplementedError("UnregisterPluginForSharedChannels is not implemented")

    def ShareChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("ShareChannel is not implemented")
        raise NotImplementedError("ShareChannel is not implemented")

    def UpdateSharedChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateSharedChannel is not implemented")
        raise NotImplementedError("UpdateSharedChannel is not implemented")

    def UnshareChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UnshareChannel is not implemented")
        raise NotImplementedError("UnshareChannel is not implemented")

    def UpdateSharedChannelCursor(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdateSharedChannelCursor is not implemented")
        raise NotImplementedError("UpdateSharedChannelCursor is not implemented")

    def SyncSharedChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SyncSharedChannel is not implemented")
        raise NotImplementedError("SyncSharedChannel is not implemented")

    def InviteRemoteToChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("InviteRemoteToChannel is not implemented")
        raise NotImplementedError("InviteRemoteToChannel is not implemented")

    def UninviteRemoteFromChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UninviteRemoteFromChannel is not implemented")
        raise NotImplementedError("UninviteRemoteFromChannel is not implemented")

    def CreatePropertyField(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreatePropertyField is not implemented")
        raise NotImplementedError("CreatePropertyField is not implemented")

    def GetPropertyField(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPropertyField is not implemented")
        raise NotImplementedError("GetPropertyField is not implemented")

    def GetPropertyFields(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPropertyFields is not implemented")
        raise NotImplementedError("GetPropertyFields is not implemented")

    def UpdatePropertyField(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdatePropertyField is not implemented")
        raise NotImplementedError("UpdatePropertyField is not implemented")

    def DeletePropertyField(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeletePropertyField is not implemented")
        raise NotImplementedError("DeletePropertyField is not implemented")

    def SearchPropertyFields(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SearchPropertyFields is not implemented")
        raise NotImplementedError("SearchPropertyFields is not implemented")

    def CountPropertyFields(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CountPropertyFields is not implemented")
        raise NotImplementedError("CountPropertyFields is not implemented")

    def CountPropertyFieldsForTarget(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CountPropertyFieldsForTarget is not implemented")
        raise NotImplementedError("CountPropertyFieldsForTarget is not implemented")

    def CreatePropertyValue(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("CreatePropertyValue is not implemented")
        raise NotImplementedError("CreatePropertyValue is not implemented")

    def GetPropertyValue(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPropertyValue is not implemented")
        raise NotImplementedError("GetPropertyValue is not implemented")

    def GetPropertyValues(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPropertyValues is not implemented")
        raise NotImplementedError("GetPropertyValues is not implemented")

    def UpdatePropertyValue(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdatePropertyValue is not implemented")
        raise NotImplementedError("UpdatePropertyValue is not implemented")

    def UpsertPropertyValue(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpsertPropertyValue is not implemented")
        raise NotImplementedError("UpsertPropertyValue is not implemented")

    def DeletePropertyValue(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeletePropertyValue is not implemented")
        raise NotImplementedError("DeletePropertyValue is not implemented")

    def SearchPropertyValues(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SearchPropertyValues is not implemented")
        raise NotImplementedError("SearchPropertyValues is not implemented")

    def RegisterPropertyGroup(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("RegisterPropertyGroup is not implemented")
        raise NotImplementedError("RegisterPropertyGroup is not implemented")

    def GetPropertyGroup(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPropertyGroup is not implemented")
        raise NotImplementedError("GetPropertyGroup is not implemented")

    def GetPropertyFieldByName(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetPropertyFieldByName is not implemented")
        raise NotImplementedError("GetPropertyFieldByName is not implemented")

    def UpdatePropertyFields(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdatePropertyFields is not implemented")
        raise NotImplementedError("UpdatePropertyFields is not implemented")

    def UpdatePropertyValues(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpdatePropertyValues is not implemented")
        raise NotImplementedError("UpdatePropertyValues is not implemented")

    def UpsertPropertyValues(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UpsertPropertyValues is not implemented")
        raise NotImplementedError("UpsertPropertyValues is not implemented")

    def DeletePropertyValuesForTarget(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeletePropertyValuesForTarget is not implemented")
        raise NotImplementedError("DeletePropertyValuesForTarget is not implemented")

    def DeletePropertyValuesForField(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DeletePropertyValuesForField is not implemented")
        raise NotImplementedError("DeletePropertyValuesForField is not implemented")

    def LogAuditRec(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("LogAuditRec is not implemented")
        raise NotImplementedError("LogAuditRec is not implemented")

    def LogAuditRecWithLevel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("LogAuditRecWithLevel is not implemented")
        raise NotImplementedError("LogAuditRecWithLevel is not implemented")

    def PluginHTTP(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("PluginHTTP is not implemented")
        raise NotImplementedError("PluginHTTP is not implemented")

    def GetCloudLimits(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GetCloudLimits is not implemented")
        raise NotImplementedError("GetCloudLimits is not implemented")

    def OpenInteractiveDialog(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("OpenInteractiveDialog is not implemented")
        raise NotImplementedError("OpenInteractiveDialog is not implemented")

    def PublishPluginClusterEvent(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("PublishPluginClusterEvent is not implemented")
        raise NotImplementedError("PublishPluginClusterEvent is not implemented")

    def RegisterCollectionAndTopic(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("RegisterCollectionAndTopic is not implemented")
        raise NotImplementedError("RegisterCollectionAndTopic is not implemented")

    def RequestTrialLicense(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("RequestTrialLicense is not implemented")
        raise NotImplementedError("RequestTrialLicense is not implemented")

    def RolesGrantPermission(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("RolesGrantPermission is not implemented")
        raise NotImplementedError("RolesGrantPermission is not implemented")

    def SendMail(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SendMail is not implemented")
        raise NotImplementedError("SendMail is not implemented")

    def SendPushNotification(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("SendPushNotification is not implemented")
        raise NotImplementedError("SendPushNotification is not implemented")


def add_PluginAPIServicer_to_server(servicer: Any, server: Any) -> None:
    """Make `server` answer the service's calls through `servicer`."""
    handlers = {
        "CreateUser": grpc.unary_unary_rpc_method_handler(
            servicer.CreateUser,
            request_deserializer=api_user_team_pb2.CreateUserRequest.FromString,
            response_serializer=api_user_team_pb2.CreateUserResponse.SerializeToString,
        ),
        "DeleteUser": grpc.unary_unary_rpc_method_handler(
            servicer.DeleteUser,
            request_deserializer=api_user_team_pb2.DeleteUserRequest.FromString,
            response_serializer=api_user_team_pb2.DeleteUserResponse.SerializeToString,
        ),
        "GetUsers": grpc.unary_unary_rpc_method_handler(
            servicer.GetUsers,
            request_deserializer=api_user_team_pb2.GetUsersRequest.FromString,
            response_serializer=api_user_team_pb2.GetUsersResponse.SerializeToString,
        ),
        "GetUsersByIds": grpc.unary_unary_rpc_method_handler(
            servicer.GetUsersByIds,
            request_deserializer=api_user_team_pb2.GetUsersByIdsRequest.FromString,
            response_serializer=api_user_team_pb2.GetUsersByIdsResponse.SerializeToString,
        ),
        "GetUser": grpc.unary_unary_rpc_method_handler(
            servicer.GetUser,
            request_deserializer=api_user_team_pb2.GetUserRequest.FromString,
            response_serializer=api_user_team_pb2.GetUserResponse.SerializeToString,
        ),
        "GetUserByEmail": grpc.unary_unary_rpc_method_handler(
            servicer.GetUserByEmail,
            request_deserializer=api_user_team_pb2.GetUserByEmailRequest.FromString,
            response_serializer=api_user_team_pb2.GetUserByEmailResponse.SerializeToString,
        ),
        "GetUserByUsername": grpc.unary_unary_rpc_method_handler(
            servicer.GetUserByUsername,
            request_deserializer=api_user_team_pb2.GetUserByUsernameRequest.FromString,
            response_serializer=api_user_team_pb2.GetUserByUsernameResponse.SerializeToString,
        ),
        "GetUsersByUsernames": grpc.unary_unary_rpc_method_handler(
            servicer.GetUsersByUsernames,
            request_deserializer=api_user_team_pb2.GetUsersByUsernamesRequest.FromString,
            response_serializer=api_user_team_pb2.GetUsersByUsernamesResponse.SerializeToString,
        ),
        "GetUsersInTeam": grpc.unary_unary_rpc_method_handler(
            servicer.GetUsersInTeam,
            request_deserializer=api_user_team_pb2.GetUsersInTeamRequest.FromString,
            response_serializer=api_user_team_pb2.GetUsersInTeamResponse.SerializeToString,
        ),
        "UpdateUser": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateUser,
            request_deserializer=api_user_team_pb2.UpdateUserRequest.FromString,
            response_serializer=api_user_team_pb2.UpdateUserResponse.SerializeToString,
        ),
        "GetUserStatus": grpc.unary_unary_rpc_method_handler(
            servicer.GetUserStatus,
            request_deserializer=api_user_team_pb2.GetUserStatusRequest.FromString,
            response_serializer=api_user_team_pb2.GetUserStatusResponse.SerializeToString,
        ),
        "GetUserStatusesByIds": grpc.unary_unary_rpc_method_handler(
            servicer.GetUserStatusesByIds,
            request_deserializer=api_user_team_pb2.GetUserStatusesByIdsRequest.FromString,
            response_serializer=api_user_team_pb2.GetUserStatusesByIdsResponse.SerializeToString,
        ),
        "UpdateUserStatus": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateUserStatus,
            request_deserializer=api_user_team_pb2.UpdateUserStatusRequest.FromString,
            response_serializer=api_user_team_pb2.UpdateUserStatusResponse.SerializeToString,
        ),
        "SetUserStatusTimedDND": grpc.unary_unary_rpc_method_handler(
            servicer.SetUserStatusTimedDND,
            request_deserializer=api_user_team_pb2.SetUserStatusTimedDNDRequest.FromString,
            response_serializer=api_user_team_pb2.SetUserStatusTimedDNDResponse.SerializeToString,
        ),
        "UpdateUserActive": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateUserActive,
            request_deserializer=api_user_team_pb2.UpdateUserActiveRequest.FromString,
            response_serializer=api_user_team_pb2.UpdateUserActiveResponse.SerializeToString,
        ),
        "UpdateUserCustomStatus": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateUserCustomStatus,
            request_deserializer=api_user_team_pb2.UpdateUserCustomStatusRequest.FromString,
            response_serializer=api_user_team_pb2.UpdateUserCustomStatusResponse.SerializeToString,
        ),
        "RemoveUserCustomStatus": grpc.unary_unary_rpc_method_handler(
            servicer.RemoveUserCustomStatus,
            request_deserializer=api_user_team_pb2.RemoveUserCustomStatusRequest.FromString,
            response_serializer=api_user_team_pb2.RemoveUserCustomStatusResponse.SerializeToString,
        ),
        "GetUsersInChannel": grpc.unary_unary_rpc_method_handler(
            servicer.GetUsersInChannel,
            request_deserializer=api_user_team_pb2.GetUsersInChannelRequest.FromString,
            response_serializer=api_user_team_pb2.GetUsersInChannelResponse.SerializeToString,
        ),
        "GetLDAPUserAttributes": grpc.unary_unary_rpc_method_handler(
            servicer.GetLDAPUserAttributes,
            request_deserializer=api_user_team_pb2.GetLDAPUserAttributesRequest.FromString,
            response_serializer=api_user_team_pb2.GetLDAPUserAttributesResponse.SerializeToString,
        ),
        "SearchUsers": grpc.unary_unary_rpc_method_handler(
            servicer.SearchUsers,
            request_deserializer=api_user_team_pb2.SearchUsersRequest.FromString,
            response_serializer=api_user_team_pb2.SearchUsersResponse.SerializeToString,
        ),
        "GetProfileImage": grpc.unary_unary_rpc_method_handler(
            servicer.GetProfileImage,
            request_deserializer=api_user_team_pb2.GetProfileImageRequest.FromString,
            response_serializer=api_user_team_pb2.GetProfileImageResponse.SerializeToString,
        ),
        "SetProfileImage": grpc.unary_unary_rpc_method_handler(
            servicer.SetProfileImage,
            request_deserializer=api_user_team_pb2.SetProfileImageRequest.FromString,
            response_serializer=api_user_team_pb2.SetProfileImageResponse.SerializeToString,
        ),
        "HasPermissionTo": grpc.unary_unary_rpc_method_handler(
            servicer.HasPermissionTo,
            request_deserializer=api_user_team_pb2.HasPermissionToRequest.FromString,
            response_serializer=api_user_team_pb2.HasPermissionToResponse.SerializeToString,
        ),
        "HasPermissionToTeam": grpc.unary_unary_rpc_method_handler(
            servicer.HasPermissionToTeam,
            request_deserializer=api_user_team_pb2.HasPermissionToTeamRequest.FromString,
            response_serializer=api_user_team_pb2.HasPermissionToTeamResponse.SerializeToString,
        ),
        "HasPermissionToChannel": grpc.unary_unary_rpc_method_handler(
            servicer.HasPermissionToChannel,
            request_deserializer=api_user_team_pb2.HasPermissionToChannelRequest.FromString,
            response_serializer=api_user_team_pb2.HasPermissionToChannelResponse.SerializeToString,
        ),
        "PublishUserTyping": grpc.unary_unary_rpc_method_handler(
            servicer.PublishUserTyping,
            request_deserializer=api_user_team_pb2.PublishUserTypingRequest.FromString,
            response_serializer=api_user_team_pb2.PublishUserTypingResponse.SerializeToString,
        ),
        "UpdateUserAuth": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateUserAuth,
            request_deserializer=api_user_team_pb2.UpdateUserAuthRequest.FromString,
            response_serializer=api_user_team_pb2.UpdateUserAuthResponse.SerializeToString,
        ),
        "UpdateUserRoles": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateUserRoles,
            request_deserializer=api_user_team_pb2.UpdateUserRolesRequest.FromString,
            response_serializer=api_user_team_pb2.UpdateUserRolesResponse.SerializeToString,
        ),
        "GetSession": grpc.unary_unary_rpc_method_handler(
            servicer.GetSession,
            request_deserializer=api_user_team_pb2.GetSessionRequest.FromString,
            response_serializer=api_user_team_pb2.GetSessionResponse.SerializeToString,
        ),
        "CreateSession": grpc.unary_unary_rpc_method_handler(
            servicer.CreateSession,
            request_deserializer=api_user_team_pb2.CreateSessionRequest.FromString,
            response_serializer=api_user_team_pb2.CreateSessionResponse.SerializeToString,
        ),
        "ExtendSessionExpiry": grpc.unary_unary_rpc_method_handler(
            servicer.ExtendSessionExpiry,
            request_deserializer=api_user_team_pb2.ExtendSessionExpiryRequest.FromString,
            response_serializer=api_user_team_pb2.ExtendSessionExpiryResponse.SerializeToString,
        ),
        "RevokeSession": grpc.unary_unary_rpc_method_handler(
            servicer.RevokeSession,
            request_deserializer=api_user_team_pb2.RevokeSessionRequest.FromString,
            response_serializer=api_user_team_pb2.RevokeSessionResponse.SerializeToString,
        ),
        "CreateUserAccessToken": grpc.unary_unary_rpc_method_handler(
            servicer.CreateUserAccessToken,
            request_deserializer=api_user_team_pb2.CreateUserAccessTokenRequest.FromString,
            response_serializer=api_user_team_pb2.CreateUserAccessTokenResponse.SerializeToString,
        ),
        "RevokeUserAccessToken": grpc.unary_unary_rpc_method_handler(
            servicer.RevokeUserAccessToken,
            request_deserializer=api_user_team_pb2.RevokeUserAccessTokenRequest.FromString,
            response_serializer=api_user_team_pb2.RevokeUserAccessTokenResponse.SerializeToString,
        ),
        "CreateTeam": grpc.unary_unary_rpc_method_handler(
            servicer.CreateTeam,
            request_deserializer=api_user_team_pb2.CreateTeamRequest.FromString,
            response_serializer=api_user_team_pb2.CreateTeamResponse.SerializeToString,
        ),
        "DeleteTeam": grpc.unary_unary_rpc_method_handler(
            servicer.DeleteTeam,
            request_deserializer=api_user_team_pb2.DeleteTeamRequest.FromString,
            response_serializer=api_user_team_pb2.DeleteTeamResponse.SerializeToString,
        ),
        "GetTeams": grpc.unary_unary_rpc_method_handler(
            servicer.GetTeams,
            request_deserializer=api_user_team_pb2.GetTeamsRequest.FromString,
            response_serializer=api_user_team_pb2.GetTeamsResponse.SerializeToString,
        ),
        "GetTeam": grpc.unary_unary_rpc_method_handler(
            servicer.GetTeam,
            request_deserializer=api_user_team_pb2.GetTeamRequest.FromString,
            response_serializer=api_user_team_pb2.GetTeamResponse.SerializeToString,
        ),
        "GetTeamByName": grpc.unary_unary_rpc_method_handler(
            servicer.GetTeamByName,
            request_deserializer=api_user_team_pb2.GetTeamByNameRequest.FromString,
            response_serializer=api_user_team_pb2.GetTeamByNameResponse.SerializeToString,
        ),
        "GetTeamsUnreadForUser": grpc.unary_unary_rpc_method_handler(
            servicer.GetTeamsUnreadForUser,
            request_deserializer=api_user_team_pb2.GetTeamsUnreadForUserRequest.FromString,
            response_serializer=api_user_team_pb2.GetTeamsUnreadForUserResponse.SerializeToString,
        ),
        "UpdateTeam": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateTeam,
            request_deserializer=api_user_team_pb2.UpdateTeamRequest.FromString,
            response_serializer=api_user_team_pb2.UpdateTeamResponse.SerializeToString,
        ),
        "SearchTeams": grpc.unary_unary_rpc_method_handler(
            servicer.SearchTeams,
            request_deserializer=api_user_team_pb2.SearchTeamsRequest.FromString,
            response_serializer=api_user_team_pb2.SearchTeamsResponse.SerializeToString,
        ),
        "GetTeamsForUser": grpc.unary_unary_rpc_method_handler(
            servicer.GetTeamsForUser,
            request_deserializer=api_user_team_pb2.GetTeamsForUserRequest.FromString,
            response_serializer=api_user_team_pb2.GetTeamsForUserResponse.SerializeToString,
        ),
        "CreateTeamMember": grpc.unary_unary_rpc_method_handler(
            servicer.CreateTeamMember,
            request_deserializer=api_user_team_pb2.CreateTeamMemberRequest.FromString,
            response_serializer=api_user_team_pb2.CreateTeamMemberResponse.SerializeToString,
        ),
        "CreateTeamMembers": grpc.unary_unary_rpc_method_handler(
            servicer.CreateTeamMembers,
            request_deserializer=api_user_team_pb2.CreateTeamMembersRequest.FromString,
            response_serializer=api_user_team_pb2.CreateTeamMembersResponse.SerializeToString,
        ),
        "CreateTeamMembersGracefully": grpc.unary_unary_rpc_method_handler(
            servicer.CreateTeamMembersGracefully,
            request_deserializer=api_user_team_pb2.CreateTeamMembersGracefullyRequest.FromString,
            response_serializer=api_user_team_pb2.CreateTeamMembersGracefullyResponse.SerializeToString,
        ),
        "DeleteTeamMember": grpc.unary_unary_rpc_method_handler(
            servicer.DeleteTeamMember,
            request_deserializer=api_user_team_pb2.DeleteTeamMemberRequest.FromString,
            response_serializer=api_user_team_pb2.DeleteTeamMemberResponse.SerializeToString,
        ),
        "GetTeamMembers": grpc.unary_unary_rpc_method_handler(
            servicer.GetTeamMembers,
            request_deserializer=api_user_team_pb2.GetTeamMembersRequest.FromString,
            response_serializer=api_user_team_pb2.GetTeamMembersResponse.SerializeToString,
        ),
        "GetTeamMember": grpc.unary_unary_rpc_method_handler(
            servicer.GetTeamMember,
            request_deserializer=api_user_team_pb2.GetTeamMemberRequest.FromString,
            response_serializer=api_user_team_pb2.GetTeamMemberResponse.SerializeToString,
        ),
        "GetTeamMembersForUser": grpc.unary_unary_rpc_method_handler(
            servicer.GetTeamMembersForUser,
            request_deserializer=api_user_team_pb2.GetTeamMembersForUserRequest.FromString,
            response_serializer=api_user_team_pb2.GetTeamMembersForUserResponse.SerializeToString,
        ),
        "UpdateTeamMemberRoles": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateTeamMemberRoles,
            request_deserializer=api_user_team_pb2.UpdateTeamMemberRolesRequest.FromString,
            response_serializer=api_user_team_pb2.UpdateTeamMemberRolesResponse.SerializeToString,
        ),
        "GetTeamIcon": grpc.unary_unary_rpc_method_handler(
            servicer.GetTeamIcon,
            request_deserializer=api_user_team_pb2.GetTeamIconRequest.FromString,
            response_serializer=api_user_team_pb2.GetTeamIconResponse.SerializeToString,
        ),
        "SetTeamIcon": grpc.unary_unary_rpc_method_handler(
            servicer.SetTeamIcon,
            request_deserializer=api_user_team_pb2.SetTeamIconRequest.FromString,
            response_serializer=api_user_team_pb2.SetTeamIconResponse.SerializeToString,
        ),
        "RemoveTeamIcon": grpc.unary_unary_rpc_method_handler(
            servicer.RemoveTeamIcon,
            request_deserializer=api_user_team_pb2.RemoveTeamIconRequest.FromString,
            response_serializer=api_user_team_pb2.RemoveTeamIconResponse.SerializeToString,
        ),
        "GetTeamStats": grpc.unary_unary_rpc_method_handler(
            servicer.GetTeamStats,
            request_deserializer=api_user_team_pb2.GetTeamStatsRequest.FromString,
            response_serializer=api_user_team_pb2.GetTeamStatsResponse.SerializeToString,
        ),
        "CreateChannel": grpc.unary_unary_rpc_method_handler(
            servicer.CreateChannel,
            request_deserializer=api_channel_post_pb2.CreateChannelRequest.FromString,
            response_serializer=api_channel_post_pb2.CreateChannelResponse.SerializeToString,
        ),
        "DeleteChannel": grpc.unary_unary_rpc_method_handler(
            servicer.DeleteChannel,
            request_deserializer=api_channel_post_pb2.DeleteChannelRequest.FromString,
            response_serializer=api_channel_post_pb2.DeleteChannelResponse.SerializeToString,
        ),
        "GetPublicChannelsForTeam": grpc.unary_unary_rpc_method_handler(
            servicer.GetPublicChannelsForTeam,
            request_deserializer=api_channel_post_pb2.GetPublicChannelsForTeamRequest.FromString,
            response_serializer=api_channel_post_pb2.GetPublicChannelsForTeamResponse.SerializeToString,
        ),
        "GetChannel": grpc.unary_unary_rpc_method_handler(
            servicer.GetChannel,
            request_deserializer=api_channel_post_pb2.GetChannelRequest.FromString,
            response_serializer=api_channel_post_pb2.GetChannelResponse.SerializeToString,
        ),
        "GetChannelByName": grpc.unary_unary_rpc_method_handler(
            servicer.GetChannelByName,
            request_deserializer=api_channel_post_pb2.GetChannelByNameRequest.FromString,
            response_serializer=api_channel_post_pb2.GetChannelByNameResponse.SerializeToString,
        ),
        "GetChannelByNameForTeamName": grpc.unary_unary_rpc_method_handler(
            servicer.GetChannelByNameForTeamName,
            request_deserializer=api_channel_post_pb2.GetChannelByNameForTeamNameRequest.FromString,
            response_serializer=api_channel_post_pb2.GetChannelByNameForTeamNameResponse.SerializeToString,
        ),
        "GetChannelsForTeamForUser": grpc.unary_unary_rpc_method_handler(
            servicer.GetChannelsForTeamForUser,
            request_deserializer=api_channel_post_pb2.GetChannelsForTeamForUserRequest.FromString,
            response_serializer=api_channel_post_pb2.GetChannelsForTeamForUserResponse.SerializeToString,
        ),
        "GetChannelStats": grpc.unary_unary_rpc_method_handler(
            servicer.GetChannelStats,
            request_deserializer=api_channel_post_pb2.GetChannelStatsRequest.FromString,
            response_serializer=api_channel_post_pb2.GetChannelStatsResponse.SerializeToString,
        ),
        "GetDirectChannel": grpc.unary_unary_rpc_method_handler(
            servicer.GetDirectChannel,
            request_deserializer=api_channel_post_pb2.GetDirectChannelRequest.FromString,
            response_serializer=api_channel_post_pb2.GetDirectChannelResponse.SerializeToString,
        ),
        "GetGroupChannel": grpc.unary_unary_rpc_method_handler(
            servicer.GetGroupChannel,
            request_deserializer=api_channel_post_pb2.GetGroupChannelRequest.FromString,
            response_serializer=api_channel_post_pb2.GetGroupChannelResponse.SerializeToString,
        ),
        "UpdateChannel": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateChannel,
            request_deserializer=api_channel_post_pb2.UpdateChannelRequest.FromString,
            response_serializer=api_channel_post_pb2.UpdateChannelResponse.SerializeToString,
        ),
        "SearchChannels": grpc.unary_unary_rpc_method_handler(
            servicer.SearchChannels,
            request_deserializer=api_channel_post_pb2.SearchChannelsRequest.FromString,
            response_serializer=api_channel_post_pb2.SearchChannelsResponse.SerializeToString,
        ),
        "AddChannelMember": grpc.unary_unary_rpc_method_handler(
            servicer.AddChannelMember,
            request_deserializer=api_channel_post_pb2.AddChannelMemberRequest.FromString,
            response_serializer=api_channel_post_pb2.AddChannelMemberResponse.SerializeToString,
        ),
        "AddUserToChannel": grpc.unary_unary_rpc_method_handler(
            servicer.AddUserToChannel,
            request_deserializer=api_channel_post_pb2.AddUserToChannelRequest.FromString,
            response_serializer=api_channel_post_pb2.AddUserToChannelResponse.SerializeToString,
        ),
        "GetChannelMember": grpc.unary_unary_rpc_method_handler(
            servicer.GetChannelMember,
            request_deserializer=api_channel_post_pb2.GetChannelMemberRequest.FromString,
            response_serializer=api_channel_post_pb2.GetChannelMemberResponse.SerializeToString,
        ),
        "GetChannelMembers": grpc.unary_unary_rpc_method_handler(
            servicer.GetChannelMembers,
            request_deserializer=api_channel_post_pb2.GetChannelMembersRequest.FromString,
            response_serializer=api_channel_post_pb2.GetChannelMembersResponse.SerializeToString,
        ),
        "GetChannelMembersByIds": grpc.unary_unary_rpc_method_handler(
            servicer.GetChannelMembersByIds,
            request_deserializer=api_channel_post_pb2.GetChannelMembersByIdsRequest.FromString,
            response_serializer=api_channel_post_pb2.GetChannelMembersByIdsResponse.SerializeToString,
        ),
        "GetChannelMembersForUser": grpc.unary_unary_rpc_method_handler(
            servicer.GetChannelMembersForUser,
            request_deserializer=api_channel_post_pb2.GetChannelMembersForUserRequest.FromString,
            response_serializer=api_channel_post_pb2.GetChannelMembersForUserResponse.SerializeToString,
        ),
        "UpdateChannelMemberRoles": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateChannelMemberRoles,
            request_deserializer=api_channel_post_pb2.UpdateChannelMemberRolesRequest.FromString,
            response_serializer=api_channel_post_pb2.UpdateChannelMemberRolesResponse.SerializeToString,
        ),
        "UpdateChannelMemberNotifications": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateChannelMemberNotifications,
            request_deserializer=api_channel_post_pb2.UpdateChannelMemberNotificationsRequest.FromString,
            response_serializer=api_channel_post_pb2.UpdateChannelMemberNotificationsResponse.SerializeToString,
        ),
        "PatchChannelMembersNotifications": grpc.unary_unary_rpc_method_handler(
            servicer.PatchChannelMembersNotifications,
            request_deserializer=api_channel_post_pb2.PatchChannelMembersNotificationsRequest.FromString,
            response_serializer=api_channel_post_pb2.PatchChannelMembersNotificationsResponse.SerializeToString,
        ),
        "DeleteChannelMember": grpc.unary_unary_rpc_method_handler(
            servicer.DeleteChannelMember,
            request_deserializer=api_channel_post_pb2.DeleteChannelMemberRequest.FromString,
            response_serializer=api_channel_post_pb2.DeleteChannelMemberResponse.SerializeToString,
        ),
        "CreateChannelSidebarCategory": grpc.unary_unary_rpc_method_handler(
            servicer.CreateChannelSidebarCategory,
            request_deserializer=api_channel_post_pb2.CreateChannelSidebarCategoryRequest.FromString,
            response_serializer=api_channel_post_pb2.CreateChannelSidebarCategoryResponse.SerializeToString,
        ),
        "GetChannelSidebarCategories": grpc.unary_unary_rpc_method_handler(
            servicer.GetChannelSidebarCategories,
            request_deserializer=api_channel_post_pb2.GetChannelSidebarCategoriesRequest.FromString,
            response_serializer=api_channel_post_pb2.GetChannelSidebarCategoriesResponse.SerializeToString,
        ),
        "UpdateChannelSidebarCategories": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateChannelSidebarCategories,
            request_deserializer=api_channel_post_pb2.UpdateChannelSidebarCategoriesRequest.FromString,
            response_serializer=api_channel_post_pb2.UpdateChannelSidebarCategoriesResponse.SerializeToString,
        ),
        "CreatePost": grpc.unary_unary_rpc_method_handler(
            servicer.CreatePost,
            request_deserializer=api_channel_post_pb2.CreatePostRequest.FromString,
            response_serializer=api_channel_post_pb2.CreatePostResponse.SerializeToString,
        ),
        "AddReaction": grpc.unary_unary_rpc_method_handler(
            servicer.AddReaction,
            request_deserializer=api_channel_post_pb2.AddReactionRequest.FromString,
            response_serializer=api_channel_post_pb2.AddReactionResponse.SerializeToString,
        ),
        "RemoveReaction": grpc.unary_unary_rpc_method_handler(
            servicer.RemoveReaction,
            request_deserializer=api_channel_post_pb2.RemoveReactionRequest.FromString,
            response_serializer=api_channel_post_pb2.RemoveReactionResponse.SerializeToString,
        ),
        "GetReactions": grpc.unary_unary_rpc_method_handler(
            servicer.GetReactions,
            request_deserializer=api_channel_post_pb2.GetReactionsRequest.FromString,
            response_serializer=api_channel_post_pb2.GetReactionsResponse.SerializeToString,
        ),
        "SendEphemeralPost": grpc.unary_unary_rpc_method_handler(
            servicer.SendEphemeralPost,
            request_deserializer=api_channel_post_pb2.SendEphemeralPostRequest.FromString,
            response_serializer=api_channel_post_pb2.SendEphemeralPostResponse.SerializeToString,
        ),
        "UpdateEphemeralPost": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateEphemeralPost,
            request_deserializer=api_channel_post_pb2.UpdateEphemeralPostRequest.FromString,
            response_serializer=api_channel_post_pb2.UpdateEphemeralPostResponse.SerializeToString,
        ),
        "DeleteEphemeralPost": grpc.unary_unary_rpc_method_handler(
            servicer.DeleteEphemeralPost,
            request_deserializer=api_channel_post_pb2.DeleteEphemeralPostRequest.FromString,
            response_serializer=api_channel_post_pb2.DeleteEphemeralPostResponse.SerializeToString,
        ),
        "DeletePost": grpc.unary_unary_rpc_method_handler(
            servicer.DeletePost,
            request_deserializer=api_channel_post_pb2.DeletePostRequest.FromString,
            response_serializer=api_channel_post_pb2.DeletePostResponse.SerializeToString,
        ),
        "GetPostThread": grpc.unary_unary_rpc_method_handler(
            servicer.GetPostThread,
            request_deserializer=api_channel_post_pb2.GetPostThreadRequest.FromString,
            response_serializer=api_channel_post_pb2.GetPostThreadResponse.SerializeToString,
        ),
        "GetPost": grpc.unary_unary_rpc_method_handler(
            servicer.GetPost,
            request_deserializer=api_channel_post_pb2.GetPostRequest.FromString,
            response_serializer=api_channel_post_pb2.GetPostResponse.SerializeToString,
        ),
        "GetPostsSince": grpc.unary_unary_rpc_method_handler(
            servicer.GetPostsSince,
            request_deserializer=api_channel_post_pb2.GetPostsSinceRequest.FromString,
            response_serializer=api_channel_post_pb2.GetPostsSinceResponse.SerializeToString,
        ),
        "GetPostsAfter": grpc.unary_unary_rpc_method_handler(
            servicer.GetPostsAfter,
            request_deserializer=api_channel_post_pb2.GetPostsAfterRequest.FromString,
            response_serializer=api_channel_post_pb2.GetPostsAfterResponse.SerializeToString,
        ),
        "GetPostsBefore": grpc.unary_unary_rpc_method_handler(
            servicer.GetPostsBefore,
            request_deserializer=api_channel_post_pb2.GetPostsBeforeRequest.FromString,
            response_serializer=api_channel_post_pb2.GetPostsBeforeResponse.SerializeToString,
        ),
        "GetPostsForChannel": grpc.unary_unary_rpc_method_handler(
            servicer.GetPostsForChannel,
            request_deserializer=api_channel_post_pb2.GetPostsForChannelRequest.FromString,
            response_serializer=api_channel_post_pb2.GetPostsForChannelResponse.SerializeToString,
        ),
        "UpdatePost": grpc.unary_unary_rpc_method_handler(
            servicer.UpdatePost,
            request_deserializer=api_channel_post_pb2.UpdatePostRequest.FromString,
            response_serializer=api_channel_post_pb2.UpdatePostResponse.SerializeToString,
        ),
        "SearchPostsInTeam": grpc.unary_unary_rpc_method_handler(
            servicer.SearchPostsInTeam,
            request_deserializer=api_channel_post_pb2.SearchPostsInTeamRequest.FromString,
            response_serializer=api_channel_post_pb2.SearchPostsInTeamResponse.SerializeToString,
        ),
        "SearchPostsInTeamForUser": grpc.unary_unary_rpc_method_handler(
            servicer.SearchPostsInTeamForUser,
            request_deserializer=api_channel_post_pb2.SearchPostsInTeamForUserRequest.FromString,
            response_serializer=api_channel_post_pb2.SearchPostsInTeamForUserResponse.SerializeToString,
        ),
        "GetEmojiList": grpc.unary_unary_rpc_method_handler(
            servicer.GetEmojiList,
            request_deserializer=api_channel_post_pb2.GetEmojiListRequest.FromString,
            response_serializer=api_channel_post_pb2.GetEmojiListResponse.SerializeToString,
        ),
        "GetEmojiByName": grpc.unary_unary_rpc_method_handler(
            servicer.GetEmojiByName,
            request_deserializer=api_channel_post_pb2.GetEmojiByNameRequest.FromString,
            response_serializer=api_channel_post_pb2.GetEmojiByNameResponse.SerializeToString,
        ),
        "GetEmoji": grpc.unary_unary_rpc_method_handler(
            servicer.GetEmoji,
            request_deserializer=api_channel_post_pb2.GetEmojiRequest.FromString,
            response_serializer=api_channel_post_pb2.GetEmojiResponse.SerializeToString,
        ),
        "GetEmojiImage": grpc.unary_unary_rpc_method_handler(
            servicer.GetEmojiImage,
            request_deserializer=api_channel_post_pb2.GetEmojiImageRequest.FromString,
            response_serializer=api_channel_post_pb2.GetEmojiImageResponse.SerializeToString,
        ),
        "KVSet": grpc.unary_unary_rpc_method_handler(
            servicer.KVSet,
            request_deserializer=api_kv_config_pb2.KVSetRequest.FromString,
            response_serializer=api_kv_config_pb2.KVSetResponse.SerializeToString,
        ),
        "KVCompareAndSet": grpc.unary_unary_rpc_method_handler(
            servicer.KVCompareAndSet,
            request_deserializer=api_kv_config_pb2.KVCompareAndSetRequest.FromString,
            response_serializer=api_kv_config_pb2.KVCompareAndSetResponse.SerializeToString,
        ),
        "KVCompareAndDelete": grpc.unary_unary_rpc_method_handler(
            servicer.KVCompareAndDelete,
            request_deserializer=api_kv_config_pb2.KVCompareAndDeleteRequest.FromString,
            response_serializer=api_kv_config_pb2.KVCompareAndDeleteResponse.SerializeToString,
        ),
        "KVSetWithOptions": grpc.unary_unary_rpc_method_handler(
            servicer.KVSetWithOptions,
            request_deserializer=api_kv_config_pb2.KVSetWithOptionsRequest.FromString,
            response_serializer=api_kv_config_pb2.KVSetWithOptionsResponse.SerializeToString,
        ),
        "KVSetWithExpiry": grpc.unary_unary_rpc_method_handler(
            servicer.KVSetWithExpiry,
            request_deserializer=api_kv_config_pb2.KVSetWithExpiryRequest.FromString,
            response_serializer=api_kv_config_pb2.KVSetWithExpiryResponse.SerializeToString,
        ),
        "KVGet": grpc.unary_unary_rpc_method_handler(
            servicer.KVGet,
            request_deserializer=api_kv_config_pb2.KVGetRequest.FromString,
            response_serializer=api_kv_config_pb2.KVGetResponse.SerializeToString,
        ),
        "KVDelete": grpc.unary_unary_rpc_method_handler(
            servicer.KVDelete,
            request_deserializer=api_kv_config_pb2.KVDeleteRequest.FromString,
            response_serializer=api_kv_config_pb2.KVDeleteResponse.SerializeToString,
        ),
        "KVDeleteAll": grpc.unary_unary_rpc_method_handler(
            servicer.KVDeleteAll,
            request_deserializer=api_kv_config_pb2.KVDeleteAllRequest.FromString,
            response_serializer=api_kv_config_pb2.KVDeleteAllResponse.SerializeToString,
        ),
        "KVList": grpc.unary_unary_rpc_method_handler(
            servicer.KVList,
            request_deserializer=api_kv_config_pb2.KVListRequest.FromString,
            response_serializer=api_kv_config_pb2.KVListResponse.SerializeToString,
        ),
        "PublishWebSocketEvent": grpc.unary_unary_rpc_method_handler(
            servicer.PublishWebSocketEvent,
            request_deserializer=api_kv_config_pb2.PublishWebSocketEventRequest.FromString,
            response_serializer=api_kv_config_pb2.PublishWebSocketEventResponse.SerializeToString,
        ),
        "LoadPluginConfiguration": grpc.unary_unary_rpc_method_handler(
            servicer.LoadPluginConfiguration,
            request_deserializer=api_kv_config_pb2.LoadPluginConfigurationRequest.FromString,
            response_serializer=api_kv_config_pb2.LoadPluginConfigurationResponse.SerializeToString,
        ),
        "GetConfig": grpc.unary_unary_rpc_method_handler(
            servicer.GetConfig,
            request_deserializer=api_kv_config_pb2.GetConfigRequest.FromString,
            response_serializer=api_kv_config_pb2.GetConfigResponse.SerializeToString,
        ),
        "GetUnsanitizedConfig": grpc.unary_unary_rpc_method_handler(
            servicer.GetUnsanitizedConfig,
            request_deserializer=api_kv_config_pb2.GetUnsanitizedConfigRequest.FromString,
            response_serializer=api_kv_config_pb2.GetUnsanitizedConfigResponse.SerializeToString,
        ),
        "SaveConfig": grpc.unary_unary_rpc_method_handler(
            servicer.SaveConfig,
            request_deserializer=api_kv_config_pb2.SaveConfigRequest.FromString,
            response_serializer=api_kv_config_pb2.SaveConfigResponse.SerializeToString,
        ),
        "GetPluginConfig": grpc.unary_unary_rpc_method_handler(
            servicer.GetPluginConfig,
            request_deserializer=api_kv_config_pb2.GetPluginConfigRequest.FromString,
            response_serializer=api_kv_config_pb2.GetPluginConfigResponse.SerializeToString,
        ),
        "SavePluginConfig": grpc.unary_unary_rpc_method_handler(
            servicer.SavePluginConfig,
            request_deserializer=api_kv_config_pb2.SavePluginConfigRequest.FromString,
            response_serializer=api_kv_config_pb2.SavePluginConfigResponse.SerializeToString,
        ),
        "GetBundlePath": grpc.unary_unary_rpc_method_handler(
            servicer.GetBundlePath,
            request_deserializer=api_kv_config_pb2.GetBundlePathRequest.FromString,
            response_serializer=api_kv_config_pb2.GetBundlePathResponse.SerializeToString,
        ),
        "GetPlugins": grpc.unary_unary_rpc_method_handler(
            servicer.GetPlugins,
            request_deserializer=api_kv_config_pb2.GetPluginsRequest.FromString,
            response_serializer=api_kv_config_pb2.GetPluginsResponse.SerializeToString,
        ),
        "EnablePlugin": grpc.unary_unary_rpc_method_handler(
            servicer.EnablePlugin,
            request_deserializer=api_kv_config_pb2.EnablePluginRequest.FromString,
            response_serializer=api_kv_config_pb2.EnablePluginResponse.SerializeToString,
        ),
        "DisablePlugin": grpc.unary_unary_rpc_method_handler(
            servicer.DisablePlugin,
            request_deserializer=api_kv_config_pb2.DisablePluginRequest.FromString,
            response_serializer=api_kv_config_pb2.DisablePluginResponse.SerializeToString,
        ),
        "RemovePlugin": grpc.unary_unary_rpc_method_handler(
            servicer.RemovePlugin,
            request_deserializer=api_kv_config_pb2.RemovePluginRequest.FromString,
            response_serializer=api_kv_config_pb2.RemovePluginResponse.SerializeToString,
        ),
        "GetPluginStatus": grpc.unary_unary_rpc_method_handler(
            servicer.GetPluginStatus,
            request_deserializer=api_kv_config_pb2.GetPluginStatusRequest.FromString,
            response_serializer=api_kv_config_pb2.GetPluginStatusResponse.SerializeToString,
        ),
        "InstallPlugin": grpc.unary_unary_rpc_method_handler(
            servicer.InstallPlugin,
            request_deserializer=api_kv_config_pb2.InstallPluginRequest.FromString,
            response_serializer=api_kv_config_pb2.InstallPluginResponse.SerializeToString,
        ),
        "GetPluginID": grpc.unary_unary_rpc_method_handler(
            servicer.GetPluginID,
            request_deserializer=api_kv_config_pb2.GetPluginIDRequest.FromString,
            response_serializer=api_kv_config_pb2.GetPluginIDResponse.SerializeToString,
        ),
        "LogDebug": grpc.unary_unary_rpc_method_handler(
            servicer.LogDebug,
            request_deserializer=api_kv_config_pb2.LogDebugRequest.FromString,
            response_serializer=api_kv_config_pb2.LogDebugResponse.SerializeToString,
        ),
        "LogInfo": grpc.unary_unary_rpc_method_handler(
            servicer.LogInfo,
            request_deserializer=api_kv_config_pb2.LogInfoRequest.FromString,
            response_serializer=api_kv_config_pb2.LogInfoResponse.SerializeToString,
        ),
        "LogError": grpc.unary_unary_rpc_method_handler(
            servicer.LogError,
            request_deserializer=api_kv_config_pb2.LogErrorRequest.FromString,
            response_serializer=api_kv_config_pb2.LogErrorResponse.SerializeToString,
        ),
        "LogWarn": grpc.unary_unary_rpc_method_handler(
            servicer.LogWarn,
            request_deserializer=api_kv_config_pb2.LogWarnRequest.FromString,
            response_serializer=api_kv_config_pb2.LogWarnResponse.SerializeToString,
        ),
        "CopyFileInfos": grpc.unary_unary_rpc_method_handler(
            servicer.CopyFileInfos,
            request_deserializer=api_file_bot_pb2.CopyFileInfosRequest.FromString,
            response_serializer=api_file_bot_pb2.CopyFileInfosResponse.SerializeToString,
        ),
        "GetFileInfo": grpc.unary_unary_rpc_method_handler(
            servicer.GetFileInfo,
            request_deserializer=api_file_bot_pb2.GetFileInfoRequest.FromString,
            response_serializer=api_file_bot_pb2.GetFileInfoResponse.SerializeToString,
        ),
        "SetFileSearchableContent": grpc.unary_unary_rpc_method_handler(
            servicer.SetFileSearchableContent,
            request_deserializer=api_file_bot_pb2.SetFileSearchableContentRequest.FromString,
            response_serializer=api_file_bot_pb2.SetFileSearchableContentResponse.SerializeToString,
        ),
        "GetFileInfos": grpc.unary_unary_rpc_method_handler(
            servicer.GetFileInfos,
            request_deserializer=api_file_bot_pb2.GetFileInfosRequest.FromString,
            response_serializer=api_file_bot_pb2.GetFileInfosResponse.SerializeToString,
        ),
        "GetFile": grpc.unary_unary_rpc_method_handler(
            servicer.GetFile,
            request_deserializer=api_file_bot_pb2.GetFileRequest.FromString,
            response_serializer=api_file_bot_pb2.GetFileResponse.SerializeToString,
        ),
        "GetFileLink": grpc.unary_unary_rpc_method_handler(
            servicer.GetFileLink,
            request_deserializer=api_file_bot_pb2.GetFileLinkRequest.FromString,
            response_serializer=api_file_bot_pb2.GetFileLinkResponse.SerializeToString,
        ),
        "ReadFile": grpc.unary_unary_rpc_method_handler(
            servicer.ReadFile,
            request_deserializer=api_file_bot_pb2.ReadFileRequest.FromString,
            response_serializer=api_file_bot_pb2.ReadFileResponse.SerializeToString,
        ),
        "UploadFile": grpc.unary_unary_rpc_method_handler(
            servicer.UploadFile,
            request_deserializer=api_file_bot_pb2.UploadFileRequest.FromString,
            response_serializer=api_file_bot_pb2.UploadFileResponse.SerializeToString,
        ),
        "CreateUploadSession": grpc.unary_unary_rpc_method_handler(
            servicer.CreateUploadSession,
            request_deserializer=api_file_bot_pb2.CreateUploadSessionRequest.FromString,
            response_serializer=api_file_bot_pb2.CreateUploadSessionResponse.SerializeToString,
        ),
        "UploadData": grpc.unary_unary_rpc_method_handler(
            servicer.UploadData,
            request_deserializer=api_file_bot_pb2.UploadDataRequest.FromString,
            response_serializer=api_file_bot_pb2.UploadDataResponse.SerializeToString,
        ),
        "GetUploadSession": grpc.unary_unary_rpc_method_handler(
            servicer.GetUploadSession,
            request_deserializer=api_file_bot_pb2.GetUploadSessionRequest.FromString,
            response_serializer=api_file_bot_pb2.GetUploadSessionResponse.SerializeToString,
        ),
        "CreateBot": grpc.unary_unary_rpc_method_handler(
            servicer.CreateBot,
            request_deserializer=api_file_bot_pb2.CreateBotRequest.FromString,
            response_serializer=api_file_bot_pb2.CreateBotResponse.SerializeToString,
        ),
        "PatchBot": grpc.unary_unary_rpc_method_handler(
            servicer.PatchBot,
            request_deserializer=api_file_bot_pb2.PatchBotRequest.FromString,
            response_serializer=api_file_bot_pb2.PatchBotResponse.SerializeToString,
        ),
        "GetBot": grpc.unary_unary_rpc_method_handler(
            servicer.GetBot,
            request_deserializer=api_file_bot_pb2.GetBotRequest.FromString,
            response_serializer=api_file_bot_pb2.GetBotResponse.SerializeToString,
        ),
        "GetBots": grpc.unary_unary_rpc_method_handler(
            servicer.GetBots,
            request_deserializer=api_file_bot_pb2.GetBotsRequest.FromString,
            response_serializer=api_file_bot_pb2.GetBotsResponse.SerializeToString,
        ),
        "UpdateBotActive": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateBotActive,
            request_deserializer=api_file_bot_pb2.UpdateBotActiveRequest.FromString,
            response_serializer=api_file_bot_pb2.UpdateBotActiveResponse.SerializeToString,
        ),
        "PermanentDeleteBot": grpc.unary_unary_rpc_method_handler(
            servicer.PermanentDeleteBot,
            request_deserializer=api_file_bot_pb2.PermanentDeleteBotRequest.FromString,
            response_serializer=api_file_bot_pb2.PermanentDeleteBotResponse.SerializeToString,
        ),
        "EnsureBotUser": grpc.unary_unary_rpc_method_handler(
            servicer.EnsureBotUser,
            request_deserializer=api_file_bot_pb2.EnsureBotUserRequest.FromString,
            response_serializer=api_file_bot_pb2.EnsureBotUserResponse.SerializeToString,
        ),
        "GetLicense": grpc.unary_unary_rpc_method_handler(
            servicer.GetLicense,
            request_deserializer=api_remaining_pb2.GetLicenseRequest.FromString,
            response_serializer=api_remaining_pb2.GetLicenseResponse.SerializeToString,
        ),
        "IsEnterpriseReady": grpc.unary_unary_rpc_method_handler(
            servicer.IsEnterpriseReady,
            request_deserializer=api_remaining_pb2.IsEnterpriseReadyRequest.FromString,
            response_serializer=api_remaining_pb2.IsEnterpriseReadyResponse.SerializeToString,
        ),
        "GetServerVersion": grpc.unary_unary_rpc_method_handler(
            servicer.GetServerVersion,
            request_deserializer=api_remaining_pb2.GetServerVersionRequest.FromString,
            response_serializer=api_remaining_pb2.GetServerVersionResponse.SerializeToString,
        ),
        "GetSystemInstallDate": grpc.unary_unary_rpc_method_handler(
            servicer.GetSystemInstallDate,
            request_deserializer=api_remaining_pb2.GetSystemInstallDateRequest.FromString,
            response_serializer=api_remaining_pb2.GetSystemInstallDateResponse.SerializeToString,
        ),
        "GetDiagnosticId": grpc.unary_unary_rpc_method_handler(
            servicer.GetDiagnosticId,
            request_deserializer=api_remaining_pb2.GetDiagnosticIdRequest.FromString,
            response_serializer=api_remaining_pb2.GetDiagnosticIdResponse.SerializeToString,
        ),
        "GetTelemetryId": grpc.unary_unary_rpc_method_handler(
            servicer.GetTelemetryId,
            request_deserializer=api_remaining_pb2.GetTelemetryIdRequest.FromString,
            response_serializer=api_remaining_pb2.GetTelemetryIdResponse.SerializeToString,
        ),
        "RegisterCommand": grpc.unary_unary_rpc_method_handler(
            servicer.RegisterCommand,
            request_deserializer=api_remaining_pb2.RegisterCommandRequest.FromString,
            response_serializer=api_remaining_pb2.RegisterCommandResponse.SerializeToString,
        ),
        "UnregisterCommand": grpc.unary_unary_rpc_method_handler(
            servicer.UnregisterCommand,
            request_deserializer=api_remaining_pb2.UnregisterCommandRequest.FromString,
            response_serializer=api_remaining_pb2.UnregisterCommandResponse.SerializeToString,
        ),
        "ExecuteSlashCommand": grpc.unary_unary_rpc_method_handler(
            servicer.ExecuteSlashCommand,
            request_deserializer=api_remaining_pb2.ExecuteSlashCommandRequest.FromString,
            response_serializer=api_remaining_pb2.ExecuteSlashCommandResponse.SerializeToString,
        ),
        "CreateCommand": grpc.unary_unary_rpc_method_handler(
            servicer.CreateCommand,
            request_deserializer=api_remaining_pb2.CreateCommandRequest.FromString,
            response_serializer=api_remaining_pb2.CreateCommandResponse.SerializeToString,
        ),
        "ListCommands": grpc.unary_unary_rpc_method_handler(
            servicer.ListCommands,
            request_deserializer=api_remaining_pb2.ListCommandsRequest.FromString,
            response_serializer=api_remaining_pb2.ListCommandsResponse.SerializeToString,
        ),
        "ListCustomCommands": grpc.unary_unary_rpc_method_handler(
            servicer.ListCustomCommands,
            request_deserializer=api_remaining_pb2.ListCustomCommandsRequest.FromString,
            response_serializer=api_remaining_pb2.ListCustomCommandsResponse.SerializeToString,
        ),
        "ListPluginCommands": grpc.unary_unary_rpc_method_handler(
            servicer.ListPluginCommands,
            request_deserializer=api_remaining_pb2.ListPluginCommandsRequest.FromString,
            response_serializer=api_remaining_pb2.ListPluginCommandsResponse.SerializeToString,
        ),
        "ListBuiltInCommands": grpc.unary_unary_rpc_method_handler(
            servicer.ListBuiltInCommands,
            request_deserializer=api_remaining_pb2.ListBuiltInCommandsRequest.FromString,
            response_serializer=api_remaining_pb2.ListBuiltInCommandsResponse.SerializeToString,
        ),
        "GetCommand": grpc.unary_unary_rpc_method_handler(
            servicer.GetCommand,
            request_deserializer=api_remaining_pb2.GetCommandRequest.FromString,
            response_serializer=api_remaining_pb2.GetCommandResponse.SerializeToString,
        ),
        "UpdateCommand": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateCommand,
            request_deserializer=api_remaining_pb2.UpdateCommandRequest.FromString,
            response_serializer=api_remaining_pb2.UpdateCommandResponse.SerializeToString,
        ),
        "DeleteCommand": grpc.unary_unary_rpc_method_handler(
            servicer.DeleteCommand,
            request_deserializer=api_remaining_pb2.DeleteCommandRequest.FromString,
            response_serializer=api_remaining_pb2.DeleteCommandResponse.SerializeToString,
        ),
        "GetPreferenceForUser": grpc.unary_unary_rpc_method_handler(
            servicer.GetPreferenceForUser,
            request_deserializer=api_remaining_pb2.GetPreferenceForUserRequest.FromString,
            response_serializer=api_remaining_pb2.GetPreferenceForUserResponse.SerializeToString,
        ),
        "GetPreferencesForUser": grpc.unary_unary_rpc_method_handler(
            servicer.GetPreferencesForUser,
            request_deserializer=api_remaining_pb2.GetPreferencesForUserRequest.FromString,
            response_serializer=api_remaining_pb2.GetPreferencesForUserResponse.SerializeToString,
        ),
        "UpdatePreferencesForUser": grpc.unary_unary_rpc_method_handler(
            servicer.UpdatePreferencesForUser,
            request_deserializer=api_remaining_pb2.UpdatePreferencesForUserRequest.FromString,
            response_serializer=api_remaining_pb2.UpdatePreferencesForUserResponse.SerializeToString,
        ),
        "DeletePreferencesForUser": grpc.unary_unary_rpc_method_handler(
            servicer.DeletePreferencesForUser,
            request_deserializer=api_remaining_pb2.DeletePreferencesForUserRequest.FromString,
            response_serializer=api_remaining_pb2.DeletePreferencesForUserResponse.SerializeToString,
        ),
        "CreateOAuthApp": grpc.unary_unary_rpc_method_handler(
            servicer.CreateOAuthApp,
            request_deserializer=api_remaining_pb2.CreateOAuthAppRequest.FromString,
            response_serializer=api_remaining_pb2.CreateOAuthAppResponse.SerializeToString,
        ),
        "GetOAuthApp": grpc.unary_unary_rpc_method_handler(
            servicer.GetOAuthApp,
            request_deserializer=api_remaining_pb2.GetOAuthAppRequest.FromString,
            response_serializer=api_remaining_pb2.GetOAuthAppResponse.SerializeToString,
        ),
        "UpdateOAuthApp": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateOAuthApp,
            request_deserializer=api_remaining_pb2.UpdateOAuthAppRequest.FromString,
            response_serializer=api_remaining_pb2.UpdateOAuthAppResponse.SerializeToString,
        ),
        "DeleteOAuthApp": grpc.unary_unary_rpc_method_handler(
            servicer.DeleteOAuthApp,
            request_deserializer=api_remaining_pb2.DeleteOAuthAppRequest.FromString,
            response_serializer=api_remaining_pb2.DeleteOAuthAppResponse.SerializeToString,
        ),
        "GetGroup": grpc.unary_unary_rpc_method_handler(
            servicer.GetGroup,
            request_deserializer=api_remaining_pb2.GetGroupRequest.FromString,
            response_serializer=api_remaining_pb2.GetGroupResponse.SerializeToString,
        ),
        "GetGroupByName": grpc.unary_unary_rpc_method_handler(
            servicer.GetGroupByName,
            request_deserializer=api_remaining_pb2.GetGroupByNameRequest.FromString,
            response_serializer=api_remaining_pb2.GetGroupByNameResponse.SerializeToString,
        ),
        "GetGroupMemberUsers": grpc.unary_unary_rpc_method_handler(
            servicer.GetGroupMemberUsers,
            request_deserializer=api_remaining_pb2.GetGroupMemberUsersRequest.FromString,
            response_serializer=api_remaining_pb2.GetGroupMemberUsersResponse.SerializeToString,
        ),
        "GetGroupsBySource": grpc.unary_unary_rpc_method_handler(
            servicer.GetGroupsBySource,
            request_deserializer=api_remaining_pb2.GetGroupsBySourceRequest.FromString,
            response_serializer=api_remaining_pb2.GetGroupsBySourceResponse.SerializeToString,
        ),
        "GetGroupsForUser": grpc.unary_unary_rpc_method_handler(
            servicer.GetGroupsForUser,
            request_deserializer=api_remaining_pb2.GetGroupsForUserRequest.FromString,
            response_serializer=api_remaining_pb2.GetGroupsForUserResponse.SerializeToString,
        ),
        "UpsertGroupMember": grpc.unary_unary_rpc_method_handler(
            servicer.UpsertGroupMember,
            request_deserializer=api_remaining_pb2.UpsertGroupMemberRequest.FromString,
            response_serializer=api_remaining_pb2.UpsertGroupMemberResponse.SerializeToString,
        ),
        "UpsertGroupMembers": grpc.unary_unary_rpc_method_handler(
            servicer.UpsertGroupMembers,
            request_deserializer=api_remaining_pb2.UpsertGroupMembersRequest.FromString,
            response_serializer=api_remaining_pb2.UpsertGroupMembersResponse.SerializeToString,
        ),
        "GetGroupByRemoteID": grpc.unary_unary_rpc_method_handler(
            servicer.GetGroupByRemoteID,
            request_deserializer=api_remaining_pb2.GetGroupByRemoteIDRequest.FromString,
            response_serializer=api_remaining_pb2.GetGroupByRemoteIDResponse.SerializeToString,
        ),
        "CreateGroup": grpc.unary_unary_rpc_method_handler(
            servicer.CreateGroup,
            request_deserializer=api_remaining_pb2.CreateGroupRequest.FromString,
            response_serializer=api_remaining_pb2.CreateGroupResponse.SerializeToString,
        ),
        "UpdateGroup": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateGroup,
            request_deserializer=api_remaining_pb2.UpdateGroupRequest.FromString,
            response_serializer=api_remaining_pb2.UpdateGroupResponse.SerializeToString,
        ),
        "DeleteGroup": grpc.unary_unary_rpc_method_handler(
            servicer.DeleteGroup,
            request_deserializer=api_remaining_pb2.DeleteGroupRequest.FromString,
            response_serializer=api_remaining_pb2.DeleteGroupResponse.SerializeToString,
        ),
        "RestoreGroup": grpc.unary_unary_rpc_method_handler(
            servicer.RestoreGroup,
            request_deserializer=api_remaining_pb2.RestoreGroupRequest.FromString,
            response_serializer=api_remaining_pb2.RestoreGroupResponse.SerializeToString,
        ),
        "DeleteGroupMember": grpc.unary_unary_rpc_method_handler(
            servicer.DeleteGroupMember,
            request_deserializer=api_remaining_pb2.DeleteGroupMemberRequest.FromString,
            response_serializer=api_remaining_pb2.DeleteGroupMemberResponse.SerializeToString,
        ),
        "GetGroupSyncable": grpc.unary_unary_rpc_method_handler(
            servicer.GetGroupSyncable,
            request_deserializer=api_remaining_pb2.GetGroupSyncableRequest.FromString,
            response_serializer=api_remaining_pb2.GetGroupSyncableResponse.SerializeToString,
        ),
        "GetGroupSyncables": grpc.unary_unary_rpc_method_handler(
            servicer.GetGroupSyncables,
            request_deserializer=api_remaining_pb2.GetGroupSyncablesRequest.FromString,
            response_serializer=api_remaining_pb2.GetGroupSyncablesResponse.SerializeToString,
        ),
        "UpsertGroupSyncable": grpc.unary_unary_rpc_method_handler(
            servicer.UpsertGroupSyncable,
            request_deserializer=api_remaining_pb2.UpsertGroupSyncableRequest.FromString,
            response_serializer=api_remaining_pb2.UpsertGroupSyncableResponse.SerializeToString,
        ),
        "UpdateGroupSyncable": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateGroupSyncable,
            request_deserializer=api_remaining_pb2.UpdateGroupSyncableRequest.FromString,
            response_serializer=api_remaining_pb2.UpdateGroupSyncableResponse.SerializeToString,
        ),
        "DeleteGroupSyncable": grpc.unary_unary_rpc_method_handler(
            servicer.DeleteGroupSyncable,
            request_deserializer=api_remaining_pb2.DeleteGroupSyncableRequest.FromString,
            response_serializer=api_remaining_pb2.DeleteGroupSyncableResponse.SerializeToString,
        ),
        "GetGroups": grpc.unary_unary_rpc_method_handler(
            servicer.GetGroups,
            request_deserializer=api_remaining_pb2.GetGroupsRequest.FromString,
            response_serializer=api_remaining_pb2.GetGroupsResponse.SerializeToString,
        ),
        "CreateDefaultSyncableMemberships": grpc.unary_unary_rpc_method_handler(
            servicer.CreateDefaultSyncableMemberships,
            request_deserializer=api_remaining_pb2.CreateDefaultSyncableMembershipsRequest.FromString,
            response_serializer=api_remaining_pb2.CreateDefaultSyncableMembershipsResponse.SerializeToString,
        ),
        "DeleteGroupConstrainedMemberships": grpc.unary_unary_rpc_method_handler(
            servicer.DeleteGroupConstrainedMemberships,
            request_deserializer=api_remaining_pb2.DeleteGroupConstrainedMembershipsRequest.FromString,
            response_serializer=api_remaining_pb2.DeleteGroupConstrainedMembershipsResponse.SerializeToString,
        ),
        "RegisterPluginForSharedChannels": grpc.unary_unary_rpc_method_handler(
            servicer.RegisterPluginForSharedChannels,
            request_deserializer=api_remaining_pb2.RegisterPluginForSharedChannelsRequest.FromString,
            response_serializer=api_remaining_pb2.RegisterPluginForSharedChannelsResponse.SerializeToString,
        ),
        "UnregisterPluginForSharedChannels": grpc.unary_unary_rpc_method_handler(
            servicer.UnregisterPluginForSharedChannels,
            request_deserializer=api_remaining_pb2.UnregisterPluginForSharedChannelsRequest.FromString,
            response_serializer=api_remaining_pb2.UnregisterPluginForSharedChannelsResponse.SerializeToString,
        ),
        "ShareChannel": grpc.unary_unary_rpc_method_handler(
            servicer.ShareChannel,
            request_deserializer=api_remaining_pb2.ShareChannelRequest.FromString,
            response_serializer=api_remaining_pb2.ShareChannelResponse.SerializeToString,
        ),
        "UpdateSharedChannel": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateSharedChannel,
            request_deserializer=api_remaining_pb2.UpdateSharedChannelRequest.FromString,
            response_serializer=api_remaining_pb2.UpdateSharedChannelResponse.SerializeToString,
        ),
        "UnshareChannel": grpc.unary_unary_rpc_method_handler(
            servicer.UnshareChannel,
            request_deserializer=api_remaining_pb2.UnshareChannelRequest.FromString,
            response_serializer=api_remaining_pb2.UnshareChannelResponse.SerializeToString,
        ),
        "UpdateSharedChannelCursor": grpc.unary_unary_rpc_method_handler(
            servicer.UpdateSharedChannelCursor,
            request_deserializer=api_remaining_pb2.UpdateSharedChannelCursorRequest.FromString,
            response_serializer=api_remaining_pb2.UpdateSharedChannelCursorResponse.SerializeToString,
        ),
        "SyncSharedChannel": grpc.unary_unary_rpc_method_handler(
            servicer.SyncSharedChannel,
            request_deserializer=api_remaining_pb2.SyncSharedChannelRequest.FromString,
            response_serializer=api_remaining_pb2.SyncSharedChannelResponse.SerializeToString,
        ),
        "InviteRemoteToChannel": grpc.unary_unary_rpc_method_handler(
            servicer.InviteRemoteToChannel,
            request_deserializer=api_remaining_pb2.InviteRemoteToChannelRequest.FromString,
            response_serializer=api_remaining_pb2.InviteRemoteToChannelResponse.SerializeToString,
        ),
        "UninviteRemoteFromChannel": grpc.unary_unary_rpc_method_handler(
            servicer.UninviteRemoteFromChannel,
            request_deserializer=api_remaining_pb2.UninviteRemoteFromChannelRequest.FromString,
            response_serializer=api_remaining_pb2.UninviteRemoteFromChannelResponse.SerializeToString,
        ),
        "CreatePropertyField": grpc.unary_unary_rpc_method_handler(
            servicer.CreatePropertyField,
            request_deserializer=api_remaining_pb2.CreatePropertyFieldRequest.FromString,
            response_serializer=api_remaining_pb2.CreatePropertyFieldResponse.SerializeToString,
        ),
        "GetPropertyField": grpc.unary_unary_rpc_method_handler(
            servicer.GetPropertyField,
            request_deserializer=api_remaining_pb2.GetPropertyFieldRequest.FromString,
            response_serializer=api_remaining_pb2.GetPropertyFieldResponse.SerializeToString,
        ),
        "GetPropertyFields": grpc.unary_unary_rpc_method_handler(
            servicer.GetPropertyFields,
            request_deserializer=api_remaining_pb2.GetPropertyFieldsRequest.FromString,
            response_serializer=api_remaining_pb2.GetPropertyFieldsResponse.SerializeToString,
        ),
        "UpdatePropertyField": grpc.unary_unary_rpc_method_handler(
            servicer.UpdatePropertyField,
            request_deserializer=api_remaining_pb2.UpdatePropertyFieldRequest.FromString,
            response_serializer=api_remaining_pb2.UpdatePropertyFieldResponse.SerializeToString,
        ),
        "DeletePropertyField": grpc.unary_unary_rpc_method_handler(
            servicer.DeletePropertyField,
            request_deserializer=api_remaining_pb2.DeletePropertyFieldRequest.FromString,
            response_serializer=api_remaining_pb2.DeletePropertyFieldResponse.SerializeToString,
        ),
        "SearchPropertyFields": grpc.unary_unary_rpc_method_handler(
            servicer.SearchPropertyFields,
            request_deserializer=api_remaining_pb2.SearchPropertyFieldsRequest.FromString,
            response_serializer=api_remaining_pb2.SearchPropertyFieldsResponse.SerializeToString,
        ),
        "CountPropertyFields": grpc.unary_unary_rpc_method_handler(
            servicer.CountPropertyFields,
            request_deserializer=api_remaining_pb2.CountPropertyFieldsRequest.FromString,
            response_serializer=api_remaining_pb2.CountPropertyFieldsResponse.SerializeToString,
        ),
        "CountPropertyFieldsForTarget": grpc.unary_unary_rpc_method_handler(
            servicer.CountPropertyFieldsForTarget,
            request_deserializer=api_remaining_pb2.CountPropertyFieldsForTargetRequest.FromString,
            response_serializer=api_remaining_pb2.CountPropertyFieldsForTargetResponse.SerializeToString,
        ),
        "CreatePropertyValue": grpc.unary_unary_rpc_method_handler(
            servicer.CreatePropertyValue,
            request_deserializer=api_remaining_pb2.CreatePropertyValueRequest.FromString,
            response_serializer=api_remaining_pb2.CreatePropertyValueResponse.SerializeToString,
        ),
        "GetPropertyValue": grpc.unary_unary_rpc_method_handler(
            servicer.GetPropertyValue,
            request_deserializer=api_remaining_pb2.GetPropertyValueRequest.FromString,
            response_serializer=api_remaining_pb2.GetPropertyValueResponse.SerializeToString,
        ),
        "GetPropertyValues": grpc.unary_unary_rpc_method_handler(
            servicer.GetPropertyValues,
            request_deserializer=api_remaining_pb2.GetPropertyValuesRequest.FromString,
            response_serializer=api_remaining_pb2.GetPropertyValuesResponse.SerializeToString,
        ),
        "UpdatePropertyValue": grpc.unary_unary_rpc_method_handler(
            servicer.UpdatePropertyValue,
            request_deserializer=api_remaining_pb2.UpdatePropertyValueRequest.FromString,
            response_serializer=api_remaining_pb2.UpdatePropertyValueResponse.SerializeToString,
        ),
        "UpsertPropertyValue": grpc.unary_unary_rpc_method_handler(
            servicer.UpsertPropertyValue,
            request_deserializer=api_remaining_pb2.UpsertPropertyValueRequest.FromString,
            response_serializer=api_remaining_pb2.UpsertPropertyValueResponse.SerializeToString,
        ),
        "DeletePropertyValue": grpc.unary_unary_rpc_method_handler(
            servicer.DeletePropertyValue,
            request_deserializer=api_remaining_pb2.DeletePropertyValueRequest.FromString,
            response_serializer=api_remaining_pb2.DeletePropertyValueResponse.SerializeToString,
        ),
        "SearchPropertyValues": grpc.unary_unary_rpc_method_handler(
            servicer.SearchPropertyValues,
            request_deserializer=api_remaining_pb2.SearchPropertyValuesRequest.FromString,
            response_serializer=api_remaining_pb2.SearchPropertyValuesResponse.SerializeToString,
        ),
        "RegisterPropertyGroup": grpc.unary_unary_rpc_method_handler(
            servicer.RegisterPropertyGroup,
            request_deserializer=api_remaining_pb2.RegisterPropertyGroupRequest.FromString,
            response_serializer=api_remaining_pb2.RegisterPropertyGroupResponse.SerializeToString,
        ),
        "GetPropertyGroup": grpc.unary_unary_rpc_method_handler(
            servicer.GetPropertyGroup,
            request_deserializer=api_remaining_pb2.GetPropertyGroupRequest.FromString,
            response_serializer=api_remaining_pb2.GetPropertyGroupResponse.SerializeToString,
        ),
        "GetPropertyFieldByName": grpc.unary_unary_rpc_method_handler(
            servicer.GetPropertyFieldByName,
            request_deserializer=api_remaining_pb2.GetPropertyFieldByNameRequest.FromString,
            response_serializer=api_remaining_pb2.GetPropertyFieldByNameResponse.SerializeToString,
        ),
        "UpdatePropertyFields": grpc.unary_unary_rpc_method_handler(
            servicer.UpdatePropertyFields,
            request_deserializer=api_remaining_pb2.UpdatePropertyFieldsRequest.FromString,
            response_serializer=api_remaining_pb2.UpdatePropertyFieldsResponse.SerializeToString,
        ),
        "UpdatePropertyValues": grpc.unary_unary_rpc_method_handler(
            servicer.UpdatePropertyValues,
            request_deserializer=api_remaining_pb2.UpdatePropertyValuesRequest.FromString,
            response_serializer=api_remaining_pb2.UpdatePropertyValuesResponse.SerializeToString,
        ),
        "UpsertPropertyValues": grpc.unary_unary_rpc_method_handler(
            servicer.UpsertPropertyValues,
            request_deserializer=api_remaining_pb2.UpsertPropertyValuesRequest.FromString,
            response_serializer=api_remaining_pb2.UpsertPropertyValuesResponse.SerializeToString,
        ),
        "DeletePropertyValuesForTarget": grpc.unary_unary_rpc_method_handler(
            servicer.DeletePropertyValuesForTarget,
            request_deserializer=api_remaining_pb2.DeletePropertyValuesForTargetRequest.FromString,
            response_serializer=api_remaining_pb2.DeletePropertyValuesForTargetResponse.SerializeToString,
        ),
        "DeletePropertyValuesForField": grpc.unary_unary_rpc_method_handler(
            servicer.DeletePropertyValuesForField,
            request_deserializer=api_remaining_pb2.DeletePropertyValuesForFieldRequest.FromString,
            response_serializer=api_remaining_pb2.DeletePropertyValuesForFieldResponse.SerializeToString,
        ),
        "LogAuditRec": grpc.unary_unary_rpc_method_handler(
            servicer.LogAuditRec,
            request_deserializer=api_remaining_pb2.LogAuditRecRequest.FromString,
            response_serializer=api_remaining_pb2.LogAuditRecResponse.SerializeToString,
        ),
        "LogAuditRecWithLevel": grpc.unary_unary_rpc_method_handler(
            servicer.LogAuditRecWithLevel,
            request_deserializer=api_remaining_pb2.LogAuditRecWithLevelRequest.FromString,
            response_serializer=api_remaining_pb2.LogAuditRecWithLevelResponse.SerializeToString,
        ),
        "PluginHTTP": grpc.unary_unary_rpc_method_handler(
            servicer.PluginHTTP,
            request_deserializer=api_remaining_pb2.PluginHTTPRequest.FromString,
            response_serializer=api_remaining_pb2.PluginHTTPResponse.SerializeToString,
        ),
        "GetCloudLimits": grpc.unary_unary_rpc_method_handler(
            servicer.GetCloudLimits,
            request_deserializer=api_remaining_pb2.GetCloudLimitsRequest.FromString,
            response_serializer=api_remaining_pb2.GetCloudLimitsResponse.SerializeToString,
        ),
        "OpenInteractiveDialog": grpc.unary_unary_rpc_method_handler(
            servicer.OpenInteractiveDialog,
            request_deserializer=api_remaining_pb2.OpenInteractiveDialogRequest.FromString,
            response_serializer=api_remaining_pb2.OpenInteractiveDialogResponse.SerializeToString,
        ),
        "PublishPluginClusterEvent": grpc.unary_unary_rpc_method_handler(
            servicer.PublishPluginClusterEvent,
            request_deserializer=api_remaining_pb2.PublishPluginClusterEventRequest.FromString,
            response_serializer=api_remaining_pb2.PublishPluginClusterEventResponse.SerializeToString,
        ),
        "RegisterCollectionAndTopic": grpc.unary_unary_rpc_method_handler(
            servicer.RegisterCollectionAndTopic,
            request_deserializer=api_remaining_pb2.RegisterCollectionAndTopicRequest.FromString,
            response_serializer=api_remaining_pb2.RegisterCollectionAndTopicResponse.SerializeToString,
        ),
        "RequestTrialLicense": grpc.unary_unary_rpc_method_handler(
            servicer.RequestTrialLicense,
            request_deserializer=api_remaining_pb2.RequestTrialLicenseRequest.FromString,
            response_serializer=api_remaining_pb2.RequestTrialLicenseResponse.SerializeToString,
        ),
        "RolesGrantPermission": grpc.unary_unary_rpc_method_handler(
            servicer.RolesGrantPermission,
            request_deserializer=api_remaining_pb2.RolesGrantPermissionRequest.FromString,
            response_serializer=api_remaining_pb2.RolesGrantPermissionResponse.SerializeToString,
        ),
        "SendMail": grpc.unary_unary_rpc_method_handler(
            servicer.SendMail,
            request_deserializer=api_remaining_pb2.SendMailRequest.FromString,
            response_serializer=api_remaining_pb2.SendMailResponse.SerializeToString,
        ),
        "SendPushNotification": grpc.unary_unary_rpc_method_handler(
            servicer.SendPushNotification,
            request_deserializer=api_remaining_pb2.SendPushNotificationRequest.FromString,
            response_serializer=api_remaining_pb2.SendPushNotificationResponse.SerializeToString,
        ),
    }
    server.add_generic_rpc_handlers(
        (grpc.method_handlers_generic_handler("mattermost.pluginapi.v1.PluginAPI", handlers),)
    )
