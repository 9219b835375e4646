"""Event loops and those outside of them."""

from __future__ import annotations

import asyncio
import importlib
from collections import deque
from typing import Any, Callable, Coroutine, Deque, Dict, Optional, Tuple


def run(main: Coroutine[Any, Any, None]) -> None:
    """Do what asyncio.run does, on an event loop of uvloop's where that is installed.

    Between gRPC, the SDK and the handlers nearly all of a short call's time is the loops'.
    """
    try:
        runner: Any = importlib.import_module("uvloop").run
    except (ImportError, AttributeError):
        runner = asyncio.run
    runner(main)


def call_in(loop: asyncio.AbstractEventLoop, function: Callable[..., object], *args: Any) -> None:
    """Have `function` called in an event loop, from whatever thread."""
    if asyncio._get_running_loop() is loop:
        loop.call_soon(function, *args)
        return
    try:
        loop.call_soon_threadsafe(function, *args)
    except RuntimeError:
        # The loop is closed: nobody waits there any more.
        return


_NEVER = float("inf")


class Mailbox:
    """Has functions called in an event loop, from whatever thread, and in the order of posting.

    Waking a loop costs more than what most functions do: it is done once for all that is posted
    until the loop gets to it.
    """

    __slots__ = ("_items", "_waking", "loop")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self._items: Deque[Tuple[Callable[..., None], Tuple[Any, ...]]] = deque()
        self._waking = False

    def post(self, function: Callable[..., None], *args: Any) -> None:
        """Have `function`, which raises nothing, called soon."""
        self._items.append((function, args))
        # Whoever sees that it was set before sees to it that this item is found, too: it is taken
        # back before the first item is taken.
        if not self._waking:
            self._waking = True
            call_in(self.loop, self._deliver)

    def _deliver(self) -> None:
        self._waking = False
        items = self._items
        while items:
            function, args = items.popleft()
            function(*args)


Due = Dict[object, Tuple[float, Callable[[], None]]]


class Deadlines:
    """Calls back when something takes too long, in one event loop.

    As a rule nothing does: adding and taking out is cheap, and there is one timer for all, which is
    set to what was due first. When it comes to it, that is nearly always done already.
    """

    __slots__ = ("_due", "_loop", "_next", "_timer")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._due: Due = {}
        self._timer: Optional[asyncio.TimerHandle] = None
        self._next = _NEVER

    def add(self, key: object, limit: float, late: Callable[[], None]) -> Due:
        """Have `late` called in `limit` seconds, unless `key` was taken out of what is returned."""
        when = self._loop.time() + limit
        self._due[key] = when, late
        if when < self._next:
            self._set_timer(when)
        return self._due

    def _set_timer(self, when: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._next = when
        self._timer = self._loop.call_at(when, self._fire)

    def _fire(self) -> None:
        # Timers may be early by what the clock cannot tell.
        now = max(self._loop.time(), self._next)
        self._next, self._timer = _NEVER, None
        due = self._due
        for key in [key for key, (when, _) in due.items() if when <= now]:
            # Those before it may have taken it out.
            _, late = due.pop(key, (now, None))
            if late is not None:
                late()
        rest = min((when for when, _ in due.values()), default=_NEVER)
        if rest < self._next:
            self._set_timer(rest)
