"""How a plugin's process comes to its end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import threading
from typing import Any, Iterator, Optional

_logger = logging.getLogger(__name__)

#: A host that sets this to "1" gives the plugin a stdin of its own: its end is the host's.
STDIN_VARIABLE = "KRAIT_EXIT_ON_STDIN_EOF"

#: Seconds between the time that open calls have and the end by force.
_INSISTENCE = 2.0


class Ending:
    """Waits for whatever ends the plugin first.

    Args:
        insist: whether the process ends by force where it does not end in time by itself, which
            blocked coroutines and stubborn threads prevent.
    """

    def __init__(self, insist: bool) -> None:
        self._insist = insist
        self._loop: Optional[asyncio.AbstractEventLoop] = None
        self._event: Optional[asyncio.Event] = None
        self._asked = False
        self._grace: Optional[float] = None

    @property
    def grace(self) -> float:
        """Seconds that open calls have."""
        return 0.0 if self._grace is None else self._grace

    def ask(self, reason: str, grace: float) -> None:
        """Have the plugin end; may be called from any thread, and a signal's handler."""
        # No lock: a signal's handler would wait for the very thread that it interrupts.
        if self._asked:
            return
        self._asked = True
        if self._insist:
            watchdog = threading.Timer(grace + _INSISTENCE, os._exit, (1,))
            watchdog.daemon = True
            watchdog.start()
        # Before whoever waits can go on: the process may be gone the moment after.
        _logger.info("the plugin ends: %s", reason)
        self._grace = grace
        self._wake()

    def _wake(self) -> None:
        if self._loop is not None and self._event is not None:
            try:
                self._loop.call_soon_threadsafe(self._event.set)
            except RuntimeError:
                # The loop is closed, and the plugin as good as ended.
                return

    async def wait(self) -> None:
        """Wait until someone asked for the end."""
        if self._event is None:
            self._event = asyncio.Event()
            self._loop = asyncio.get_running_loop()
        if self._grace is None:
            await self._event.wait()

    @contextlib.contextmanager
    def watching_signals(self) -> Iterator[None]:
        """End on SIGTERM and SIGINT; on the second one at once."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        # A host that watches over us gets the same Ctrl-C as we do, and ends us in good order.
        watched = os.environ.get(STDIN_VARIABLE) == "1"
        interrupt = signal.SIG_IGN if watched else self._on_signal
        before = {
            signal.SIGTERM: signal.signal(signal.SIGTERM, self._on_signal),
            signal.SIGINT: signal.signal(signal.SIGINT, interrupt),
        }
        try:
            yield
        finally:
            for number, handler in before.items():
                # A second signal is heeded to the end where the process ends with the plugin.
                if handler is not None and not self._insist:
                    signal.signal(number, handler)

    def _on_signal(self, number: int, frame: Any) -> None:
        if self._asked and self._insist:
            os._exit(128 + number)
        self.ask(f"got {signal.Signals(number).name}", 5.0)

    def watch_stdin(self, descriptor: int) -> None:
        """End with the host, if it says that stdin, which is at `descriptor`, tells so."""
        if os.environ.get(STDIN_VARIABLE) == "1":
            threading.Thread(
                target=self._read_stdin, args=(descriptor,), name="stdin", daemon=True
            ).start()

    def _read_stdin(self, descriptor: int) -> None:
        try:
            while os.read(descriptor, 4096):
                continue
        except OSError:
            _logger.debug("stdin cannot be read", exc_info=True)
        self.ask("the host is gone", 1.0)
