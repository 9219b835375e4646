"""Serves a plugin to the host that started its process."""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import logging
import os
import sys
import threading
from typing import Any, Callable, Optional, Sequence, TextIO, Tuple, Type

from mattermost_plugin._internal import loops
from mattermost_plugin._internal.breakpoints import HostedBreakpoints
from mattermost_plugin._internal.channels import TARGET_VARIABLE
from mattermost_plugin._internal.ending import Ending
from mattermost_plugin._internal.lane.offer import is_offered
from mattermost_plugin._internal.logs import PrintedLines, set_up_logging
from mattermost_plugin._internal.making import new_plugin
from mattermost_plugin._internal.shadows import look_for_shadows
from mattermost_plugin._internal.sockets import free_path
from mattermost_plugin._internal.token import api_token
from mattermost_plugin.client import PluginAPIClient
from mattermost_plugin.hook_runner import HookRunner
from mattermost_plugin.plugin import Plugin
from mattermost_plugin.runtime_config import RuntimeConfig, load_runtime_config

_logger = logging.getLogger(__name__)

GO_PLUGIN_CORE_PROTOCOL_VERSION = "1"
GO_PLUGIN_APP_PROTOCOL_VERSION = "1"

#: By this variable and its value a plugin knows that a host started it.
MAGIC_COOKIE_KEY = "MATTERMOST_PLUGIN"
MAGIC_COOKIE_VALUE = "Securely message teams, anywhere."

# go-plugin's hosts kill a plugin two seconds after they asked it to end.
_GRACE_AFTER_SHUTDOWN = 1.5

# Seconds; a host that does not answer its plugin then hears of the token with a later call.
_ANNOUNCED_WITHIN = 5.0

Options = Sequence[Tuple[str, Any]]


def format_handshake_line(port: int) -> str:
    """Return the line that tells the host where on this machine the plugin is served."""
    return _handshake("tcp", f"127.0.0.1:{port}")


def _handshake(network: str, address: str, protocol: str = "grpc") -> str:
    versions = f"{GO_PLUGIN_CORE_PROTOCOL_VERSION}|{GO_PLUGIN_APP_PROTOCOL_VERSION}"
    return f"{versions}|{network}|{address}|{protocol}"


