"""What lets several servers, each with a process of the plugin, work together.

```python
with self.mutex("import"):
    ...  # one process at a time
```
"""

from __future__ import annotations

import asyncio
import logging
import random
import secrets
import threading
import time
from datetime import timedelta
from types import TracebackType
from typing import TYPE_CHECKING, Optional, Type

from mattermost_plugin._internal.both import BlockingWay, Way, now
from mattermost_plugin.exceptions import PluginAPIError
from mattermost_plugin.kv import seconds_of

if TYPE_CHECKING:
    from mattermost_plugin._generated.api import Api
    from mattermost_plugin._generated.async_api import AsyncApi

_logger = logging.getLogger(__name__)

#: How long a mutex stays locked whose process is gone, as in the field's helpers for Go.
TTL = timedelta(seconds=15)

_FIRST_PAUSE = 0.05
_LONGEST_PAUSE = 1.0


class LeaseLostError(Exception):
    """A mutex is held no more: its lease ran out, or its key was deleted."""


class _Lease:
    """The key that stands for a locked mutex."""

    def __init__(self, way: Way, key: str, ttl: timedelta, fencing: bool) -> None:
        if not key:
            raise ValueError("a mutex needs a key")
        self.way = way
        self.key = f"mutex_{key}"
        self.ttl = seconds_of(ttl)
        self.fencing = fencing
        self.fence = 0
        self._owner = b""
        self._until = 0.0

    async def take(self) -> bool:
        """Take the key unless another one has it."""
        owner = secrets.token_hex(16).encode()
        asked = time.monotonic()
        if not await self._set(owner, b""):
            return False
        self._owner, self._until = owner, asked + self.ttl
        if self.fencing:
            self.fence = await self._count()
            # Counted by one that holds it no more, it would be higher than that of the next one.
            return await self.renew()
        return True

    async def _set(self, value: bytes, old: bytes) -> bool:
        options = {"atomic": True, "old_value": old, "expire_in_seconds": self.ttl}
        return await self.way.api.kv_set_with_options(self.key, value, options)

    async def _count(self) -> int:
        key = self.key + ".fence"
        while True:
            old = await self.way.api.kv_get(key)
            fence = int(old or 0) + 1
            if await self.way.api.kv_compare_and_set(key, old, b"%d" % fence):
                return fence

    async def renew(self) -> bool:
        """Make the lease last longer; return whether there still was one."""
        asked = time.monotonic()
        try:
            kept = await self._set(self._owner, self._owner)
        except PluginAPIError as error:
            # It lasts on, and may be renewed later.
            _logger.warning("%s cannot be renewed: %s", self.key, error)
            return self.lasts
        if kept:
            self._until = asked + self.ttl
        else:
            self._until = 0.0
        return kept

    @property
    def lasts(self) -> bool:
        return time.monotonic() < self._until

    async def give_back(self) -> bool:
        """Delete the key if it still is our own; return whether it was."""
        owner, self._owner, self._until = self._owner, b"", 0.0
        return await self.way.api.kv_compare_and_delete(self.key, owner)


class _Pauses:
    """How long to wait between two tries."""

    def __init__(self, timeout: Optional[float]) -> None:
        self._until = None if timeout is None else time.monotonic() + timeout
        self._next = _FIRST_PAUSE

    def next(self) -> Optional[float]:
        """Return the seconds until the next try; None when the time is over."""
        pause = self._next * (0.5 + random.random())
        self._next = min(self._next * 2, _LONGEST_PAUSE)
        if self._until is None:
            return pause
        left = self._until - time.monotonic()
        return min(pause, left) if left > 0 else None


def _lost(key: str) -> LeaseLostError:
    return LeaseLostError(f"{key} is held no more: another process may hold it meanwhile")


