# Generated from the contract; do not edit.
"""The things of the host's world, as plugins see them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.containers import (ModelList, ModelMap, ScalarList, ScalarMap)
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import StructView, strings
from mattermost_plugin.grpc import api_channel_post_pb2
from mattermost_plugin.grpc import api_file_bot_pb2
from mattermost_plugin.grpc import api_kv_config_pb2
from mattermost_plugin.grpc import api_remaining_pb2
from mattermost_plugin.grpc import api_user_team_pb2
from mattermost_plugin.grpc import channel_pb2
from mattermost_plugin.grpc import common_pb2
from mattermost_plugin.grpc import file_pb2
from mattermost_plugin.grpc import hooks_command_pb2
from mattermost_plugin.grpc import hooks_common_pb2
from mattermost_plugin.grpc import hooks_extension_pb2
from mattermost_plugin.grpc import hooks_http_pb2
from mattermost_plugin.grpc import hooks_lifecycle_pb2
from mattermost_plugin.grpc import hooks_message_pb2
from mattermost_plugin.grpc import hooks_user_channel_pb2
from mattermost_plugin.grpc import post_pb2
from mattermost_plugin.grpc import team_pb2
from mattermost_plugin.grpc import user_pb2

if TYPE_CHECKING:
    from mattermost_plugin._internal.fields import Attribute


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


class TeamType(str, Enum):
    """Who may find and join a team."""

    OPEN = "O"
    """Users of the server may join without an invitation where the team allows it."""
    INVITE = "I"
    """Only invited users get in."""

    def __str__(self) -> str:
        return str(self.value)


_TEAM_TYPE_CODES = {0: "", 1: "O", 2: "I"}


class AppError(Model[common_pb2.AppError]):
    """What went wrong. Being present is what makes a call a failure, even where every field of it
    is empty.
    """

    __slots__ = ()

    _message = common_pb2.AppError
    _attributes = (
        "id",
        "message",
        "detailed_error",
        "request_id",
        "status_code",
        "where",
        "params",
    )

    id: Attribute[str, str] = _f.scalar("id")
    """Stable name of the kind of error, in dotted lower-case words; meant for programs and
    translations.
    """
    message: Attribute[str, str] = _f.scalar("message")
    """One sentence for people; hosts may translate it."""
    detailed_error: Attribute[str, str] = _f.scalar("detailed_error")
    """More for those who look for the cause, such as an underlying error; not meant for end users.
    """
    request_id: Attribute[str, str] = _f.scalar("request_id")
    """Identifier of the client request during which it happened; empty where there was none."""
    status_code: Attribute[int, int] = _f.scalar("status_code")
    """The HTTP status that fits the error, such as 404; 0 is read as 500."""
    where: Attribute[str, str] = _f.scalar("where")
    """Name of the operation that failed."""
    params: Attribute[StructView, Mapping[str, Any] | None] = _f.struct("params")
    """Values that a translation of the message puts in; keys are the names of its placeholders."""

    def __init__(
        self,
        id: str = "",
        message: str = "",
        detailed_error: str = "",
        request_id: str = "",
        status_code: int = 0,
        where: str = "",
        params: Mapping[str, Any] | None = None,
    ) -> None:
        pb = self._pb = common_pb2.AppError()
        if id:
            pb.id = id
        if message:
            pb.message = message
        if detailed_error:
            pb.detailed_error = detailed_error
        if request_id:
            pb.request_id = request_id
        if status_code:
            pb.status_code = status_code
        if where:
            pb.where = where
        if params is not None:
            _f.put_struct(pb.params, params)


class AuditRecord(Model[api_remaining_pb2.AuditRecord]):
    """What somebody did and how it ended, for the audit log."""

    __slots__ = ()

    _message = api_remaining_pb2.AuditRecord
    _attributes = (
        "id",
        "create_at",
        "level",
        "api_path",
        "event",
        "status",
        "user_id",
        "session_id",
        "client",
        "ip_address",
        "meta",
    )

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the record; empty for one that the host shall give."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When it happened, in milliseconds since the epoch; 0 for now."""
    level: Attribute[str, str] = _f.scalar("level")
    """Level at which it is recorded, such as audit-api or audit-content; empty for the usual one.
    """
    api_path: Attribute[str, str] = _f.scalar("api_path")
    """Address or method that was called."""
    event: Attribute[str, str] = _f.scalar("event")
    """Name of what was done."""
    status: Attribute[str, str] = _f.scalar("status")
    """How it ended: attempt, success or fail."""
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user who did it; empty for the plugin itself."""
    session_id: Attribute[str, str] = _f.scalar("session_id")
    """Identifier of the session in which it was done."""
    client: Attribute[str, str] = _f.scalar("client")
    """Program the user worked with."""
    ip_address: Attribute[str, str] = _f.scalar("ip_address")
    """Network address the user worked from."""
    meta: Attribute[StructView, Mapping[str, Any] | None] = _f.struct("meta")
    """Further facts, by name; they must not contain secrets."""

    def __init__(
        self,
        id: str = "",
        create_at: int = 0,
        level: str = "",
        api_path: str = "",
        event: str = "",
        status: str = "",
        user_id: str = "",
        session_id: str = "",
        client: str = "",
        ip_address: str = "",
        meta: Mapping[str, Any] | None = None,
    ) -> None:
        pb = self._pb = api_remaining_pb2.AuditRecord()
        if id:
            pb.id = id
        if create_at:
            pb.create_at = create_at
        if level:
            pb.level = level
        if api_path:
            pb.api_path = api_path
        if event:
            pb.event = event
        if status:
            pb.status = status
        if user_id:
            pb.user_id = user_id
        if session_id:
            pb.session_id = session_id
        if client:
            pb.client = client
        if ip_address:
            pb.ip_address = ip_address
        if meta is not None:
            _f.put_struct(pb.meta, meta)


class Bot(Model[api_file_bot_pb2.Bot]):
    """An account that programs use."""

    __slots__ = ()

    _message = api_file_bot_pb2.Bot
    _attributes = (
        "user_id",
        "username",
        "display_name",
        "description",
        "owner_id",
        "create_at",
        "update_at",
        "delete_at",
        "last_icon_update",
    )

    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the account; the bot has no other."""
    username: Attribute[str, str] = _f.scalar("username")
    """Name of the account, under the rules for usernames."""
    display_name: Attribute[str, str] = _f.scalar("display_name")
    """Name as people read it, at most 64 characters."""
    description: Attribute[str, str] = _f.scalar("description")
    """What the bot is for, at most 1024 characters."""
    owner_id: Attribute[str, str] = _f.scalar("owner_id")
    """Identifier of the user or of the plugin that made the bot; a plugin's bots are always its
    own.
    """
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the bot was made, in milliseconds since the epoch; set by the host alone."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When the bot was last changed, in milliseconds since the epoch; set by the host alone."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the bot was switched off, in milliseconds since the epoch; 0 for an active one."""
    last_icon_update: Attribute[int, int] = _f.scalar("last_icon_update")
    """When the bot's icon was last set, in milliseconds since the epoch; 0 where it has none."""

    def __init__(
        self,
        user_id: str = "",
        username: str = "",
        display_name: str = "",
        description: str = "",
        owner_id: str = "",
        create_at: int = 0,
        update_at: int = 0,
        delete_at: int = 0,
        last_icon_update: int = 0,
    ) -> None:
        pb = self._pb = api_file_bot_pb2.Bot()
        if user_id:
            pb.user_id = user_id
        if username:
            pb.username = username
        if display_name:
            pb.display_name = display_name
        if description:
            pb.description = description
        if owner_id:
            pb.owner_id = owner_id
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if delete_at:
            pb.delete_at = delete_at
        if last_icon_update:
            pb.last_icon_update = last_icon_update


class BotGetOptions(Model[api_file_bot_pb2.BotGetOptions]):
    """Which bots are listed."""

    __slots__ = ()

    _message = api_file_bot_pb2.BotGetOptions
    _attributes = ("owner_id", "include_deleted", "only_orphaned", "page", "per_page")

    owner_id: Attribute[str, str] = _f.scalar("owner_id")
    """Identifier of the owner whose bots are listed; empty for all."""
    include_deleted: Attribute[bool, bool] = _f.scalar("include_deleted")
    """Whether bots that were switched off are listed too."""
    only_orphaned: Attribute[bool, bool] = _f.scalar("only_orphaned")
    """Whether only bots are listed whose owner's account is deactivated."""
    page: Attribute[int, int] = _f.scalar("page")
    """Which page of the result, counted from 0."""
    per_page: Attribute[int, int] = _f.scalar("per_page")
    """How many bots a page has."""

    def __init__(
        self,
        owner_id: str = "",
        include_deleted: bool = False,
        only_orphaned: bool = False,
        page: int = 0,
        per_page: int = 60,
    ) -> None:
        pb = self._pb = api_file_bot_pb2.BotGetOptions()
        if owner_id:
            pb.owner_id = owner_id
        if include_deleted:
            pb.include_deleted = include_deleted
        if only_orphaned:
            pb.only_orphaned = only_orphaned
        if page:
            pb.page = page
        if per_page:
            pb.per_page = per_page


class BotPatch(Model[api_file_bot_pb2.BotPatch]):
    """Changes to a bot; what is absent stays as it is."""

    __slots__ = ()

    _message = api_file_bot_pb2.BotPatch
    _attributes = ("username", "display_name", "description")

    username: Attribute[str | None, str | None] = _f.optional("username")
    """New name of the account."""
    display_name: Attribute[str | None, str | None] = _f.optional("display_name")
    """New name as people read it."""
    description: Attribute[str | None, str | None] = _f.optional("description")
    """New description."""

    def __init__(
        self,
        username: str | None = None,
        display_name: str | None = None,
        description: str | None = None,
    ) -> None:
        pb = self._pb = api_file_bot_pb2.BotPatch()
        if username is not None:
            pb.username = username
        if display_name is not None:
            pb.display_name = display_name
        if description is not None:
            pb.description = description


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
            pb.banner_info.CopyFrom(ChannelBannerInfo._message_of(banner_info))
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


class ChannelMember(Model[api_channel_post_pb2.ChannelMember]):
    """One user's membership in a channel, with what they have read."""

    __slots__ = ()

    _message = api_channel_post_pb2.ChannelMember
    _attributes = (
        "channel_id",
        "user_id",
        "roles",
        "last_viewed_at",
        "msg_count",
        "mention_count",
        "mention_count_root",
        "msg_count_root",
        "notify_props",
        "last_update_at",
        "scheme_guest",
        "scheme_user",
        "scheme_admin",
        "urgent_mention_count",
    )

    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel."""
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user."""
    roles: Attribute[str, str] = _f.scalar("roles")
    """Names of the roles held in the channel, separated by spaces."""
    last_viewed_at: Attribute[int, int] = _f.scalar("last_viewed_at")
    """When the user last read the channel, in milliseconds since the epoch; 0 for never."""
    msg_count: Attribute[int, int] = _f.scalar("msg_count")
    """Number of the channel's posts that the user has read, replies included."""
    mention_count: Attribute[int, int] = _f.scalar("mention_count")
    """Number of unread mentions of the user, replies included."""
    mention_count_root: Attribute[int, int] = _f.scalar("mention_count_root")
    """Number of unread mentions of the user in posts that are not replies."""
    msg_count_root: Attribute[int, int] = _f.scalar("msg_count_root")
    """Number of the channel's posts that are not replies and that the user has read."""
    notify_props: Attribute[ScalarMap[str], Mapping[str, str]] = _f.scalar_map("notify_props")
    """How the user wants to be notified of this channel; keys such as desktop, push and
    mark_unread, values such as default, all, mention and none.
    """
    last_update_at: Attribute[int, int] = _f.scalar("last_update_at")
    """When the membership last changed, in milliseconds since the epoch; set by the host alone."""
    scheme_guest: Attribute[bool, bool] = _f.scalar("scheme_guest")
    """Whether the member has the guest role of the channel's permission scheme."""
    scheme_user: Attribute[bool, bool] = _f.scalar("scheme_user")
    """Whether the member has the ordinary role of the channel's permission scheme."""
    scheme_admin: Attribute[bool, bool] = _f.scalar("scheme_admin")
    """Whether the member has the administrator role of the channel's permission scheme."""
    urgent_mention_count: Attribute[int, int] = _f.scalar("urgent_mention_count")
    """Number of unread mentions of the user in urgent posts."""

    def __init__(
        self,
        channel_id: str = "",
        user_id: str = "",
        roles: str = "",
        last_viewed_at: int = 0,
        msg_count: int = 0,
        mention_count: int = 0,
        mention_count_root: int = 0,
        msg_count_root: int = 0,
        notify_props: Mapping[str, str] | None = None,
        last_update_at: int = 0,
        scheme_guest: bool = False,
        scheme_user: bool = False,
        scheme_admin: bool = False,
        urgent_mention_count: int = 0,
    ) -> None:
        pb = self._pb = api_channel_post_pb2.ChannelMember()
        if channel_id:
            pb.channel_id = channel_id
        if user_id:
            pb.user_id = user_id
        if roles:
            pb.roles = roles
        if last_viewed_at:
            pb.last_viewed_at = last_viewed_at
        if msg_count:
            pb.msg_count = msg_count
        if mention_count:
            pb.mention_count = mention_count
        if mention_count_root:
            pb.mention_count_root = mention_count_root
        if msg_count_root:
            pb.msg_count_root = msg_count_root
        if notify_props:
            pb.notify_props.update(notify_props)
        if last_update_at:
            pb.last_update_at = last_update_at
        if scheme_guest:
            pb.scheme_guest = scheme_guest
        if scheme_user:
            pb.scheme_user = scheme_user
        if scheme_admin:
            pb.scheme_admin = scheme_admin
        if urgent_mention_count:
            pb.urgent_mention_count = urgent_mention_count


class ChannelMemberIdentifier(Model[api_channel_post_pb2.ChannelMemberIdentifier]):
    """Names one membership in a channel."""

    __slots__ = ()

    _message = api_channel_post_pb2.ChannelMemberIdentifier
    _attributes = ("channel_id", "user_id")

    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel."""
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user."""

    def __init__(self, channel_id: str = "", user_id: str = "") -> None:
        pb = self._pb = api_channel_post_pb2.ChannelMemberIdentifier()
        if channel_id:
            pb.channel_id = channel_id
        if user_id:
            pb.user_id = user_id


class ChannelStats(Model[api_channel_post_pb2.ChannelStats]):
    """What can be counted in a channel."""

    __slots__ = ()

    _message = api_channel_post_pb2.ChannelStats
    _attributes = ("channel_id", "member_count", "guest_count", "pinnedpost_count", "files_count")

    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel."""
    member_count: Attribute[int, int] = _f.scalar("member_count")
    """Number of members, guests included."""
    guest_count: Attribute[int, int] = _f.scalar("guest_count")
    """Number of members who are guests."""
    pinnedpost_count: Attribute[int, int] = _f.scalar("pinnedpost_count")
    """Number of pinned posts."""
    files_count: Attribute[int, int] = _f.scalar("files_count")
    """Number of attached files."""

    def __init__(
        self,
        channel_id: str = "",
        member_count: int = 0,
        guest_count: int = 0,
        pinnedpost_count: int = 0,
        files_count: int = 0,
    ) -> None:
        pb = self._pb = api_channel_post_pb2.ChannelStats()
        if channel_id:
            pb.channel_id = channel_id
        if member_count:
            pb.member_count = member_count
        if guest_count:
            pb.guest_count = guest_count
        if pinnedpost_count:
            pb.pinnedpost_count = pinnedpost_count
        if files_count:
            pb.files_count = files_count


class Command(Model[api_remaining_pb2.Command]):
    """A slash command."""

    __slots__ = ()

    _message = api_remaining_pb2.Command
    _attributes = (
        "id",
        "token",
        "create_at",
        "update_at",
        "delete_at",
        "creator_id",
        "team_id",
        "trigger",
        "method",
        "username",
        "icon_url",
        "auto_complete",
        "auto_complete_desc",
        "auto_complete_hint",
        "display_name",
        "description",
        "url",
        "plugin_id",
    )
    _secrets = frozenset({"token"})

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the command; empty for those of plugins."""
    token: Attribute[str, str] = _f.scalar("token")
    """Secret by which an outside service recognises the server; unused for commands of plugins, and
    masked wherever the message is printed.
    """
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the command was made, in milliseconds since the epoch; set by the host alone."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When the command was last changed, in milliseconds since the epoch; set by the host alone."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the command was removed, in milliseconds since the epoch; 0 for one in use."""
    creator_id: Attribute[str, str] = _f.scalar("creator_id")
    """Identifier of the user who made the command."""
    team_id: Attribute[str, str] = _f.scalar("team_id")
    """Identifier of the only team in which it works; empty, for commands of plugins, for all teams.
    """
    trigger: Attribute[str, str] = _f.scalar("trigger")
    """The word after the slash: 1 to 128 characters, without spaces and not beginning with a slash;
    unique in its team.
    """
    method: Attribute[str, str] = _f.scalar("method")
    """How an outside service is called: P for POST, G for GET; unused for commands of plugins."""
    username: Attribute[str, str] = _f.scalar("username")
    """Name under which the answer is shown, at most 64 characters; empty for the usual one."""
    icon_url: Attribute[str, str] = _f.scalar("icon_url")
    """Address of the picture shown with the answer; empty for the usual one."""
    auto_complete: Attribute[bool, bool] = _f.scalar("auto_complete")
    """Whether the command is offered while a user types."""
    auto_complete_desc: Attribute[str, str] = _f.scalar("auto_complete_desc")
    """What the command does, as shown in that offer."""
    auto_complete_hint: Attribute[str, str] = _f.scalar("auto_complete_hint")
    """What follows the word, as shown in that offer."""
    display_name: Attribute[str, str] = _f.scalar("display_name")
    """Name as people read it, at most 64 characters."""
    description: Attribute[str, str] = _f.scalar("description")
    """What the command does, at most 128 characters."""
    url: Attribute[str, str] = _f.scalar("url")
    """Address of the outside service, at most 1024 characters; unused for commands of plugins."""
    plugin_id: Attribute[str, str] = _f.scalar("plugin_id")
    """Identifier of the plugin that answers the command; set by the host alone, empty for others.
    """

    def __init__(
        self,
        id: str = "",
        token: str = "",
        create_at: int = 0,
        update_at: int = 0,
        delete_at: int = 0,
        creator_id: str = "",
        team_id: str = "",
        trigger: str = "",
        method: str = "P",
        username: str = "",
        icon_url: str = "",
        auto_complete: bool = False,
        auto_complete_desc: str = "",
        auto_complete_hint: str = "",
        display_name: str = "",
        description: str = "",
        url: str = "",
        plugin_id: str = "",
    ) -> None:
        pb = self._pb = api_remaining_pb2.Command()
        if id:
            pb.id = id
        if token:
            pb.token = token
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if delete_at:
            pb.delete_at = delete_at
        if creator_id:
            pb.creator_id = creator_id
        if team_id:
            pb.team_id = team_id
        if trigger:
            pb.trigger = trigger
        if method:
            pb.method = method
        if username:
            pb.username = username
        if icon_url:
            pb.icon_url = icon_url
        if auto_complete:
            pb.auto_complete = auto_complete
        if auto_complete_desc:
            pb.auto_complete_desc = auto_complete_desc
        if auto_complete_hint:
            pb.auto_complete_hint = auto_complete_hint
        if display_name:
            pb.display_name = display_name
        if description:
            pb.description = description
        if url:
            pb.url = url
        if plugin_id:
            pb.plugin_id = plugin_id


class CommandArgs(Model[api_remaining_pb2.CommandArgs]):
    """A slash command as a user gave it, and where."""

    __slots__ = ()

    _message = api_remaining_pb2.CommandArgs
    _attributes = (
        "user_id",
        "channel_id",
        "team_id",
        "root_id",
        "parent_id",
        "trigger_id",
        "command",
        "site_url",
        "t",
        "user_mention",
        "channel_mention",
    )

    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user who gave the command."""
    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel in which it was given."""
    team_id: Attribute[str, str] = _f.scalar("team_id")
    """Identifier of the team in which it was given."""
    root_id: Attribute[str, str] = _f.scalar("root_id")
    """Identifier of the post that began the thread in which it was given; empty outside threads."""
    parent_id: Attribute[str, str] = _f.scalar("parent_id")
    """An older name for root_id; has the same value or none."""
    trigger_id: Attribute[str, str] = _f.scalar("trigger_id")
    """Short-lived key by which the plugin may open a dialog for this user."""
    command: Attribute[str, str] = _f.scalar("command")
    """The whole line with the slash and the trigger."""
    site_url: Attribute[str, str] = _f.scalar("site_url")
    """Address of the server as its users know it, without a slash at the end."""
    t: Attribute[str, str] = _f.scalar("t")
    """Reserved by the contract; hosts leave it empty and plugins ignore it."""
    user_mention: Attribute[str, str] = _f.scalar("user_mention")
    """Users mentioned in the line, as a JSON object from username to user id; empty where there are
    none or the host does not look for them.
    """
    channel_mention: Attribute[str, str] = _f.scalar("channel_mention")
    """Channels mentioned in the line, as a JSON object from channel name to channel id; empty where
    there are none or the host does not look for them.
    """

    def __init__(
        self,
        user_id: str = "",
        channel_id: str = "",
        team_id: str = "",
        root_id: str = "",
        parent_id: str = "",
        trigger_id: str = "",
        command: str = "",
        site_url: str = "",
        t: str = "",
        user_mention: str = "",
        channel_mention: str = "",
    ) -> None:
        pb = self._pb = api_remaining_pb2.CommandArgs()
        if user_id:
            pb.user_id = user_id
        if channel_id:
            pb.channel_id = channel_id
        if team_id:
            pb.team_id = team_id
        if root_id:
            pb.root_id = root_id
        if parent_id:
            pb.parent_id = parent_id
        if trigger_id:
            pb.trigger_id = trigger_id
        if command:
            pb.command = command
        if site_url:
            pb.site_url = site_url
        if t:
            pb.t = t
        if user_mention:
            pb.user_mention = user_mention
        if channel_mention:
            pb.channel_mention = channel_mention


class CommandResponse(Model[api_remaining_pb2.CommandResponse]):
    """The answer to a slash command."""

    __slots__ = ()

    _message = api_remaining_pb2.CommandResponse
    _attributes = (
        "response_type",
        "text",
        "username",
        "channel_id",
        "icon_url",
        "type",
        "props",
        "goto_location",
        "trigger_id",
        "skip_slack_parsing",
        "attachments",
    )

    response_type: Attribute[str, str] = _f.scalar("response_type")
    """Who sees the answer: ephemeral for the user alone, in_channel for everybody in the channel;
    empty for ephemeral.
    """
    text: Attribute[str, str] = _f.scalar("text")
    """What is shown, at most 16383 characters; Markdown is allowed. Empty to show nothing."""
    username: Attribute[str, str] = _f.scalar("username")
    """Name under which the answer is shown; empty for the usual one."""
    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel in which it is shown; empty for the one where the command was
    given.
    """
    icon_url: Attribute[str, str] = _f.scalar("icon_url")
    """Address of the picture shown with the answer; empty for the usual one."""
    type: Attribute[str, str] = _f.scalar("type")
    """Type of the post that is made; empty or a name beginning with custom_."""
    props: Attribute[StructView, Mapping[str, Any] | None] = _f.struct("props")
    """Props of the post that is made."""
    goto_location: Attribute[str, str] = _f.scalar("goto_location")
    """Address the client opens; empty for none."""
    trigger_id: Attribute[str, str] = _f.scalar("trigger_id")
    """Short-lived key by which a dialog may be opened for the user; handed on to the client."""
    skip_slack_parsing: Attribute[bool, bool] = _f.scalar("skip_slack_parsing")
    """Whether the text is taken as it is, without reading Slack's notation for links and mentions.
    """
    attachments: Attribute[ModelList[CommandResponse], Iterable[CommandResponseLike]] = _f.models("attachments", "CommandResponse")
    """Further answers, shown after this one in order; attachments of these are not read."""

    def __init__(
        self,
        response_type: str = "",
        text: str = "",
        username: str = "",
        channel_id: str = "",
        icon_url: str = "",
        type: str = "",
        props: Mapping[str, Any] | None = None,
        goto_location: str = "",
        trigger_id: str = "",
        skip_slack_parsing: bool = False,
        attachments: Iterable[CommandResponseLike] = (),
    ) -> None:
        pb = self._pb = api_remaining_pb2.CommandResponse()
        if response_type:
            pb.response_type = response_type
        if text:
            pb.text = text
        if username:
            pb.username = username
        if channel_id:
            pb.channel_id = channel_id
        if icon_url:
            pb.icon_url = icon_url
        if type:
            pb.type = type
        if props is not None:
            _f.put_struct(pb.props, props)
        if goto_location:
            pb.goto_location = goto_location
        if trigger_id:
            pb.trigger_id = trigger_id
        if skip_slack_parsing:
            pb.skip_slack_parsing = skip_slack_parsing
        if attachments:
            pb.attachments.extend(CommandResponse._messages_of(attachments))


