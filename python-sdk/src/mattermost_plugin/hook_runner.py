"""Runs the handlers of hooks: plain functions in threads, coroutines on the event loop."""

from __future__ import annotations

import asyncio
import contextvars
import inspect
import sys
import threading
from contextvars import Context
from types import FunctionType, GeneratorType
from typing import Any, Awaitable, Callable, Coroutine, Optional, Tuple, TypeVar

from mattermost_plugin._internal.current_call import CURRENT, HookCall
from mattermost_plugin._internal.loops import Deadlines, Due, Mailbox
from mattermost_plugin._internal.pool import HandlerPool
from mattermost_plugin._internal.status import Status, code_for

T = TypeVar("T")

#: How many plain functions run at the same time, and how many calls wait for one to end.
WORKERS = 32
WAITING = 1024


class HookTimeoutError(Exception):
    """A handler took too long.

    Attributes:
        hook_name: the hook.
        timeout: the seconds that it had.
        where: the line of the handler that it was at, for a log; empty where that is not known.
    """

    def __init__(self, hook_name: str, timeout: float, where: str = "") -> None:
        super().__init__(f"{hook_name} took longer than {timeout:.3g} s")
        self.hook_name = hook_name
        self.timeout = timeout
        self.where = where


class HookInvocationError(Exception):
    """A handler raised an exception, which is `original_error`.

    Attributes:
        hook_name: the hook.
        original_error: what was raised.
    """

    def __init__(self, hook_name: str, original_error: BaseException) -> None:
        text = str(original_error)
        super().__init__(
            f"{hook_name} raised {type(original_error).__name__}" + (f": {text}" if text else "")
        )
        self.hook_name = hook_name
        self.original_error = original_error


class HookOverloadError(Exception):
    """So many calls wait for a thread that no further one is taken."""


class Here:
    """A call that is in a place of its own, a task or a thread, in which its handler can run.

    Attributes:
        on_loop: whether it is a task on the loop for handlers.
    """

    __slots__ = ()

    on_loop = True

    def takes(self, handler: Callable[..., Any]) -> bool:
        """Return whether the handler can run here."""
        raise NotImplementedError

    def enter(self, handler: Callable[..., Any], hook_name: str, limit: Optional[float]) -> None:
        """Take notice that the handler runs from now on; or raise what it would raise."""
        raise NotImplementedError

    def leave(self) -> None:
        """Take notice that it runs no more."""

    def reported(self, error: BaseException) -> BaseException:
        """Return what is reported of an exception that the handler raised."""
        raise NotImplementedError

    async def go_on(self, result: Awaitable[Any]) -> Any:
        """Await, on the loop for handlers, what a handler has returned that ran in a thread."""
        return await result


class OwnTask(Here):
    """A call that is answered in a task of its own, which may go on when it has been answered."""

    __slots__ = ()

    def time_remaining(self) -> Optional[float]:
        """Return the seconds that are left, None where there is no limit."""
        raise NotImplementedError

    def reply(self, message: Any, rest: int) -> None:
        """Answer it, if anyone still waits; `rest` is the number of what follows, 0 for nothing."""
        raise NotImplementedError

    def reply_failed(self, error: Exception) -> None:
        """Have it fail, if anyone still waits."""
        raise NotImplementedError

    def when_given_up(self, callback: Callable[[], None]) -> None:
        """Have `callback` called when nobody waits any more, and the task not cancelled."""
        raise NotImplementedError


