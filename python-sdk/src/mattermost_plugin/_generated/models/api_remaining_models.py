# Generated from the contract; do not edit.
"""Models of the messages in api_remaining_models.proto."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import api_remaining_models_pb2

if TYPE_CHECKING:
    from mattermost_plugin._generated.models.channel import (
        Channel,
    )
    from mattermost_plugin._generated.models.common import (
        Empty,
    )
    from mattermost_plugin._generated.models.team import (
        Team,
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
    AuditRecordLike = Union["AuditRecord", api_remaining_models_pb2.AuditRecord, Mapping[str, Any]]
    CommandLike = Union["Command", api_remaining_models_pb2.Command, Mapping[str, Any]]
    CommandArgsLike = Union["CommandArgs", api_remaining_models_pb2.CommandArgs, Mapping[str, Any]]
    CommandResponseLike = Union["CommandResponse", api_remaining_models_pb2.CommandResponse, Mapping[str, Any]]
    CreateDefaultMembershipParamsLike = Union["CreateDefaultMembershipParams", api_remaining_models_pb2.CreateDefaultMembershipParams, Mapping[str, Any]]
    DialogLike = Union["Dialog", api_remaining_models_pb2.Dialog, Mapping[str, Any]]
    DialogElementLike = Union["DialogElement", api_remaining_models_pb2.DialogElement, Mapping[str, Any]]
    DialogElementOptionLike = Union["DialogElementOption", api_remaining_models_pb2.DialogElementOption, Mapping[str, Any]]
    GetPostsSinceForSyncCursorLike = Union["GetPostsSinceForSyncCursor", api_remaining_models_pb2.GetPostsSinceForSyncCursor, Mapping[str, Any]]
    GroupLike = Union["Group", api_remaining_models_pb2.Group, Mapping[str, Any]]
    GroupMemberLike = Union["GroupMember", api_remaining_models_pb2.GroupMember, Mapping[str, Any]]
    GroupSearchOptsLike = Union["GroupSearchOpts", api_remaining_models_pb2.GroupSearchOpts, Mapping[str, Any]]
    GroupSyncableLike = Union["GroupSyncable", api_remaining_models_pb2.GroupSyncable, Mapping[str, Any]]
    OAuthAppLike = Union["OAuthApp", api_remaining_models_pb2.OAuthApp, Mapping[str, Any]]
    OpenDialogRequestLike = Union["OpenDialogRequest", api_remaining_models_pb2.OpenDialogRequest, Mapping[str, Any]]
    PluginClusterEventLike = Union["PluginClusterEvent", api_remaining_models_pb2.PluginClusterEvent, Mapping[str, Any]]
    PluginClusterEventSendOptionsLike = Union["PluginClusterEventSendOptions", api_remaining_models_pb2.PluginClusterEventSendOptions, Mapping[str, Any]]
    PreferenceLike = Union["Preference", api_remaining_models_pb2.Preference, Mapping[str, Any]]
    PropertyFieldLike = Union["PropertyField", api_remaining_models_pb2.PropertyField, Mapping[str, Any]]
    PropertyFieldSearchOptsLike = Union["PropertyFieldSearchOpts", api_remaining_models_pb2.PropertyFieldSearchOpts, Mapping[str, Any]]
    PropertyGroupLike = Union["PropertyGroup", api_remaining_models_pb2.PropertyGroup, Mapping[str, Any]]
    PropertyValueLike = Union["PropertyValue", api_remaining_models_pb2.PropertyValue, Mapping[str, Any]]
    PropertyValueSearchOptsLike = Union["PropertyValueSearchOpts", api_remaining_models_pb2.PropertyValueSearchOpts, Mapping[str, Any]]
    PushNotificationLike = Union["PushNotification", api_remaining_models_pb2.PushNotification, Mapping[str, Any]]
    RegisterPluginOptsLike = Union["RegisterPluginOpts", api_remaining_models_pb2.RegisterPluginOpts, Mapping[str, Any]]
    SharedChannelLike = Union["SharedChannel", api_remaining_models_pb2.SharedChannel, Mapping[str, Any]]


class AuditRecord(Model[api_remaining_models_pb2.AuditRecord]):
    """What somebody did and how it ended, for the audit log."""

    __slots__ = ()

    _message = api_remaining_models_pb2.AuditRecord
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
        pb = self._pb = api_remaining_models_pb2.AuditRecord()
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


class Command(Model[api_remaining_models_pb2.Command]):
    """A slash command."""

    __slots__ = ()

    _message = api_remaining_models_pb2.Command
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
        pb = self._pb = api_remaining_models_pb2.Command()
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


class CommandArgs(Model[api_remaining_models_pb2.CommandArgs]):
    """A slash command as a user gave it, and where."""

    __slots__ = ()

    _message = api_remaining_models_pb2.CommandArgs
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
        pb = self._pb = api_remaining_models_pb2.CommandArgs()
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


class CommandResponse(Model[api_remaining_models_pb2.CommandResponse]):
    """The answer to a slash command."""

    __slots__ = ()

    _message = api_remaining_models_pb2.CommandResponse
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
        pb = self._pb = api_remaining_models_pb2.CommandResponse()
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
            pb.attachments.extend(_models.CommandResponse._messages_of(attachments))


class CreateDefaultMembershipParams(Model[api_remaining_models_pb2.CreateDefaultMembershipParams]):
    """Which memberships are made from the ties between groups and teams or channels."""

    __slots__ = ()

    _message = api_remaining_models_pb2.CreateDefaultMembershipParams
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
        pb = self._pb = api_remaining_models_pb2.CreateDefaultMembershipParams()
        if since:
            pb.since = since
        if scope_teams:
            pb.scope_teams = scope_teams
        if scope_channels:
            pb.scope_channels = scope_channels
        if re_add_removed_members:
            pb.re_add_removed_members = re_add_removed_members


class Dialog(Model[api_remaining_models_pb2.Dialog]):
    """A form that a client shows in a window."""

    __slots__ = ()

    _message = api_remaining_models_pb2.Dialog
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
        pb = self._pb = api_remaining_models_pb2.Dialog()
        if callback_id:
            pb.callback_id = callback_id
        if title:
            pb.title = title
        if introduction_text:
            pb.introduction_text = introduction_text
        if elements:
            pb.elements.extend(_models.DialogElement._messages_of(elements))
        if submit_label:
            pb.submit_label = submit_label
        if notify_on_cancel:
            pb.notify_on_cancel = notify_on_cancel
        if state:
            pb.state = state
        if icon_url:
            pb.icon_url = icon_url


class DialogElement(Model[api_remaining_models_pb2.DialogElement]):
    """One field of a form."""

    __slots__ = ()

    _message = api_remaining_models_pb2.DialogElement
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
        pb = self._pb = api_remaining_models_pb2.DialogElement()
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
            pb.options.extend(_models.DialogElementOption._messages_of(options))


class DialogElementOption(Model[api_remaining_models_pb2.DialogElementOption]):
    """One choice of a field."""

    __slots__ = ()

    _message = api_remaining_models_pb2.DialogElementOption
    _attributes = ("text", "value")

    text: Attribute[str, str] = _f.scalar("text")
    """What the user reads."""
    value: Attribute[str, str] = _f.scalar("value")
    """What comes back."""

    def __init__(self, text: str = "", value: str = "") -> None:
        pb = self._pb = api_remaining_models_pb2.DialogElementOption()
        if text:
            pb.text = text
        if value:
            pb.value = value


class GetPostsSinceForSyncCursor(Model[api_remaining_models_pb2.GetPostsSinceForSyncCursor]):
    """How far the other side of a shared channel has been brought up to date."""

    __slots__ = ()

    _message = api_remaining_models_pb2.GetPostsSinceForSyncCursor
    _attributes = ("last_post_update_at", "last_post_id")

    last_post_update_at: Attribute[int, int] = _f.scalar("last_post_update_at")
    """Time of change of the last post that was sent, in milliseconds since the epoch."""
    last_post_id: Attribute[str, str] = _f.scalar("last_post_id")
    """Identifier of that post, which tells apart posts changed at the same time."""

    def __init__(self, last_post_update_at: int = 0, last_post_id: str = "") -> None:
        pb = self._pb = api_remaining_models_pb2.GetPostsSinceForSyncCursor()
        if last_post_update_at:
            pb.last_post_update_at = last_post_update_at
        if last_post_id:
            pb.last_post_id = last_post_id


class Group(Model[api_remaining_models_pb2.Group]):
    """Users that belong together across teams, kept by a directory, an administrator or a plugin.
    """

    __slots__ = ()

    _message = api_remaining_models_pb2.Group
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
        pb = self._pb = api_remaining_models_pb2.Group()
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


class GroupMember(Model[api_remaining_models_pb2.GroupMember]):
    """One user's membership in a group."""

    __slots__ = ()

    _message = api_remaining_models_pb2.GroupMember
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
        pb = self._pb = api_remaining_models_pb2.GroupMember()
        if group_id:
            pb.group_id = group_id
        if user_id:
            pb.user_id = user_id
        if create_at:
            pb.create_at = create_at
        if delete_at:
            pb.delete_at = delete_at


