"""Looks after calls in threads: that none holds up others, and that each ends in time."""

from __future__ import annotations

import logging
import threading
import time
from typing import Callable, Iterable, List, Optional, Protocol

_logger = logging.getLogger(__name__)

#: Seconds between two looks while calls come.
STEP = 0.002

# It looks so many times more when no calls come any more.
_PATIENCE = 5


class Watched(Protocol):
    """What is looked after."""

    def look(self, now: float) -> bool:
        """Do what is to be done; return whether to look again in a moment."""

    def next_deadline(self) -> Optional[float]:
        """Return when something is too late, by `time.monotonic`; None where nothing can be."""


class Watcher:
    """A thread that looks at connections.

    It does so every few milliseconds while calls come in, as soon as something is late, and not at
    all while nothing is there. Its methods may be called from any thread.
    """

    def __init__(self) -> None:
        self._watched: List[Watched] = []
        self._gate = threading.Lock()
        self._gate.acquire()
        self._ended = False
        #: Until when it sleeps, by `time.monotonic`; None where it does not.
        self.sleeps_until: Optional[float] = None
        self._thread: Optional[threading.Thread] = None

    def add(self, watched: Watched) -> None:
        """Look at one more."""
        self._watched = [*self._watched, watched]
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="hook-watcher", daemon=True)
            self._thread.start()

    def remove(self, watched: Watched) -> None:
        """Look at one less."""
        self._watched = [one for one in self._watched if one is not watched]

    def end(self) -> None:
        """End the thread."""
        self._ended = True
        self._wake()

    def expect(self, when: float) -> None:
        """See to it that it looks at `when`, by `time.monotonic`, or sooner."""
        until = self.sleeps_until
        if until is not None and when < until:
            self.sleeps_until = None
            self._wake()

    def _wake(self) -> None:
        try:
            self._gate.release()
        except RuntimeError:
            # It is being woken already.
            return

    def _run(self) -> None:
        forever = float("inf")
        again = 0
        while not self._ended:
            now = time.monotonic()
            again = _PATIENCE if _look_at_all(self._watched, now) else again - 1
            if again > 0:
                self._gate.acquire(timeout=STEP)
                continue
            # Said first, and looked at then: what comes in between wakes it.
            self.sleeps_until = forever
            due = _earliest(one.next_deadline for one in self._watched)
            if due is None:
                self._gate.acquire()
            else:
                self.sleeps_until = due
                self._gate.acquire(timeout=min(max(due - time.monotonic(), 0), 60))
            self.sleeps_until = None


def _look_at_all(watched: List[Watched], now: float) -> bool:
    again = False
    for one in watched:
        try:
            again = one.look(now) or again
        except Exception:
            # The others are looked after nevertheless, and this one the next time.
            _logger.exception("a connection of the lane could not be looked after")
    return again


def _earliest(times: Iterable[Callable[[], Optional[float]]]) -> Optional[float]:
    found = [when for when in (ask() for ask in times) if when is not None]
    return min(found, default=None)
