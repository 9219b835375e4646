"""gRPC channels to the host, and calls through them."""

from __future__ import annotations

import asyncio
import os
from typing import Any, Callable, Dict, List, Optional, Sequence, Tuple

from google.protobuf.message import Message

from mattermost_plugin._internal.calls import Connection
from mattermost_plugin._internal.methods import Method
from mattermost_plugin._internal.status import grpcio
from mattermost_plugin._internal.token import api_token

#: Names the environment variable from which the host's address is taken.
TARGET_VARIABLE = "MATTERMOST_PLUGIN_API_TARGET"

Options = Sequence[Tuple[str, Any]]
Metadata = Tuple[Tuple[str, str], ...]

#: The largest message that is sent or taken; the same on both sides.
MESSAGE_LIMIT = 64 * 1024 * 1024

#: So many bytes of a stream may come before somebody reads them; the same on both sides.
FLOW_CONTROL_WINDOW = 1024 * 1024

#: What holds for channels and servers alike.
TRANSPORT_OPTIONS: List[Tuple[str, Any]] = [
    ("grpc.max_receive_message_length", MESSAGE_LIMIT),
    ("grpc.max_send_message_length", MESSAGE_LIMIT),
    # Measured, the window grows with what others read, and each stream that nobody reads fills it.
    ("grpc.http2.bdp_probe", 0),
    ("grpc.http2.lookahead_bytes", FLOW_CONTROL_WINDOW),
]

# Pings only while calls are open, and no oftener than every five minutes, which is what a host that
# says nothing about it puts up with.
_OPTIONS: List[Tuple[str, Any]] = [
    *TRANSPORT_OPTIONS,
    ("grpc.keepalive_time_ms", 360_000),
    ("grpc.keepalive_timeout_ms", 20_000),
    ("grpc.keepalive_permit_without_calls", 0),
    # The host is on this machine: a proxy from the environment is never meant for it.
    ("grpc.enable_http_proxy", 0),
]


def target_of(target: Optional[str]) -> str:
    """Return `target` or, where it is None, the one that the environment names."""
    found = target or os.environ.get(TARGET_VARIABLE, "")
    if not found:
        raise RuntimeError(f"no target: pass one, or set {TARGET_VARIABLE} in the environment")
    return found


def merged(options: Optional[Options]) -> List[Tuple[str, Any]]:
    """Return the default channel options, overridden and completed by `options`."""
    result: Dict[str, Any] = dict(_OPTIONS)
    result.update(dict(options or ()))
    return list(result.items())


def open_channel(
    target: str, credentials: Any, options: Optional[Options], awaited: bool = False
) -> Any:
    """Open a channel for calls that block, or for those that are awaited."""
    factory = grpcio()
    if awaited:
        import grpc.aio as factory
    if credentials is None:
        return factory.insecure_channel(target, options=merged(options))
    return factory.secure_channel(target, credentials, options=merged(options))


def metadata_for(target: str) -> Metadata:
    """Return what calls to `target` carry besides: the host's token, for the host alone."""
    if target != os.environ.get(TARGET_VARIABLE):
        return ()
    token = api_token()
    return (("authorization", f"Bearer {token}"),) if token else ()


class ChannelTransport:
    """Makes one unary gRPC call for each call of the API, blocking or not as the channel is."""

    def __init__(self, channel: Any, metadata: Metadata = ()) -> None:
        self.failures = grpcio().RpcError
        self._channel = channel
        self._metadata = metadata
        self._calls: Dict[str, Callable[..., Any]] = {}

    def call(self, method: Method[Any], request: Message, timeout: Optional[float]) -> Any:
        """Return the response, or an awaitable of it."""
        return self._callable(method)(request, timeout=timeout, metadata=self._metadata)

    def future(self, method: Method[Any], request: Message, timeout: Optional[float]) -> Any:
        """Begin the call on a blocking channel, and return its future."""
        callable_ = self._callable(method)
        return callable_.future(  # type: ignore[attr-defined]
            request, timeout=timeout, metadata=self._metadata
        )

    def announce(self, timeout: float) -> None:
        """Show the token, where there is one, as after that the host asks everybody for it."""
        if self._metadata:
            check = self._channel.unary_unary("/grpc.health.v1.Health/Check")
            check(b"", timeout=timeout, metadata=self._metadata)

    def _callable(self, method: Method[Any]) -> Callable[..., Any]:
        call = self._calls.get(method.path)
        if call is None:
            call = self._channel.unary_unary(
                method.path,
                request_serializer=method.request.SerializeToString,
                response_deserializer=method.response.FromString,
            )
            self._calls[method.path] = call
        return call

    def awaited(self) -> _AwaitedTransport:
        """Return what makes calls on a blocking channel that are awaited."""
        return _AwaitedTransport(self)

    def close(self) -> Any:
        """Close the channel; return an awaitable where the channel's own method does."""
        return self._channel.close()


class AwaitedConnection(Connection):
    """The connection of a blocking client, for use with asyncio.

    gRPC's own asyncio channels belong to one event loop each, and disturb one another in several.
    """

    __slots__ = ("_blocking",)

    def __init__(self, blocking: Connection) -> None:
        self._blocking = blocking

    @property
    def transport(self) -> Any:
        """What carries requests to the host, None where the connection was ended."""
        inner: Any = self._blocking.transport
        return None if inner is None else inner.awaited()

    @transport.setter
    def transport(self, value: Any) -> None:
        if value is not None:
            raise RuntimeError("the client is connected with the one that it was made from")


class _AwaitedTransport:
    def __init__(self, inner: Any) -> None:
        self.failures = inner.failures
        self._inner = inner

    async def call(self, method: Method[Any], request: Message, timeout: Optional[float]) -> Any:
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Any] = loop.create_future()
        call = self._inner.future(method, request, timeout)

        def done(_: Any) -> None:
            try:
                loop.call_soon_threadsafe(finish)
            except RuntimeError:
                # The loop ended before its call.
                return

        def finish() -> None:
            if answer.done():
                return
            error = call.exception()
            if error is None:
                answer.set_result(call.result())
            else:
                answer.set_exception(error)

        call.add_done_callback(done)
        try:
            return await answer
        finally:
            call.cancel()

    async def close(self) -> None:
        """Do nothing: the connection belongs to another client."""
