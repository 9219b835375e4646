"""Runs the handlers of hooks: plain functions in threads, coroutines on the event loop."""

from __future__ import annotations

import asyncio
import contextvars
import inspect
from typing import Any, Callable, Optional, Tuple

from mattermost_plugin._internal.current_call import CURRENT, HookCall
from mattermost_plugin._internal.pool import HandlerPool

#: How many plain functions run at the same time, and how many calls wait for one to end.
WORKERS = 32
WAITING = 1024


class HookTimeoutError(Exception):
    """A handler took too long.

    Attributes:
        hook_name: the hook.
        timeout: the seconds that it had.
    """

    def __init__(self, hook_name: str, timeout: float) -> None:
        super().__init__(f"{hook_name} took longer than {timeout:g} s")
        self.hook_name = hook_name
        self.timeout = timeout


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
        self._loop = loop
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
            from mattermost_plugin._internal.servicer import status_of

            context.set_code(status_of(getattr(error, "original_error", error)))
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
        here = asyncio.get_running_loop()
        run = _Run(handler, args, HookCall(hook_name, limit), here, self._loop or here)
        if limit is not None:
            timer = here.call_later(limit, run.late, limit)
        try:
            if inspect.iscoroutinefunction(handler):
                run.start_task()
            elif not self._pool.submit(run.in_thread):
                raise HookOverloadError(f"{hook_name}: too many calls are waiting for a thread")
            return await run.answer
        except asyncio.CancelledError:
            run.give_up()
            raise
        finally:
            if limit is not None:
                timer.cancel()


class _Run:
    """One run of a handler, begun and awaited in one loop and done elsewhere."""

    __slots__ = ("_args", "_call", "_context", "_handler", "_here", "_task", "_there", "answer")

    def __init__(
        self,
        handler: Callable[..., Any],
        args: Tuple[Any, ...],
        call: HookCall,
        here: asyncio.AbstractEventLoop,
        there: asyncio.AbstractEventLoop,
    ) -> None:
        self._handler = handler
        self._args = args
        self._call = call
        self._context = contextvars.copy_context()
        self._context.run(CURRENT.set, call)
        self._here = here
        self._there = there
        self._task: Optional[asyncio.Task[None]] = None
        self.answer: asyncio.Future[Any] = here.create_future()

    def in_thread(self) -> None:
        if self._call.cancelled:
            return
        try:
            result = self._context.run(self._handler, *self._args)
        except BaseException as error:
            self._finish(None, error)
            return
        if inspect.isawaitable(result):
            # A function that returns a coroutine is as good as a coroutine.
            self._post(self._there, self._begin, result)
        else:
            self._finish(result, None)

    def start_task(self) -> None:
        if self._there is self._here:
            self._begin(None)
        else:
            self._post(self._there, self._begin, None)

    def _begin(self, started: Any) -> None:
        if self._call.cancelled:
            if started is not None and hasattr(started, "close"):
                started.close()
            return
        self._task = self._context.run(self._there.create_task, self._awaited(started))

    async def _awaited(self, started: Any) -> None:
        try:
            result = await (self._handler(*self._args) if started is None else started)
        except BaseException as error:
            self._finish(None, error)
        else:
            self._finish(result, None)

    def _finish(self, result: Any, error: Optional[BaseException]) -> None:
        if isinstance(error, StopIteration) or not isinstance(error, (Exception, type(None))):
            # A handler ends neither the process nor a coroutine that awaits it.
            wrapped = RuntimeError(f"{self._call.hook_name} raised {type(error).__name__}")
            wrapped.__cause__ = error
            error = wrapped
        self._post(self._here, self._settle, result, error)

    def _settle(self, result: Any, error: Optional[BaseException]) -> None:
        if self.answer.done():
            return
        if error is None:
            self.answer.set_result(result)
        else:
            self.answer.set_exception(error)

    def late(self, limit: float) -> None:
        if not self.answer.done():
            self.answer.set_exception(HookTimeoutError(self._call.hook_name, limit))
        self.give_up()

    def give_up(self) -> None:
        self._call.cancel()
        self._post(self._there, self._cancel_task)

    def _cancel_task(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @staticmethod
    def _post(loop: asyncio.AbstractEventLoop, function: Callable[..., None], *args: Any) -> None:
        try:
            loop.call_soon_threadsafe(function, *args)
        except RuntimeError:
            # The loop is closed: nobody waits there any more.
            return


__all__ = ["HookInvocationError", "HookOverloadError", "HookRunner", "HookTimeoutError"]