class ConfigJson(Model[hooks_lifecycle_pb2.ConfigJson]):
    """A server configuration."""

    __slots__ = ()

    _message = hooks_lifecycle_pb2.ConfigJson
    _attributes = ("config_json",)

    config_json: Attribute[bytes, bytes] = _f.scalar("config_json")
    """The whole configuration as a JSON object in UTF-8, in the form in which the server keeps it.
    """

    def __init__(self, config_json: bytes = b"") -> None:
        pb = self._pb = hooks_lifecycle_pb2.ConfigJson()
        if config_json:
            pb.config_json = config_json


class CreateDefaultMembershipParams(Model[api_remaining_pb2.CreateDefaultMembershipParams]):
    """Which memberships are made from the ties between groups and teams or channels."""

    __slots__ = ()

    _message = api_remaining_pb2.CreateDefaultMembershipParams
    _attributes = ("since", "scope_teams", "scope_channels", "re_add_removed_members")

    since: Attribute[int, int] = _f.scalar("since")
    """Only members and ties added at or after this time count, in milliseconds since the epoch; 0
    for all.
    """
    scope_teams: Attribute[bool, bool] = _f.scalar("scope_teams")
    """Whether memberships in teams are made."""
    scope_channels: Attribute[bool, bool] = _f.scalar("scope_channels")
    """Whether memberships in channels are made."""
    re_add_removed_members: Attribute[bool, bool] = _f.scalar("re_add_removed_members")
    """Whether those who left or were removed are added again."""

    def __init__(
        self,
        since: int = 0,
        scope_teams: bool = False,
        scope_channels: bool = False,
        re_add_removed_members: bool = False,
    ) -> None:
        pb = self._pb = api_remaining_pb2.CreateDefaultMembershipParams()
        if since:
            pb.since = since
        if scope_teams:
            pb.scope_teams = scope_teams
        if scope_channels:
            pb.scope_channels = scope_channels
        if re_add_removed_members:
            pb.re_add_removed_members = re_add_removed_members


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


class Dialog(Model[api_remaining_pb2.Dialog]):
    """A form that a client shows in a window."""

    __slots__ = ()

    _message = api_remaining_pb2.Dialog
    _attributes = (
        "callback_id",
        "title",
        "introduction_text",
        "elements",
        "submit_label",
        "notify_on_cancel",
        "state",
        "icon_url",
    )

    callback_id: Attribute[str, str] = _f.scalar("callback_id")
    """Name by which the plugin recognises the form when it comes back."""
    title: Attribute[str, str] = _f.scalar("title")
    """Heading, at most 24 characters."""
    introduction_text: Attribute[str, str] = _f.scalar("introduction_text")
    """Text above the fields; Markdown is allowed."""
    elements: Attribute[ModelList[DialogElement], Iterable[DialogElementLike]] = _f.models("elements", "DialogElement")
    """The fields, from top to bottom; may be empty for a question of yes or no."""
    submit_label: Attribute[str, str] = _f.scalar("submit_label")
    """Text of the button that sends the form, at most 24 characters; empty for the usual one."""
    notify_on_cancel: Attribute[bool, bool] = _f.scalar("notify_on_cancel")
    """Whether the plugin is told when the user closes the form without sending it."""
    state: Attribute[str, str] = _f.scalar("state")
    """Text that comes back unchanged with the form."""
    icon_url: Attribute[str, str] = _f.scalar("icon_url")
    """Address of a picture beside the heading; may be empty."""

    def __init__(
        self,
        callback_id: str = "",
        title: str = "",
        introduction_text: str = "",
        elements: Iterable[DialogElementLike] = (),
        submit_label: str = "",
        notify_on_cancel: bool = False,
        state: str = "",
        icon_url: str = "",
    ) -> None:
        pb = self._pb = api_remaining_pb2.Dialog()
        if callback_id:
            pb.callback_id = callback_id
        if title:
            pb.title = title
        if introduction_text:
            pb.introduction_text = introduction_text
        if elements:
            pb.elements.extend(DialogElement._messages_of(elements))
        if submit_label:
            pb.submit_label = submit_label
        if notify_on_cancel:
            pb.notify_on_cancel = notify_on_cancel
        if state:
            pb.state = state
        if icon_url:
            pb.icon_url = icon_url


class DialogElement(Model[api_remaining_pb2.DialogElement]):
    """One field of a form."""

    __slots__ = ()

    _message = api_remaining_pb2.DialogElement
    _attributes = (
        "display_name",
        "name",
        "type",
        "subtype",
        "default",
        "placeholder",
        "help_text",
        "optional",
        "min_length",
        "max_length",
        "data_source",
        "options",
    )

    display_name: Attribute[str, str] = _f.scalar("display_name")
    """Label, at most 24 characters."""
    name: Attribute[str, str] = _f.scalar("name")
    """Name under which the value comes back, unique in the form, at most 300 characters."""
    type: Attribute[str, str] = _f.scalar("type")
    """One of text, textarea, select, radio and bool."""
    subtype: Attribute[str, str] = _f.scalar("subtype")
    """For text fields, what is typed: text, email, number, password, tel or url; empty for text."""
    default: Attribute[str, str] = _f.scalar("default")
    """Value shown at first; for bool the text true or false."""
    placeholder: Attribute[str, str] = _f.scalar("placeholder")
    """Text shown while the field is empty, at most 150 characters."""
    help_text: Attribute[str, str] = _f.scalar("help_text")
    """Explanation below the field, at most 150 characters."""
    optional: Attribute[bool, bool] = _f.scalar("optional")
    """Whether the field may be left empty."""
    min_length: Attribute[int, int] = _f.scalar("min_length")
    """Least number of characters of a text; 0 for no minimum."""
    max_length: Attribute[int, int] = _f.scalar("max_length")
    """Greatest number of characters: up to 150 for text and 3000 for textarea, which is also what 0
    stands for.
    """
    data_source: Attribute[str, str] = _f.scalar("data_source")
    """For select, where the choices come from: users or channels; empty for options."""
    options: Attribute[ModelList[DialogElementOption], Iterable[DialogElementOptionLike]] = _f.models("options", "DialogElementOption")
    """The choices of select and radio where data_source is empty."""

    def __init__(
        self,
        display_name: str = "",
        name: str = "",
        type: str = "",
        subtype: str = "",
        default: str = "",
        placeholder: str = "",
        help_text: str = "",
        optional: bool = False,
        min_length: int = 0,
        max_length: int = 0,
        data_source: str = "",
        options: Iterable[DialogElementOptionLike] = (),
    ) -> None:
        pb = self._pb = api_remaining_pb2.DialogElement()
        if display_name:
            pb.display_name = display_name
        if name:
            pb.name = name
        if type:
            pb.type = type
        if subtype:
            pb.subtype = subtype
        if default:
            pb.default = default
        if placeholder:
            pb.placeholder = placeholder
        if help_text:
            pb.help_text = help_text
        if optional:
            pb.optional = optional
        if min_length:
            pb.min_length = min_length
        if max_length:
            pb.max_length = max_length
        if data_source:
            pb.data_source = data_source
        if options:
            pb.options.extend(DialogElementOption._messages_of(options))


class DialogElementOption(Model[api_remaining_pb2.DialogElementOption]):
    """One choice of a field."""

    __slots__ = ()

    _message = api_remaining_pb2.DialogElementOption
    _attributes = ("text", "value")

    text: Attribute[str, str] = _f.scalar("text")
    """What the user reads."""
    value: Attribute[str, str] = _f.scalar("value")
    """What comes back."""

    def __init__(self, text: str = "", value: str = "") -> None:
        pb = self._pb = api_remaining_pb2.DialogElementOption()
        if text:
            pb.text = text
        if value:
            pb.value = value


class EmailNotificationContent(Model[hooks_message_pb2.EmailNotificationContent]):
    """What a notification mail says; it replaces all of the content that can be changed."""

    __slots__ = ()

    _message = hooks_message_pb2.EmailNotificationContent
    _attributes = (
        "subject",
        "title",
        "sub_title",
        "message_html",
        "message_text",
        "button_text",
        "button_url",
        "footer_text",
    )

    subject: Attribute[str, str] = _f.scalar("subject")
    """Subject line."""
    title: Attribute[str, str] = _f.scalar("title")
    """Heading of the mail."""
    sub_title: Attribute[str, str] = _f.scalar("sub_title")
    """Line below the heading."""
    message_html: Attribute[str, str] = _f.scalar("message_html")
    """The message as HTML."""
    message_text: Attribute[str, str] = _f.scalar("message_text")
    """The message as plain text, for readers without HTML."""
    button_text: Attribute[str, str] = _f.scalar("button_text")
    """Text of the button; empty for no button."""
    button_url: Attribute[str, str] = _f.scalar("button_url")
    """Address the button leads to."""
    footer_text: Attribute[str, str] = _f.scalar("footer_text")
    """Text at the end of the mail."""

    def __init__(
        self,
        subject: str = "",
        title: str = "",
        sub_title: str = "",
        message_html: str = "",
        message_text: str = "",
        button_text: str = "",
        button_url: str = "",
        footer_text: str = "",
    ) -> None:
        pb = self._pb = hooks_message_pb2.EmailNotificationContent()
        if subject:
            pb.subject = subject
        if title:
            pb.title = title
        if sub_title:
            pb.sub_title = sub_title
        if message_html:
            pb.message_html = message_html
        if message_text:
            pb.message_text = message_text
        if button_text:
            pb.button_text = button_text
        if button_url:
            pb.button_url = button_url
        if footer_text:
            pb.footer_text = footer_text


class EmailNotificationJson(Model[hooks_message_pb2.EmailNotificationJson]):
    """A notification mail that is about to be sent."""

    __slots__ = ()

    _message = hooks_message_pb2.EmailNotificationJson
    _attributes = ("notification_json",)

    notification_json: Attribute[bytes, bytes] = _f.scalar("notification_json")
    """A JSON object in UTF-8 that says which post, channel, team, sender and receiver it is about,
    and what the mail contains so far.
    """

    def __init__(self, notification_json: bytes = b"") -> None:
        pb = self._pb = hooks_message_pb2.EmailNotificationJson()
        if notification_json:
            pb.notification_json = notification_json


class Emoji(Model[api_channel_post_pb2.Emoji]):
    """A picture that users of this server added to the emoji."""

    __slots__ = ()

    _message = api_channel_post_pb2.Emoji
    _attributes = ("id", "create_at", "update_at", "delete_at", "creator_id", "name")

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the emoji; given by the host."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the emoji was added, in milliseconds since the epoch."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When the emoji was last changed, in milliseconds since the epoch."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the emoji was removed, in milliseconds since the epoch; 0 for one in use."""
    creator_id: Attribute[str, str] = _f.scalar("creator_id")
    """Identifier of the user who added it."""
    name: Attribute[str, str] = _f.scalar("name")
    """Name without colons, unique on the server, at most 64 characters."""

    def __init__(
        self,
        id: str = "",
        create_at: int = 0,
        update_at: int = 0,
        delete_at: int = 0,
        creator_id: str = "",
        name: str = "",
    ) -> None:
        pb = self._pb = api_channel_post_pb2.Emoji()
        if id:
            pb.id = id
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if delete_at:
            pb.delete_at = delete_at
        if creator_id:
            pb.creator_id = creator_id
        if name:
            pb.name = name


class Empty(Model[common_pb2.Empty]):
    """A message without content, for results that consist only of success."""

    __slots__ = ()

    _message = common_pb2.Empty
    _attributes = ()

    def __init__(self) -> None:
        self._pb = common_pb2.Empty()


class FileData(Model[file_pb2.FileData]):
    """A file with its content."""

    __slots__ = ()

    _message = file_pb2.FileData
    _attributes = ("filename", "data")

    filename: Attribute[str, str] = _f.scalar("filename")
    """Name of the file."""
    data: Attribute[bytes, bytes] = _f.scalar("data")
    """The whole content."""

    def __init__(self, filename: str = "", data: bytes = b"") -> None:
        pb = self._pb = file_pb2.FileData()
        if filename:
            pb.filename = filename
        if data:
            pb.data = data


class FileInfo(Model[file_pb2.FileInfo]):
    """What is known about an uploaded file; its content travels apart from it."""

    __slots__ = ()

    _message = file_pb2.FileInfo
    _attributes = (
        "id",
        "creator_id",
        "post_id",
        "channel_id",
        "create_at",
        "update_at",
        "delete_at",
        "name",
        "extension",
        "size",
        "mime_type",
        "width",
        "height",
        "has_preview_image",
        "mini_preview",
        "remote_id",
        "archived",
    )

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the file, 26 lower-case letters and digits; given by the host and never
    changed.
    """
    creator_id: Attribute[str, str] = _f.scalar("creator_id")
    """Identifier of the user who uploaded the file."""
    post_id: Attribute[str, str] = _f.scalar("post_id")
    """Identifier of the post the file is attached to; empty until the post is made."""
    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel the file was uploaded to."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the file was uploaded, in milliseconds since the epoch; set by the host alone."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When this information last changed, in milliseconds since the epoch; set by the host alone.
    """
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the file was deleted, in milliseconds since the epoch; 0 for one that is there."""
    name: Attribute[str, str] = _f.scalar("name")
    """Name of the file as the uploader gave it, with its extension."""
    extension: Attribute[str, str] = _f.scalar("extension")
    """The name's extension in lower case, without the dot; empty where there is none."""
    size: Attribute[int, int] = _f.scalar("size")
    """Length of the content in bytes; set by the host alone."""
    mime_type: Attribute[str, str] = _f.scalar("mime_type")
    """Media type, such as image/png; found by the host."""
    width: Attribute[int, int] = _f.scalar("width")
    """Width of a picture in pixels; 0 for other files."""
    height: Attribute[int, int] = _f.scalar("height")
    """Height of a picture in pixels; 0 for other files."""
    has_preview_image: Attribute[bool, bool] = _f.scalar("has_preview_image")
    """Whether the host keeps a smaller picture to show in place of the file."""
    mini_preview: Attribute[bytes | None, bytes | None] = _f.optional("mini_preview")
    """A very small picture that is shown while the real one loads; absent for other files."""
    remote_id: Attribute[str | None, str | None] = _f.optional("remote_id")
    """Identifier of the connected server that the file came from; absent for files of this one."""
    archived: Attribute[bool, bool] = _f.scalar("archived")
    """Whether the content is out of reach because the server's limits were passed."""

    def __init__(
        self,
        id: str = "",
        creator_id: str = "",
        post_id: str = "",
        channel_id: str = "",
        create_at: int = 0,
        update_at: int = 0,
        delete_at: int = 0,
        name: str = "",
        extension: str = "",
        size: int = 0,
        mime_type: str = "",
        width: int = 0,
        height: int = 0,
        has_preview_image: bool = False,
        mini_preview: bytes | None = None,
        remote_id: str | None = None,
        archived: bool = False,
    ) -> None:
        pb = self._pb = file_pb2.FileInfo()
        if id:
            pb.id = id
        if creator_id:
            pb.creator_id = creator_id
        if post_id:
            pb.post_id = post_id
        if channel_id:
            pb.channel_id = channel_id
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if delete_at:
            pb.delete_at = delete_at
        if name:
            pb.name = name
        if extension:
            pb.extension = extension
        if size:
            pb.size = size
        if mime_type:
            pb.mime_type = mime_type
        if width:
            pb.width = width
        if height:
            pb.height = height
        if has_preview_image:
            pb.has_preview_image = has_preview_image
        if mini_preview is not None:
            pb.mini_preview = mini_preview
        if remote_id is not None:
            pb.remote_id = remote_id
        if archived:
            pb.archived = archived


