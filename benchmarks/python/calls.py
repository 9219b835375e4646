"""What the SDK adds to a hook call: a plugin beside gRPC's own asyncio server.

Servers and client are processes of their own, over a unix socket. Short rounds take turns, so that
what else the machine does meets all alike. Times are those of the best round; ratios are the median
of those between neighbouring rounds.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from typing import Any, Dict, Iterator, List, NamedTuple

import grpc.aio

from mattermost_plugin import HookName, Plugin, RuntimeConfig, hook
from mattermost_plugin.grpc import hooks_message_pb2, hooks_pb2_grpc
from mattermost_plugin.models import Post
from mattermost_plugin.server import PluginServer

WARM_UP = 320


class Async(Plugin):
    """A plugin whose handler is a coroutine."""

    @hook(HookName.MessageWillBePosted)
    async def moderate(self, context: Any, post: Post) -> Any:
        """Look for a word."""
        return "no spam" if "spam" in post.message else None


class Threaded(Plugin):
    """A plugin whose handler is a plain function."""

    @hook(HookName.MessageWillBePosted)
    def moderate(self, context: Any, post: Post) -> Any:
        """Look for a word."""
        return "no spam" if "spam" in post.message else None


class Bare(hooks_pb2_grpc.PluginHooksServicer):
    """The same by hand."""

    async def MessageWillBePosted(self, request: Any, context: Any) -> Any:  # noqa: N802
        """Look for a word."""
        response = hooks_message_pb2.MessageWillBePostedResponse()
        if "spam" in request.post.message:
            response.rejection_reason = "no spam"
        return response


PLUGINS = {"async": Async, "threaded": Threaded}


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


async def serve_until_told(target: str) -> None:
    """Print the target, and answer lines on stdin with the processor time used until it ends."""
    print(target, flush=True)
    while await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline):
        usage = resource.getrusage(resource.RUSAGE_SELF)
        print(usage.ru_utime + usage.ru_stime, flush=True)
    os._exit(0)


class Server:
    """A server in a process of its own."""

    def __init__(self, kind: str, folder: str, script: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, script, "--serve", kind],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PLUGIN_UNIX_SOCKET_DIR": folder},
        )
        assert self._process.stdout is not None
        self.target = self._process.stdout.readline().strip()

    def processor_time(self) -> float:
        """Return the seconds of processor time that it has used."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def end(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(10)


@contextlib.contextmanager
def servers(kinds: List[str], script: str) -> Iterator[Dict[str, Server]]:
    """Start servers, and end them."""
    with tempfile.TemporaryDirectory() as folder:
        started = {kind: Server(kind, folder, script) for kind in kinds}
        try:
            yield started
        finally:
            for server in started.values():
                server.end()


class Round(NamedTuple):
    """What one round came to."""

    p50: float
    rate: float
    processor: float


def request() -> Any:
    """Return a request of about 200 bytes."""
    post = Post("p" * 26, "c" * 26, "u" * 26, "The quick brown fox jumps over the lazy dog.")
    return hooks_message_pb2.MessageWillBePostedRequest(post=post.to_proto())


async def measure(server: Server, calls: int, width: int) -> Round:
    """Call one by one, then `width` at the same time."""
    async with grpc.aio.insecure_channel(server.target) as channel:
        call = hooks_pb2_grpc.PluginHooksStub(channel).MessageWillBePosted
        message = request()
        for _ in range(WARM_UP // 5):
            await call(message, timeout=30)
        times = []
        for _ in range(calls // 4):
            began = time.perf_counter()
            await call(message, timeout=30)
            times.append(time.perf_counter() - began)

        async def caller(count: int) -> None:
            for _ in range(count):
                await call(message, timeout=30)

        await asyncio.gather(*(caller(WARM_UP // width) for _ in range(width)))
        processor, began = server.processor_time(), time.perf_counter()
        await asyncio.gather(*(caller(calls // width) for _ in range(width)))
        took = time.perf_counter() - began
        processor = server.processor_time() - processor
        done = calls // width * width
        return Round(statistics.median(times), done / took, processor / done)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--serve", choices=["bare", *PLUGINS], help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--calls", type=int, default=1600, help="calls in a round")
    parser.add_argument("--width", type=int, default=32, help="calls at the same time")
    arguments = parser.parse_args()
    if arguments.serve:
        asyncio.run(serve(arguments.serve))
        return
    rounds: Dict[str, List[Round]] = {"bare": [], **{kind: [] for kind in PLUGINS}}
    with servers(list(rounds), __file__) as started:
        for _ in range(arguments.rounds):
            for kind, results in rounds.items():
                results.append(
                    asyncio.run(measure(started[kind], arguments.calls, arguments.width))
                )
    print(f"{'':10}{'p50':>22}{f'{arguments.width} at a time':>24}{'processor time':>24}")
    for kind, results in rounds.items():
        pairs = list(zip(results, rounds["bare"]))
        p50, rate, processor = (
            statistics.median(mine[i] / bare[i] for mine, bare in pairs) - 1 for i in range(3)
        )
        print(
            f"{kind:10}"
            f"{min(r.p50 for r in results) * 1e6:10.0f} us {p50:+8.0%}"
            f"{max(r.rate for r in results):12.0f} /s {rate:+8.0%}"
            f"{min(r.processor for r in results) * 1e6:12.0f} us {processor:+8.0%}"
        )


if __name__ == "__main__":
    main()
