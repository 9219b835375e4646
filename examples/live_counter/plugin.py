"""Shows on a page, as it happens, how many messages were posted.

The page is at `/plugins/com.example.live-counter/`. It listens to server-sent events; programs that
cannot do so ask `/wait?after=N`, which answers as soon as there is more.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from pathlib import Path
from typing import Any, Set

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.models import Post
from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter

COUNTER = "posted"
PAGE = Path(__file__).parent / "public" / "index.html"


class LiveCounter(Plugin):
    """A counter and those who watch it.

    All handlers are coroutines, and so on one event loop: nothing else happens between two awaits.
    """

    #: After so many seconds without news a listener gets a sign of life, or an empty answer.
    patience = 20.0

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.count = 0
        self.watching: Set[asyncio.Event] = set()

    @hook(HookName.OnActivate)
    async def activate(self) -> None:
        self.count = int(await self.async_api.kv_get(COUNTER) or 0)

    @hook(HookName.MessageHasBeenPosted)
    async def posted(self, context: Any, post: Post) -> None:
        self.count += 1
        for event in self.watching:
            event.set()
        await self.async_api.kv_set(COUNTER, b"%d" % self.count)

    @hook(HookName.ServeHTTP)
    async def serve(self, context: Any, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        routes = {"/": self.page, "/events": self.events, "/wait": self.wait}
        route = routes.get(request.path)
        if route is None:
            writer.write_header(404)
        elif request.method not in ("GET", "HEAD"):
            writer.set_header("Allow", "GET, HEAD")
            writer.write_header(405)
        else:
            await route(writer, request)

    async def page(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        writer.set_header("Content-Type", "text/html; charset=utf-8")
        writer.write(PAGE.read_bytes())

    async def events(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        """Send the count now and after each change, until the listener goes away.

        Then the host gives the call up, and the coroutine is cancelled where it waits.
        """
        writer.set_header("Content-Type", "text/event-stream")
        writer.set_header("Cache-Control", "no-store")
        with self.changes() as changed:
            while True:
                changed.clear()
                writer.write(f"id: {self.count}\ndata: {json.dumps({'count': self.count})}\n\n")
                await writer.flush()
                while not await self.news(changed):
                    # A line that listeners skip, so that proxies do not take the stream for dead.
                    writer.write(": still there\n\n")
                    await writer.flush()

    async def wait(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        """Answer with the count as soon as it is more than `after`; with 204 if that takes long."""
        after = request.query.get("after", ["-1"])[0]
        if not after.lstrip("-").isdigit():
            writer.write_header(400)
            writer.write("after must be a number")
            return
        with self.changes() as changed:
            if self.count <= int(after) and not await self.news(changed):
                writer.write_header(204)
                return
        writer.set_header("Content-Type", "application/json")
        writer.set_header("Cache-Control", "no-store")
        writer.write(json.dumps({"count": self.count}))

    @contextlib.contextmanager
    def changes(self) -> Any:
        """Have an event set at each change."""
        changed = asyncio.Event()
        self.watching.add(changed)
        try:
            yield changed
        finally:
            self.watching.discard(changed)

    async def news(self, changed: asyncio.Event) -> bool:
        """Wait for a change, but not too long; return whether there was one."""
        try:
            await asyncio.wait_for(changed.wait(), self.patience)
        except asyncio.TimeoutError:
            return False
        return True


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(LiveCounter)
