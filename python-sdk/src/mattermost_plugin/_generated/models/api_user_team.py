# Generated from the contract; do not edit.
"""Models of the messages in api_user_team.proto."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import api_user_team_pb2

if TYPE_CHECKING:
    from mattermost_plugin._generated.models.common import (
        AppError,
        AppErrorLike,
    )
    from mattermost_plugin._generated.models.team import (
        TeamMember,
        TeamMemberLike,
    )
    from mattermost_plugin._internal.containers import (
        ModelList,
        ModelMap,
        ScalarList,
        ScalarMap,
    )
    from mattermost_plugin._internal.fields import Attribute
    from mattermost_plugin._internal.values import StructView

    # What is accepted where a model is expected.
    CustomStatusLike = Union["CustomStatus", api_user_team_pb2.CustomStatus, Mapping[str, Any]]
    SessionLike = Union["Session", api_user_team_pb2.Session, Mapping[str, Any]]
    UserStatusLike = Union["UserStatus", api_user_team_pb2.Status, Mapping[str, Any]]
    TeamMemberWithErrorLike = Union["TeamMemberWithError", api_user_team_pb2.TeamMemberWithError, Mapping[str, Any]]
    TeamStatsLike = Union["TeamStats", api_user_team_pb2.TeamStats, Mapping[str, Any]]
    UserAccessTokenLike = Union["UserAccessToken", api_user_team_pb2.UserAccessToken, Mapping[str, Any]]
    UserAuthLike = Union["UserAuth", api_user_team_pb2.UserAuth, Mapping[str, Any]]


class CustomStatus(Model[api_user_team_pb2.CustomStatus]):
    """A line that users write about what they are doing."""

    __slots__ = ()

    _message = api_user_team_pb2.CustomStatus
    _attributes = ("emoji", "text", "duration", "expires_at")

    emoji: Attribute[str, str] = _f.scalar("emoji")
    """Name of the emoji shown, without colons."""
    text: Attribute[str, str] = _f.scalar("text")
    """What the user says, at most 100 characters."""
    duration: Attribute[str, str] = _f.scalar("duration")
    """How long it was meant to last: thirty_minutes, one_hour, four_hours, today, this_week or
    date_and_time; empty for no end.
    """
    expires_at: Attribute[int, int] = _f.scalar("expires_at")
    """When it is cleared, in milliseconds since the epoch; 0 for never."""

    def __init__(
        self,
        emoji: str = "",
        text: str = "",
        duration: str = "",
        expires_at: int = 0,
    ) -> None:
        pb = self._pb = api_user_team_pb2.CustomStatus()
        if emoji:
            pb.emoji = emoji
        if text:
            pb.text = text
        if duration:
            pb.duration = duration
        if expires_at:
            pb.expires_at = expires_at


class Session(Model[api_user_team_pb2.Session]):
    """A login that lasts."""

    __slots__ = ()

    _message = api_user_team_pb2.Session
    _attributes = (
        "id",
        "token",
        "create_at",
        "expires_at",
        "last_activity_at",
        "user_id",
        "device_id",
        "roles",
        "is_oauth",
        "expired_notify",
        "props",
        "local",
        "team_members",
    )
    _secrets = frozenset({"token"})

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the session; not secret."""
    token: Attribute[str, str] = _f.scalar("token")
    """The secret by which requests belong to the session; masked wherever the message is printed.
    """
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the session began, in milliseconds since the epoch."""
    expires_at: Attribute[int, int] = _f.scalar("expires_at")
    """When the session ends, in milliseconds since the epoch; 0 for never."""
    last_activity_at: Attribute[int, int] = _f.scalar("last_activity_at")
    """When the session was last used, in milliseconds since the epoch."""
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user who is logged in."""
    device_id: Attribute[str, str] = _f.scalar("device_id")
    """Address for push notifications of the device that logged in; empty for others."""
    roles: Attribute[str, str] = _f.scalar("roles")
    """Names of the user's server-wide roles when the session began, separated by spaces."""
    is_oauth: Attribute[bool, bool] = _f.scalar("is_oauth")
    """Whether an OAuth application holds the session on the user's behalf."""
    expired_notify: Attribute[bool, bool] = _f.scalar("expired_notify")
    """Whether the user has been told that the session ended."""
    props: Attribute[ScalarMap[str], Mapping[str, str]] = _f.scalar_map("props")
    """Further facts about the session, such as platform, os and browser."""
    team_members: Attribute[ModelList[TeamMember], Iterable[TeamMemberLike]] = _f.models("team_members", "TeamMember")
    """The user's memberships in teams."""
    local: Attribute[bool, bool] = _f.scalar("local")
    """Whether the session came over the server's local administration socket, without a login."""

    def __init__(
        self,
        id: str = "",
        token: str = "",
        create_at: int = 0,
        expires_at: int = 0,
        last_activity_at: int = 0,
        user_id: str = "",
        device_id: str = "",
        roles: str = "",
        is_oauth: bool = False,
        expired_notify: bool = False,
        props: Mapping[str, str] | None = None,
        local: bool = False,
        team_members: Iterable[TeamMemberLike] = (),
    ) -> None:
        pb = self._pb = api_user_team_pb2.Session()
        if id:
            pb.id = id
        if token:
            pb.token = token
        if create_at:
            pb.create_at = create_at
        if expires_at:
            pb.expires_at = expires_at
        if last_activity_at:
            pb.last_activity_at = last_activity_at
        if user_id:
            pb.user_id = user_id
        if device_id:
            pb.device_id = device_id
        if roles:
            pb.roles = roles
        if is_oauth:
            pb.is_oauth = is_oauth
        if expired_notify:
            pb.expired_notify = expired_notify
        if props:
            pb.props.update(props)
        if team_members:
            pb.team_members.extend(_models.TeamMember._messages_of(team_members))
        if local:
            pb.local = local