class HookRunner:
    """Runs handlers with a time limit.

    A handler that is late, or whose call the host gave up, is cancelled if it is a coroutine. A
    plain function runs on in its thread, and sees by `current_call()` that nobody waits any more.

    Args:
        timeout: seconds that a handler may take where a call says nothing else; None for no limit.
        loop: the event loop for coroutines; without one, the loop from which calls are made.
        workers: how many plain functions run at the same time.
        waiting: how many calls may wait for one of them to end.
    """

    def __init__(
        self,
        timeout: Optional[float] = 30.0,
        *,
        loop: Optional[asyncio.AbstractEventLoop] = None,
        workers: int = WORKERS,
        waiting: int = WAITING,
    ) -> None:
        self.timeout = timeout
        self._there = None if loop is None else Mailbox(loop)
        self._home: Optional[_Home] = None
        self._pool = HandlerPool(workers, waiting)

    async def invoke(
        self,
        handler: Callable[..., Any],
        *args: Any,
        hook_name: str,
        timeout: Optional[float] = None,
        default: Any = None,
        context: Any = None,
    ) -> Tuple[Any, Optional[Exception]]:
        """Run a handler; return its result and None, or `default` and what went wrong.

        That is a `HookTimeoutError` or `HookInvocationError`. It is told to `context`, gRPC's, too
        where one is given.
        """
        limit = self.timeout if timeout is None else timeout
        try:
            return await self.run(handler, args, str(hook_name), limit), None
        except HookTimeoutError as late:
            error: Exception = late
        except Exception as raised:
            error = HookInvocationError(str(hook_name), raised)
            error.__cause__ = raised
        if context is not None:
            status = status_of(getattr(error, "original_error", error))
            context.set_code(code_for(context, status))
            context.set_details(str(error))
        return default, error

    async def run(
        self,
        handler: Callable[..., Any],
        args: Tuple[Any, ...],
        hook_name: str,
        limit: Optional[float],
    ) -> Any:
        """Run a handler; return its result or raise what it raised.

        Raises `HookTimeoutError` where it takes longer than `limit` seconds.
        """
        home = self._home_of(asyncio.get_running_loop())
        answer: asyncio.Future[Any] = home.loop.create_future()

        def settle(result: Any, error: Optional[BaseException]) -> None:
            home.post(_settle, answer, result, error)

        run = self.begin(handler, args, hook_name, limit, settle)
        try:
            return await answer
        finally:
            run.end()

    def begin(
        self,
        handler: Callable[..., Any],
        args: Tuple[Any, ...],
        hook_name: str,
        limit: Optional[float],
        settle: Callable[[Any, Optional[BaseException]], None],
        pool: Optional[HandlerPool] = None,
    ) -> Run:
        """Begin to run a handler; have `settle` called, in whatever thread, with how it ended.

        It may be called again after a `HookTimeoutError`. Raises `HookOverloadError` where too many
        calls wait for a thread already.
        """
        home = self._home_of(asyncio.get_running_loop())
        run = Run(handler, args, HookCall(hook_name, limit), self._there or home, settle)
        if is_coroutine_function(handler):
            run.start_task(home)
        elif not (pool or self._pool).submit(run.in_thread):
            raise HookOverloadError(f"{hook_name}: too many calls are waiting for a thread")
        if limit is not None:
            run.watch(home.deadlines, limit)
        return run

    def later(self, key: object, seconds: float, late: Callable[[], None]) -> Due:
        """Have `late` called in some seconds, unless `key` was taken out of what is returned."""
        return self._home_of(asyncio.get_running_loop()).deadlines.add(key, seconds, late)

    def submit(self, work: Callable[[], None]) -> bool:
        """Have `work`, which raises nothing, done in a thread; return whether there is room."""
        return self._pool.submit(work)

    def close(self) -> None:
        """End the threads, each when it has nothing more to do. There must be no further calls."""
        self._pool.close()

    def _home_of(self, loop: asyncio.AbstractEventLoop) -> _Home:
        home = self._home
        if home is None or home.loop is not loop:
            home = self._home = _Home(loop)
        return home


class _Home(Mailbox):
    """The event loop from which calls are made."""

    __slots__ = ("deadlines",)

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self.deadlines = Deadlines(loop)


def is_coroutine_function(handler: Any) -> bool:
    """Return what inspect.iscoroutinefunction does, sooner where the handler is a method."""
    function = getattr(handler, "__func__", handler)
    if type(function) is FunctionType:
        if function.__code__.co_flags & inspect.CO_COROUTINE:
            return True
        if not function.__dict__:
            return False
    return inspect.iscoroutinefunction(handler)


_CODES = (
    (HookTimeoutError, Status.DEADLINE_EXCEEDED),
    (HookOverloadError, Status.RESOURCE_EXHAUSTED),
    (asyncio.TimeoutError, Status.DEADLINE_EXCEEDED),
    (TimeoutError, Status.DEADLINE_EXCEEDED),
    (PermissionError, Status.PERMISSION_DENIED),
    (FileNotFoundError, Status.NOT_FOUND),
    (NotImplementedError, Status.UNIMPLEMENTED),
    (ValueError, Status.INVALID_ARGUMENT),
)


def status_of(error: BaseException) -> Status:
    """Return the status that fits an exception of a handler."""
    for kind, code in _CODES:
        if isinstance(error, kind):
            return code
    return Status.INTERNAL


def _settle(answer: asyncio.Future[Any], result: Any, error: Optional[BaseException]) -> None:
    if answer.done():
        return
    if error is None:
        answer.set_result(result)
    else:
        answer.set_exception(error)


def may_be_awaitable(result: Any) -> bool:
    """Return whether what a handler has returned may have to be awaited; most has not."""
    kind = type(result)
    return hasattr(kind, "__await__") or kind is GeneratorType


def contained(hook_name: str, error: BaseException) -> BaseException:
    """Return what is reported of an exception that a handler raised."""
    if isinstance(error, Exception) and not isinstance(error, StopIteration):
        return error
    # A handler ends neither the process nor a coroutine that awaits it.
    wrapped = RuntimeError(f"{hook_name} raised {type(error).__name__}")
    wrapped.__cause__ = error
    return wrapped