class FileUploadResponse(Model[file_pb2.FileUploadResponse]):
    """What became of an upload of several files."""

    __slots__ = ()

    _message = file_pb2.FileUploadResponse
    _attributes = ("file_infos", "client_ids")

    file_infos: Attribute[ModelList[FileInfo], Iterable[FileInfoLike]] = _f.models("file_infos", "FileInfo")
    """The stored files, in the order of the upload."""
    client_ids: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("client_ids")
    """The identifiers by which the client told its files apart, in the same order."""

    def __init__(
        self,
        file_infos: Iterable[FileInfoLike] = (),
        client_ids: Iterable[str] = (),
    ) -> None:
        pb = self._pb = file_pb2.FileUploadResponse()
        if file_infos:
            pb.file_infos.extend(FileInfo._messages_of(file_infos))
        if client_ids:
            pb.client_ids.extend(strings(client_ids))


class FilesLimits(Model[hooks_lifecycle_pb2.FilesLimits]):
    """What a subscription allows for files."""

    __slots__ = ()

    _message = hooks_lifecycle_pb2.FilesLimits
    _attributes = ("total_storage",)

    total_storage: Attribute[int | None, int | None] = _f.wrapped("total_storage")
    """Bytes that all files together may take; absent for no limit."""

    def __init__(self, total_storage: int | None = None) -> None:
        pb = self._pb = hooks_lifecycle_pb2.FilesLimits()
        if total_storage is not None:
            pb.total_storage.value = total_storage


class GetFileInfosOptions(Model[api_file_bot_pb2.GetFileInfosOptions]):
    """Which files are listed, and in which order."""

    __slots__ = ()

    _message = api_file_bot_pb2.GetFileInfosOptions
    _attributes = ("user_id", "channel_id", "include_deleted", "sort_by", "sort_order")

    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the only uploader whose files are listed; empty for all."""
    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the only channel whose files are listed; empty for all."""
    include_deleted: Attribute[bool, bool] = _f.scalar("include_deleted")
    """Whether deleted files are listed too."""
    sort_by: Attribute[str, str] = _f.scalar("sort_by")
    """CreateAt or Size; empty for CreateAt."""
    sort_order: Attribute[str, str] = _f.scalar("sort_order")
    """The words asc or desc; empty for asc."""

    def __init__(
        self,
        user_id: str = "",
        channel_id: str = "",
        include_deleted: bool = False,
        sort_by: str = "",
        sort_order: str = "",
    ) -> None:
        pb = self._pb = api_file_bot_pb2.GetFileInfosOptions()
        if user_id:
            pb.user_id = user_id
        if channel_id:
            pb.channel_id = channel_id
        if include_deleted:
            pb.include_deleted = include_deleted
        if sort_by:
            pb.sort_by = sort_by
        if sort_order:
            pb.sort_order = sort_order


class GetPostsSinceForSyncCursor(Model[api_remaining_pb2.GetPostsSinceForSyncCursor]):
    """How far the other side of a shared channel has been brought up to date."""

    __slots__ = ()

    _message = api_remaining_pb2.GetPostsSinceForSyncCursor
    _attributes = ("last_post_update_at", "last_post_id")

    last_post_update_at: Attribute[int, int] = _f.scalar("last_post_update_at")
    """Time of change of the last post that was sent, in milliseconds since the epoch."""
    last_post_id: Attribute[str, str] = _f.scalar("last_post_id")
    """Identifier of that post, which tells apart posts changed at the same time."""

    def __init__(self, last_post_update_at: int = 0, last_post_id: str = "") -> None:
        pb = self._pb = api_remaining_pb2.GetPostsSinceForSyncCursor()
        if last_post_update_at:
            pb.last_post_update_at = last_post_update_at
        if last_post_id:
            pb.last_post_id = last_post_id


class Group(Model[api_remaining_pb2.Group]):
    """Users that belong together across teams, kept by a directory, an administrator or a plugin.
    """

    __slots__ = ()

    _message = api_remaining_pb2.Group
    _attributes = (
        "id",
        "name",
        "display_name",
        "description",
        "source",
        "remote_id",
        "create_at",
        "update_at",
        "delete_at",
        "allow_reference",
    )

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the group; given by the host."""
    name: Attribute[str, str] = _f.scalar("name")
    """Name by which the group is mentioned, at most 64 characters and unique on the server; may be
    empty.
    """
    display_name: Attribute[str, str] = _f.scalar("display_name")
    """Name as people read it, 1 to 128 characters."""
    description: Attribute[str, str] = _f.scalar("description")
    """What the group is for, at most 1024 characters."""
    source: Attribute[str, str] = _f.scalar("source")
    """Who keeps the group: ldap, custom, or a name beginning with plugin_."""
    remote_id: Attribute[str, str] = _f.scalar("remote_id")
    """Identifier of the group at its source; empty for custom ones."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the group was made, in milliseconds since the epoch; set by the host alone."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When the group was last changed, in milliseconds since the epoch; set by the host alone."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the group was removed, in milliseconds since the epoch; 0 for one in use."""
    allow_reference: Attribute[bool, bool] = _f.scalar("allow_reference")
    """Whether users may mention the group."""

    def __init__(
        self,
        id: str = "",
        name: str = "",
        display_name: str = "",
        description: str = "",
        source: str = "",
        remote_id: str = "",
        create_at: int = 0,
        update_at: int = 0,
        delete_at: int = 0,
        allow_reference: bool = False,
    ) -> None:
        pb = self._pb = api_remaining_pb2.Group()
        if id:
            pb.id = id
        if name:
            pb.name = name
        if display_name:
            pb.display_name = display_name
        if description:
            pb.description = description
        if source:
            pb.source = source
        if remote_id:
            pb.remote_id = remote_id
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if delete_at:
            pb.delete_at = delete_at
        if allow_reference:
            pb.allow_reference = allow_reference


class GroupMember(Model[api_remaining_pb2.GroupMember]):
    """One user's membership in a group."""

    __slots__ = ()

    _message = api_remaining_pb2.GroupMember
    _attributes = ("group_id", "user_id", "create_at", "delete_at")

    group_id: Attribute[str, str] = _f.scalar("group_id")
    """Identifier of the group."""
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the user was added, in milliseconds since the epoch."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the user was taken out, in milliseconds since the epoch; 0 for a present member."""

    def __init__(
        self,
        group_id: str = "",
        user_id: str = "",
        create_at: int = 0,
        delete_at: int = 0,
    ) -> None:
        pb = self._pb = api_remaining_pb2.GroupMember()
        if group_id:
            pb.group_id = group_id
        if user_id:
            pb.user_id = user_id
        if create_at:
            pb.create_at = create_at
        if delete_at:
            pb.delete_at = delete_at


class GroupSearchOpts(Model[api_remaining_pb2.GroupSearchOpts]):
    """Which groups are listed and what is told about each; an empty field narrows nothing."""

    __slots__ = ()

    _message = api_remaining_pb2.GroupSearchOpts
    _attributes = (
        "q",
        "include_member_count",
        "include_total_member_count",
        "filter_allow_reference",
        "page_opts_page",
        "page_opts_per_page",
        "filter_archived",
        "filter_parent_team_permitted",
        "source",
        "filter_has_member",
        "since",
        "include_channel_member_count",
        "include_timezones",
    )

    q: Attribute[str, str] = _f.scalar("q")
    """Part of the name or display name."""
    include_member_count: Attribute[bool, bool] = _f.scalar("include_member_count")
    """Whether the number of members is told."""
    include_total_member_count: Attribute[bool, bool] = _f.scalar("include_total_member_count")
    """Whether the number of members is told regardless of who asks."""
    filter_allow_reference: Attribute[str, str] = _f.scalar("filter_allow_reference")
    """The text true for only those groups that may be mentioned."""
    page_opts_page: Attribute[int, int] = _f.scalar("page_opts_page")
    """Which page of the result, counted from 0."""
    page_opts_per_page: Attribute[int, int] = _f.scalar("page_opts_per_page")
    """How many groups a page has."""
    filter_archived: Attribute[bool, bool] = _f.scalar("filter_archived")
    """Whether only removed groups are listed."""
    filter_parent_team_permitted: Attribute[bool, bool] = _f.scalar("filter_parent_team_permitted")
    """Whether, for a channel, only groups are listed that its team permits."""
    source: Attribute[str, str] = _f.scalar("source")
    """The only source whose groups are listed, such as ldap or custom."""
    filter_has_member: Attribute[bool, bool] = _f.scalar("filter_has_member")
    """Identifier of a user who must be a member."""
    since: Attribute[str, str] = _f.scalar("since")
    """Only groups changed at or after this time, written as a number of milliseconds since the
    epoch.
    """
    include_channel_member_count: Attribute[bool, bool] = _f.scalar("include_channel_member_count")
    """Whether the number of members who are in the channel is told."""
    include_timezones: Attribute[bool, bool] = _f.scalar("include_timezones")
    """Whether the number of the members' time zones is told."""

    def __init__(
        self,
        q: str = "",
        include_member_count: bool = False,
        include_total_member_count: bool = False,
        filter_allow_reference: str = "",
        page_opts_page: int = 0,
        page_opts_per_page: int = 0,
        filter_archived: bool = False,
        filter_parent_team_permitted: bool = False,
        source: str = "",
        filter_has_member: bool = False,
        since: str = "",
        include_channel_member_count: bool = False,
        include_timezones: bool = False,
    ) -> None:
        pb = self._pb = api_remaining_pb2.GroupSearchOpts()
        if q:
            pb.q = q
        if include_member_count:
            pb.include_member_count = include_member_count
        if include_total_member_count:
            pb.include_total_member_count = include_total_member_count
        if filter_allow_reference:
            pb.filter_allow_reference = filter_allow_reference
        if page_opts_page:
            pb.page_opts_page = page_opts_page
        if page_opts_per_page:
            pb.page_opts_per_page = page_opts_per_page
        if filter_archived:
            pb.filter_archived = filter_archived
        if filter_parent_team_permitted:
            pb.filter_parent_team_permitted = filter_parent_team_permitted
        if source:
            pb.source = source
        if filter_has_member:
            pb.filter_has_member = filter_has_member
        if since:
            pb.since = since
        if include_channel_member_count:
            pb.include_channel_member_count = include_channel_member_count
        if include_timezones:
            pb.include_timezones = include_timezones


class GroupSyncable(Model[api_remaining_pb2.GroupSyncable]):
    """Ties a group to a team or a channel, whose members it then brings."""

    __slots__ = ()

    _message = api_remaining_pb2.GroupSyncable
    _attributes = (
        "group_id",
        "syncable_id",
        "syncable_type",
        "auto_add",
        "scheme_admin",
        "create_at",
        "delete_at",
        "update_at",
    )

    group_id: Attribute[str, str] = _f.scalar("group_id")
    """Identifier of the group."""
    syncable_id: Attribute[str, str] = _f.scalar("syncable_id")
    """Identifier of the team or channel."""
    syncable_type: Attribute[str, str] = _f.scalar("syncable_type")
    """The word Team or Channel."""
    auto_add: Attribute[bool, bool] = _f.scalar("auto_add")
    """Whether members of the group are added by themselves."""
    scheme_admin: Attribute[bool, bool] = _f.scalar("scheme_admin")
    """Whether those added become administrators there."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the tie was made, in milliseconds since the epoch; set by the host alone."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the tie was removed, in milliseconds since the epoch; 0 for one that holds."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When the tie was last changed, in milliseconds since the epoch; set by the host alone."""

    def __init__(
        self,
        group_id: str = "",
        syncable_id: str = "",
        syncable_type: str = "",
        auto_add: bool = False,
        scheme_admin: bool = False,
        create_at: int = 0,
        delete_at: int = 0,
        update_at: int = 0,
    ) -> None:
        pb = self._pb = api_remaining_pb2.GroupSyncable()
        if group_id:
            pb.group_id = group_id
        if syncable_id:
            pb.syncable_id = syncable_id
        if syncable_type:
            pb.syncable_type = syncable_type
        if auto_add:
            pb.auto_add = auto_add
        if scheme_admin:
            pb.scheme_admin = scheme_admin
        if create_at:
            pb.create_at = create_at
        if delete_at:
            pb.delete_at = delete_at
        if update_at:
            pb.update_at = update_at


class HTTPHeader(Model[hooks_http_pb2.HTTPHeader]):
    """A header with all its values."""

    __slots__ = ()

    _message = hooks_http_pb2.HTTPHeader
    _attributes = ("key", "values")

    key: Attribute[str, str] = _f.scalar("key")
    """Name of the header; case does not matter."""
    values: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("values")
    """Its values, in order; several values stay apart."""

    def __init__(self, key: str = "", values: Iterable[str] = ()) -> None:
        pb = self._pb = hooks_http_pb2.HTTPHeader()
        if key:
            pb.key = key
        if values:
            pb.values.extend(strings(values))


class KeyValuePair(Model[api_kv_config_pb2.KeyValuePair]):
    """A named value in a log record."""

    __slots__ = ()

    _message = api_kv_config_pb2.KeyValuePair
    _attributes = ("key", "value")

    key: Attribute[str, str] = _f.scalar("key")
    """Name of the value."""
    value: Attribute[Any, Any] = _f.json_value("value")
    """The value, of any JSON type."""

    def __init__(self, key: str = "", value: Any = None) -> None:
        pb = self._pb = api_kv_config_pb2.KeyValuePair()
        if key:
            pb.key = key
        if value is not None:
            _f.put_value(pb.value, value)


class Manifest(Model[api_kv_config_pb2.Manifest]):
    """What a plugin says about itself."""

    __slots__ = ()

    _message = api_kv_config_pb2.Manifest
    _attributes = (
        "id",
        "name",
        "description",
        "homepage_url",
        "support_url",
        "release_notes_url",
        "icon_path",
        "version",
        "min_server_version",
    )

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the plugin: 3 to 190 letters, digits, dots, hyphens and underscores; read in
    lower case.
    """
    name: Attribute[str, str] = _f.scalar("name")
    """Name as people read it."""
    description: Attribute[str, str] = _f.scalar("description")
    """What the plugin does."""
    homepage_url: Attribute[str, str] = _f.scalar("homepage_url")
    """Address of a page about the plugin; empty or an HTTP address."""
    support_url: Attribute[str, str] = _f.scalar("support_url")
    """Address where help is found; empty or an HTTP address."""
    release_notes_url: Attribute[str, str] = _f.scalar("release_notes_url")
    """Address of what is new in this version; empty or an HTTP address."""
    icon_path: Attribute[str, str] = _f.scalar("icon_path")
    """Path of an SVG picture inside the plugin's folder."""
    version: Attribute[str, str] = _f.scalar("version")
    """Version of the plugin as a semantic version."""
    min_server_version: Attribute[str, str] = _f.scalar("min_server_version")
    """Oldest server version the plugin runs with, as a semantic version; empty for any."""

    def __init__(
        self,
        id: str = "",
        name: str = "",
        description: str = "",
        homepage_url: str = "",
        support_url: str = "",
        release_notes_url: str = "",
        icon_path: str = "",
        version: str = "",
        min_server_version: str = "",
    ) -> None:
        pb = self._pb = api_kv_config_pb2.Manifest()
        if id:
            pb.id = id
        if name:
            pb.name = name
        if description:
            pb.description = description
        if homepage_url:
            pb.homepage_url = homepage_url
        if support_url:
            pb.support_url = support_url
        if release_notes_url:
            pb.release_notes_url = release_notes_url
        if icon_path:
            pb.icon_path = icon_path
        if version:
            pb.version = version
        if min_server_version:
            pb.min_server_version = min_server_version


class MessagesLimits(Model[hooks_lifecycle_pb2.MessagesLimits]):
    """What a subscription allows for posts."""

    __slots__ = ()

    _message = hooks_lifecycle_pb2.MessagesLimits
    _attributes = ("history",)

    history: Attribute[int | None, int | None] = _f.wrapped("history")
    """How many of the latest posts can be read; absent for no limit."""

    def __init__(self, history: int | None = None) -> None:
        pb = self._pb = hooks_lifecycle_pb2.MessagesLimits()
        if history is not None:
            pb.history.value = history


class OAuthApp(Model[api_remaining_pb2.OAuthApp]):
    """A program that may act for users who agree to it."""

    __slots__ = ()

    _message = api_remaining_pb2.OAuthApp
    _attributes = (
        "id",
        "creator_id",
        "create_at",
        "update_at",
        "client_secret",
        "name",
        "description",
        "icon_url",
        "callback_urls",
        "homepage",
        "is_trusted",
        "mattermost_app_id",
    )
    _wire_names = {"mattermost_app_id": "mattermostAppId"}
    _secrets = frozenset({"client_secret"})

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the application, which is also its OAuth client id; given by the host."""
    creator_id: Attribute[str, str] = _f.scalar("creator_id")
    """Identifier of the user who registered it."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When it was registered, in milliseconds since the epoch; set by the host alone."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When it was last changed, in milliseconds since the epoch; set by the host alone."""
    client_secret: Attribute[str, str] = _f.scalar("client_secret")
    """Secret with which the application proves who it is; made by the host, and masked wherever the
    message is printed.
    """
    name: Attribute[str, str] = _f.scalar("name")
    """Name as people read it, 1 to 64 characters."""
    description: Attribute[str, str] = _f.scalar("description")
    """What the application does, at most 512 characters."""
    icon_url: Attribute[str, str] = _f.scalar("icon_url")
    """Address of its picture; may be empty."""
    callback_urls: Attribute[str, str] = _f.scalar("callback_urls")
    """Addresses to which users may be sent back, separated by spaces; at least one."""
    homepage: Attribute[str, str] = _f.scalar("homepage")
    """Address of a page about the application, at most 256 characters."""
    is_trusted: Attribute[bool, bool] = _f.scalar("is_trusted")
    """Whether users are not asked for their consent."""
    mattermost_app_id: Attribute[str, str] = _f.scalar("mattermostAppId")
    """Identifier of the app, of the server's own kind of apps, for which it was registered; usually
    empty.
    """

    def __init__(
        self,
        id: str = "",
        creator_id: str = "",
        create_at: int = 0,
        update_at: int = 0,
        client_secret: str = "",
        name: str = "",
        description: str = "",
        icon_url: str = "",
        callback_urls: str = "",
        homepage: str = "",
        is_trusted: bool = False,
        mattermost_app_id: str = "",
    ) -> None:
        pb = self._pb = api_remaining_pb2.OAuthApp()
        if id:
            pb.id = id
        if creator_id:
            pb.creator_id = creator_id
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if client_secret:
            pb.client_secret = client_secret
        if name:
            pb.name = name
        if description:
            pb.description = description
        if icon_url:
            pb.icon_url = icon_url
        if callback_urls:
            pb.callback_urls = callback_urls
        if homepage:
            pb.homepage = homepage
        if is_trusted:
            pb.is_trusted = is_trusted
        if mattermost_app_id:
            pb.mattermostAppId = mattermost_app_id


class OnInstallEvent(Model[hooks_lifecycle_pb2.OnInstallEvent]):
    """Says who installed the plugin."""

    __slots__ = ()

    _message = hooks_lifecycle_pb2.OnInstallEvent
    _attributes = ("user_id",)

    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the administrator who installed it."""

    def __init__(self, user_id: str = "") -> None:
        pb = self._pb = hooks_lifecycle_pb2.OnInstallEvent()
        if user_id:
            pb.user_id = user_id


class OpenDialogRequest(Model[api_remaining_pb2.OpenDialogRequest]):
    """Asks for a dialog to be opened for the user who set something off."""

    __slots__ = ()

    _message = api_remaining_pb2.OpenDialogRequest
    _attributes = ("trigger_id", "url", "dialog")

    trigger_id: Attribute[str, str] = _f.scalar("trigger_id")
    """The short-lived key that came with a command or a click; each opens one dialog."""
    url: Attribute[str, str] = _f.scalar("url")
    """Where the filled-in form is sent: an HTTP address, or a path below the plugin's own address.
    """
    dialog: Attribute[Dialog | None, DialogLike | None] = _f.nested("dialog", "Dialog")
    """What the dialog looks like."""

    def __init__(
        self,
        trigger_id: str = "",
        url: str = "",
        dialog: DialogLike | None = None,
    ) -> None:
        pb = self._pb = api_remaining_pb2.OpenDialogRequest()
        if trigger_id:
            pb.trigger_id = trigger_id
        if url:
            pb.url = url
        if dialog is not None:
            pb.dialog.CopyFrom(Dialog._message_of(dialog))


