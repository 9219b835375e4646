"""What is served on the lane, by the names of the methods."""

from __future__ import annotations

import functools
import importlib
from typing import Any, AsyncIterator, Awaitable, Callable, Dict, FrozenSet, Mapping, Optional

from google.protobuf.empty_pb2 import Empty
from google.protobuf.wrappers_pb2 import StringValue

from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._internal.call_stream import Begin
from mattermost_plugin._internal.lane.chunks import tag_of
from mattermost_plugin._internal.services import GoPlugin, Health
from mattermost_plugin.servicers.hooks_servicer import LIFE, PluginHooksServicerImpl

Unary = Callable[[Any, Any], Awaitable[Any]]
Streaming = Callable[[AsyncIterator[Any], Any], AsyncIterator[Any]]
Limit = Callable[[Any], Optional[float]]


class Method:
    """How calls of one method are answered.

    Attributes:
        name: the service's full name, a slash, the method's name.
        short_name: the method's name alone.
        request: the class of its requests.
        unary: answers a request, where the method does not stream.
        begin: answers the one request of a call of a method that streams, if it can be called so.
        stream: answers requests, where the method streams.
        limit: the seconds that a handler has by a call's context; None where no handler is called.
    """

    __slots__ = (
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

    def __init__(
        self,
        name: str,
        request: Any,
        *,
        unary: Optional[Unary] = None,
        begin: Optional[Begin] = None,
        stream: Optional[Streaming] = None,
        response: Any = None,
        limit: Optional[Limit] = None,
    ) -> None:
        self.name = name
        self.short_name = name.rpartition("/")[2]
        self.request = request
        self.unary = unary
        self.begin = begin
        self.stream = stream
        self.limit = limit
        self.request_tag = tag_of(request) if stream is not None else 0
        self.response_tag = tag_of(response) if stream is not None else 0


Methods = Mapping[str, Method]


def control_methods(health: Health, go_plugin: GoPlugin) -> Dict[str, Method]:
    """Return what a host asks a process, whatever its plugin does."""
    methods = (
        Method("grpc.health.v1.Health/Check", StringValue, unary=health.check),
        Method("plugin.GRPCController/Shutdown", Empty, unary=go_plugin.shutdown),
    )
    return {method.name: method for method in methods}


def hook_methods(servicer: Any) -> Dict[str, Method]:
    """Return the methods of the hooks' services, answered by `servicer`."""
    begins: Mapping[str, Begin] = {}
    limit_of: Optional[Callable[[HookName, Any], Optional[float]]] = None
    if isinstance(servicer, PluginHooksServicerImpl):
        begins, limit_of = servicer.beginnings(), servicer.limit_of
    methods: Dict[str, Method] = {}
    for module, service in _SERVICES:
        descriptor = importlib.import_module(f"mattermost_plugin.grpc.{module}").DESCRIPTOR
        described = descriptor.services_by_name[service]
        for method in described.methods:
            name = f"{described.full_name}/{method.name}"
            answer = getattr(servicer, method.name)
            streams = method.name in _STREAMS
            known = limit_of is not None and method.name in HookName.__members__
            methods[name] = Method(
                name,
                method.input_type._concrete_class,
                unary=None if streams else answer,
                stream=answer if streams else None,
                begin=begins.get(name),
                response=method.output_type._concrete_class,
                limit=functools.partial(limit_of, HookName(method.name))
                if known and limit_of is not None
                else None,
            )
    return methods


_SERVICES = (
    ("hooks_pb2", "PluginHooks"),
    ("hooks_extension_pb2", "PluginHooksExtension"),
)

# Descriptors of older versions of protobuf do not tell.
_STREAMS: FrozenSet[str] = frozenset(
    hook.value
    for hook in (HookName.ServeHTTP, HookName.ServeMetrics, HookName.FileWillBeUploadedStream)
)


def methods_for_threads(methods: Methods, servicer: Any) -> FrozenSet[str]:
    """Return the names of those methods whose handlers are plain functions."""
    if not isinstance(servicer, PluginHooksServicerImpl):
        return frozenset()
    return frozenset(
        name
        for name, method in methods.items()
        if method.unary is not None
        and method.limit is not None
        and method.short_name not in LIFE
        and servicer.blocks(HookName(method.short_name))
    )