class GroupSearchOpts(Model[api_remaining_models_pb2.GroupSearchOpts]):
    """Which groups are listed and what is told about each; an empty field narrows nothing."""

    __slots__ = ()

    _message = api_remaining_models_pb2.GroupSearchOpts
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
        pb = self._pb = api_remaining_models_pb2.GroupSearchOpts()
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


class GroupSyncable(Model[api_remaining_models_pb2.GroupSyncable]):
    """Ties a group to a team or a channel, whose members it then brings."""

    __slots__ = ()

    _message = api_remaining_models_pb2.GroupSyncable
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
        pb = self._pb = api_remaining_models_pb2.GroupSyncable()
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


class OAuthApp(Model[api_remaining_models_pb2.OAuthApp]):
    """A program that may act for users who agree to it."""

    __slots__ = ()

    _message = api_remaining_models_pb2.OAuthApp
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
        pb = self._pb = api_remaining_models_pb2.OAuthApp()
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


class OpenDialogRequest(Model[api_remaining_models_pb2.OpenDialogRequest]):
    """Asks for a dialog to be opened for the user who set something off."""

    __slots__ = ()

    _message = api_remaining_models_pb2.OpenDialogRequest
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
        pb = self._pb = api_remaining_models_pb2.OpenDialogRequest()
        if trigger_id:
            pb.trigger_id = trigger_id
        if url:
            pb.url = url
        if dialog is not None:
            pb.dialog.CopyFrom(_models.Dialog._message_of(dialog))


