"""What goes before an application's first request and after its last."""

from __future__ import annotations

import asyncio
from typing import Any, Dict, Optional

from mattermost_plugin.asgi._messages import App, Message
from mattermost_plugin.plugin import Plugin

#: Seconds that applications have at the plugin's end for what they do after their answers.
GRACE = 3.0


class Lifespan:
    """What goes before an application's first request and after its last."""

    def __init__(self, plugin: Plugin, app: App, mode: str) -> None:
        loop = asyncio.get_running_loop()
        self._plugin = plugin
        self._app = app
        self._mode = mode
        self._started: asyncio.Future[None] = loop.create_future()
        self._stop: asyncio.Future[None] = loop.create_future()
        self._stopped: asyncio.Future[None] = loop.create_future()
        self._told = False
        self._task: Optional[asyncio.Task[None]] = None
        self.state: Dict[str, Any] = {}

    async def start(self) -> None:
        self._task = asyncio.ensure_future(self._run())
        try:
            await self._started
        except asyncio.CancelledError:
            self._task.cancel()
            raise

    async def stop(self) -> None:
        if self._task is None or self._task.done():
            return
        if not self._stop.done():
            self._stop.set_result(None)
        try:
            await self._stopped
            await asyncio.wait([self._task], timeout=GRACE)
        finally:
            self._task.cancel()

    async def _run(self) -> None:
        scope = {
            "type": "lifespan",
            "asgi": {"version": "3.0", "spec_version": "2.0"},
            "state": self.state,
            "mattermost.plugin": self._plugin,
        }
        try:
            await self._app(scope, self._receive, self._send)
        except Exception as error:
            self._failed(error)
        finally:
            for future in (self._started, self._stopped):
                if not future.done():
                    future.set_result(None)

    def _failed(self, error: Exception) -> None:
        logger = self._plugin.logger
        if self._started.done():
            # What was told is not told again.
            if not self._stopped.done():
                logger.exception("the ASGI application's lifespan failed")
        elif self._mode == "on":
            self._started.set_exception(error)
        else:
            logger.debug("the ASGI application has no lifespan: %r", error)

    async def _receive(self) -> Message:
        if not self._told:
            self._told = True
            return {"type": "lifespan.startup"}
        # Not the future itself, which an application that is cancelled would cancel.
        await asyncio.shield(self._stop)
        return {"type": "lifespan.shutdown"}

    async def _send(self, message: Message) -> None:
        kind, text = message["type"], message.get("message", "")
        future = self._started if ".startup." in kind else self._stopped
        if future.done():
            return
        if kind.endswith(".complete"):
            future.set_result(None)
            return
        last = text.strip().rpartition("\n")[2]
        what = "start" if future is self._started else "end well"
        if text:
            self._plugin.logger.error("the ASGI application did not %s: %s", what, text)
        future.set_exception(RuntimeError(f"the ASGI application did not {what}: {last}"))
