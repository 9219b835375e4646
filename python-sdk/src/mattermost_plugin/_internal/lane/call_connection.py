"""Calls on an event loop: each is a task there, from its request to its answer."""

from __future__ import annotations

import asyncio
import contextvars
import logging
import threading
from time import monotonic
from typing import Any, Callable, Dict, List, Optional, Protocol

from google.protobuf.message import DecodeError

from mattermost_plugin._internal.current_call import CURRENT, HookCall
from mattermost_plugin._internal.lane.contexts import (
    MOST_CALLS,
    Context,
    answer,
    failure,
    failure_of,
    replayed,
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
from mattermost_plugin._internal.lane.served import Served, ServedMethods
from mattermost_plugin._internal.lane.turns import InContext, Turns
from mattermost_plugin._internal.loops import Deadlines, Due
from mattermost_plugin._internal.status import CallFailedError, Status
from mattermost_plugin.grpc.lane_pb2 import Call, Cancel
from mattermost_plugin.hook_runner import (
    HookTimeoutError,
    OwnTask,
    contained,
    is_coroutine_function,
    new_task_here,
    where_is,
)

_logger = logging.getLogger(__name__)

# After so many calls in turn others of the loop have theirs.
_TURNS_TOGETHER = 16


class Answering(Protocol):
    """What has calls answered on a loop."""

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The loop."""

    @property
    def deadlines(self) -> Deadlines:
        """The loop's deadlines."""

    def answer(self, number: int, data: bytes) -> None:
        """Answer a call with a frame, if anyone still waits for it."""


class LoopCall(Context, OwnTask):
    """One call, answered by a task of its own on the loop of its connection.

    A handler that is a coroutine runs in that very task.
    """

    __slots__ = (
        "_connection",
        "_due",
        "_given_up",
        "_handler",
        "_hook_call",
        "_limit",
        "_method",
        "_over",
        "_payload",
        "in_turn",
        "number",
        "task",
    )

    def __init__(
        self,
        connection: Answering,
        number: int,
        method: Served,
        payload: bytes,
        timeout_millis: int,
        in_turn: bool = False,
    ) -> None:
        self._until = monotonic() + timeout_millis / 1000 if timeout_millis > 0 else None
        self.number = number
        self.in_turn = in_turn
        self._connection = connection
        self._method = method
        self._payload = payload
        self._over = False
        self._due: Optional[Due] = None
        self._hook_call: Optional[HookCall] = None
        self._given_up: Optional[Callable[[], None]] = None
        #: What it is answered by.
        self.task: Optional[asyncio.Task[None]] = None

    def start(self) -> None:
        """Begin; the connection's loop is the one that runs."""
        self.task = new_task_here(self._connection.loop, self.run())

    async def run(self) -> None:
        """Answer it, in the task that the call has."""
        method, number = self._method, self.number
        try:
            request = method.parsed(self._payload)
            if method.unary is not None:
                data = answer(number, await method.unary(request, self))
            else:
                assert method.begin is not None
                begun = await method.begin(request, self)
                if begun is None:
                    return
                data = answer(number, *begun)
        except CallFailedError as failed:
            data = failure_of(number, failed)
        except asyncio.CancelledError:
            # Not by whoever calls: nobody would hear of it.
            data = failure(number, Status.UNAVAILABLE, "the plugin ends")
        except Exception as error:
            _logger.exception("%s failed", method.name)
            data = failure_of(number, error)
        self._connection.answer(number, data)

    def reply(self, message: Any, rest: int) -> None:
        self._connection.answer(self.number, answer(self.number, message, rest))

    def reply_failed(self, error: Exception) -> None:
        self._connection.answer(self.number, failure_of(self.number, error))

    def when_given_up(self, callback: Callable[[], None]) -> None:
        self._given_up = callback

    def takes(self, handler: Callable[..., Any]) -> bool:
        return is_coroutine_function(handler)

    def enter(self, handler: Callable[..., Any], hook_name: str, limit: Optional[float]) -> None:
        self._hook_call = call = HookCall(hook_name, limit)
        # The context is that of the task.
        CURRENT.set(call)
        if limit is not None:
            self._handler, self._limit = handler, limit
            self._due = self._connection.deadlines.add(self, limit, self._late)

    def leave(self) -> None:
        if self._due is not None:
            self._due.pop(self, None)

    def reported(self, error: BaseException) -> BaseException:
        if self._over:
            # Whatever it is, nobody is interested.
            return asyncio.CancelledError()
        assert self._hook_call is not None
        return contained(self._hook_call.hook_name, error)

    def _late(self) -> None:
        call = self._hook_call
        assert call is not None
        where = where_is(self._handler, threading.get_ident(), self.task)
        error = HookTimeoutError(call.hook_name, self._limit, where)
        if self._method.unary is not None:
            data = replayed(self.number, self._method, self._payload, error)
            self._connection.answer(self.number, data)
        self.cancel()

    def cancel(self) -> None:
        """Say that nobody waits for the answer any more."""
        if self._given_up is not None:
            self._given_up()
            return
        self._over = True
        if self._hook_call is not None:
            self._hook_call.cancel()
        if self.task is not None:
            self.task.cancel()


class CallConnection(asyncio.Protocol):
    """A connection for calls, on the loop in which it is made.

    Args:
        methods: what can be called.
        deadlines: the loop's.
        ended: called when the connection is closed.
    """

    def __init__(
        self,
        methods: ServedMethods,
        deadlines: Deadlines,
        ended: Callable[[CallConnection], None],
    ) -> None:
        self.loop = asyncio.get_running_loop()
        self.deadlines = deadlines
        self._methods = methods
        self._ended = ended
        self._reader = FrameReader()
        self._running: Dict[int, LoopCall] = {}
        self._turns: Turns[LoopCall] = Turns()
        self._following: Optional[LoopCall] = None
        self._out: List[bytes] = []
        self._flushing = False
        self._taking = False
        self._leaving = False
        self._transport: Any = None

    @property
    def busy(self) -> bool:
        """Whether calls are under way; may be asked from any thread."""
        return bool(self._running)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._taking = True
        try:
            for kind, payload in self._reader.feed(data):
                if kind == CALL:
                    self._begin(Call.FromString(payload))
                elif kind == CANCEL:
                    call = self._running.pop(parsed(Cancel, payload).id, None)
                    if call is not None:
                        call.cancel()
                        self._next_turn(call)
                elif kind == GOODBYE:
                    self._leaving = True
                else:
                    raise BrokenLaneError(f"a frame of kind {kind} among calls")
        except (BrokenLaneError, DecodeError) as broken:
            _logger.warning("a connection of the lane is closed: it has %s", broken)
            self.abort()
            return
        finally:
            self._taking = False
        self._flush_soon()

    def _begin(self, call: Call) -> None:
        number, name = call.id, call.method
        if number in self._running:
            raise BrokenLaneError(f"two calls with the number {number}")
        method = self._methods.get(name)
        if method is None or (method.unary is None and method.begin is None):
            self._out.append(failure(number, Status.UNIMPLEMENTED, f"there is no method {name}"))
        elif self._leaving:
            self._out.append(failure(number, Status.UNAVAILABLE, "the plugin takes no more calls"))
        elif len(self._running) >= MOST_CALLS:
            text = "too many calls are under way"
            self._out.append(failure(number, Status.RESOURCE_EXHAUSTED, text))
        else:
            millis, in_turn = call.timeout_millis, call.in_turn
            one = LoopCall(self, number, method, call.request, millis, in_turn)
            self._running[number] = one
            if not in_turn:
                one.start()
            elif self._turns.comes(one):
                self._start_turns(one)

    def _start_turns(self, first: LoopCall) -> None:
        first.task = new_task_here(self.loop, self._run_turns(first))

    async def _run_turns(self, first: LoopCall) -> None:
        """Answer a call and those that follow it, in one task: a task for each costs more."""
        context = contextvars.copy_context()
        task = first.task or asyncio.current_task()
        call: Optional[LoopCall] = first
        count = 0
        while call is not None:
            call.task = task
            self._following = None
            await InContext(call.run(), context.copy())
            call, self._following = self._following, None
            count += 1
            if count % _TURNS_TOGETHER == 0 and call is not None:
                # What else the loop has to do is not held up by many of them.
                await asyncio.sleep(0)

    def _next_turn(self, ended: LoopCall) -> None:
        if not ended.in_turn:
            return
        following = self._turns.leaves(ended)
        if following is None:
            return
        if ended.task is not None and ended.task is asyncio.current_task():
            self._following = following
        else:
            # The one that has ended is given up, and may take its time.
            self._start_turns(following)

    def answer(self, number: int, data: bytes) -> None:
        """Answer a call with a frame, if anyone still waits for it."""
        call = self._running.pop(number, None)
        if call is not None:
            self._out.append(data)
            self._next_turn(call)
            if not self._taking:
                self._flush_soon()

    def _flush_soon(self) -> None:
        """Write what is ready together with what will be in the same turn of the loop."""
        if not self._running:
            self._flush()
            self._leave_if_done()
        elif self._out and not self._flushing:
            self._flushing = True
            self.loop.call_soon(self._flush)

    def _flush(self) -> None:
        self._flushing = False
        out, self._out = self._out, []
        if out and self._transport is not None and not self._transport.is_closing():
            self._transport.write(out[0] if len(out) == 1 else b"".join(out))

    def goodbye(self) -> None:
        """Take no more calls, and end when those that run are answered."""
        # Before it is there nothing has been said that could be answered.
        if self._transport is not None and not self._leaving:
            self._leaving = True
            self._out.append(GOODBYE_FRAME)
            self._flush_soon()

    def _leave_if_done(self) -> None:
        if self._leaving and not self._running:
            self._transport.close()

    def abort(self) -> None:
        """End at once; calls that run are cancelled."""
        if self._transport is not None:
            self._transport.abort()

    # A peer that does not read its answers gets no further ones. That it is gone shows when
    # answers are written, which there are then.

    def pause_writing(self) -> None:
        self._transport.pause_reading()

    def resume_writing(self) -> None:
        self._transport.resume_reading()

    def connection_lost(self, error: Optional[Exception]) -> None:
        if self._reader.halfway:
            _logger.warning("a connection of the lane was closed in the middle of a frame")
        running, self._running = self._running, {}
        for call in running.values():
            call.cancel()
        self._ended(self)
