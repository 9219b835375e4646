# Generated from the contract; do not edit.
"""Models of the messages in channel.proto."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import channel_pb2

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
    ChannelLike = Union["Channel", channel_pb2.Channel, Mapping[str, Any]]
    ChannelBannerInfoLike = Union["ChannelBannerInfo", channel_pb2.ChannelBannerInfo, Mapping[str, Any]]


class ChannelType(str, Enum):
    """What kind of conversation a channel is."""

    OPEN = "O"
    """Every member of the team may find and join it."""
    PRIVATE = "P"
    """Only members see it, and members add others."""
    DIRECT = "D"
    """A conversation of two users, or of one with themselves; it belongs to no team."""
    GROUP = "G"
    """A conversation of three or more users without a name of its own; it belongs to no team."""

    def __str__(self) -> str:
        return str(self.value)


_CHANNEL_TYPE_CODES = {0: "", 1: "O", 2: "P", 3: "D", 4: "G"}


class Channel(Model[channel_pb2.Channel]):
    """A conversation: a channel of a team, or direct messages among users."""

    __slots__ = ()

    _message = channel_pb2.Channel
    _attributes = (
        "id",
        "team_id",
        "display_name",
        "name",
        "create_at",
        "update_at",
        "delete_at",
        "type",
        "header",
        "purpose",
        "last_post_at",
        "total_msg_count",
        "extra_update_at",
        "creator_id",
        "scheme_id",
        "props",
        "group_constrained",
        "auto_translation",
        "shared",
        "total_msg_count_root",
        "policy_id",
        "last_root_post_at",
        "policy_enforced",
        "policy_is_active",
        "default_category_name",
        "banner_info",
    )

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the channel, 26 lower-case letters and digits; given by the host and never
    changed.
    """
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the channel was made, in milliseconds since the epoch; set by the host alone."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When the channel was last changed, in milliseconds since the epoch; set by the host alone."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the channel was archived, in milliseconds since the epoch; 0 for one in use."""
    team_id: Attribute[str, str] = _f.scalar("team_id")
    """Identifier of the team the channel belongs to; empty for direct and group messages."""
    type: Attribute[str, str] = _f.enum("type", _CHANNEL_TYPE_CODES)
    """What kind of conversation it is."""
    display_name: Attribute[str, str] = _f.scalar("display_name")
    """Name as people read it, at most 64 characters; empty for direct messages."""
    name: Attribute[str, str] = _f.scalar("name")
    """Name in addresses, unique in the team: 1 to 64 lower-case letters, digits, hyphens and
    underscores. A direct channel's is made by the host from the ids of both users.
    """
    header: Attribute[str, str] = _f.scalar("header")
    """Text shown at the top, at most 1024 characters; Markdown is allowed."""
    purpose: Attribute[str, str] = _f.scalar("purpose")
    """What the channel is for, at most 250 characters."""
    last_post_at: Attribute[int, int] = _f.scalar("last_post_at")
    """When the last post was made, in milliseconds since the epoch; 0 for an empty channel."""
    total_msg_count: Attribute[int, int] = _f.scalar("total_msg_count")
    """Number of posts ever made here, replies included; messages of the system are not counted."""
    extra_update_at: Attribute[int, int] = _f.scalar("extra_update_at")
    """When memberships or other facts around the channel last changed, in milliseconds since the
    epoch; no longer kept up by newer hosts.
    """
    creator_id: Attribute[str, str] = _f.scalar("creator_id")
    """Identifier of the user who made the channel; empty where the host made it."""
    scheme_id: Attribute[str | None, str | None] = _f.optional("scheme_id")
    """Identifier of the permission scheme that the channel follows; absent for the team's."""
    props: Attribute[StructView, Mapping[str, Any] | None] = _f.struct("props")
    """Further facts about the channel, by name."""
    group_constrained: Attribute[bool | None, bool | None] = _f.optional("group_constrained")
    """Whether membership is managed by groups alone; absent means no."""
    auto_translation: Attribute[bool, bool] = _f.scalar("auto_translation")
    """Whether posts are translated for readers of other languages."""
    shared: Attribute[bool | None, bool | None] = _f.optional("shared")
    """Whether the channel is shared with connected servers; absent means no."""
    total_msg_count_root: Attribute[int, int] = _f.scalar("total_msg_count_root")
    """Number of posts ever made here that are not replies."""
    policy_id: Attribute[str | None, str | None] = _f.optional("policy_id")
    """Identifier of the retention policy that applies to the channel; absent for the team's."""
    last_root_post_at: Attribute[int, int] = _f.scalar("last_root_post_at")
    """When the last post that is not a reply was made, in milliseconds since the epoch."""
    banner_info: Attribute[ChannelBannerInfo | None, ChannelBannerInfoLike | None] = _f.nested("banner_info", "ChannelBannerInfo")
    """The channel's banner; absent where it never had one."""
    policy_enforced: Attribute[bool, bool] = _f.scalar("policy_enforced")
    """Whether an access policy decides who may be a member."""
    policy_is_active: Attribute[bool, bool] = _f.scalar("policy_is_active")
    """Whether that access policy also adds members by itself."""
    default_category_name: Attribute[str, str] = _f.scalar("default_category_name")
    """Name of the sidebar category into which the channel is put for those who join; empty for the
    usual one.
    """

    def __init__(
        self,
        id: str = "",
        team_id: str = "",
        display_name: str = "",
        name: str = "",
        create_at: int = 0,
        update_at: int = 0,
        delete_at: int = 0,
        type: str = "O",
        header: str = "",
        purpose: str = "",
        last_post_at: int = 0,
        total_msg_count: int = 0,
        extra_update_at: int = 0,
        creator_id: str = "",
        scheme_id: str | None = None,
        props: Mapping[str, Any] | None = None,
        group_constrained: bool | None = None,
        auto_translation: bool = False,
        shared: bool | None = None,
        total_msg_count_root: int = 0,
        policy_id: str | None = None,
        last_root_post_at: int = 0,
        policy_enforced: bool = False,
        policy_is_active: bool = False,
        default_category_name: str = "",
        banner_info: ChannelBannerInfoLike | None = None,
    ) -> None:
        pb = self._pb = channel_pb2.Channel()
        if id:
            pb.id = id
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if delete_at:
            pb.delete_at = delete_at
        if team_id:
            pb.team_id = team_id
        if type:
            pb.type = _f.enum_number(_CHANNEL_TYPE_CODES, type)
        if display_name:
            pb.display_name = display_name
        if name:
            pb.name = name
        if header:
            pb.header = header
        if purpose:
            pb.purpose = purpose
        if last_post_at:
            pb.last_post_at = last_post_at
        if total_msg_count:
            pb.total_msg_count = total_msg_count
        if extra_update_at:
            pb.extra_update_at = extra_update_at
        if creator_id:
            pb.creator_id = creator_id
        if scheme_id is not None:
            pb.scheme_id = scheme_id
        if props is not None:
            _f.put_struct(pb.props, props)
        if group_constrained is not None:
            pb.group_constrained = group_constrained
        if auto_translation:
            pb.auto_translation = auto_translation
        if shared is not None:
            pb.shared = shared
        if total_msg_count_root:
            pb.total_msg_count_root = total_msg_count_root
        if policy_id is not None:
            pb.policy_id = policy_id
        if last_root_post_at:
            pb.last_root_post_at = last_root_post_at
        if banner_info is not None:
            pb.banner_info.CopyFrom(_models.ChannelBannerInfo._message_of(banner_info))
        if policy_enforced:
            pb.policy_enforced = policy_enforced
        if policy_is_active:
            pb.policy_is_active = policy_is_active
        if default_category_name:
            pb.default_category_name = default_category_name


class ChannelBannerInfo(Model[channel_pb2.ChannelBannerInfo]):
    """A strip of text shown at the top of a channel."""

    __slots__ = ()

    _message = channel_pb2.ChannelBannerInfo
    _attributes = ("enabled", "text", "background_color")

    enabled: Attribute[bool | None, bool | None] = _f.optional("enabled")
    """Whether the banner is shown."""
    text: Attribute[str | None, str | None] = _f.optional("text")
    """The banner's text; Markdown is allowed."""
    background_color: Attribute[str | None, str | None] = _f.optional("background_color")
    """Colour behind the text as a hexadecimal code, such as #1c58d9."""

    def __init__(
        self,
        enabled: bool | None = None,
        text: str | None = None,
        background_color: str | None = None,
    ) -> None:
        pb = self._pb = channel_pb2.ChannelBannerInfo()
        if enabled is not None:
            pb.enabled = enabled
        if text is not None:
            pb.text = text
        if background_color is not None:
            pb.background_color = background_color
