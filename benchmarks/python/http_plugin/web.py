"""The application that is measured: as a plugin, and under uvicorn."""

from __future__ import annotations

from typing import AsyncIterator

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from mattermost_plugin import Plugin, asgi

CHUNK = b"x" * 65536
SMALL = b"x" * 1024


async def small(request: Request) -> Response:
    """Answer with 1 KB."""
    return Response(SMALL, media_type="application/octet-stream")


async def up(request: Request) -> Response:
    """Read what comes, part by part; answer with how many bytes it was."""
    size = 0
    async for part in request.stream():
        size += len(part)
    return Response(str(size))


async def down(request: Request) -> Response:
    """Answer with as many chunks of 64 KiB as are asked for."""
    count = int(request.path_params["chunks"])

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(count):
            yield CHUNK

    return StreamingResponse(chunks(), headers={"Content-Length": str(count * len(CHUNK))})


app = Starlette(
    routes=[
        Route("/small", small),
        Route("/up", up, methods=["PUT"]),
        Route("/down/{chunks:int}", down),
    ]
)


class Web(Plugin):
    """Answers by the application."""

    web = asgi.mount(app)


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Web)
