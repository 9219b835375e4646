"""Calls on the lane: their ends, turns, threads and limits."""

from __future__ import annotations

import asyncio
import contextvars
import os
import threading
from typing import Any, List

import lane
import pytest
from lane import CallsWire
from lane_example import (
    CREATED,
    HEALTH,
    HOOKS,
    POSTED,
    SOON,
    UPDATED,
    Example,
    call,
    entered,
    in_folder,
    lines,
    request_of,
    served,
    text_of,
    until,
)

from mattermost_plugin import HookName, Plugin, RuntimeConfig, hook
from mattermost_plugin._internal.lane import heartbeat
from mattermost_plugin.grpc import lane_pb2
from mattermost_plugin.hook_runner import HookRunner
from mattermost_plugin.hooks import current_call
from mattermost_plugin.server import PluginServer

pytestmark = pytest.mark.usefixtures("on_lane")


@pytest.mark.parametrize("group", ["", "threads", "control"])
def test_every_method_is_answered_on_every_connection(group: str) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target, group)
        for method in (POSTED, UPDATED):
            answer = await connection.call(HOOKS + method, request_of(method, "text"))
            assert text_of(answer) == "TEXT"
        assert (await connection.call(HEALTH, b"")).response == b"\x08\x01"
        with pytest.raises(lane.LaneRpcError) as raised:
            await connection.call(HOOKS + "NotThere", b"")
        assert raised.value.code().value[0] == 12
        with pytest.raises(lane.LaneRpcError) as raised:
            await connection.call(HEALTH, b"\x0a\x01x")
        assert raised.value.code().value[0] == 5
        await connection.close()

    served(test)


def test_a_coroutine_has_a_task_and_a_call_of_its_own() -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target)
        for future in connection.begin(*(call(n, POSTED, "where") for n in range(1, 20))):
            assert text_of(await future) == POSTED
        await connection.close()

    served(test)


def test_a_function_may_return_a_coroutine() -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target, "threads")
        for _ in range(10):
            answer = await connection.call(HOOKS + UPDATED, request_of(UPDATED, "await"))
            assert text_of(answer) == "awaited"
        await connection.close()

    served(test)


@pytest.mark.parametrize("method", [POSTED, UPDATED])
def test_a_cancelled_call_has_no_answer(method: str, caplog: Any) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target, "threads" if method == UPDATED else "")
        message = "until cancelled" if method == UPDATED else "wait"
        (cancelled,) = connection.begin(call(1, method, message))
        await entered(plugin)
        connection.cancel(1)
        assert await asyncio.to_thread(plugin.cancelled.wait, SOON)
        answer = await connection.call(HOOKS + method, request_of(method, "next"))
        assert text_of(answer) == "NEXT"
        assert not cancelled.done()
        await connection.close()

    served(test)
    assert lines(caplog) == []


@pytest.mark.parametrize("method", [POSTED, UPDATED])
def test_a_lost_host_waits_for_nothing(method: str, caplog: Any) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target, "threads" if method == UPDATED else "")
        connection.begin(call(1, method, "until cancelled" if method == UPDATED else "wait"))
        await entered(plugin)
        await connection.close()
        assert await asyncio.to_thread(plugin.cancelled.wait, SOON)

    served(test)
    assert lines(caplog) == []


def test_a_coroutine_that_does_not_heed_its_end_is_answered_for(caplog: Any) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target)
        (late,) = connection.begin(call(1, POSTED, "stubborn", 100))
        answer = await asyncio.wait_for(late, SOON)
        assert answer.status == 4
        assert "MessageWillBePosted took longer than 0.0" in answer.status_text
        assert await asyncio.to_thread(plugin.cancelled.wait, SOON)
        await connection.close()

    served(test)
    (line,) = lines(caplog)
    assert "; it was at " in line and line.endswith("in moderate")


