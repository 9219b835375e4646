"""Notices that a coroutine blocks the event loop for handlers, and says where."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
import traceback
from typing import Callable, Optional

from mattermost_plugin._internal.loops import call_in

_logger = logging.getLogger(__name__)

#: Seconds between two looks, and for how long a loop may be busy with one thing.
STEP = 1.0


class Heartbeat:
    """Asks an event loop from time to time whether it goes on, while it has something to do.

    It lives in another loop, in which it is made.

    Args:
        loop: the loop that is asked.
        busy: whether there is anything to do in it; called in the other loop.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, busy: Callable[[], bool]) -> None:
        self._loop = loop
        self._busy = busy
        self._thread: Optional[int] = None
        self._own = asyncio.get_running_loop()

    def begin(self) -> None:
        """Note in which thread the loop is; to be called in it."""
        self._thread = threading.get_ident()

    async def run(self) -> None:
        """Look until it is cancelled."""
        while True:
            await asyncio.sleep(STEP)
            if self._busy():
                await self._look()

    async def _look(self) -> None:
        beat: asyncio.Future[None] = self._own.create_future()
        call_in(self._loop, self._beat, beat)
        await asyncio.wait([beat], timeout=STEP)
        if not beat.done():
            _logger.error(
                "a coroutine blocks the event loop, and all others with it: it has been for %.0f s"
                " at %s; what blocks belongs into a plain function, or into asyncio.to_thread",
                STEP,
                self._place(),
            )
            await beat

    def _beat(self, beat: asyncio.Future[None]) -> None:
        call_in(self._own, _set, beat)

    def _place(self) -> str:
        frame = None if self._thread is None else sys._current_frames().get(self._thread)
        if frame is None:
            return "a place that is not known"
        # The innermost line is as a rule that of a library: what has called it is the plugin's.
        lines = traceback.extract_stack(frame)[-3:]
        return " > ".join(f"{line.filename}, line {line.lineno}, in {line.name}" for line in lines)


def _set(beat: asyncio.Future[None]) -> None:
    if not beat.done():
        beat.set_result(None)
