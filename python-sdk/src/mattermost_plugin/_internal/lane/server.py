"""Serves a plugin on the lane."""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import logging
import os
import socket
from typing import Any, Awaitable, Callable, Dict, List, Optional, Set, Union

from mattermost_plugin._internal.lane.call_connection import CallConnection
from mattermost_plugin._internal.lane.frames import (
    BEGINS_WITHIN,
    END,
    HEAD,
    HELLO,
    WELCOME,
    BrokenLaneError,
    frame,
    parsed,
)
from mattermost_plugin._internal.lane.heartbeat import Heartbeat
from mattermost_plugin._internal.lane.offer import VERSION
from mattermost_plugin._internal.lane.pace import Pace
from mattermost_plugin._internal.lane.served import (
    Served,
    control_methods,
    hook_methods,
    methods_for_threads,
)
from mattermost_plugin._internal.lane.stream_connection import SOCKET_BUFFER, StreamConnection
from mattermost_plugin._internal.lane.thread_connection import ThreadConnection
from mattermost_plugin._internal.lane.watcher import Watcher
from mattermost_plugin._internal.loops import Deadlines, call_in
from mattermost_plugin._internal.services import GoPlugin, Health
from mattermost_plugin._internal.sockets import protect
from mattermost_plugin._internal.status import CallFailedError, Status
from mattermost_plugin.grpc.lane_pb2 import USE_CALLS, USE_STREAMS, End, Group, Hello, Welcome
from mattermost_plugin.hook_runner import HookRunner
from mattermost_plugin.servicers.hooks_servicer import PluginHooksServicerImpl

_logger = logging.getLogger(__name__)

_CONTROL = "control"
_THREADS = "threads"

_LONGEST_HELLO = 1024
_BACKLOG = 128

# Seconds until the next try where a connection cannot be taken, as too many files are open.
_RESTS = 0.1

# Seconds that connections have to end when they are told to do so at once.
_ABORTS_WITHIN = 1.0

Connection = Union[CallConnection, StreamConnection, ThreadConnection]


class _RefusedError(Exception):
    def __init__(self, status: Status, text: str) -> None:
        super().__init__(text)
        self.status = status


