# Generated from the contract; do not edit.
"""Every method of the host's API, for use with asyncio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, MutableMapping

from mattermost_plugin._generated import api_methods as _m
from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal import transforms as _t
from mattermost_plugin._internal.calls import AsyncApiBase
from mattermost_plugin._internal.lazy import LazyModule
from mattermost_plugin._internal.values import StructView, strings

if TYPE_CHECKING:
    from mattermost_plugin._generated.models import (
        AuditRecord,
        AuditRecordLike,
        Bot,
        BotGetOptions,
        BotGetOptionsLike,
        BotLike,
        BotPatch,
        BotPatchLike,
        Channel,
        ChannelLike,
        ChannelMember,
        ChannelMemberIdentifierLike,
        ChannelStats,
        Command,
        CommandArgs,
        CommandArgsLike,
        CommandLike,
        CommandResponse,
        CreateDefaultMembershipParams,
        CustomStatus,
        CustomStatusLike,
        Emoji,
        Empty,
        FileInfo,
        GetFileInfosOptions,
        GetPostsSinceForSyncCursor,
        Group,
        GroupLike,
        GroupMember,
        GroupSearchOpts,
        GroupSearchOptsLike,
        GroupSyncable,
        GroupSyncableLike,
        OAuthApp,
        OAuthAppLike,
        OpenDialogRequest,
        OpenDialogRequestLike,
        OrderedSidebarCategories,
        PluginClusterEvent,
        PluginClusterEventSendOptions,
        PluginKVSetOptions,
        PluginKVSetOptionsLike,
        Post,
        PostLike,
        PostList,
        Preference,
        PreferenceLike,
        PropertyFieldLike,
        PropertyFieldSearchOpts,
        PropertyValueLike,
        PropertyValueSearchOpts,
        PushNotification,
        PushNotificationLike,
        Reaction,
        ReactionLike,
        RegisterPluginOpts,
        SearchParameterLike,
        SearchParamsLike,
        Session,
        SessionLike,
        SharedChannel,
        SharedChannelLike,
        SidebarCategoryWithChannels,
        SidebarCategoryWithChannelsLike,
        Team,
        TeamLike,
        TeamMember,
        TeamMemberWithError,
        TeamStats,
        TeamUnread,
        UploadSession,
        UploadSessionLike,
        User,
        UserAccessToken,
        UserAccessTokenLike,
        UserAuth,
        UserAuthLike,
        UserLike,
        UserStatus,
        ViewUsersRestrictions,
        ViewUsersRestrictionsLike,
        WebsocketBroadcastLike,
    )
    from mattermost_plugin.grpc import api_channel_post_pb2
    from mattermost_plugin.grpc import api_file_bot_pb2
    from mattermost_plugin.grpc import api_kv_config_pb2
    from mattermost_plugin.grpc import api_remaining_models_pb2
    from mattermost_plugin.grpc import api_remaining_pb2
    from mattermost_plugin.grpc import api_user_team_pb2
else:
    api_channel_post_pb2 = LazyModule("mattermost_plugin.grpc.api_channel_post_pb2")
    api_file_bot_pb2 = LazyModule("mattermost_plugin.grpc.api_file_bot_pb2")
    api_kv_config_pb2 = LazyModule("mattermost_plugin.grpc.api_kv_config_pb2")
    api_remaining_models_pb2 = LazyModule("mattermost_plugin.grpc.api_remaining_models_pb2")
    api_remaining_pb2 = LazyModule("mattermost_plugin.grpc.api_remaining_pb2")
    api_user_team_pb2 = LazyModule("mattermost_plugin.grpc.api_user_team_pb2")


class AsyncApi(AsyncApiBase):
    """The host's API: one method for each of the contract.

    Every method raises `PluginAPIError` or one of its subclasses when the host answers with an
    error, and `UnavailableError` when it does not answer.
    """

    async def create_user(self, user: UserLike) -> User:
        """Creates a user account and returns it as stored, with its new id and times. A password
        may be given and is stored only as a hash, never returned; without one the account needs
        an external authentication service. The hook UserHasBeenCreated follows. Fails with 400
        where the user name, address or password breaks the rules of the host, and with 409 where
        the user name or address is taken.

        Args:
            user: The account to create. User name and address are required; id and times are
                given by the host.

        Since server version 5.2.
        """
        request = api_user_team_pb2.CreateUserRequest(user=_models.User._message_of(user))
        response = await self._call(_m.CREATE_USER, request)
        return _models.User._wrap(response.user)

    async def delete_user(self, user_id: str) -> None:
        """Deactivates a user: sessions end and signing in is refused, while posts and memberships
        stay. Nothing is erased, and UpdateUserActive brings the account back. Deactivating an
        inactive user succeeds. Fails with 404 where there is no such user.

        Args:
            user_id: Identifier of the user.

        Since server version 5.2.
        """
        request = api_user_team_pb2.DeleteUserRequest(user_id=user_id)
        await self._call(_m.DELETE_USER, request)

    async def get_users(
        self,
        *,
        in_team_id: str = "",
        not_in_team_id: str = "",
        in_channel_id: str = "",
        not_in_channel_id: str = "",
        in_group_id: str = "",
        not_in_group_id: str = "",
        group_constrained: bool = False,
        without_team: bool = False,
        inactive: bool = False,
        active: bool = False,
        role: str = "",
        roles: Iterable[str] | None = None,
        channel_roles: Iterable[str] | None = None,
        team_roles: Iterable[str] | None = None,
        sort: str = "",
        page: int = 0,
        per_page: int = 60,
        updated_after: int = 0,
        view_restrictions: ViewUsersRestrictionsLike | None = None,
    ) -> list[User]:
        """Returns one page of the users that meet every filter given, ordered as sort asks, by user
        name where it is empty. Filters left empty do not restrict anything, so a call with none
        of them walks through all users, deactivated ones included. Fails with 400 where filters
        contradict one another or sort is not known.

        Args:
            in_team_id: Only users that are members of this team; empty for no restriction.
            not_in_team_id: Only users that are not members of this team; empty for no
                restriction.
            in_channel_id: Only users that are members of this channel; empty for no restriction.
            not_in_channel_id: Only users that are not members of this channel; empty for no
                restriction.
            in_group_id: Only users that are members of this group; empty for no restriction.
            not_in_group_id: Only users that are not members of this group; empty for no
                restriction.
            group_constrained: Together with a team or channel the users are not in: only those
                whom its linked groups would admit.
            without_team: Only users that are in no team.
            inactive: Only deactivated users.
            active: Only active users.
            role: Name of one role for the whole server that the users must have; empty for no
                restriction.
            roles: Names of roles for the whole server; users having any of them are returned.
                Empty for no restriction.
            channel_roles: Names of roles within a channel; users having any of them are
                returned. Empty for no restriction.
            team_roles: Names of roles within a team; users having any of them are returned.
                Empty for no restriction.
            sort: What to order by: empty for the user name, or one of last_activity_at,
                create_at, status and display_name.
            page: Which page of the result to return, counted from 0.
            per_page: How many entries a page has at most; 0 stands for the usual 60, and more
                than the bound of the host, which is at least 1000, fails with 400. A page with
                fewer entries is the last.
            updated_after: Only users changed after this moment in milliseconds since the epoch;
                0 for no restriction.
            view_restrictions: Only users that share one of these teams or channels; absent for
                no restriction.

        Since server version 5.10.
        """
        request = api_user_team_pb2.GetUsersRequest(
            in_team_id=in_team_id,
            not_in_team_id=not_in_team_id,
            in_channel_id=in_channel_id,
            not_in_channel_id=not_in_channel_id,
            in_group_id=in_group_id,
            not_in_group_id=not_in_group_id,
            group_constrained=group_constrained,
            without_team=without_team,
            inactive=inactive,
            active=active,
            role=role,
            roles=strings(roles),
            channel_roles=strings(channel_roles),
            team_roles=strings(team_roles),
            sort=sort,
            page=page,
            per_page=per_page,
            updated_after=updated_after,
            view_restrictions=_models.ViewUsersRestrictions._optional_message_of(view_restrictions),
        )
        response = await self._call(_m.GET_USERS, request)
        return [_models.User._wrap(item) for item in response.users]

    async def get_users_by_ids(self, user_ids: Iterable[str]) -> list[User]:
        """Returns the users with the given ids, ordered by user name. Ids that belong to nobody are
        left out, so the result may be shorter than the request; deactivated users are included.

        Args:
            user_ids: Identifiers of the users.

        Since server version 9.8.
        """
        request = api_user_team_pb2.GetUsersByIdsRequest(user_ids=strings(user_ids))
        response = await self._call(_m.GET_USERS_BY_IDS, request)
        return [_models.User._wrap(item) for item in response.users]

    async def get_user(self, user_id: str) -> User:
        """Returns the user with the given id, active or not. Fails with 404 where there is no such
        user.

        Args:
            user_id: Identifier of the user.

        Since server version 5.2.
        """
        request = api_user_team_pb2.GetUserRequest(user_id=user_id)
        response = await self._call(_m.GET_USER, request)
        return _models.User._wrap(response.user)

    async def get_user_by_email(self, email: str) -> User:
        """Returns the user with the given electronic mail address, compared without regard to case.
        Fails with 404 where no account has this address.

        Args:
            email: The electronic mail address.

        Since server version 5.2.
        """
        request = api_user_team_pb2.GetUserByEmailRequest(email=email)
        response = await self._call(_m.GET_USER_BY_EMAIL, request)
        return _models.User._wrap(response.user)

    async def get_user_by_username(self, username: str) -> User:
        """Returns the user with the given user name, without a leading at sign and compared without
        regard to case. Fails with 404 where there is no such user.

        Since server version 5.2.
        """
        request = api_user_team_pb2.GetUserByUsernameRequest(name=username)
        response = await self._call(_m.GET_USER_BY_USERNAME, request)
        return _models.User._wrap(response.user)

    async def get_users_by_usernames(self, usernames: Iterable[str]) -> list[User]:
        """Returns the users with the given user names, ordered by user name. Names that belong to
        nobody are left out.

        Args:
            usernames: The user names, without leading at signs.

        Since server version 5.6.
        """
        request = api_user_team_pb2.GetUsersByUsernamesRequest(usernames=strings(usernames))
        response = await self._call(_m.GET_USERS_BY_USERNAMES, request)
        return [_models.User._wrap(item) for item in response.users]

    async def get_users_in_team(
        self,
        team_id: str,
        *,
        page: int = 0,
        per_page: int = 60,
    ) -> list[User]:
        """Returns one page of the active and deactivated users that are members of a team, ordered
        by user name. A team without members, or one that does not exist, gives an empty page.

        Args:
            team_id: Identifier of the team.
            page: Which page of the result to return, counted from 0.
            per_page: How many entries a page has at most; 0 stands for the usual 60, and more
                than the bound of the host, which is at least 1000, fails with 400. A page with
                fewer entries is the last.

        Since server version 5.6.
        """
        request = api_user_team_pb2.GetUsersInTeamRequest(
            team_id=team_id,
            page=page,
            per_page=per_page,
        )
        response = await self._call(_m.GET_USERS_IN_TEAM, request)
        return [_models.User._wrap(item) for item in response.users]

    async def update_user(self, user: UserLike) -> User:
        """Replaces the profile of the user named by the id in the record and returns it as stored.
        It is a whole replacement: fields left empty are cleared, so read the user first, change
        it, and write it back. Password, roles and authentication data are not touched;
        UpdateUserRoles and UpdateUserAuth serve those. Fails with 404 where there is no such
        user, with 400 where a value is not allowed, and with 409 where the new user name or
        address is taken.

        Args:
            user: The whole profile to store; its id names the user.

        Since server version 5.2.
        """
        request = api_user_team_pb2.UpdateUserRequest(user=_models.User._message_of(user))
        response = await self._call(_m.UPDATE_USER, request)
        return _models.User._wrap(response.user)

    async def get_user_status(self, user_id: str) -> UserStatus:
        """Returns whether a user is online, away, dnd or offline, and since when. A user who was
        never connected counts as offline. Fails with 404 where there is no such user.

        Args:
            user_id: Identifier of the user.

        Since server version 5.2.
        """
        request = api_user_team_pb2.GetUserStatusRequest(user_id=user_id)
        response = await self._call(_m.GET_USER_STATUS, request)
        return _models.UserStatus._wrap(response.status)

    async def get_user_statuses_by_ids(self, user_ids: Iterable[str]) -> list[UserStatus]:
        """Returns the statuses of several users, one entry for each known user, in no particular
        order. A known user without a recorded status counts as offline; ids that belong to
        nobody are left out.

        Args:
            user_ids: Identifiers of the users.

        Since server version 5.2.
        """
        request = api_user_team_pb2.GetUserStatusesByIdsRequest(user_ids=strings(user_ids))
        response = await self._call(_m.GET_USER_STATUSES_BY_IDS, request)
        return [_models.UserStatus._wrap(item) for item in response.statuses]

    async def update_user_status(self, user_id: str, status: str) -> UserStatus:
        """Sets a user's status by hand and returns the new one. A status set this way stays until
        it is changed again, and activity of the user does not override it. Fails with 404 where
        there is no such user and with 400 where the word is not one of online, away, dnd and
        offline.

        Args:
            user_id: Identifier of the user.
            status: The new status: online, away, dnd or offline.

        Since server version 5.2.
        """
        request = api_user_team_pb2.UpdateUserStatusRequest(user_id=user_id, status=status)
        response = await self._call(_m.UPDATE_USER_STATUS, request)
        return _models.UserStatus._wrap(response.status)

    async def set_user_status_timed_dnd(self, user_id: str, end_time: int) -> UserStatus:
        """Sets a user to dnd until a moment given in seconds since the epoch, after which the
        previous status returns. Hosts may round the moment down to the full minute. Returns the
        new status. Fails with 404 where there is no such user and with 400 where the moment is
        not in the future.

        Args:
            user_id: Identifier of the user.
            end_time: When dnd ends, in seconds (not milliseconds) since the epoch.

        Since server version 5.35.
        """
        request = api_user_team_pb2.SetUserStatusTimedDNDRequest(user_id=user_id, end_time=end_time)
        response = await self._call(_m.SET_USER_STATUS_TIMED_DND, request)
        return _models.UserStatus._wrap(response.status)

    async def update_user_active(self, user_id: str, active: bool) -> None:
        """Activates or deactivates a user account. Deactivation ends all sessions of the user;
        asking for the state the account already has succeeds. Fails with 404 where there is no
        such user, and with 400 where the account must not be changed, as with one that an
        external directory governs.

        Args:
            user_id: Identifier of the user.
            active: Whether the account is to be active.

        Since server version 5.8.
        """
        request = api_user_team_pb2.UpdateUserActiveRequest(user_id=user_id, active=active)
        await self._call(_m.UPDATE_USER_ACTIVE, request)

    async def update_user_custom_status(
        self,
        user_id: str,
        custom_status: CustomStatusLike,
    ) -> None:
        """Sets the line of text and the emoji that a user shows beside the name. Fails with 404
        where there is no such user, with 400 where text is too long or the duration is not
        known, and with 501 where the host has custom statuses switched off.

        Args:
            user_id: Identifier of the user.
            custom_status: The custom status to show.

        Since server version 6.2.
        """
        request = api_user_team_pb2.UpdateUserCustomStatusRequest(
            user_id=user_id,
            custom_status=_models.CustomStatus._message_of(custom_status),
        )
        await self._call(_m.UPDATE_USER_CUSTOM_STATUS, request)

    async def remove_user_custom_status(self, user_id: str) -> None:
        """Clears the custom status of a user; without one the call succeeds and changes nothing.
        Fails with 404 where there is no such user.

        Args:
            user_id: Identifier of the user.

        Since server version 6.2.
        """
        request = api_user_team_pb2.RemoveUserCustomStatusRequest(user_id=user_id)
        await self._call(_m.REMOVE_USER_CUSTOM_STATUS, request)

    async def get_users_in_channel(
        self,
        channel_id: str,
        *,
        sort_by: str = "",
        page: int = 0,
        per_page: int = 60,
    ) -> list[User]:
        """Returns one page of the users that are members of a channel. They are ordered by user
        name, or by status in the order online, away, dnd, offline and by user name within each.
        Fails with 400 where sort_by is another word.

        Args:
            channel_id: Identifier of the channel.
            sort_by: What to order by: username or status; empty for username.
            page: Which page of the result to return, counted from 0.
            per_page: How many entries a page has at most; 0 stands for the usual 60, and more
                than the bound of the host, which is at least 1000, fails with 400. A page with
                fewer entries is the last.

        Since server version 5.6.
        """
        request = api_user_team_pb2.GetUsersInChannelRequest(
            channel_id=channel_id,
            sort_by=sort_by,
            page=page,
            per_page=per_page,
        )
        response = await self._call(_m.GET_USERS_IN_CHANNEL, request)
        return [_models.User._wrap(item) for item in response.users]

    async def get_ldap_user_attributes(
        self,
        user_id: str,
        attributes: Iterable[str],
    ) -> dict[str, str]:
        """Looks up attributes of a user in the directory service. Attributes that the directory
        does not hold are left out, and a user who does not come from the directory gives an
        empty map. Fails with 404 where there is no such user and with 501 where the host has no
        directory service.

        Args:
            user_id: Identifier of the user.
            attributes: Names of the attributes wanted.

        Since server version 5.3.
        """
        request = api_user_team_pb2.GetLDAPUserAttributesRequest(
            user_id=user_id,
            attributes=strings(attributes),
        )
        response = await self._call(_m.GET_LDAP_USER_ATTRIBUTES, request)
        return dict(response.attributes)

    async def search_users(
        self,
        term: str,
        *,
        team_id: str = "",
        not_in_team_id: str = "",
        in_channel_id: str = "",
        not_in_channel_id: str = "",
        in_group_id: str = "",
        not_in_group_id: str = "",
        group_constrained: bool = False,
        allow_inactive: bool = False,
        without_team: bool = False,
        limit: int = 100,
        role: str = "",
        roles: Iterable[str] | None = None,
        channel_roles: Iterable[str] | None = None,
        team_roles: Iterable[str] | None = None,
    ) -> list[User]:
        """Finds users whose user name, nickname, first or last name, or address begins with the
        term, without regard to case, ordered by user name. The filters narrow the result
        further, and an empty term matches everybody they admit. Deactivated users appear only
        when asked for.

        Args:
            term: What the names or the address must begin with; empty for everybody.
            team_id: Only users that are members of this team; empty for no restriction.
            not_in_team_id: Only users that are not members of this team; empty for no
                restriction.
            in_channel_id: Only users that are members of this channel; empty for no restriction.
            not_in_channel_id: Only users that are not members of this channel; empty for no
                restriction.
            in_group_id: Only users that are members of this group; empty for no restriction.
            not_in_group_id: Only users that are not members of this group; empty for no
                restriction.
            group_constrained: Together with a team or channel the users are not in: only those
                whom its linked groups would admit.
            allow_inactive: Whether deactivated users are returned too.
            without_team: Only users that are in no team.
            limit: How many users are returned at most; 0 stands for the usual 100, and more than
                the bound of the host, usually 1000, fails with 400.
            role: Name of one role for the whole server that the users must have; empty for no
                restriction.
            roles: Names of roles for the whole server; users having any of them are returned.
                Empty for no restriction.
            channel_roles: Names of roles within a channel; users having any of them are
                returned. Empty for no restriction.
            team_roles: Names of roles within a team; users having any of them are returned.
                Empty for no restriction.

        Since server version 5.6.
        """
        request = api_user_team_pb2.SearchUsersRequest(
            term=term,
            team_id=team_id,
            not_in_team_id=not_in_team_id,
            in_channel_id=in_channel_id,
            not_in_channel_id=not_in_channel_id,
            in_group_id=in_group_id,
            group_constrained=group_constrained,
            allow_inactive=allow_inactive,
            without_team=without_team,
            limit=limit,
            role=role,
            roles=strings(roles),
            channel_roles=strings(channel_roles),
            team_roles=strings(team_roles),
            not_in_group_id=not_in_group_id,
        )
        response = await self._call(_m.SEARCH_USERS, request)
        return [_models.User._wrap(item) for item in response.users]

    async def get_profile_image(self, user_id: str) -> bytes:
        """Returns the picture of a user, usually PNG data. A user who never set one has a picture
        generated by the host. Fails with 404 where there is no such user.

        Args:
            user_id: Identifier of the user.

        Since server version 5.6.
        """
        request = api_user_team_pb2.GetProfileImageRequest(user_id=user_id)
        response = await self._call(_m.GET_PROFILE_IMAGE, request)
        return response.image

    async def set_profile_image(self, user_id: str, data: bytes) -> None:
        """Replaces the picture of a user; the host may crop and scale it. Fails with 404 where
        there is no such user, with 400 where the data is not an image the host can read, and
        with 413 where it is larger than the host allows.

        Args:
            user_id: Identifier of the user.
            data: The picture as PNG, JPEG, GIF or BMP data.

        Since server version 5.6.
        """
        request = api_user_team_pb2.SetProfileImageRequest(user_id=user_id, data=data)
        await self._call(_m.SET_PROFILE_IMAGE, request)

    async def has_permission_to(self, user_id: str, permission_id: str) -> bool:
        """Tells whether a user holds a permission by a role that applies to the whole server.
        Unknown users and unknown permissions give false, not an error.

        Args:
            user_id: Identifier of the user.
            permission_id: Identifier of the permission, such as create_post or manage_team.

        Since server version 5.3.
        """
        request = api_user_team_pb2.HasPermissionToRequest(
            user_id=user_id,
            permission_id=permission_id,
        )
        response = await self._call(_m.HAS_PERMISSION_TO, request)
        return response.has_permission

    async def has_permission_to_team(self, user_id: str, team_id: str, permission_id: str) -> bool:
        """Tells whether a user holds a permission in a team, be it by a role in the team or one for
        the whole server. Unknown users, teams and permissions give false, not an error.

        Args:
            user_id: Identifier of the user.
            team_id: Identifier of the team.
            permission_id: Identifier of the permission, such as create_post or manage_team.

        Since server version 5.3.
        """
        request = api_user_team_pb2.HasPermissionToTeamRequest(
            user_id=user_id,
            team_id=team_id,
            permission_id=permission_id,
        )
        response = await self._call(_m.HAS_PERMISSION_TO_TEAM, request)
        return response.has_permission

    async def has_permission_to_channel(
        self,
        user_id: str,
        channel_id: str,
        permission_id: str,
    ) -> bool:
        """Tells whether a user holds a permission in a channel, be it by a role in the channel, in
        its team or for the whole server. Unknown users, channels and permissions give false, not
        an error.

        Args:
            user_id: Identifier of the user.
            channel_id: Identifier of the channel.
            permission_id: Identifier of the permission, such as create_post or manage_team.

        Since server version 5.3.
        """
        request = api_user_team_pb2.HasPermissionToChannelRequest(
            user_id=user_id,
            channel_id=channel_id,
            permission_id=permission_id,
        )
        response = await self._call(_m.HAS_PERMISSION_TO_CHANNEL, request)
        return response.has_permission

    async def publish_user_typing(self, user_id: str, channel_id: str, parent_id: str = "") -> None:
        """Shows the members of a channel, or the readers of a thread, that a user is typing. The
        notice is sent once to connected clients and not stored; repeat it every few seconds
        while it should last. Where there is no such channel nobody is told, and the call
        succeeds.

        Args:
            user_id: Identifier of the user.
            channel_id: Identifier of the channel.
            parent_id: Identifier of the post that opens the thread the user is typing in; empty
                for the channel itself.

        Since server version 5.26.
        """
        request = api_user_team_pb2.PublishUserTypingRequest(
            user_id=user_id,
            channel_id=channel_id,
            parent_id=parent_id,
        )
        await self._call(_m.PUBLISH_USER_TYPING, request)

    async def update_user_auth(self, user_id: str, user_auth: UserAuthLike) -> UserAuth:
        """Sets by which authentication service a user signs in and under which identity, and
        returns what was stored. The password of the account stops working. Fails with 404 where
        there is no such user, with 400 where the service or identity is empty, and with 409
        where another account has this identity.

        Args:
            user_id: Identifier of the user.
            user_auth: The authentication service and the user's identity in it.

        Since server version 9.3.
        """
        request = api_user_team_pb2.UpdateUserAuthRequest(
            user_id=user_id,
            user_auth=_models.UserAuth._message_of(user_auth),
        )
        response = await self._call(_m.UPDATE_USER_AUTH, request)
        return _models.UserAuth._wrap(response.user_auth)

    async def update_user_roles(self, user_id: str, new_roles: str) -> User:
        """Replaces the roles that a user has for the whole server and returns the updated user.
        Sessions of the user see the change at once. Fails with 404 where there is no such user
        and with 400 where a role does not exist.

        Args:
            user_id: Identifier of the user.
            new_roles: Names of the new roles, separated by spaces; they replace all present
                ones.

        Since server version 9.8.
        """
        request = api_user_team_pb2.UpdateUserRolesRequest(user_id=user_id, new_roles=new_roles)
        response = await self._call(_m.UPDATE_USER_ROLES, request)
        return _models.User._wrap(response.user)

    async def get_session(self, session_id: str) -> Session:
        """Returns a session of any user by its id. The session's token is a secret. Fails with 404
        where there is no such session, ended and expired ones included.

        Args:
            session_id: Identifier of the session.

        Since server version 5.2.
        """
        request = api_user_team_pb2.GetSessionRequest(session_id=session_id)
        response = await self._call(_m.GET_SESSION, request)
        return _models.Session._wrap(response.session)

    async def create_session(self, session: SessionLike) -> Session:
        """Opens a session for a user and returns it with its new id and token, which sign requests
        in as this user. A session without expiry gets the host's usual lifetime. Fails with 404
        where there is no such user and with 400 where the user is deactivated or the record
        names no user.

        Args:
            session: The session to open. The user id is required; id, token and times are given
                by the host where they are empty.

        Since server version 6.2.
        """
        request = api_user_team_pb2.CreateSessionRequest(
            session=_models.Session._message_of(session),
        )
        response = await self._call(_m.CREATE_SESSION, request)
        return _models.Session._wrap(response.session)

    async def extend_session_expiry(self, session_id: str, new_expiry: int) -> None:
        """Sets a new moment at which a session expires. Fails with 404 where there is no such
        session.

        Args:
            session_id: Identifier of the session.
            new_expiry: When the session expires, in milliseconds since the epoch.

        Since server version 6.2.
        """
        request = api_user_team_pb2.ExtendSessionExpiryRequest(
            session_id=session_id,
            new_expiry=new_expiry,
        )
        await self._call(_m.EXTEND_SESSION_EXPIRY, request)

    async def revoke_session(self, session_id: str) -> None:
        """Ends a session at once; connections made with it are closed. Fails with 404 where there
        is no such session.

        Args:
            session_id: Identifier of the session.

        Since server version 6.2.
        """
        request = api_user_team_pb2.RevokeSessionRequest(session_id=session_id)
        await self._call(_m.REVOKE_SESSION, request)

    async def create_user_access_token(self, token: UserAccessTokenLike) -> UserAccessToken:
        """Creates a long-lived personal access token for a user. The response is the only place
        where the secret part ever appears, so keep it. Fails with 404 where there is no such
        user, with 400 where the description is too long or the user is deactivated, and with 501
        where the host has such tokens switched off.

        Args:
            token: The token to create. User id and description are required; id and secret are
                given by the host.

        Since server version 5.38.
        """
        request = api_user_team_pb2.CreateUserAccessTokenRequest(
            token=_models.UserAccessToken._message_of(token),
        )
        response = await self._call(_m.CREATE_USER_ACCESS_TOKEN, request)
        return _models.UserAccessToken._wrap(response.token)

    async def revoke_user_access_token(self, token_id: str) -> None:
        """Removes a personal access token and ends the sessions that were opened with it. Fails
        with 404 where there is no such token.

        Args:
            token_id: Identifier of the token, not its secret.

        Since server version 5.38.
        """
        request = api_user_team_pb2.RevokeUserAccessTokenRequest(token_id=token_id)
        await self._call(_m.REVOKE_USER_ACCESS_TOKEN, request)

    async def create_team(self, team: TeamLike) -> Team:
        """Creates a team and returns it as stored, with its new id. The host's usual channels come
        with it; nobody becomes a member. Fails with 400 where the name is not usable in an
        address or another value is not allowed, and with 409 where the name is taken, also by an
        archived team.

        Args:
            team: The team to create. Name, display name and type are required; id and times are
                given by the host.

        Since server version 5.2.
        """
        request = api_user_team_pb2.CreateTeamRequest(team=_models.Team._message_of(team))
        response = await self._call(_m.CREATE_TEAM, request)
        return _models.Team._wrap(response.team)

    async def delete_team(self, team_id: str) -> None:
        """Archives a team, which hides it and its channels from everybody; nothing is erased. Fails
        with 404 where there is no such team.

        Args:
            team_id: Identifier of the team.

        Since server version 5.2.
        """
        request = api_user_team_pb2.DeleteTeamRequest(team_id=team_id)
        await self._call(_m.DELETE_TEAM, request)

    async def get_teams(self) -> list[Team]:
        """Returns every team of the server ordered by display name. Archived teams are included and
        are known by their delete_at.

        Since server version 5.2.
        """
        request = api_user_team_pb2.GetTeamsRequest()
        response = await self._call(_m.GET_TEAMS, request)
        return [_models.Team._wrap(item) for item in response.teams]

    async def get_team(self, team_id: str) -> Team:
        """Returns the team with the given id, archived or not. Fails with 404 where there is no
        such team.

        Args:
            team_id: Identifier of the team.

        Since server version 5.2.
        """
        request = api_user_team_pb2.GetTeamRequest(team_id=team_id)
        response = await self._call(_m.GET_TEAM, request)
        return _models.Team._wrap(response.team)

    async def get_team_by_name(self, name: str) -> Team:
        """Returns the team with the given name, the one used in addresses rather than the display
        name. Fails with 404 where there is no such team.

        Args:
            name: Name of the team as used in addresses.

        Since server version 5.2.
        """
        request = api_user_team_pb2.GetTeamByNameRequest(name=name)
        response = await self._call(_m.GET_TEAM_BY_NAME, request)
        return _models.Team._wrap(response.team)

    async def get_teams_unread_for_user(self, user_id: str) -> list[TeamUnread]:
        """Counts, for each team of a user, the messages, mentions and threads not yet read. One
        entry for each team, in no particular order.

        Args:
            user_id: Identifier of the user.

        Since server version 5.6.
        """
        request = api_user_team_pb2.GetTeamsUnreadForUserRequest(user_id=user_id)
        response = await self._call(_m.GET_TEAMS_UNREAD_FOR_USER, request)
        return [_models.TeamUnread._wrap(item) for item in response.team_unreads]

    async def update_team(self, team: TeamLike) -> Team:
        """Replaces the editable values of the team named by the id in the record and returns it as
        stored: display name, description, company name, allowed domains, open invitation and
        group constraint. Name, type and times keep their values. Fails with 404 where there is
        no such team and with 400 where a value is not allowed.

        Args:
            team: The whole team to store; its id names the team.

        Since server version 5.2.
        """
        request = api_user_team_pb2.UpdateTeamRequest(team=_models.Team._message_of(team))
        response = await self._call(_m.UPDATE_TEAM, request)
        return _models.Team._wrap(response.team)

    async def search_teams(self, term: str) -> list[Team]:
        """Finds teams whose name or display name contains the term, without regard to case, ordered
        by display name. Archived teams are left out, and an empty term matches all others.

        Args:
            term: What the name or display name must contain; empty for all teams.

        Since server version 5.8.
        """
        request = api_user_team_pb2.SearchTeamsRequest(term=term)
        response = await self._call(_m.SEARCH_TEAMS, request)
        return [_models.Team._wrap(item) for item in response.teams]

    async def get_teams_for_user(self, user_id: str) -> list[Team]:
        """Returns the teams that a user is a member of, ordered by display name. Archived teams and
        memberships that have ended are left out.

        Args:
            user_id: Identifier of the user.

        Since server version 5.6.
        """
        request = api_user_team_pb2.GetTeamsForUserRequest(user_id=user_id)
        response = await self._call(_m.GET_TEAMS_FOR_USER, request)
        return [_models.Team._wrap(item) for item in response.teams]

    async def create_team_member(self, team_id: str, user_id: str) -> TeamMember:
        """Makes a user a member of a team, and of the channels every member is in, and returns the
        membership. A user who is one already gets the present membership back; a former member
        is readmitted. The hook UserHasJoinedTeam follows a real change. Fails with 404 where
        there is no such team or user and with 400 where the team admits only certain groups or
        domains.

        Args:
            team_id: Identifier of the team.
            user_id: Identifier of the user.

        Since server version 5.2.
        """
        request = api_user_team_pb2.CreateTeamMemberRequest(team_id=team_id, user_id=user_id)
        response = await self._call(_m.CREATE_TEAM_MEMBER, request)
        return _models.TeamMember._wrap(response.team_member)

    async def create_team_members(
        self,
        team_id: str,
        user_ids: Iterable[str],
        requestor_id: str = "",
    ) -> list[TeamMember]:
        """Makes several users members of a team and returns their memberships in the order of the
        ids. The first failure ends the call; users admitted before it stay members. Fails as
        CreateTeamMember does, and with 400 where the list is longer than the host allows.

        Args:
            team_id: Identifier of the team.
            user_ids: Identifiers of the users.
            requestor_id: Identifier of the user on whose behalf this happens; empty for the
                plugin itself.

        Since server version 5.2.
        """
        request = api_user_team_pb2.CreateTeamMembersRequest(
            team_id=team_id,
            user_ids=strings(user_ids),
            requestor_id=requestor_id,
        )
        response = await self._call(_m.CREATE_TEAM_MEMBERS, request)
        return [_models.TeamMember._wrap(item) for item in response.team_members]

    async def create_team_members_gracefully(
        self,
        team_id: str,
        user_ids: Iterable[str],
        requestor_id: str = "",
    ) -> list[TeamMemberWithError]:
        """Makes several users members of a team, going on after a failure. The result has one entry
        for each id, in the order of the request, with either the membership or the error for
        that user. The call as a whole fails only where the team does not exist, with 404, or the
        list is too long, with 400.

        Args:
            team_id: Identifier of the team.
            user_ids: Identifiers of the users.
            requestor_id: Identifier of the user on whose behalf this happens; empty for the
                plugin itself.

        Since server version 5.20.
        """
        request = api_user_team_pb2.CreateTeamMembersGracefullyRequest(
            team_id=team_id,
            user_ids=strings(user_ids),
            requestor_id=requestor_id,
        )
        response = await self._call(_m.CREATE_TEAM_MEMBERS_GRACEFULLY, request)
        return [_models.TeamMemberWithError._wrap(item) for item in response.team_members]

    async def delete_team_member(self, team_id: str, user_id: str, requestor_id: str = "") -> None:
        """Takes a user out of a team and of all its channels. The hook UserHasLeftTeam follows.
        Fails with 404 where there is no such team or user, or the user is not a member.

        Args:
            team_id: Identifier of the team.
            user_id: Identifier of the user.
            requestor_id: Identifier of the user on whose behalf this happens; empty for the
                plugin itself.

        Since server version 5.2.
        """
        request = api_user_team_pb2.DeleteTeamMemberRequest(
            team_id=team_id,
            user_id=user_id,
            requestor_id=requestor_id,
        )
        await self._call(_m.DELETE_TEAM_MEMBER, request)

    async def get_team_members(
        self,
        team_id: str,
        *,
        page: int = 0,
        per_page: int = 60,
    ) -> list[TeamMember]:
        """Returns one page of the present memberships of a team, ordered by user id. A team that
        does not exist gives an empty page.

        Args:
            team_id: Identifier of the team.
            page: Which page of the result to return, counted from 0.
            per_page: How many entries a page has at most; 0 stands for the usual 60, and more
                than the bound of the host, which is at least 1000, fails with 400. A page with
                fewer entries is the last.

        Since server version 5.2.
        """
        request = api_user_team_pb2.GetTeamMembersRequest(
            team_id=team_id,
            page=page,
            per_page=per_page,
        )
        response = await self._call(_m.GET_TEAM_MEMBERS, request)
        return [_models.TeamMember._wrap(item) for item in response.team_members]

    async def get_team_member(self, team_id: str, user_id: str) -> TeamMember:
        """Returns the membership of a user in a team; one that has ended is known by its delete_at.
        Fails with 404 where the user never was a member.

        Args:
            team_id: Identifier of the team.
            user_id: Identifier of the user.

        Since server version 5.2.
        """
        request = api_user_team_pb2.GetTeamMemberRequest(team_id=team_id, user_id=user_id)
        response = await self._call(_m.GET_TEAM_MEMBER, request)
        return _models.TeamMember._wrap(response.team_member)

    async def get_team_members_for_user(
        self,
        user_id: str,
        *,
        page: int = 0,
        per_page: int = 60,
    ) -> list[TeamMember]:
        """Returns one page of the team memberships of a user, ordered by team id.

        Args:
            user_id: Identifier of the user.
            page: Which page of the result to return, counted from 0.
            per_page: How many entries a page has at most; 0 stands for the usual 60, and more
                than the bound of the host, which is at least 1000, fails with 400. A page with
                fewer entries is the last.

        Since server version 5.10.
        """
        request = api_user_team_pb2.GetTeamMembersForUserRequest(
            user_id=user_id,
            page=page,
            per_page=per_page,
        )
        response = await self._call(_m.GET_TEAM_MEMBERS_FOR_USER, request)
        return [_models.TeamMember._wrap(item) for item in response.team_members]

    async def update_team_member_roles(
        self,
        team_id: str,
        user_id: str,
        new_roles: str,
    ) -> TeamMember:
        """Replaces the roles that a member has within a team and returns the membership. Fails with
        404 where the user is not a member, and with 400 where a role does not exist or does not
        fit, as with a guest who would become a regular member.

        Args:
            team_id: Identifier of the team.
            user_id: Identifier of the user.
            new_roles: Names of the new roles, separated by spaces; they replace all present
                ones.

        Since server version 5.2.
        """
        request = api_user_team_pb2.UpdateTeamMemberRolesRequest(
            team_id=team_id,
            user_id=user_id,
            new_roles=new_roles,
        )
        response = await self._call(_m.UPDATE_TEAM_MEMBER_ROLES, request)
        return _models.TeamMember._wrap(response.team_member)

    async def get_team_icon(self, team_id: str) -> bytes:
        """Returns the picture of a team, usually PNG data. Fails with 404 where there is no such
        team or it has no picture.

        Args:
            team_id: Identifier of the team.

        Since server version 5.6.
        """
        request = api_user_team_pb2.GetTeamIconRequest(team_id=team_id)
        response = await self._call(_m.GET_TEAM_ICON, request)
        return response.icon

    async def set_team_icon(self, team_id: str, data: bytes) -> None:
        """Replaces the picture of a team; the host may crop and scale it. Fails with 404 where
        there is no such team, with 400 where the data is not an image the host can read, and
        with 413 where it is larger than the host allows.

        Args:
            team_id: Identifier of the team.
            data: The picture as PNG, JPEG, GIF or BMP data.

        Since server version 5.6.
        """
        request = api_user_team_pb2.SetTeamIconRequest(team_id=team_id, data=data)
        await self._call(_m.SET_TEAM_ICON, request)

    async def remove_team_icon(self, team_id: str) -> None:
        """Removes the picture of a team; without one the call succeeds. Fails with 404 where there
        is no such team.

        Args:
            team_id: Identifier of the team.

        Since server version 5.6.
        """
        request = api_user_team_pb2.RemoveTeamIconRequest(team_id=team_id)
        await self._call(_m.REMOVE_TEAM_ICON, request)

    async def get_team_stats(self, team_id: str) -> TeamStats:
        """Counts the members of a team, all of them and those whose accounts are active. Fails with
        404 where there is no such team.

        Args:
            team_id: Identifier of the team.

        Since server version 5.8.
        """
        request = api_user_team_pb2.GetTeamStatsRequest(team_id=team_id)
        response = await self._call(_m.GET_TEAM_STATS, request)
        return _models.TeamStats._wrap(response.team_stats)

    async def create_channel(self, channel: ChannelLike) -> Channel:
        """Creates an open or private channel in a team and returns it as stored, with its new id.
        The creator named in the record is not made a member. The hook ChannelHasBeenCreated
        follows. Fails with 400 where the name is not usable in an address, the type is direct or
        group (see GetDirectChannel and GetGroupChannel) or the team is full, with 404 where
        there is no such team, and with 409 where the team has a channel of this name, archived
        ones included.

        Args:
            channel: The channel to create. Team id, name, display name and type are required; id
                and times are given by the host.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.CreateChannelRequest(
            channel=_models.Channel._message_of(channel),
        )
        response = await self._call(_m.CREATE_CHANNEL, request)
        return _models.Channel._wrap(response.channel)

    async def delete_channel(self, channel_id: str) -> None:
        """Archives a channel: it can be read but no longer written, and nothing is erased. Fails
        with 404 where there is no such channel, and with 400 where it is archived already or is
        the channel every member of the team belongs to.

        Args:
            channel_id: Identifier of the channel.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.DeleteChannelRequest(channel_id=channel_id)
        await self._call(_m.DELETE_CHANNEL, request)

    async def get_public_channels_for_team(
        self,
        team_id: str,
        *,
        page: int = 0,
        per_page: int = 60,
    ) -> list[Channel]:
        """Returns one page of the open channels of a team, ordered by display name, without the
        archived ones. A team that does not exist gives an empty page.

        Args:
            team_id: Identifier of the team.
            page: Which page of the result to return, counted from 0.
            per_page: How many entries a page has at most; 0 stands for the usual 60, and more
                than the bound of the host, which is at least 1000, fails with 400. A page with
                fewer entries is the last.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.GetPublicChannelsForTeamRequest(
            team_id=team_id,
            page=page,
            per_page=per_page,
        )
        response = await self._call(_m.GET_PUBLIC_CHANNELS_FOR_TEAM, request)
        return [_models.Channel._wrap(item) for item in response.channels]

    async def get_channel(self, channel_id: str) -> Channel:
        """Returns the channel with the given id, of any type and archived or not. Fails with 404
        where there is no such channel.

        Args:
            channel_id: Identifier of the channel.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.GetChannelRequest(channel_id=channel_id)
        response = await self._call(_m.GET_CHANNEL, request)
        return _models.Channel._wrap(response.channel)

    async def get_channel_by_name(
        self,
        team_id: str,
        name: str,
        *,
        include_deleted: bool = False,
    ) -> Channel:
        """Returns the channel of a team that has the given name, the one used in addresses. Direct
        and group channels belong to no team and are found with an empty team id. Fails with 404
        where there is no such channel, or only an archived one and include_deleted is not set.

        Args:
            team_id: Identifier of the team; empty for direct and group channels.
            name: Name of the channel as used in addresses.
            include_deleted: Whether an archived channel may be returned too.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.GetChannelByNameRequest(
            team_id=team_id,
            name=name,
            include_deleted=include_deleted,
        )
        response = await self._call(_m.GET_CHANNEL_BY_NAME, request)
        return _models.Channel._wrap(response.channel)

    async def get_channel_by_name_for_team_name(
        self,
        team_name: str,
        channel_name: str,
        *,
        include_deleted: bool = False,
    ) -> Channel:
        """Returns the channel with the given name in the team with the given name; otherwise the
        same as GetChannelByName. Fails with 404 where there is no such team or channel.

        Args:
            team_name: Name of the team as used in addresses.
            channel_name: Name of the channel as used in addresses.
            include_deleted: Whether an archived channel may be returned too.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.GetChannelByNameForTeamNameRequest(
            team_name=team_name,
            channel_name=channel_name,
            include_deleted=include_deleted,
        )
        response = await self._call(_m.GET_CHANNEL_BY_NAME_FOR_TEAM_NAME, request)
        return _models.Channel._wrap(response.channel)

    async def get_channels_for_team_for_user(
        self,
        team_id: str,
        user_id: str,
        *,
        include_deleted: bool = False,
    ) -> list[Channel]:
        """Returns the channels of a team that a user is a member of, together with the user's
        direct and group channels, ordered by display name. An empty team id means all teams. A
        user without channels gives an empty list.

        Args:
            team_id: Identifier of the team; empty for all teams.
            user_id: Identifier of the user.
            include_deleted: Whether archived channels are returned too.

        Since server version 5.6.
        """
        request = api_channel_post_pb2.GetChannelsForTeamForUserRequest(
            team_id=team_id,
            user_id=user_id,
            include_deleted=include_deleted,
        )
        response = await self._call(_m.GET_CHANNELS_FOR_TEAM_FOR_USER, request)
        return [_models.Channel._wrap(item) for item in response.channels]

    async def get_channel_stats(self, channel_id: str) -> ChannelStats:
        """Counts the members and guests of a channel, its pinned posts and its files. Counters that
        a host does not keep stay 0. Fails with 404 where there is no such channel.

        Args:
            channel_id: Identifier of the channel.

        Since server version 5.6.
        """
        request = api_channel_post_pb2.GetChannelStatsRequest(channel_id=channel_id)
        response = await self._call(_m.GET_CHANNEL_STATS, request)
        return _models.ChannelStats._wrap(response.channel_stats)

    async def get_direct_channel(self, user_id_1: str, user_id_2: str) -> Channel:
        """Returns the direct channel between two users, creating it where it does not exist. The
        order of the two does not matter, and one user given twice means the channel in which
        that user is alone. Fails with 404 where one of the users does not exist.

        Args:
            user_id_1: Identifier of one of the two users.
            user_id_2: Identifier of the other user.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.GetDirectChannelRequest(
            user_id_1=user_id_1,
            user_id_2=user_id_2,
        )
        response = await self._call(_m.GET_DIRECT_CHANNEL, request)
        return _models.Channel._wrap(response.channel)

    async def get_group_channel(self, user_ids: Iterable[str]) -> Channel:
        """Returns the group channel of exactly the given users, creating it where it does not
        exist; the order does not matter. Fails with 400 where there are fewer than three or more
        than eight different users, or one of them does not exist.

        Args:
            user_ids: Identifiers of three to eight different users, in any order.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.GetGroupChannelRequest(user_ids=strings(user_ids))
        response = await self._call(_m.GET_GROUP_CHANNEL, request)
        return _models.Channel._wrap(response.channel)

    async def update_channel(self, channel: ChannelLike) -> Channel:
        """Replaces the editable values of the channel named by the id in the record (names, header,
        purpose, type, group constraint, properties) and returns it as stored. Team, creator and
        times keep their values. Fails with 404 where there is no such channel, with 400 where a
        value is not allowed, and with 409 where the new name is taken.

        Args:
            channel: The whole channel to store; its id names the channel.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.UpdateChannelRequest(
            channel=_models.Channel._message_of(channel),
        )
        response = await self._call(_m.UPDATE_CHANNEL, request)
        return _models.Channel._wrap(response.channel)

    async def search_channels(self, team_id: str, term: str) -> list[Channel]:
        """Finds open channels of a team whose name, display name or purpose contains words that
        begin with the term, without regard to case, ordered by display name. Archived channels
        are left out, and the host bounds the number of results.

        Args:
            team_id: Identifier of the team.
            term: What words of the name, display name or purpose must begin with; empty for all
                open channels.

        Since server version 5.6.
        """
        request = api_channel_post_pb2.SearchChannelsRequest(team_id=team_id, term=term)
        response = await self._call(_m.SEARCH_CHANNELS, request)
        return [_models.Channel._wrap(item) for item in response.channels]

    async def add_channel_member(self, channel_id: str, user_id: str) -> ChannelMember:
        """Makes a user a member of a channel as if by own choice, so nobody is notified of an
        invitation, and returns the membership. A user who is a member already gets the present
        membership back. The hook UserHasJoinedChannel follows a real change. Fails with 404
        where there is no such channel or user, and with 400 where the user is not in the
        channel's team, or the channel is a direct or group one or bound to groups the user is
        not in.

        Args:
            channel_id: Identifier of the channel.
            user_id: Identifier of the user.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.AddChannelMemberRequest(
            channel_id=channel_id,
            user_id=user_id,
        )
        response = await self._call(_m.ADD_CHANNEL_MEMBER, request)
        return _models.ChannelMember._wrap(response.channel_member)

    async def add_user_to_channel(
        self,
        channel_id: str,
        user_id: str,
        as_user_id: str = "",
    ) -> ChannelMember:
        """Makes a user a member of a channel as if invited by another user, with the notice that
        goes with it, and returns the membership. Otherwise the same as AddChannelMember, its
        failures included.

        Args:
            channel_id: Identifier of the channel.
            user_id: Identifier of the user to admit.
            as_user_id: Identifier of the user who invites; empty for none, which is the same as
                AddChannelMember.

        Since server version 5.18.
        """
        request = api_channel_post_pb2.AddUserToChannelRequest(
            channel_id=channel_id,
            user_id=user_id,
            as_user_id=as_user_id,
        )
        response = await self._call(_m.ADD_USER_TO_CHANNEL, request)
        return _models.ChannelMember._wrap(response.channel_member)

    async def get_channel_member(self, channel_id: str, user_id: str) -> ChannelMember:
        """Returns the membership of a user in a channel. Fails with 404 where the user is not a
        member.

        Args:
            channel_id: Identifier of the channel.
            user_id: Identifier of the user.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.GetChannelMemberRequest(
            channel_id=channel_id,
            user_id=user_id,
        )
        response = await self._call(_m.GET_CHANNEL_MEMBER, request)
        return _models.ChannelMember._wrap(response.channel_member)

    async def get_channel_members(
        self,
        channel_id: str,
        *,
        page: int = 0,
        per_page: int = 60,
    ) -> list[ChannelMember]:
        """Returns one page of the memberships of a channel, ordered by user id. A channel that does
        not exist gives an empty page.

        Args:
            channel_id: Identifier of the channel.
            page: Which page of the result to return, counted from 0.
            per_page: How many entries a page has at most; 0 stands for the usual 60, and more
                than the bound of the host, which is at least 1000, fails with 400. A page with
                fewer entries is the last.

        Since server version 5.6.
        """
        request = api_channel_post_pb2.GetChannelMembersRequest(
            channel_id=channel_id,
            page=page,
            per_page=per_page,
        )
        response = await self._call(_m.GET_CHANNEL_MEMBERS, request)
        return [_models.ChannelMember._wrap(item) for item in response.channel_members]

    async def get_channel_members_by_ids(
        self,
        channel_id: str,
        user_ids: Iterable[str],
    ) -> list[ChannelMember]:
        """Returns the memberships of the given users in a channel, in no particular order. Users
        who are not members are left out.

        Args:
            channel_id: Identifier of the channel.
            user_ids: Identifiers of the users.

        Since server version 5.6.
        """
        request = api_channel_post_pb2.GetChannelMembersByIdsRequest(
            channel_id=channel_id,
            user_ids=strings(user_ids),
        )
        response = await self._call(_m.GET_CHANNEL_MEMBERS_BY_IDS, request)
        return [_models.ChannelMember._wrap(item) for item in response.channel_members]

    async def get_channel_members_for_user(
        self,
        team_id: str,
        user_id: str,
        *,
        page: int = 0,
        per_page: int = 60,
    ) -> list[ChannelMember]:
        """Returns one page of the channel memberships of a user, ordered by channel id: those in
        the channels of the team and in direct and group channels. An empty team id means all
        teams.

        Args:
            team_id: Identifier of the team; empty for all teams.
            user_id: Identifier of the user.
            page: Which page of the result to return, counted from 0.
            per_page: How many entries a page has at most; 0 stands for the usual 60, and more
                than the bound of the host, which is at least 1000, fails with 400. A page with
                fewer entries is the last.

        Since server version 5.10.
        """
        request = api_channel_post_pb2.GetChannelMembersForUserRequest(
            team_id=team_id,
            user_id=user_id,
            page=page,
            per_page=per_page,
        )
        response = await self._call(_m.GET_CHANNEL_MEMBERS_FOR_USER, request)
        return [_models.ChannelMember._wrap(item) for item in response.channel_members]

    async def update_channel_member_roles(
        self,
        channel_id: str,
        user_id: str,
        new_roles: str,
    ) -> ChannelMember:
        """Replaces the roles that a member has within a channel and returns the membership. Fails
        with 404 where the user is not a member, and with 400 where a role does not exist or does
        not fit, as with a guest who would become a regular member.

        Args:
            channel_id: Identifier of the channel.
            user_id: Identifier of the user.
            new_roles: Names of the new roles, separated by spaces; they replace all present
                ones.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.UpdateChannelMemberRolesRequest(
            channel_id=channel_id,
            user_id=user_id,
            new_roles=new_roles,
        )
        response = await self._call(_m.UPDATE_CHANNEL_MEMBER_ROLES, request)
        return _models.ChannelMember._wrap(response.channel_member)

    async def update_channel_member_notifications(
        self,
        channel_id: str,
        user_id: str,
        notifications: Mapping[str, str],
    ) -> ChannelMember:
        """Changes how a member is notified of what happens in a channel and returns the membership.
        Only the keys given are changed. Fails with 404 where the user is not a member and with
        400 where a value is not known for its key.

        Args:
            channel_id: Identifier of the channel.
            user_id: Identifier of the user.
            notifications: The settings to change, such as desktop, push, email, mark_unread and
                ignore_channel_mentions, with their new values.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.UpdateChannelMemberNotificationsRequest(
            channel_id=channel_id,
            user_id=user_id,
            notifications=notifications,
        )
        response = await self._call(_m.UPDATE_CHANNEL_MEMBER_NOTIFICATIONS, request)
        return _models.ChannelMember._wrap(response.channel_member)

    async def patch_channel_members_notifications(
        self,
        members: Iterable[ChannelMemberIdentifierLike | tuple[str, str]],
        notify_props: Mapping[str, str],
    ) -> None:
        """Changes the notification settings of several memberships in one step: the keys given are
        written, the others kept. Either all memberships are changed or none. Fails with 404
        where one of them does not exist and with 400 where a value is not known for its key or
        the list is longer than the host allows.

        Args:
            members: The memberships to change, each known by channel and user.
            notify_props: The settings to change with their new values, the same for all
                memberships.

        Since server version 9.5.
        """
        members_ = _t.member_identifiers(members)
        request = api_channel_post_pb2.PatchChannelMembersNotificationsRequest(
            members=members_,
            notify_props=notify_props,
        )
        await self._call(_m.PATCH_CHANNEL_MEMBERS_NOTIFICATIONS, request)

    async def delete_channel_member(self, channel_id: str, user_id: str) -> None:
        """Takes a user out of a channel as if by own choice. The hook UserHasLeftChannel follows.
        Fails with 404 where there is no such channel or the user is not a member, and with 400
        where members cannot leave the channel, as with direct and group ones and the one every
        member of the team belongs to.

        Args:
            channel_id: Identifier of the channel.
            user_id: Identifier of the user.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.DeleteChannelMemberRequest(
            channel_id=channel_id,
            user_id=user_id,
        )
        await self._call(_m.DELETE_CHANNEL_MEMBER, request)

    async def create_channel_sidebar_category(
        self,
        user_id: str,
        team_id: str,
        new_category: SidebarCategoryWithChannelsLike,
    ) -> SidebarCategoryWithChannels:
        """Adds a category of the user's own to the list of channels the user sees in a team, and
        returns it with its new id. Channels listed in it move there from the categories they
        were in. Fails with 400 where the name is empty or too long or a channel is not one of
        the user's.

        Args:
            user_id: Identifier of the user.
            team_id: Identifier of the team.
            new_category: The category to add. The display name is required; the id is given by
                the host.

        Since server version 5.38.
        """
        request = api_channel_post_pb2.CreateChannelSidebarCategoryRequest(
            user_id=user_id,
            team_id=team_id,
            new_category=_models.SidebarCategoryWithChannels._message_of(new_category),
        )
        response = await self._call(_m.CREATE_CHANNEL_SIDEBAR_CATEGORY, request)
        return _models.SidebarCategoryWithChannels._wrap(response.category)

    async def get_channel_sidebar_categories(
        self,
        user_id: str,
        team_id: str,
    ) -> OrderedSidebarCategories:
        """Returns the categories in which a user sees the channels of a team, each with its
        channels in order, and the order of the categories themselves. The standard ones
        (favorites, channels, direct messages) are among them.

        Args:
            user_id: Identifier of the user.
            team_id: Identifier of the team.

        Since server version 5.38.
        """
        request = api_channel_post_pb2.GetChannelSidebarCategoriesRequest(
            user_id=user_id,
            team_id=team_id,
        )
        response = await self._call(_m.GET_CHANNEL_SIDEBAR_CATEGORIES, request)
        return _models.OrderedSidebarCategories._wrap(response.categories)

    async def update_channel_sidebar_categories(
        self,
        user_id: str,
        team_id: str,
        categories: Iterable[SidebarCategoryWithChannelsLike],
    ) -> list[SidebarCategoryWithChannels]:
        """Replaces several categories of a user in a team, channels included, and returns them as
        stored, in the order given. Standard categories keep their name and type. Fails with 404
        where a category does not exist or is another user's.

        Args:
            user_id: Identifier of the user.
            team_id: Identifier of the team.
            categories: The whole categories to store, each known by its id.

        Since server version 5.38.
        """
        request = api_channel_post_pb2.UpdateChannelSidebarCategoriesRequest(
            user_id=user_id,
            team_id=team_id,
            categories=_models.SidebarCategoryWithChannels._messages_of(categories),
        )
        response = await self._call(_m.UPDATE_CHANNEL_SIDEBAR_CATEGORIES, request)
        return [_models.SidebarCategoryWithChannels._wrap(item) for item in response.categories]

    async def create_post(self, post: PostLike) -> Post:
        """Publishes a message in a channel in the name of the user in the record, and returns it as
        stored, with its new id. Author and channel are required; a root id makes it a reply, and
        file ids attach files uploaded before by the same author. The host marks the post with
        the property from_plugin, and the hooks MessageWillBePosted and MessageHasBeenPosted run
        as for any other post. Fails with 404 where there is no such channel, with 400 where
        author or root is not valid, the message is longer than the host allows (usually 16383
        characters) or a hook rejects it, and with 403 where the channel is archived.

        Args:
            post: The post to publish. User id and channel id are required; the id is given by
                the host, the time of creation where it is 0.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.CreatePostRequest(post=_models.Post._message_of(post))
        response = await self._call(_m.CREATE_POST, request)
        return _models.Post._wrap(response.post)

    async def add_reaction(self, reaction: ReactionLike) -> Reaction:
        """Adds a user's reaction to a post and returns it as stored. A reaction that is there
        already is returned unchanged. The hook ReactionHasBeenAdded follows a real change. Fails
        with 404 where there is no such post or emoji and with 403 where the channel is archived.

        Args:
            reaction: The reaction to add. User id, post id and emoji name are required.

        Since server version 5.3.
        """
        request = api_channel_post_pb2.AddReactionRequest(
            reaction=_models.Reaction._message_of(reaction),
        )
        response = await self._call(_m.ADD_REACTION, request)
        return _models.Reaction._wrap(response.reaction)

    async def remove_reaction(self, reaction: ReactionLike) -> None:
        """Takes a user's reaction off a post; a reaction that is not there is no failure. The hook
        ReactionHasBeenRemoved follows a real change. Fails with 404 where there is no such post
        and with 403 where the channel is archived.

        Args:
            reaction: The reaction to take off, known by user id, post id and emoji name.

        Since server version 5.3.
        """
        request = api_channel_post_pb2.RemoveReactionRequest(
            reaction=_models.Reaction._message_of(reaction),
        )
        await self._call(_m.REMOVE_REACTION, request)

    async def get_reactions(self, post_id: str) -> list[Reaction]:
        """Returns all reactions to a post, oldest first. A post without reactions gives an empty
        list.

        Args:
            post_id: Identifier of the post.

        Since server version 5.3.
        """
        request = api_channel_post_pb2.GetReactionsRequest(post_id=post_id)
        response = await self._call(_m.GET_REACTIONS, request)
        return [_models.Reaction._wrap(item) for item in response.reactions]

    async def send_ephemeral_post(self, user_id: str, post: PostLike) -> Post:
        """Shows a message to one user only and returns it with the id it was given. Such a post is
        never stored, no hook sees it, and it is gone when the user reloads; a user who is not
        connected never sees it.

        Args:
            user_id: Identifier of the one user who sees the post.
            post: The post to show. Channel id and message are required; its user id names the
                author shown.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.SendEphemeralPostRequest(
            user_id=user_id,
            post=_models.Post._message_of(post),
        )
        response = await self._call(_m.SEND_EPHEMERAL_POST, request)
        return _models.Post._wrap(response.post)

    async def update_ephemeral_post(self, user_id: str, post: PostLike) -> Post:
        """Changes a message shown by SendEphemeralPost, known by the id in the record, and returns
        it. Where the user no longer has it on screen it appears anew.

        Args:
            user_id: Identifier of the one user who sees the post.
            post: The post with its changes; its id names the post shown before.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.UpdateEphemeralPostRequest(
            user_id=user_id,
            post=_models.Post._message_of(post),
        )
        response = await self._call(_m.UPDATE_EPHEMERAL_POST, request)
        return _models.Post._wrap(response.post)

    async def delete_ephemeral_post(self, user_id: str, post_id: str) -> None:
        """Takes a message shown by SendEphemeralPost off a user's screen. There is no failure where
        it is no longer there.

        Args:
            user_id: Identifier of the one user who sees the post.
            post_id: Identifier of the post.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.DeleteEphemeralPostRequest(user_id=user_id, post_id=post_id)
        await self._call(_m.DELETE_EPHEMERAL_POST, request)

    async def delete_post(self, post_id: str) -> None:
        """Deletes a post; where it opens a thread, its replies go with it. The hook
        MessageHasBeenDeleted follows. Fails with 404 where there is no such post or it is
        deleted already.

        Args:
            post_id: Identifier of the post.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.DeletePostRequest(post_id=post_id)
        await self._call(_m.DELETE_POST, request)

    async def get_post_thread(self, post_id: str) -> PostList:
        """Returns a whole thread, root and replies, from the id of any post in it. The order lists
        the ids with the newest first; deleted posts are left out. Fails with 404 where there is
        no such post.

        Args:
            post_id: Identifier of any post of the thread.

        Since server version 5.6.
        """
        request = api_channel_post_pb2.GetPostThreadRequest(post_id=post_id)
        response = await self._call(_m.GET_POST_THREAD, request)
        return _models.PostList._wrap(response.post_list)

    async def get_post(self, post_id: str) -> Post:
        """Returns the post with the given id. Fails with 404 where there is no such post or it is
        deleted.

        Args:
            post_id: Identifier of the post.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.GetPostRequest(post_id=post_id)
        response = await self._call(_m.GET_POST, request)
        return _models.Post._wrap(response.post)

    async def get_posts_since(self, channel_id: str, time: int) -> PostList:
        """Returns the posts of a channel that were created, edited or deleted after a moment given
        in milliseconds since the epoch, newest first. Deleted posts are among them, known by
        their delete_at, so that a reader can follow every change. The host bounds the result,
        usually to 1000 posts.

        Args:
            channel_id: Identifier of the channel.
            time: The moment after which changes are wanted, in milliseconds since the epoch.

        Since server version 5.6.
        """
        request = api_channel_post_pb2.GetPostsSinceRequest(channel_id=channel_id, time=time)
        response = await self._call(_m.GET_POSTS_SINCE, request)
        return _models.PostList._wrap(response.post_list)

    async def get_posts_after(
        self,
        channel_id: str,
        post_id: str,
        *,
        page: int = 0,
        per_page: int = 60,
    ) -> PostList:
        """Returns one page of the posts of a channel that are newer than a given one, which is
        itself left out. Page 0 is the page nearest to that post, and within a page the newest
        comes first. Deleted posts are left out. Fails with 404 where there is no such post.

        Args:
            channel_id: Identifier of the channel.
            post_id: Identifier of the post after which the result begins.
            page: Which page of the result to return, counted from 0.
            per_page: How many entries a page has at most; 0 stands for the usual 60, and more
                than the bound of the host, which is at least 1000, fails with 400. A page with
                fewer entries is the last.

        Since server version 5.6.
        """
        request = api_channel_post_pb2.GetPostsAfterRequest(
            channel_id=channel_id,
            post_id=post_id,
            page=page,
            per_page=per_page,
        )
        response = await self._call(_m.GET_POSTS_AFTER, request)
        return _models.PostList._wrap(response.post_list)

    async def get_posts_before(
        self,
        channel_id: str,
        post_id: str,
        *,
        page: int = 0,
        per_page: int = 60,
    ) -> PostList:
        """Returns one page of the posts of a channel that are older than a given one, which is
        itself left out. Page 0 is the page nearest to that post, and within a page the newest
        comes first. Deleted posts are left out. Fails with 404 where there is no such post.

        Args:
            channel_id: Identifier of the channel.
            post_id: Identifier of the post before which the result ends.
            page: Which page of the result to return, counted from 0.
            per_page: How many entries a page has at most; 0 stands for the usual 60, and more
                than the bound of the host, which is at least 1000, fails with 400. A page with
                fewer entries is the last.

        Since server version 5.6.
        """
        request = api_channel_post_pb2.GetPostsBeforeRequest(
            channel_id=channel_id,
            post_id=post_id,
            page=page,
            per_page=per_page,
        )
        response = await self._call(_m.GET_POSTS_BEFORE, request)
        return _models.PostList._wrap(response.post_list)

    async def get_posts_for_channel(
        self,
        channel_id: str,
        *,
        page: int = 0,
        per_page: int = 60,
    ) -> PostList:
        """Returns one page of the posts of a channel, newest first, without the deleted ones. A
        channel that does not exist gives an empty page.

        Args:
            channel_id: Identifier of the channel.
            page: Which page of the result to return, counted from 0.
            per_page: How many entries a page has at most; 0 stands for the usual 60, and more
                than the bound of the host, which is at least 1000, fails with 400. A page with
                fewer entries is the last.

        Since server version 5.6.
        """
        request = api_channel_post_pb2.GetPostsForChannelRequest(
            channel_id=channel_id,
            page=page,
            per_page=per_page,
        )
        response = await self._call(_m.GET_POSTS_FOR_CHANNEL, request)
        return _models.PostList._wrap(response.post_list)

    async def update_post(self, post: PostLike) -> Post:
        """Changes the post named by the id in the record (message, properties, attached files, pin)
        and returns it as stored with its time of editing. Author, channel and root keep their
        values, and the version before stays in the history. The hooks MessageWillBeUpdated and
        MessageHasBeenUpdated run as for any other edit. Fails with 404 where there is no such
        post or it is deleted, with 400 where the message is too long or a hook rejects it, and
        with 403 where the channel is archived.

        Args:
            post: The post with its changes; its id names the post.

        Since server version 5.2.
        """
        request = api_channel_post_pb2.UpdatePostRequest(post=_models.Post._message_of(post))
        response = await self._call(_m.UPDATE_POST, request)
        return _models.Post._wrap(response.post)

    async def search_posts_in_team(
        self,
        team_id: str,
        terms: str | SearchParamsLike | Iterable[SearchParamsLike],
    ) -> PostList:
        """Searches the posts in the open channels of a team. Each element of the list is a search
        of its own, the results are united, and the newest come first. The host bounds their
        number. Fails with 501 where the host has no search.

        Args:
            team_id: Identifier of the team.

        Since server version 5.10.
        """
        params_list_ = _t.search_params(terms)
        request = api_channel_post_pb2.SearchPostsInTeamRequest(
            team_id=team_id,
            params_list=params_list_,
        )
        response = await self._call(_m.SEARCH_POSTS_IN_TEAM, request)
        return _t.post_list(response.posts)

    async def search_posts_in_team_for_user(
        self,
        team_id: str,
        user_id: str,
        terms: str | SearchParameterLike,
    ) -> PostList:
        """Searches the posts that a user can read in a team, direct and group channels included,
        newest first. The terms may hold modifiers such as from, in, before, after and on, each
        followed by a colon and a value. Fails with 501 where the host has no search.

        Args:
            team_id: Identifier of the team.
            user_id: Identifier of the user whose channels are searched.

        Since server version 5.26.
        """
        search_params_ = _t.search_parameter(terms)
        request = api_channel_post_pb2.SearchPostsInTeamForUserRequest(
            team_id=team_id,
            user_id=user_id,
            search_params=search_params_,
        )
        response = await self._call(_m.SEARCH_POSTS_IN_TEAM_FOR_USER, request)
        return _t.found_posts(response.results)

    async def get_emoji_list(
        self,
        *,
        page: int = 0,
        per_page: int = 60,
        sort: str = "",
    ) -> list[Emoji]:
        """Returns one page of the custom emoji of the server; the built-in ones are not among them.
        They are ordered by name where sort_by asks for it, otherwise in an order the host
        chooses but keeps. Fails with 501 where custom emoji are switched off.

        Args:
            page: Which page of the result to return, counted from 0.
            per_page: How many entries a page has at most; 0 stands for the usual 60, and more
                than the bound of the host, which is at least 1000, fails with 400. A page with
                fewer entries is the last.

        Since server version 5.6.
        """
        request = api_channel_post_pb2.GetEmojiListRequest(
            sort_by=sort,
            page=page,
            per_page=per_page,
        )
        response = await self._call(_m.GET_EMOJI_LIST, request)
        return [_models.Emoji._wrap(item) for item in response.emojis]

    async def get_emoji_by_name(self, name: str) -> Emoji:
        """Returns the custom emoji with the given name. Fails with 404 where there is none and with
        501 where custom emoji are switched off.

        Args:
            name: Name of the emoji, without colons around it.

        Since server version 5.6.
        """
        request = api_channel_post_pb2.GetEmojiByNameRequest(name=name)
        response = await self._call(_m.GET_EMOJI_BY_NAME, request)
        return _models.Emoji._wrap(response.emoji)

    async def get_emoji(self, emoji_id: str) -> Emoji:
        """Returns the custom emoji with the given id. Fails with 404 where there is none and with
        501 where custom emoji are switched off.

        Args:
            emoji_id: Identifier of the emoji.

        Since server version 5.6.
        """
        request = api_channel_post_pb2.GetEmojiRequest(emoji_id=emoji_id)
        response = await self._call(_m.GET_EMOJI, request)
        return _models.Emoji._wrap(response.emoji)

    async def get_emoji_image(self, emoji_id: str) -> bytes:
        """Returns the picture of a custom emoji and its format. Fails with 404 where there is no
        such emoji or picture and with 501 where custom emoji are switched off.

        Args:
            emoji_id: Identifier of the emoji.

        Since server version 5.6.
        """
        request = api_channel_post_pb2.GetEmojiImageRequest(emoji_id=emoji_id)
        response = await self._call(_m.GET_EMOJI_IMAGE, request)
        return response.image

    async def kv_set(self, key: str, value: bytes) -> None:
        """Stores a value under a key of the calling plugin, replacing what was there, expiry
        included. An empty value deletes the key. Keys have 1 to 150 characters, belong to the
        calling plugin alone and outlive restarts and updates of it; entries set this way never
        expire. Fails with 400 where the key is empty or too long, and with 413 where the value
        is larger than the host allows.

        Args:
            key: The key, 1 to 150 characters, private to the calling plugin.
            value: The value to store; empty deletes the key.

        Since server version 5.2.
        """
        value_ = _t.stored_bytes(value)
        request = api_kv_config_pb2.KVSetRequest(key=key, value=value_)
        await self._call(_m.KV_SET, request)

    async def kv_compare_and_set(self, key: str, old_value: bytes | None, new_value: bytes) -> bool:
        """Stores a new value under a key only if the present value equals the expected one, in one
        indivisible step. An empty expected value means that the key must not exist yet, expired
        entries counting as absent; an empty new value deletes the key. A mismatch is told by
        success being false and is no error. Fails with 400 where the key is empty or longer than
        150 characters.

        Args:
            key: The key, 1 to 150 characters, private to the calling plugin.
            old_value: The value expected under the key; empty means that the key must not exist
                yet.
            new_value: The value to store; empty deletes the key.

        Since server version 5.12.
        """
        new_value_ = _t.stored_bytes(new_value)
        request = api_kv_config_pb2.KVCompareAndSetRequest(
            key=key,
            old_value=old_value,
            new_value=new_value_,
        )
        response = await self._call(_m.KV_COMPARE_AND_SET, request)
        return response.success

    async def kv_compare_and_delete(self, key: str, old_value: bytes | None) -> bool:
        """Deletes a key only if its present value equals the expected one, in one indivisible step.
        A mismatch, a key that does not exist or an empty expected value is told by success being
        false and is no error. Fails with 400 where the key is empty or longer than 150
        characters.

        Args:
            key: The key, 1 to 150 characters, private to the calling plugin.
            old_value: The value expected under the key; empty never matches.

        Since server version 5.16.
        """
        request = api_kv_config_pb2.KVCompareAndDeleteRequest(key=key, old_value=old_value)
        response = await self._call(_m.KV_COMPARE_AND_DELETE, request)
        return response.success

    async def kv_set_with_options(
        self,
        key: str,
        value: bytes,
        options: PluginKVSetOptionsLike | None = None,
    ) -> bool:
        """Stores a value under a key, optionally with an expiry and optionally only if the present
        value equals an expected one; KVSet, KVSetWithExpiry and KVCompareAndSet are special
        cases of it. An empty value deletes the key. Tells whether the value was written, which
        is always true for a write that is not atomic. Fails with 400 where the key is empty or
        longer than 150 characters, or an expected value is given for a write that is not atomic.

        Args:
            key: The key, 1 to 150 characters, private to the calling plugin.
            value: The value to store; empty deletes the key.
            options: Whether to compare first, with what, and when the entry expires; absent for
                a plain write that never expires.

        Since server version 5.20.
        """
        value_ = _t.stored_bytes(value)
        request = api_kv_config_pb2.KVSetWithOptionsRequest(
            key=key,
            value=value_,
            options=_models.PluginKVSetOptions._optional_message_of(options),
        )
        response = await self._call(_m.KV_SET_WITH_OPTIONS, request)
        return response.success

    async def kv_set_with_expiry(self, key: str, value: bytes, expire_in_seconds: int) -> None:
        """Stores a value under a key for a limited number of seconds, after which the key counts as
        absent everywhere; 0 means that it never expires. Otherwise the same as KVSet: an empty
        value deletes the key. Fails with 400 where the key is empty or longer than 150
        characters.

        Args:
            key: The key, 1 to 150 characters, private to the calling plugin.
            value: The value to store; empty deletes the key.
            expire_in_seconds: After how many seconds the entry expires; 0 for never.

        Since server version 5.6.
        """
        value_ = _t.stored_bytes(value)
        request = api_kv_config_pb2.KVSetWithExpiryRequest(
            key=key,
            value=value_,
            expire_in_seconds=expire_in_seconds,
        )
        await self._call(_m.KV_SET_WITH_EXPIRY, request)

    async def kv_get(self, key: str) -> bytes | None:
        """Returns the value stored under a key of the calling plugin. A key that does not exist or
        has expired gives an empty value, not an error. Fails with 400 where the key is empty or
        longer than 150 characters.

        Args:
            key: The key, 1 to 150 characters, private to the calling plugin.

        Since server version 5.2.
        """
        request = api_kv_config_pb2.KVGetRequest(key=key)
        response = await self._call(_m.KV_GET, request)
        return _t.none_if_empty(response.value)

    async def kv_delete(self, key: str) -> None:
        """Deletes a key of the calling plugin; a key that does not exist is no failure. Fails with
        400 where the key is empty or longer than 150 characters.

        Args:
            key: The key, 1 to 150 characters, private to the calling plugin.

        Since server version 5.2.
        """
        request = api_kv_config_pb2.KVDeleteRequest(key=key)
        await self._call(_m.KV_DELETE, request)

    async def kv_delete_all(self) -> None:
        """Deletes every key of the calling plugin, and none of any other.

        Since server version 5.6.
        """
        request = api_kv_config_pb2.KVDeleteAllRequest()
        await self._call(_m.KV_DELETE_ALL, request)

    async def kv_list(self, *, page: int = 0, per_page: int = 100) -> list[str]:
        """Returns one page of the keys of the calling plugin in ascending order, expired ones left
        out. Keys written or deleted between two calls may shift the pages.

        Args:
            page: Which page of the result to return, counted from 0.
            per_page: How many entries a page has at most; 0 stands for the usual 60, and more
                than the bound of the host, which is at least 1000, fails with 400. A page with
                fewer entries is the last.

        Since server version 5.6.
        """
        request = api_kv_config_pb2.KVListRequest(page=page, per_page=per_page)
        response = await self._call(_m.KV_LIST, request)
        return list(response.keys)

    async def publish_web_socket_event(
        self,
        event: str,
        payload: Mapping[str, Any],
        broadcast: WebsocketBroadcastLike | None = None,
    ) -> None:
        """Sends an event to connected clients. They see its name with custom_, the id of the
        calling plugin and an underscore put before it, so that events of different plugins never
        collide. Nothing is stored: clients that are not connected miss the event. Fails with 400
        where the name is empty.

        Args:
            event: Name of the event, without the prefix the host puts before it.
            payload: What the event tells; clients receive it as a JSON object.
            broadcast: Who receives the event; absent for every connected client.

        Since server version 5.2.
        """
        broadcast_ = _t.websocket_broadcast(broadcast)
        request = api_kv_config_pb2.PublishWebSocketEventRequest(
            event=event,
            payload=_f.struct_of(payload),
            broadcast=broadcast_,
        )
        await self._call(_m.PUBLISH_WEB_SOCKET_EVENT, request)

    async def load_plugin_configuration(
        self,
        dest: bytes | bytearray | MutableMapping[str, Any] | None = None,
    ) -> bytes:
        """Returns the settings of the calling plugin as a JSON object: the defaults of its settings
        schema, overlaid with what the administrator saved. Keys are in lower case, so match them
        without regard to case. Call it at start and again whenever the hook
        OnConfigurationChange tells of a change.

        Since server version 5.2.
        """
        request = api_kv_config_pb2.LoadPluginConfigurationRequest()
        response = await self._call(_m.LOAD_PLUGIN_CONFIGURATION, request)
        return _t.load_into(dest, response.config_json)

    async def get_config(self) -> bytes:
        """Returns the configuration of the host as a JSON object with passwords, keys and other
        secrets masked.

        Since server version 5.2.
        """
        request = api_kv_config_pb2.GetConfigRequest()
        response = await self._call(_m.GET_CONFIG, request)
        return response.config_json

    async def get_unsanitized_config(self) -> bytes:
        """Returns the configuration of the host as a JSON object, secrets included. Hosts may deny
        this to plugins, which fails with 403.

        Since server version 5.16.
        """
        request = api_kv_config_pb2.GetUnsanitizedConfigRequest()
        response = await self._call(_m.GET_UNSANITIZED_CONFIG, request)
        return response.config_json

    async def save_config(self, config_json: bytes) -> None:
        """Replaces the configuration of the host as a whole; to change a part, read it with
        GetUnsanitizedConfig, change it and save it. The hook ConfigurationWillBeSaved may alter
        or refuse it, and OnConfigurationChange follows. Masked secrets as returned by GetConfig
        leave the stored secrets as they are. Fails with 400 where the document is not valid
        JSON, holds values that are not allowed, or is refused by a hook.

        Args:
            config_json: The whole configuration to save as the bytes of a JSON object in UTF-8.

        Since server version 5.2.
        """
        request = api_kv_config_pb2.SaveConfigRequest(config_json=config_json)
        await self._call(_m.SAVE_CONFIG, request)

    async def get_plugin_config(self) -> dict[str, Any]:
        """Returns the settings of the calling plugin as saved, without the defaults of the settings
        schema. Numbers arrive as floating-point values. A plugin without saved settings gets an
        empty object.

        Since server version 5.6.
        """
        request = api_kv_config_pb2.GetPluginConfigRequest()
        response = await self._call(_m.GET_PLUGIN_CONFIG, request)
        return StructView(response.config).copy()

    async def save_plugin_config(self, config: Mapping[str, Any]) -> None:
        """Replaces the saved settings of the calling plugin as a whole; keys left out are gone. The
        hook OnConfigurationChange follows. Fails with 400 where the host refuses a value.

        Args:
            config: The whole settings to save.

        Since server version 5.6.
        """
        request = api_kv_config_pb2.SavePluginConfigRequest(config=_f.struct_of(config))
        await self._call(_m.SAVE_PLUGIN_CONFIG, request)

    async def get_bundle_path(self) -> str:
        """Returns the absolute path of the folder the calling plugin was unpacked to, as its own
        process sees it. Files in it are replaced by an update and should not be written.

        Since server version 5.10.
        """
        request = api_kv_config_pb2.GetBundlePathRequest()
        response = await self._call(_m.GET_BUNDLE_PATH, request)
        return response.path

    async def get_plugins(self) -> bytes:
        """Returns the manifests of all installed plugins, those that run first and the others after
        them. Fails with 501 where plugins are switched off.

        Since server version 5.6.
        """
        request = api_kv_config_pb2.GetPluginsRequest()
        response = await self._call(_m.GET_PLUGINS, request)
        return _t.to_json(response.manifests)

    async def enable_plugin(self, plugin_id: str) -> None:
        """Marks a plugin as enabled, for good, and starts it. The call returns when the change is
        stored; GetPluginStatus tells how the start went. Enabling an enabled plugin succeeds.
        Fails with 404 where no such plugin is installed and with 501 where plugins are switched
        off.

        Since server version 5.6.
        """
        request = api_kv_config_pb2.EnablePluginRequest(id=plugin_id)
        await self._call(_m.ENABLE_PLUGIN, request)

    async def disable_plugin(self, plugin_id: str) -> None:
        """Marks a plugin as disabled, for good, and stops it. A plugin may disable itself; it is
        then stopped once the call has been answered. Disabling a disabled plugin succeeds. Fails
        with 404 where no such plugin is installed and with 501 where plugins are switched off.

        Since server version 5.6.
        """
        request = api_kv_config_pb2.DisablePluginRequest(id=plugin_id)
        await self._call(_m.DISABLE_PLUGIN, request)

    async def remove_plugin(self, plugin_id: str) -> None:
        """Stops a plugin and deletes its files. What it stored by KVSet, its settings and its bots
        are kept, so that a new installation finds them. Fails with 404 where no such plugin is
        installed and with 501 where plugins are switched off.

        Since server version 5.6.
        """
        request = api_kv_config_pb2.RemovePluginRequest(id=plugin_id)
        await self._call(_m.REMOVE_PLUGIN, request)

    async def get_plugin_status(self, plugin_id: str) -> bytes:
        """Returns the version and state of an installed plugin. Fails with 404 where no such plugin
        is installed and with 501 where plugins are switched off.

        Since server version 5.6.
        """
        request = api_kv_config_pb2.GetPluginStatusRequest(id=plugin_id)
        response = await self._call(_m.GET_PLUGIN_STATUS, request)
        return _t.to_json(response.status)

    async def install_plugin(self, data: bytes, *, force: bool = False) -> bytes:
        """Installs a plugin from a gzip-compressed tar archive and returns its manifest. A new
        plugin is not enabled; one that replaces a running plugin is started in its place. Fails
        with 400 where the archive or its manifest is not usable, with 409 where the plugin is
        installed already and replace is not set, with 413 where the archive is too large, and
        with 501 where the host admits no uploads of plugins.

        Since server version 5.18.
        """
        request = api_kv_config_pb2.InstallPluginRequest(file_data=data, replace=force)
        response = await self._call(_m.INSTALL_PLUGIN, request)
        return _t.to_json(response.manifest)

    async def get_plugin_id(self) -> str:
        """Returns the id of the calling plugin as the host knows it.

        Since server version 10.1.
        """
        request = api_kv_config_pb2.GetPluginIDRequest()
        response = await self._call(_m.GET_PLUGIN_ID, request)
        return response.plugin_id

    async def log_debug(self, message: str, **kwargs: object) -> None:
        """Writes a record at level debug to the host's log, marked with the id of the calling
        plugin. Keys and values become fields of the record. The host may drop records of a
        plugin that logs too fast.

        Since server version 5.2.
        """
        key_value_pairs_ = _t.key_value_pairs(kwargs)
        request = api_kv_config_pb2.LogDebugRequest(msg=message, key_value_pairs=key_value_pairs_)
        await self._call(_m.LOG_DEBUG, request)

    async def log_info(self, message: str, **kwargs: object) -> None:
        """Writes a record at level info to the host's log, marked with the id of the calling
        plugin. Keys and values become fields of the record. The host may drop records of a
        plugin that logs too fast.

        Since server version 5.2.
        """
        key_value_pairs_ = _t.key_value_pairs(kwargs)
        request = api_kv_config_pb2.LogInfoRequest(msg=message, key_value_pairs=key_value_pairs_)
        await self._call(_m.LOG_INFO, request)

    async def log_error(self, message: str, **kwargs: object) -> None:
        """Writes a record at level error to the host's log, marked with the id of the calling
        plugin. Keys and values become fields of the record. The host may drop records of a
        plugin that logs too fast.

        Since server version 5.2.
        """
        key_value_pairs_ = _t.key_value_pairs(kwargs)
        request = api_kv_config_pb2.LogErrorRequest(msg=message, key_value_pairs=key_value_pairs_)
        await self._call(_m.LOG_ERROR, request)

    async def log_warn(self, message: str, **kwargs: object) -> None:
        """Writes a record at level warn to the host's log, marked with the id of the calling
        plugin. Keys and values become fields of the record. The host may drop records of a
        plugin that logs too fast.

        Since server version 5.2.
        """
        key_value_pairs_ = _t.key_value_pairs(kwargs)
        request = api_kv_config_pb2.LogWarnRequest(msg=message, key_value_pairs=key_value_pairs_)
        await self._call(_m.LOG_WARN, request)

    async def copy_file_infos(self, user_id: str, file_ids: Iterable[str]) -> list[str]:
        """Duplicates the records of files under new ids, owned by the given user and attached to no
        post, so that the same files can be attached again. The stored content is shared, not
        copied. Returns the new ids in the order of the request. Fails with 404 where one of the
        files does not exist.

        Args:
            user_id: Identifier of the user who owns the duplicates.
            file_ids: Identifiers of the files to duplicate.

        Since server version 5.2.
        """
        request = api_file_bot_pb2.CopyFileInfosRequest(user_id=user_id, file_ids=strings(file_ids))
        response = await self._call(_m.COPY_FILE_INFOS, request)
        return list(response.file_ids)

    async def get_file_info(self, file_id: str) -> FileInfo:
        """Returns the record that describes a file, without its content. Fails with 404 where there
        is no such file.

        Args:
            file_id: Identifier of the file.

        Since server version 5.3.
        """
        request = api_file_bot_pb2.GetFileInfoRequest(file_id=file_id)
        response = await self._call(_m.GET_FILE_INFO, request)
        return _models.FileInfo._wrap(response.file_info)

    async def set_file_searchable_content(self, file_id: str, content: str) -> None:
        """Sets the text by which a search finds a file, for formats the host cannot read by itself.
        It replaces the text stored before. Fails with 404 where there is no such file.

        Args:
            file_id: Identifier of the file.
            content: The text by which the file is found.

        Since server version 9.1.
        """
        request = api_file_bot_pb2.SetFileSearchableContentRequest(file_id=file_id, content=content)
        await self._call(_m.SET_FILE_SEARCHABLE_CONTENT, request)

    async def get_file_infos(
        self,
        *,
        page: int = 0,
        per_page: int = 60,
        user_id: str = "",
        channel_id: str = "",
        include_deleted: bool = False,
        sort_by: str = "",
        sort_order: str = "",
    ) -> list[FileInfo]:
        """Returns one page of the records of files that meet the options, ordered as these ask, by
        time of creation where they say nothing. Without options every file that is not deleted
        is returned.

        Args:
            page: Which page of the result to return, counted from 0.
            per_page: How many entries a page has at most; 0 stands for the usual 60, and more
                than the bound of the host, which is at least 1000, fails with 400. A page with
                fewer entries is the last.

        Since server version 5.22.
        """
        request = api_file_bot_pb2.GetFileInfosRequest(
            page=page,
            per_page=per_page,
            options=api_file_bot_pb2.GetFileInfosOptions(user_id=user_id, channel_id=channel_id, include_deleted=include_deleted, sort_by=sort_by, sort_order=sort_order),
        )
        response = await self._call(_m.GET_FILE_INFOS, request)
        return [_models.FileInfo._wrap(item) for item in response.file_infos]

    async def get_file(self, file_id: str) -> bytes:
        """Returns the whole content of a file. Content beyond the message limit of the connection
        cannot be fetched in this way. Fails with 404 where there is no such file or its content
        is gone.

        Args:
            file_id: Identifier of the file.

        Since server version 5.8.
        """
        request = api_file_bot_pb2.GetFileRequest(file_id=file_id)
        response = await self._call(_m.GET_FILE, request)
        return response.data

    async def get_file_link(self, file_id: str) -> str:
        """Returns an address under which anybody can fetch a file without signing in. Fails with
        404 where there is no such file, with 400 where it is not attached to a post, and with
        501 where the host has public links switched off.

        Args:
            file_id: Identifier of the file.

        Since server version 5.6.
        """
        request = api_file_bot_pb2.GetFileLinkRequest(file_id=file_id)
        response = await self._call(_m.GET_FILE_LINK, request)
        return response.link

    async def read_file(self, path: str) -> bytes:
        """Returns the content of a file in the host's file store by its path. Fails with 404 where
        there is no such file and with 400 where the path leads out of the store.

        Args:
            path: Path of the file, relative to the root of the host's file store.

        Since server version 5.3.
        """
        request = api_file_bot_pb2.ReadFileRequest(path=path)
        response = await self._call(_m.READ_FILE, request)
        return response.data

    async def upload_file(self, data: bytes, channel_id: str, filename: str) -> FileInfo:
        """Stores a file for a channel and returns its record. It is attached to no post yet: give
        its id to CreatePost to publish it. The hook FileWillBeUploaded may change or reject it.
        Fails with 404 where there is no such channel, with 400 where the name is empty or a hook
        rejects the file, with 413 where it is larger than the host allows, and with 501 where
        attachments are switched off.

        Args:
            data: The whole content of the file.
            channel_id: Identifier of the channel.
            filename: Name of the file with its extension, without any folder.

        Since server version 5.6.
        """
        request = api_file_bot_pb2.UploadFileRequest(
            data=data,
            channel_id=channel_id,
            filename=filename,
        )
        response = await self._call(_m.UPLOAD_FILE, request)
        return _models.FileInfo._wrap(response.file_info)

    async def create_upload_session(self, session: UploadSessionLike) -> UploadSession:
        """Announces a file that will arrive in several pieces and returns the session with its new
        id. The record names the user, the channel, the file name and the total size in bytes.
        Fails with 400 where one of these is missing or not valid, with 404 where there is no
        such channel, with 413 where the size is more than the host allows, and with 501 where
        attachments are switched off.

        Since server version 7.6.
        """
        request = api_file_bot_pb2.CreateUploadSessionRequest(
            upload_session=_models.UploadSession._message_of(session),
        )
        response = await self._call(_m.CREATE_UPLOAD_SESSION, request)
        return _models.UploadSession._wrap(response.upload_session)

    async def upload_data(self, session: UploadSessionLike, data: bytes) -> FileInfo:
        """Adds the next piece of a file to an upload session, beginning at the file offset the
        session has reached; read that with GetUploadSession after an interruption. The record of
        the file is returned with the piece that completes it and is absent before. Fails with
        404 where there is no such session, and with 400 where the offset is not the one reached,
        there is more data than announced, or a hook rejects the file.

        Args:
            data: The next bytes of the file.

        Since server version 7.6.
        """
        request = api_file_bot_pb2.UploadDataRequest(
            upload_session=_models.UploadSession._message_of(session),
            data=data,
        )
        response = await self._call(_m.UPLOAD_DATA, request)
        return _models.FileInfo._wrap(response.file_info)

    async def get_upload_session(self, upload_id: str) -> UploadSession:
        """Returns an upload session with the number of bytes received so far. Fails with 404 where
        there is no such session, finished ones included.

        Args:
            upload_id: Identifier of the upload session.

        Since server version 7.6.
        """
        request = api_file_bot_pb2.GetUploadSessionRequest(upload_id=upload_id)
        response = await self._call(_m.GET_UPLOAD_SESSION, request)
        return _models.UploadSession._wrap(response.upload_session)

    async def create_bot(self, bot: BotLike) -> Bot:
        """Creates a bot account together with its user and returns it. Without an owner in the
        record the calling plugin becomes the owner. Fails with 400 where the user name is not
        allowed or the owner is itself a bot, and with 409 where the user name is taken.

        Args:
            bot: The bot to create. The user name is required; user id and times are given by the
                host.

        Since server version 5.10.
        """
        request = api_file_bot_pb2.CreateBotRequest(bot=_models.Bot._message_of(bot))
        response = await self._call(_m.CREATE_BOT, request)
        return _models.Bot._wrap(response.bot)

    async def patch_bot(self, bot_user_id: str, patch: BotPatchLike) -> Bot:
        """Changes the fields of a bot that are present in the patch, leaves the others as they are,
        and returns the bot. Fails with 404 where there is no such bot, with 400 where a value is
        not allowed, and with 409 where the new user name is taken.

        Args:
            bot_user_id: Identifier of the bot's user.

        Since server version 5.10.
        """
        request = api_file_bot_pb2.PatchBotRequest(
            bot_user_id=bot_user_id,
            bot_patch=_models.BotPatch._message_of(patch),
        )
        response = await self._call(_m.PATCH_BOT, request)
        return _models.Bot._wrap(response.bot)

    async def get_bot(self, bot_user_id: str, *, include_deleted: bool = False) -> Bot:
        """Returns the bot with the given user id. Fails with 404 where there is no such bot, or it
        is deactivated and include_deleted is not set.

        Args:
            bot_user_id: Identifier of the bot's user.
            include_deleted: Whether a deactivated bot may be returned too.

        Since server version 5.10.
        """
        request = api_file_bot_pb2.GetBotRequest(
            bot_user_id=bot_user_id,
            include_deleted=include_deleted,
        )
        response = await self._call(_m.GET_BOT, request)
        return _models.Bot._wrap(response.bot)

    async def get_bots(self, options: BotGetOptionsLike | None = None) -> list[Bot]:
        """Returns one page of the bots that meet the options, oldest first. Without options these
        are the active bots of all owners.

        Args:
            options: Which bots to return, and which page of them; absent for the first page of
                active bots.

        Since server version 5.10.
        """
        request = api_file_bot_pb2.GetBotsRequest(
            options=_models.BotGetOptions._optional_message_of(options),
        )
        response = await self._call(_m.GET_BOTS, request)
        return [_models.Bot._wrap(item) for item in response.bots]

    async def update_bot_active(self, bot_user_id: str, active: bool) -> Bot:
        """Activates or deactivates a bot and its user, and returns the bot. Asking for the state it
        already has succeeds. Fails with 404 where there is no such bot.

        Args:
            bot_user_id: Identifier of the bot's user.
            active: Whether the bot is to be active.

        Since server version 5.10.
        """
        request = api_file_bot_pb2.UpdateBotActiveRequest(bot_user_id=bot_user_id, active=active)
        response = await self._call(_m.UPDATE_BOT_ACTIVE, request)
        return _models.Bot._wrap(response.bot)

    async def permanent_delete_bot(self, bot_user_id: str) -> None:
        """Erases a bot and its user for good. Posts it wrote stay and then point to a user that no
        longer exists. Fails with 404 where there is no such bot.

        Args:
            bot_user_id: Identifier of the bot's user.

        Since server version 5.10.
        """
        request = api_file_bot_pb2.PermanentDeleteBotRequest(bot_user_id=bot_user_id)
        await self._call(_m.PERMANENT_DELETE_BOT, request)

    async def ensure_bot_user(self, bot: BotLike) -> str:
        """Makes sure that the calling plugin has its bot, and returns the bot's user id. The first
        call creates the bot, or takes over an existing one of that user name that belongs to the
        plugin; later calls find it again, reactivate nothing, and bring display name and
        description up to date. A plugin has one such bot however often it calls. Fails with 400
        where the user name is missing or not allowed, and with 409 where it belongs to a person
        or to another owner.

        Args:
            bot: The bot the plugin needs. The user name is required; the calling plugin becomes
                the owner whatever the record says.

        Since server version 7.1.
        """
        request = api_file_bot_pb2.EnsureBotUserRequest(bot=_models.Bot._message_of(bot))
        response = await self._call(_m.ENSURE_BOT_USER, request)
        return response.bot_user_id

    async def get_license(self) -> bytes:
        """Returns the host's licence as a JSON object, or nothing where there is none.

        Since server version 5.10.
        """
        request = api_remaining_pb2.GetLicenseRequest()
        response = await self._call(_m.GET_LICENSE, request)
        return response.license_json

    async def is_enterprise_ready(self) -> bool:
        """Tells whether the host is an edition that can run licensed features, whether or not a
        licence is installed.

        Since server version 5.10.
        """
        request = api_remaining_pb2.IsEnterpriseReadyRequest()
        response = await self._call(_m.IS_ENTERPRISE_READY, request)
        return response.is_enterprise_ready

    async def get_server_version(self) -> str:
        """Returns the version of the plugin API that the host stands for, in the form major, minor,
        patch separated by dots. Compare it with the minimum version a feature needs.

        Since server version 5.4.
        """
        request = api_remaining_pb2.GetServerVersionRequest()
        response = await self._call(_m.GET_SERVER_VERSION, request)
        return response.version

    async def get_system_install_date(self) -> int:
        """Returns when the host was first set up, in milliseconds since the epoch. Fails with 404
        where the host does not know it.

        Since server version 5.10.
        """
        request = api_remaining_pb2.GetSystemInstallDateRequest()
        response = await self._call(_m.GET_SYSTEM_INSTALL_DATE, request)
        return response.install_date

    async def get_diagnostic_id(self) -> str:
        """Returns the random identifier under which the host reports statistics; the same value as
        GetTelemetryId, kept under its older name.

        Since server version 5.10.
        """
        request = api_remaining_pb2.GetDiagnosticIdRequest()
        response = await self._call(_m.GET_DIAGNOSTIC_ID, request)
        return response.diagnostic_id

    async def get_telemetry_id(self) -> str:
        """Returns the random identifier under which the host reports statistics. It stays the same
        for the lifetime of the installation.

        Since server version 5.28.
        """
        request = api_remaining_pb2.GetTelemetryIdRequest()
        response = await self._call(_m.GET_TELEMETRY_ID, request)
        return response.telemetry_id

    async def register_command(self, command: CommandLike) -> None:
        """Offers a slash command to users until the plugin stops or calls UnregisterCommand. Its
        use reaches the plugin by the hook ExecuteCommand. Registering the same trigger again for
        the same team replaces the plugin's earlier registration; an empty team id offers it in
        all teams. Fails with 400 where the trigger is empty, contains a space or begins with a
        slash, and with 409 where another plugin or the host has it.

        Args:
            command: The command to offer. The trigger, without slash, is required; an empty team
                id offers it in all teams.

        Since server version 5.2.
        """
        request = api_remaining_pb2.RegisterCommandRequest(
            command=_models.Command._message_of(command),
        )
        await self._call(_m.REGISTER_COMMAND, request)

    async def unregister_command(self, team_id: str, trigger: str) -> None:
        """Withdraws a slash command that the calling plugin registered. A command that is not
        registered is no failure, and commands of other plugins are not touched.

        Args:
            team_id: Identifier of the team the command was registered for; empty where it was
                registered for all teams.
            trigger: The word that calls the command, without slash.

        Since server version 5.2.
        """
        request = api_remaining_pb2.UnregisterCommandRequest(team_id=team_id, trigger=trigger)
        await self._call(_m.UNREGISTER_COMMAND, request)

    async def execute_slash_command(self, args: CommandArgsLike) -> CommandResponse:
        """Runs a slash command as if the user named in the arguments had typed it, and returns what
        the command answers; the answer is not shown to anybody by this call. Works for commands
        of the host, of any plugin and for custom ones. Fails with 404 where there is no such
        command or user, and with the error of the command where it fails.

        Since server version 5.26.
        """
        request = api_remaining_pb2.ExecuteSlashCommandRequest(
            command_args=_models.CommandArgs._message_of(args),
        )
        response = await self._call(_m.EXECUTE_SLASH_COMMAND, request)
        return _models.CommandResponse._wrap(response.response)

    async def create_command(self, command: CommandLike) -> Command:
        """Creates a custom slash command, which the host serves by a request to its url and which
        outlives the plugin. The host records the calling plugin in it and returns it with its
        new id and token. Fails with 400 where trigger, url or method is not valid, with 404
        where there is no such team, and with 409 where the trigger is taken in the team.

        Since server version 5.28.
        """
        request = api_remaining_pb2.CreateCommandRequest(cmd=_models.Command._message_of(command))
        response = await self._call(_m.CREATE_COMMAND, request)
        return _models.Command._wrap(response.command)

    async def list_commands(self, team_id: str) -> list[Command]:
        """Returns all slash commands that can be used in a team: those of plugins first, then the
        built-in ones, then the custom ones.

        Args:
            team_id: Identifier of the team.

        Since server version 5.28.
        """
        request = api_remaining_pb2.ListCommandsRequest(team_id=team_id)
        response = await self._call(_m.LIST_COMMANDS, request)
        return [_models.Command._wrap(item) for item in response.commands]

    async def list_custom_commands(self, team_id: str) -> list[Command]:
        """Returns the custom slash commands of a team, those created by CreateCommand or by users,
        in no particular order.

        Args:
            team_id: Identifier of the team.

        Since server version 5.28.
        """
        request = api_remaining_pb2.ListCustomCommandsRequest(team_id=team_id)
        response = await self._call(_m.LIST_CUSTOM_COMMANDS, request)
        return [_models.Command._wrap(item) for item in response.commands]

    async def list_plugin_commands(self, team_id: str) -> list[Command]:
        """Returns the slash commands that plugins registered for a team or for all teams, each
        trigger once. Commands of plugins that do not run are not among them.

        Args:
            team_id: Identifier of the team.

        Since server version 5.28.
        """
        request = api_remaining_pb2.ListPluginCommandsRequest(team_id=team_id)
        response = await self._call(_m.LIST_PLUGIN_COMMANDS, request)
        return [_models.Command._wrap(item) for item in response.commands]

    async def list_built_in_commands(self) -> list[Command]:
        """Returns the slash commands that the host itself provides and offers for completion.

        Since server version 5.28.
        """
        request = api_remaining_pb2.ListBuiltInCommandsRequest()
        response = await self._call(_m.LIST_BUILT_IN_COMMANDS, request)
        return [_models.Command._wrap(item) for item in response.commands]

    async def get_command(self, command_id: str) -> Command:
        """Returns the custom slash command with the given id, token included. Fails with 404 where
        there is no such command.

        Args:
            command_id: Identifier of the custom command.

        Since server version 5.28.
        """
        request = api_remaining_pb2.GetCommandRequest(command_id=command_id)
        response = await self._call(_m.GET_COMMAND, request)
        return _models.Command._wrap(response.command)

    async def update_command(self, command_id: str, command: CommandLike) -> Command:
        """Replaces a custom slash command with the record given and returns it as stored. Id,
        token, times of creation and deletion and the recorded plugin keep their values, and an
        empty team id keeps the team. Fails with 404 where there is no such command and with 400
        where trigger, url or method is not valid.

        Args:
            command_id: Identifier of the custom command.

        Since server version 5.28.
        """
        request = api_remaining_pb2.UpdateCommandRequest(
            command_id=command_id,
            updated_cmd=_models.Command._message_of(command),
        )
        response = await self._call(_m.UPDATE_COMMAND, request)
        return _models.Command._wrap(response.command)

    async def delete_command(self, command_id: str) -> None:
        """Deletes a custom slash command. Fails with 404 where there is no such command.

        Args:
            command_id: Identifier of the custom command.

        Since server version 5.28.
        """
        request = api_remaining_pb2.DeleteCommandRequest(command_id=command_id)
        await self._call(_m.DELETE_COMMAND, request)

    async def get_preference_for_user(self, user_id: str, category: str, name: str) -> Preference:
        """Returns one preference of a user, named by category and name. Fails with 404 where the
        user has no such preference.

        Args:
            user_id: Identifier of the user.
            category: Category of the preference.
            name: Name of the preference within its category.

        Since server version 9.5.
        """
        request = api_remaining_pb2.GetPreferenceForUserRequest(
            user_id=user_id,
            category=category,
            name=name,
        )
        response = await self._call(_m.GET_PREFERENCE_FOR_USER, request)
        return _models.Preference._wrap(response.preference)

    async def get_preferences_for_user(self, user_id: str) -> list[Preference]:
        """Returns all preferences of a user, in no particular order. A user without any gives an
        empty list.

        Args:
            user_id: Identifier of the user.

        Since server version 5.26.
        """
        request = api_remaining_pb2.GetPreferencesForUserRequest(user_id=user_id)
        response = await self._call(_m.GET_PREFERENCES_FOR_USER, request)
        return [_models.Preference._wrap(item) for item in response.preferences]

    async def update_preferences_for_user(
        self,
        user_id: str,
        preferences: Iterable[PreferenceLike],
    ) -> None:
        """Writes preferences of a user: those that exist get the new value, others are added, and
        preferences not listed are kept. The hook PreferencesHaveChanged follows. Fails with 400
        where a preference names another user, or its category, name or value is not valid.

        Args:
            user_id: Identifier of the user.
            preferences: The preferences to write; the user id in each is the user's or empty.

        Since server version 5.26.
        """
        request = api_remaining_pb2.UpdatePreferencesForUserRequest(
            user_id=user_id,
            preferences=_models.Preference._messages_of(preferences),
        )
        await self._call(_m.UPDATE_PREFERENCES_FOR_USER, request)

    async def delete_preferences_for_user(
        self,
        user_id: str,
        preferences: Iterable[PreferenceLike],
    ) -> None:
        """Deletes preferences of a user, each known by its category and name; those that do not
        exist are no failure. Fails with 400 where a preference names another user.

        Args:
            user_id: Identifier of the user.
            preferences: The preferences to delete, each known by category and name; the values
                do not matter.

        Since server version 5.26.
        """
        request = api_remaining_pb2.DeletePreferencesForUserRequest(
            user_id=user_id,
            preferences=_models.Preference._messages_of(preferences),
        )
        await self._call(_m.DELETE_PREFERENCES_FOR_USER, request)

    async def create_o_auth_app(self, app: OAuthAppLike) -> OAuthApp:
        """Registers an application that may ask users for access by OAuth 2.0, and returns it with
        its new id and secret. Fails with 400 where name, homepage or callback addresses are not
        valid, and with 501 where the host offers no such service.

        Args:
            app: The application to register. Name, homepage and callback addresses are required;
                id and secret are given by the host.

        Since server version 5.38.
        """
        request = api_remaining_pb2.CreateOAuthAppRequest(app=_models.OAuthApp._message_of(app))
        response = await self._call(_m.CREATE_O_AUTH_APP, request)
        return _models.OAuthApp._wrap(response.app)

    async def get_o_auth_app(self, app_id: str) -> OAuthApp:
        """Returns a registered OAuth application, secret included. Fails with 404 where there is no
        such application and with 501 where the host offers no such service.

        Args:
            app_id: Identifier of the OAuth application.

        Since server version 5.38.
        """
        request = api_remaining_pb2.GetOAuthAppRequest(app_id=app_id)
        response = await self._call(_m.GET_O_AUTH_APP, request)
        return _models.OAuthApp._wrap(response.app)

    async def update_o_auth_app(self, app: OAuthAppLike) -> OAuthApp:
        """Replaces the registration of the OAuth application named by the id in the record and
        returns it as stored. Creator, secret and time of creation keep their values. Fails with
        404 where there is no such application and with 400 where a value is not valid.

        Args:
            app: The whole registration to store; its id names the application.

        Since server version 5.38.
        """
        request = api_remaining_pb2.UpdateOAuthAppRequest(app=_models.OAuthApp._message_of(app))
        response = await self._call(_m.UPDATE_O_AUTH_APP, request)
        return _models.OAuthApp._wrap(response.app)

    async def delete_o_auth_app(self, app_id: str) -> None:
        """Removes a registered OAuth application; all access that users granted to it ends. Fails
        with 404 where there is no such application.

        Args:
            app_id: Identifier of the OAuth application.

        Since server version 5.38.
        """
        request = api_remaining_pb2.DeleteOAuthAppRequest(app_id=app_id)
        await self._call(_m.DELETE_O_AUTH_APP, request)

    async def get_group(self, group_id: str) -> Group:
        """Returns the user group with the given id, deleted or not. Fails with 404 where there is
        no such group.

        Args:
            group_id: Identifier of the group.

        Since server version 5.18.
        """
        request = api_remaining_pb2.GetGroupRequest(group_id=group_id)
        response = await self._call(_m.GET_GROUP, request)
        return _models.Group._wrap(response.group)

    async def get_group_by_name(self, name: str) -> Group:
        """Returns the user group with the given name, the one used in mentions. Fails with 404
        where there is no such group.

        Args:
            name: Name of the group as used in mentions, without a leading at sign.

        Since server version 5.18.
        """
        request = api_remaining_pb2.GetGroupByNameRequest(name=name)
        response = await self._call(_m.GET_GROUP_BY_NAME, request)
        return _models.Group._wrap(response.group)

    async def get_group_member_users(
        self,
        group_id: str,
        *,
        page: int = 0,
        per_page: int = 60,
    ) -> list[User]:
        """Returns one page of the active users that are members of a group, ordered by user name.
        Fails with 404 where there is no such group.

        Args:
            group_id: Identifier of the group.
            page: Which page of the result to return, counted from 0.
            per_page: How many entries a page has at most; 0 stands for the usual 60, and more
                than the bound of the host, which is at least 1000, fails with 400. A page with
                fewer entries is the last.

        Since server version 5.35.
        """
        request = api_remaining_pb2.GetGroupMemberUsersRequest(
            group_id=group_id,
            page=page,
            per_page=per_page,
        )
        response = await self._call(_m.GET_GROUP_MEMBER_USERS, request)
        return [_models.User._wrap(item) for item in response.users]

    async def get_groups_by_source(self, source: str) -> list[Group]:
        """Returns all groups that come from the given source and are not deleted, in no particular
        order.

        Since server version 5.35.
        """
        request = api_remaining_pb2.GetGroupsBySourceRequest(group_source=source)
        response = await self._call(_m.GET_GROUPS_BY_SOURCE, request)
        return [_models.Group._wrap(item) for item in response.groups]

    async def get_groups_for_user(self, user_id: str) -> list[Group]:
        """Returns all groups that a user is a member of and that are not deleted, in no particular
        order.

        Args:
            user_id: Identifier of the user.

        Since server version 5.18.
        """
        request = api_remaining_pb2.GetGroupsForUserRequest(user_id=user_id)
        response = await self._call(_m.GET_GROUPS_FOR_USER, request)
        return [_models.Group._wrap(item) for item in response.groups]

    async def upsert_group_member(self, group_id: str, user_id: str) -> GroupMember:
        """Makes a user a member of a group and returns the membership; a former member is
        readmitted, a present one stays. Fails with 404 where there is no such group or user.

        Args:
            group_id: Identifier of the group.
            user_id: Identifier of the user.

        Since server version 10.7.
        """
        request = api_remaining_pb2.UpsertGroupMemberRequest(group_id=group_id, user_id=user_id)
        response = await self._call(_m.UPSERT_GROUP_MEMBER, request)
        return _models.GroupMember._wrap(response.group_member)

    async def upsert_group_members(
        self,
        group_id: str,
        user_ids: Iterable[str],
    ) -> list[GroupMember]:
        """Makes several users members of a group in one step and returns their memberships. Either
        all become members or none. Fails with 404 where there is no such group or one of the
        users does not exist.

        Args:
            group_id: Identifier of the group.
            user_ids: Identifiers of the users.

        Since server version 10.7.
        """
        request = api_remaining_pb2.UpsertGroupMembersRequest(
            group_id=group_id,
            user_ids=strings(user_ids),
        )
        response = await self._call(_m.UPSERT_GROUP_MEMBERS, request)
        return [_models.GroupMember._wrap(item) for item in response.group_members]

    async def get_group_by_remote_id(self, remote_id: str, group_source: str) -> Group:
        """Returns the group that has the given identifier in the given source. Fails with 404 where
        there is no such group.

        Args:
            remote_id: Identifier of the group in its source.
            group_source: Where the group comes from, such as ldap or custom.

        Since server version 10.7.
        """
        request = api_remaining_pb2.GetGroupByRemoteIDRequest(
            remote_id=remote_id,
            group_source=group_source,
        )
        response = await self._call(_m.GET_GROUP_BY_REMOTE_ID, request)
        return _models.Group._wrap(response.group)

    async def create_group(self, group: GroupLike) -> Group:
        """Creates a user group and returns it with its new id. Fails with 400 where name, display
        name or source is not valid, and with 409 where the name, or the remote id within the
        source, is taken.

        Args:
            group: The group to create. Name, display name and source are required; id and times
                are given by the host.

        Since server version 10.7.
        """
        request = api_remaining_pb2.CreateGroupRequest(group=_models.Group._message_of(group))
        response = await self._call(_m.CREATE_GROUP, request)
        return _models.Group._wrap(response.group)

    async def update_group(self, group: GroupLike) -> Group:
        """Replaces the group named by the id in the record and returns it as stored. Source and
        time of creation keep their values. Fails with 404 where there is no such group, with 400
        where a value is not valid, and with 409 where the new name is taken.

        Args:
            group: The whole group to store; its id names the group.

        Since server version 10.7.
        """
        request = api_remaining_pb2.UpdateGroupRequest(group=_models.Group._message_of(group))
        response = await self._call(_m.UPDATE_GROUP, request)
        return _models.Group._wrap(response.group)

    async def delete_group(self, group_id: str) -> Group:
        """Marks a group as deleted and returns it; RestoreGroup brings it back, members included.
        Fails with 404 where there is no such group or it is deleted already.

        Args:
            group_id: Identifier of the group.

        Since server version 10.7.
        """
        request = api_remaining_pb2.DeleteGroupRequest(group_id=group_id)
        response = await self._call(_m.DELETE_GROUP, request)
        return _models.Group._wrap(response.group)

    async def restore_group(self, group_id: str) -> Group:
        """Brings back a group that DeleteGroup removed and returns it. Fails with 404 where there
        is no such group or it is not deleted.

        Args:
            group_id: Identifier of the group.

        Since server version 10.7.
        """
        request = api_remaining_pb2.RestoreGroupRequest(group_id=group_id)
        response = await self._call(_m.RESTORE_GROUP, request)
        return _models.Group._wrap(response.group)

    async def delete_group_member(self, group_id: str, user_id: str) -> GroupMember:
        """Ends the membership of a user in a group and returns it with the time of its end. Fails
        with 404 where the user is not a member.

        Args:
            group_id: Identifier of the group.
            user_id: Identifier of the user.

        Since server version 10.7.
        """
        request = api_remaining_pb2.DeleteGroupMemberRequest(group_id=group_id, user_id=user_id)
        response = await self._call(_m.DELETE_GROUP_MEMBER, request)
        return _models.GroupMember._wrap(response.group_member)

    async def get_group_syncable(
        self,
        group_id: str,
        syncable_id: str,
        syncable_type: str,
    ) -> GroupSyncable:
        """Returns the link between a group and one team or channel. Fails with 404 where there is
        no such link.

        Args:
            group_id: Identifier of the group.
            syncable_id: Identifier of the linked team or channel.
            syncable_type: What the group is linked to: Team or Channel.

        Since server version 10.7.
        """
        request = api_remaining_pb2.GetGroupSyncableRequest(
            group_id=group_id,
            syncable_id=syncable_id,
            syncable_type=syncable_type,
        )
        response = await self._call(_m.GET_GROUP_SYNCABLE, request)
        return _models.GroupSyncable._wrap(response.group_syncable)

    async def get_group_syncables(self, group_id: str, syncable_type: str) -> list[GroupSyncable]:
        """Returns all links between a group and teams, or between it and channels, that are not
        deleted. Fails with 404 where there is no such group.

        Args:
            group_id: Identifier of the group.
            syncable_type: Which links are wanted: those with a Team or those with a Channel.

        Since server version 10.7.
        """
        request = api_remaining_pb2.GetGroupSyncablesRequest(
            group_id=group_id,
            syncable_type=syncable_type,
        )
        response = await self._call(_m.GET_GROUP_SYNCABLES, request)
        return [_models.GroupSyncable._wrap(item) for item in response.group_syncables]

    async def upsert_group_syncable(self, syncable: GroupSyncableLike) -> GroupSyncable:
        """Links a group to a team or channel, so that the group's members can be admitted there,
        and returns the link. An existing link is changed, a deleted one revived. Fails with 404
        where there is no such group, team or channel, and with 400 where the type is not known.

        Since server version 10.7.
        """
        request = api_remaining_pb2.UpsertGroupSyncableRequest(
            group_syncable=_models.GroupSyncable._message_of(syncable),
        )
        response = await self._call(_m.UPSERT_GROUP_SYNCABLE, request)
        return _models.GroupSyncable._wrap(response.group_syncable)

    async def update_group_syncable(self, syncable: GroupSyncableLike) -> GroupSyncable:
        """Changes the link between a group and a team or channel and returns it. Fails with 404
        where there is no such link and with 400 where the type is not known.

        Since server version 10.7.
        """
        request = api_remaining_pb2.UpdateGroupSyncableRequest(
            group_syncable=_models.GroupSyncable._message_of(syncable),
        )
        response = await self._call(_m.UPDATE_GROUP_SYNCABLE, request)
        return _models.GroupSyncable._wrap(response.group_syncable)

    async def delete_group_syncable(
        self,
        group_id: str,
        syncable_id: str,
        syncable_type: str,
    ) -> GroupSyncable:
        """Ends the link between a group and a team or channel and returns it with the time of its
        end. Memberships that came from it are kept until DeleteGroupConstrainedMemberships.
        Fails with 404 where there is no such link.

        Args:
            group_id: Identifier of the group.
            syncable_id: Identifier of the linked team or channel.
            syncable_type: What the group is linked to: Team or Channel.

        Since server version 10.7.
        """
        request = api_remaining_pb2.DeleteGroupSyncableRequest(
            group_id=group_id,
            syncable_id=syncable_id,
            syncable_type=syncable_type,
        )
        response = await self._call(_m.DELETE_GROUP_SYNCABLE, request)
        return _models.GroupSyncable._wrap(response.group_syncable)

    async def get_groups(
        self,
        *,
        page: int = 0,
        per_page: int = 60,
        opts: GroupSearchOptsLike | None = None,
        view_restrictions: ViewUsersRestrictionsLike | None = None,
    ) -> list[Group]:
        """Returns one page of the groups that meet the options, ordered by display name. Where view
        restrictions are given, only groups with a member visible under them are returned. Fails
        with 400 where an option is not valid.

        Args:
            page: Which page of the result to return, counted from 0.
            per_page: How many entries a page has at most; 0 stands for the usual 60, and more
                than the bound of the host, which is at least 1000, fails with 400. A page with
                fewer entries is the last.
            opts: Which groups to return, and what to count for each; absent for all groups.
            view_restrictions: Only groups with a member in one of these teams or channels;
                absent for no restriction.

        Since server version 10.7.
        """
        request = api_remaining_pb2.GetGroupsRequest(
            page=page,
            per_page=per_page,
            opts=_models.GroupSearchOpts._optional_message_of(opts),
            view_restrictions=_models.ViewUsersRestrictions._optional_message_of(view_restrictions),
        )
        response = await self._call(_m.GET_GROUPS, request)
        return [_models.Group._wrap(item) for item in response.groups]

    async def create_default_syncable_memberships(
        self,
        *,
        since: int = 0,
        scope_teams: bool = False,
        scope_channels: bool = False,
        re_add_removed_members: bool = False,
    ) -> None:
        """Admits the members of linked groups to the teams and channels whose links ask for it, for
        all groups or only for what changed since a moment. Running it twice does no harm. It may
        take long on a large server.

        Since server version 10.9.
        """
        request = api_remaining_pb2.CreateDefaultSyncableMembershipsRequest(
            params=api_remaining_models_pb2.CreateDefaultMembershipParams(since=since, scope_teams=scope_teams, scope_channels=scope_channels, re_add_removed_members=re_add_removed_members),
        )
        await self._call(_m.CREATE_DEFAULT_SYNCABLE_MEMBERSHIPS, request)

    async def delete_group_constrained_memberships(self) -> None:
        """Ends all memberships in group-constrained teams and channels of users who are in none of
        the groups linked to them. It may take long on a large server.

        Since server version 10.9.
        """
        request = api_remaining_pb2.DeleteGroupConstrainedMembershipsRequest()
        await self._call(_m.DELETE_GROUP_CONSTRAINED_MEMBERSHIPS, request)

    async def register_plugin_for_shared_channels(
        self,
        plugin_id: str,
        display_name: str,
        description: str = "",
    ) -> str:
        """Registers the calling plugin as a remote with which channels can be shared, and returns
        the id of that remote. Registering again gives the same id. Fails with 501 where the host
        has no shared channels.

        Since server version 9.5.
        """
        request = api_remaining_pb2.RegisterPluginForSharedChannelsRequest(
            opts=api_remaining_models_pb2.RegisterPluginOpts(plugin_id=plugin_id, display_name=display_name, description=description),
        )
        response = await self._call(_m.REGISTER_PLUGIN_FOR_SHARED_CHANNELS, request)
        return response.remote_id

    async def unregister_plugin_for_shared_channels(self, plugin_id: str) -> None:
        """Ends the registration made by RegisterPluginForSharedChannels. Channels stay, and nothing
        is synchronised with the plugin any more. Without a registration nothing happens. Fails
        with 501 where the host has no shared channels.

        Args:
            plugin_id: Identifier of the calling plugin.

        Since server version 9.5.
        """
        request = api_remaining_pb2.UnregisterPluginForSharedChannelsRequest(plugin_id=plugin_id)
        await self._call(_m.UNREGISTER_PLUGIN_FOR_SHARED_CHANNELS, request)

    async def share_channel(self, shared_channel: SharedChannelLike) -> SharedChannel:
        """Marks a channel as shared and returns its record; where it is shared already the record
        is updated. Fails with 404 where there is no such channel, with 400 where it is of a type
        that cannot be shared, and with 501 where the host has no shared channels.

        Args:
            shared_channel: How the channel is to be shared. The channel id is required.

        Since server version 9.5.
        """
        request = api_remaining_pb2.ShareChannelRequest(
            shared_channel=_models.SharedChannel._message_of(shared_channel),
        )
        response = await self._call(_m.SHARE_CHANNEL, request)
        return _models.SharedChannel._wrap(response.shared_channel)

    async def update_shared_channel(self, shared_channel: SharedChannelLike) -> SharedChannel:
        """Replaces the sharing record of a channel and returns it as stored. Fails with 404 where
        the channel is not shared and with 501 where the host has no shared channels.

        Args:
            shared_channel: The whole sharing record to store; its channel id names the channel.

        Since server version 9.5.
        """
        request = api_remaining_pb2.UpdateSharedChannelRequest(
            shared_channel=_models.SharedChannel._message_of(shared_channel),
        )
        response = await self._call(_m.UPDATE_SHARED_CHANNEL, request)
        return _models.SharedChannel._wrap(response.shared_channel)

    async def unshare_channel(self, channel_id: str) -> bool:
        """Ends the sharing of a channel with all remotes and tells whether it was shared before.
        The channel itself stays. Fails with 404 where there is no such channel and with 501
        where the host has no shared channels.

        Args:
            channel_id: Identifier of the channel.

        Since server version 9.5.
        """
        request = api_remaining_pb2.UnshareChannelRequest(channel_id=channel_id)
        response = await self._call(_m.UNSHARE_CHANNEL, request)
        return response.unshared

    async def update_shared_channel_cursor(
        self,
        channel_id: str,
        remote_id: str,
        last_post_update_at: int,
        last_post_id: str,
    ) -> None:
        """Sets up to which post a remote has been brought up to date in a channel; synchronisation
        goes on after it. Posts before it are never sent to the remote. Fails with 404 where the
        channel is not shared with that remote and with 501 where the host has no shared
        channels.

        Args:
            channel_id: Identifier of the channel.
            remote_id: Identifier of the remote.

        Since server version 9.5.
        """
        request = api_remaining_pb2.UpdateSharedChannelCursorRequest(
            channel_id=channel_id,
            remote_id=remote_id,
            cursor=api_remaining_models_pb2.GetPostsSinceForSyncCursor(last_post_update_at=last_post_update_at, last_post_id=last_post_id),
        )
        await self._call(_m.UPDATE_SHARED_CHANNEL_CURSOR, request)

    async def sync_shared_channel(self, channel_id: str) -> None:
        """Asks the host to synchronise a shared channel now instead of at the next occasion. The
        call returns at once, the work follows by the hook OnSharedChannelsSyncMsg. Fails with
        404 where the channel is not shared and with 501 where the host has no shared channels.

        Args:
            channel_id: Identifier of the channel.

        Since server version 9.5.
        """
        request = api_remaining_pb2.SyncSharedChannelRequest(channel_id=channel_id)
        await self._call(_m.SYNC_SHARED_CHANNEL, request)

    async def invite_remote_to_channel(
        self,
        channel_id: str,
        remote_id: str,
        user_id: str,
        *,
        share_if_not_shared: bool = False,
    ) -> None:
        """Shares a channel with a remote, on behalf of a user. A remote that has the channel
        already is no failure. Fails with 404 where there is no such channel or remote, with 400
        where the channel is not shared and share_if_not_shared is not set, and with 501 where
        the host has no shared channels.

        Args:
            channel_id: Identifier of the channel.
            remote_id: Identifier of the remote.
            user_id: Identifier of the user who invites.
            share_if_not_shared: Whether a channel that is not shared yet is shared first.

        Since server version 9.5.
        """
        request = api_remaining_pb2.InviteRemoteToChannelRequest(
            channel_id=channel_id,
            remote_id=remote_id,
            user_id=user_id,
            share_if_not_shared=share_if_not_shared,
        )
        await self._call(_m.INVITE_REMOTE_TO_CHANNEL, request)

    async def uninvite_remote_from_channel(self, channel_id: str, remote_id: str) -> None:
        """Ends the sharing of a channel with one remote; others keep it. Fails with 404 where the
        channel is not shared with that remote and with 501 where the host has no shared
        channels.

        Args:
            channel_id: Identifier of the channel.
            remote_id: Identifier of the remote.

        Since server version 9.5.
        """
        request = api_remaining_pb2.UninviteRemoteFromChannelRequest(
            channel_id=channel_id,
            remote_id=remote_id,
        )
        await self._call(_m.UNINVITE_REMOTE_FROM_CHANNEL, request)

    async def create_property_field(self, field_json: bytes | str | PropertyFieldLike) -> bytes:
        """Creates a property field, which is the definition of a kind of value, and returns it with
        its new id. Group, name and type are required. Fails with 400 where one of these is
        missing or not valid, with 404 where there is no such group, and with 409 where the
        target has a field of this name in the group.

        Since server version 10.10.
        """
        field_ = _t.property_field(field_json)
        request = api_remaining_pb2.CreatePropertyFieldRequest(field=field_)
        response = await self._call(_m.CREATE_PROPERTY_FIELD, request)
        return _t.to_json(response.field)

    async def get_property_field(self, field_id: str, *, group_id: str = "") -> bytes:
        """Returns a property field of a group, deleted or not. Fails with 404 where the group has
        no such field.

        Args:
            field_id: Identifier of the property field.
            group_id: Identifier of the property group.

        Since server version 10.10.
        """
        request = api_remaining_pb2.GetPropertyFieldRequest(group_id=group_id, field_id=field_id)
        response = await self._call(_m.GET_PROPERTY_FIELD, request)
        return _t.to_json(response.field)

    async def get_property_fields(
        self,
        group_id: str,
        *,
        page: int = 0,
        per_page: int = 60,
        ids: Iterable[str] = (),
    ) -> bytes:
        """Returns several property fields of a group, in no particular order. Fails with 404 where
        one of the ids is not a field of the group.

        Args:
            group_id: Identifier of the property group.
            ids: Identifiers of the property fields.

        Since server version 10.10.
        """
        ids_ = _t.page_of(ids, page, per_page)
        request = api_remaining_pb2.GetPropertyFieldsRequest(group_id=group_id, ids=ids_)
        response = await self._call(_m.GET_PROPERTY_FIELDS, request)
        return _t.to_json(response.fields)

    async def update_property_field(
        self,
        field_json: bytes | str | PropertyFieldLike,
        *,
        group_id: str = "",
    ) -> bytes:
        """Replaces the definition of the field named by the id in the record and returns it as
        stored. Group and time of creation keep their values; values stored for the field are not
        converted. Fails with 404 where the group has no such field, with 400 where the
        definition is not valid, and with 409 where the new name is taken.

        Args:
            group_id: Identifier of the property group.

        Since server version 10.10.
        """
        field_ = _t.property_field(field_json)
        group_id_ = _t.group_of(group_id, field_)
        request = api_remaining_pb2.UpdatePropertyFieldRequest(group_id=group_id_, field=field_)
        response = await self._call(_m.UPDATE_PROPERTY_FIELD, request)
        return _t.to_json(response.field)

    async def delete_property_field(self, field_id: str, *, group_id: str = "") -> None:
        """Marks a property field and all its values as deleted. Fails with 404 where the group has
        no such field.

        Args:
            field_id: Identifier of the property field.
            group_id: Identifier of the property group.

        Since server version 10.10.
        """
        request = api_remaining_pb2.DeletePropertyFieldRequest(group_id=group_id, field_id=field_id)
        await self._call(_m.DELETE_PROPERTY_FIELD, request)

    async def search_property_fields(
        self,
        group_id: str,
        search_term: str = "",
        *,
        page: int = 0,
        per_page: int = 60,
        include_deleted: bool = False,
        target_type: str = "",
        target_id: str = "",
    ) -> bytes:
        """Returns one page of the property fields of a group that meet the options, oldest first.
        Without options these are all that are not deleted.

        Args:
            group_id: Identifier of the property group.

        Since server version 11.0.
        """
        request = api_remaining_pb2.SearchPropertyFieldsRequest(
            group_id=group_id,
            opts=api_remaining_models_pb2.PropertyFieldSearchOpts(page=page, per_page=per_page, include_deleted=include_deleted, target_type=target_type, target_id=target_id),
        )
        response = await self._call(_m.SEARCH_PROPERTY_FIELDS, request)
        return _t.matching_fields(response.fields, search_term)

    async def count_property_fields(self, group_id: str, *, include_deleted: bool = False) -> int:
        """Counts the property fields of a group.

        Args:
            group_id: Identifier of the property group.
            include_deleted: Whether deleted fields are counted too.

        Since server version 11.0.
        """
        request = api_remaining_pb2.CountPropertyFieldsRequest(
            group_id=group_id,
            include_deleted=include_deleted,
        )
        response = await self._call(_m.COUNT_PROPERTY_FIELDS, request)
        return response.count

    async def count_property_fields_for_target(
        self,
        target_id: str,
        target_type: str,
        *,
        group_id: str = "",
        include_deleted: bool = False,
    ) -> int:
        """Counts the property fields of a group that are defined for one target.

        Args:
            target_id: Identifier of the target.
            target_type: What kind of thing the target is, such as user, post or channel.
            group_id: Identifier of the property group.
            include_deleted: Whether deleted fields are counted too.

        Since server version 11.0.
        """
        request = api_remaining_pb2.CountPropertyFieldsForTargetRequest(
            group_id=group_id,
            target_type=target_type,
            target_id=target_id,
            include_deleted=include_deleted,
        )
        response = await self._call(_m.COUNT_PROPERTY_FIELDS_FOR_TARGET, request)
        return response.count

    async def create_property_value(self, value_json: bytes | str | PropertyValueLike) -> bytes:
        """Stores the value of a property field for a target and returns it with its new id. Group,
        field and target are required. Fails with 400 where one of these is missing, with 404
        where the group has no such field, and with 409 where the target has a value for the
        field; UpsertPropertyValue has no such limit.

        Since server version 10.10.
        """
        value_ = _t.property_value(value_json)
        request = api_remaining_pb2.CreatePropertyValueRequest(value=value_)
        response = await self._call(_m.CREATE_PROPERTY_VALUE, request)
        return _t.to_json(response.value)

    async def get_property_value(self, value_id: str, *, group_id: str = "") -> bytes:
        """Returns a property value of a group, deleted or not. Fails with 404 where the group has
        no such value.

        Args:
            value_id: Identifier of the property value.
            group_id: Identifier of the property group.

        Since server version 10.10.
        """
        request = api_remaining_pb2.GetPropertyValueRequest(group_id=group_id, value_id=value_id)
        response = await self._call(_m.GET_PROPERTY_VALUE, request)
        return _t.to_json(response.value)

    async def get_property_values(
        self,
        group_id: str,
        target_id: str = "",
        *,
        page: int = 0,
        per_page: int = 60,
        ids: Iterable[str] = (),
    ) -> bytes:
        """Returns several property values of a group, in no particular order. Fails with 404 where
        one of the ids is not a value of the group.

        Args:
            group_id: Identifier of the property group.
            ids: Identifiers of the property values.

        Since server version 10.10.
        """
        ids_ = _t.page_of(ids, page, per_page)
        request = api_remaining_pb2.GetPropertyValuesRequest(group_id=group_id, ids=ids_)
        response = await self._call(_m.GET_PROPERTY_VALUES, request)
        return _t.values_of_target(response.values, target_id)

    async def update_property_value(
        self,
        value_json: bytes | str | PropertyValueLike,
        *,
        group_id: str = "",
    ) -> bytes:
        """Replaces the property value named by the id in the record and returns it as stored.
        Field, target and time of creation keep their values. Fails with 404 where the group has
        no such value.

        Args:
            group_id: Identifier of the property group.

        Since server version 10.10.
        """
        value_ = _t.property_value(value_json)
        group_id_ = _t.group_of(group_id, value_)
        request = api_remaining_pb2.UpdatePropertyValueRequest(group_id=group_id_, value=value_)
        response = await self._call(_m.UPDATE_PROPERTY_VALUE, request)
        return _t.to_json(response.value)

    async def upsert_property_value(self, value_json: bytes | str | PropertyValueLike) -> bytes:
        """Stores the value of a property field for a target, replacing the present one where there
        is any, and returns it. Fails with 400 where group, field or target is missing and with
        404 where the group has no such field.

        Since server version 10.10.
        """
        value_ = _t.property_value(value_json)
        request = api_remaining_pb2.UpsertPropertyValueRequest(value=value_)
        response = await self._call(_m.UPSERT_PROPERTY_VALUE, request)
        return _t.to_json(response.value)

    async def delete_property_value(self, value_id: str, *, group_id: str = "") -> None:
        """Marks a property value as deleted. Fails with 404 where the group has no such value.

        Args:
            value_id: Identifier of the property value.
            group_id: Identifier of the property group.

        Since server version 10.10.
        """
        request = api_remaining_pb2.DeletePropertyValueRequest(group_id=group_id, value_id=value_id)
        await self._call(_m.DELETE_PROPERTY_VALUE, request)

    async def search_property_values(
        self,
        group_id: str,
        search_term: str = "",
        *,
        target_id: str = "",
        page: int = 0,
        per_page: int = 60,
        include_deleted: bool = False,
        target_type: str = "",
        field_id: str = "",
    ) -> bytes:
        """Returns one page of the property values of a group that meet the options, oldest first.
        Without options these are all that are not deleted.

        Args:
            group_id: Identifier of the property group.

        Since server version 11.0.
        """
        request = api_remaining_pb2.SearchPropertyValuesRequest(
            group_id=group_id,
            opts=api_remaining_models_pb2.PropertyValueSearchOpts(page=page, per_page=per_page, include_deleted=include_deleted, target_type=target_type, target_id=target_id, field_id=field_id),
        )
        response = await self._call(_m.SEARCH_PROPERTY_VALUES, request)
        return _t.matching_values(response.values, search_term)

    async def register_property_group(self, group_id: str, group_name: str = "") -> bytes:
        """Makes sure that a property group of the given name exists and returns it. A group is the
        namespace for fields and values; registering it again gives the same one. Fails with 400
        where the name is empty or too long.

        Since server version 10.10.
        """
        name_ = _t.first_of(group_name, group_id)
        request = api_remaining_pb2.RegisterPropertyGroupRequest(name=name_)
        response = await self._call(_m.REGISTER_PROPERTY_GROUP, request)
        return _t.to_json(response.group)

    async def get_property_group(self, group_id: str) -> bytes:
        """Returns the property group with the given name. Fails with 404 where it has not been
        registered.

        Since server version 10.10.
        """
        request = api_remaining_pb2.GetPropertyGroupRequest(name=group_id)
        response = await self._call(_m.GET_PROPERTY_GROUP, request)
        return _t.to_json(response.group)

    async def get_property_field_by_name(
        self,
        group_id: str,
        name: str,
        *,
        target_id: str = "",
    ) -> bytes:
        """Returns the property field of a group that is defined for a target under the given name.
        Fails with 404 where there is no such field, deleted ones included.

        Args:
            group_id: Identifier of the property group.
            name: Name of the field.
            target_id: Identifier of the target the field is defined for; empty for a field of
                the whole group.

        Since server version 10.10.
        """
        request = api_remaining_pb2.GetPropertyFieldByNameRequest(
            group_id=group_id,
            target_id=target_id,
            name=name,
        )
        response = await self._call(_m.GET_PROPERTY_FIELD_BY_NAME, request)
        return _t.to_json(response.field)

    async def update_property_fields(
        self,
        fields_json: bytes | str | Iterable[PropertyFieldLike],
        *,
        group_id: str = "",
    ) -> bytes:
        """Replaces several property fields of a group in one step and returns them as stored, in
        the order given. Either all are changed or none. Fails as UpdatePropertyField does.

        Args:
            group_id: Identifier of the property group.

        Since server version 10.10.
        """
        fields_ = _t.property_fields(fields_json)
        group_id_ = _t.group_of(group_id, fields_)
        request = api_remaining_pb2.UpdatePropertyFieldsRequest(group_id=group_id_, fields=fields_)
        response = await self._call(_m.UPDATE_PROPERTY_FIELDS, request)
        return _t.to_json(response.fields)

    async def update_property_values(
        self,
        values_json: bytes | str | Iterable[PropertyValueLike],
        *,
        group_id: str = "",
    ) -> bytes:
        """Replaces several property values of a group in one step and returns them as stored, in
        the order given. Either all are changed or none. Fails as UpdatePropertyValue does.

        Args:
            group_id: Identifier of the property group.

        Since server version 10.10.
        """
        values_ = _t.property_values(values_json)
        group_id_ = _t.group_of(group_id, values_)
        request = api_remaining_pb2.UpdatePropertyValuesRequest(group_id=group_id_, values=values_)
        response = await self._call(_m.UPDATE_PROPERTY_VALUES, request)
        return _t.to_json(response.values)

    async def upsert_property_values(
        self,
        values_json: bytes | str | Iterable[PropertyValueLike],
    ) -> bytes:
        """Stores several property values, each replacing the present one for its field and target,
        and returns them in the order given. Either all are stored or none. Fails as
        UpsertPropertyValue does.

        Since server version 10.10.
        """
        values_ = _t.property_values(values_json)
        request = api_remaining_pb2.UpsertPropertyValuesRequest(values=values_)
        response = await self._call(_m.UPSERT_PROPERTY_VALUES, request)
        return _t.to_json(response.values)

    async def delete_property_values_for_target(
        self,
        target_id: str,
        target_type: str,
        *,
        group_id: str = "",
    ) -> None:
        """Marks all property values that a target has in a group as deleted; none is no failure.

        Args:
            target_id: Identifier of the target.
            target_type: What kind of thing the target is, such as user, post or channel.
            group_id: Identifier of the property group.

        Since server version 10.10.
        """
        request = api_remaining_pb2.DeletePropertyValuesForTargetRequest(
            group_id=group_id,
            target_type=target_type,
            target_id=target_id,
        )
        await self._call(_m.DELETE_PROPERTY_VALUES_FOR_TARGET, request)

    async def delete_property_values_for_field(self, field_id: str, *, group_id: str = "") -> None:
        """Marks all values of a property field as deleted while the field stays; none is no
        failure.

        Args:
            field_id: Identifier of the property field.
            group_id: Identifier of the property group.

        Since server version 10.10.
        """
        request = api_remaining_pb2.DeletePropertyValuesForFieldRequest(
            group_id=group_id,
            field_id=field_id,
        )
        await self._call(_m.DELETE_PROPERTY_VALUES_FOR_FIELD, request)

    async def log_audit_rec(self, record: AuditRecordLike) -> None:
        """Adds a record to the host's audit trail, at the level the record names or else the usual
        one, marked with the id of the calling plugin. A host without an audit trail accepts and
        drops it.

        Args:
            record: The audit record.

        Since server version 10.10.
        """
        request = api_remaining_pb2.LogAuditRecRequest(
            record=_models.AuditRecord._message_of(record),
        )
        await self._call(_m.LOG_AUDIT_REC, request)

    async def log_audit_rec_with_level(self, record: AuditRecordLike, level: str) -> None:
        """Adds a record to the host's audit trail at the level given, whatever level the record
        names, marked with the id of the calling plugin. A host without an audit trail accepts
        and drops it. Fails with 400 where the level is not known.

        Args:
            record: The audit record.
            level: Name of the level, such as audit-api, audit-content, audit-permissions or
                audit-cli.

        Since server version 10.10.
        """
        request = api_remaining_pb2.LogAuditRecWithLevelRequest(
            record=_models.AuditRecord._message_of(record),
            level=level,
        )
        await self._call(_m.LOG_AUDIT_REC_WITH_LEVEL, request)

    async def plugin_http(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
    ) -> tuple[int, dict[str, str], bytes]:
        """Sends an HTTP request to another plugin, or to the caller itself, without leaving the
        host. The url is a slash, the id of the target plugin, a slash and the rest of the path,
        with a query where there is one; the target sees the rest as its path, the id of the
        caller in the header Mattermost-Plugin-ID, and no user. Several values of one header are
        joined with a comma and a space in both directions, and bodies travel whole, within the
        message limit of the connection. What the target answers is the result, whatever its
        status: an unusable url is an answer with status 400 and an unknown or stopped plugin one
        with 404, not an error.

        Args:
            method: The method, such as GET or POST; empty for GET.
            url: A slash, the id of the target plugin, a slash and the rest of the path, with a
                query where there is one; for example /com.example.hello/status?full=1.
            headers: The headers of the request by name; several values of one are joined with a
                comma and a space.
            body: The whole body of the request.

        Since server version 5.18.
        """
        request = api_remaining_pb2.PluginHTTPRequest(
            method=method,
            url=url,
            headers=headers,
            body=body,
        )
        response = await self._call(_m.PLUGIN_HTTP, request)
        return response.status_code, dict(response.headers), response.body

    async def get_cloud_limits(self) -> bytes:
        """Returns the limits of a hosted subscription as a JSON object; a host without any returns
        an empty object.

        Since server version 7.0.
        """
        request = api_remaining_pb2.GetCloudLimitsRequest()
        response = await self._call(_m.GET_CLOUD_LIMITS, request)
        return response.limits_json

    async def open_interactive_dialog(self, dialog_request: OpenDialogRequestLike) -> None:
        """Opens a dialog on the screen of the user whose action gave the trigger id. That id is
        valid once and for a few seconds only. What the user enters is sent to the url in the
        request. Fails with 400 where the trigger id is not valid or has expired, or the dialog
        breaks a rule, as with more elements than allowed.

        Since server version 5.6.
        """
        request = api_remaining_pb2.OpenInteractiveDialogRequest(
            dialog=_models.OpenDialogRequest._message_of(dialog_request),
        )
        await self._call(_m.OPEN_INTERACTIVE_DIALOG, request)

    async def publish_plugin_cluster_event(
        self,
        event_id: str,
        data: bytes,
        *,
        send_type: str = "reliable",
        target_id: str = "",
    ) -> None:
        """Sends an event to the instances of the calling plugin on other nodes of the server, where
        the hook OnPluginClusterEvent receives it; never to the sender's own node. On a server of
        one node nothing happens. Fails with 404 where the target node does not exist.

        Since server version 5.36.
        """
        request = api_remaining_pb2.PublishPluginClusterEventRequest(
            event=api_remaining_models_pb2.PluginClusterEvent(id=event_id, data=data),
            opts=api_remaining_models_pb2.PluginClusterEventSendOptions(send_type=send_type, target_id=target_id),
        )
        await self._call(_m.PUBLISH_PLUGIN_CLUSTER_EVENT, request)

    async def register_collection_and_topic(self, collection_type: str, topic_type: str) -> None:
        """Formerly announced kinds of threads that a plugin manages. The feature has been
        withdrawn: the call is accepted and does nothing.

        Args:
            collection_type: Kind of the collection; not used any more.
            topic_type: Kind of the topic; not used any more.

        Since server version 7.6.
        """
        request = api_remaining_pb2.RegisterCollectionAndTopicRequest(
            collection_type=collection_type,
            topic_type=topic_type,
        )
        await self._call(_m.REGISTER_COLLECTION_AND_TOPIC, request)

    async def request_trial_license(
        self,
        requester_id: str,
        users: int,
        *,
        terms_accepted: bool = False,
        receive_emails_accepted: bool = False,
    ) -> None:
        """Requests a trial licence for the host on behalf of a user and installs it. Fails with 400
        where the terms are not accepted or the number of users is not valid, with 403 where the
        host does not allow it, and with 501 where it has no licences.

        Args:
            requester_id: Identifier of the user who asks for the licence.
            users: For how many users the licence is to be.
            terms_accepted: Whether the terms of the trial are accepted; without it the call
                fails.
            receive_emails_accepted: Whether the requester agrees to be written to.

        Since server version 5.36.
        """
        request = api_remaining_pb2.RequestTrialLicenseRequest(
            requester_id=requester_id,
            users=users,
            terms_accepted=terms_accepted,
            receive_emails_accepted=receive_emails_accepted,
        )
        await self._call(_m.REQUEST_TRIAL_LICENSE, request)

    async def roles_grant_permission(self, role_names: Iterable[str], permission_id: str) -> bool:
        """Tells whether any of the given roles grants a permission. Unknown roles and permissions
        count as not granting.

        Args:
            role_names: Names of the roles.
            permission_id: Identifier of the permission, such as create_post or manage_team.

        Since server version 6.3.
        """
        request = api_remaining_pb2.RolesGrantPermissionRequest(
            role_names=strings(role_names),
            permission_id=permission_id,
        )
        response = await self._call(_m.ROLES_GRANT_PERMISSION, request)
        return response.has_permission

    async def send_mail(self, to: str, subject: str, html_body: str) -> None:
        """Sends one message by electronic mail in the name of the host. Success means that the mail
        server took it over, not that it arrived. Fails with 400 where recipient, subject or body
        is empty, with 500 where the mail server refuses it, and with 501 where the host sends no
        mail.

        Args:
            to: Address of the recipient.
            subject: The subject line, as plain text.
            html_body: The body, as HTML.

        Since server version 5.7.
        """
        request = api_remaining_pb2.SendMailRequest(to=to, subject=subject, html_body=html_body)
        await self._call(_m.SEND_MAIL, request)

    async def send_push_notification(
        self,
        notification: PushNotificationLike,
        user_id: str,
    ) -> None:
        """Sends a push notification to all mobile devices on which a user has a session. A user
        without such devices is no failure. The hook NotificationWillBePushed may change or
        withhold it. Fails with 404 where there is no such user and with 501 where the host sends
        no push notifications.

        Args:
            notification: The notification; device and platform are filled in by the host for
                each device.
            user_id: Identifier of the user.

        Since server version 9.0.
        """
        request = api_remaining_pb2.SendPushNotificationRequest(
            notification=_models.PushNotification._message_of(notification),
            user_id=user_id,
        )
        await self._call(_m.SEND_PUSH_NOTIFICATION, request)
