"""The time that jobs go by, which tests set themselves."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import time
from typing import List, Tuple

# So many turns of the event loop are taken before others get time.
_TURNS = 100


class Clock:
    """The time of the machine."""

    def now(self) -> float:
        """Return the seconds since the epoch."""
        return time.time()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)

    def enter(self) -> None:
        """Take notice that a task begins to go by this clock."""

    def leave(self) -> None:
        """Take notice that it does so no more."""


class ManualClock(Clock):
    """A clock that stands still until it is advanced. To be used in one event loop."""

    def __init__(self, start: float) -> None:
        self._now = start
        self._sleepers: List[Tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()
        self._awake = 0

    def now(self) -> float:
        return self._now

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._now + seconds, next(self._numbers), woken))
        self._awake -= 1
        try:
            await woken
        finally:
            self._awake += 1

    def enter(self) -> None:
        self._awake += 1

    def leave(self) -> None:
        self._awake -= 1

    async def advance(self, seconds: float) -> None:
        """Let time pass, and all happen that is due in it, one after the other."""
        until = self._now + seconds
        # What was handed to the loop before, as jobs are that are planned, is begun first.
        await asyncio.sleep(0)
        await self._settled()
        while self._sleepers and self._sleepers[0][0] <= until:
            due, _, woken = heapq.heappop(self._sleepers)
            self._now = max(self._now, due)
            if not woken.done():
                woken.set_result(None)
            # It takes a turn of the loop until the sleeper counts as awake.
            await asyncio.sleep(0)
            await self._settled()
        self._now = until

    async def _settled(self) -> None:
        turns = 0
        while self._awake > 0:
            # What needs no thread is done in some turns of the loop, where days pass in no time.
            await asyncio.sleep(0 if turns < _TURNS else 0.001)
            turns += 1


__all__ = ["Clock", "ManualClock"]
