"""The end of a plugin's process, as its parts see it."""

from __future__ import annotations

import asyncio
import logging

import pytest

from mattermost_plugin._internal.ending import Ending


class WaiterAtEachLine(logging.Handler):
    """At each line of the log, whether somebody who waits would go on."""

    def __init__(self, ending: Ending) -> None:
        super().__init__()
        self.gone_on: list[bool] = []
        self._ending = ending

    def emit(self, record: logging.LogRecord) -> None:
        self.gone_on.append(asyncio.run(self._goes_on()))

    async def _goes_on(self) -> bool:
        waiting = asyncio.create_task(self._ending.wait())
        await asyncio.sleep(0)
        goes_on = waiting.done()
        waiting.cancel()
        return goes_on


def test_the_reason_is_told_before_whoever_waits_goes_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    ending = Ending(insist=False)
    logger = logging.getLogger("mattermost_plugin._internal.ending")
    waiter = WaiterAtEachLine(ending)
    logger.addHandler(waiter)
    try:
        with caplog.at_level(logging.INFO, logger.name):
            ending.ask("the host is gone", 1.0)
    finally:
        logger.removeHandler(waiter)
    assert waiter.gone_on == [False]
    # Raises where its end is not seen.
    asyncio.run(asyncio.wait_for(ending.wait(), 1.0))
