"""Serves a plugin by gRPC. What is served otherwise does without this module."""

from __future__ import annotations

import contextlib
import os
from typing import Any, Callable, List, Optional, Sequence, Tuple

from mattermost_plugin._internal.call_stream import CallStream
from mattermost_plugin._internal.channels import TRANSPORT_OPTIONS
from mattermost_plugin._internal.services import GoPlugin, Health
from mattermost_plugin._internal.sockets import free_path, protect
from mattermost_plugin._internal.status import grpcio
from mattermost_plugin._internal.tls import encryption
from mattermost_plugin.hook_runner import HookRunner
from mattermost_plugin.plugin import Plugin
from mattermost_plugin.servicers.hooks_servicer import PluginHooksServicerImpl


class GrpcServer:
    """A plugin's hooks, its health, and what go-plugin's hosts ask for besides, by gRPC.

    To be made in the loop in which it is to serve.

    Args:
        plugin: the plugin.
        runner: runs its handlers.
        on_shutdown: called when the host asks the plugin to end.
        options: gRPC server options, which override the defaults.

    Attributes:
        port: the port, 0 before the start and on a unix socket.
        socket: the path of the unix socket, empty before the start and on a port.
        certificate: the server's certificate as it stands in the handshake line, empty where
            nothing is encrypted.
    """

    def __init__(
        self,
        plugin: Plugin,
        runner: HookRunner,
        on_shutdown: Callable[[], None],
        options: Optional[Sequence[Tuple[str, Any]]] = None,
    ) -> None:
        grpcio()
        import grpc.aio

        from mattermost_plugin.grpc.hooks_extension_pb2_grpc import (
            add_PluginHooksExtensionServicer_to_server,
        )
        from mattermost_plugin.grpc.hooks_pb2_grpc import add_PluginHooksServicer_to_server

        self.port = 0
        self.socket = ""
        self.certificate = ""
        services = _Services()
        hooks = PluginHooksServicerImpl(plugin, runner)
        add_PluginHooksServicer_to_server(hooks, services)
        add_PluginHooksExtensionServicer_to_server(hooks, services)
        self._health, self._go_plugin = Health(), GoPlugin(on_shutdown)
        services.add_generic_rpc_handlers((self._health.handler(), *self._go_plugin.handlers()))
        self._calls = CallStream(services.handlers, hooks.beginnings())
        self._server: Any = grpc.aio.server(options=_completed(options))
        self._server.add_generic_rpc_handlers((*services.handlers, self._calls.handler()))

    async def start(self) -> None:
        """Begin to serve."""
        port, socket = self._bind()
        await self._server.start()
        if socket:
            protect(socket)
        self.port, self.socket = port, socket

    async def stop(self, grace: Optional[float]) -> None:
        """Take no further calls, give open ones `grace` seconds, and end."""
        self._health.end()
        self._go_plugin.end()
        self._calls.end()
        await self._server.stop(grace)

    def close(self) -> None:
        """Remove the socket."""
        if self.socket:
            with contextlib.suppress(OSError):
                os.unlink(self.socket)

    def _bind(self) -> Tuple[int, str]:
        path = free_path()
        if path:
            self._server.add_insecure_port(f"unix:{path}")
            return 0, path
        secured = encryption()
        if secured is None:
            return self._server.add_insecure_port("127.0.0.1:0"), ""
        self.certificate = secured.handshake_field
        return self._server.add_secure_port("127.0.0.1:0", secured.credentials), ""


class _Services:
    """Collects what generated code adds to a server."""

    def __init__(self) -> None:
        self.handlers: List[Any] = []

    def add_generic_rpc_handlers(self, handlers: Sequence[Any]) -> None:
        self.handlers.extend(handlers)


def _completed(options: Optional[Sequence[Tuple[str, Any]]]) -> List[Tuple[str, Any]]:
    values = {
        **dict(TRANSPORT_OPTIONS),
        # Nobody else gets a share of our calls by listening on the same port.
        "grpc.so_reuseport": 0,
    }
    values.update(dict(options or ()))
    return list(values.items())
