"""Threads for handlers that block."""

from __future__ import annotations

import queue
import threading
from typing import Callable, Optional


class HandlerPool:
    """A bounded number of threads, started as they are needed.

    They are daemons: a handler that never returns must not keep the process from ending.
    """

    def __init__(self, workers: int, waiting: int) -> None:
        self._work: queue.SimpleQueue[Optional[Callable[[], None]]] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._workers = workers
        self._most = workers + waiting
        self._started = 0
        # What is being done or waits for it.
        self._load = 0

    def submit(self, work: Callable[[], None]) -> bool:
        """Have `work`, which raises nothing, done; return False where too much is waiting."""
        with self._lock:
            if self._load >= self._most:
                return False
            self._load += 1
            more = self._load > self._started and self._started < self._workers
            if more:
                self._started += 1
        self._work.put(work)
        if more:
            name = f"hook-{self._started}"
            threading.Thread(target=self._run, name=name, daemon=True).start()
        return True

    def close(self) -> None:
        """End the threads, each when what was submitted is done; nothing more may be."""
        with self._lock:
            self._most = 0
            started, self._started = self._started, 0
        for _ in range(started):
            self._work.put(None)

    def _run(self) -> None:
        while True:
            work = self._work.get()
            if work is None:
                return
            try:
                work()
            finally:
                # What was done must not be kept alive until the next work comes.
                del work
                with self._lock:
                    self._load -= 1