class OrderedSidebarCategories(Model[api_channel_post_pb2.OrderedSidebarCategories]):
    """A user's sidebar in one team."""

    __slots__ = ()

    _message = api_channel_post_pb2.OrderedSidebarCategories
    _attributes = ("categories", "order")

    categories: Attribute[ModelList[SidebarCategoryWithChannels], Iterable[SidebarCategoryWithChannelsLike]] = _f.models("categories", "SidebarCategoryWithChannels")
    """The categories."""
    order: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("order")
    """Identifiers of the categories, from top to bottom."""

    def __init__(
        self,
        categories: Iterable[SidebarCategoryWithChannelsLike] = (),
        order: Iterable[str] = (),
    ) -> None:
        pb = self._pb = api_channel_post_pb2.OrderedSidebarCategories()
        if categories:
            pb.categories.extend(SidebarCategoryWithChannels._messages_of(categories))
        if order:
            pb.order.extend(strings(order))


class PluginClusterEvent(Model[api_remaining_pb2.PluginClusterEvent]):
    """A message from a plugin on one node of a cluster to the same plugin on others."""

    __slots__ = ()

    _message = api_remaining_pb2.PluginClusterEvent
    _attributes = ("id", "data")

    id: Attribute[str, str] = _f.scalar("id")
    """Name of the kind of message, chosen by the plugin."""
    data: Attribute[bytes, bytes] = _f.scalar("data")
    """Content, in whatever form the plugin gives it."""

    def __init__(self, id: str = "", data: bytes = b"") -> None:
        pb = self._pb = api_remaining_pb2.PluginClusterEvent()
        if id:
            pb.id = id
        if data:
            pb.data = data


class PluginClusterEventSendOptions(Model[api_remaining_pb2.PluginClusterEventSendOptions]):
    """How a cluster message travels."""

    __slots__ = ()

    _message = api_remaining_pb2.PluginClusterEventSendOptions
    _attributes = ("send_type", "target_id")

    send_type: Attribute[str, str] = _f.scalar("send_type")
    """The word reliable, so that none is lost, or best_effort, which is faster and suits what comes
    often; empty for reliable.
    """
    target_id: Attribute[str, str] = _f.scalar("target_id")
    """Identifier of the only node that gets it; empty for all others."""

    def __init__(self, send_type: str = "", target_id: str = "") -> None:
        pb = self._pb = api_remaining_pb2.PluginClusterEventSendOptions()
        if send_type:
            pb.send_type = send_type
        if target_id:
            pb.target_id = target_id


class PluginContext(Model[hooks_common_pb2.PluginContext]):
    """The client request that led to a hook call. All fields are empty where the host itself was
    the cause.
    """

    __slots__ = ()

    _message = hooks_common_pb2.PluginContext
    _attributes = ("session_id", "request_id", "ip_address", "accept_language", "user_agent")

    session_id: Attribute[str, str] = _f.scalar("session_id")
    """Identifier of the session in which the request was made; empty for those not logged in."""
    request_id: Attribute[str, str] = _f.scalar("request_id")
    """Identifier of the request, by which log records of host and plugin are brought together."""
    ip_address: Attribute[str, str] = _f.scalar("ip_address")
    """Network address of the client."""
    accept_language: Attribute[str, str] = _f.scalar("accept_language")
    """Languages the client asked for, as in the HTTP header of that name."""
    user_agent: Attribute[str, str] = _f.scalar("user_agent")
    """Program the client says it is, as in the HTTP header of that name."""

    def __init__(
        self,
        session_id: str = "",
        request_id: str = "",
        ip_address: str = "",
        accept_language: str = "",
        user_agent: str = "",
    ) -> None:
        pb = self._pb = hooks_common_pb2.PluginContext()
        if session_id:
            pb.session_id = session_id
        if request_id:
            pb.request_id = request_id
        if ip_address:
            pb.ip_address = ip_address
        if accept_language:
            pb.accept_language = accept_language
        if user_agent:
            pb.user_agent = user_agent


class PluginKVSetOptions(Model[api_kv_config_pb2.PluginKVSetOptions]):
    """How a value is written to the key-value store."""

    __slots__ = ()

    _message = api_kv_config_pb2.PluginKVSetOptions
    _attributes = ("atomic", "old_value", "expire_in_seconds")

    atomic: Attribute[bool, bool] = _f.scalar("atomic")
    """Whether the write happens only if the stored value equals old_value."""
    old_value: Attribute[bytes, bytes] = _f.scalar("old_value")
    """With atomic, the value that must be there; empty where the key must not exist. Otherwise left
    empty.
    """
    expire_in_seconds: Attribute[int, int] = _f.scalar("expire_in_seconds")
    """After how many seconds the entry vanishes; 0 for never."""

    def __init__(
        self,
        atomic: bool = False,
        old_value: bytes = b"",
        expire_in_seconds: int = 0,
    ) -> None:
        pb = self._pb = api_kv_config_pb2.PluginKVSetOptions()
        if atomic:
            pb.atomic = atomic
        if old_value:
            pb.old_value = old_value
        if expire_in_seconds:
            pb.expire_in_seconds = expire_in_seconds


class PluginStatus(Model[api_kv_config_pb2.PluginStatus]):
    """How a plugin fares on one node."""

    __slots__ = ()

    _message = api_kv_config_pb2.PluginStatus
    _attributes = ("plugin_id", "plugin_path", "state", "name", "description", "version")

    plugin_id: Attribute[str, str] = _f.scalar("plugin_id")
    """Identifier of the plugin."""
    plugin_path: Attribute[str, str] = _f.scalar("plugin_path")
    """Folder in which the plugin is installed."""
    state: Attribute[int, int] = _f.scalar("state")
    """0 not running, 1 starting, 2 running, 3 failed to start, 4 failed to keep running, 5
    stopping.
    """
    name: Attribute[str, str] = _f.scalar("name")
    """Name as people read it."""
    description: Attribute[str, str] = _f.scalar("description")
    """What the plugin does."""
    version: Attribute[str, str] = _f.scalar("version")
    """Version that is installed."""

    def __init__(
        self,
        plugin_id: str = "",
        plugin_path: str = "",
        state: int = 0,
        name: str = "",
        description: str = "",
        version: str = "",
    ) -> None:
        pb = self._pb = api_kv_config_pb2.PluginStatus()
        if plugin_id:
            pb.plugin_id = plugin_id
        if plugin_path:
            pb.plugin_path = plugin_path
        if state:
            pb.state = state
        if name:
            pb.name = name
        if description:
            pb.description = description
        if version:
            pb.version = version


class Post(Model[post_pb2.Post]):
    """A message in a channel, or a reply to one."""

    __slots__ = ()

    _message = post_pb2.Post
    _attributes = (
        "id",
        "channel_id",
        "user_id",
        "message",
        "create_at",
        "update_at",
        "edit_at",
        "delete_at",
        "is_pinned",
        "root_id",
        "original_id",
        "message_source",
        "type",
        "props",
        "hashtags",
        "file_ids",
        "pending_post_id",
        "has_reactions",
        "remote_id",
        "reply_count",
        "last_reply_at",
        "is_following",
        "participants",
        "metadata",
    )

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the post, 26 lower-case letters and digits; given by the host when the post is
    stored.
    """
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the post was made, in milliseconds since the epoch; set by the host unless an importer
    states it.
    """
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When anything about the post last changed, in milliseconds since the epoch; set by the host
    alone.
    """
    edit_at: Attribute[int, int] = _f.scalar("edit_at")
    """When the author last changed the text, in milliseconds since the epoch; 0 for never."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the post was deleted, in milliseconds since the epoch; 0 for one that is there."""
    is_pinned: Attribute[bool, bool] = _f.scalar("is_pinned")
    """Whether the post is pinned to its channel."""
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the author."""
    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel; cannot be changed later."""
    root_id: Attribute[str, str] = _f.scalar("root_id")
    """Identifier of the post that began the thread; empty for a post that is not a reply."""
    original_id: Attribute[str, str] = _f.scalar("original_id")
    """For the kept text of an edited post: identifier of the post as it is now; otherwise empty."""
    message: Attribute[str, str] = _f.scalar("message")
    """The text, at most 16383 characters; Markdown is allowed."""
    message_source: Attribute[str, str] = _f.scalar("message_source")
    """The text as the author wrote it, where the host changed it for display; otherwise empty."""
    type: Attribute[str, str] = _f.scalar("type")
    """Empty for what users write; names beginning with system_ are the host's own, those beginning
    with custom_ are for plugins. At most 26 characters.
    """
    props: Attribute[StructView, Mapping[str, Any] | None] = _f.struct("props")
    """Further facts about the post, by name, such as message attachments; at most 800000 characters
    as JSON.
    """
    hashtags: Attribute[str, str] = _f.scalar("hashtags")
    """The hashtags in the text, separated by spaces, at most 1000 characters; found by the host."""
    file_ids: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("file_ids")
    """Identifiers of the attached files, at most 10."""
    pending_post_id: Attribute[str, str] = _f.scalar("pending_post_id")
    """Identifier that a client made up, by which the host recognises the same post sent twice."""
    has_reactions: Attribute[bool, bool] = _f.scalar("has_reactions")
    """Whether anybody has reacted to the post; set by the host alone."""
    remote_id: Attribute[str | None, str | None] = _f.optional("remote_id")
    """Identifier of the connected server that the post came from; absent for posts of this one."""
    reply_count: Attribute[int, int] = _f.scalar("reply_count")
    """Number of replies in the thread; filled only where a thread is shown with its counts."""
    last_reply_at: Attribute[int, int] = _f.scalar("last_reply_at")
    """When the last reply was made, in milliseconds since the epoch; filled like reply_count."""
    participants: Attribute[ModelList[User], Iterable[UserLike]] = _f.models("participants", "User")
    """Users who wrote in the thread; filled like reply_count, and often with their ids alone."""
    is_following: Attribute[bool | None, bool | None] = _f.optional("is_following")
    """Whether the user who asked follows the thread; absent where that is not known."""
    metadata: Attribute[PostMetadata | None, PostMetadataLike | None] = _f.nested("metadata", "PostMetadata")
    """What is needed to show the post; absent where the host has not prepared it."""

    def __init__(
        self,
        id: str = "",
        channel_id: str = "",
        user_id: str = "",
        message: str = "",
        create_at: int = 0,
        update_at: int = 0,
        edit_at: int = 0,
        delete_at: int = 0,
        is_pinned: bool = False,
        root_id: str = "",
        original_id: str = "",
        message_source: str = "",
        type: str = "",
        props: Mapping[str, Any] | None = None,
        hashtags: str = "",
        file_ids: Iterable[str] = (),
        pending_post_id: str = "",
        has_reactions: bool = False,
        remote_id: str | None = None,
        reply_count: int = 0,
        last_reply_at: int = 0,
        is_following: bool | None = None,
        participants: Iterable[UserLike] = (),
        metadata: PostMetadataLike | None = None,
    ) -> None:
        pb = self._pb = post_pb2.Post()
        if id:
            pb.id = id
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if edit_at:
            pb.edit_at = edit_at
        if delete_at:
            pb.delete_at = delete_at
        if is_pinned:
            pb.is_pinned = is_pinned
        if user_id:
            pb.user_id = user_id
        if channel_id:
            pb.channel_id = channel_id
        if root_id:
            pb.root_id = root_id
        if original_id:
            pb.original_id = original_id
        if message:
            pb.message = message
        if message_source:
            pb.message_source = message_source
        if type:
            pb.type = type
        if props is not None:
            _f.put_struct(pb.props, props)
        if hashtags:
            pb.hashtags = hashtags
        if file_ids:
            pb.file_ids.extend(strings(file_ids))
        if pending_post_id:
            pb.pending_post_id = pending_post_id
        if has_reactions:
            pb.has_reactions = has_reactions
        if remote_id is not None:
            pb.remote_id = remote_id
        if reply_count:
            pb.reply_count = reply_count
        if last_reply_at:
            pb.last_reply_at = last_reply_at
        if participants:
            pb.participants.extend(User._messages_of(participants))
        if is_following is not None:
            pb.is_following = is_following
        if metadata is not None:
            pb.metadata.CopyFrom(PostMetadata._message_of(metadata))


class PostAcknowledgement(Model[post_pb2.PostAcknowledgement]):
    """A reader's confirmation."""

    __slots__ = ()

    _message = post_pb2.PostAcknowledgement
    _attributes = ("user_id", "post_id", "acknowledged_at")

    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user who confirmed."""
    post_id: Attribute[str, str] = _f.scalar("post_id")
    """Identifier of the post."""
    acknowledged_at: Attribute[int, int] = _f.scalar("acknowledged_at")
    """When it was confirmed, in milliseconds since the epoch; 0 where it was taken back."""

    def __init__(self, user_id: str = "", post_id: str = "", acknowledged_at: int = 0) -> None:
        pb = self._pb = post_pb2.PostAcknowledgement()
        if user_id:
            pb.user_id = user_id
        if post_id:
            pb.post_id = post_id
        if acknowledged_at:
            pb.acknowledged_at = acknowledged_at


class PostEmbed(Model[post_pb2.PostEmbed]):
    """Preview of something that a message links to."""

    __slots__ = ()

    _message = post_pb2.PostEmbed
    _attributes = ("type", "url", "data")

    type: Attribute[str, str] = _f.scalar("type")
    """What is shown: image, message_attachment, opengraph, permalink or link."""
    url: Attribute[str, str] = _f.scalar("url")
    """Address the preview belongs to; empty for message attachments."""
    data: Attribute[StructView, Mapping[str, Any] | None] = _f.struct("data")
    """Content of the preview; its shape depends on the type."""

    def __init__(
        self,
        type: str = "",
        url: str = "",
        data: Mapping[str, Any] | None = None,
    ) -> None:
        pb = self._pb = post_pb2.PostEmbed()
        if type:
            pb.type = type
        if url:
            pb.url = url
        if data is not None:
            _f.put_struct(pb.data, data)


class PostImage(Model[post_pb2.PostImage]):
    """Size of a picture, by which clients keep its place free."""

    __slots__ = ()

    _message = post_pb2.PostImage
    _attributes = ("width", "height", "format", "frame_count")

    width: Attribute[int, int] = _f.scalar("width")
    """Width in pixels."""
    height: Attribute[int, int] = _f.scalar("height")
    """Height in pixels."""
    format: Attribute[str, str] = _f.scalar("format")
    """Kind of picture, such as png or gif; empty where unknown."""
    frame_count: Attribute[int, int] = _f.scalar("frame_count")
    """Number of frames of an animation; 0 for pictures that stand still."""

    def __init__(
        self,
        width: int = 0,
        height: int = 0,
        format: str = "",
        frame_count: int = 0,
    ) -> None:
        pb = self._pb = post_pb2.PostImage()
        if width:
            pb.width = width
        if height:
            pb.height = height
        if format:
            pb.format = format
        if frame_count:
            pb.frame_count = frame_count


class PostList(Model[post_pb2.PostList]):
    """Posts with their order; a thread's first post may be among the posts without being in the
    order.
    """

    __slots__ = ()

    _message = post_pb2.PostList
    _attributes = (
        "order",
        "posts",
        "next_post_id",
        "prev_post_id",
        "has_next",
        "first_inaccessible_post_time",
    )

    order: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("order")
    """Identifiers of the posts asked for, newest first."""
    posts: Attribute[ModelMap[Post], Mapping[str, PostLike]] = _f.model_map("posts", "Post")
    """The posts by their identifiers."""
    next_post_id: Attribute[str, str] = _f.scalar("next_post_id")
    """Identifier of the next newer post outside the list; empty where there is none."""
    prev_post_id: Attribute[str, str] = _f.scalar("prev_post_id")
    """Identifier of the next older post outside the list; empty where there is none."""
    first_inaccessible_post_time: Attribute[bool, bool] = _f.scalar("first_inaccessible_post_time")
    """Whether older posts exist that the server's limits put out of reach."""
    has_next: Attribute[bool, bool] = _f.scalar("has_next")
    """Whether more posts follow the last one."""

    def __init__(
        self,
        order: Iterable[str] = (),
        posts: Mapping[str, PostLike] | None = None,
        next_post_id: str = "",
        prev_post_id: str = "",
        has_next: bool = False,
        first_inaccessible_post_time: bool = False,
    ) -> None:
        pb = self._pb = post_pb2.PostList()
        if order:
            pb.order.extend(strings(order))
        if posts:
            _f.fill_map(pb.posts, posts, Post)
        if next_post_id:
            pb.next_post_id = next_post_id
        if prev_post_id:
            pb.prev_post_id = prev_post_id
        if first_inaccessible_post_time:
            pb.first_inaccessible_post_time = first_inaccessible_post_time
        if has_next:
            pb.has_next = has_next


class PostMetadata(Model[post_pb2.PostMetadata]):
    """What a host adds to a post so that it can be shown without further calls; the host makes it,
    and what a plugin sends in it is not stored, except the priority of a new post.
    """

    __slots__ = ()

    _message = post_pb2.PostMetadata
    _attributes = ("embeds", "reactions", "files", "images", "priority", "acknowledgements")

    embeds: Attribute[ModelList[PostEmbed], Iterable[PostEmbedLike]] = _f.models("embeds", "PostEmbed")
    """Previews of what the message links to, in the order of the links."""
    reactions: Attribute[ModelList[Reaction], Iterable[ReactionLike]] = _f.models("reactions", "Reaction")
    """Reactions to the post."""
    files: Attribute[ModelList[FileInfo], Iterable[FileInfoLike]] = _f.models("files", "FileInfo")
    """The attached files, in the order of file_ids."""
    images: Attribute[ModelMap[PostImage], Mapping[str, PostImageLike]] = _f.model_map("images", "PostImage")
    """Sizes of the pictures that the message shows, by their address."""
    priority: Attribute[PostPriority | None, PostPriorityLike | None] = _f.nested("priority", "PostPriority")
    """How urgent the post is; absent for ordinary ones."""
    acknowledgements: Attribute[ModelList[PostAcknowledgement], Iterable[PostAcknowledgementLike]] = _f.models("acknowledgements", "PostAcknowledgement")
    """Who has confirmed having read the post."""

    def __init__(
        self,
        embeds: Iterable[PostEmbedLike] = (),
        reactions: Iterable[ReactionLike] = (),
        files: Iterable[FileInfoLike] = (),
        images: Mapping[str, PostImageLike] | None = None,
        priority: PostPriorityLike | None = None,
        acknowledgements: Iterable[PostAcknowledgementLike] = (),
    ) -> None:
        pb = self._pb = post_pb2.PostMetadata()
        if embeds:
            pb.embeds.extend(PostEmbed._messages_of(embeds))
        if reactions:
            pb.reactions.extend(Reaction._messages_of(reactions))
        if files:
            pb.files.extend(FileInfo._messages_of(files))
        if images:
            _f.fill_map(pb.images, images, PostImage)
        if priority is not None:
            pb.priority.CopyFrom(PostPriority._message_of(priority))
        if acknowledgements:
            pb.acknowledgements.extend(PostAcknowledgement._messages_of(acknowledgements))


class PostPriority(Model[post_pb2.PostPriority]):
    """How urgent a post is and what is asked of its readers."""

    __slots__ = ()

    _message = post_pb2.PostPriority
    _attributes = ("priority", "requested_ack", "persistent_notifications")

    priority: Attribute[str | None, str | None] = _f.optional("priority")
    """The words urgent or important; empty or absent for an ordinary post."""
    requested_ack: Attribute[bool | None, bool | None] = _f.optional("requested_ack")
    """Whether readers are asked to confirm that they have read it."""
    persistent_notifications: Attribute[bool | None, bool | None] = _f.optional("persistent_notifications")
    """Whether those mentioned are notified again until they answer."""

    def __init__(
        self,
        priority: str | None = None,
        requested_ack: bool | None = None,
        persistent_notifications: bool | None = None,
    ) -> None:
        pb = self._pb = post_pb2.PostPriority()
        if priority is not None:
            pb.priority = priority
        if requested_ack is not None:
            pb.requested_ack = requested_ack
        if persistent_notifications is not None:
            pb.persistent_notifications = persistent_notifications


