"""The plugin that is measured: it does as little as a plugin can do.

Its hooks are handled on the event loop (KRAIT_BENCHMARK=async) or on a thread (sync).
MessageHasBeenPosted is counted; the command "/count" answers with how many there were.

The commands "/bare UNDER_WAY MILLISECONDS" and "/sdk UNDER_WAY MILLISECONDS" call the host's API
for that time, by a bare stub or by the SDK's client, and answer with p50 and p99 in microseconds
and the calls per second. On a thread calls are made one after the other.
"""

from __future__ import annotations

import asyncio
import os
import threading
import time
from typing import Any, Awaitable, Callable, List

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.models import CommandArgs, PluginContext, Post


def answer(text: str) -> dict[str, str]:
    return {"text": text}


class OnTheLoop(Plugin):
    posted = 0

    @hook(HookName.MessageWillBePosted)
    async def moderate(self, context: PluginContext, post: Post) -> Post:
        post.message = "seen: " + post.message
        return post

    @hook(HookName.MessageHasBeenPosted)
    async def count(self, context: PluginContext, post: Post) -> None:
        self.posted += 1

    @hook(HookName.ExecuteCommand)
    async def measure(self, context: PluginContext, args: CommandArgs) -> dict[str, str]:
        if args.command == "/count":
            return answer(str(self.posted))
        command, under_way, milliseconds = args.command.split()
        width, seconds = int(under_way), int(milliseconds) / 1000
        if command == "/sdk":
            return answer(await calls_of(self.async_api.get_server_version, width, seconds))
        # Here, so that a plugin that is measured does without them, as other plugins do.
        import grpc.aio

        from mattermost_plugin.grpc import api_pb2_grpc, api_remaining_pb2

        target = os.environ["MATTERMOST_PLUGIN_API_TARGET"]
        async with grpc.aio.insecure_channel(target) as channel:
            stub: Any = api_pb2_grpc.PluginAPIStub(channel)

            async def call() -> object:
                return await stub.GetServerVersion(api_remaining_pb2.GetServerVersionRequest())

            return answer(await calls_of(call, width, seconds))


class OnAThread(Plugin):
    posted = 0
    lock = threading.Lock()

    @hook(HookName.MessageWillBePosted)
    def moderate(self, context: PluginContext, post: Post) -> Post:
        post.message = "seen: " + post.message
        return post

    @hook(HookName.MessageHasBeenPosted)
    def count(self, context: PluginContext, post: Post) -> None:
        with self.lock:
            self.posted += 1

    @hook(HookName.ExecuteCommand)
    def measure(self, context: PluginContext, args: CommandArgs) -> dict[str, str]:
        if args.command == "/count":
            return answer(str(self.posted))
        command, _, milliseconds = args.command.split()
        seconds = int(milliseconds) / 1000
        if command == "/sdk":
            return answer(calls(self.api.get_server_version, seconds))
        import grpc

        from mattermost_plugin.grpc import api_pb2_grpc, api_remaining_pb2

        with grpc.insecure_channel(os.environ["MATTERMOST_PLUGIN_API_TARGET"]) as channel:
            stub = api_pb2_grpc.PluginAPIStub(channel)
            return answer(
                calls(
                    lambda: stub.GetServerVersion(api_remaining_pb2.GetServerVersionRequest()),
                    seconds,
                )
            )


def calls(call: Callable[[], object], seconds: float) -> str:
    """Call for that time, one after the other."""
    times: List[int] = []
    call()  # Connects.
    began = now = time.perf_counter_ns()
    end = began + int(seconds * 1e9)
    while now < end:
        call()
        before, now = now, time.perf_counter_ns()
        times.append(now - before)
    return figures(times, (now - began) / 1e9)


async def calls_of(call: Callable[[], Awaitable[object]], width: int, seconds: float) -> str:
    """Call for that time, so many at any moment."""
    times: List[int] = []
    await call()  # Connects.
    began = time.perf_counter_ns()
    end = began + int(seconds * 1e9)

    async def caller() -> None:
        now = time.perf_counter_ns()
        while now < end:
            await call()
            before, now = now, time.perf_counter_ns()
            times.append(now - before)

    await asyncio.gather(*(caller() for _ in range(width)))
    return figures(times, (time.perf_counter_ns() - began) / 1e9)


def figures(times: List[int], seconds: float) -> str:
    times.sort()
    p50, p99 = (times[int(part * len(times))] / 1000 for part in (0.5, 0.99))
    return f"{p50:.1f} {p99:.1f} {len(times) / seconds:.1f}"


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(OnTheLoop if os.environ.get("KRAIT_BENCHMARK") == "async" else OnAThread)
