"""Calls of the API that are awaited: those of one event loop share a connection."""

from __future__ import annotations

import asyncio
import contextvars
from typing import Any, AsyncIterator, Dict, List, Optional, Tuple

from google.protobuf.message import Message

from mattermost_plugin._internal.lane import api_calls
from mattermost_plugin._internal.lane.api_calls import NotBegunError
from mattermost_plugin._internal.lane.frames import (
    ANSWER,
    BEGINS_WITHIN,
    CANCEL,
    END,
    GOODBYE,
    WELCOME,
    BrokenLaneError,
    FrameReader,
    frame,
    parsed,
)
from mattermost_plugin._internal.loops import Deadlines, Due, call_in
from mattermost_plugin._internal.methods import Method
from mattermost_plugin._internal.status import CallFailedError, Status
from mattermost_plugin.grpc.lane_pb2 import Answer, Cancel, End

# Longer frames go on a connection of their own kind, where they hold up nobody but each other.
_LARGE = 64 * 1024


class _Connection(asyncio.Protocol):
    """A connection for any number of calls, in the loop in which it is made."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._deadlines = Deadlines(self._loop)
        self._reader = FrameReader()
        self._transport: Any = None
        self._answers: Dict[int, asyncio.Future[Answer]] = {}
        self._number = 0
        self._out: List[bytes] = []
        self._room: Optional[asyncio.Future[None]] = None
        self._welcome: asyncio.Future[None] = self._loop.create_future()
        # Who does not wait for it does not miss it.
        self._welcome.add_done_callback(lambda done: done.cancelled() or done.exception())
        self._leaving = False
        self._error: Optional[Exception] = None
        self._ends_with_loop: Any = None

    @property
    def usable(self) -> bool:
        """Whether calls can be made on it."""
        return self._error is None and not self._leaving

    @classmethod
    async def to(cls, path: str) -> _Connection:
        """Return a connection that the host has welcomed."""
        loop = asyncio.get_running_loop()
        try:
            _, connection = await loop.create_unix_connection(cls, path)
        except OSError as error:
            raise api_calls.unreachable(path, error) from error
        connection._ends_with_loop = connection._held()
        await connection._ends_with_loop.__anext__()
        try:
            await asyncio.wait_for(asyncio.shield(connection._welcome), BEGINS_WITHIN)
        except asyncio.TimeoutError:
            text = f"{path}: no greeting within {BEGINS_WITHIN:.0f} s"
            raise CallFailedError(Status.UNAVAILABLE, text) from None
        finally:
            if not connection._welcome.done() or connection._error is not None:
                connection.abort(api_calls.lost("it did not begin"))
        return connection

    async def _held(self) -> AsyncIterator[None]:
        # What a loop closes when it comes to its end, if it is brought to its end as it should be.
        try:
            yield
        finally:
            self.abort(api_calls.closed())

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        self._transport.write(api_calls.hello_frame())

    async def call(self, method: Method[Any], request: Message, timeout: Optional[float]) -> Answer:
        """Return the answer; raise `NotBegunError` where the host is known to have done nothing."""
        while self._room is not None:
            await asyncio.shield(self._room)
        if not self.usable:
            raise NotBegunError("the connection ends")
        self._number = number = self._number + 1
        data = api_calls.call_frame(number, method.path, request, timeout)
        answer: asyncio.Future[Answer] = self._loop.create_future()
        self._answers[number] = answer
        self._send(data)
        due: Optional[Due] = None
        if timeout is not None:
            due = self._deadlines.add(number, timeout, _Late(answer))
        try:
            return await answer
        finally:
            if due is not None:
                due.pop(number, None)
            if self._answers.pop(number, None) is not None and self._error is None:
                # Nobody waits for it any more.
                self._send(frame(CANCEL, Cancel(id=number)))

    def _send(self, data: bytes) -> None:
        # What is said in the same turn of the loop goes out together.
        if not self._out:
            self._loop.call_soon(self._flush)
        self._out.append(data)

    def _flush(self) -> None:
        out, self._out = self._out, []
        if not self._transport.is_closing():
            self._transport.write(out[0] if len(out) == 1 else b"".join(out))

    def data_received(self, data: bytes) -> None:
        try:
            for kind, payload in self._reader.feed(data):
                if kind == ANSWER:
                    self._take(parsed(Answer, payload))
                elif kind == GOODBYE:
                    self._leaving = True
                elif kind == WELCOME and not self._welcome.done():
                    self._welcome.set_result(None)
                elif kind == END and not self._welcome.done():
                    self.abort(api_calls.refused(parsed(End, payload)))
                else:
                    raise BrokenLaneError(f"a frame of kind {kind} in place of an answer")
        except BrokenLaneError as broken:
            self.abort(api_calls.lost(f"it has {broken}"))

    def _take(self, answer: Answer) -> None:
        # Of calls that were cancelled there may be an answer all the same.
        waiting = self._answers.pop(answer.id, None)
        if waiting is None or waiting.done():
            return
        if self._leaving and answer.status == Status.UNAVAILABLE:
            waiting.set_exception(NotBegunError(answer.status_text))
        else:
            waiting.set_result(answer)

    def pause_writing(self) -> None:
        self._room = self._loop.create_future()

    def resume_writing(self) -> None:
        room, self._room = self._room, None
        if room is not None and not room.done():
            room.set_result(None)

    def connection_lost(self, error: Optional[Exception]) -> None:
        if self._leaving:
            self._end(NotBegunError("the host has ended the connection"))
        else:
            self._end(api_calls.lost(error or "the host has ended it"))

    def abort(self, error: Exception) -> None:
        """End at once; calls that are under way fail with `error`."""
        self._end(error)
        if self._transport is not None:
            self._transport.abort()

    def _end(self, error: Exception) -> None:
        if self._error is not None:
            return
        self._error = error
        if not self._welcome.done():
            self._welcome.set_exception(error)
        answers, self._answers = self._answers, {}
        for waiting in answers.values():
            if not waiting.done():
                waiting.set_exception(error)
        self.resume_writing()
        self._ends_with_loop = None


class _Late:
    """Ends the waiting for an answer."""

    __slots__ = ("_answer",)

    def __init__(self, answer: asyncio.Future[Answer]) -> None:
        self._answer = answer

    def __call__(self) -> None:
        if not self._answer.done():
            self._answer.set_exception(api_calls.too_late())


class ApiLoops:
    """The host's API by way of its socket, for coroutines in any number of event loops.

    Args:
        path: the path of the socket.
    """

    failures = CallFailedError

    def __init__(self, path: str) -> None:
        self._path = path
        # By loop, and whether it is the one for large messages. A connection that is being made
        # stands here, too, so that there are not two.
        self._connections: Dict[
            Tuple[asyncio.AbstractEventLoop, bool], asyncio.Future[_Connection]
        ] = {}
        self._closed = False

    async def call(self, method: Method[Any], request: Message, timeout: Optional[float]) -> Any:
        """Return the response, or raise `CallFailedError`."""
        if timeout is None:
            return await self._call(method, request, None)
        loop = asyncio.get_running_loop()
        until = loop.time() + timeout
        key = loop, request.ByteSize() > _LARGE
        if not self._is_ready(key):
            try:
                await asyncio.wait_for(self._connection(key), timeout)
            except asyncio.TimeoutError:
                raise api_calls.too_late() from None
        return await self._call(method, request, max(0.001, until - loop.time()))

    async def _call(self, method: Method[Any], request: Message, timeout: Optional[float]) -> Any:
        key = asyncio.get_running_loop(), request.ByteSize() > _LARGE
        for attempt in range(3):
            connection = await self._connection(key)
            try:
                answer = await connection.call(method, request, timeout)
                break
            except NotBegunError as error:
                if attempt == 2:
                    raise api_calls.lost(error) from error
        return api_calls.response_in(answer, method)

    def _is_ready(self, key: Tuple[asyncio.AbstractEventLoop, bool]) -> bool:
        made = self._connections.get(key)
        return made is not None and _is_usable(made)

    async def _connection(self, key: Tuple[asyncio.AbstractEventLoop, bool]) -> _Connection:
        made = self._connections.get(key)
        if made is not None and _is_usable(made):
            return made.result()
        if self._closed:
            raise api_calls.closed()
        if made is None or made.done():
            self._forget_closed_loops()
            # It outlives the call that needs it first, and is nothing of it.
            made = contextvars.Context().run(key[0].create_task, _Connection.to(self._path))
            self._connections[key] = made
        return await asyncio.shield(made)

    def _forget_closed_loops(self) -> None:
        for key in [key for key in self._connections if key[0].is_closed()]:
            del self._connections[key]

    def end(self) -> None:
        """End all connections; may be called from any thread."""
        self._closed = True
        connections, self._connections = self._connections, {}
        for (loop, _), made in connections.items():
            call_in(loop, _end, made)

    async def close(self) -> None:
        """End all connections; calls that are under way fail."""
        self.end()
        # They are told in this turn of the loop, and their sockets are closed in the next one.
        await asyncio.sleep(0)
        await asyncio.sleep(0)


def _is_usable(made: asyncio.Future[_Connection]) -> bool:
    return (
        made.done() and not made.cancelled() and made.exception() is None and made.result().usable
    )


def _end(made: asyncio.Future[_Connection]) -> None:
    if not made.done():
        made.cancel()
    elif not made.cancelled() and made.exception() is None:
        made.result().abort(api_calls.closed())
