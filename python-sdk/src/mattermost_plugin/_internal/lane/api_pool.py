"""Calls of the API that block: each has a connection to itself while it lasts."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import time
import weakref
from collections import deque
from typing import Any, Deque, List, Optional, Set, Tuple

from google.protobuf.message import Message

from mattermost_plugin._internal.lane import api_calls
from mattermost_plugin._internal.lane.api_calls import NotBegunError
from mattermost_plugin._internal.lane.api_loops import ApiLoops
from mattermost_plugin._internal.lane.frames import (
    ANSWER,
    BEGINS_WITHIN,
    END,
    GOODBYE,
    HEAD,
    WELCOME,
    BrokenLaneError,
    FrameReader,
    parsed,
)
from mattermost_plugin._internal.methods import Method
from mattermost_plugin._internal.status import CallFailedError, Status
from mattermost_plugin._internal.token import api_token
from mattermost_plugin.grpc.lane_pb2 import Answer, End

#: So many connections there are at most; with more calls at the same time some wait.
MOST_CONNECTIONS = 48

# Connections that nobody has used for so many seconds are closed, but for a few.
_IDLE = 30.0
_KEPT = 4

_READ = 16 * 1024


class _Connection:
    """A connection for one call after the other."""

    __slots__ = ("_frames", "_leaving", "_limit", "_number", "_reader", "_socket", "used")

    def __init__(self, path: str, limit: Optional[float]) -> None:
        self._number = 0
        self._leaving = False
        self._reader = FrameReader()
        self._frames: Deque[Tuple[int, Any]] = deque()
        self._limit: Optional[float] = BEGINS_WITHIN
        if limit is not None and limit < BEGINS_WITHIN:
            self._limit = limit
        #: When it was last given back, by `time.monotonic`.
        self.used = 0.0
        self._socket = connected = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connected.settimeout(self._limit)
            connected.connect(path)
            connected.sendall(api_calls.hello_frame())
            self._await_welcome()
        except socket.timeout:
            connected.close()
            if limit is not None and limit < BEGINS_WITHIN:
                raise api_calls.too_late() from None
            text = f"{path}: no greeting within {BEGINS_WITHIN:.0f} s"
            raise CallFailedError(Status.UNAVAILABLE, text) from None
        except OSError as error:
            connected.close()
            raise api_calls.unreachable(path, error) from error
        except BaseException:
            connected.close()
            raise

    def _await_welcome(self) -> None:
        kind, payload = self._next(None)
        if kind == END:
            raise api_calls.refused(parsed(End, payload))
        if kind != WELCOME:
            raise BrokenLaneError(f"a frame of kind {kind} at the beginning")

    def call(self, method: Method[Any], request: Message, timeout: Optional[float]) -> Answer:
        """Return the answer.

        Raises `NotBegunError` where the host is known to have done nothing, and TimeoutError. After
        any exception the connection is of no use.
        """
        self._number = number = self._number + 1
        data = api_calls.call_frame(number, method.path, request, timeout)
        until = None if timeout is None else time.monotonic() + timeout
        if timeout != self._limit:
            self._socket.settimeout(timeout)
            self._limit = timeout
        try:
            self._socket.sendall(data)
        except socket.timeout:
            raise
        except OSError as error:
            # What is not there as a whole is not begun.
            raise NotBegunError(str(error)) from error
        if not self._frames and not self._reader.halfway:
            # Nearly always it comes as a whole, and alone.
            data = self._received(until)
            length, kind = HEAD.unpack_from(data) if len(data) > 5 else (0, 0)
            if length == len(data) - 4 and kind == ANSWER:
                answer: Answer = parsed(Answer, data[5:])
                if answer.id == number and not self._leaving:
                    return answer
            self._frames.extend(self._reader.feed(data))
        return self._await_answer(number, until)

    def _await_answer(self, number: int, until: Optional[float]) -> Answer:
        while True:
            kind, payload = self._next(until)
            if kind == GOODBYE:
                self._leaving = True
                continue
            if kind != ANSWER:
                raise BrokenLaneError(f"a frame of kind {kind} in place of an answer")
            answer: Answer = parsed(Answer, payload)
            if answer.id != number:
                raise BrokenLaneError(f"an answer to {answer.id} in place of {number}")
            if self._leaving and answer.status == Status.UNAVAILABLE:
                raise NotBegunError(answer.status_text)
            return answer

    def _next(self, until: Optional[float]) -> Tuple[int, Any]:
        while not self._frames:
            self._frames.extend(self._reader.feed(self._received(until)))
        return self._frames.popleft()

    def _received(self, until: Optional[float]) -> bytes:
        if until is not None:
            left = until - time.monotonic()
            if left <= 0:
                raise socket.timeout
            if self._limit is None or left < self._limit * 0.9:
                self._socket.settimeout(left)
                self._limit = left
        data = self._socket.recv(_READ)
        if data:
            return data
        if self._leaving:
            raise NotBegunError("the host has ended the connection")
        raise ConnectionResetError("the host has ended it")

    @property
    def leaving(self) -> bool:
        """Whether the host takes no more calls on it."""
        return self._leaving

    def interrupt(self) -> None:
        """Have whoever waits for an answer go away; may be called from any thread."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Close it; what it has with others in another process is not touched."""
        self._socket.close()


