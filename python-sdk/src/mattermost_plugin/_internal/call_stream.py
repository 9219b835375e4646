"""Many calls on one open stream: what answers `krait.calls.v1.CallStream`.

A call of gRPC's own costs several times what it takes to answer most hooks. Calls that are under
way together share frames here, and their cost with it. They are answered by the same handlers.
"""

from __future__ import annotations

import asyncio
import logging
import time
from typing import (
    TYPE_CHECKING,
    Any,
    AsyncIterator,
    Awaitable,
    Callable,
    Dict,
    List,
    Mapping,
    NoReturn,
    Optional,
    Sequence,
    Set,
    Tuple,
)

from mattermost_plugin._internal.channels import MESSAGE_LIMIT
from mattermost_plugin._internal.lazy import LazyModule
from mattermost_plugin._internal.status import Status, grpcio

if TYPE_CHECKING:
    from mattermost_plugin.grpc import calls_pb2
else:
    calls_pb2 = LazyModule("mattermost_plugin.grpc.calls_pb2")

_logger = logging.getLogger(__name__)

#: Metadata by which a caller asks for the rest of an answer that has begun on a stream of calls.
REST = "krait-rest"

#: Begins a call of a method that streams, with its one request: returns the first message, if there
#: is one soon, and the number of the rest, 0 where there is none. None where it has answered the
#: call itself, which is an `OwnTask` then.
Begin = Callable[[Any, Any], Awaitable[Optional[Tuple[Any, int]]]]

_LARGEST_FRAME = 256 * 1024
# What a frame adds to the only response in it is a few bytes; one that is larger cannot be sent.
_LARGEST_RESPONSE = MESSAGE_LIMIT - 64
_MOST_CALLS = 4096


class _AbortedError(Exception):
    def __init__(self, code: Status, details: str) -> None:
        super().__init__(details)
        self.code = code
        self.details = details


class _CallContext:
    """What handlers see in place of gRPC's context."""

    __slots__ = ("_deadline", "_status")

    takes_status = True

    def __init__(self, timeout_millis: int) -> None:
        self._deadline = time.monotonic() + timeout_millis / 1000 if timeout_millis else None
        self._status: Optional[_AbortedError] = None

    def time_remaining(self) -> Optional[float]:
        if self._deadline is None:
            return None
        return max(0.0, self._deadline - time.monotonic())

    async def abort(self, code: Any, details: str = "", trailing_metadata: Any = ()) -> NoReturn:
        raise _AbortedError(Status.of(code), details)

    def set_code(self, code: Any) -> None:
        self._status = _AbortedError(Status.of(code), self._status.details if self._status else "")

    def set_details(self, details: str) -> None:
        code = self._status.code if self._status else Status.UNKNOWN
        self._status = _AbortedError(code, details)

    def raise_status(self) -> None:
        if self._status is not None and self._status.code is not Status.OK:
            raise self._status


class _Details:
    """How gRPC's handlers are asked for a method."""

    invocation_metadata = ()

    def __init__(self, method: str) -> None:
        self.method = method


class CallStream:
    """Offers methods of some services on a stream. To be made in the server's loop.

    Args:
        services: the services as gRPC servers take them; their unary methods are offered.
        beginnings: how calls of methods that stream begin, of those that are offered, by name.
    """

    def __init__(
        self, services: Sequence[Any], beginnings: Optional[Mapping[str, Begin]] = None
    ) -> None:
        self._services = services
        self._beginnings = beginnings or {}
        self._methods: Dict[str, _Method] = {}
        self._ended = asyncio.Event()

    def end(self) -> None:
        """Take no more calls; streams end when those that run are answered."""
        self._ended.set()

    def handler(self) -> Any:
        """Return gRPC's handler."""
        grpc = grpcio()
        return grpc.method_handlers_generic_handler(
            "krait.calls.v1.CallStream",
            {
                "Open": grpc.stream_stream_rpc_method_handler(
                    self.open,
                    calls_pb2.CallFrame.FromString,
                    calls_pb2.AnswerFrame.SerializeToString,
                )
            },
        )

    async def open(self, requests: AsyncIterator[calls_pb2.CallFrame], context: Any) -> None:
        """Answer the calls that come in until there are no more."""
        await context.write(calls_pb2.AnswerFrame())
        await _Stream(self._method, context).run(requests, self._ended)

    def _method(self, name: str) -> Optional[_Method]:
        try:
            return self._methods[name]
        except KeyError:
            details = _Details("/" + name)
            found = (service.service(details) for service in self._services)
            handler = next((one for one in found if one is not None), None)
            call = None if handler is None else handler.unary_unary or self._beginnings.get(name)
            method = None if call is None else _Method(handler, call)
            if method is not None:
                self._methods[name] = method
            return method