class PostSearchResults(Model[api_channel_post_pb2.PostSearchResults]):
    """Posts that were found."""

    __slots__ = ()

    _message = api_channel_post_pb2.PostSearchResults
    _attributes = ("order", "posts", "matches")

    order: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("order")
    """Identifiers of the posts, best or newest first."""
    posts: Attribute[ModelMap[Post], Mapping[str, PostLike]] = _f.model_map("posts", "Post")
    """The posts by their identifiers."""
    matches: Attribute[ModelMap[StringList], Mapping[str, StringListLike]] = _f.model_map("matches", "StringList")
    """For each post's identifier the words in it that matched; left out by hosts that do not know
    them.
    """

    def __init__(
        self,
        order: Iterable[str] = (),
        posts: Mapping[str, PostLike] | None = None,
        matches: Mapping[str, StringListLike] | None = None,
    ) -> None:
        pb = self._pb = api_channel_post_pb2.PostSearchResults()
        if order:
            pb.order.extend(strings(order))
        if posts:
            _f.fill_map(pb.posts, posts, Post)
        if matches:
            _f.fill_map(pb.matches, matches, StringList)


class Preference(Model[api_remaining_pb2.Preference]):
    """One setting of one user."""

    __slots__ = ()

    _message = api_remaining_pb2.Preference
    _attributes = ("user_id", "category", "name", "value")

    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user."""
    category: Attribute[str, str] = _f.scalar("category")
    """Group the setting belongs to, 1 to 32 characters."""
    name: Attribute[str, str] = _f.scalar("name")
    """Name of the setting in its group, at most 32 characters."""
    value: Attribute[str, str] = _f.scalar("value")
    """The setting, at most 20000 characters; its form is up to whoever reads it."""

    def __init__(
        self,
        user_id: str = "",
        category: str = "",
        name: str = "",
        value: str = "",
    ) -> None:
        pb = self._pb = api_remaining_pb2.Preference()
        if user_id:
            pb.user_id = user_id
        if category:
            pb.category = category
        if name:
            pb.name = name
        if value:
            pb.value = value


class ProductLimits(Model[hooks_lifecycle_pb2.ProductLimits]):
    """What a subscription allows; an absent part is not limited."""

    __slots__ = ()

    _message = hooks_lifecycle_pb2.ProductLimits
    _attributes = ("files", "messages", "teams")

    files: Attribute[FilesLimits | None, FilesLimitsLike | None] = _f.nested("files", "FilesLimits")
    """Limits for files."""
    messages: Attribute[MessagesLimits | None, MessagesLimitsLike | None] = _f.nested("messages", "MessagesLimits")
    """Limits for posts."""
    teams: Attribute[TeamsLimits | None, TeamsLimitsLike | None] = _f.nested("teams", "TeamsLimits")
    """Limits for teams."""

    def __init__(
        self,
        files: FilesLimitsLike | None = None,
        messages: MessagesLimitsLike | None = None,
        teams: TeamsLimitsLike | None = None,
    ) -> None:
        pb = self._pb = hooks_lifecycle_pb2.ProductLimits()
        if files is not None:
            pb.files.CopyFrom(FilesLimits._message_of(files))
        if messages is not None:
            pb.messages.CopyFrom(MessagesLimits._message_of(messages))
        if teams is not None:
            pb.teams.CopyFrom(TeamsLimits._message_of(teams))


class PropertyField(Model[api_remaining_pb2.PropertyField]):
    """Describes a property that things can have: its name and what values it takes."""

    __slots__ = ()

    _message = api_remaining_pb2.PropertyField
    _attributes = (
        "id",
        "group_id",
        "name",
        "type",
        "attrs",
        "target_id",
        "target_type",
        "create_at",
        "update_at",
        "delete_at",
    )

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the field; given by the host."""
    group_id: Attribute[str, str] = _f.scalar("group_id")
    """Identifier of the group the field belongs to."""
    name: Attribute[str, str] = _f.scalar("name")
    """Name of the field, at most 255 characters and unique for its group and target."""
    type: Attribute[str, str] = _f.scalar("type")
    """Kind of value: text, select, multiselect, date, user or multiuser."""
    attrs: Attribute[StructView, Mapping[str, Any] | None] = _f.struct("attrs")
    """Further facts about the field, such as the options of a select."""
    target_id: Attribute[str, str] = _f.scalar("target_id")
    """Identifier of the one thing the field is for; empty where it is for all of the type."""
    target_type: Attribute[str, str] = _f.scalar("target_type")
    """Kind of thing the field is for, such as user, post or channel; may be empty."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the field was made, in milliseconds since the epoch; set by the host alone."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When the field was last changed, in milliseconds since the epoch; set by the host alone."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the field was removed, in milliseconds since the epoch; 0 for one in use."""

    def __init__(
        self,
        id: str = "",
        group_id: str = "",
        name: str = "",
        type: str = "",
        attrs: Mapping[str, Any] | None = None,
        target_id: str = "",
        target_type: str = "",
        create_at: int = 0,
        update_at: int = 0,
        delete_at: int = 0,
    ) -> None:
        pb = self._pb = api_remaining_pb2.PropertyField()
        if id:
            pb.id = id
        if group_id:
            pb.group_id = group_id
        if name:
            pb.name = name
        if type:
            pb.type = type
        if attrs is not None:
            _f.put_struct(pb.attrs, attrs)
        if target_id:
            pb.target_id = target_id
        if target_type:
            pb.target_type = target_type
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if delete_at:
            pb.delete_at = delete_at


class PropertyFieldSearchOpts(Model[api_remaining_pb2.PropertyFieldSearchOpts]):
    """Which property fields are listed; an empty text narrows nothing."""

    __slots__ = ()

    _message = api_remaining_pb2.PropertyFieldSearchOpts
    _attributes = ("page", "per_page", "include_deleted", "target_type", "target_id")

    page: Attribute[int, int] = _f.scalar("page")
    """Which page of the result, counted from 0."""
    per_page: Attribute[int, int] = _f.scalar("per_page")
    """How many fields a page has."""
    include_deleted: Attribute[bool, bool] = _f.scalar("include_deleted")
    """Whether removed fields are listed too."""
    target_type: Attribute[str, str] = _f.scalar("target_type")
    """Kind of thing the fields are for."""
    target_id: Attribute[str, str] = _f.scalar("target_id")
    """Identifier of the thing the fields are for."""

    def __init__(
        self,
        page: int = 0,
        per_page: int = 0,
        include_deleted: bool = False,
        target_type: str = "",
        target_id: str = "",
    ) -> None:
        pb = self._pb = api_remaining_pb2.PropertyFieldSearchOpts()
        if page:
            pb.page = page
        if per_page:
            pb.per_page = per_page
        if include_deleted:
            pb.include_deleted = include_deleted
        if target_type:
            pb.target_type = target_type
        if target_id:
            pb.target_id = target_id


class PropertyGroup(Model[api_remaining_pb2.PropertyGroup]):
    """Keeps one plugin's or feature's properties apart from all others."""

    __slots__ = ()

    _message = api_remaining_pb2.PropertyGroup
    _attributes = ("id", "name")

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the group; given by the host."""
    name: Attribute[str, str] = _f.scalar("name")
    """Name of the group, unique on the server."""

    def __init__(self, id: str = "", name: str = "") -> None:
        pb = self._pb = api_remaining_pb2.PropertyGroup()
        if id:
            pb.id = id
        if name:
            pb.name = name


class PropertyValue(Model[api_remaining_pb2.PropertyValue]):
    """The value of one property of one thing."""

    __slots__ = ()

    _message = api_remaining_pb2.PropertyValue
    _attributes = (
        "id",
        "group_id",
        "field_id",
        "target_id",
        "target_type",
        "value",
        "create_at",
        "update_at",
        "delete_at",
    )

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the value; given by the host."""
    group_id: Attribute[str, str] = _f.scalar("group_id")
    """Identifier of the group the field belongs to."""
    field_id: Attribute[str, str] = _f.scalar("field_id")
    """Identifier of the field; a thing has at most one value for it."""
    target_id: Attribute[str, str] = _f.scalar("target_id")
    """Identifier of the thing that has the value."""
    target_type: Attribute[str, str] = _f.scalar("target_type")
    """Kind of that thing, such as user, post or channel."""
    value: Attribute[Any, Any] = _f.json_value("value")
    """The value as JSON, in the form that the field's type asks for."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the value was first set, in milliseconds since the epoch; set by the host alone."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When the value was last changed, in milliseconds since the epoch; set by the host alone."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the value was removed, in milliseconds since the epoch; 0 for one in use."""

    def __init__(
        self,
        id: str = "",
        group_id: str = "",
        field_id: str = "",
        target_id: str = "",
        target_type: str = "",
        value: Any = None,
        create_at: int = 0,
        update_at: int = 0,
        delete_at: int = 0,
    ) -> None:
        pb = self._pb = api_remaining_pb2.PropertyValue()
        if id:
            pb.id = id
        if group_id:
            pb.group_id = group_id
        if field_id:
            pb.field_id = field_id
        if target_id:
            pb.target_id = target_id
        if target_type:
            pb.target_type = target_type
        if value is not None:
            _f.put_value(pb.value, value)
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if delete_at:
            pb.delete_at = delete_at


class PropertyValueSearchOpts(Model[api_remaining_pb2.PropertyValueSearchOpts]):
    """Which property values are listed; an empty text narrows nothing."""

    __slots__ = ()

    _message = api_remaining_pb2.PropertyValueSearchOpts
    _attributes = ("page", "per_page", "include_deleted", "target_type", "target_id", "field_id")

    page: Attribute[int, int] = _f.scalar("page")
    """Which page of the result, counted from 0."""
    per_page: Attribute[int, int] = _f.scalar("per_page")
    """How many values a page has."""
    include_deleted: Attribute[bool, bool] = _f.scalar("include_deleted")
    """Whether removed values are listed too."""
    target_type: Attribute[str, str] = _f.scalar("target_type")
    """Kind of thing that has the values."""
    target_id: Attribute[str, str] = _f.scalar("target_id")
    """Identifier of the thing that has the values."""
    field_id: Attribute[str, str] = _f.scalar("field_id")
    """Identifier of the field the values belong to."""

    def __init__(
        self,
        page: int = 0,
        per_page: int = 0,
        include_deleted: bool = False,
        target_type: str = "",
        target_id: str = "",
        field_id: str = "",
    ) -> None:
        pb = self._pb = api_remaining_pb2.PropertyValueSearchOpts()
        if page:
            pb.page = page
        if per_page:
            pb.per_page = per_page
        if include_deleted:
            pb.include_deleted = include_deleted
        if target_type:
            pb.target_type = target_type
        if target_id:
            pb.target_id = target_id
        if field_id:
            pb.field_id = field_id


class PushNotification(Model[api_remaining_pb2.PushNotification]):
    """A notification on its way to a mobile device."""

    __slots__ = ()

    _message = api_remaining_pb2.PushNotification
    _attributes = (
        "ack_id",
        "platform",
        "server_id",
        "device_id",
        "post_id",
        "category",
        "sound",
        "message",
        "badge",
        "team_id",
        "channel_id",
        "root_id",
        "sender_id",
        "sender_name",
        "channel_name",
        "type",
        "cont_ava",
        "override_username",
        "override_icon_url",
        "from_webhook",
        "version",
        "is_crt",
        "sub_type",
    )

    ack_id: Attribute[str, str] = _f.scalar("ack_id")
    """Identifier by which the device confirms that it arrived."""
    platform: Attribute[str, str] = _f.scalar("platform")
    """Kind of device, such as apple_rn or android_rn."""
    server_id: Attribute[str, str] = _f.scalar("server_id")
    """Identifier of this server at the push service."""
    device_id: Attribute[str, str] = _f.scalar("device_id")
    """Address of the device at the push service."""
    post_id: Attribute[str, str] = _f.scalar("post_id")
    """Identifier of the post it is about; empty where it is about none."""
    category: Attribute[str, str] = _f.scalar("category")
    """What the device offers to do with it, such as CAN_REPLY."""
    sound: Attribute[str, str] = _f.scalar("sound")
    """Name of the sound played; empty for the usual one."""
    message: Attribute[str, str] = _f.scalar("message")
    """Text shown; empty where the server is set to reveal nothing."""
    badge: Attribute[str, str] = _f.scalar("badge")
    """Number shown on the application's icon, written in decimal digits; empty for no change."""
    cont_ava: Attribute[str, str] = _f.scalar("cont_ava")
    """Written number: 1 where the device shall fetch the content itself; otherwise 0 or empty."""
    team_id: Attribute[str, str] = _f.scalar("team_id")
    """Identifier of the team it comes from; empty for direct messages."""
    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel it comes from."""
    root_id: Attribute[str, str] = _f.scalar("root_id")
    """Identifier of the post that began the thread; empty outside threads."""
    sender_id: Attribute[str, str] = _f.scalar("sender_id")
    """Identifier of the user whose action led to it."""
    sender_name: Attribute[str, str] = _f.scalar("sender_name")
    """Name of that user as shown."""
    override_username: Attribute[str, str] = _f.scalar("override_username")
    """Name shown in place of the sender's, for posts of integrations; empty for none."""
    override_icon_url: Attribute[str, str] = _f.scalar("override_icon_url")
    """Address of the picture shown in place of the sender's, for posts of integrations; empty for
    none.
    """
    from_webhook: Attribute[str, str] = _f.scalar("from_webhook")
    """The text true where the post came from an incoming webhook; otherwise empty."""
    version: Attribute[str, str] = _f.scalar("version")
    """Version of the form in which it is written, such as v2."""
    is_crt: Attribute[bool, bool] = _f.scalar("is_crt")
    """Whether the receiver reads replies in threads of their own."""
    channel_name: Attribute[str, str] = _f.scalar("channel_name")
    """Name of the channel as shown."""
    type: Attribute[str, str] = _f.scalar("type")
    """What it does: message, clear, update_badge, session or test."""
    sub_type: Attribute[str, str] = _f.scalar("sub_type")
    """A finer kind, such as calls; usually empty."""

    def __init__(
        self,
        ack_id: str = "",
        platform: str = "",
        server_id: str = "",
        device_id: str = "",
        post_id: str = "",
        category: str = "",
        sound: str = "",
        message: str = "",
        badge: str = "",
        team_id: str = "",
        channel_id: str = "",
        root_id: str = "",
        sender_id: str = "",
        sender_name: str = "",
        channel_name: str = "",
        type: str = "",
        cont_ava: str = "",
        override_username: str = "",
        override_icon_url: str = "",
        from_webhook: str = "",
        version: str = "",
        is_crt: bool = False,
        sub_type: str = "",
    ) -> None:
        pb = self._pb = api_remaining_pb2.PushNotification()
        if ack_id:
            pb.ack_id = ack_id
        if platform:
            pb.platform = platform
        if server_id:
            pb.server_id = server_id
        if device_id:
            pb.device_id = device_id
        if post_id:
            pb.post_id = post_id
        if category:
            pb.category = category
        if sound:
            pb.sound = sound
        if message:
            pb.message = message
        if badge:
            pb.badge = badge
        if cont_ava:
            pb.cont_ava = cont_ava
        if team_id:
            pb.team_id = team_id
        if channel_id:
            pb.channel_id = channel_id
        if root_id:
            pb.root_id = root_id
        if sender_id:
            pb.sender_id = sender_id
        if sender_name:
            pb.sender_name = sender_name
        if override_username:
            pb.override_username = override_username
        if override_icon_url:
            pb.override_icon_url = override_icon_url
        if from_webhook:
            pb.from_webhook = from_webhook
        if version:
            pb.version = version
        if is_crt:
            pb.is_crt = is_crt
        if channel_name:
            pb.channel_name = channel_name
        if type:
            pb.type = type
        if sub_type:
            pb.sub_type = sub_type


class Reaction(Model[post_pb2.Reaction]):
    """An emoji that a user put under a post."""

    __slots__ = ()

    _message = post_pb2.Reaction
    _attributes = (
        "user_id",
        "post_id",
        "emoji_name",
        "create_at",
        "update_at",
        "delete_at",
        "remote_id",
        "channel_id",
    )

    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user who reacted."""
    post_id: Attribute[str, str] = _f.scalar("post_id")
    """Identifier of the post."""
    emoji_name: Attribute[str, str] = _f.scalar("emoji_name")
    """Name of the emoji without colons, at most 64 characters."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the reaction was made, in milliseconds since the epoch; set by the host alone."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When the reaction was last changed, in milliseconds since the epoch; set by the host alone.
    """
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the reaction was taken away, in milliseconds since the epoch; 0 for one that is there.
    """
    remote_id: Attribute[str | None, str | None] = _f.optional("remote_id")
    """Identifier of the connected server that the reaction came from; absent for reactions of this
    one.
    """
    channel_id: Attribute[str | None, str | None] = _f.optional("channel_id")
    """Identifier of the channel the post is in; filled by the host."""

    def __init__(
        self,
        user_id: str = "",
        post_id: str = "",
        emoji_name: str = "",
        create_at: int = 0,
        update_at: int = 0,
        delete_at: int = 0,
        remote_id: str | None = None,
        channel_id: str | None = None,
    ) -> None:
        pb = self._pb = post_pb2.Reaction()
        if user_id:
            pb.user_id = user_id
        if post_id:
            pb.post_id = post_id
        if emoji_name:
            pb.emoji_name = emoji_name
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if delete_at:
            pb.delete_at = delete_at
        if remote_id is not None:
            pb.remote_id = remote_id
        if channel_id is not None:
            pb.channel_id = channel_id


class RegisterPluginOpts(Model[api_remaining_pb2.RegisterPluginOpts]):
    """What a plugin says when it offers itself as the other side of shared channels."""

    __slots__ = ()

    _message = api_remaining_pb2.RegisterPluginOpts
    _attributes = ("plugin_id", "display_name", "description")

    plugin_id: Attribute[str, str] = _f.scalar("plugin_id")
    """Identifier of the plugin; a host goes by the caller, not by this field."""
    display_name: Attribute[str, str] = _f.scalar("display_name")
    """Name of the other side as people read it."""
    description: Attribute[str, str] = _f.scalar("description")
    """What the other side is."""

    def __init__(self, plugin_id: str = "", display_name: str = "", description: str = "") -> None:
        pb = self._pb = api_remaining_pb2.RegisterPluginOpts()
        if plugin_id:
            pb.plugin_id = plugin_id
        if display_name:
            pb.display_name = display_name
        if description:
            pb.description = description


class RemoteCluster(Model[hooks_command_pb2.RemoteCluster]):
    """A connected server, or a plugin that plays one, with which channels are shared."""

    __slots__ = ()

    _message = hooks_command_pb2.RemoteCluster
    _attributes = (
        "remote_id",
        "remote_team_id",
        "name",
        "display_name",
        "site_url",
        "default_team_id",
        "create_at",
        "delete_at",
        "last_ping_at",
        "last_global_user_sync_at",
        "token",
        "remote_token",
        "topics",
        "creator_id",
        "plugin_id",
        "options",
    )
    _secrets = frozenset({"token", "remote_token"})

    remote_id: Attribute[str, str] = _f.scalar("remote_id")
    """Identifier of the other side; given by the host."""
    remote_team_id: Attribute[str, str] = _f.scalar("remote_team_id")
    """Identifier of the team there that channels are shared with; usually empty."""
    name: Attribute[str, str] = _f.scalar("name")
    """Short name of the other side, at most 64 characters and unique."""
    display_name: Attribute[str, str] = _f.scalar("display_name")
    """Name as people read it."""
    site_url: Attribute[str, str] = _f.scalar("site_url")
    """Address of the other side; for a plugin a text made from its identifier."""
    default_team_id: Attribute[str, str] = _f.scalar("default_team_id")
    """Identifier of the team here that gets channels shared by the other side."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the connection was made, in milliseconds since the epoch."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the connection was removed, in milliseconds since the epoch; 0 for one that holds."""
    last_ping_at: Attribute[int, int] = _f.scalar("last_ping_at")
    """When the other side last proved to be there, in milliseconds since the epoch; 0 for never."""
    last_global_user_sync_at: Attribute[int, int] = _f.scalar("last_global_user_sync_at")
    """When all users were last brought over, in milliseconds since the epoch; 0 for never."""
    token: Attribute[str, str] = _f.scalar("token")
    """Secret by which the other side proves who it is; never sent to a plugin."""
    remote_token: Attribute[str, str] = _f.scalar("remote_token")
    """Secret by which this server proves who it is; never sent to a plugin."""
    topics: Attribute[str, str] = _f.scalar("topics")
    """Kinds of messages exchanged, separated by spaces."""
    creator_id: Attribute[str, str] = _f.scalar("creator_id")
    """Identifier of the user or plugin that made the connection."""
    plugin_id: Attribute[str, str] = _f.scalar("plugin_id")
    """Identifier of the plugin that plays the other side; empty for a real server."""
    options: Attribute[int, int] = _f.scalar("options")
    """A sum of options: 1 to share direct messages without being asked, 2 to invite the other side
    to every shared channel.
    """

    def __init__(
        self,
        remote_id: str = "",
        remote_team_id: str = "",
        name: str = "",
        display_name: str = "",
        site_url: str = "",
        default_team_id: str = "",
        create_at: int = 0,
        delete_at: int = 0,
        last_ping_at: int = 0,
        last_global_user_sync_at: int = 0,
        token: str = "",
        remote_token: str = "",
        topics: str = "",
        creator_id: str = "",
        plugin_id: str = "",
        options: int = 0,
    ) -> None:
        pb = self._pb = hooks_command_pb2.RemoteCluster()
        if remote_id:
            pb.remote_id = remote_id
        if remote_team_id:
            pb.remote_team_id = remote_team_id
        if name:
            pb.name = name
        if display_name:
            pb.display_name = display_name
        if site_url:
            pb.site_url = site_url
        if default_team_id:
            pb.default_team_id = default_team_id
        if create_at:
            pb.create_at = create_at
        if delete_at:
            pb.delete_at = delete_at
        if last_ping_at:
            pb.last_ping_at = last_ping_at
        if last_global_user_sync_at:
            pb.last_global_user_sync_at = last_global_user_sync_at
        if token:
            pb.token = token
        if remote_token:
            pb.remote_token = remote_token
        if topics:
            pb.topics = topics
        if creator_id:
            pb.creator_id = creator_id
        if plugin_id:
            pb.plugin_id = plugin_id
        if options:
            pb.options = options


