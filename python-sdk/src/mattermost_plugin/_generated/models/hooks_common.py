# Generated from the contract; do not edit.
"""Models of the messages in hooks_common.proto."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import hooks_common_pb2

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
    PluginContextLike = Union["PluginContext", hooks_common_pb2.PluginContext, Mapping[str, Any]]


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