@pytest.mark.parametrize("warm", [0, 20])
def test_a_late_function_is_answered_for_with_the_line_where_it_was(warm: int, caplog: Any) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target, "threads")
        for _ in range(warm):
            await connection.call(HOOKS + UPDATED, request_of(UPDATED, "quick"))
        # Long enough for a busy machine to begin the handler.
        (late,) = connection.begin(call(100, UPDATED, "block", 600))
        answer = await asyncio.wait_for(late, SOON)
        assert answer.status == 4
        await connection.close()

    served(test)
    (line,) = lines(caplog)
    assert "MessageWillBeUpdated took longer than 0.5" in line
    assert line.endswith("in update")


# Turns


def in_turn(number: int, method: str, message: str) -> Any:
    one = call(number, method, message)
    one.in_turn = True
    return one


@pytest.mark.parametrize(("method", "held"), [(POSTED, "wait"), (UPDATED, "block")])
@pytest.mark.parametrize("group", ["", "threads"])
def test_a_call_in_turn_begins_when_the_one_before_it_has_ended(
    method: str, held: str, group: str
) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target, group)
        first, second, third = connection.begin(
            in_turn(1, CREATED, "first"), in_turn(2, method, held), in_turn(3, CREATED, "third")
        )
        (beside,) = connection.begin(call(4, CREATED, "beside"))
        await asyncio.gather(first, beside)
        await entered(plugin)
        assert not second.done() and not third.done()
        assert "third" not in plugin.seen
        # Nobody waits for it any more, and it holds up nobody.
        connection.cancel(2)
        await third
        assert [one for one in plugin.seen if one != "beside"] == ["first", "third"]
        await connection.close()

    served(test)


@pytest.mark.parametrize("group", ["", "threads"])
def test_many_calls_in_turn_keep_their_order(group: str) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target, group)
        for first in range(0, 2000, 200):
            names = [str(number) for number in range(first, first + 200)]
            calls = (in_turn(1 + int(name), CREATED, name) for name in names)
            await asyncio.gather(*connection.begin(*calls))
        assert plugin.seen == [str(number) for number in range(2000)]
        await connection.close()

    served(test)


def test_coroutines_in_turn_have_contexts_of_their_own() -> None:
    seen: List[str] = []
    value: contextvars.ContextVar[str] = contextvars.ContextVar("value", default="nothing")

    class Remembering(Example):
        @hook(HookName.UserHasLoggedIn)
        async def logged_in(self, context: Any, user: Any) -> None:
            seen.append(value.get())
            value.set(user.id)
            await asyncio.sleep(0)
            assert value.get() == user.id
            assert current_call().hook_name == "UserHasLoggedIn"

    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target)
        await asyncio.gather(
            *connection.begin(*(in_turn(n, "UserHasLoggedIn", str(n)) for n in range(1, 41)))
        )
        assert seen == ["nothing"] * 40
        await connection.close()

    served(test, Remembering())


@pytest.mark.parametrize("group", ["", "threads"])
def test_a_call_in_turn_that_is_given_up_before_never_begins(group: str) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target, group)
        held, _, last = connection.begin(
            in_turn(1, UPDATED, "block"), in_turn(2, CREATED, "never"), in_turn(3, CREATED, "last")
        )
        await entered(plugin)
        connection.cancel(2)
        # With its answer the cancellation has been read as well.
        (asked,) = connection.begin(lane_pb2.Call(id=100, method=HEALTH))
        await asked
        plugin.release.set()
        await asyncio.gather(held, last)
        assert plugin.seen == ["last"]
        await connection.close()

    served(test)


@pytest.mark.parametrize(("method", "held"), [(POSTED, "wait"), (UPDATED, "block")])
def test_a_late_call_in_turn_holds_up_nobody(method: str, held: str) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target, "threads" if method == UPDATED else "")
        late = in_turn(1, method, held)
        late.timeout_millis = 100
        _, following = connection.begin(late, in_turn(2, CREATED, "following"))
        await following
        assert plugin.seen == ["following"]
        await connection.close()

    served(test)


# Threads


def test_as_many_functions_block_at_once_as_there_are_threads() -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target, "threads")
        for _ in range(20):  # So that they are taken for quick.
            await connection.call(HOOKS + UPDATED, request_of(UPDATED, "quick"))
        blocked = connection.begin(*(call(100 + n, UPDATED, "block") for n in range(32)))
        await entered(plugin, 32)
        assert (await connection.call(HEALTH, b"")).response == b"\x08\x01"
        plugin.release.set()
        for future in blocked:
            assert text_of(await future) == "BLOCK"
        await connection.close()

    served(test)


