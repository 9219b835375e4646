"""The plugin that is measured: it does as little as a plugin can do.

MessageWillBePosted is handled on the event loop (KRAIT_BENCHMARK=async) or on a thread (sync).
ExecuteCommand measures calls of the host's API, made one after the other, and answers with their
times in microseconds: those of the SDK's client, or those of a bare stub.
"""

from __future__ import annotations

import os
import time
from typing import Callable, List

import grpc

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.grpc import api_pb2_grpc, api_remaining_pb2
from mattermost_plugin.models import CommandArgs, PluginContext, Post

CALLS = 2000


class OnTheLoop(Plugin):
    @hook(HookName.MessageWillBePosted)
    async def moderate(self, context: PluginContext, post: Post) -> Post:
        post.message = "seen: " + post.message
        return post


class OnAThread(Plugin):
    @hook(HookName.MessageWillBePosted)
    def moderate(self, context: PluginContext, post: Post) -> Post:
        post.message = "seen: " + post.message
        return post

    @hook(HookName.ExecuteCommand)
    def measure(self, context: PluginContext, args: CommandArgs) -> dict[str, str]:
        if args.command == "/bare":
            with grpc.insecure_channel(os.environ["MATTERMOST_PLUGIN_API_TARGET"]) as channel:
                stub = api_pb2_grpc.PluginAPIStub(channel)
                times = measured(
                    lambda: stub.GetServerVersion(api_remaining_pb2.GetServerVersionRequest())
                )
        else:
            times = measured(self.api.get_server_version)
        return {"text": " ".join(f"{each / 1000:.1f}" for each in times)}


def measured(call: Callable[[], object]) -> List[int]:
    """Return what each call took, in nanoseconds; the first tenth warms up and is left out."""
    times = []
    for _ in range(CALLS):
        start = time.perf_counter_ns()
        call()
        times.append(time.perf_counter_ns() - start)
    return times[CALLS // 10 :]


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(OnTheLoop if os.environ.get("KRAIT_BENCHMARK") == "async" else OnAThread)
