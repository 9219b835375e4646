# Generated from the contract; do not edit.
"""Models of the messages in hooks_http.proto."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import hooks_http_pb2

if TYPE_CHECKING:
    from mattermost_plugin._generated.models.hooks_common import (
        PluginContext,
        PluginContextLike,
    )
    from mattermost_plugin._generated.models.user import (
        User,
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
    HTTPHeaderLike = Union["HTTPHeader", hooks_http_pb2.HTTPHeader, Mapping[str, Any]]
    ServeHTTPRequestLike = Union["ServeHTTPRequest", hooks_http_pb2.ServeHTTPRequest, Mapping[str, Any]]
    ServeHTTPRequestInitLike = Union["ServeHTTPRequestInit", hooks_http_pb2.ServeHTTPRequestInit, Mapping[str, Any]]
    ServeHTTPResponseLike = Union["ServeHTTPResponse", hooks_http_pb2.ServeHTTPResponse, Mapping[str, Any]]
    ServeHTTPResponseInitLike = Union["ServeHTTPResponseInit", hooks_http_pb2.ServeHTTPResponseInit, Mapping[str, Any]]


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
            pb.init.CopyFrom(_models.ServeHTTPRequestInit._message_of(init))
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
            pb.plugin_context.CopyFrom(_models.PluginContext._message_of(plugin_context))
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
            pb.headers.extend(_models.HTTPHeader._messages_of(headers))
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
            pb.init.CopyFrom(_models.ServeHTTPResponseInit._message_of(init))
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
            pb.headers.extend(_models.HTTPHeader._messages_of(headers))
