"""The two directions of an HTTP exchange, each between the server's event loop and a handler.

The handler is in a thread or on an event loop, its own or the server's. Data crosses over in small
batches: whoever takes finds what has come up to then, and is woken only when it waits.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from typing import Any, AsyncIterator, Deque, List, NamedTuple, Optional, Sequence, Tuple

from mattermost_plugin._internal.current_call import HookCancelledError
from mattermost_plugin._internal.loops import call_in

#: The longest part of a body in one message, where the other side says nothing else.
CHUNK = 64 * 1024

#: At so many bytes on the way whoever sends has to wait, until it is no more than the lower number.
HIGH = 512 * 1024
LOW = 128 * 1024

#: Bodies of known length that are no longer are waited for before a coroutine is called.
PRELOAD = 256 * 1024

#: So much may be on the way where a coroutine writes without awaiting it.
UNAWAITED = 64 * 1024 * 1024


class RequestBrokenOffError(HookCancelledError, ConnectionError):
    """A request's body ended before it was complete: as a rule its client is gone."""


class NothingYetError(Exception):
    """Whoever takes an answer was told to wait no longer; it may take again."""


class Waiters:
    """Threads and coroutines that wait for a change; everything is called with the lock held."""

    __slots__ = ("_condition", "_futures", "_lock")

    def __init__(self, lock: threading.Lock) -> None:
        self._lock = lock
        # Made when a thread has to wait, which most have not.
        self._condition: Optional[threading.Condition] = None
        self._futures: List[asyncio.Future[None]] = []

    def __bool__(self) -> bool:
        return self._condition is not None or bool(self._futures)

    def block(self) -> None:
        if self._condition is None:
            self._condition = threading.Condition(self._lock)
        self._condition.wait()

    def future(self) -> asyncio.Future[None]:
        made: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._futures.append(made)
        return made

    def wake(self) -> None:
        if self._condition is not None:
            self._condition.notify_all()
        if self._futures:
            futures, self._futures = self._futures, []
            for future in futures:
                call_in(future.get_loop(), _release, future)


class Incoming:
    """A request's body on its way to the handler. To be made, and fed, in the server's loop."""

    __slots__ = (
        "_complete",
        "_error",
        "_lock",
        "_loop",
        "_parts",
        "_resume",
        "_size",
        "_waiters",
    )

    def __init__(self, first: bytes, complete: bool) -> None:
        self._loop = asyncio._get_running_loop()
        self._lock = threading.Lock()
        self._waiters = Waiters(self._lock)
        self._parts: Deque[bytes] = deque((first,) if first else ())
        self._size = len(first)
        self._complete = complete
        self._error: Optional[BaseException] = None
        self._resume: Optional[asyncio.Future[None]] = None

    @property
    def complete(self) -> bool:
        """Whether all of the body has come."""
        return self._complete

    @property
    def exhausted(self) -> bool:
        """Whether all of the body was read."""
        return self._complete and not self._parts

    @property
    def broken(self) -> bool:
        """Whether the exchange is over, or the rest of the body will not come."""
        return self._error is not None

    async def feed(self, messages: AsyncIterator[Any]) -> None:
        """Take the messages that follow the first one, no faster than they are read."""
        async for message in messages:
            chunk = message.body_chunk
            pause: Optional[asyncio.Future[None]] = None
            with self._lock:
                if chunk:
                    self._parts.append(chunk)
                    self._size += len(chunk)
                self._complete = message.body_complete
                if self._size >= HIGH and not self._complete:
                    pause = self._resume = asyncio.get_running_loop().create_future()
                self._waiters.wake()
            if message.body_complete:
                return
            if pause is not None:
                await pause
        self.fail(RequestBrokenOffError("the request's body was broken off"))

    def fail(self, error: BaseException) -> None:
        """Say that nobody answers any more; who reads gets `error`, unless the body is there."""
        with self._lock:
            if self._error is None:
                self._error = error
            self._waiters.wake()

    def _take(self) -> Optional[bytes]:
        """Return the next part, b"" at the end, None if it has not come; the lock is held."""
        if self._parts:
            part = self._parts.popleft()
            self._size -= len(part)
            if self._resume is not None and self._size <= LOW:
                resume, self._resume = self._resume, None
                call_in(resume.get_loop(), _release, resume)
            return part
        if self._complete:
            return b""
        if self._error is not None:
            raise self._error
        return None

    def get(self) -> bytes:
        """Return the next part, b"" at the end; block until it is there."""
        with self._lock:
            while True:
                part = self._take()
                if part is not None:
                    return part
                if asyncio._get_running_loop() is self._loop:
                    raise RuntimeError(
                        "the request's body has not arrived, and waiting for it here would block"
                        " the event loop through which it comes; use `await request.read()`"
                        " or `async for chunk in request.stream()`"
                    )
                self._waiters.block()

    async def aget(self) -> bytes:
        """Return the next part, b"" at the end."""
        while True:
            with self._lock:
                part = self._take()
                if part is not None:
                    return part
                future = self._waiters.future()
            await future

    async def wait_complete(self) -> None:
        """Wait until all of the body is there, which must be no more than is read ahead."""
        while True:
            with self._lock:
                if self._complete or self._error is not None or self._resume is not None:
                    return
                future = self._waiters.future()
            await future

    async def wait_broken(self) -> None:
        """Wait until the exchange is over, or the rest of the body will not come."""
        while True:
            with self._lock:
                if self._error is not None:
                    return
                future = self._waiters.future()
            await future


class _Part:
    """What was written at once; it is cut up only when it is sent."""

    __slots__ = ("data", "eager", "flush", "start")

    def __init__(self, data: bytes, flush: bool, eager: bool) -> None:
        self.data = data
        self.start = 0
        self.flush = flush
        self.eager = eager


