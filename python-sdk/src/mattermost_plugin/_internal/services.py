"""The services that the host expects of every plugin, whatever it does.

Their messages are so small that protobuf's own wrappers have the same form on the wire.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any, AsyncIterator, Callable, Dict, List

from google.protobuf.empty_pb2 import Empty
from google.protobuf.wrappers_pb2 import Int32Value, StringValue

from mattermost_plugin._internal.status import Status, end_call, grpcio

_logger = logging.getLogger(__name__)

SERVING = 1
NOT_SERVING = 2
SERVICE_UNKNOWN = 3


class Health:
    """gRPC's health service, for the services "" and "plugin". To be made in the server's loop."""

    def __init__(self) -> None:
        self._statuses: Dict[str, int] = {"": SERVING, "plugin": SERVING}
        self._change = asyncio.Event()
        self._ended = False

    def end(self) -> None:
        """Say from now on that nothing is served, and end all that watch it."""
        self._statuses = dict.fromkeys(self._statuses, NOT_SERVING)
        self._ended = True
        change, self._change = self._change, asyncio.Event()
        change.set()

    async def check(self, request: StringValue, context: Any) -> Int32Value:
        """Answer whether a service is ready for calls."""
        status = self._statuses.get(request.value)
        if status is None:
            await end_call(context, Status.NOT_FOUND, f"unknown service {request.value!r}")
        return Int32Value(value=status)

    async def watch(self, request: StringValue, context: Any) -> AsyncIterator[Int32Value]:
        """Answer now and after each change."""
        while True:
            change = self._change
            yield Int32Value(value=self._statuses.get(request.value, SERVICE_UNKNOWN))
            if self._ended:
                return
            await change.wait()

    def handler(self) -> Any:
        """Return gRPC's handler."""
        grpc = grpcio()
        return grpc.method_handlers_generic_handler(
            "grpc.health.v1.Health",
            {
                "Check": grpc.unary_unary_rpc_method_handler(
                    self.check, StringValue.FromString, Int32Value.SerializeToString
                ),
                "Watch": grpc.unary_stream_rpc_method_handler(
                    self.watch, StringValue.FromString, Int32Value.SerializeToString
                ),
            },
        )


class GoPlugin:
    """The services by which go-plugin's hosts end a plugin, and read what it writes.

    Nothing is ever sent for the latter: all that a plugin writes goes to its stderr.
    """

    def __init__(self, on_shutdown: Callable[[], None]) -> None:
        self._on_shutdown = on_shutdown
        self._ended = asyncio.Event()

    def end(self) -> None:
        """End all streams."""
        self._ended.set()

    async def shutdown(self, request: Empty, context: Any) -> Empty:
        """End the plugin, soon after the answer."""
        self._on_shutdown()
        return request

    async def stream_stdio(self, request: Empty, context: Any) -> AsyncIterator[Empty]:
        """Stay open, silently, as long as the plugin is there."""
        await self._ended.wait()
        return
        yield Empty()

    def handlers(self) -> List[Any]:
        """Return gRPC's handlers."""
        grpc = grpcio()
        return [
            grpc.method_handlers_generic_handler(
                "plugin.GRPCController",
                {
                    "Shutdown": grpc.unary_unary_rpc_method_handler(
                        self.shutdown, Empty.FromString, Empty.SerializeToString
                    )
                },
            ),
            grpc.method_handlers_generic_handler(
                "plugin.GRPCStdio",
                {
                    "StreamStdio": grpc.unary_stream_rpc_method_handler(
                        self.stream_stdio, Empty.FromString, Empty.SerializeToString
                    )
                },
            ),
        ]
