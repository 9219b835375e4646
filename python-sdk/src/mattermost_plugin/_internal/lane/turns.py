"""Calls of which each is begun when the one before it has ended."""

from __future__ import annotations

import contextvars
import threading
from collections import deque
from typing import Any, Coroutine, Deque, Generator, Generic, Optional, TypeVar

C = TypeVar("C")


class Turns(Generic[C]):
    """The order of such calls on one connection; may be used from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._calls: Deque[C] = deque()

    def comes(self, call: C) -> bool:
        """Take notice of a new call; return whether its turn is now."""
        with self._lock:
            self._calls.append(call)
            return len(self._calls) == 1

    def leaves(self, call: C) -> Optional[C]:
        """Take notice that a call has ended, or that nobody waits for it.

        Return the one whose turn is now, if that has changed.
        """
        with self._lock:
            calls = self._calls
            if not calls or calls[0] is not call:
                if call in calls:
                    calls.remove(call)
                return None
            calls.popleft()
            return calls[0] if calls else None


class InContext:
    """A coroutine that is awaited, and runs in a context of its own as it does in a task."""

    __slots__ = ("_context", "_work")

    def __init__(self, work: Coroutine[Any, Any, None], context: contextvars.Context) -> None:
        self._work = work
        self._context = context

    def __await__(self) -> Generator[Any, Any, None]:
        run, work = self._context.run, self._work
        try:
            waits_for = run(work.send, None)
            while True:
                try:
                    value = yield waits_for
                except BaseException as error:
                    waits_for = run(work.throw, error)
                else:
                    waits_for = run(work.send, value)
        except StopIteration:
            return
