"""The host's ends of the lane for tests, written from docs/lane.md and not from the SDK.

It can be used in place of gRPC's channels, blocking or not.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from typing import Any, AsyncIterator, Callable, Coroutine, Dict, List, Optional, Set, Tuple

import grpc

from mattermost_plugin.grpc import lane_pb2 as pb

SOON = 30.0
EOF: Any = object()

#: The largest message.
LARGEST = 64 * 1024 * 1024

HELLO, WELCOME, CALL, ANSWER, CANCEL, GOODBYE, OPEN, MESSAGE, END, STILL_THERE = range(1, 11)
CLASSES: Dict[int, Any] = {
    HELLO: pb.Hello,
    WELCOME: pb.Welcome,
    CALL: pb.Call,
    ANSWER: pb.Answer,
    CANCEL: pb.Cancel,
    GOODBYE: pb.Goodbye,
    OPEN: pb.Open,
    END: pb.End,
}


def frame(kind: int, message: Any) -> bytes:
    payload = message if isinstance(message, bytes) else message.SerializeToString()
    return (len(payload) + 1).to_bytes(4, "big") + bytes([kind]) + payload


def hello(use: Any = pb.USE_CALLS, group: str = "", version: int = 1) -> bytes:
    return frame(HELLO, pb.Hello(version=version, use=use, group=group))


def path_of(target: str) -> str:
    return target[len("unix:") :] if target.startswith("unix:") else target


class LaneRpcError(grpc.RpcError):
    """A call that failed, as gRPC's errors tell it."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(f"{status}: {text}")
        self._status = next(code for code in grpc.StatusCode if code.value[0] == status)
        self._text = text

    def code(self) -> grpc.StatusCode:
        return self._status

    def details(self) -> str:
        return self._text


