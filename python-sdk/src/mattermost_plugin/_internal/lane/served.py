"""What is served on the lane, by the names of the methods."""

from __future__ import annotations

import functools
from typing import Any, AsyncIterator, Awaitable, Callable, Dict, FrozenSet, Mapping, Optional

from google.protobuf.empty_pb2 import Empty
from google.protobuf.message import DecodeError
from google.protobuf.wrappers_pb2 import StringValue

from mattermost_plugin._generated.hook_methods import ALL
from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._internal.call_stream import Begin
from mattermost_plugin._internal.lane.chunks import tag_of
from mattermost_plugin._internal.services import GoPlugin, Health
from mattermost_plugin._internal.status import CallFailedError, Status
from mattermost_plugin.servicers.hooks_servicer import PluginHooksServicerImpl

Unary = Callable[[Any, Any], Awaitable[Any]]
Streaming = Callable[[AsyncIterator[Any], Any], AsyncIterator[Any]]
Limit = Callable[[Any], Optional[float]]


class Served:
    """How calls of one method are answered.

    Attributes:
        name: the service's full name, a slash, the method's name.
        short_name: the method's name alone.
        request: the class of its requests.
        request_tag: what stands before a part of a body in these, see `chunks`.
        response_tag: what stands before one in responses.
        unary: answers a request, where the method does not stream.
        begin: answers the one request of a call of a method that streams, if it can be called so.
        stream: answers requests, where the method streams.
        limit: the seconds that a handler has by a call's context; None where no handler is called.
    """

    __slots__ = (
        "_messages",
        "begin",
        "limit",
        "name",
        "request",
        "request_tag",
        "response_tag",
        "short_name",
        "stream",
        "unary",
    )

    request: Any
    request_tag: int
    response_tag: int

    def __init__(
        self,
        name: str,
        messages: Any,
        *,
        unary: Optional[Unary] = None,
        begin: Optional[Begin] = None,
        stream: Optional[Streaming] = None,
        limit: Optional[Limit] = None,
    ) -> None:
        self.name = name
        self.short_name = name.rpartition("/")[2]
        self.unary = unary
        self.begin = begin
        self.stream = stream
        self.limit = limit
        self._messages = messages

    def __getattr__(self, name: str) -> Any:
        # The first time that the method is called: most never are, and neither are their messages
        # imported.
        if name == "request":
            self.request = self._messages.request
        elif name == "request_tag":
            self.request_tag = tag_of(self._messages.request)
        elif name == "response_tag":
            self.response_tag = tag_of(self._messages.response)
        else:
            raise AttributeError(name)
        return getattr(self, name)

    def parsed(self, payload: bytes) -> Any:
        """Return the request that these bytes are, or fail the call where they are none."""
        try:
            return self.request.FromString(payload)
        except DecodeError:
            # What the host has sent is not told: a line of a log is no place for it.
            raise CallFailedError(
                Status.INTERNAL, f"the request is no {self.request.DESCRIPTOR.name}"
            ) from None


ServedMethods = Mapping[str, Served]


class _Messages:
    """The messages of a method that the contract does not have."""

    def __init__(self, request: Any) -> None:
        self.request = request


def control_methods(health: Health, go_plugin: GoPlugin) -> Dict[str, Served]:
    """Return what a host asks a process, whatever its plugin does."""
    methods = (
        Served("grpc.health.v1.Health/Check", _Messages(StringValue), unary=health.check),
        Served("plugin.GRPCController/Shutdown", _Messages(Empty), unary=go_plugin.shutdown),
    )
    return {method.name: method for method in methods}


def hook_methods(servicer: Any) -> Dict[str, Served]:
    """Return the methods of the hooks' services, answered by `servicer`."""
    begins: Mapping[str, Begin] = {}
    limit_of: Optional[Callable[[HookName, Any], Optional[float]]] = None
    if isinstance(servicer, PluginHooksServicerImpl):
        begins, limit_of = servicer.beginnings(), servicer.limit_of
    methods: Dict[str, Served] = {}
    for method in ALL:
        name = method.path[1:]
        answer = getattr(servicer, method.name)
        hook = HookName.__members__.get(method.name)
        methods[name] = Served(
            name,
            method,
            unary=None if method.streams else answer,
            stream=answer if method.streams else None,
            begin=begins.get(name),
            limit=functools.partial(limit_of, hook) if limit_of and hook else None,
        )
    return methods


def methods_for_threads(methods: ServedMethods, servicer: Any) -> FrozenSet[str]:
    """Return the names of those methods whose handlers are plain functions."""
    if not isinstance(servicer, PluginHooksServicerImpl):
        return frozenset()
    return frozenset(
        name
        for name, method in methods.items()
        if method.unary is not None
        and method.limit is not None
        and servicer.blocks(HookName(method.short_name))
    )