class PluginClusterEvent(Model[api_remaining_models_pb2.PluginClusterEvent]):
    """A message from a plugin on one node of a cluster to the same plugin on others."""

    __slots__ = ()

    _message = api_remaining_models_pb2.PluginClusterEvent
    _attributes = ("id", "data")

    id: Attribute[str, str] = _f.scalar("id")
    """Name of the kind of message, chosen by the plugin."""
    data: Attribute[bytes, bytes] = _f.scalar("data")
    """Content, in whatever form the plugin gives it."""

    def __init__(self, id: str = "", data: bytes = b"") -> None:
        pb = self._pb = api_remaining_models_pb2.PluginClusterEvent()
        if id:
            pb.id = id
        if data:
            pb.data = data


class PluginClusterEventSendOptions(Model[api_remaining_models_pb2.PluginClusterEventSendOptions]):
    """How a cluster message travels."""

    __slots__ = ()

    _message = api_remaining_models_pb2.PluginClusterEventSendOptions
    _attributes = ("send_type", "target_id")

    send_type: Attribute[str, str] = _f.scalar("send_type")
    """The word reliable, so that none is lost, or best_effort, which is faster and suits what comes
    often; empty for reliable.
    """
    target_id: Attribute[str, str] = _f.scalar("target_id")
    """Identifier of the only node that gets it; empty for all others."""

    def __init__(self, send_type: str = "", target_id: str = "") -> None:
        pb = self._pb = api_remaining_models_pb2.PluginClusterEventSendOptions()
        if send_type:
            pb.send_type = send_type
        if target_id:
            pb.target_id = target_id


