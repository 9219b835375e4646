"""Keeps what it is given, under the path of the request."""

from typing import Any

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter


class Tested(Plugin):
    @hook(HookName.ServeHTTP)
    async def serve(self, context: Any, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        key = request.path.strip("/")
        if request.method == "POST":
            await self.async_api.kv_set(key, await request.read())
            writer.write_header(200)
        else:
            writer.write(await self.async_api.kv_get(key) or b"")