class RequestContext(Model[common_pb2.RequestContext]):
    """Who a call is made for. The contract reserves it: hosts leave it empty and plugins ignore it.
    """

    __slots__ = ()

    _message = common_pb2.RequestContext
    _attributes = ("plugin_id", "request_id", "session_id", "user_id")

    plugin_id: Attribute[str, str] = _f.scalar("plugin_id")
    """Identifier of the plugin that takes part in the call."""
    request_id: Attribute[str, str] = _f.scalar("request_id")
    """Identifier of the client request that led to the call."""
    session_id: Attribute[str, str] = _f.scalar("session_id")
    """Identifier of the session in which that request was made."""
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user who made that request."""

    def __init__(
        self,
        plugin_id: str = "",
        request_id: str = "",
        session_id: str = "",
        user_id: str = "",
    ) -> None:
        pb = self._pb = common_pb2.RequestContext()
        if plugin_id:
            pb.plugin_id = plugin_id
        if request_id:
            pb.request_id = request_id
        if session_id:
            pb.session_id = session_id
        if user_id:
            pb.user_id = user_id


class SamlAssertionInfoJson(Model[hooks_user_channel_pb2.SamlAssertionInfoJson]):
    """What an identity provider said about a user."""

    __slots__ = ()

    _message = hooks_user_channel_pb2.SamlAssertionInfoJson
    _attributes = ("assertion_json",)

    assertion_json: Attribute[bytes, bytes] = _f.scalar("assertion_json")
    """The checked assertion as a JSON object in UTF-8: the user's name there, attribute values and
    warnings.
    """

    def __init__(self, assertion_json: bytes = b"") -> None:
        pb = self._pb = hooks_user_channel_pb2.SamlAssertionInfoJson()
        if assertion_json:
            pb.assertion_json = assertion_json


class SearchParameter(Model[api_channel_post_pb2.SearchParameter]):
    """A search for posts on behalf of a user, as typed into the search box."""

    __slots__ = ()

    _message = api_channel_post_pb2.SearchParameter
    _attributes = (
        "terms",
        "is_or_search",
        "time_zone_offset",
        "page",
        "per_page",
        "include_deleted_channels",
    )

    terms: Attribute[str, str] = _f.scalar("terms")
    """What to look for, together with words that narrow the search, such as from: and in:."""
    is_or_search: Attribute[bool, bool] = _f.scalar("is_or_search")
    """Whether one of the words is enough; otherwise all are needed."""
    time_zone_offset: Attribute[int, int] = _f.scalar("time_zone_offset")
    """How far the searcher's time zone is ahead of UTC, in seconds; decides where a day begins."""
    page: Attribute[int, int] = _f.scalar("page")
    """Which page of the result, counted from 0."""
    per_page: Attribute[int, int] = _f.scalar("per_page")
    """How many posts a page has."""
    include_deleted_channels: Attribute[bool, bool] = _f.scalar("include_deleted_channels")
    """Whether archived channels are searched too."""

    def __init__(
        self,
        terms: str = "",
        is_or_search: bool = False,
        time_zone_offset: int = 0,
        page: int = 0,
        per_page: int = 0,
        include_deleted_channels: bool = False,
    ) -> None:
        pb = self._pb = api_channel_post_pb2.SearchParameter()
        if terms:
            pb.terms = terms
        if is_or_search:
            pb.is_or_search = is_or_search
        if time_zone_offset:
            pb.time_zone_offset = time_zone_offset
        if page:
            pb.page = page
        if per_page:
            pb.per_page = per_page
        if include_deleted_channels:
            pb.include_deleted_channels = include_deleted_channels


class SearchParams(Model[api_channel_post_pb2.SearchParams]):
    """One search for posts, with everything that narrows it."""

    __slots__ = ()

    _message = api_channel_post_pb2.SearchParams
    _attributes = (
        "terms",
        "is_or_search",
        "time_zone_offset",
        "page",
        "per_page",
        "include_deleted_channels",
        "in_channels",
        "excluded_channels",
        "from_users",
        "excluded_users",
        "excluded_before_date",
        "excluded_after_date",
        "excluded_dates",
        "extensions",
    )

    terms: Attribute[str, str] = _f.scalar("terms")
    """The words to look for; quotation marks keep words together and an asterisk stands for any
    ending.
    """
    is_or_search: Attribute[bool, bool] = _f.scalar("is_or_search")
    """Whether one of the words is enough; otherwise all are needed."""
    time_zone_offset: Attribute[int, int] = _f.scalar("time_zone_offset")
    """How far the searcher's time zone is ahead of UTC, in seconds; decides where a day begins."""
    page: Attribute[int, int] = _f.scalar("page")
    """Which page of the result, counted from 0."""
    per_page: Attribute[int, int] = _f.scalar("per_page")
    """How many posts a page has."""
    include_deleted_channels: Attribute[bool, bool] = _f.scalar("include_deleted_channels")
    """Whether archived channels are searched too."""
    in_channels: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("in_channels")
    """Names of the only channels to search; empty for all."""
    excluded_channels: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("excluded_channels")
    """Names of channels to leave out."""
    from_users: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("from_users")
    """Usernames of the only authors to look for; empty for all."""
    excluded_users: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("excluded_users")
    """Usernames of authors to leave out."""
    excluded_before_date: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("excluded_before_date")
    """Days, such as 2026-01-31; posts made before such a day are left out."""
    excluded_after_date: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("excluded_after_date")
    """Days, such as 2026-01-31; posts made after such a day are left out."""
    excluded_dates: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("excluded_dates")
    """Days, such as 2026-01-31, whose posts are left out."""
    extensions: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("extensions")
    """Extensions, without the dot, of the only files to look for; empty for all."""

    def __init__(
        self,
        terms: str = "",
        is_or_search: bool = False,
        time_zone_offset: int = 0,
        page: int = 0,
        per_page: int = 0,
        include_deleted_channels: bool = False,
        in_channels: Iterable[str] = (),
        excluded_channels: Iterable[str] = (),
        from_users: Iterable[str] = (),
        excluded_users: Iterable[str] = (),
        excluded_before_date: Iterable[str] = (),
        excluded_after_date: Iterable[str] = (),
        excluded_dates: Iterable[str] = (),
        extensions: Iterable[str] = (),
    ) -> None:
        pb = self._pb = api_channel_post_pb2.SearchParams()
        if terms:
            pb.terms = terms
        if is_or_search:
            pb.is_or_search = is_or_search
        if time_zone_offset:
            pb.time_zone_offset = time_zone_offset
        if page:
            pb.page = page
        if per_page:
            pb.per_page = per_page
        if include_deleted_channels:
            pb.include_deleted_channels = include_deleted_channels
        if in_channels:
            pb.in_channels.extend(strings(in_channels))
        if excluded_channels:
            pb.excluded_channels.extend(strings(excluded_channels))
        if from_users:
            pb.from_users.extend(strings(from_users))
        if excluded_users:
            pb.excluded_users.extend(strings(excluded_users))
        if excluded_before_date:
            pb.excluded_before_date.extend(strings(excluded_before_date))
        if excluded_after_date:
            pb.excluded_after_date.extend(strings(excluded_after_date))
        if excluded_dates:
            pb.excluded_dates.extend(strings(excluded_dates))
        if extensions:
            pb.extensions.extend(strings(extensions))


class ServeHTTPRequest(Model[hooks_http_pb2.ServeHTTPRequest]):
    """A part of the request on its way to the plugin. The first message has init; the last has
    body_complete; all of them may carry a piece of the body.
    """

    __slots__ = ()

    _message = hooks_http_pb2.ServeHTTPRequest
    _attributes = ("init", "body_chunk", "body_complete")

    init: Attribute[ServeHTTPRequestInit | None, ServeHTTPRequestInitLike | None] = _f.nested("init", "ServeHTTPRequestInit")
    """All of the request but its body; in the first message and only there."""
    body_chunk: Attribute[bytes, bytes] = _f.scalar("body_chunk")
    """The next bytes of the body, at most 65536; may be empty."""
    body_complete: Attribute[bool, bool] = _f.scalar("body_complete")
    """Whether the body ends with this message. A stream that ends without it was broken off."""

    def __init__(
        self,
        init: ServeHTTPRequestInitLike | None = None,
        body_chunk: bytes = b"",
        body_complete: bool = False,
    ) -> None:
        pb = self._pb = hooks_http_pb2.ServeHTTPRequest()
        if init is not None:
            pb.init.CopyFrom(ServeHTTPRequestInit._message_of(init))
        if body_chunk:
            pb.body_chunk = body_chunk
        if body_complete:
            pb.body_complete = body_complete


class ServeHTTPRequestInit(Model[hooks_http_pb2.ServeHTTPRequestInit]):
    """All of an HTTP request but its body. Credentials of the user have been taken out; a logged-in
    user is named in the header Mattermost-User-Id, and a calling plugin in Mattermost-Plugin-ID.
    """

    __slots__ = ()

    _message = hooks_http_pb2.ServeHTTPRequestInit
    _attributes = (
        "plugin_context",
        "method",
        "url",
        "proto",
        "proto_major",
        "proto_minor",
        "headers",
        "host",
        "remote_addr",
        "request_uri",
        "content_length",
    )

    plugin_context: Attribute[PluginContext | None, PluginContextLike | None] = _f.nested("plugin_context", "PluginContext")
    """The client request that led to the call; its fields are empty where there was none."""
    method: Attribute[str, str] = _f.scalar("method")
    """The method, such as GET."""
    url: Attribute[str, str] = _f.scalar("url")
    """Path and query below the plugin's own address, so that it begins with a slash."""
    proto: Attribute[str, str] = _f.scalar("proto")
    """Version of the protocol, such as HTTP/1.1."""
    proto_major: Attribute[int, int] = _f.scalar("proto_major")
    """The protocol version's first number."""
    proto_minor: Attribute[int, int] = _f.scalar("proto_minor")
    """The protocol version's second number."""
    headers: Attribute[ModelList[HTTPHeader], Iterable[HTTPHeaderLike]] = _f.models("headers", "HTTPHeader")
    """The headers that remain, in the order they came."""
    host: Attribute[str, str] = _f.scalar("host")
    """Host, and port where one was given, that the client asked for."""
    remote_addr: Attribute[str, str] = _f.scalar("remote_addr")
    """Network address and port of the client."""
    request_uri: Attribute[str, str] = _f.scalar("request_uri")
    """Path and query as the client sent them, with the plugin's prefix, but without an access
    token.
    """
    content_length: Attribute[int, int] = _f.scalar("content_length")
    """Length of the body in bytes; -1 where it is not known beforehand."""

    def __init__(
        self,
        plugin_context: PluginContextLike | None = None,
        method: str = "",
        url: str = "",
        proto: str = "",
        proto_major: int = 0,
        proto_minor: int = 0,
        headers: Iterable[HTTPHeaderLike] = (),
        host: str = "",
        remote_addr: str = "",
        request_uri: str = "",
        content_length: int = 0,
    ) -> None:
        pb = self._pb = hooks_http_pb2.ServeHTTPRequestInit()
        if plugin_context is not None:
            pb.plugin_context.CopyFrom(PluginContext._message_of(plugin_context))
        if method:
            pb.method = method
        if url:
            pb.url = url
        if proto:
            pb.proto = proto
        if proto_major:
            pb.proto_major = proto_major
        if proto_minor:
            pb.proto_minor = proto_minor
        if headers:
            pb.headers.extend(HTTPHeader._messages_of(headers))
        if host:
            pb.host = host
        if remote_addr:
            pb.remote_addr = remote_addr
        if request_uri:
            pb.request_uri = request_uri
        if content_length:
            pb.content_length = content_length


class ServeHTTPResponse(Model[hooks_http_pb2.ServeHTTPResponse]):
    """A part of the answer on its way to the client. The first message has init; the last has
    body_complete; all of them may carry a piece of the body.
    """

    __slots__ = ()

    _message = hooks_http_pb2.ServeHTTPResponse
    _attributes = ("init", "body_chunk", "body_complete", "flush")

    init: Attribute[ServeHTTPResponseInit | None, ServeHTTPResponseInitLike | None] = _f.nested("init", "ServeHTTPResponseInit")
    """Status and headers; in the first message and only there. A first message without it means
    status 200 without headers.
    """
    body_chunk: Attribute[bytes, bytes] = _f.scalar("body_chunk")
    """The next bytes of the body, best at most 65536; may be empty."""
    body_complete: Attribute[bool, bool] = _f.scalar("body_complete")
    """Whether the body ends with this message."""
    flush: Attribute[bool, bool] = _f.scalar("flush")
    """Whether what has been sent so far should reach the client now; a wish, which the host may not
    be able to grant.
    """

    def __init__(
        self,
        init: ServeHTTPResponseInitLike | None = None,
        body_chunk: bytes = b"",
        body_complete: bool = False,
        flush: bool = False,
    ) -> None:
        pb = self._pb = hooks_http_pb2.ServeHTTPResponse()
        if init is not None:
            pb.init.CopyFrom(ServeHTTPResponseInit._message_of(init))
        if body_chunk:
            pb.body_chunk = body_chunk
        if body_complete:
            pb.body_complete = body_complete
        if flush:
            pb.flush = flush


class ServeHTTPResponseInit(Model[hooks_http_pb2.ServeHTTPResponseInit]):
    """Status and headers of an answer."""

    __slots__ = ()

    _message = hooks_http_pb2.ServeHTTPResponseInit
    _attributes = ("status_code", "headers")

    status_code: Attribute[int, int] = _f.scalar("status_code")
    """Final HTTP status, 200 to 999; 0 stands for 200. One outside 100 to 999 is answered to the
    client as 500, and informational ones are refused.
    """
    headers: Attribute[ModelList[HTTPHeader], Iterable[HTTPHeaderLike]] = _f.models("headers", "HTTPHeader")
    """The headers; those that concern only the connection are dropped."""

    def __init__(self, status_code: int = 0, headers: Iterable[HTTPHeaderLike] = ()) -> None:
        pb = self._pb = hooks_http_pb2.ServeHTTPResponseInit()
        if status_code:
            pb.status_code = status_code
        if headers:
            pb.headers.extend(HTTPHeader._messages_of(headers))


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
            pb.team_members.extend(TeamMember._messages_of(team_members))
        if local:
            pb.local = local


class SharedChannel(Model[api_remaining_pb2.SharedChannel]):
    """A channel whose content is kept the same on several servers."""

    __slots__ = ()

    _message = api_remaining_pb2.SharedChannel
    _attributes = (
        "channel_id",
        "team_id",
        "home",
        "read_only",
        "share_name",
        "share_display_name",
        "share_purpose",
        "share_header",
        "creator_id",
        "create_at",
        "update_at",
        "remote_id",
        "type",
    )

    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel on this server."""
    team_id: Attribute[str, str] = _f.scalar("team_id")
    """Identifier of the team it belongs to on this server."""
    home: Attribute[str, str] = _f.scalar("home")
    """The text true where the channel was first shared from this server; otherwise false or empty.
    """
    read_only: Attribute[bool, bool] = _f.scalar("read_only")
    """Whether the other sides may only read."""
    share_name: Attribute[str, str] = _f.scalar("share_name")
    """Name of the channel in addresses, as the other sides see it."""
    share_display_name: Attribute[str, str] = _f.scalar("share_display_name")
    """Name of the channel as people on the other sides read it."""
    share_purpose: Attribute[str, str] = _f.scalar("share_purpose")
    """Purpose of the channel, as the other sides see it."""
    share_header: Attribute[str, str] = _f.scalar("share_header")
    """Header of the channel, as the other sides see it."""
    creator_id: Attribute[str, str] = _f.scalar("creator_id")
    """Identifier of the user or plugin that shared it."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When it was shared, in milliseconds since the epoch; set by the host alone."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When the sharing last changed, in milliseconds since the epoch; set by the host alone."""
    remote_id: Attribute[str, str] = _f.scalar("remote_id")
    """Identifier of the server it was first shared from; empty where that is this one."""
    type: Attribute[str, str] = _f.scalar("type")
    """The letter of the channel's type: O open, P private, D direct, G group."""

    def __init__(
        self,
        channel_id: str = "",
        team_id: str = "",
        home: str = "",
        read_only: bool = False,
        share_name: str = "",
        share_display_name: str = "",
        share_purpose: str = "",
        share_header: str = "",
        creator_id: str = "",
        create_at: int = 0,
        update_at: int = 0,
        remote_id: str = "",
        type: str = "",
    ) -> None:
        pb = self._pb = api_remaining_pb2.SharedChannel()
        if channel_id:
            pb.channel_id = channel_id
        if team_id:
            pb.team_id = team_id
        if home:
            pb.home = home
        if read_only:
            pb.read_only = read_only
        if share_name:
            pb.share_name = share_name
        if share_display_name:
            pb.share_display_name = share_display_name
        if share_purpose:
            pb.share_purpose = share_purpose
        if share_header:
            pb.share_header = share_header
        if creator_id:
            pb.creator_id = creator_id
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if remote_id:
            pb.remote_id = remote_id
        if type:
            pb.type = type


class SidebarCategoryWithChannels(Model[api_channel_post_pb2.SidebarCategoryWithChannels]):
    """A heading in a user's sidebar and the channels under it."""

    __slots__ = ()

    _message = api_channel_post_pb2.SidebarCategoryWithChannels
    _attributes = (
        "id",
        "user_id",
        "team_id",
        "display_name",
        "type",
        "sorting",
        "muted",
        "collapsed",
        "channel_ids",
    )

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the category; given by the host."""
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user whose sidebar it is."""
    team_id: Attribute[str, str] = _f.scalar("team_id")
    """Identifier of the team in which it is shown."""
    display_name: Attribute[str, str] = _f.scalar("display_name")
    """The heading."""
    type: Attribute[str, str] = _f.scalar("type")
    """One of favorites, channels, direct_messages and custom; only custom ones can be made or
    removed.
    """
    sorting: Attribute[int, int] = _f.scalar("sorting")
    """Number of the way in which the channels are sorted; 0 for the host's usual one."""
    muted: Attribute[bool, bool] = _f.scalar("muted")
    """Whether all channels under the heading are muted."""
    collapsed: Attribute[bool, bool] = _f.scalar("collapsed")
    """Whether the channels under the heading are folded away."""
    channel_ids: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("channel_ids")
    """Identifiers of the channels, in the order in which the user put them."""

    def __init__(
        self,
        id: str = "",
        user_id: str = "",
        team_id: str = "",
        display_name: str = "",
        type: str = "",
        sorting: int = 0,
        muted: bool = False,
        collapsed: bool = False,
        channel_ids: Iterable[str] = (),
    ) -> None:
        pb = self._pb = api_channel_post_pb2.SidebarCategoryWithChannels()
        if id:
            pb.id = id
        if user_id:
            pb.user_id = user_id
        if team_id:
            pb.team_id = team_id
        if display_name:
            pb.display_name = display_name
        if type:
            pb.type = type
        if sorting:
            pb.sorting = sorting
        if muted:
            pb.muted = muted
        if collapsed:
            pb.collapsed = collapsed
        if channel_ids:
            pb.channel_ids.extend(strings(channel_ids))


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


