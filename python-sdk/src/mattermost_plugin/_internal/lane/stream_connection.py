"""Streams on an event loop, one after the other on each connection."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from typing import Any, AsyncIterator, Callable, Deque, List, Optional, Tuple

from mattermost_plugin._internal.call_stream import REST
from mattermost_plugin._internal.lane.chunks import Chunk, ChunkReader, message_frame
from mattermost_plugin._internal.lane.contexts import Context, until
from mattermost_plugin._internal.lane.frames import (
    END,
    MESSAGE,
    OPEN,
    STILL_THERE_FRAME,
    BrokenLaneError,
    frame,
    parsed,
)
from mattermost_plugin._internal.lane.served import Served, ServedMethods
from mattermost_plugin._internal.loops import Deadlines, Due
from mattermost_plugin._internal.status import CallFailedError, Status
from mattermost_plugin.grpc.lane_pb2 import End, Open

_logger = logging.getLogger(__name__)

#: The longest part of a body in one message.
CHUNK = 256 * 1024

#: What a socket shall hold, so that a part goes into it at once.
SOCKET_BUFFER = 2 * CHUNK

# At so many bytes that nobody takes no more is read, until it is no more than the lower number.
_HIGH = CHUNK
_LOW = CHUNK // 4

# What comes when a stream is answered is thrown away, but not for ever.
_MOST_THROWN_AWAY = 4 * 1024 * 1024

# Smaller frames are gathered until the loop's next turn.
_SMALL = 16 * 1024

# Who does not read is not told that the other side is gone, but by writing; in seconds.
_WRITES_EVERY = 0.25


class _Requests:
    """The messages of a stream on their way to whoever answers it."""

    def __init__(self, connection: StreamConnection) -> None:
        self._connection = connection
        self._messages: Deque[Tuple[Any, int]] = deque()
        self._size = 0
        self._waiting: Optional[asyncio.Future[None]] = None
        self.complete = False

    def put(self, message: Any, size: int) -> None:
        self._messages.append((message, size))
        self._size += size
        if self._size >= _HIGH:
            self._connection.pause()
        self._wake()

    def end(self) -> None:
        self.complete = True
        self._wake()

    def _wake(self) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    async def __anext__(self) -> Any:
        while not self._messages:
            if self.complete:
                raise StopAsyncIteration
            self._waiting = asyncio.get_running_loop().create_future()
            await self._waiting
        message, size = self._messages.popleft()
        self._size -= size
        if self._size <= _LOW:
            self._connection.resume()
        return message


class _Stream(Context):
    """One stream, as those see it who answer it."""

    __slots__ = ("_callbacks", "_connection", "_due", "_rest", "_task", "method", "requests")

    #: What a message with a part of a body is here, and how long that may be.
    chunk = Chunk
    longest_chunk = CHUNK

    def __init__(
        self, connection: StreamConnection, method: Served, timeout_millis: int, rest: int
    ) -> None:
        self._until = until(timeout_millis)
        self._connection = connection
        self.method = method
        self._rest = rest
        self._callbacks: List[Callable[[Any], None]] = []
        self._due: Optional[Due] = None
        self._task: Optional[asyncio.Task[None]] = None
        self.requests = _Requests(connection)

    def start(self, deadlines: Deadlines) -> None:
        left = self.time_remaining()
        if left is not None:
            self._due = deadlines.add(self, left, self._late)
        self._task = self._connection.loop.create_task(self._answer())

    def invocation_metadata(self) -> Tuple[Tuple[str, str], ...]:
        return ((REST, str(self._rest)),) if self._rest else ()

    def add_done_callback(self, callback: Callable[[Any], None]) -> None:
        self._callbacks.append(callback)

    async def _answer(self) -> None:
        status, text = Status.OK, ""
        try:
            await (self._stream() if self.method.stream is not None else self._call())
        except CallFailedError as failed:
            status, text = failed.code(), failed.details()
        except asyncio.CancelledError:
            status, text = Status.UNAVAILABLE, "the plugin ends"
        except Exception as error:
            _logger.exception("%s failed", self.method.name)
            status, text = Status.UNKNOWN, f"{type(error).__name__}: {error}"
        self._done()
        self._connection.answered(self, status, text)

    async def _stream(self) -> None:
        assert self.method.stream is not None
        tag = self.method.response_tag
        answers: Any = self.method.stream(self.requests, self)
        try:
            async for message in answers:
                await self._connection.write(message_frame(message, tag))
        finally:
            await answers.aclose()

    async def _call(self) -> None:
        assert self.method.unary is not None
        async for request in self.requests:
            response = await self.method.unary(request, self)
            await self._connection.write(message_frame(response, 0))
            return
        raise CallFailedError(Status.INVALID_ARGUMENT, "there is no request")

    def _done(self) -> None:
        if self._due is not None:
            self._due.pop(self, None)
        callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            callback(self)

    def _late(self) -> None:
        text = f"{self.method.short_name} took longer than the host waits"
        self._connection.answered(self, Status.DEADLINE_EXCEEDED, text)
        self.cancel()

    def cancel(self) -> None:
        """Say that nobody waits for the answer any more."""
        self._done()
        if self._task is not None:
            self._task.cancel()


class StreamConnection(asyncio.Protocol):
    """A connection for streams, on the loop in which it is made.

    Args:
        methods: what can be opened.
        deadlines: the loop's.
        ended: called when the connection is closed.
    """

    def __init__(
        self,
        methods: ServedMethods,
        deadlines: Deadlines,
        ended: Callable[[StreamConnection], None],
    ) -> None:
        self.loop = asyncio.get_running_loop()
        self._methods = methods
        self._deadlines = deadlines
        self._ended = ended
        self._reader = ChunkReader()
        self._transport: Any = None
        # The stream that is open, until both directions have ended; `_answering` until the
        # server's has.
        self._stream: Optional[_Stream] = None
        self._answering = False
        self._thrown_away = 0
        self._out: List[bytes] = []
        self._full: Optional[asyncio.Future[None]] = None
        self._paused = False
        self._saying: Optional[asyncio.TimerHandle] = None
        self._leaving = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        # What the socket does not take at once is waited for, and not copied.
        self._transport.set_write_buffer_limits(high=0)

    def data_received(self, data: bytes) -> None:
        try:
            for kind, payload in self._reader.feed(data):
                self._take(kind, payload)
        except BrokenLaneError as broken:
            _logger.warning("a connection of the lane is closed: it has %s", broken)
            self.abort()

    def _take(self, kind: int, payload: Any) -> None:
        stream = self._stream
        if kind == OPEN and stream is None:
            self._open(parsed(Open, payload))
        elif stream is None or stream.requests.complete:
            raise BrokenLaneError(f"a frame of kind {kind} where no stream is open for it")
        elif kind == MESSAGE:
            self._take_message(stream, payload)
        elif kind == END:
            parsed(End, payload)
            stream.requests.end()
            self._free_if_done()
        else:
            raise BrokenLaneError(f"a frame of kind {kind} in a stream")

    def _take_message(self, stream: _Stream, payload: Any) -> None:
        chunk = isinstance(payload, Chunk)
        size = len(payload.body_chunk) if chunk else len(payload)
        if not self._answering:
            self._thrown_away += size
            if self._thrown_away > _MOST_THROWN_AWAY:
                self.abort()
        else:
            message = payload if chunk else parsed(stream.method.request, payload)
            stream.requests.put(message, size)

    def _open(self, opened: Open) -> None:
        method = self._methods.get(opened.method)
        if method is None:
            # Nobody answers; what comes is thrown away.
            method = Served(opened.method, None)
        self._reader.tag = 0 if method.stream is None else method.request_tag
        self._thrown_away = 0
        self._answering = True
        self._stream = stream = _Stream(self, method, opened.timeout_millis, opened.rest)
        if method.stream is None and method.unary is None:
            self.answered(stream, Status.UNIMPLEMENTED, f"there is no method {opened.method}")
        elif self._leaving:
            self.answered(stream, Status.UNAVAILABLE, "the plugin takes no more streams")
        else:
            stream.start(self._deadlines)

    async def write(self, pieces: List[bytes]) -> None:
        """Write a frame, and wait until there is room for more."""
        if self._transport.is_closing():
            raise asyncio.CancelledError
        if len(pieces) == 1 and len(pieces[0]) <= _SMALL:
            self._gather(pieces[0])
        else:
            self._flush()
            for piece in pieces:
                self._transport.write(piece)
        while self._full is not None:
            await self._full

    def _gather(self, data: bytes) -> None:
        # A short answer is one message and the end of it.
        if not self._out:
            self.loop.call_soon(self._flush)
        self._out.append(data)

    def _flush(self) -> None:
        out, self._out = self._out, []
        if out and not self._transport.is_closing():
            self._transport.write(b"".join(out))

    def answered(self, stream: _Stream, status: Status, text: str) -> None:
        """End the direction of the server, unless it has ended."""
        if stream is not self._stream or not self._answering:
            return
        self._answering = False
        self._gather(frame(END, End(status=status, status_text=text)))
        # Whoever waits for room for requests is to come to their end.
        self.resume()
        self._free_if_done()

    def _free_if_done(self) -> None:
        stream = self._stream
        if stream is not None and stream.requests.complete and not self._answering:
            self._stream = None
            self._reader.tag = 0
            if self._leaving:
                self._close()

    def pause(self) -> None:
        """Read no more for now."""
        if not self._paused and not self._transport.is_closing():
            self._paused = True
            self._transport.pause_reading()
            self._saying = self.loop.call_later(_WRITES_EVERY, self._say_still_there)

    def resume(self) -> None:
        """Read on."""
        if self._paused:
            self._paused = False
            if self._saying is not None:
                self._saying.cancel()
            if not self._transport.is_closing():
                self._transport.resume_reading()

    def _say_still_there(self) -> None:
        if self._paused and not self._transport.is_closing():
            if self._full is None:
                self._flush()
                self._transport.write(STILL_THERE_FRAME)
            self._saying = self.loop.call_later(_WRITES_EVERY, self._say_still_there)

    def goodbye(self) -> None:
        """Take no further streams, and end when the one that is open has ended."""
        # Before it is there nothing has been said that could be answered.
        if self._transport is not None:
            self._leaving = True
            if self._stream is None:
                self._close()

    def _close(self) -> None:
        self._flush()
        self._transport.close()

    def abort(self) -> None:
        """End at once; what is open is cancelled."""
        if self._transport is not None:
            self._transport.abort()

    def pause_writing(self) -> None:
        self._full = self.loop.create_future()

    def resume_writing(self) -> None:
        full, self._full = self._full, None
        if full is not None and not full.done():
            full.set_result(None)

    def connection_lost(self, error: Optional[Exception]) -> None:
        if self._reader.halfway and not self._answering:
            _logger.warning("a connection of the lane was closed in the middle of a frame")
        self.resume_writing()
        if self._saying is not None:
            self._saying.cancel()
        if self._stream is not None and self._answering:
            self._answering = False
            self._stream.cancel()
        self._ended(self)
