"""Lets one text serve those who block and those who await.

What makes several calls is written once, as coroutines over an `AsyncApi`. Over a blocking client
these never wait, and `now` runs them to their end at once.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, Coroutine, TypeVar, cast

if TYPE_CHECKING:
    from mattermost_plugin._generated.api import Api
    from mattermost_plugin._generated.async_api import AsyncApi

T = TypeVar("T")


class Way:
    """How a host is called.

    Attributes:
        api: the host's API, whose methods are awaited.
    """

    def __init__(self, api: AsyncApi) -> None:
        self.api = api

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class BlockingWay(Way):
    """Calls a host and waits; what is awaited is there at once."""

    def __init__(self, api: Api) -> None:
        super().__init__(cast("AsyncApi", _Blocking(api)))

    async def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class _Blocking:
    def __init__(self, api: Api) -> None:
        self._api = api

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._api, name)

        async def call(*args: Any, **kwargs: Any) -> Any:
            return method(*args, **kwargs)

        return call


def now(work: Coroutine[Any, Any, T]) -> T:
    """Return the result of a coroutine that never waits."""
    try:
        work.send(None)
    except StopIteration as done:
        result: T = done.value
        return result
    work.close()
    raise RuntimeError(f"{work} waits for something, which a blocking call cannot do")