class StreamedUploadInit(Model[hooks_extension_pb2.StreamedUploadInit]):
    """All of an upload but its content."""

    __slots__ = ()

    _message = hooks_extension_pb2.StreamedUploadInit
    _attributes = ("plugin_context", "file_info")

    plugin_context: Attribute[PluginContext | None, PluginContextLike | None] = _f.nested("plugin_context", "PluginContext")
    """The client request that led to the call; its fields are empty where there was none."""
    file_info: Attribute[FileInfo | None, FileInfoLike | None] = _f.nested("file_info", "FileInfo")
    """What is known about the file, its size included, as the plugins before this one left it."""

    def __init__(
        self,
        plugin_context: PluginContextLike | None = None,
        file_info: FileInfoLike | None = None,
    ) -> None:
        pb = self._pb = hooks_extension_pb2.StreamedUploadInit()
        if plugin_context is not None:
            pb.plugin_context.CopyFrom(PluginContext._message_of(plugin_context))
        if file_info is not None:
            pb.file_info.CopyFrom(FileInfo._message_of(file_info))


class StreamedUploadRequest(Model[hooks_extension_pb2.StreamedUploadRequest]):
    """A part of an uploaded file on its way to the plugin. The first message has init; the last has
    body_complete; all of them may carry a piece of the content.
    """

    __slots__ = ()

    _message = hooks_extension_pb2.StreamedUploadRequest
    _attributes = ("init", "body_chunk", "body_complete")

    init: Attribute[StreamedUploadInit | None, StreamedUploadInitLike | None] = _f.nested("init", "StreamedUploadInit")
    """All of the upload but its content; in the first message and only there."""
    body_chunk: Attribute[bytes, bytes] = _f.scalar("body_chunk")
    """The next bytes of the content, at most 65536; may be empty."""
    body_complete: Attribute[bool, bool] = _f.scalar("body_complete")
    """Whether the content ends with this message. A stream that ends without it was broken off."""

    def __init__(
        self,
        init: StreamedUploadInitLike | None = None,
        body_chunk: bytes = b"",
        body_complete: bool = False,
    ) -> None:
        pb = self._pb = hooks_extension_pb2.StreamedUploadRequest()
        if init is not None:
            pb.init.CopyFrom(StreamedUploadInit._message_of(init))
        if body_chunk:
            pb.body_chunk = body_chunk
        if body_complete:
            pb.body_complete = body_complete


class StreamedUploadResponse(Model[hooks_extension_pb2.StreamedUploadResponse]):
    """A part of the answer. The last message has the verdict."""

    __slots__ = ()

    _message = hooks_extension_pb2.StreamedUploadResponse
    _attributes = ("body_chunk", "verdict")

    body_chunk: Attribute[bytes, bytes] = _f.scalar("body_chunk")
    """The next bytes of the content to store instead, best at most 65536; may be empty."""
    verdict: Attribute[UploadVerdict | None, UploadVerdictLike | None] = _f.nested("verdict", "UploadVerdict")
    """What is decided; in the last message and only there. A stream that ends without it has
    failed.
    """

    def __init__(self, body_chunk: bytes = b"", verdict: UploadVerdictLike | None = None) -> None:
        pb = self._pb = hooks_extension_pb2.StreamedUploadResponse()
        if body_chunk:
            pb.body_chunk = body_chunk
        if verdict is not None:
            pb.verdict.CopyFrom(UploadVerdict._message_of(verdict))


class StringList(Model[api_channel_post_pb2.StringList]):
    """A list of texts, for places where a list cannot stand by itself."""

    __slots__ = ()

    _message = api_channel_post_pb2.StringList
    _attributes = ("values",)

    values: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("values")
    """The entries, in order."""

    def __init__(self, values: Iterable[str] = ()) -> None:
        pb = self._pb = api_channel_post_pb2.StringList()
        if values:
            pb.values.extend(strings(values))


class StringMap(Model[common_pb2.StringMap]):
    """A map of texts, for places where a map cannot stand by itself."""

    __slots__ = ()

    _message = common_pb2.StringMap
    _attributes = ("values",)

    values: Attribute[ScalarMap[str], Mapping[str, str]] = _f.scalar_map("values")
    """The entries, by key."""

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        pb = self._pb = common_pb2.StringMap()
        if values:
            pb.values.update(values)


class SyncMsgJson(Model[hooks_command_pb2.SyncMsgJson]):
    """What is to be brought over to the other side of a shared channel."""

    __slots__ = ()

    _message = hooks_command_pb2.SyncMsgJson
    _attributes = ("sync_msg_json",)

    sync_msg_json: Attribute[bytes, bytes] = _f.scalar("sync_msg_json")
    """A JSON object in UTF-8 with the channel's identifier and the users, posts, reactions,
    acknowledgements and statuses to bring over.
    """

    def __init__(self, sync_msg_json: bytes = b"") -> None:
        pb = self._pb = hooks_command_pb2.SyncMsgJson()
        if sync_msg_json:
            pb.sync_msg_json = sync_msg_json


class SyncResponse(Model[hooks_command_pb2.SyncResponse]):
    """How far the other side of a shared channel has taken over what it was sent. A time of 0
    leaves the host's record as it was; the lists of failures name what the host may send again.
    """

    __slots__ = ()

    _message = hooks_command_pb2.SyncResponse
    _attributes = (
        "users_last_update_at",
        "user_errors",
        "users_syncd",
        "posts_last_update_at",
        "post_errors",
        "reactions_last_update_at",
        "reaction_errors",
        "acknowledgements_last_update_at",
        "acknowledgement_errors",
        "status_errors",
    )

    users_last_update_at: Attribute[int, int] = _f.scalar("users_last_update_at")
    """Time of change of the newest user taken over, in milliseconds since the epoch."""
    user_errors: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("user_errors")
    """Identifiers of users that could not be taken over."""
    users_syncd: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("users_syncd")
    """Identifiers of users that were taken over."""
    posts_last_update_at: Attribute[int, int] = _f.scalar("posts_last_update_at")
    """Time of change of the newest post taken over, in milliseconds since the epoch."""
    post_errors: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("post_errors")
    """Identifiers of posts that could not be taken over."""
    reactions_last_update_at: Attribute[int, int] = _f.scalar("reactions_last_update_at")
    """Time of change of the newest reaction taken over, in milliseconds since the epoch."""
    reaction_errors: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("reaction_errors")
    """Identifiers of posts with reactions that could not be taken over."""
    acknowledgements_last_update_at: Attribute[int, int] = _f.scalar("acknowledgements_last_update_at")
    """Time of change of the newest acknowledgement taken over, in milliseconds since the epoch."""
    acknowledgement_errors: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("acknowledgement_errors")
    """Identifiers of posts with acknowledgements that could not be taken over."""
    status_errors: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("status_errors")
    """Identifiers of users whose status could not be taken over."""

    def __init__(
        self,
        users_last_update_at: int = 0,
        user_errors: Iterable[str] = (),
        users_syncd: Iterable[str] = (),
        posts_last_update_at: int = 0,
        post_errors: Iterable[str] = (),
        reactions_last_update_at: int = 0,
        reaction_errors: Iterable[str] = (),
        acknowledgements_last_update_at: int = 0,
        acknowledgement_errors: Iterable[str] = (),
        status_errors: Iterable[str] = (),
    ) -> None:
        pb = self._pb = hooks_command_pb2.SyncResponse()
        if users_last_update_at:
            pb.users_last_update_at = users_last_update_at
        if user_errors:
            pb.user_errors.extend(strings(user_errors))
        if users_syncd:
            pb.users_syncd.extend(strings(users_syncd))
        if posts_last_update_at:
            pb.posts_last_update_at = posts_last_update_at
        if post_errors:
            pb.post_errors.extend(strings(post_errors))
        if reactions_last_update_at:
            pb.reactions_last_update_at = reactions_last_update_at
        if reaction_errors:
            pb.reaction_errors.extend(strings(reaction_errors))
        if acknowledgements_last_update_at:
            pb.acknowledgements_last_update_at = acknowledgements_last_update_at
        if acknowledgement_errors:
            pb.acknowledgement_errors.extend(strings(acknowledgement_errors))
        if status_errors:
            pb.status_errors.extend(strings(status_errors))


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
            pb.member.CopyFrom(TeamMember._message_of(member))
        if error is not None:
            pb.error.CopyFrom(AppError._message_of(error))


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


class TeamsLimits(Model[hooks_lifecycle_pb2.TeamsLimits]):
    """What a subscription allows for teams."""

    __slots__ = ()

    _message = hooks_lifecycle_pb2.TeamsLimits
    _attributes = ("active",)

    active: Attribute[int | None, int | None] = _f.wrapped("active")
    """How many teams may be in use at a time; absent for no limit."""

    def __init__(self, active: int | None = None) -> None:
        pb = self._pb = hooks_lifecycle_pb2.TeamsLimits()
        if active is not None:
            pb.active.value = active


class UploadSession(Model[api_file_bot_pb2.UploadSession]):
    """An upload in several parts that can be taken up again after a break."""

    __slots__ = ()

    _message = api_file_bot_pb2.UploadSession
    _attributes = (
        "id",
        "type",
        "create_at",
        "user_id",
        "channel_id",
        "filename",
        "path",
        "file_size",
        "file_offset",
        "remote_id",
        "req_file_id",
    )

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the upload; given by the host."""
    type: Attribute[str, str] = _f.scalar("type")
    """What is uploaded: attachment, or import for the server's own use."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the upload began, in milliseconds since the epoch; set by the host alone."""
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user who uploads."""
    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel the file is meant for."""
    filename: Attribute[str, str] = _f.scalar("filename")
    """Name of the file."""
    path: Attribute[str, str] = _f.scalar("path")
    """Where the host keeps the content; set by the host alone."""
    file_size: Attribute[int, int] = _f.scalar("file_size")
    """Length of the whole content in bytes."""
    file_offset: Attribute[int, int] = _f.scalar("file_offset")
    """How many bytes have arrived; set by the host alone."""
    remote_id: Attribute[str, str] = _f.scalar("remote_id")
    """Identifier of the connected server that uploads; empty for users of this one."""
    req_file_id: Attribute[str, str] = _f.scalar("req_file_id")
    """Identifier that the finished file shall have; empty for a new one."""

    def __init__(
        self,
        id: str = "",
        type: str = "attachment",
        create_at: int = 0,
        user_id: str = "",
        channel_id: str = "",
        filename: str = "",
        path: str = "",
        file_size: int = 0,
        file_offset: int = 0,
        remote_id: str = "",
        req_file_id: str = "",
    ) -> None:
        pb = self._pb = api_file_bot_pb2.UploadSession()
        if id:
            pb.id = id
        if type:
            pb.type = type
        if create_at:
            pb.create_at = create_at
        if user_id:
            pb.user_id = user_id
        if channel_id:
            pb.channel_id = channel_id
        if filename:
            pb.filename = filename
        if path:
            pb.path = path
        if file_size:
            pb.file_size = file_size
        if file_offset:
            pb.file_offset = file_offset
        if remote_id:
            pb.remote_id = remote_id
        if req_file_id:
            pb.req_file_id = req_file_id


class UploadVerdict(Model[hooks_extension_pb2.UploadVerdict]):
    """What a plugin decides about an uploaded file."""

    __slots__ = ()

    _message = hooks_extension_pb2.UploadVerdict
    _attributes = ("rejection_reason", "modified_file_info", "content_replaced")

    rejection_reason: Attribute[str, str] = _f.scalar("rejection_reason")
    """Why the file is refused, shown to the uploader; empty to accept it."""
    modified_file_info: Attribute[FileInfo | None, FileInfoLike | None] = _f.nested("modified_file_info", "FileInfo")
    """What shall be kept about the file instead; absent to leave it as it is. The size is always
    taken from the content.
    """
    content_replaced: Attribute[bool, bool] = _f.scalar("content_replaced")
    """Whether the content is replaced by what was sent, be it nothing at all; if not, what was sent
    is forgotten and the content left as it is.
    """

    def __init__(
        self,
        rejection_reason: str = "",
        modified_file_info: FileInfoLike | None = None,
        content_replaced: bool = False,
    ) -> None:
        pb = self._pb = hooks_extension_pb2.UploadVerdict()
        if rejection_reason:
            pb.rejection_reason = rejection_reason
        if modified_file_info is not None:
            pb.modified_file_info.CopyFrom(FileInfo._message_of(modified_file_info))
        if content_replaced:
            pb.content_replaced = content_replaced


class User(Model[user_pb2.User]):
    """An account: a person, a bot, or the likeness of a user of a connected server."""

    __slots__ = ()

    _message = user_pb2.User
    _attributes = (
        "id",
        "username",
        "email",
        "create_at",
        "update_at",
        "delete_at",
        "email_verified",
        "nickname",
        "first_name",
        "last_name",
        "position",
        "roles",
        "locale",
        "timezone",
        "is_bot",
        "bot_description",
        "auth_data",
        "auth_service",
        "props",
        "notify_props",
        "last_password_update",
        "last_picture_update",
        "failed_attempts",
        "mfa_active",
        "remote_id",
        "last_activity_at",
        "bot_last_icon_update",
        "terms_of_service_id",
        "terms_of_service_create_at",
        "disable_welcome_email",
        "last_login",
        "password",
        "allow_marketing",
        "mfa_secret",
    )
    _secrets = frozenset({"password", "auth_data", "mfa_secret"})

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the user, 26 lower-case letters and digits; given by the host and never
    changed.
    """
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the account was made, in milliseconds since the epoch; set by the host alone."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When the account was last changed, in milliseconds since the epoch; set by the host alone."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the account was deactivated, in milliseconds since the epoch; 0 for an active one."""
    username: Attribute[str, str] = _f.scalar("username")
    """Name by which the user is mentioned and logs in: 3 to 64 characters, lower-case letters,
    digits, dots, hyphens and underscores, unique on the server.
    """
    password: Attribute[str, str] = _f.scalar("password")
    """Password to set. A plugin may send it when it creates an account; a host never sends it, nor
    anything derived from it, to a plugin.
    """
    auth_data: Attribute[str | None, str | None] = _f.optional("auth_data")
    """The user's identity at the login service named in auth_service; never sent to a plugin."""
    auth_service: Attribute[str, str] = _f.scalar("auth_service")
    """Service that checks the user's identity, such as ldap, saml or gitlab; empty for a password
    kept by the server.
    """
    email: Attribute[str, str] = _f.scalar("email")
    """E-mail address, at most 128 characters and unique on the server; where a host hides addresses
    it is empty.
    """
    email_verified: Attribute[bool, bool] = _f.scalar("email_verified")
    """Whether the user has proved that the address is theirs."""
    nickname: Attribute[str, str] = _f.scalar("nickname")
    """Name the user prefers to be shown, at most 64 characters; may be empty."""
    first_name: Attribute[str, str] = _f.scalar("first_name")
    """Given name, at most 64 characters; may be empty."""
    last_name: Attribute[str, str] = _f.scalar("last_name")
    """Family name, at most 64 characters; may be empty."""
    position: Attribute[str, str] = _f.scalar("position")
    """What the user does in the organisation, at most 128 characters; may be empty."""
    roles: Attribute[str, str] = _f.scalar("roles")
    """Names of the roles held on the whole server, separated by spaces, such as system_user."""
    allow_marketing: Attribute[bool, bool] = _f.scalar("allow_marketing")
    """Whether the user agreed to receive advertising mail."""
    props: Attribute[ScalarMap[str], Mapping[str, str]] = _f.scalar_map("props")
    """Further facts about the user that others may read, such as the custom status."""
    notify_props: Attribute[ScalarMap[str], Mapping[str, str]] = _f.scalar_map("notify_props")
    """How the user wants to be notified, by kind of notification; values are short words such as
    all, mention, none, true and false.
    """
    last_password_update: Attribute[int, int] = _f.scalar("last_password_update")
    """When the password was last set, in milliseconds since the epoch; set by the host alone."""
    last_picture_update: Attribute[int, int] = _f.scalar("last_picture_update")
    """When the profile picture was last set, in milliseconds since the epoch; 0 for the generated
    picture.
    """
    failed_attempts: Attribute[int, int] = _f.scalar("failed_attempts")
    """Logins that failed since the last one that succeeded; set by the host alone."""
    locale: Attribute[str, str] = _f.scalar("locale")
    """Language of the user's interface as a language tag, such as en or pt-BR; at most 5
    characters.
    """
    timezone: Attribute[ScalarMap[str], Mapping[str, str]] = _f.scalar_map("timezone")
    """Time zone of the user: the keys useAutomaticTimezone, automaticTimezone and manualTimezone,
    with zone names such as Europe/Berlin.
    """
    mfa_active: Attribute[bool, bool] = _f.scalar("mfa_active")
    """Whether the user logs in with a second factor."""
    mfa_secret: Attribute[str, str] = _f.scalar("mfa_secret")
    """Secret of the second factor; never sent to a plugin."""
    remote_id: Attribute[str | None, str | None] = _f.optional("remote_id")
    """Identifier of the connected server that the user belongs to; absent for users of this one."""
    last_activity_at: Attribute[int, int] = _f.scalar("last_activity_at")
    """When the user was last seen active, in milliseconds since the epoch; filled only where a
    method says so.
    """
    is_bot: Attribute[bool, bool] = _f.scalar("is_bot")
    """Whether the account is a bot; set by the host alone."""
    bot_description: Attribute[str, str] = _f.scalar("bot_description")
    """What the bot is for; empty for people."""
    bot_last_icon_update: Attribute[int, int] = _f.scalar("bot_last_icon_update")
    """When the bot's icon was last set, in milliseconds since the epoch; 0 for people and for bots
    without one.
    """
    terms_of_service_id: Attribute[str, str] = _f.scalar("terms_of_service_id")
    """Identifier of the terms that the user accepted last; empty for none."""
    terms_of_service_create_at: Attribute[int, int] = _f.scalar("terms_of_service_create_at")
    """When the user accepted those terms, in milliseconds since the epoch; 0 for never."""
    disable_welcome_email: Attribute[bool, bool] = _f.scalar("disable_welcome_email")
    """When an account is created: whether no welcome mail is sent. Not stored."""
    last_login: Attribute[int, int] = _f.scalar("last_login")
    """When the user last logged in, in milliseconds since the epoch; 0 for never or not told."""

    def __init__(
        self,
        id: str = "",
        username: str = "",
        email: str = "",
        create_at: int = 0,
        update_at: int = 0,
        delete_at: int = 0,
        email_verified: bool = False,
        nickname: str = "",
        first_name: str = "",
        last_name: str = "",
        position: str = "",
        roles: str = "",
        locale: str = "",
        timezone: Mapping[str, str] | None = None,
        is_bot: bool = False,
        bot_description: str = "",
        auth_data: str | None = None,
        auth_service: str = "",
        props: Mapping[str, str] | None = None,
        notify_props: Mapping[str, str] | None = None,
        last_password_update: int = 0,
        last_picture_update: int = 0,
        failed_attempts: int = 0,
        mfa_active: bool = False,
        remote_id: str | None = None,
        last_activity_at: int = 0,
        bot_last_icon_update: int = 0,
        terms_of_service_id: str = "",
        terms_of_service_create_at: int = 0,
        disable_welcome_email: bool = False,
        last_login: int = 0,
        password: str = "",
        allow_marketing: bool = False,
        mfa_secret: str = "",
    ) -> None:
        pb = self._pb = user_pb2.User()
        if id:
            pb.id = id
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if delete_at:
            pb.delete_at = delete_at
        if username:
            pb.username = username
        if password:
            pb.password = password
        if auth_data is not None:
            pb.auth_data = auth_data
        if auth_service:
            pb.auth_service = auth_service
        if email:
            pb.email = email
        if email_verified:
            pb.email_verified = email_verified
        if nickname:
            pb.nickname = nickname
        if first_name:
            pb.first_name = first_name
        if last_name:
            pb.last_name = last_name
        if position:
            pb.position = position
        if roles:
            pb.roles = roles
        if allow_marketing:
            pb.allow_marketing = allow_marketing
        if props:
            pb.props.update(props)
        if notify_props:
            pb.notify_props.update(notify_props)
        if last_password_update:
            pb.last_password_update = last_password_update
        if last_picture_update:
            pb.last_picture_update = last_picture_update
        if failed_attempts:
            pb.failed_attempts = failed_attempts
        if locale:
            pb.locale = locale
        if timezone:
            pb.timezone.update(timezone)
        if mfa_active:
            pb.mfa_active = mfa_active
        if mfa_secret:
            pb.mfa_secret = mfa_secret
        if remote_id is not None:
            pb.remote_id = remote_id
        if last_activity_at:
            pb.last_activity_at = last_activity_at
        if is_bot:
            pb.is_bot = is_bot
        if bot_description:
            pb.bot_description = bot_description
        if bot_last_icon_update:
            pb.bot_last_icon_update = bot_last_icon_update
        if terms_of_service_id:
            pb.terms_of_service_id = terms_of_service_id
        if terms_of_service_create_at:
            pb.terms_of_service_create_at = terms_of_service_create_at
        if disable_welcome_email:
            pb.disable_welcome_email = disable_welcome_email
        if last_login:
            pb.last_login = last_login


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


