# Generated from the contract; do not edit.
"""Models of the messages in team.proto."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import team_pb2

if TYPE_CHECKING:
    from mattermost_plugin._internal.containers import (
        ModelList,
        ModelMap,
        ScalarList,
        ScalarMap,
    )
    from mattermost_plugin._internal.fields import Attribute
    from mattermost_plugin._internal.values import StructView

    # What is accepted where a model is expected.
    TeamLike = Union["Team", team_pb2.Team, Mapping[str, Any]]
    TeamMemberLike = Union["TeamMember", team_pb2.TeamMember, Mapping[str, Any]]
    TeamUnreadLike = Union["TeamUnread", team_pb2.TeamUnread, Mapping[str, Any]]


class TeamType(str, Enum):
    """Who may find and join a team."""

    OPEN = "O"
    """Users of the server may join without an invitation where the team allows it."""
    INVITE = "I"
    """Only invited users get in."""

    def __str__(self) -> str:
        return str(self.value)


_TEAM_TYPE_CODES = {0: "", 1: "O", 2: "I"}


class Team(Model[team_pb2.Team]):
    """A group of users with channels of its own."""

    __slots__ = ()

    _message = team_pb2.Team
    _attributes = (
        "id",
        "display_name",
        "name",
        "create_at",
        "update_at",
        "delete_at",
        "description",
        "email",
        "type",
        "company_name",
        "allowed_domains",
        "invite_id",
        "allow_open_invite",
        "last_team_icon_update",
        "scheme_id",
        "group_constrained",
        "policy_id",
        "cloud_limits_archived",
    )

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the team, 26 lower-case letters and digits; given by the host and never
    changed.
    """
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the team was made, in milliseconds since the epoch; set by the host alone."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When the team was last changed, in milliseconds since the epoch; set by the host alone."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the team was archived, in milliseconds since the epoch; 0 for one in use."""
    display_name: Attribute[str, str] = _f.scalar("display_name")
    """Name as people read it, 1 to 64 characters."""
    name: Attribute[str, str] = _f.scalar("name")
    """Name in addresses, unique on the server: 2 to 64 lower-case letters, digits and hyphens,
    beginning with a letter; fixed once the team exists.
    """
    description: Attribute[str, str] = _f.scalar("description")
    """What the team is for, at most 255 characters."""
    email: Attribute[str, str] = _f.scalar("email")
    """Address of whoever looks after the team, at most 128 characters."""
    type: Attribute[str, str] = _f.enum("type", _TEAM_TYPE_CODES)
    """Who may find and join the team."""
    company_name: Attribute[str, str] = _f.scalar("company_name")
    """Name of the organisation, at most 64 characters."""
    allowed_domains: Attribute[str, str] = _f.scalar("allowed_domains")
    """Mail domains whose users may join, separated by commas or spaces, at most 500 characters;
    empty for all.
    """
    invite_id: Attribute[str, str] = _f.scalar("invite_id")
    """Secret part of the team's invitation link; empty for those who may not invite."""
    allow_open_invite: Attribute[bool, bool] = _f.scalar("allow_open_invite")
    """Whether any user of the server may join without an invitation."""
    last_team_icon_update: Attribute[int, int] = _f.scalar("last_team_icon_update")
    """When the team's icon was last set, in milliseconds since the epoch; 0 where it has none."""
    scheme_id: Attribute[str | None, str | None] = _f.optional("scheme_id")
    """Identifier of the permission scheme that the team follows; absent for the server's own."""
    group_constrained: Attribute[bool | None, bool | None] = _f.optional("group_constrained")
    """Whether membership is managed by groups alone; absent means no."""
    policy_id: Attribute[str | None, str | None] = _f.optional("policy_id")
    """Identifier of the retention policy that applies to the team; absent for the server's own."""
    cloud_limits_archived: Attribute[bool, bool] = _f.scalar("cloud_limits_archived")
    """Whether the team was archived because the subscription's limit was passed."""

    def __init__(
        self,
        id: str = "",
        display_name: str = "",
        name: str = "",
        create_at: int = 0,
        update_at: int = 0,
        delete_at: int = 0,
        description: str = "",
        email: str = "",
        type: str = "O",
        company_name: str = "",
        allowed_domains: str = "",
        invite_id: str = "",
        allow_open_invite: bool = False,
        last_team_icon_update: int = 0,
        scheme_id: str | None = None,
        group_constrained: bool | None = None,
        policy_id: str | None = None,
        cloud_limits_archived: bool = False,
    ) -> None:
        pb = self._pb = team_pb2.Team()
        if id:
            pb.id = id
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if delete_at:
            pb.delete_at = delete_at
        if display_name:
            pb.display_name = display_name
        if name:
            pb.name = name
        if description:
            pb.description = description
        if email:
            pb.email = email
        if type:
            pb.type = _f.enum_number(_TEAM_TYPE_CODES, type)
        if company_name:
            pb.company_name = company_name
        if allowed_domains:
            pb.allowed_domains = allowed_domains
        if invite_id:
            pb.invite_id = invite_id
        if allow_open_invite:
            pb.allow_open_invite = allow_open_invite
        if last_team_icon_update:
            pb.last_team_icon_update = last_team_icon_update
        if scheme_id is not None:
            pb.scheme_id = scheme_id
        if group_constrained is not None:
            pb.group_constrained = group_constrained
        if policy_id is not None:
            pb.policy_id = policy_id
        if cloud_limits_archived:
            pb.cloud_limits_archived = cloud_limits_archived


