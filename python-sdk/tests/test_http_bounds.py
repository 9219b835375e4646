"""HTTP requests over a real wire: what waits for whom, and takes no more than it may."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from typing import Any, AsyncIterator, Awaitable, Callable, List

import pytest
from support import child_environment, wire
from test_hooks import exchange
from test_http import SOON, request, send, serving

from mattermost_plugin._internal.http_streams import HIGH, Incoming, Outgoing
from mattermost_plugin.grpc.hooks_http_pb2 import ServeHTTPRequest
from mattermost_plugin.servicers.hooks_servicer import (
    PluginHooksServicerImpl,
)

pytestmark = pytest.mark.usefixtures("over_both")


def test_idle_streams_have_no_threads() -> None:
    count = 200

    async def handle(self: Any, context: Any, w: Any, r: Any) -> None:
        w.write_header(200)
        await w.flush()
        await asyncio.sleep(SOON)

    async def work(stub: Any) -> int:
        before = set(threading.enumerate())
        streams = [await send(stub, request()) for _ in range(count)]
        for stream in streams:
            first = await stream.read()
            assert first.HasField("init")
            assert first.flush
        started = set(threading.enumerate()) - before
        for stream in streams:
            stream.cancel()
        return len(started)

    assert exchange(PluginHooksServicerImpl(serving(handle)), work) == 0


def on_loop(work: Callable[[], Awaitable[Any]]) -> Any:
    async def run() -> Any:
        return await asyncio.wait_for(work(), SOON)

    return asyncio.run(run())


def test_who_writes_in_a_thread_waits_for_who_reads() -> None:
    async def work() -> None:
        outgoing = Outgoing()
        put: List[int] = []

        def write() -> None:
            for number in range(40):
                outgoing.put(b"x" * 65536, False, False)
                put.append(number)

        thread = threading.Thread(target=write)
        thread.start()
        for taken in range(40):
            piece = await outgoing.take()
            assert piece is not None
            outgoing.sent(piece)
            assert len(put) <= taken + 1 + HIGH // 65536
        thread.join()

    on_loop(work)


def test_who_sends_waits_for_who_reads() -> None:
    sent: List[int] = []

    async def messages() -> AsyncIterator[Any]:
        for number in range(40):
            sent.append(number)
            yield ServeHTTPRequest(body_chunk=b"x" * 65536, body_complete=number == 39)

    async def work() -> None:
        incoming = Incoming(b"", False)
        feeding = asyncio.ensure_future(incoming.feed(messages()))
        taken = 0
        while await incoming.aget():
            taken += 1
            assert len(sent) <= taken + HIGH // 65536
        await feeding
        assert taken == 40

    on_loop(work)


def test_reading_never_blocks_the_loop_through_which_the_body_comes() -> None:
    async def work() -> None:
        with pytest.raises(RuntimeError, match=r"await request.read\(\)"):
            Incoming(b"", False).get()

    on_loop(work)


MEMORY = """
import asyncio, resource, sys
sys.path[:0] = sys.argv[1:]
from test_http import *

async def work(stub):
    stream = stub.ServeHTTP()
    first, rest = request(b"", b"x" * 65536, complete=False)
    await stream.write(first)

    async def sending():
        for _ in range(1024):
            await stream.write(rest)
        await stream.write(ServeHTTPRequest(body_complete=True))

    task = asyncio.ensure_future(sending())
    before, size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, 0
    async for message in stream:
        size += len(message.body_chunk)
    await task
    print(size, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)

for handler in (piecewise, async_piecewise):
    exchange(PluginHooksServicerImpl(serving(handler)), work)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units there")
def test_memory_does_not_grow_with_the_body() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MEMORY, *sys.path],
        env=child_environment(GRPC_ENABLE_FORK_SUPPORT="0", KRAIT_TEST_WIRE=wire().name),
        capture_output=True,
        text=True,
        timeout=SOON * 4,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for line in done.stdout.splitlines():
        size, grown = map(int, line.split())
        assert size == 64 * 1024 * 1024
        assert grown < 24