class LaneServer:
    """A plugin's hooks, and what hosts ask of its process, on a socket of the lane.

    To be made in the loop of the server's own thread, which takes connections, and answers what
    is about the process. All else is answered on the loop for handlers, or in threads for them.

    Args:
        path: the path of the socket.
        servicer: answers the hooks; made in the loop for handlers.
        runner: runs the handlers, in their loop.
        loop: the loop for handlers.
        on_shutdown: called when the host asks the plugin to end.

    Attributes:
        port: 0, as there is none.
        socket: the path of the socket, empty before the start.
        certificate: empty, as nothing is encrypted.
    """

    port = 0
    certificate = ""

    def __init__(
        self,
        path: str,
        servicer: Any,
        runner: HookRunner,
        loop: asyncio.AbstractEventLoop,
        on_shutdown: Callable[[], None],
    ) -> None:
        self.socket = ""
        self._path = path
        self._servicer = servicer
        self._runner = runner
        self._health = Health()
        self._own = asyncio.get_running_loop()
        self._handlers = loop
        # Of both loops, each used in its own one.
        self._deadlines = Deadlines(loop)
        self._own_deadlines = Deadlines(self._own)
        control = control_methods(self._health, GoPlugin(on_shutdown))
        hooks = hook_methods(servicer)
        threads = methods_for_threads(hooks, servicer)
        self._methods = {**hooks, **_relayed(control, self._own)}
        self._control = {**_relayed(hooks, loop), **control}
        self._paces = {name: Pace() for name in threads}
        self._groups = [Group(name=_CONTROL, methods=sorted(control))]
        if threads:
            self._groups.append(Group(name=_THREADS, methods=sorted(threads)))
        self._watcher = Watcher()
        self._listening: Optional[socket.socket] = None
        self._tasks: List[asyncio.Task[None]] = []
        self._greeting: Set[asyncio.Task[None]] = set()
        # Of the loop for handlers, and of threads; of this one. Each is used in its own loop.
        self._connections: Set[Connection] = set()
        self._own_connections: Set[CallConnection] = set()
        self._taking: Set[asyncio.Task[None]] = set()
        self._all_ended: Optional[concurrent.futures.Future[None]] = None
        self._own_ended: Optional[asyncio.Future[None]] = None
        self._ending = False

    async def start(self) -> None:
        """Begin to serve."""
        path = self._path
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            listening.setblocking(False)
            listening.bind(path)
            self.socket = path
            protect(path)
            listening.listen(_BACKLOG)
        except BaseException:
            listening.close()
            raise
        self._listening = listening
        self._tasks = [self._own.create_task(self._accept(listening))]
        if self._handlers is not self._own:
            heartbeat = Heartbeat(self._handlers, self._is_busy)
            call_in(self._handlers, heartbeat.begin)
            self._tasks.append(self._own.create_task(heartbeat.run()))

    def _is_busy(self) -> bool:
        # Those are of another thread: an answer that is a moment old will do.
        return any(one.busy for one in list(self._connections) if isinstance(one, CallConnection))

    async def _accept(self, listening: socket.socket) -> None:
        while True:
            try:
                connected, _ = await self._own.sock_accept(listening)
            except OSError as error:
                _logger.error("a connection of the lane cannot be taken: %s", error)
                await asyncio.sleep(_RESTS)
                continue
            task = self._own.create_task(self._greet(connected))
            self._greeting.add(task)
            task.add_done_callback(self._greeting.discard)

    async def _greet(self, connected: socket.socket) -> None:
        """Hear what a connection is for, and hand it over to those who answer."""
        connected.setblocking(False)
        handed_over = False
        try:
            handed_over = await asyncio.wait_for(self._welcome(connected), BEGINS_WITHIN)
        except asyncio.TimeoutError:
            _logger.warning("a connection of the lane is closed: it says nothing")
        except _RefusedError as refused:
            _logger.warning("a connection of the lane is refused: %s", refused)
            end = frame(END, End(status=refused.status, status_text=str(refused)))
            with contextlib.suppress(OSError):
                await self._own.sock_sendall(connected, end)
        except BrokenLaneError as broken:
            _logger.warning("a connection of the lane is closed: it has %s", broken)
        except OSError as error:
            _logger.warning("a connection of the lane is lost before it began: %s", error)
        finally:
            if not handed_over:
                connected.close()

    async def _welcome(self, connected: socket.socket) -> bool:
        head = await self._read(connected, HEAD.size)
        if not head:
            # Somebody has looked whether anyone is there.
            return False
        length, kind = HEAD.unpack(head)
        if kind != HELLO or not 0 < length <= _LONGEST_HELLO:
            raise BrokenLaneError(f"a frame of kind {kind} and {length} bytes at its beginning")
        hello = parsed(Hello, await self._read(connected, length - 1, begun=True))
        if hello.version < VERSION:
            text = f"version {hello.version} is not spoken here, but {VERSION}"
            raise _RefusedError(Status.FAILED_PRECONDITION, text)
        if hello.use not in (USE_CALLS, USE_STREAMS):
            text = f"the use {hello.use} is not known here"
            raise _RefusedError(Status.INVALID_ARGUMENT, text)
        if hello.group and hello.group not in [group.name for group in self._groups]:
            raise _RefusedError(Status.NOT_FOUND, f"there is no group {hello.group!r}")
        if self._ending:
            raise _RefusedError(Status.UNAVAILABLE, "the plugin ends")
        groups = self._groups if hello.use == USE_CALLS else []
        welcome = frame(WELCOME, Welcome(version=VERSION, groups=groups))
        await self._own.sock_sendall(connected, welcome)
        if hello.use == USE_CALLS and hello.group == _CONTROL:
            await self._own.connect_accepted_socket(self._new_control, connected)
        else:
            call_in(self._handlers, self._adopt, connected, hello.use, hello.group)
        return True

    async def _read(self, connected: socket.socket, size: int, begun: bool = False) -> bytes:
        """Read that many bytes, or none where the connection ends before it has begun."""
        data = b""
        while len(data) < size:
            part = await self._own.sock_recv(connected, size - len(data))
            if not part:
                if data or begun:
                    raise BrokenLaneError("ended in the middle of a frame")
                return b""
            data += part
        return data

    def _new_control(self) -> CallConnection:
        connection = CallConnection(self._control, self._own_deadlines, self._forget_own)
        self._own_connections.add(connection)
        return connection

    # From here on: in the loop for handlers.

    def _adopt(self, connected: socket.socket, use: int, group: str) -> None:
        if self._all_ended is not None:
            connected.close()
        elif use == USE_CALLS and group == _THREADS:
            connected.setblocking(True)
            connection = ThreadConnection(
                connected,
                self._methods,
                self._paces,
                self._handlers,
                self._deadlines,
                self._runner.submit,
                self._watcher,
                self._lost,
            )
            self._connections.add(connection)
            connection.start()
        else:
            with contextlib.suppress(OSError):
                if use == USE_STREAMS:
                    connected.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SOCKET_BUFFER)
            task = self._handlers.create_task(self._take_over(connected, use))
            # Nothing of it is waited for; but nobody else keeps it.
            self._taking.add(task)
            task.add_done_callback(self._taking.discard)

    async def _take_over(self, connected: socket.socket, use: int) -> None:
        made = CallConnection if use == USE_CALLS else StreamConnection
        connection: Any = made(self._methods, self._deadlines, self._lost)
        self._connections.add(connection)
        try:
            await self._handlers.connect_accepted_socket(lambda: connection, connected)
        except BaseException as error:
            connected.close()
            self._lost(connection)
            if isinstance(error, OSError):
                _logger.warning("a connection of the lane is lost before it began: %s", error)
                return
            raise
        if self._all_ended is not None:
            connection.goodbye()

    def _lost(self, connection: Connection) -> None:
        call_in(self._handlers, self._forget, connection)

    def _forget(self, connection: Connection) -> None:
        self._connections.discard(connection)
        if self._all_ended is not None and not self._connections and not self._all_ended.done():
            self._all_ended.set_result(None)

    def _end_connections(self, ended: concurrent.futures.Future[None]) -> None:
        self._all_ended = ended
        for connection in list(self._connections):
            connection.goodbye()
        if not self._connections and not ended.done():
            ended.set_result(None)

    def _abort_connections(self) -> None:
        for connection in list(self._connections):
            connection.abort()

    # From here on: in the server's own loop again.

    async def stop(self, grace: Optional[float]) -> None:
        """Take no further calls, give those that run `grace` seconds, and end."""
        self._ending = True
        self._health.end()
        await self._stop_listening()
        ended: concurrent.futures.Future[None] = concurrent.futures.Future()
        waited = asyncio.wrap_future(ended)
        call_in(self._handlers, self._end_connections, ended)
        await asyncio.wait([waited], timeout=grace or 0)
        if not waited.done():
            call_in(self._handlers, self._abort_connections)
            # A loop that is blocked keeps its connections until it is not.
            await asyncio.wait([waited], timeout=_ABORTS_WITHIN)
        self._watcher.end()
        self._runner.close()
        if isinstance(self._servicer, PluginHooksServicerImpl):
            self._servicer.close()
        await self._end_own_connections()

    async def _end_own_connections(self) -> None:
        self._own_ended = self._own.create_future()
        for connection in list(self._own_connections):
            connection.goodbye()
        if self._own_connections:
            await asyncio.wait([self._own_ended], timeout=_ABORTS_WITHIN)
        for connection in list(self._own_connections):
            connection.abort()

    def _forget_own(self, connection: CallConnection) -> None:
        self._own_connections.discard(connection)
        ended = self._own_ended
        if ended is not None and not self._own_connections and not ended.done():
            ended.set_result(None)

    async def _stop_listening(self) -> None:
        tasks = [*self._greeting, *self._tasks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._listening is not None:
            self._listening.close()
            self._listening = None

    def close(self) -> None:
        """Remove the socket."""
        if self.socket:
            with contextlib.suppress(OSError):
                os.unlink(self.socket)


def _relayed(methods: Dict[str, Served], loop: asyncio.AbstractEventLoop) -> Dict[str, Served]:
    """Return methods of one loop in a form for others."""
    return {
        name: Served(name, method, unary=_elsewhere(method.unary, loop))
        for name, method in methods.items()
        if method.unary is not None
    }


class _Remaining:
    """What is known in another loop of a call."""

    takes_status = True

    def __init__(self, seconds: Optional[float]) -> None:
        self._seconds = seconds

    def time_remaining(self) -> Optional[float]:
        return self._seconds

    async def abort(self, status: Any, details: str = "") -> None:
        raise CallFailedError(Status.of(status), details)


def _elsewhere(
    unary: Callable[[Any, Any], Awaitable[Any]], loop: asyncio.AbstractEventLoop
) -> Callable[[Any, Any], Awaitable[Any]]:
    async def call(request: Any, context: Any) -> Any:
        work: Any = unary(request, _Remaining(context.time_remaining()))
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, loop))

    return call