class PluginServer:
    """Serves a plugin's hooks, its health, and what go-plugin's hosts ask for besides.

    It is on a unix socket where the host offers a folder for it (PLUGIN_UNIX_SOCKET_DIR), and on a
    free port of 127.0.0.1 otherwise. On a port it takes TLS and nobody but the host, where the host
    offers that (PLUGIN_CLIENT_CERT) and the package `cryptography` is there.

    It has a thread and an event loop of its own, so that its health does not depend on handlers.
    Coroutines among these run on the loop that calls `start`.

    Args:
        plugin_instance: the plugin.
        config: what the host said; here it is about the time limit of handlers.
        options: gRPC server options, which override the defaults.
    """

    def __init__(
        self,
        plugin_instance: Plugin,
        config: RuntimeConfig,
        options: Optional[Options] = None,
    ) -> None:
        self._plugin = plugin_instance
        self._config = config
        self._options = options
        self._port = 0
        self._socket = ""
        self._certificate = ""
        self._protocol = "grpc"
        self._loop: Optional[asyncio.AbstractEventLoop] = None
        self._stop_asked: Optional[asyncio.Event] = None
        self._grace: Optional[float] = None
        self._ended: concurrent.futures.Future[None] = concurrent.futures.Future()
        self._ended.set_running_or_notify_cancel()
        self._started: Optional[concurrent.futures.Future[None]] = None
        #: Called, in the server's thread, when the host asks the plugin to end.
        self.on_shutdown: Callable[[], None] = lambda: None

    @property
    def port(self) -> int:
        """The port, 0 before the start and on a unix socket."""
        return self._port

    @property
    def target(self) -> str:
        """Where the plugin is served, as gRPC writes it; empty before the start."""
        if self._socket:
            return f"unix:{self._socket}"
        return f"127.0.0.1:{self._port}" if self._port else ""

    @property
    def handshake_line(self) -> str:
        """The line that tells the host where the plugin is served."""
        if self._socket:
            return _handshake("unix", self._socket, self._protocol)
        line = format_handshake_line(self._port)
        return f"{line}|{self._certificate}" if self._certificate else line

    async def start(self) -> int:
        """Begin to serve; return the port, 0 on a unix socket."""
        if self._started is not None:
            raise RuntimeError("the server is already started")
        self._plugin._background.adopt(asyncio.get_running_loop())
        started: concurrent.futures.Future[None] = concurrent.futures.Future()
        started.set_running_or_notify_cancel()
        self._started = started
        threading.Thread(
            target=self._run,
            args=(asyncio.get_running_loop(),),
            name="plugin-server",
            daemon=True,
        ).start()
        await asyncio.wrap_future(started)
        return self._port

    async def stop(self, grace: Optional[float] = 5.0) -> None:
        """Take no further calls, give open ones `grace` seconds, and end.

        Does nothing when the server has ended, or was never started.
        """
        if self._started is None or self._loop is None:
            return
        with contextlib.suppress(RuntimeError):  # Its loop is closed: it has ended.
            self._loop.call_soon_threadsafe(self._ask_to_stop, grace)
        await self.wait_for_termination()

    async def wait_for_termination(self) -> None:
        """Wait until the server has ended."""
        await asyncio.wrap_future(self._ended)

    def _ask_to_stop(self, grace: Optional[float]) -> None:
        if self._stop_asked is not None and not self._stop_asked.is_set():
            self._grace = grace
            self._stop_asked.set()

    def _run(self, handlers_loop: asyncio.AbstractEventLoop) -> None:
        started = self._started
        assert started is not None
        try:
            loops.run(self._serve(handlers_loop, started))
        except BaseException as error:
            if not started.done():
                started.set_exception(error)
            else:
                _logger.exception("the plugin's server failed")
        finally:
            self._ended.set_result(None)

    async def _serve(
        self, handlers_loop: asyncio.AbstractEventLoop, started: concurrent.futures.Future[None]
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop_asked = asyncio.Event()
        server = self._server_for(handlers_loop)
        try:
            await server.start()
            self._port, self._socket = server.port, server.socket
            self._certificate = server.certificate
            started.set_result(None)
            await self._stop_asked.wait()
            await server.stop(self._grace)
        finally:
            server.close()

    def _server_for(self, handlers_loop: asyncio.AbstractEventLoop) -> Any:
        timeout = self._config.hook_timeout

        def asked() -> None:
            self.on_shutdown()

        # One of them is imported, and gRPC's imports grpc.
        path = free_path() if self._options is None and is_offered() else ""
        if path:
            from mattermost_plugin._internal.lane.server import LaneServer
            from mattermost_plugin.servicers.hooks_servicer import PluginHooksServicerImpl

            self._protocol = "lane"
            runner = HookRunner(timeout)
            hooks = PluginHooksServicerImpl(self._plugin, runner)
            return LaneServer(path, hooks, runner, handlers_loop, asked)
        from mattermost_plugin._internal.grpc_server import GrpcServer

        runner = HookRunner(timeout, loop=handlers_loop)
        return GrpcServer(self._plugin, runner, asked, self._options)


async def serve_plugin(
    plugin_class: Type[Plugin],
    config: Optional[RuntimeConfig] = None,
    options: Optional[Options] = None,
) -> None:
    """Make a plugin and serve it, until the host or a signal ends it.

    The first line on stdout tells the host where it is served; what is printed goes to stderr.

    Args:
        plugin_class: the class, whose instances are made with `api` and `config`.
        config: what the host said; by default what the environment says.
        options: gRPC server options, which override the defaults.
    """
    protocol = sys.stdout
    with contextlib.redirect_stdout(sys.stderr):
        await _serve(plugin_class, config, options, protocol, Ending(insist=False))


async def _serve(
    plugin_class: Type[Plugin],
    config: Optional[RuntimeConfig],
    options: Optional[Options],
    protocol: TextIO,
    ending: Ending,
    folder: Optional[str] = None,
    breakpoints: Optional[HostedBreakpoints] = None,
) -> None:
    offers_api = config is not None or bool(os.environ.get(TARGET_VARIABLE))
    if config is None:
        config = load_runtime_config()
    set_up_logging(config.log_level, sys.stderr)
    if breakpoints is not None:
        breakpoints.install()
    if folder is not None:
        look_for_shadows(folder)
    with contextlib.ExitStack() as stack:
        api = stack.enter_context(PluginAPIClient(config.api_target)) if offers_api else None
        if api is not None:
            api._announce(_ANNOUNCED_WITHIN)
        plugin = new_plugin(plugin_class, api, config)
        server = PluginServer(plugin, config, options)
        server.on_shutdown = lambda: ending.ask("the host asked for it", _GRACE_AFTER_SHUTDOWN)
        stack.enter_context(ending.watching_signals())
        await server.start()
        try:
            protocol.write(server.handshake_line + "\n")
            protocol.flush()
            waiting = [
                asyncio.ensure_future(ending.wait()),
                asyncio.ensure_future(server.wait_for_termination()),
            ]
            try:
                await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for task in waiting:
                    task.cancel()
        finally:
            await server.stop(ending.grace)
            await plugin._background.end()


def run_plugin(plugin_class: Type[Plugin]) -> None:
    """Make a plugin and serve it, until the host or a signal ends it: the main program of a plugin.

    stdout belongs to the host from here on; what is printed is logged.
    """
    _check_host()
    # Before Python 3.10 gRPC's handlers of forks may break the processes that a plugin starts.
    os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "0")
    ending = Ending(insist=True)
    # Before anything else reads stdin, where it may be.
    api_token()
    ending.watch_stdin(_own_stdin())
    with _own_stdout() as protocol:
        folder = sys.path[0] if sys.path else None
        breakpoints = HostedBreakpoints()
        loops.run(_serve(plugin_class, None, None, protocol, ending, folder, breakpoints))