def where_is(
    handler: Callable[..., Any], thread: int, task: Optional[asyncio.Task[Any]] = None
) -> str:
    """Return the line of a handler that runs in a thread, or that waits in a task.

    It is empty where that cannot be told.
    """
    code = getattr(inspect.unwrap(handler), "__code__", None)
    frame = sys._current_frames().get(thread)
    while frame is not None and frame.f_code is not code:
        frame = frame.f_back
    if frame is None and task is not None:
        waiting: Any = task.get_coro()
        while waiting is not None and getattr(waiting, "cr_code", None) is not code:
            waiting = getattr(waiting, "cr_await", None)
        frame = getattr(waiting, "cr_frame", None)
    if frame is None or code is None:
        return ""
    return f"{code.co_filename}, line {frame.f_lineno}, in {code.co_name}"


class Run:
    """One run of a handler, begun in one loop and done elsewhere."""

    __slots__ = (
        "_args",
        "_call",
        "_context",
        "_done",
        "_due",
        "_handler",
        "_limit",
        "_settle",
        "_task",
        "_there",
        "_thread",
    )

    def __init__(
        self,
        handler: Callable[..., Any],
        args: Tuple[Any, ...],
        call: HookCall,
        there: Mailbox,
        settle: Callable[[Any, Optional[BaseException]], None],
    ) -> None:
        self._handler = handler
        self._args = args
        self._call = call
        self._context = contextvars.copy_context()
        self._context.run(CURRENT.set, call)
        self._there = there
        self._settle = settle
        self._task: Optional[asyncio.Task[None]] = None
        self._done = False
        self._due: Optional[Due] = None
        self._thread = 0

    def in_thread(self) -> None:
        if self._call.cancelled:
            return
        self._thread = threading.get_ident()
        try:
            result = self._context.run(self._handler, *self._args)
        except BaseException as error:
            self._finish(None, error)
            return
        if inspect.isawaitable(result):
            # A function that returns a coroutine is as good as a coroutine.
            self._there.post(self._begin, result)
        else:
            self._finish(result, None)

    def start_task(self, here: Mailbox) -> None:
        if self._there is here:
            self._begin(None)
        else:
            self._there.post(self._begin, None)

    def _begin(self, started: Any) -> None:
        if self._call.cancelled:
            if started is not None and hasattr(started, "close"):
                started.close()
            return
        self._task = new_task(self._there.loop, self._awaited(started), self._context)

    async def _awaited(self, started: Any) -> None:
        self._thread = threading.get_ident()
        try:
            result = await (self._handler(*self._args) if started is None else started)
        except BaseException as error:
            self._finish(None, error)
        else:
            self._finish(result, None)

    def _finish(self, result: Any, error: Optional[BaseException]) -> None:
        self._done = True
        self._settle(result, None if error is None else contained(self._call.hook_name, error))

    def watch(self, deadlines: Deadlines, limit: float) -> None:
        """End the run in `limit` seconds."""
        self._limit = limit
        self._due = deadlines.add(self, limit, self._late)

    def _late(self) -> None:
        late = HookTimeoutError(self._call.hook_name, self._limit, self._where())
        self._settle(None, late)
        self.end()

    def _where(self) -> str:
        return "" if self._done else where_is(self._handler, self._thread, self._task)

    def end(self) -> None:
        """Tell the handler, unless it is done, that nobody waits any more."""
        if self._due is not None:
            self._due.pop(self, None)
        if not self._done:
            self._call.cancel()
            self._there.post(self._cancel_task)

    def _cancel_task(self) -> None:
        if self._task is not None:
            self._task.cancel()


def new_task_here(loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
    """Have `work` done in the loop that is running, with a copy of the context."""
    if loop.get_task_factory() is not None:
        return loop.create_task(work)
    return asyncio.Task(work, loop=loop, **_EAGER)


# It begins at once where that is possible.
_EAGER: Any = {"eager_start": True} if sys.version_info >= (3, 12) else {}


if sys.version_info >= (3, 12):

    def new_task(
        loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, T], context: Context
    ) -> asyncio.Task[T]:
        """Have `work` done in the loop that is running; it begins at once."""
        if loop.get_task_factory() is None:
            return asyncio.Task(work, loop=loop, context=context, eager_start=True)
        return loop.create_task(work, context=context)

elif sys.version_info >= (3, 11):

    def new_task(
        loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, T], context: Context
    ) -> asyncio.Task[T]:
        """Have `work` done in the loop that is running."""
        return loop.create_task(work, context=context)

else:

    def new_task(
        loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, T], context: Context
    ) -> asyncio.Task[T]:
        """Have `work` done in the loop that is running."""
        return context.run(loop.create_task, work)


__all__ = ["HookInvocationError", "HookOverloadError", "HookRunner", "HookTimeoutError"]