class _Method:
    __slots__ = ("begins", "call", "request", "response")

    def __init__(self, handler: Any, call: Callable[[Any, Any], Awaitable[Any]]) -> None:
        self.call = call
        self.begins = not handler.unary_unary
        self.request = handler.request_deserializer
        self.response = handler.response_serializer


class _Stream:
    def __init__(self, method: Any, context: Any) -> None:
        self._method = method
        self._context = context
        self._loop = asyncio.get_running_loop()
        self._running: Dict[int, asyncio.Task[None]] = {}
        self._answers: List[calls_pb2.Answer] = []
        self._wake = asyncio.Event()
        self._complete = False

    async def run(self, requests: AsyncIterator[calls_pb2.CallFrame], ended: asyncio.Event) -> None:
        writing = self._loop.create_task(self._write())
        reading = self._loop.create_task(self._read(requests))
        ending = self._loop.create_task(ended.wait())
        tasks: Set[asyncio.Task[Any]] = {writing, reading, ending}
        try:
            # Writing ends early only where it fails, as when the caller is gone.
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            if not writing.done():
                if reading.done():
                    reading.result()
                if self._running:
                    await asyncio.wait(list(self._running.values()))
                self._complete = True
                self._wake.set()
            await writing
        finally:
            for task in (*tasks, *self._running.values()):
                task.cancel()

    async def _read(self, requests: AsyncIterator[calls_pb2.CallFrame]) -> None:
        async for frame in requests:
            for number in frame.cancelled:
                running = self._running.pop(number, None)
                if running is not None:
                    running.cancel()
            for call in frame.calls:
                if len(self._running) >= _MOST_CALLS:
                    code = Status.RESOURCE_EXHAUSTED
                    self._failed(call.id, code, "too many calls are under way")
                else:
                    self._running[call.id] = self._loop.create_task(self._answer(call))

    async def _answer(self, call: calls_pb2.Call) -> None:
        number = call.id
        try:
            method = self._method(call.method)
            if method is None:
                raise _AbortedError(Status.UNIMPLEMENTED, f"there is no method {call.method}")
            context = _CallContext(call.timeout_millis)
            result = await method.call(method.request(call.request), context)
            context.raise_status()
            rest = 0
            if method.begins and result is not None:
                result, rest = result
            response = b"" if result is None else method.response(result)
            if len(response) > _LARGEST_RESPONSE:
                raise _AbortedError(
                    Status.RESOURCE_EXHAUSTED,
                    f"the answer has {len(response)} bytes, the limit is {_LARGEST_RESPONSE}",
                )
            self._add(calls_pb2.Answer(id=number, response=response, rest=rest))
        except _AbortedError as aborted:
            self._failed(number, aborted.code, aborted.details)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            _logger.exception("%s failed", call.method)
            self._failed(number, Status.UNKNOWN, f"{type(error).__name__}: {error}")
        finally:
            self._running.pop(number, None)

    def _failed(self, number: int, code: Status, text: str) -> None:
        self._add(calls_pb2.Answer(id=number, status=code, status_text=text))

    def _add(self, answer: calls_pb2.Answer) -> None:
        self._answers.append(answer)
        self._wake.set()

    async def _write(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._answers:
                await self._context.write(self._next_frame())
            if self._complete:
                return

    def _next_frame(self) -> calls_pb2.AnswerFrame:
        size = taken = 0
        for answer in self._answers:
            size += len(answer.response)
            if taken and size > _LARGEST_FRAME:
                break
            taken += 1
        frame = calls_pb2.AnswerFrame(answers=self._answers[:taken])
        del self._answers[:taken]
        return frame
