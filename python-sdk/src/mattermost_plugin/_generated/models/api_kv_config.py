# Generated from the contract; do not edit.
"""Models of the messages in api_kv_config.proto."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import api_kv_config_pb2

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
    KeyValuePairLike = Union["KeyValuePair", api_kv_config_pb2.KeyValuePair, Mapping[str, Any]]
    ManifestLike = Union["Manifest", api_kv_config_pb2.Manifest, Mapping[str, Any]]
    PluginKVSetOptionsLike = Union["PluginKVSetOptions", api_kv_config_pb2.PluginKVSetOptions, Mapping[str, Any]]
    PluginStatusLike = Union["PluginStatus", api_kv_config_pb2.PluginStatus, Mapping[str, Any]]
    WebsocketBroadcastLike = Union["WebsocketBroadcast", api_kv_config_pb2.WebsocketBroadcast, Mapping[str, Any]]


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