def test_a_quick_function_that_blocks_after_all_holds_up_nobody() -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target, "threads")
        for round_ in range(1, 12):
            for _ in range(20):
                await connection.call(HOOKS + UPDATED, request_of(UPDATED, "quick"))
            number = 1000 * round_
            first, blocked, other = connection.begin(
                call(number, CREATED, "before"),
                call(number + 1, UPDATED, "block"),
                call(number + 2, CREATED, "after"),
            )
            await asyncio.wait_for(asyncio.gather(first, other), SOON)
            assert not blocked.done()
            if round_ < 11:
                plugin.release.set()
                assert text_of(await blocked) == "BLOCK"
                plugin.release.clear()
        assert sum(t.name == "hook-reader" for t in threading.enumerate()) <= 6
        await connection.close()

    served(test)


def test_too_many_calls_for_the_threads_are_refused(caplog: Any) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target, "threads")
        held = connection.begin(*(call(n, UPDATED, "block") for n in (1, 2)))
        await entered(plugin)
        (refused,) = connection.begin(call(3, UPDATED, "block"))
        answer = await refused
        assert answer.status == 8
        assert answer.status_text == f"{UPDATED}: too many calls are waiting for a thread"
        plugin.release.set()
        await asyncio.gather(*held)
        await connection.close()

    served(test, runner=HookRunner(workers=1, waiting=1))


def test_what_waits_too_long_for_a_thread_is_late_and_never_runs() -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target, "threads")
        (held,) = connection.begin(call(1, UPDATED, "block"))
        await entered(plugin)
        (late,) = connection.begin(call(2, CREATED, "late", 100))
        assert (await asyncio.wait_for(late, SOON)).status == 4
        plugin.release.set()
        await held
        await connection.call(HOOKS + CREATED, request_of(CREATED, "last"))
        assert plugin.seen == ["last"]
        await connection.close()

    served(test, runner=HookRunner(workers=1))


@pytest.mark.parametrize("group", ["", "threads"])
def test_large_answers_wait_for_who_reads(group: str) -> None:
    async def test(target: str, plugin: Example) -> None:
        method = UPDATED if group else POSTED
        connection = await CallsWire.connect(target, group)
        large = "m" * 5_000_000
        for future in connection.begin(*(call(n, method, large) for n in range(1, 9))):
            assert len(text_of(await future)) == len(large)
        await connection.close()

    served(test)


# The end


def test_a_coroutine_that_blocks_the_loop_is_named(monkeypatch: Any, caplog: Any) -> None:
    monkeypatch.setattr(heartbeat, "STEP", 0.02)
    begun, noticed = threading.Event(), threading.Event()

    class Blocking(Plugin):
        @hook(HookName.MessageWillBePosted)
        async def moderate(self, context: Any, post: Any) -> Any:
            begun.set()
            return str(noticed.wait(SOON))

    async def ask(target: str) -> str:
        connection = await CallsWire.connect(target)
        control = await CallsWire.connect(target, "control")
        (answer,) = connection.begin(call(1, POSTED, "x"))
        assert await asyncio.to_thread(begun.wait, SOON)
        assert (await control.call(HEALTH, b"")).response == b"\x08\x01"
        await until(lambda: "blocks the event loop" in caplog.text)
        noticed.set()
        text = text_of(await answer)
        await connection.close()
        await control.close()
        return text

    async def run() -> str:
        server = PluginServer(Blocking(), RuntimeConfig())
        await server.start()
        try:
            return await asyncio.to_thread(asyncio.run, ask(server.target))
        finally:
            await server.stop(0)

    with in_folder():
        monkeypatch.setenv("KRAIT_LANE", "1")
        monkeypatch.setenv("PLUGIN_UNIX_SOCKET_DIR", os.environ["LANE_TEST_FOLDER"])
        assert asyncio.run(run()) == "True"
    (line,) = lines(caplog)
    assert "in moderate" in line


# Streams
