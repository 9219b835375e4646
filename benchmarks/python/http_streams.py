"""What the SDK adds to HTTP: a plugin beside a bare gRPC stream of the same messages.

Up is a large request that is read to its end, down a large answer, both in chunks of 64 KiB; small
is an answer of 1 KB. Servers and client are processes of their own, over a unix socket.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import time
from typing import Any, AsyncIterator, Dict, List, NamedTuple

import grpc.aio
from calls import Server, serve_until_told, servers

from mattermost_plugin import Plugin, RuntimeConfig, asgi, hook, wsgi
from mattermost_plugin.grpc import hooks_pb2_grpc
from mattermost_plugin.grpc.hooks_http_pb2 import ServeHTTPRequest, ServeHTTPResponse
from mattermost_plugin.server import PluginServer

CHUNK = b"x" * 65536
SMALL = b"x" * 1024


class Async(Plugin):
    """A plugin whose handler is a coroutine."""

    @hook
    async def ServeHTTP(self, context: Any, writer: Any, request: Any) -> None:  # noqa: N802
        """Read what comes, and answer as much as is asked for."""
        async for _ in request.stream():
            continue
        for _ in range(int(request.url[1:])):
            await writer.write(CHUNK)
        writer.write(SMALL)


class Threaded(Plugin):
    """A plugin whose handler is a plain function."""

    @hook
    def ServeHTTP(self, context: Any, writer: Any, request: Any) -> None:  # noqa: N802
        """Read what comes, and answer as much as is asked for."""
        for _ in request.stream():
            continue
        for _ in range(int(request.url[1:])):
            writer.write(CHUNK)
        writer.write(SMALL)


async def asgi_app(scope: Any, receive: Any, send: Any) -> None:
    """Do the same as the plugins."""
    if scope["type"] != "http":
        raise NotImplementedError(scope["type"])
    while (await receive())["more_body"]:
        continue
    await send({"type": "http.response.start", "status": 200})
    for _ in range(int(scope["path"].rpartition("/")[2])):
        await send({"type": "http.response.body", "body": CHUNK, "more_body": True})
    await send({"type": "http.response.body", "body": SMALL})


def wsgi_app(environ: Any, start_response: Any) -> Any:
    """Do the same as the plugins."""
    while environ["wsgi.input"].read1(65536):
        continue
    start_response("200 OK", [])
    for _ in range(int(environ["PATH_INFO"][1:])):
        yield CHUNK
    yield SMALL


class Asgi(Plugin):
    """A plugin with an ASGI application."""

    web = asgi.mount(asgi_app)


class Wsgi(Plugin):
    """A plugin with a WSGI application."""

    web = wsgi.mount(wsgi_app)


class Bare(hooks_pb2_grpc.PluginHooksServicer):
    """The same by hand."""

    async def ServeHTTP(  # noqa: N802
        self, requests: AsyncIterator[Any], context: Any
    ) -> AsyncIterator[Any]:
        """Read what comes, and answer as much as is asked for."""
        count = None
        async for message in requests:
            if count is None:
                count = int(message.init.url[1:])
            if message.body_complete:
                break
        first = ServeHTTPResponse()
        first.init.status_code = 200
        for _ in range(count or 0):
            first.body_chunk = CHUNK
            yield first
            first = ServeHTTPResponse()
        first.body_chunk, first.body_complete = SMALL, True
        yield first


PLUGINS = {"async": Async, "threaded": Threaded, "asgi": Asgi, "wsgi": Wsgi}


async def serve(kind: str) -> None:
    """Serve until stdin ends."""
    if kind == "bare":
        target = f"unix:{os.environ['PLUGIN_UNIX_SOCKET_DIR']}/bare"
        bare = grpc.aio.server()
        servicer: Any = Bare()
        hooks_pb2_grpc.add_PluginHooksServicer_to_server(servicer, bare)
        bare.add_insecure_port(target)
        await bare.start()
    else:
        server = PluginServer(PLUGINS[kind](), RuntimeConfig())
        await server.start()
        target = server.target
    await serve_until_told(target)


class Round(NamedTuple):
    """What one round came to."""

    up: float
    down: float
    small: float


def first(down: int, complete: bool) -> Any:
    """Return the first message of a request that wants `down` chunks."""
    message = ServeHTTPRequest(body_complete=complete)
    message.init.method, message.init.url = "POST", f"/{down}"
    message.init.content_length = 0 if complete else -1
    return message


async def exchange(stub: Any, up: int, down: int) -> None:
    """Send a request with `up` chunks that wants `down` ones."""
    stream = stub.ServeHTTP()
    await stream.write(first(down, up == 0))
    if up:
        chunk = ServeHTTPRequest(body_chunk=CHUNK)
        for _ in range(up):
            await stream.write(chunk)
        await stream.write(ServeHTTPRequest(body_complete=True))
    await stream.done_writing()
    async for message in stream:
        if message.body_complete:
            return


async def measure(server: Server, chunks: int, requests: int) -> Round:
    """Send up, get down, and send small requests, 8 at the same time."""
    async with grpc.aio.insecure_channel(server.target) as channel:
        stub = hooks_pb2_grpc.PluginHooksStub(channel)
        await exchange(stub, 32, 32)
        rates = []
        for up, down in ((chunks, 0), (0, chunks)):
            began = time.perf_counter()
            await exchange(stub, up, down)
            rates.append(chunks / 16 / (time.perf_counter() - began))

        async def caller(count: int) -> None:
            for _ in range(count):
                await exchange(stub, 0, 0)

        began = time.perf_counter()
        await asyncio.gather(*(caller(requests // 8) for _ in range(8)))
        rate = requests // 8 * 8 / (time.perf_counter() - began)
        return Round(rates[0], rates[1], rate)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--serve", choices=["bare", *PLUGINS], help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--megabytes", type=int, default=32, help="size of a large body")
    parser.add_argument("--requests", type=int, default=800, help="small requests in a round")
    arguments = parser.parse_args()
    if arguments.serve:
        asyncio.run(serve(arguments.serve))
        return
    rounds: Dict[str, List[Round]] = {"bare": [], **{kind: [] for kind in PLUGINS}}
    with servers(list(rounds), __file__) as started:
        for _ in range(arguments.rounds):
            for kind, results in rounds.items():
                results.append(
                    asyncio.run(
                        measure(started[kind], arguments.megabytes * 16, arguments.requests)
                    )
                )
    print("the best round; and the median of its ratios to bare ones nearby")
    print(f"{'':10}{'up':>20}{'down':>20}{'1 KB answers':>20}")
    for kind, results in rounds.items():
        line = f"{kind:10}"
        for column, unit in enumerate(("MB/s", "MB/s", "/s")):
            ratio = statistics.median(
                mine[column] / bare[column] for mine, bare in zip(results, rounds["bare"])
            )
            line += f"{max(r[column] for r in results):10.0f} {unit:4}{ratio:5.2f}"
        print(line)


if __name__ == "__main__":
    main()
