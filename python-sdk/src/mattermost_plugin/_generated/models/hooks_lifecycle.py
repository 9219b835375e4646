# Generated from the contract; do not edit.
"""Models of the messages in hooks_lifecycle.proto."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import hooks_lifecycle_pb2

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
    ConfigJsonLike = Union["ConfigJson", hooks_lifecycle_pb2.ConfigJson, Mapping[str, Any]]
    FilesLimitsLike = Union["FilesLimits", hooks_lifecycle_pb2.FilesLimits, Mapping[str, Any]]
    MessagesLimitsLike = Union["MessagesLimits", hooks_lifecycle_pb2.MessagesLimits, Mapping[str, Any]]
    OnInstallEventLike = Union["OnInstallEvent", hooks_lifecycle_pb2.OnInstallEvent, Mapping[str, Any]]
    ProductLimitsLike = Union["ProductLimits", hooks_lifecycle_pb2.ProductLimits, Mapping[str, Any]]
    TeamsLimitsLike = Union["TeamsLimits", hooks_lifecycle_pb2.TeamsLimits, Mapping[str, Any]]


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
            pb.files.CopyFrom(_models.FilesLimits._message_of(files))
        if messages is not None:
            pb.messages.CopyFrom(_models.MessagesLimits._message_of(messages))
        if teams is not None:
            pb.teams.CopyFrom(_models.TeamsLimits._message_of(teams))


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