class ViewUsersRestrictions(Model[common_pb2.ViewUsersRestrictions]):
    """Limits a listing of users to those who share a team or a channel with somebody. Where the
    message is absent nothing is limited; where both lists are empty nobody is seen.
    """

    __slots__ = ()

    _message = common_pb2.ViewUsersRestrictions
    _attributes = ("teams", "channels")

    teams: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("teams")
    """Identifiers of teams whose members are seen."""
    channels: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("channels")
    """Identifiers of channels whose members are seen."""

    def __init__(self, teams: Iterable[str] = (), channels: Iterable[str] = ()) -> None:
        pb = self._pb = common_pb2.ViewUsersRestrictions()
        if teams:
            pb.teams.extend(strings(teams))
        if channels:
            pb.channels.extend(strings(channels))


class WebSocketRequest(Model[hooks_command_pb2.WebSocketRequest]):
    """A message that a client sent over its WebSocket connection."""

    __slots__ = ()

    _message = hooks_command_pb2.WebSocketRequest
    _attributes = ("seq", "action", "data")

    seq: Attribute[int, int] = _f.scalar("seq")
    """Number that the client gave the message."""
    action: Attribute[str, str] = _f.scalar("action")
    """What is asked for; begins with custom_, and by convention goes on with the identifier of the
    plugin that is meant.
    """
    data: Attribute[StructView, Mapping[str, Any] | None] = _f.struct("data")
    """Arguments, by name."""

    def __init__(
        self,
        seq: int = 0,
        action: str = "",
        data: Mapping[str, Any] | None = None,
    ) -> None:
        pb = self._pb = hooks_command_pb2.WebSocketRequest()
        if seq:
            pb.seq = seq
        if action:
            pb.action = action
        if data is not None:
            _f.put_struct(pb.data, data)


class WebsocketBroadcast(Model[api_kv_config_pb2.WebsocketBroadcast]):
    """Whom a WebSocket event reaches. The narrowest of user, channel and team that is set decides;
    with none set it goes to everybody.
    """

    __slots__ = ()

    _message = api_kv_config_pb2.WebsocketBroadcast
    _attributes = (
        "omit_users",
        "user_id",
        "channel_id",
        "team_id",
        "connection_id",
        "omit_connection_id",
        "reliable_cluster_send",
        "contention_free_broadcast",
    )

    omit_users: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("omit_users")
    """Identifiers of users who do not get the event."""
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the only user who gets the event."""
    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel whose members get the event."""
    team_id: Attribute[str, str] = _f.scalar("team_id")
    """Identifier of the team whose members get the event."""
    connection_id: Attribute[str, str] = _f.scalar("connection_id")
    """Identifier of the one connection that gets the event, or that does not."""
    omit_connection_id: Attribute[bool, bool] = _f.scalar("omit_connection_id")
    """Whether the connection named in connection_id is left out instead of being the only one
    reached.
    """
    reliable_cluster_send: Attribute[bool, bool] = _f.scalar("reliable_cluster_send")
    """Whether the event goes to other nodes of a cluster in a way that does not lose it."""
    contention_free_broadcast: Attribute[bool, bool] = _f.scalar("contention_free_broadcast")
    """Whether the sender may not be held up by slow connections, at the price of order."""

    def __init__(
        self,
        omit_users: Iterable[str] = (),
        user_id: str = "",
        channel_id: str = "",
        team_id: str = "",
        connection_id: str = "",
        omit_connection_id: bool = False,
        reliable_cluster_send: bool = False,
        contention_free_broadcast: bool = False,
    ) -> None:
        pb = self._pb = api_kv_config_pb2.WebsocketBroadcast()
        if omit_users:
            pb.omit_users.extend(strings(omit_users))
        if user_id:
            pb.user_id = user_id
        if channel_id:
            pb.channel_id = channel_id
        if team_id:
            pb.team_id = team_id
        if connection_id:
            pb.connection_id = connection_id
        if omit_connection_id:
            pb.omit_connection_id = omit_connection_id
        if reliable_cluster_send:
            pb.reliable_cluster_send = reliable_cluster_send
        if contention_free_broadcast:
            pb.contention_free_broadcast = contention_free_broadcast


# What is accepted where a model is expected.
AppErrorLike = Union[AppError, common_pb2.AppError, Mapping[str, Any]]
AuditRecordLike = Union[AuditRecord, api_remaining_pb2.AuditRecord, Mapping[str, Any]]
BotLike = Union[Bot, api_file_bot_pb2.Bot, Mapping[str, Any]]
BotGetOptionsLike = Union[BotGetOptions, api_file_bot_pb2.BotGetOptions, Mapping[str, Any]]
BotPatchLike = Union[BotPatch, api_file_bot_pb2.BotPatch, Mapping[str, Any]]
ChannelLike = Union[Channel, channel_pb2.Channel, Mapping[str, Any]]
ChannelBannerInfoLike = Union[ChannelBannerInfo, channel_pb2.ChannelBannerInfo, Mapping[str, Any]]
ChannelMemberLike = Union[ChannelMember, api_channel_post_pb2.ChannelMember, Mapping[str, Any]]
ChannelMemberIdentifierLike = Union[ChannelMemberIdentifier, api_channel_post_pb2.ChannelMemberIdentifier, Mapping[str, Any]]
ChannelStatsLike = Union[ChannelStats, api_channel_post_pb2.ChannelStats, Mapping[str, Any]]
CommandLike = Union[Command, api_remaining_pb2.Command, Mapping[str, Any]]
CommandArgsLike = Union[CommandArgs, api_remaining_pb2.CommandArgs, Mapping[str, Any]]
CommandResponseLike = Union[CommandResponse, api_remaining_pb2.CommandResponse, Mapping[str, Any]]
ConfigJsonLike = Union[ConfigJson, hooks_lifecycle_pb2.ConfigJson, Mapping[str, Any]]
CreateDefaultMembershipParamsLike = Union[CreateDefaultMembershipParams, api_remaining_pb2.CreateDefaultMembershipParams, Mapping[str, Any]]
CustomStatusLike = Union[CustomStatus, api_user_team_pb2.CustomStatus, Mapping[str, Any]]
DialogLike = Union[Dialog, api_remaining_pb2.Dialog, Mapping[str, Any]]
DialogElementLike = Union[DialogElement, api_remaining_pb2.DialogElement, Mapping[str, Any]]
DialogElementOptionLike = Union[DialogElementOption, api_remaining_pb2.DialogElementOption, Mapping[str, Any]]
EmailNotificationContentLike = Union[EmailNotificationContent, hooks_message_pb2.EmailNotificationContent, Mapping[str, Any]]
EmailNotificationJsonLike = Union[EmailNotificationJson, hooks_message_pb2.EmailNotificationJson, Mapping[str, Any]]
EmojiLike = Union[Emoji, api_channel_post_pb2.Emoji, Mapping[str, Any]]
EmptyLike = Union[Empty, common_pb2.Empty, Mapping[str, Any]]
FileDataLike = Union[FileData, file_pb2.FileData, Mapping[str, Any]]
FileInfoLike = Union[FileInfo, file_pb2.FileInfo, Mapping[str, Any]]
FileUploadResponseLike = Union[FileUploadResponse, file_pb2.FileUploadResponse, Mapping[str, Any]]
FilesLimitsLike = Union[FilesLimits, hooks_lifecycle_pb2.FilesLimits, Mapping[str, Any]]
GetFileInfosOptionsLike = Union[GetFileInfosOptions, api_file_bot_pb2.GetFileInfosOptions, Mapping[str, Any]]
GetPostsSinceForSyncCursorLike = Union[GetPostsSinceForSyncCursor, api_remaining_pb2.GetPostsSinceForSyncCursor, Mapping[str, Any]]
GroupLike = Union[Group, api_remaining_pb2.Group, Mapping[str, Any]]
GroupMemberLike = Union[GroupMember, api_remaining_pb2.GroupMember, Mapping[str, Any]]
GroupSearchOptsLike = Union[GroupSearchOpts, api_remaining_pb2.GroupSearchOpts, Mapping[str, Any]]
GroupSyncableLike = Union[GroupSyncable, api_remaining_pb2.GroupSyncable, Mapping[str, Any]]
HTTPHeaderLike = Union[HTTPHeader, hooks_http_pb2.HTTPHeader, Mapping[str, Any]]
KeyValuePairLike = Union[KeyValuePair, api_kv_config_pb2.KeyValuePair, Mapping[str, Any]]
ManifestLike = Union[Manifest, api_kv_config_pb2.Manifest, Mapping[str, Any]]
MessagesLimitsLike = Union[MessagesLimits, hooks_lifecycle_pb2.MessagesLimits, Mapping[str, Any]]
OAuthAppLike = Union[OAuthApp, api_remaining_pb2.OAuthApp, Mapping[str, Any]]
OnInstallEventLike = Union[OnInstallEvent, hooks_lifecycle_pb2.OnInstallEvent, Mapping[str, Any]]
OpenDialogRequestLike = Union[OpenDialogRequest, api_remaining_pb2.OpenDialogRequest, Mapping[str, Any]]
OrderedSidebarCategoriesLike = Union[OrderedSidebarCategories, api_channel_post_pb2.OrderedSidebarCategories, Mapping[str, Any]]
PluginClusterEventLike = Union[PluginClusterEvent, api_remaining_pb2.PluginClusterEvent, Mapping[str, Any]]
PluginClusterEventSendOptionsLike = Union[PluginClusterEventSendOptions, api_remaining_pb2.PluginClusterEventSendOptions, Mapping[str, Any]]
PluginContextLike = Union[PluginContext, hooks_common_pb2.PluginContext, Mapping[str, Any]]
PluginKVSetOptionsLike = Union[PluginKVSetOptions, api_kv_config_pb2.PluginKVSetOptions, Mapping[str, Any]]
PluginStatusLike = Union[PluginStatus, api_kv_config_pb2.PluginStatus, Mapping[str, Any]]
PostLike = Union[Post, post_pb2.Post, Mapping[str, Any]]
PostAcknowledgementLike = Union[PostAcknowledgement, post_pb2.PostAcknowledgement, Mapping[str, Any]]
PostEmbedLike = Union[PostEmbed, post_pb2.PostEmbed, Mapping[str, Any]]
PostImageLike = Union[PostImage, post_pb2.PostImage, Mapping[str, Any]]
PostListLike = Union[PostList, post_pb2.PostList, Mapping[str, Any]]
PostMetadataLike = Union[PostMetadata, post_pb2.PostMetadata, Mapping[str, Any]]
PostPriorityLike = Union[PostPriority, post_pb2.PostPriority, Mapping[str, Any]]
PostSearchResultsLike = Union[PostSearchResults, api_channel_post_pb2.PostSearchResults, Mapping[str, Any]]
PreferenceLike = Union[Preference, api_remaining_pb2.Preference, Mapping[str, Any]]
ProductLimitsLike = Union[ProductLimits, hooks_lifecycle_pb2.ProductLimits, Mapping[str, Any]]
PropertyFieldLike = Union[PropertyField, api_remaining_pb2.PropertyField, Mapping[str, Any]]
PropertyFieldSearchOptsLike = Union[PropertyFieldSearchOpts, api_remaining_pb2.PropertyFieldSearchOpts, Mapping[str, Any]]
PropertyGroupLike = Union[PropertyGroup, api_remaining_pb2.PropertyGroup, Mapping[str, Any]]
PropertyValueLike = Union[PropertyValue, api_remaining_pb2.PropertyValue, Mapping[str, Any]]
PropertyValueSearchOptsLike = Union[PropertyValueSearchOpts, api_remaining_pb2.PropertyValueSearchOpts, Mapping[str, Any]]
PushNotificationLike = Union[PushNotification, api_remaining_pb2.PushNotification, Mapping[str, Any]]
ReactionLike = Union[Reaction, post_pb2.Reaction, Mapping[str, Any]]
RegisterPluginOptsLike = Union[RegisterPluginOpts, api_remaining_pb2.RegisterPluginOpts, Mapping[str, Any]]
RemoteClusterLike = Union[RemoteCluster, hooks_command_pb2.RemoteCluster, Mapping[str, Any]]
RequestContextLike = Union[RequestContext, common_pb2.RequestContext, Mapping[str, Any]]
SamlAssertionInfoJsonLike = Union[SamlAssertionInfoJson, hooks_user_channel_pb2.SamlAssertionInfoJson, Mapping[str, Any]]
SearchParameterLike = Union[SearchParameter, api_channel_post_pb2.SearchParameter, Mapping[str, Any]]
SearchParamsLike = Union[SearchParams, api_channel_post_pb2.SearchParams, Mapping[str, Any]]
ServeHTTPRequestLike = Union[ServeHTTPRequest, hooks_http_pb2.ServeHTTPRequest, Mapping[str, Any]]
ServeHTTPRequestInitLike = Union[ServeHTTPRequestInit, hooks_http_pb2.ServeHTTPRequestInit, Mapping[str, Any]]
ServeHTTPResponseLike = Union[ServeHTTPResponse, hooks_http_pb2.ServeHTTPResponse, Mapping[str, Any]]
ServeHTTPResponseInitLike = Union[ServeHTTPResponseInit, hooks_http_pb2.ServeHTTPResponseInit, Mapping[str, Any]]
SessionLike = Union[Session, api_user_team_pb2.Session, Mapping[str, Any]]
SharedChannelLike = Union[SharedChannel, api_remaining_pb2.SharedChannel, Mapping[str, Any]]
SidebarCategoryWithChannelsLike = Union[SidebarCategoryWithChannels, api_channel_post_pb2.SidebarCategoryWithChannels, Mapping[str, Any]]
UserStatusLike = Union[UserStatus, api_user_team_pb2.Status, Mapping[str, Any]]
StreamedUploadInitLike = Union[StreamedUploadInit, hooks_extension_pb2.StreamedUploadInit, Mapping[str, Any]]
StreamedUploadRequestLike = Union[StreamedUploadRequest, hooks_extension_pb2.StreamedUploadRequest, Mapping[str, Any]]
StreamedUploadResponseLike = Union[StreamedUploadResponse, hooks_extension_pb2.StreamedUploadResponse, Mapping[str, Any]]
StringListLike = Union[StringList, api_channel_post_pb2.StringList, Mapping[str, Any]]
StringMapLike = Union[StringMap, common_pb2.StringMap, Mapping[str, Any]]
SyncMsgJsonLike = Union[SyncMsgJson, hooks_command_pb2.SyncMsgJson, Mapping[str, Any]]
SyncResponseLike = Union[SyncResponse, hooks_command_pb2.SyncResponse, Mapping[str, Any]]
TeamLike = Union[Team, team_pb2.Team, Mapping[str, Any]]
TeamMemberLike = Union[TeamMember, team_pb2.TeamMember, Mapping[str, Any]]
TeamMemberWithErrorLike = Union[TeamMemberWithError, api_user_team_pb2.TeamMemberWithError, Mapping[str, Any]]
TeamStatsLike = Union[TeamStats, api_user_team_pb2.TeamStats, Mapping[str, Any]]
TeamUnreadLike = Union[TeamUnread, team_pb2.TeamUnread, Mapping[str, Any]]
TeamsLimitsLike = Union[TeamsLimits, hooks_lifecycle_pb2.TeamsLimits, Mapping[str, Any]]
UploadSessionLike = Union[UploadSession, api_file_bot_pb2.UploadSession, Mapping[str, Any]]
UploadVerdictLike = Union[UploadVerdict, hooks_extension_pb2.UploadVerdict, Mapping[str, Any]]
UserLike = Union[User, user_pb2.User, Mapping[str, Any]]
UserAccessTokenLike = Union[UserAccessToken, api_user_team_pb2.UserAccessToken, Mapping[str, Any]]
UserAuthLike = Union[UserAuth, api_user_team_pb2.UserAuth, Mapping[str, Any]]
ViewUsersRestrictionsLike = Union[ViewUsersRestrictions, common_pb2.ViewUsersRestrictions, Mapping[str, Any]]
WebSocketRequestLike = Union[WebSocketRequest, hooks_command_pb2.WebSocketRequest, Mapping[str, Any]]
WebsocketBroadcastLike = Union[WebsocketBroadcast, api_kv_config_pb2.WebsocketBroadcast, Mapping[str, Any]]

__all__ = [
    "ChannelType",
    "TeamType",
    "AppError",
    "AuditRecord",
    "Bot",
    "BotGetOptions",
    "BotPatch",
    "Channel",
    "ChannelBannerInfo",
    "ChannelMember",
    "ChannelMemberIdentifier",
    "ChannelStats",
    "Command",
    "CommandArgs",
    "CommandResponse",
    "ConfigJson",
    "CreateDefaultMembershipParams",
    "CustomStatus",
    "Dialog",
    "DialogElement",
    "DialogElementOption",
    "EmailNotificationContent",
    "EmailNotificationJson",
    "Emoji",
    "Empty",
    "FileData",
    "FileInfo",
    "FileUploadResponse",
    "FilesLimits",
    "GetFileInfosOptions",
    "GetPostsSinceForSyncCursor",
    "Group",
    "GroupMember",
    "GroupSearchOpts",
    "GroupSyncable",
    "HTTPHeader",
    "KeyValuePair",
    "Manifest",
    "MessagesLimits",
    "OAuthApp",
    "OnInstallEvent",
    "OpenDialogRequest",
    "OrderedSidebarCategories",
    "PluginClusterEvent",
    "PluginClusterEventSendOptions",
    "PluginContext",
    "PluginKVSetOptions",
    "PluginStatus",
    "Post",
    "PostAcknowledgement",
    "PostEmbed",
    "PostImage",
    "PostList",
    "PostMetadata",
    "PostPriority",
    "PostSearchResults",
    "Preference",
    "ProductLimits",
    "PropertyField",
    "PropertyFieldSearchOpts",
    "PropertyGroup",
    "PropertyValue",
    "PropertyValueSearchOpts",
    "PushNotification",
    "Reaction",
    "RegisterPluginOpts",
    "RemoteCluster",
    "RequestContext",
    "SamlAssertionInfoJson",
    "SearchParameter",
    "SearchParams",
    "ServeHTTPRequest",
    "ServeHTTPRequestInit",
    "ServeHTTPResponse",
    "ServeHTTPResponseInit",
    "Session",
    "SharedChannel",
    "SidebarCategoryWithChannels",
    "StreamedUploadInit",
    "StreamedUploadRequest",
    "StreamedUploadResponse",
    "StringList",
    "StringMap",
    "SyncMsgJson",
    "SyncResponse",
    "Team",
    "TeamMember",
    "TeamMemberWithError",
    "TeamStats",
    "TeamUnread",
    "TeamsLimits",
    "UploadSession",
    "UploadVerdict",
    "User",
    "UserAccessToken",
    "UserAuth",
    "UserStatus",
    "ViewUsersRestrictions",
    "WebSocketRequest",
    "WebsocketBroadcast",
]
