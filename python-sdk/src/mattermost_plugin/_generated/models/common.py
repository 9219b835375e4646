# Generated from the contract; do not edit.
"""Models of the messages in common.proto."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import common_pb2

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
    AppErrorLike = Union["AppError", common_pb2.AppError, Mapping[str, Any]]
    EmptyLike = Union["Empty", common_pb2.Empty, Mapping[str, Any]]
    RequestContextLike = Union["RequestContext", common_pb2.RequestContext, Mapping[str, Any]]
    StringMapLike = Union["StringMap", common_pb2.StringMap, Mapping[str, Any]]
    ViewUsersRestrictionsLike = Union["ViewUsersRestrictions", common_pb2.ViewUsersRestrictions, Mapping[str, Any]]


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


class Empty(Model[common_pb2.Empty]):
    """A message without content, for results that consist only of success."""

    __slots__ = ()

    _message = common_pb2.Empty
    _attributes = ()

    def __init__(self) -> None:
        self._pb = common_pb2.Empty()


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
