"""One call of a plain function, answered by a thread."""

from __future__ import annotations

import asyncio
import contextvars
import logging
import threading
import time
import types
from time import perf_counter
from typing import (
    TYPE_CHECKING,
    Any,
    Awaitable,
    Callable,
    Generator,
    Optional,
)

from mattermost_plugin._internal.current_call import CURRENT, HookCall
from mattermost_plugin._internal.lane.contexts import (
    Context,
    answer,
    failure,
    failure_of,
    replayed,
    until,
)
from mattermost_plugin._internal.lane.pace import Pace
from mattermost_plugin._internal.lane.served import Served
from mattermost_plugin._internal.loops import call_in
from mattermost_plugin._internal.status import CallFailedError, Status
from mattermost_plugin.grpc.lane_pb2 import Call
from mattermost_plugin.hook_runner import (
    Here,
    HookOverloadError,
    HookTimeoutError,
    contained,
    new_task,
    where_is,
)

if TYPE_CHECKING:
    from mattermost_plugin._internal.lane.thread_connection import ThreadConnection

_logger = logging.getLogger(__name__)


@types.coroutine
def _elsewhere() -> Generator[None, None, None]:
    """Have the rest of a coroutine done by a task on the loop for handlers."""
    yield


class ThreadCall(Context, Here):
    """One call, answered by the thread that calls `work`.

    Attributes:
        number: its number.
        due: when its handler is too late, by `time.monotonic`; None for no limit.
    """

    on_loop = False

    __slots__ = (
        "_connection",
        "_handler",
        "_hook_call",
        "_limit",
        "_method",
        "_over",
        "_pace",
        "_payload",
        "_task",
        "_thread",
        "due",
        "in_turn",
        "number",
    )

    def __init__(
        self, connection: ThreadConnection, call: Call, method: Served, pace: Pace
    ) -> None:
        self._until = until(call.timeout_millis)
        self.number = call.id
        self.in_turn = call.in_turn
        self._connection = connection
        self._method = method
        self._pace = pace
        self._payload = call.request
        self._over = False
        self._handler: Any = None
        self._hook_call: Optional[HookCall] = None
        self._task: Optional[asyncio.Task[Any]] = None
        self._thread = 0
        self._limit: Optional[float] = None
        self.due: Optional[float] = None

    def wait(self) -> None:
        """Begin to wait for a thread; the limit counts from here, and not from when one is free."""
        assert self._method.limit is not None
        self._limit_to(self._method.limit(self))

    def _limit_to(self, limit: Optional[float]) -> None:
        if limit is not None and self._limit is None:
            self._limit = limit
            self.due = time.monotonic() + limit
            self._connection.expect(self.due)

    def work(self) -> None:
        """Answer the call; the answer is put, and not yet written."""
        number, method = self.number, self._method
        if self._over:
            return
        began = perf_counter()
        self._thread = threading.get_ident()
        try:
            assert method.unary is not None
            context = contextvars.copy_context()
            steps: Any = method.unary(method.parsed(self._payload), self)
            try:
                context.run(steps.send, None)
            except StopIteration as done:
                data = answer(number, done.value)
            else:
                call_in(self._connection.loop, self._go_on, steps, context)
                return
        except asyncio.CancelledError:
            return
        except CallFailedError as failed:
            data = failure_of(number, failed)
        except Exception as error:
            _logger.exception("%s failed", method.name)
            data = failure_of(number, error)
        finally:
            self._thread = 0
            self._pace.took(perf_counter() - began)
        self._connection.put(number, data)

    def work_in_pool(self) -> None:
        """Answer the call, and have the answer written."""
        self.work()
        self._connection.flush()

    def takes(self, handler: Callable[..., Any]) -> bool:
        return True

    def enter(self, handler: Callable[..., Any], hook_name: str, limit: Optional[float]) -> None:
        self._handler = handler
        if self._limit is None:
            self._limit_to(limit)
        elif self.due is not None:
            limit = max(0.0, self.due - time.monotonic())
        self._hook_call = call = HookCall(hook_name, limit)
        # The context is a copy for this call.
        CURRENT.set(call)

    def reported(self, error: BaseException) -> BaseException:
        if isinstance(error, GeneratorExit):
            return error
        if self._over:
            # Whatever it is, nobody is interested.
            return asyncio.CancelledError()
        return contained(self._method.short_name, error)

    async def go_on(self, result: Awaitable[Any]) -> Any:
        try:
            await _elsewhere()
        except GeneratorExit:
            if isinstance(result, types.CoroutineType):
                result.close()
            raise
        return await result

    def _go_on(self, steps: Any, context: contextvars.Context) -> None:
        if self._over:
            steps.close()
            return
        self._task = new_task(self._connection.loop, steps, context)
        self._task.add_done_callback(self._gone_on)

    def _gone_on(self, task: asyncio.Task[Any]) -> None:
        number = self.number
        try:
            data = answer(number, task.result())
        except asyncio.CancelledError:
            data = failure(number, Status.UNAVAILABLE, "the plugin ends")
        except Exception as error:
            if not isinstance(error, CallFailedError):
                _logger.error("%s failed", self._method.name, exc_info=error)
            data = failure_of(number, error)
        self._connection.answer(number, data)

    def late(self) -> bytes:
        """Give it up as it takes too long; return the frame that says so."""
        where = ""
        if self._handler is not None:
            where = where_is(self._handler, self._thread, self._task)
        assert self._limit is not None
        error = HookTimeoutError(self._method.short_name, self._limit, where)
        data = replayed(self.number, self._method, self._payload, error)
        self.cancel()
        return data

    def refused(self) -> bytes:
        """Return the frame that says that there are too many calls."""
        self._over = True
        name = self._method.short_name
        error = HookOverloadError(f"{name}: too many calls are waiting for a thread")
        return replayed(self.number, self._method, self._payload, error)

    def blocked(self) -> None:
        """Take notice that the handler holds up others."""
        self._pace.blocked()

    def cancel(self) -> None:
        """Say that nobody waits for the answer any more."""
        self._over = True
        if self._hook_call is not None:
            self._hook_call.cancel()
        if self._task is not None:
            call_in(self._connection.loop, self._task.cancel)


__all__ = ["ThreadCall"]