class TeamMember(Model[team_pb2.TeamMember]):
    """One user's membership in a team."""

    __slots__ = ()

    _message = team_pb2.TeamMember
    _attributes = (
        "team_id",
        "user_id",
        "roles",
        "delete_at",
        "scheme_guest",
        "scheme_user",
        "scheme_admin",
        "create_at",
    )

    team_id: Attribute[str, str] = _f.scalar("team_id")
    """Identifier of the team."""
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user."""
    roles: Attribute[str, str] = _f.scalar("roles")
    """Names of the roles held in the team, separated by spaces."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the user left, in milliseconds since the epoch; 0 for a present member."""
    scheme_guest: Attribute[bool, bool] = _f.scalar("scheme_guest")
    """Whether the member has the guest role of the team's permission scheme."""
    scheme_user: Attribute[bool, bool] = _f.scalar("scheme_user")
    """Whether the member has the ordinary role of the team's permission scheme."""
    scheme_admin: Attribute[bool, bool] = _f.scalar("scheme_admin")
    """Whether the member has the administrator role of the team's permission scheme."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the user joined, in milliseconds since the epoch; set by the host alone."""

    def __init__(
        self,
        team_id: str = "",
        user_id: str = "",
        roles: str = "",
        delete_at: int = 0,
        scheme_guest: bool = False,
        scheme_user: bool = False,
        scheme_admin: bool = False,
        create_at: int = 0,
    ) -> None:
        pb = self._pb = team_pb2.TeamMember()
        if team_id:
            pb.team_id = team_id
        if user_id:
            pb.user_id = user_id
        if roles:
            pb.roles = roles
        if delete_at:
            pb.delete_at = delete_at
        if scheme_guest:
            pb.scheme_guest = scheme_guest
        if scheme_user:
            pb.scheme_user = scheme_user
        if scheme_admin:
            pb.scheme_admin = scheme_admin
        if create_at:
            pb.create_at = create_at


class TeamUnread(Model[team_pb2.TeamUnread]):
    """How much a user has not read in a team."""

    __slots__ = ()

    _message = team_pb2.TeamUnread
    _attributes = (
        "team_id",
        "msg_count",
        "mention_count",
        "mention_count_root",
        "msg_count_root",
        "thread_count",
        "thread_mention_count",
    )

    team_id: Attribute[str, str] = _f.scalar("team_id")
    """Identifier of the team."""
    msg_count: Attribute[int, int] = _f.scalar("msg_count")
    """Unread posts, replies included."""
    mention_count: Attribute[int, int] = _f.scalar("mention_count")
    """Unread mentions of the user, replies included."""
    mention_count_root: Attribute[int, int] = _f.scalar("mention_count_root")
    """Unread mentions of the user in posts that are not replies."""
    msg_count_root: Attribute[int, int] = _f.scalar("msg_count_root")
    """Unread posts that are not replies."""
    thread_count: Attribute[int, int] = _f.scalar("thread_count")
    """Followed threads with something unread."""
    thread_mention_count: Attribute[int, int] = _f.scalar("thread_mention_count")
    """Unread mentions of the user in followed threads."""

    def __init__(
        self,
        team_id: str = "",
        msg_count: int = 0,
        mention_count: int = 0,
        mention_count_root: int = 0,
        msg_count_root: int = 0,
        thread_count: int = 0,
        thread_mention_count: int = 0,
    ) -> None:
        pb = self._pb = team_pb2.TeamUnread()
        if team_id:
            pb.team_id = team_id
        if msg_count:
            pb.msg_count = msg_count
        if mention_count:
            pb.mention_count = mention_count
        if mention_count_root:
            pb.mention_count_root = mention_count_root
        if msg_count_root:
            pb.msg_count_root = msg_count_root
        if thread_count:
            pb.thread_count = thread_count
        if thread_mention_count:
            pb.thread_mention_count = thread_mention_count
