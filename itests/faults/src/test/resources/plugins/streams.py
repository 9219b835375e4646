"""Sends a number of events, each with the time at which it was sent, and ends."""

import asyncio
import time
from typing import Any

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter


class Tested(Plugin):
    @hook(HookName.ServeHTTP)
    async def serve(self, context: Any, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        events = int(request.query["events"][0])
        pause = float(request.query["pause"][0])
        writer.set_header("Content-Type", "text/event-stream")
        for number in range(events):
            writer.write(f"data: {number} {time.time_ns() // 1000}\n\n")
            await writer.flush()
            await asyncio.sleep(pause)
