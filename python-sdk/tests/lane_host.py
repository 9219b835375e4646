"""A host's API on the lane for tests, written from docs/lane.md and not from the SDK."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Callable, List, Optional, Set

from lane import ANSWER, CALL, CANCEL, END, HELLO, LARGEST, WELCOME, LaneRpcError, frame

from mattermost_plugin.grpc import lane_pb2 as pb


class LaneHost:
    """A host's API on the lane, answered by threads.

    Args:
        path: the socket's.
        take: answers a call by method, with a slash before it, and request; raises `LaneRpcError`.
    """

    def __init__(self, path: str, take: Callable[[str, bytes], bytes]) -> None:
        self._path = path
        self._take = take
        self._workers = ThreadPoolExecutor(70)
        self.connections: List[HostConnection] = []
        #: How many connections there have been.
        self.accepted = 0
        #: How it refuses connections, if it does.
        self.refuses: Optional[Any] = None
        self._listening = socket.socket(socket.AF_UNIX)

    def __enter__(self) -> LaneHost:
        self._listening.bind(self._path)
        self._listening.listen(100)
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: Any) -> None:
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        os.unlink(self._path)
        for connection in list(self.connections):
            connection.break_off()
        self._workers.shutdown()

    def _accept(self) -> None:
        while True:
            try:
                connected, _ = self._listening.accept()
            except OSError:
                return
            self.accepted += 1
            connection = HostConnection(self, connected)
            self.connections.append(connection)
            connection.start()

    def answer(self, connection: HostConnection, call: Any) -> None:
        try:
            response = self._take("/" + call.method, call.request)
            if len(response) > LARGEST:
                raise LaneRpcError(8, "larger than the limit")
            answer = pb.Answer(id=call.id, response=response)
        except LaneRpcError as failed:
            status = failed.code().value[0]
            answer = pb.Answer(id=call.id, status=status, status_text=failed.details())
        connection.send(ANSWER, answer)

    def submit(self, connection: HostConnection, call: Any) -> None:
        self._workers.submit(self.answer, connection, call)


class HostConnection:
    """A connection to a host, for calls."""

    def __init__(self, host: LaneHost, connected: socket.socket) -> None:
        self._host = host
        self._socket = connected
        self._lock = threading.Lock()
        #: Numbers of calls that were cancelled.
        self.cancelled: Set[int] = set()

    def start(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def send(self, kind: int, message: Any) -> None:
        self.send_raw(frame(kind, message))

    def send_raw(self, data: bytes) -> None:
        with self._lock, contextlib.suppress(OSError):
            self._socket.sendall(data)

    def break_off(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def _read(self) -> None:
        stream = self._socket.makefile("rb")
        while True:
            head = b""
            with contextlib.suppress(OSError):
                head = stream.read(5)
            if len(head) < 5:
                break
            kind, payload = head[4], stream.read(int.from_bytes(head[:4], "big") - 1)
            if kind == HELLO:
                assert pb.Hello.FromString(payload).use == pb.USE_CALLS
                if self._host.refuses is not None:
                    self.send(END, self._host.refuses)
                    break
                self.send(WELCOME, pb.Welcome(version=1))
            elif kind == CALL:
                self._host.submit(self, pb.Call.FromString(payload))
            elif kind == CANCEL:
                self.cancelled.add(pb.Cancel.FromString(payload).id)
        self._host.connections.remove(self)
        stream.close()
        self._socket.close()