class Mutex:
    """A lock that one thread of all processes of the plugin holds at a time.

    It is a key of the plugin's store with a lease, which is renewed at half of its time as long as
    it is locked. When a process dies, the lease runs out and another one gets the lock. A process
    that was paused for longer finds `held` false; what must not happen twice is told from which
    holder it comes by `fence`, a number that grows with each holder.

    Args:
        api: the host's API.
        key: names the lock.
        ttl: how long the lease is.
        refresh: after how long it is renewed; by default after half of `ttl`.
        fencing: whether holders get a `fence`, which takes two more calls of the API.
    """

    def __init__(
        self,
        api: Api,
        key: str,
        *,
        ttl: timedelta = TTL,
        refresh: Optional[timedelta] = None,
        fencing: bool = False,
    ) -> None:
        self._lease = _Lease(BlockingWay(api), key, ttl, fencing)
        self._refresh = (ttl / 2 if refresh is None else refresh).total_seconds()
        self._here = threading.Lock()
        self._ended = threading.Event()

    @property
    def held(self) -> bool:
        """Whether this process holds it."""
        return self._here.locked() and self._lease.lasts

    @property
    def fence(self) -> int:
        """The number of this holder, larger than those of all before it."""
        return self._lease.fence

    def check(self) -> None:
        """Raise `LeaseLostError` unless this process holds it."""
        if not self.held:
            raise _lost(self._lease.key)

    def try_lock(self) -> bool:
        """Lock it unless another one holds it; return whether it is locked now."""
        return self.lock(timeout=0)

    def lock(self, timeout: Optional[float] = None) -> bool:
        """Lock it, waiting for others at most `timeout` seconds; return whether it is locked."""
        if not self._here.acquire(timeout=-1 if timeout is None else timeout):
            return False
        try:
            pauses = _Pauses(timeout)
            while not now(self._lease.take()):
                pause = pauses.next()
                if pause is None:
                    self._here.release()
                    return False
                time.sleep(pause)
        except BaseException:
            self._here.release()
            raise
        self._ended = threading.Event()
        threading.Thread(
            target=self._keep, args=(self._ended,), name=self._lease.key, daemon=True
        ).start()
        return True

    def _keep(self, ended: threading.Event) -> None:
        while not ended.wait(self._refresh):
            if not now(self._lease.renew()) and not ended.is_set():
                _logger.error("%s", _lost(self._lease.key))
                return

    def unlock(self) -> None:
        """Let others have it. Raises RuntimeError where it is not locked."""
        if not self._here.locked():
            raise RuntimeError(f"{self._lease.key} is not locked")
        self._ended.set()
        try:
            now(self._lease.give_back())
        finally:
            self._here.release()

    def __enter__(self) -> Mutex:
        self.lock()
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.unlock()


class AsyncMutex:
    """A lock that one task of all processes of the plugin holds at a time: see `Mutex`."""

    def __init__(
        self,
        api: AsyncApi,
        key: str,
        *,
        ttl: timedelta = TTL,
        refresh: Optional[timedelta] = None,
        fencing: bool = False,
    ) -> None:
        self._lease = _Lease(Way(api), key, ttl, fencing)
        self._refresh = (ttl / 2 if refresh is None else refresh).total_seconds()
        self._here: Optional[asyncio.Lock] = None
        self._keeper: Optional[asyncio.Task[None]] = None

    @property
    def held(self) -> bool:
        """Whether this process holds it."""
        return self._here is not None and self._here.locked() and self._lease.lasts

    @property
    def fence(self) -> int:
        """The number of this holder, larger than those of all before it."""
        return self._lease.fence

    def check(self) -> None:
        """Raise `LeaseLostError` unless this process holds it."""
        if not self.held:
            raise _lost(self._lease.key)

    async def try_lock(self) -> bool:
        """Lock it unless another one holds it; return whether it is locked now."""
        return await self.lock(timeout=0)

    async def lock(self, timeout: Optional[float] = None) -> bool:
        """Lock it, waiting for others at most `timeout` seconds; return whether it is locked."""
        if self._here is None:
            # Before Python 3.10 it belongs to the loop in which it is made.
            self._here = asyncio.Lock()
        here = self._here
        if timeout == 0 and here.locked():
            return False
        pauses = _Pauses(timeout)
        try:
            await asyncio.wait_for(here.acquire(), timeout or None)
        except asyncio.TimeoutError:
            return False
        try:
            while not await self._lease.take():
                pause = pauses.next()
                if pause is None:
                    here.release()
                    return False
                await asyncio.sleep(pause)
        except BaseException:
            here.release()
            raise
        self._keeper = asyncio.ensure_future(self._keep())
        return True

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(self._refresh)
            if not await self._lease.renew():
                _logger.error("%s", _lost(self._lease.key))
                return

    async def unlock(self) -> None:
        """Let others have it. Raises RuntimeError where it is not locked."""
        if self._here is None or not self._here.locked() or self._keeper is None:
            raise RuntimeError(f"{self._lease.key} is not locked")
        keeper, self._keeper = self._keeper, None
        keeper.cancel()
        # What it may just be writing must not come after the deletion.
        await asyncio.wait([keeper])
        try:
            await self._lease.give_back()
        finally:
            self._here.release()

    async def __aenter__(self) -> AsyncMutex:
        await self.lock()
        return self

    async def __aexit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        await self.unlock()


__all__ = ["AsyncMutex", "LeaseLostError", "Mutex"]
