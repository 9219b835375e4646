"""The same as `blocking.py`, in coroutines where there is something to wait for."""

from __future__ import annotations

import asyncio
import collections
import inspect
import zlib
from typing import Any

from blocking import PIECE, Answers, name

from mattermost_plugin import HookName, hook
from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter


class Web(Answers):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.gates: dict[str, asyncio.Event] = collections.defaultdict(asyncio.Event)

    @hook(HookName.ServeHTTP)
    async def serve(self, context: Any, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        answered = getattr(self, request.path.strip("/"))(writer, request)
        if inspect.isawaitable(answered):
            await answered

    async def echo(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        async for part in request.stream():
            await writer.write(part)

    async def upload(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        size = crc = 0
        async for part in request.stream():
            if size == 0 and "name" in request.query:
                await self.gates[name(request)].wait()
            size += len(part)
            crc = zlib.crc32(part, crc)
        writer.write(f"{size} {crc}")

    async def download(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        left = int(request.query["size"][0])
        while left:
            left -= await writer.write(PIECE[:left])

    async def flood(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        try:
            while True:
                self.counts[name(request)] += await writer.write(PIECE)
        finally:
            self.counts[name(request) + ".cancelled"] += 1

    async def swallow(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        self.counts[name(request)] += 1
        try:
            async for _ in request.stream():
                pass
        finally:
            self.counts[name(request) + ".cancelled"] += 1

    async def wait(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        if "length" in request.query:
            writer.set_header("Content-Length", request.query["length"][0])
        if "first" in request.query:
            writer.write(request.query["first"][0])
            await writer.flush()
        self.counts[name(request)] += 1
        try:
            await asyncio.Event().wait()
        finally:
            self.counts[name(request) + ".cancelled"] += 1

    def release(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        self.gates[name(request)].set()

    async def fail(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        if "first" in request.query:
            writer.write(request.query["first"][0])
            await writer.flush()
            await self.gates[name(request)].wait()
        raise RuntimeError("a secret")

    async def told(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        await request.read()
        self.tell(writer, request)


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Web)