class ApiPool:
    """The host's API by way of its socket, for any number of threads.

    Args:
        path: the path of the socket.
    """

    failures = CallFailedError

    def __init__(self, path: str) -> None:
        self._path = path
        # The one that was used last is taken first, so that others become idle.
        self._free: Deque[_Connection] = deque()
        self._all: Set[_Connection] = set()
        self._opening = 0
        self._change = threading.Condition()
        self._waiting = 0
        self._closed = False
        self._loops: Optional[ApiLoops] = None
        _pools.add(self)

    def call(self, method: Method[Any], request: Message, timeout: Optional[float]) -> Any:
        """Return the response, or raise `CallFailedError`."""
        until = None if timeout is None else time.monotonic() + timeout
        while True:
            connection, fresh = self._take(until)
            try:
                answer = connection.call(method, request, timeout)
            except BaseException as error:
                self._drop(connection)
                if isinstance(error, NotBegunError) and not fresh:
                    continue
                if isinstance(error, (OSError, NotBegunError, BrokenLaneError)):
                    raise self._failure(error) from error
                raise
            self._give(connection)
            return api_calls.response_in(answer, method)

    def announce(self, timeout: float) -> None:
        """Show the token, where there is one, as after that the host asks everybody for it."""
        if api_token():
            connection, _ = self._take(time.monotonic() + timeout)
            self._give(connection)

    def _failure(self, error: Exception) -> CallFailedError:
        if self._closed:
            return api_calls.closed()
        if isinstance(error, socket.timeout):
            return api_calls.too_late()
        return api_calls.lost(error)

    def _take(self, until: Optional[float]) -> Tuple[_Connection, bool]:
        """Return a connection, and whether it was made just now."""
        try:
            return self._free.pop(), False
        except IndexError:
            pass
        with self._change:
            self._waiting += 1
            try:
                while True:
                    if self._closed:
                        raise api_calls.closed()
                    if self._free:
                        return self._free.pop(), False
                    if len(self._all) + self._opening < MOST_CONNECTIONS:
                        self._opening += 1
                        break
                    left = None if until is None else until - time.monotonic()
                    if left is not None and left <= 0:
                        raise api_calls.too_late()
                    self._change.wait(left)
            finally:
                self._waiting -= 1
        return self._opened(until), True

    def _opened(self, until: Optional[float]) -> _Connection:
        connection: Optional[_Connection] = None
        try:
            left = None if until is None else max(0.001, until - time.monotonic())
            connection = _Connection(self._path, left)
        except BrokenLaneError as error:
            raise api_calls.lost(error) from error
        finally:
            with self._change:
                self._opening -= 1
                if connection is not None:
                    self._all.add(connection)
                else:
                    self._change.notify()
        return connection

    def _give(self, connection: _Connection) -> None:
        if self._closed or connection.leaving:
            self._drop(connection)
            return
        connection.used = now = time.monotonic()
        self._free.append(connection)
        if self._waiting:
            with self._change:
                self._change.notify()
        elif len(self._free) > _KEPT and now - self._free[0].used > _IDLE:
            with contextlib.suppress(IndexError):
                self._drop(self._free.popleft())

    def _drop(self, connection: _Connection) -> None:
        connection.close()
        with self._change:
            self._all.discard(connection)
            self._change.notify()

    def awaited(self) -> ApiLoops:
        """Return the same API for coroutines; it ends with this."""
        with self._change:
            if self._loops is None:
                self._loops = ApiLoops(self._path)
            return self._loops

    def close(self) -> None:
        """End all connections; calls that are under way fail."""
        with self._change:
            self._closed = True
            connections: List[_Connection] = list(self._all)
            self._change.notify_all()
        for connection in connections:
            connection.interrupt()
        while self._free:
            with contextlib.suppress(IndexError):
                self._drop(self._free.pop())
        if self._loops is not None:
            self._loops.end()

    def _forget(self) -> None:
        """Begin anew in a child process, which must not use what is its parent's."""
        self._change = threading.Condition()
        self._waiting = self._opening = 0
        connections, self._all = self._all, set()
        self._free = deque()
        self._loops = None
        for connection in connections:
            connection.close()


_pools: weakref.WeakSet[ApiPool] = weakref.WeakSet()


def _forget_all() -> None:
    for pool in list(_pools):
        pool._forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)