class UserStatus(Model[api_user_team_pb2.Status]):
    """Whether a user can be reached."""

    __slots__ = ()

    _message = api_user_team_pb2.Status
    _attributes = ("user_id", "status", "manual", "last_activity_at", "dnd_end_time")

    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user."""
    status: Attribute[str, str] = _f.scalar("status")
    """One of online, away, dnd and offline."""
    manual: Attribute[bool, bool] = _f.scalar("manual")
    """Whether the user chose the status; such a status is not replaced when activity is seen."""
    last_activity_at: Attribute[int, int] = _f.scalar("last_activity_at")
    """When the user was last seen active, in milliseconds since the epoch."""
    dnd_end_time: Attribute[int, int] = _f.scalar("dnd_end_time")
    """When do-not-disturb ends, in seconds since the epoch; 0 for no end."""

    def __init__(
        self,
        user_id: str = "",
        status: str = "",
        manual: bool = False,
        last_activity_at: int = 0,
        dnd_end_time: int = 0,
    ) -> None:
        pb = self._pb = api_user_team_pb2.Status()
        if user_id:
            pb.user_id = user_id
        if status:
            pb.status = status
        if manual:
            pb.manual = manual
        if last_activity_at:
            pb.last_activity_at = last_activity_at
        if dnd_end_time:
            pb.dnd_end_time = dnd_end_time


class TeamMemberWithError(Model[api_user_team_pb2.TeamMemberWithError]):
    """What became of one user when several were added to a team."""

    __slots__ = ()

    _message = api_user_team_pb2.TeamMemberWithError
    _attributes = ("user_id", "member", "error")

    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user."""
    member: Attribute[TeamMember | None, TeamMemberLike | None] = _f.nested("member", "TeamMember")
    """The membership; absent where the user could not be added."""
    error: Attribute[AppError | None, AppErrorLike | None] = _f.nested("error", "AppError")
    """Why the user could not be added; absent on success."""

    def __init__(
        self,
        user_id: str = "",
        member: TeamMemberLike | None = None,
        error: AppErrorLike | None = None,
    ) -> None:
        pb = self._pb = api_user_team_pb2.TeamMemberWithError()
        if user_id:
            pb.user_id = user_id
        if member is not None:
            pb.member.CopyFrom(_models.TeamMember._message_of(member))
        if error is not None:
            pb.error.CopyFrom(_models.AppError._message_of(error))


class TeamStats(Model[api_user_team_pb2.TeamStats]):
    """How many belong to a team."""

    __slots__ = ()

    _message = api_user_team_pb2.TeamStats
    _attributes = ("team_id", "total_member_count", "active_member_count")

    team_id: Attribute[str, str] = _f.scalar("team_id")
    """Identifier of the team."""
    total_member_count: Attribute[int, int] = _f.scalar("total_member_count")
    """Number of members, deactivated accounts included."""
    active_member_count: Attribute[int, int] = _f.scalar("active_member_count")
    """Number of members whose accounts are active."""

    def __init__(
        self,
        team_id: str = "",
        total_member_count: int = 0,
        active_member_count: int = 0,
    ) -> None:
        pb = self._pb = api_user_team_pb2.TeamStats()
        if team_id:
            pb.team_id = team_id
        if total_member_count:
            pb.total_member_count = total_member_count
        if active_member_count:
            pb.active_member_count = active_member_count


class UserAccessToken(Model[api_user_team_pb2.UserAccessToken]):
    """A lasting secret by which a program acts as a user."""

    __slots__ = ()

    _message = api_user_team_pb2.UserAccessToken
    _attributes = ("id", "token", "user_id", "description", "is_active")
    _secrets = frozenset({"token"})

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the token; not secret."""
    token: Attribute[str, str] = _f.scalar("token")
    """The secret itself, told only in answer to its creation and empty everywhere else; masked
    wherever the message is printed.
    """
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user the token stands for."""
    description: Attribute[str, str] = _f.scalar("description")
    """What the token is for, at most 255 characters."""
    is_active: Attribute[bool, bool] = _f.scalar("is_active")
    """Whether the token is accepted at present."""

    def __init__(
        self,
        id: str = "",
        token: str = "",
        user_id: str = "",
        description: str = "",
        is_active: bool = True,
    ) -> None:
        pb = self._pb = api_user_team_pb2.UserAccessToken()
        if id:
            pb.id = id
        if token:
            pb.token = token
        if user_id:
            pb.user_id = user_id
        if description:
            pb.description = description
        if is_active:
            pb.is_active = is_active


class UserAuth(Model[api_user_team_pb2.UserAuth]):
    """How a user proves who they are."""

    __slots__ = ()

    _message = api_user_team_pb2.UserAuth
    _attributes = ("auth_data", "auth_service")
    _secrets = frozenset({"auth_data"})

    auth_data: Attribute[str | None, str | None] = _f.optional("auth_data")
    """The user's identity at the login service; absent for a password kept by the server. Masked
    wherever the message is printed.
    """
    auth_service: Attribute[str, str] = _f.scalar("auth_service")
    """Service that checks the identity, such as ldap, saml or gitlab; empty for a password kept by
    the server.
    """

    def __init__(self, auth_data: str | None = None, auth_service: str = "") -> None:
        pb = self._pb = api_user_team_pb2.UserAuth()
        if auth_data is not None:
            pb.auth_data = auth_data
        if auth_service:
            pb.auth_service = auth_service
