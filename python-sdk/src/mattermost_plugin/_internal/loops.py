"""Event loops and those outside of them."""

from __future__ import annotations

import asyncio
from typing import Any, Callable


def call_in(loop: asyncio.AbstractEventLoop, function: Callable[..., None], *args: Any) -> None:
    """Have `function` called in an event loop, from whatever thread."""
    if asyncio._get_running_loop() is loop:
        loop.call_soon(function, *args)
        return
    try:
        loop.call_soon_threadsafe(function, *args)
    except RuntimeError:
        # The loop is closed: nobody waits there any more.
        return
