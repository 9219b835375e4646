# Generated from the contract; do not edit.
"""Models of the messages in hooks_command.proto."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import hooks_command_pb2

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
    RemoteClusterLike = Union["RemoteCluster", hooks_command_pb2.RemoteCluster, Mapping[str, Any]]
    SyncMsgJsonLike = Union["SyncMsgJson", hooks_command_pb2.SyncMsgJson, Mapping[str, Any]]
    SyncResponseLike = Union["SyncResponse", hooks_command_pb2.SyncResponse, Mapping[str, Any]]
    WebSocketRequestLike = Union["WebSocketRequest", hooks_command_pb2.WebSocketRequest, Mapping[str, Any]]


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
