"""Calls of which each is begun when the one before it has ended."""

from __future__ import annotations

import threading
from collections import deque
from typing import Deque, Generic, Optional, TypeVar

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