class Piece(NamedTuple):
    """A piece of an answer's body, of the length of one message at most.

    Attributes:
        data: its bytes.
        flush: whether the client is to get now what was sent up to here.
        last: whether the body ends with it.
        more: bytes that follow `data` in the same message, each written by itself.
    """

    data: bytes
    flush: bool
    last: bool
    more: Sequence[bytes] = ()

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return len(self.data) + sum(map(len, self.more))


class Outgoing:
    """An answer on its way to the host. To be made, and taken from, in the server's loop."""

    __slots__ = (
        "_ended",
        "_gone",
        "_lock",
        "_loop",
        "_parts",
        "_room",
        "_size",
        "_sleeper",
        "_waking",
        "error",
        "head",
    )

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._lock = threading.Lock()
        self._room = Waiters(self._lock)
        self._parts: Deque[_Part] = deque()
        self._size = 0
        self._ended = False
        self._gone = False
        self._sleeper: Optional[asyncio.Future[None]] = None
        self._waking = False
        #: Status and headers, as soon as there is anything to send.
        self.head: Any = None
        #: Why the answer is broken off.
        self.error: Optional[BaseException] = None

    @property
    def ready(self) -> bool:
        """Whether whoever takes does not have to wait."""
        return bool(self._parts) or self._ended

    @property
    def gone(self) -> bool:
        """Whether nobody takes the answer any more."""
        return self._gone

    def put(self, data: bytes, flush: bool, eager: bool, last: bool = False) -> None:
        """Have `data` sent; in a thread, wait until there is room for more.

        Args:
            data: a part of the body, of any length.
            flush: whether the client is to get it at once.
            eager: whether the client is to get it at once if nothing follows it closely.
            last: whether the answer ends with it.
        """
        with self._lock:
            self._raise_if_gone()
            if self._size >= UNAWAITED:
                raise BufferError(
                    f"{self._size >> 20} MiB of the answer wait for the client;"
                    " a coroutine has to await what `write` returns"
                )
            self._parts.append(_Part(data, flush, eager))
            self._size += len(data)
            self._ended = self._ended or last
            loop = asyncio._get_running_loop()
            if loop is None or last:
                self._wake()
            elif self._sleeper is not None and not self._waking:
                # When the coroutine comes to a halt, or to its end: often that is one message then.
                self._waking = True
                loop.call_soon(self._wake_sleeper)
            if self._size >= HIGH and loop is None:
                while self._size >= HIGH and not self._gone:
                    self._room.block()
                self._raise_if_gone()

    def _raise_if_gone(self) -> None:
        if self._gone:
            raise HookCancelledError("the client is gone, and the host has given up the request")

    async def room(self) -> None:
        """Wait until there is room for more."""
        while True:
            with self._lock:
                self._raise_if_gone()
                if self._size < HIGH:
                    return
                future = self._room.future()
            await future

    def unsent(self) -> List[Tuple[bytes, bool]]:
        """Return what was not taken yet."""
        with self._lock:
            return [(part.data[part.start :], part.flush) for part in self._parts]

    def flush(self) -> None:
        """Have the client get at once what was put up to now."""
        with self._lock:
            if self._parts:
                self._parts[-1].flush = True
                return
        self.put(b"", True, False)

    def end(self, error: Optional[BaseException] = None) -> None:
        """Say that nothing more will be put: the answer is complete, or broken off by `error`."""
        with self._lock:
            if not self._ended:
                self._ended = True
                self.error = error
                self._wake()

    def give_up(self) -> None:
        """Say that nobody takes the answer any more."""
        with self._lock:
            self._gone = True
            self._parts.clear()
            self._room.wake()

    def _wake_sleeper(self) -> None:
        with self._lock:
            self._waking = False
            self._wake()

    def _wake(self) -> None:
        sleeper, self._sleeper = self._sleeper, None
        if sleeper is not None:
            call_in(self._loop, _release, sleeper)

    def hurry(self) -> None:
        """Have `take`, if it waits, raise `NothingYetError`; to be called in the server's loop."""
        with self._lock:
            sleeper, self._sleeper = self._sleeper, None
        if sleeper is not None and not sleeper.done():
            sleeper.set_exception(NothingYetError())

    async def take(self, longest: int = CHUNK, gather: bool = False) -> Optional[Piece]:
        """Return the next piece, of `longest` bytes at most; None where there is no further one.

        With `gather` a piece may have several of the parts that were put.
        """
        while True:
            with self._lock:
                if self._parts:
                    return self._gathered(longest) if gather else self._take(longest)
                if self._ended:
                    return None
                self._sleeper = sleeper = self._loop.create_future()
            await sleeper

    def _take(self, longest: int) -> Piece:
        part = self._parts[0]
        if part.start + longest < len(part.data):
            start, part.start = part.start, part.start + longest
            return Piece(part.data[start : start + longest], False, False)
        self._parts.popleft()
        is_last = not self._parts
        return Piece(
            part.data[part.start :],
            part.flush or (is_last and part.eager),
            is_last and self._ended and self.error is None,
        )

    def _gathered(self, longest: int) -> Piece:
        first = piece = self._take(longest)
        room = longest - len(first.data)
        more: List[bytes] = []
        while self._parts and not piece.flush and len(self._parts[0].data) <= room:
            piece = self._take(longest)
            more.append(piece.data)
            room -= len(piece.data)
        return Piece(first.data, piece.flush, piece.last, more) if more else first

    def sent(self, piece: Piece) -> None:
        """Count out what the host has taken."""
        with self._lock:
            self._size -= piece.size
            if self._size <= LOW and self._room:
                self._room.wake()


def _release(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)