class Wire:
    """Frames on a socket."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    async def connect(cls, target: str) -> Wire:
        return cls(*await asyncio.open_unix_connection(path_of(target)))

    def send(self, kind: int, message: Any) -> None:
        self.writer.write(frame(kind, message))

    async def frame(self) -> Optional[Tuple[int, Any]]:
        """The next frame, None where the connection has ended."""
        kind = STILL_THERE
        while kind == STILL_THERE:
            try:
                length = int.from_bytes(await self.reader.readexactly(4), "big")
                data = await self.reader.readexactly(length)
            except (asyncio.IncompleteReadError, ConnectionError):
                return None
            kind = data[0]
        return kind, data[1:] if kind == MESSAGE else CLASSES[kind].FromString(data[1:])

    async def next(self) -> Optional[Tuple[int, Any]]:
        return await asyncio.wait_for(self.frame(), SOON)

    async def close(self) -> None:
        self.writer.close()
        with contextlib.suppress(OSError):
            await self.writer.wait_closed()


class CallsWire:
    """A connection for calls."""

    def __init__(self, wire: Wire, welcome: Any) -> None:
        self.wire = wire
        self.groups = {method: group.name for group in welcome.groups for method in group.methods}
        self._last = 0
        self._waiting: Dict[int, asyncio.Future[Any]] = {}
        self.said_goodbye = False
        self.ended = asyncio.Event()
        self.reading = asyncio.ensure_future(self._read())

    @classmethod
    async def connect(cls, target: str, group: str = "") -> CallsWire:
        wire = await Wire.connect(target)
        wire.writer.write(hello(group=group))
        answer = await wire.next()
        assert answer is not None and answer[0] == WELCOME, answer
        return cls(wire, answer[1])

    async def _read(self) -> None:
        while True:
            got = await self.wire.frame()
            if got is None:
                break
            kind, message = got
            if kind == GOODBYE:
                self.said_goodbye = True
                continue
            assert kind == ANSWER, kind
            waiting = self._waiting.pop(message.id, None)
            if waiting is not None and not waiting.done():
                waiting.set_result(message)
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(LaneRpcError(14, "the connection was closed"))
                waiting.exception()  # Nobody has to be interested.
        self.ended.set()

    def number(self) -> int:
        self._last += 1
        return self._last

    def begin(self, *calls: Any) -> List[asyncio.Future[Any]]:
        """Send calls in one go; their numbers are theirs."""
        futures = []
        for call in calls:
            future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
            if self.ended.is_set():
                future.set_exception(LaneRpcError(14, "the connection was closed"))
            else:
                self._waiting[call.id] = future
            futures.append(future)
        self.wire.writer.write(b"".join(frame(CALL, call) for call in calls))
        return futures

    def cancel(self, number: int) -> None:
        self._waiting.pop(number, None)
        self.wire.send(CANCEL, pb.Cancel(id=number))

    async def call(self, method: str, request: bytes, timeout: Optional[float] = None) -> Any:
        number = self.number()
        millis = 0 if timeout is None else max(1, int(timeout * 1000))
        (future,) = self.begin(
            pb.Call(id=number, method=method, request=request, timeout_millis=millis)
        )
        try:
            answer = await asyncio.wait_for(future, timeout)
        except asyncio.TimeoutError:
            self.cancel(number)
            raise LaneRpcError(4, "Deadline Exceeded") from None
        except asyncio.CancelledError:
            self.cancel(number)
            raise
        if answer.status:
            raise LaneRpcError(answer.status, answer.status_text)
        return answer

    async def close(self) -> None:
        self.reading.cancel()
        await self.wire.close()


class LaneStream:
    """A stream, as gRPC's asyncio streams are."""

    def __init__(
        self, target: str, method: str, serialize: Any, parse: Any, timeout: Any, metadata: Any
    ) -> None:
        self._serialize = serialize
        self._parse = parse
        self._ended: Optional[Any] = None
        self.writing: Optional[asyncio.Future[None]] = None
        self._wire: Optional[Wire] = None
        self._closed = False
        rest = int(dict(metadata or ()).get("krait-rest", 0))
        millis = 0 if timeout is None else max(1, int(timeout * 1000))
        self._opened = pb.Open(method=method, timeout_millis=millis, rest=rest)
        self._opening = asyncio.ensure_future(self._open(target))
        if rest:
            self._opening.add_done_callback(lambda _: asyncio.ensure_future(self.done_writing()))

    async def _open(self, target: str) -> None:
        self._wire = wire = await Wire.connect(target)
        wire.writer.write(hello(pb.USE_STREAMS))
        wire.send(OPEN, self._opened)
        got = await wire.next()
        assert got is not None and got[0] == WELCOME, got

    async def _ready(self) -> Wire:
        await asyncio.shield(self._opening)
        assert self._wire is not None
        return self._wire

    async def write(self, message: Any) -> None:
        wire = await self._ready()
        with contextlib.suppress(ConnectionError):
            wire.send(MESSAGE, self._serialize(message))
            await wire.writer.drain()

    async def done_writing(self) -> None:
        if not self._closed:
            self._closed = True
            (await self._ready()).send(END, pb.End())

    async def read(self) -> Any:
        """The next message, gRPC's EOF at the end."""
        wire = await self._ready()
        if self._ended is None:
            got = await wire.frame()
            if got is not None and got[0] == MESSAGE:
                return self._parse(got[1])
            self._ended = pb.End(status=14, status_text="closed") if got is None else got[1]
            await wire.close()
        if self._ended.status:
            raise LaneRpcError(self._ended.status, self._ended.status_text)
        return EOF

    async def __aiter__(self) -> AsyncIterator[Any]:
        while True:
            message = await self.read()
            if message is EOF:
                return
            yield message

    async def code(self) -> grpc.StatusCode:
        with contextlib.suppress(LaneRpcError):
            while await self.read() is not EOF:
                continue
        assert self._ended is not None
        status = self._ended.status
        return next(code for code in grpc.StatusCode if code.value[0] == status)

    def cancel(self) -> None:
        if self._wire is not None:
            self._wire.writer.close()
        else:
            self._opening.cancel()


