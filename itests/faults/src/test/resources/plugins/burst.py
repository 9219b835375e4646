"""Makes many calls of the API at once, and tells how many were answered."""

import asyncio
import collections
import json
from typing import Any, Counter

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter


class Tested(Plugin):
    @hook(HookName.ServeHTTP)
    async def serve(self, context: Any, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        calls = int(request.query["calls"][0])
        ends: Counter[str] = collections.Counter(
            await asyncio.gather(*(self.call() for _ in range(calls)))
        )
        writer.write(json.dumps(ends))

    async def call(self) -> str:
        try:
            await self.async_api.kv_get("nothing")
        except Exception as error:
            return type(error).__name__ + ": " + str(error)[:200]
        return "answered"
