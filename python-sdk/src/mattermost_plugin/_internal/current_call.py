"""What a handler can learn about the call that it is answering."""

from __future__ import annotations

import contextvars
import threading
import time
from typing import Callable, Optional, Tuple


class HookCancelledError(Exception):
    """Nobody waits any more for what a handler is doing."""


class HookCall:
    """One call of a hook, as its handler sees it.

    A coroutine is cancelled with its call. A plain function runs on, as a thread cannot be stopped
    from outside; one that takes long looks here from time to time. May be used from any thread.

    Attributes:
        hook_name: the hook's name.
    """

    __slots__ = ("_callbacks", "_deadline", "_event", "hook_name")

    # One for all calls, which need it so seldom that one for each would cost more.
    _lock = threading.Lock()

    def __init__(self, hook_name: str, limit: Optional[float] = None) -> None:
        self.hook_name = hook_name
        self._deadline = None if limit is None else time.monotonic() + limit
        self._event: Optional[threading.Event] = None
        self._callbacks: Optional[Tuple[Callable[[], None], ...]] = ()

    @property
    def cancelled(self) -> bool:
        """Whether the host gave the call up, or the time for it is over."""
        return self._callbacks is None or self.time_remaining() == 0

    def time_remaining(self) -> Optional[float]:
        """Return the seconds that are left, 0 when the time is over, None without a limit."""
        if self._deadline is None:
            return None
        left = self._deadline - time.monotonic()
        return left if left > 0 else 0.0

    def raise_if_cancelled(self) -> None:
        """Raise `HookCancelledError` if nobody waits for the answer any more."""
        if self.cancelled:
            raise HookCancelledError(f"{self.hook_name} was given up by the host or is too late")

    def wait_cancelled(self, timeout: Optional[float] = None) -> bool:
        """Wait until the call is cancelled, at most `timeout` seconds; return whether it is."""
        with self._lock:
            if self._event is None:
                self._event = threading.Event()
                if self._callbacks is None:
                    self._event.set()
        return self._event.wait(timeout) or self.cancelled

    def on_cancel(self, callback: Callable[[], None]) -> None:
        """Have `callback` called, in whatever thread, when the host gives the call up.

        It is called at once when that has happened already.
        """
        with self._lock:
            if self._callbacks is not None:
                self._callbacks += (callback,)
                return
        callback()

    def cancel(self) -> None:
        """Say that nobody waits for the answer any more."""
        with self._lock:
            callbacks, self._callbacks = self._callbacks or (), None
            if self._event is not None:
                self._event.set()
        for callback in callbacks:
            callback()

    def __repr__(self) -> str:
        state = "cancelled" if self.cancelled else "running"
        return f"<HookCall {self.hook_name}, {state}>"


CURRENT: contextvars.ContextVar[HookCall] = contextvars.ContextVar("mattermost_plugin_hook_call")


def current_call() -> HookCall:
    """Return the hook call that the calling code is answering.

    Raises RuntimeError outside of hook handlers. Threads that a handler starts by itself do not
    belong to its call.
    """
    try:
        return CURRENT.get()
    except LookupError:
        raise RuntimeError("no hook is being handled here") from None
