"""An application of Starlette as a plugin."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any, AsyncIterator

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from mattermost_plugin import Plugin, asgi


@contextlib.asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[Any]:
    yield {"steps": asyncio.Queue()}


class Echo:
    """Sends back what comes, while it comes.

    `StreamingResponse(request.stream())` would not do: its look-out for clients that go away takes
    the request's body for itself.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200})
        async for part in Request(scope, receive).stream():
            await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body"})


async def told(request: Request) -> Response:
    return JSONResponse(
        {
            "url": request.url.path,
            "query": request.url.query,
            "link": str(request.url_for("echo")),
            "user": request.headers.get("mattermost-user-id"),
        }
    )


async def events(request: Request) -> Response:
    """Send an event for each step, as it is taken."""

    async def stream() -> AsyncIterator[str]:
        yield "data: begin\n\n"
        while True:
            yield f"data: {await request.state.steps.get()}\n\n"

    return StreamingResponse(stream(), media_type="text/event-stream")


async def step(request: Request) -> Response:
    request.state.steps.put_nowait((await request.body()).decode())
    return Response(status_code=204)


async def away(request: Request) -> Response:
    return RedirectResponse(request.url_for("told"))


class Web(Plugin):
    web = asgi.mount(
        Starlette(
            routes=[
                Route("/echo", Echo(), methods=["POST"], name="echo"),
                Route("/told", told),
                Route("/events", events),
                Route("/step", step, methods=["POST"]),
                Route("/away", away),
            ],
            lifespan=lifespan,
        )
    )


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Web)
