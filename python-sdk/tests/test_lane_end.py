"""The end of a server, or of a host, on the lane."""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
import time
from typing import Any, List, Set

import lane
import pytest
from lane import GOODBYE, CallsWire, Wire
from lane_example import (
    HEALTH,
    HOOKS,
    POSTED,
    SOON,
    UPDATED,
    Example,
    call,
    entered,
    in_folder,
    open_stream,
    request_of,
    served,
    text_of,
    until,
)
from support import wire

from mattermost_plugin._internal.lane import server as lane_server
from mattermost_plugin.grpc import lane_pb2
from mattermost_plugin.servicers.hooks_servicer import PluginHooksServicerImpl

pytestmark = pytest.mark.usefixtures("on_lane")


@pytest.mark.parametrize("method", [POSTED, UPDATED])
def test_a_server_that_stops_answers_what_it_has_read_and_nothing_else(method: str) -> None:
    plugin = Example()

    async def run() -> None:
        servicer = PluginHooksServicerImpl(plugin)
        path = f"{os.environ['LANE_TEST_FOLDER']}/hooks"
        loop = asyncio.get_running_loop()
        runner = servicer._runner
        server = lane_server.LaneServer(path, servicer, runner, loop, lambda: None)
        await server.start()
        group = "threads" if method == UPDATED else ""
        connection = await CallsWire.connect(path, group)
        idle = await CallsWire.connect(path, group)
        control = await CallsWire.connect(path, "control")
        message = "block" if method == UPDATED else "blink"
        read = connection.begin(*(call(n, method, message) for n in range(101, 105)))
        if method == UPDATED:
            await entered(plugin, 4)
        else:
            await connection.call(HOOKS + POSTED, request_of(POSTED, "begun"))
        stopping = asyncio.ensure_future(server.stop(SOON))
        await asyncio.wait_for(idle.ended.wait(), SOON)
        await until(lambda: connection.said_goodbye)
        (refused,) = connection.begin(call(109, method, "too late"))
        assert (await control.call(HEALTH, b"")).response == b"\x08\x02"
        plugin.release.set()
        answers = [await asyncio.wait_for(future, SOON) for future in read]
        assert [text_of(answer) for answer in answers] == [message.upper()] * 4
        with contextlib.suppress(lane.LaneRpcError):  # Or the connection was closed before.
            assert (await asyncio.wait_for(refused, SOON)).status == 14
        await asyncio.wait_for(connection.ended.wait(), SOON)
        await asyncio.wait_for(stopping, SOON)
        assert idle.said_goodbye and connection.said_goodbye
        await asyncio.wait_for(control.ended.wait(), SOON)
        assert control.said_goodbye
        for one in (connection, idle, control):
            await one.close()
        server.close()

    with in_folder():
        asyncio.run(run())
    assert plugin.seen == []


@pytest.mark.parametrize("group", ["", "threads"])
def test_a_host_that_has_no_more_calls_gets_its_answers(group: str) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target, group)
        method = UPDATED if group else POSTED
        futures = connection.begin(*(call(n, method, "last") for n in range(1, 20)))
        connection.wire.send(GOODBYE, lane_pb2.Goodbye())
        assert [text_of(await future) for future in futures] == ["LAST"] * 19
        await asyncio.wait_for(connection.ended.wait(), SOON)
        await connection.close()

    served(test)


def files() -> Set[str]:
    return {os.readlink(f"/proc/self/fd/{fd}") for fd in os.listdir("/proc/self/fd") if _is(fd)}


def _is(fd: str) -> bool:
    return os.path.islink(f"/proc/self/fd/{fd}")


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="files are counted there")
@pytest.mark.parametrize("abandoned", [False, True])
def test_nothing_is_left_when_a_server_has_stopped(abandoned: bool) -> None:
    plugin = Example()

    async def run() -> None:
        async with wire().serving(PluginHooksServicerImpl(plugin)) as target:
            calls = [await CallsWire.connect(target, group) for group in ("", "threads", "control")]
            for _ in range(20):
                await calls[1].call(HOOKS + UPDATED, request_of(UPDATED, "quick"))
            await calls[0].call(HOOKS + POSTED, request_of(POSTED, "quick"))
            wires = [await open_stream(target, "/echo"), await Wire.connect(target)]
            if abandoned:
                calls[0].begin(call(101, POSTED, "wait"))
                calls[1].begin(call(101, UPDATED, "until cancelled"))
                await entered(plugin, 2)
            else:
                await close(calls, wires)
        tasks = {task for task in asyncio.all_tasks() if task is not asyncio.current_task()}
        assert tasks <= {one.reading for one in calls}
        await close(calls, wires)

    async def close(calls: List[CallsWire], wires: List[Wire]) -> None:
        ends: List[Any] = [*calls, *wires]
        for end in ends:
            await end.close()

    before = {thread.name for thread in threading.enumerate()}
    files_before = files()
    asyncio.run(run())
    deadline = time.monotonic() + SOON
    while True:
        names = {thread.name for thread in threading.enumerate()} - before
        new = files() - files_before
        if not names and not new:
            break
        assert time.monotonic() < deadline, (names, new)
        time.sleep(0.01)
