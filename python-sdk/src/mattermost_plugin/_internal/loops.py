"""Event loops and those outside of them."""

from __future__ import annotations

import asyncio
import importlib
from collections import deque
from typing import Any, Callable, Coroutine, Deque, Dict, Tuple


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


Due = Dict[object, Callable[[], None]]


class Deadlines:
    """Calls back when something takes too long, in one event loop.

    As a rule nothing does: adding and taking out is cheap, and what is due at nearly the same time
    shares a timer. Where there is a second or more it may be called back a little late.
    """

    __slots__ = ("_due", "_loop")

    _STEP = 0.05

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._due: Dict[int, Due] = {}

    def add(self, key: object, limit: float, late: Callable[[], None]) -> Due:
        """Have `late` called in `limit` seconds, unless `key` was taken out of what is returned."""
        if limit < 1:
            alone: Due = {key: late}
            self._loop.call_later(limit, _call_back, alone)
            return alone
        step = int((self._loop.time() + limit) / self._STEP) + 1
        due = self._due.get(step)
        if due is None:
            due = self._due[step] = {}
            self._loop.call_at(step * self._STEP, self._fire, step)
        due[key] = late
        return due

    def _fire(self, step: int) -> None:
        _call_back(self._due.pop(step))


def _call_back(due: Due) -> None:
    for late in list(due.values()):
        late()