class AioLaneChannel:
    """What grpc.aio.insecure_channel is, on the lane."""

    def __init__(self, target: str) -> None:
        self.target = target
        self._wires: Dict[str, CallsWire] = {}
        self._connecting = asyncio.Lock()

    async def wire_for(self, method: str) -> CallsWire:
        """The connection for calls of a method."""
        async with self._connecting:
            if "" not in self._wires:
                self._wires[""] = await CallsWire.connect(self.target)
            group = self._wires[""].groups.get(method, "")
            if group not in self._wires:
                self._wires[group] = await CallsWire.connect(self.target, group)
            return self._wires[group]

    def unary_unary(
        self, path: str, request_serializer: Any, response_deserializer: Any, **_: Any
    ) -> Callable[..., Any]:
        async def ask(request: Any, timeout: Optional[float]) -> Any:
            wire = await self.wire_for(path[1:])
            answer = await wire.call(path[1:], request_serializer(request), timeout)
            return response_deserializer(answer.response)

        def call(request: Any, timeout: Optional[float] = None, **_: Any) -> asyncio.Task[Any]:
            return asyncio.ensure_future(ask(request, timeout))

        return call

    def stream_stream(
        self, path: str, request_serializer: Any, response_deserializer: Any, **_: Any
    ) -> Callable[..., LaneStream]:
        def call(
            requests: Any = None, timeout: Optional[float] = None, metadata: Any = ()
        ) -> LaneStream:
            stream = LaneStream(
                self.target, path[1:], request_serializer, response_deserializer, timeout, metadata
            )
            if requests is not None:
                stream.writing = asyncio.ensure_future(_write_all(stream, requests))
            return stream

        return call

    unary_stream = stream_unary = stream_stream

    async def __aenter__(self) -> AioLaneChannel:
        return self

    async def __aexit__(self, *_: Any) -> None:
        await self.close()

    async def close(self) -> None:
        for wire in self._wires.values():
            await wire.close()


async def _write_all(stream: LaneStream, requests: Any) -> None:
    if hasattr(requests, "__aiter__"):
        async for request in requests:
            await stream.write(request)
    else:
        for request in requests:
            await stream.write(request)
    await stream.done_writing()


class LaneChannel:
    """What grpc.insecure_channel is, on the lane: `AioLaneChannel` in a thread of its own."""

    def __init__(self, target: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._tasks: Set[Any] = set()
        self._inner = self.run(self._make(target))

    async def _make(self, target: str) -> AioLaneChannel:
        return AioLaneChannel(target)

    def begin(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.begin(work).result(SOON * 2)

    def unary_unary(self, path: str, *codec: Any, **named: Any) -> _Unary:
        return _Unary(self, self._inner.unary_unary(path, *codec, **_codec(named)))

    def stream_stream(self, path: str, *codec: Any, **named: Any) -> Callable[..., Any]:
        call = self._inner.stream_stream(path, *codec, **_codec(named))

        def ask(requests: Any = (), timeout: Optional[float] = None, **more: Any) -> Any:
            async def begin() -> Any:
                return call(requests, timeout=timeout, **more)

            stream = self.run(begin())
            while True:
                message = self.run(stream.read())
                if message is EOF:
                    return
                yield message

        return ask

    def __enter__(self) -> LaneChannel:
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def close(self) -> None:
        if self._loop.is_closed():
            return

        async def end() -> None:
            await self._inner.close()
            tasks = asyncio.all_tasks() - {asyncio.current_task()}
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

        self.run(end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


def _codec(named: Dict[str, Any]) -> Dict[str, Any]:
    return {
        name: value
        for name, value in named.items()
        if name in ("request_serializer", "response_deserializer")
    }


class _Future:
    def __init__(self, future: Any) -> None:
        self._future = future

    def result(self, timeout: Optional[float] = SOON) -> Any:
        return self._future.result(timeout)

    def exception(self, timeout: Optional[float] = SOON) -> Any:
        return self._future.exception(timeout)


class _Unary:
    def __init__(self, channel: LaneChannel, call: Any) -> None:
        self._channel = channel
        self._call = call

    def __call__(self, request: Any, timeout: Optional[float] = None, **_: Any) -> Any:
        return self._channel.run(self._ask(request, timeout))

    async def _ask(self, request: Any, timeout: Optional[float]) -> Any:
        return await self._call(request, timeout=timeout)

    def future(self, request: Any, timeout: Optional[float] = None) -> _Future:
        return _Future(self._channel.begin(self._ask(request, timeout)))