class Preference(Model[api_remaining_models_pb2.Preference]):
    """One setting of one user."""

    __slots__ = ()

    _message = api_remaining_models_pb2.Preference
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
        pb = self._pb = api_remaining_models_pb2.Preference()
        if user_id:
            pb.user_id = user_id
        if category:
            pb.category = category
        if name:
            pb.name = name
        if value:
            pb.value = value


class PropertyField(Model[api_remaining_models_pb2.PropertyField]):
    """Describes a property that things can have: its name and what values it takes."""

    __slots__ = ()

    _message = api_remaining_models_pb2.PropertyField
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
        pb = self._pb = api_remaining_models_pb2.PropertyField()
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


class PropertyFieldSearchOpts(Model[api_remaining_models_pb2.PropertyFieldSearchOpts]):
    """Which property fields are listed; an empty text narrows nothing."""

    __slots__ = ()

    _message = api_remaining_models_pb2.PropertyFieldSearchOpts
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
        pb = self._pb = api_remaining_models_pb2.PropertyFieldSearchOpts()
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


class PropertyGroup(Model[api_remaining_models_pb2.PropertyGroup]):
    """Keeps one plugin's or feature's properties apart from all others."""

    __slots__ = ()

    _message = api_remaining_models_pb2.PropertyGroup
    _attributes = ("id", "name")

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the group; given by the host."""
    name: Attribute[str, str] = _f.scalar("name")
    """Name of the group, unique on the server."""

    def __init__(self, id: str = "", name: str = "") -> None:
        pb = self._pb = api_remaining_models_pb2.PropertyGroup()
        if id:
            pb.id = id
        if name:
            pb.name = name


class PropertyValue(Model[api_remaining_models_pb2.PropertyValue]):
    """The value of one property of one thing."""

    __slots__ = ()

    _message = api_remaining_models_pb2.PropertyValue
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
        pb = self._pb = api_remaining_models_pb2.PropertyValue()
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


class PropertyValueSearchOpts(Model[api_remaining_models_pb2.PropertyValueSearchOpts]):
    """Which property values are listed; an empty text narrows nothing."""

    __slots__ = ()

    _message = api_remaining_models_pb2.PropertyValueSearchOpts
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
        pb = self._pb = api_remaining_models_pb2.PropertyValueSearchOpts()
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


class PushNotification(Model[api_remaining_models_pb2.PushNotification]):
    """A notification on its way to a mobile device."""

    __slots__ = ()

    _message = api_remaining_models_pb2.PushNotification
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
        pb = self._pb = api_remaining_models_pb2.PushNotification()
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


class RegisterPluginOpts(Model[api_remaining_models_pb2.RegisterPluginOpts]):
    """What a plugin says when it offers itself as the other side of shared channels."""

    __slots__ = ()

    _message = api_remaining_models_pb2.RegisterPluginOpts
    _attributes = ("plugin_id", "display_name", "description")

    plugin_id: Attribute[str, str] = _f.scalar("plugin_id")
    """Identifier of the plugin; a host goes by the caller, not by this field."""
    display_name: Attribute[str, str] = _f.scalar("display_name")
    """Name of the other side as people read it."""
    description: Attribute[str, str] = _f.scalar("description")
    """What the other side is."""

    def __init__(self, plugin_id: str = "", display_name: str = "", description: str = "") -> None:
        pb = self._pb = api_remaining_models_pb2.RegisterPluginOpts()
        if plugin_id:
            pb.plugin_id = plugin_id
        if display_name:
            pb.display_name = display_name
        if description:
            pb.description = description


class SharedChannel(Model[api_remaining_models_pb2.SharedChannel]):
    """A channel whose content is kept the same on several servers."""

    __slots__ = ()

    _message = api_remaining_models_pb2.SharedChannel
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
        pb = self._pb = api_remaining_models_pb2.SharedChannel()
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
