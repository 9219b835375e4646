"""Calls of plain functions: read, answered and written by threads, without an event loop.

One thread reads. It runs a handler itself where that is expected to be over soon, as another thread
would take longer to begin. All other handlers run in the threads for them, as many at the same time
as there are. Where a handler is not over soon after all, another thread reads on in the meantime.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import threading
from collections import deque
from time import perf_counter
from typing import (
    Any,
    Callable,
    Deque,
    Dict,
    Iterator,
    Mapping,
    Optional,
    Tuple,
    Union,
)

from mattermost_plugin._internal.lane.call_connection import LoopCall
from mattermost_plugin._internal.lane.contexts import (
    MOST_CALLS,
    failure,
)
from mattermost_plugin._internal.lane.frames import (
    CALL,
    CANCEL,
    GOODBYE,
    GOODBYE_FRAME,
    BrokenLaneError,
    FrameReader,
    parsed,
)
from mattermost_plugin._internal.lane.pace import Pace
from mattermost_plugin._internal.lane.served import ServedMethods
from mattermost_plugin._internal.lane.thread_call import ThreadCall
from mattermost_plugin._internal.lane.turns import Turns
from mattermost_plugin._internal.lane.watcher import Watcher
from mattermost_plugin._internal.loops import Deadlines, call_in
from mattermost_plugin._internal.status import Status
from mattermost_plugin.grpc.lane_pb2 import Call, Cancel

_logger = logging.getLogger(__name__)

_READ = 64 * 1024

# Answers that are ready wait for others no longer than this, in seconds, ...
_GATHER = 0.0003

# ... and so many of them make the thread that reads wait until they are written.
_MOST_ANSWERS = 64

# So many threads that read may be held up by handlers; then no handler runs in them any more.
_MOST_HELD_UP = 4


class _Posted(LoopCall):
    """A call that came to threads, and is answered on the loop."""

    __slots__ = ()

    due = None

    def cancel(self) -> None:
        call_in(self._connection.loop, super().cancel)


class ThreadConnection:
    """A connection for calls, most of them for plain functions.

    Args:
        connected: the socket, which blocks.
        methods: what can be called.
        paces: the methods whose handlers are plain functions, and how long they take.
        loop: the loop for handlers, on which all other methods are answered.
        deadlines: that loop's.
        submit: has something done by a thread for handlers; returns whether there is room.
        watcher: looks after this connection, once it has begun.
        ended: called, in some thread, when the connection is closed.
    """

    def __init__(
        self,
        connected: socket.socket,
        methods: ServedMethods,
        paces: Mapping[str, Pace],
        loop: asyncio.AbstractEventLoop,
        deadlines: Deadlines,
        submit: Callable[[Callable[[], None]], bool],
        watcher: Watcher,
        ended: Callable[[ThreadConnection], None],
    ) -> None:
        self.loop = loop
        self.deadlines = deadlines
        self._socket = connected
        self._methods = methods
        self._paces = paces
        self._submit = submit
        self._watcher = watcher
        self._ended = ended
        self._reader = FrameReader()
        self._frames: Iterator[Tuple[int, Any]] = iter(())
        self._running: Dict[int, Union[ThreadCall, _Posted]] = {}
        self._turns: Turns[Union[ThreadCall, _Posted]] = Turns()
        self._out: Deque[bytes] = deque()
        self._flushed = 0.0
        self._writing = threading.Lock()
        self._leaving = False
        self._closed = False
        # Decides who reads, and whether a handler holds it up.
        self._lock = threading.Lock()
        self._current: object = None
        self._inline: Optional[ThreadCall] = None
        self._seen: Optional[ThreadCall] = None
        self._held_up = 0
        self._runs = 0
        self._runs_before = 0
        # Nothing is due before that.
        self._earliest = float("inf")

    def start(self) -> None:
        """Begin to read."""
        self._watcher.add(self)
        self._start_reader()

    def _start_reader(self) -> None:
        self._current = token = object()
        name = "hook-reader"
        threading.Thread(target=self._read, args=(token,), name=name, daemon=True).start()

    def _read(self, token: object) -> None:
        try:
            while True:
                for kind, payload in self._frames:
                    if kind == CALL:
                        if not self._take(parsed(Call, payload), token):
                            return
                    elif kind == CANCEL:
                        call = self._running.pop(parsed(Cancel, payload).id, None)
                        if call is not None:
                            call.cancel()
                            self._next_turn(call)
                    elif kind == GOODBYE:
                        self._leaving = True
                    else:
                        raise BrokenLaneError(f"a frame of kind {kind} among calls")
                self.flush()
                self._wait_for_room()
                if self._leaving and not self._running:
                    break
                data = self._socket.recv(_READ)
                if not data:
                    if self._reader.halfway and not self._leaving:
                        raise BrokenLaneError("ended in the middle of a frame")
                    break
                self._frames = self._reader.feed(data)
        except BrokenLaneError as broken:
            _logger.warning("a connection of the lane is closed: it has %s", broken)
        except OSError as lost:
            _logger.debug("a connection of the lane is lost: %s", lost)
        self._close()

    def _take(self, call: Call, token: object) -> bool:
        """Begin to answer a call; return whether the calling thread still is the one that reads."""
        number, name = call.id, call.method
        if number in self._running:
            raise BrokenLaneError(f"two calls with the number {number}")
        method = self._methods.get(name)
        if method is None or (method.unary is None and method.begin is None):
            self._out.append(failure(number, Status.UNIMPLEMENTED, f"there is no method {name}"))
            return True
        if self._leaving:
            text = "the plugin takes no more calls"
            self._out.append(failure(number, Status.UNAVAILABLE, text))
            return True
        if len(self._running) >= MOST_CALLS:
            text = "too many calls are under way"
            self._out.append(failure(number, Status.RESOURCE_EXHAUSTED, text))
            return True
        pace = self._paces.get(name)
        if pace is None:
            millis, in_turn = call.timeout_millis, call.in_turn
            posted = _Posted(self, number, method, call.request, millis, in_turn)
            self._running[number] = posted
            if not in_turn or self._turns.comes(posted):
                call_in(self.loop, posted.start)
            return True
        one = ThreadCall(self, call, method, pace)
        self._running[number] = one
        if one.in_turn and not self._turns.comes(one):
            return True
        if pace.quick and self._held_up < _MOST_HELD_UP:
            return self._run_here(one, token)
        self._run_in_pool(one)
        return True

    def _run_in_pool(self, call: ThreadCall) -> None:
        call.wait()
        if not self._submit(call.work_in_pool):
            self.put(call.number, call.refused())

    def _next_turn(self, ended: Union[ThreadCall, _Posted]) -> None:
        if ended.in_turn:
            following = self._turns.leaves(ended)
            if isinstance(following, ThreadCall):
                self._run_in_pool(following)
            elif following is not None:
                call_in(self.loop, following.start)

    def _run_here(self, call: ThreadCall, token: object) -> bool:
        self._runs += 1
        self._inline = call
        if self._watcher.sleeps_until is not None:
            self._watcher.expect(0.0)
        call.work()
        with self._lock:
            if self._current is not token:
                self._held_up -= 1
                held_up = True
            else:
                self._inline = None
                held_up = False
        if held_up:
            self.flush()
            return False
        now = perf_counter()
        if now - self._flushed > _GATHER or len(self._out) > _MOST_ANSWERS:
            self._flushed = now
            self.flush()
            self._wait_for_room()
        return True

    def _wait_for_room(self) -> None:
        # A host that does not read its answers gets no further ones.
        while len(self._out) > _MOST_ANSWERS and not self._closed:
            with self._writing:
                pass
            self.flush()

    def expect(self, due: float) -> None:
        """Look after a call that is too late at `due`, by `time.monotonic`."""
        if due < self._earliest:
            self._earliest = due
            self._watcher.expect(due)

    def put(self, number: int, data: bytes) -> None:
        """Answer a call with a frame, if anyone still waits for it, when answers are written."""
        call = self._running.pop(number, None)
        if call is not None:
            self._out.append(data)
            self._next_turn(call)

    def answer(self, number: int, data: bytes) -> None:
        """Answer a call with a frame, if anyone still waits for it; does not block."""
        self.put(number, data)
        self.flush(wait=False)

    def flush(self, wait: bool = True) -> None:
        """Write the answers that are ready.

        Does not wait for another thread that writes, which writes these, too. What cannot be
        written without waiting, where it shall not wait, the watcher writes by and by.
        """
        while self._out and not self._closed:
            if not self._writing.acquire(blocking=False):
                return
            try:
                data = self._gathered()
                if wait:
                    self._socket.sendall(data)
                elif not self._sent_at_once(data):
                    self._watcher.expect(0.0)
                    return
            except OSError:
                self.abort()
                return
            finally:
                self._writing.release()
        if self._leaving and not self._running:
            self._stop_reading()

    def _gathered(self) -> bytes:
        out = self._out
        first = out.popleft()
        if not out:
            return first
        parts = [first]
        while out:
            parts.append(out.popleft())
        return b"".join(parts)

    def _sent_at_once(self, data: bytes) -> bool:
        try:
            sent = self._socket.send(data, socket.MSG_DONTWAIT)
        except BlockingIOError:
            sent = 0
        if sent < len(data):
            self._out.appendleft(data[sent:])
            return False
        return True

    def look(self, now: float) -> bool:
        """Have another thread read where a handler holds up the one that does; end what is late."""
        inline = self._inline
        if inline is not None and inline is self._seen:
            self._read_on(inline)
        self._seen = inline
        if now >= self._earliest:
            self._end_late(now)
        if self._out:
            self.flush(wait=False)
        before, self._runs_before = self._runs_before, self._runs
        return self._runs != before or inline is not None or bool(self._out)

    def _read_on(self, call: ThreadCall) -> None:
        with self._lock:
            if self._inline is not call:
                return
            self._inline = None
            self._held_up += 1
            self._start_reader()
        call.blocked()

    def next_deadline(self) -> Optional[float]:
        """Return when the next call is late."""
        self._earliest = float("inf")
        dues = [call.due for call in list(self._running.values()) if call.due is not None]
        if not dues:
            return None
        due = min(dues)
        self._earliest = min(self._earliest, due)
        return due

    def _end_late(self, now: float) -> None:
        for call in list(self._running.values()):
            if call.due is None or call.due > now or not isinstance(call, ThreadCall):
                continue
            # Unless it has been answered in the meantime.
            if call.number in self._running:
                self.put(call.number, call.late())
        self.next_deadline()

    def goodbye(self) -> None:
        """Take no more calls, and end when those that run are answered; does not block."""
        if not self._leaving:
            self._leaving = True
            self._out.append(GOODBYE_FRAME)
        self.flush(wait=False)

    def _stop_reading(self) -> None:
        try:
            # What has come is still read. Whoever sends more is told that nobody reads it.
            self._socket.shutdown(socket.SHUT_RD)
        except OSError:
            return

    def abort(self) -> None:
        """End at once; calls that run are cancelled."""
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            return

    def _close(self) -> None:
        in_order = self._leaving and not self._running
        if not in_order:
            # Whoever writes stops it.
            self.abort()
        with self._writing:
            if in_order and self._out:
                with contextlib.suppress(OSError):
                    self._socket.sendall(self._gathered())
            self._closed = True
            self._socket.close()
        self._watcher.remove(self)
        running, self._running = self._running, {}
        for call in running.values():
            call.cancel()
        self._ended(self)