def _check_host() -> None:
    if os.environ.get(MAGIC_COOKIE_KEY) != MAGIC_COOKIE_VALUE:
        sys.exit(
            "This is a plugin: it is started by its host, not by hand.\n"
            "Install it in the host, or try it out with mattermost_plugin.testing."
        )
    versions = os.environ.get("PLUGIN_PROTOCOL_VERSIONS")
    if versions and GO_PLUGIN_APP_PROTOCOL_VERSION not in versions.split(","):
        sys.exit(
            f"The host speaks the plugin protocol in version {versions},"
            f" this SDK in version {GO_PLUGIN_APP_PROTOCOL_VERSION}: one of them is too old."
        )


def _own_stdin() -> int:
    """Keep stdin from whoever reads it: children would wait for what never comes."""
    try:
        host = os.dup(0)
    except OSError:
        # There is none.
        host = -1
    nothing = os.open(os.devnull, os.O_RDONLY)
    if nothing != 0:
        os.dup2(nothing, 0)
        os.close(nothing)
    return host


@contextlib.contextmanager
def _own_stdout() -> Any:
    """Keep the real stdout for the host, and lead all that is written there to stderr."""
    sys.stdout.flush()
    printed = sys.stdout
    # What C libraries and child processes write takes the same way.
    protocol = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    sys.stdout = PrintedLines(sys.stderr)
    try:
        yield protocol
    finally:
        sys.stdout = printed
        protocol.close()


__all__ = [
    "GO_PLUGIN_APP_PROTOCOL_VERSION",
    "GO_PLUGIN_CORE_PROTOCOL_VERSION",
    "PluginServer",
    "format_handshake_line",
    "run_plugin",
    "serve_plugin",
]
