"""Threads for handlers that block."""

from __future__ import annotations

import queue
import threading
from typing import Callable


class HandlerPool:
    """A bounded number of threads, started as they are needed.

    They are daemons: a handler that never returns must not keep the process from ending.
    """

    def __init__(self, workers: int, waiting: int) -> None:
        self._work: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._places = threading.BoundedSemaphore(workers + waiting)
        self._idle = threading.Semaphore(0)
        self._lock = threading.Lock()
        self._workers = workers
        self._started = 0

    def submit(self, work: Callable[[], None]) -> bool:
        """Have `work`, which raises nothing, done; return False where too much is waiting."""
        if not self._places.acquire(blocking=False):
            return False
        self._work.put(work)
        if not self._idle.acquire(blocking=False):
            self._start_one()
        return True

    def _start_one(self) -> None:
        with self._lock:
            if self._started == self._workers:
                return
            self._started += 1
            number = self._started
        threading.Thread(target=self._run, name=f"hook-{number}", daemon=True).start()

    def _run(self) -> None:
        while True:
            try:
                work = self._work.get_nowait()
            except queue.Empty:
                self._idle.release()
                work = self._work.get()
            try:
                work()
            finally:
                # What was done must not be kept alive until the next work comes.
                del work
                self._places.release()
