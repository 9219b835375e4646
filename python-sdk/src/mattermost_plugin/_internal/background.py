"""Runs what a plugin does besides its hooks, until the plugin ends."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import logging
import threading
from typing import Any, Callable, Coroutine, Optional, Set, Tuple, Union

#: So many plain functions run at a time.
THREADS = 64

# Seconds that what was cancelled has for its end.
_GRACE = 2.0


class Background:
    """The work of one plugin. Safe for use from several threads."""

    def __init__(self, logger: logging.Logger) -> None:
        self.ending = threading.Event()
        self._logger = logger
        self._lock = threading.Lock()
        self._loop: Optional[asyncio.AbstractEventLoop] = None
        self._tasks: Set[asyncio.Task[Any]] = set()
        self._threads = 0

    @property
    def busy(self) -> bool:
        """Whether something is still being done."""
        with self._lock:
            return bool(self._threads or self._tasks)

    def adopt(self, loop: asyncio.AbstractEventLoop) -> None:
        """Run coroutines in `loop` from now on."""
        self._loop = loop
        self.ending.clear()

    def run(
        self, work: Union[Callable[..., Any], Coroutine[Any, Any, Any]], args: Tuple[Any, ...]
    ) -> None:
        """Begin to do `work`: a function, a coroutine function, or a coroutine."""
        name = getattr(work, "__qualname__", None) or repr(work)
        if inspect.iscoroutine(work):
            self._begin(work, name)
        elif inspect.iscoroutinefunction(work):
            self._begin(work(*args), name)
        elif callable(work):
            self._thread(work, args, name)
        else:
            raise TypeError(f"{work!r} is neither a function nor a coroutine")

    def _begin(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        try:
            here: Optional[asyncio.AbstractEventLoop] = asyncio.get_running_loop()
        except RuntimeError:
            here = None
        loop = self._loop or here
        if loop is None or self.ending.is_set():
            work.close()
            raise RuntimeError(f"{name} cannot run in the background of a plugin that does not run")
        if loop is here:
            self._start(work, name)
        else:
            loop.call_soon_threadsafe(self._start, work, name)

    def _start(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        if self.ending.is_set():
            work.close()
            return
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._ended(done, name))

    def _ended(self, task: asyncio.Task[Any], name: str) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            self._failed(name, task.exception())

    def _thread(self, work: Callable[..., Any], args: Tuple[Any, ...], name: str) -> None:
        with self._lock:
            if self.ending.is_set():
                raise RuntimeError(f"{name} cannot run in the background of a plugin that ends")
            if self._threads >= THREADS:
                raise RuntimeError(f"{THREADS} functions run in the background already")
            self._threads += 1
        threading.Thread(
            target=self._in_thread, args=(work, args, name), name=name, daemon=True
        ).start()

    def _in_thread(self, work: Callable[..., Any], args: Tuple[Any, ...], name: str) -> None:
        try:
            result = work(*args)
            if inspect.iscoroutine(result):
                self._begin(result, name)
        except BaseException as error:
            self._failed(name, error)
        finally:
            with self._lock:
                self._threads -= 1

    def _failed(self, name: str, error: Optional[BaseException]) -> None:
        self._logger.error("%s failed in the background", name, exc_info=error)

    async def end(self) -> None:
        """End all; to be called in the loop of the coroutines."""
        self.ending.set()
        tasks = [task for task in self._tasks if task.get_loop() is asyncio.get_running_loop()]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=_GRACE)


async def call(function: Callable[..., Any], *args: Any) -> Any:
    """Call a plain function in a thread of its own, or a coroutine function here."""
    if inspect.iscoroutinefunction(function):
        return await function(*args)
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Any] = loop.create_future()

    def settle(result: Any, error: Optional[BaseException]) -> None:
        if answer.done():
            return
        if error is None:
            answer.set_result(result)
        else:
            answer.set_exception(error)

    def work() -> None:
        result, failure = None, None
        try:
            result = function(*args)
        except Exception as error:
            failure = error
        except BaseException as error:
            failure = RuntimeError(f"{type(error).__name__} was raised")
            failure.__cause__ = error
        # The loop may be gone where the plugin has ended meanwhile.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(settle, result, failure)

    threading.Thread(target=work, name=getattr(function, "__name__", "job"), daemon=True).start()
    result = await answer
    return await result if inspect.iscoroutine(result) else result
