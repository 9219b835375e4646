"""gRPC channels to the host, and calls through them."""

from __future__ import annotations

import os
from typing import Any, Callable, Dict, List, Optional, Sequence, Tuple

from google.protobuf.message import Message

from mattermost_plugin._internal.calls import ApiMethod

#: Names the environment variable from which the host's address is taken.
TARGET_VARIABLE = "MATTERMOST_PLUGIN_API_TARGET"

Options = Sequence[Tuple[str, Any]]

#: The largest message that is sent or taken; the same on both sides.
MESSAGE_LIMIT = 64 * 1024 * 1024

# Pings only while calls are open, and no oftener than every five minutes, which is what a host that
# says nothing about it puts up with.
_OPTIONS: List[Tuple[str, Any]] = [
    ("grpc.max_receive_message_length", MESSAGE_LIMIT),
    ("grpc.max_send_message_length", MESSAGE_LIMIT),
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


def open_channel(target: str, credentials: Any, options: Optional[Options], factory: Any) -> Any:
    """Open a channel with `factory`, which is `grpc` or `grpc.aio`."""
    if credentials is None:
        return factory.insecure_channel(target, options=merged(options))
    return factory.secure_channel(target, credentials, options=merged(options))


class ChannelTransport:
    """Makes one unary gRPC call for each call of the API, blocking or not as the channel is."""

    def __init__(self, channel: Any) -> None:
        self._channel = channel
        self._calls: Dict[str, Callable[..., Any]] = {}

    def call(self, method: ApiMethod[Any], request: Message, timeout: Optional[float]) -> Any:
        """Return the response, or an awaitable of it."""
        call = self._calls.get(method.path)
        if call is None:
            call = self._channel.unary_unary(
                method.path,
                request_serializer=method.request.SerializeToString,
                response_deserializer=method.response.FromString,
            )
            self._calls[method.path] = call
        return call(request, timeout=timeout)

    def close(self) -> Any:
        """Close the channel; return an awaitable where the channel's own method does."""
        return self._channel.close()
