"""A plugin that is served on the lane, by frames as a host sends them and by others."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import logging
import os
import threading
import time
from typing import Any, Awaitable, Callable, Iterator, List, Optional, Set

import lane
import pytest
from lane import ANSWER, CALL, END, GOODBYE, MESSAGE, OPEN, WELCOME, CallsWire, Wire, frame, hello
from support import use_wire, wire

from mattermost_plugin import HookName, Plugin, RuntimeConfig, hook
from mattermost_plugin._internal.lane import heartbeat, stream_connection
from mattermost_plugin._internal.lane import server as lane_server
from mattermost_plugin.grpc import hooks_message_pb2, hooks_user_channel_pb2, lane_pb2
from mattermost_plugin.grpc.hooks_http_pb2 import ServeHTTPRequest, ServeHTTPResponse
from mattermost_plugin.hook_runner import HookRunner
from mattermost_plugin.hooks import current_call
from mattermost_plugin.server import PluginServer
from mattermost_plugin.servicers.hooks_servicer import PluginHooksServicerImpl

SOON = 30.0
HOOKS = "mattermost.pluginapi.v1.PluginHooks/"
POSTED, UPDATED, CREATED = "MessageWillBePosted", "MessageWillBeUpdated", "UserHasBeenCreated"
HEALTH = "grpc.health.v1.Health/Check"


@pytest.fixture(autouse=True)
def on_lane() -> Iterator[None]:
    use_wire("lane")
    yield
    use_wire("grpc")


class Example(Plugin):
    """Coroutines on the loop, plain functions in threads."""

    def __init__(self) -> None:
        super().__init__()
        self.release = threading.Event()
        self.entered = threading.Semaphore(0)
        self.cancelled = threading.Event()
        self.seen: List[Any] = []

    @hook(HookName.MessageWillBePosted)
    async def moderate(self, context: Any, post: Any) -> Any:
        if post.message == "wait":
            self.entered.release()
            try:
                await asyncio.sleep(SOON)
            except asyncio.CancelledError:
                self.cancelled.set()
                raise
        if post.message == "stubborn":
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.sleep(SOON)
            self.cancelled.set()
            await asyncio.to_thread(self.release.wait, SOON)
        if post.message == "blink":
            await asyncio.sleep(0.05)
        if post.message == "where":
            task = asyncio.current_task()
            assert task is not None and task in asyncio.all_tasks()
            return str(current_call().hook_name)
        post.message = post.message.upper()
        return post

    @hook(HookName.MessageWillBeUpdated)
    def update(self, context: Any, new: Any, old: Any) -> Any:
        if new.message == "block":
            self.entered.release()
            assert self.release.wait(SOON)
        if new.message == "await":
            return self._later(new)
        if new.message == "until cancelled":
            self.entered.release()
            if current_call().wait_cancelled(SOON):
                self.cancelled.set()
        new.message = new.message.upper()
        return new

    async def _later(self, post: Any) -> Any:
        await asyncio.sleep(0)
        assert asyncio.current_task() is not None
        assert current_call().hook_name == UPDATED
        post.message = "awaited"
        return post

    @hook(HookName.UserHasBeenCreated)
    def created(self, context: Any, user: Any) -> None:
        self.seen.append(user.id)

    @hook(HookName.ServeHTTP)
    async def serve(self, context: Any, writer: Any, request: Any) -> None:
        if request.path == "/hold":
            try:
                await asyncio.sleep(SOON)
            except asyncio.CancelledError:
                self.cancelled.set()
                raise
        if request.path == "/early":
            writer.write("enough")
            return
        async for part in request.stream():
            await writer.write(part)


def request_of(method: str, message: str) -> bytes:
    post = {"message": message}
    if method == UPDATED:
        request: Any = hooks_message_pb2.MessageWillBeUpdatedRequest(
            plugin_context={}, new_post=post, old_post={}
        )
    elif method == POSTED:
        request = hooks_message_pb2.MessageWillBePostedRequest(plugin_context={}, post=post)
    else:
        request = hooks_user_channel_pb2.UserHasBeenCreatedRequest(
            plugin_context={}, user={"id": message}
        )
    data: bytes = request.SerializeToString()
    return data


def call(number: int, method: str, message: str, millis: int = 0) -> Any:
    return lane_pb2.Call(
        id=number,
        method=HOOKS + method,
        request=request_of(method, message),
        timeout_millis=millis,
    )


def text_of(answer: Any) -> str:
    assert answer.status == 0, answer
    response = hooks_message_pb2.MessageWillBePostedResponse.FromString(answer.response)
    return response.modified_post.message or response.rejection_reason


Test = Callable[[str, Example], Awaitable[None]]


def served(
    test: Test, plugin: Optional[Example] = None, runner: Optional[HookRunner] = None
) -> None:
    """Serve a plugin, and run a test with its address."""
    made = Example() if plugin is None else plugin

    async def run() -> None:
        servicer = PluginHooksServicerImpl(made, runner)
        async with wire().serving(servicer) as target:
            try:
                await asyncio.wait_for(test(target, made), SOON * 2)
            finally:
                made.release.set()

    asyncio.run(run())


async def until(condition: Callable[[], Any]) -> None:
    deadline = time.monotonic() + SOON
    while not condition():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.005)


async def entered(plugin: Example, times: int = 1) -> None:
    for _ in range(times):
        assert await asyncio.to_thread(plugin.entered.acquire, True, SOON)


async def is_closed(connection: Wire) -> bool:
    return await connection.next() is None


async def works(target: str) -> bool:
    """Whether the plugin answers on a connection of its own."""
    connection = await CallsWire.connect(target)
    answer = await connection.call(HOOKS + POSTED, request_of(POSTED, "yes"))
    await connection.close()
    return text_of(answer) == "YES"


# Beginnings


def test_the_greeting_names_the_groups() -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target)
        assert connection.groups == {
            HEALTH: "control",
            "plugin.GRPCController/Shutdown": "control",
            HOOKS + UPDATED: "threads",
            HOOKS + CREATED: "threads",
        }
        await connection.close()

    served(test)


@pytest.mark.parametrize(
    ("first", "status"),
    [
        (hello(version=0), 9),
        (hello(use=lane_pb2.USE_UNSPECIFIED), 3),
        (hello(group="nobody"), 5),
    ],
)
def test_who_asks_for_what_there_is_not_is_told_so(first: bytes, status: int, caplog: Any) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await Wire.connect(target)
        connection.writer.write(first)
        got = await connection.next()
        assert got is not None and got[0] == END
        assert got[1].status == status and got[1].status_text
        assert await is_closed(connection)
        assert await works(target)
        await connection.close()

    served(test)
    assert len(lines(caplog)) == 1


def test_a_newer_host_is_answered_in_the_version_that_is_spoken_here() -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await Wire.connect(target)
        connection.writer.write(hello(version=7))
        got = await connection.next()
        assert got is not None and got[0] == WELCOME and got[1].version == 1
        await connection.close()

    served(test)


def test_silence_is_not_waited_for(monkeypatch: Any, caplog: Any) -> None:
    monkeypatch.setattr(lane_server, "BEGINS_WITHIN", 0.05)

    async def test(target: str, plugin: Example) -> None:
        silent, half = await Wire.connect(target), await Wire.connect(target)
        half.writer.write(hello()[:-1])
        assert await is_closed(silent)
        assert await is_closed(half)
        assert await works(target)
        await silent.close()
        await half.close()

    served(test)
    assert lines(caplog) == ["a connection of the lane is closed: it says nothing"] * 2


def lines(caplog: Any) -> List[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


GARBAGE = {
    "text": b"GET / HTTP/1.1\r\n\r\n",
    "nothing": b"\0\0\0\0\0",
    "endless": b"\xff\xff\xff\xff" + bytes([CALL]),
    "unknown": frame(99, b"x"),
    "answer": frame(ANSWER, lane_pb2.Answer(id=1)),
    "no message": frame(CALL, b"\xff\xff\xff"),
}


@pytest.mark.parametrize("garbage", GARBAGE)
@pytest.mark.parametrize("begun", ["", "calls", "threads", "control", "streams"])
def test_garbage_costs_the_connection_on_which_it_comes(
    garbage: str, begun: str, caplog: Any
) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await Wire.connect(target)
        if begun:
            use = lane_pb2.USE_STREAMS if begun == "streams" else lane_pb2.USE_CALLS
            group = begun if begun in ("threads", "control") else ""
            connection.writer.write(hello(use, group))
            assert (await connection.next() or (0,))[0] == WELCOME
        connection.writer.write(GARBAGE[garbage])
        assert await is_closed(connection)
        await connection.close()
        assert await works(target)

    served(test)
    (line,) = lines(caplog)
    assert line.startswith("a connection of the lane is closed: it has ")


@pytest.mark.parametrize("group", ["", "threads", "control"])
def test_half_a_frame_is_no_call(group: str, caplog: Any) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target, group)
        connection.wire.writer.write(frame(CALL, call(1, CREATED, "half"))[:-1])
        await connection.close()
        assert await works(target)
        await until(lambda: lines(caplog))
        assert plugin.seen == []

    served(test)
    (line,) = lines(caplog)
    assert "in the middle of a frame" in line


@pytest.mark.parametrize("method", [POSTED, UPDATED])
def test_frames_may_be_cut_anywhere(method: str) -> None:
    async def test(target: str, plugin: Example) -> None:
        group = "threads" if method == UPDATED else ""
        connection = await Wire.connect(target)
        data = (
            hello(group=group)
            + frame(CALL, call(1, method, "a"))
            + frame(CALL, call(2, method, "b"))
        )
        for at in range(len(data)):
            connection.writer.write(data[at : at + 1])
            await connection.writer.drain()
            await asyncio.sleep(0)
        assert (await connection.next() or (0,))[0] == WELCOME
        answers = [await connection.next() for _ in range(2)]
        assert sorted(text_of(got[1]) for got in answers if got) == ["A", "B"]
        await connection.close()

    served(test)


def test_two_calls_with_one_number_break_the_protocol(caplog: Any) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target)
        connection.begin(call(1, POSTED, "wait"), call(1, POSTED, "wait"))
        await asyncio.wait_for(connection.ended.wait(), SOON)
        await connection.close()
        assert await works(target)

    served(test)
    assert lines(caplog) == [
        "a connection of the lane is closed: it has two calls with the number 1"
    ]


# Calls


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


@contextlib.contextmanager
def in_folder() -> Iterator[None]:
    import tempfile

    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANE_TEST_FOLDER", folder)
        yield


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


async def open_stream(target: str, path: str, connection: Optional[Wire] = None) -> Wire:
    opened = lane_pb2.Open(method=HOOKS + "ServeHTTP")
    if connection is None:
        connection = await Wire.connect(target)
        connection.writer.write(hello(lane_pb2.USE_STREAMS))
        assert (await connection.next() or (0,))[0] == WELCOME
    connection.send(OPEN, opened)
    first = ServeHTTPRequest()
    first.init.method, first.init.url, first.init.content_length = "POST", path, -1
    connection.send(MESSAGE, first)
    return connection


async def rest_of(connection: Wire) -> bytes:
    """The body of an answer, whose stream has ended well."""
    body = b""
    while True:
        got = await connection.next()
        assert got is not None
        if got[0] == END:
            assert got[1].status == 0, got
            return body
        body += ServeHTTPResponse.FromString(got[1]).body_chunk


def test_streams_follow_one_another_on_a_connection() -> None:
    async def test(target: str, plugin: Example) -> None:
        connection: Optional[Wire] = None
        for size in (0, 1, 70_000, 600_000):
            connection = await open_stream(target, "/echo", connection)
            body = os.urandom(size)
            for at in range(0, size, 300_000):
                connection.send(MESSAGE, ServeHTTPRequest(body_chunk=body[at : at + 300_000]))
            connection.send(MESSAGE, ServeHTTPRequest(body_complete=True))
            connection.send(END, lane_pb2.End())
            assert await rest_of(connection) == body
        assert connection is not None
        connection.send(OPEN, lane_pb2.Open(method="not/There"))
        got = await connection.next()
        assert got is not None and got[1].status == 12
        connection.send(MESSAGE, b"\xff\xff")
        connection.send(END, lane_pb2.End())
        connection.send(OPEN, lane_pb2.Open(method=HOOKS + UPDATED))
        connection.send(MESSAGE, request_of(UPDATED, "one message"))
        connection.send(END, lane_pb2.End())
        got = await connection.next()
        assert got is not None and got[0] == MESSAGE
        assert text_of(lane_pb2.Answer(response=got[1])) == "ONE MESSAGE"
        got = await connection.next()
        assert got is not None and got[0] == END and got[1].status == 0
        await connection.close()

    served(test)


def test_what_comes_after_an_early_answer_is_thrown_away_but_not_for_ever() -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await open_stream(target, "/early")
        assert await rest_of(connection) == b"enough"
        for _ in range(3):
            connection.send(MESSAGE, ServeHTTPRequest(body_chunk=b"x" * 1_000_000))
        connection.send(END, lane_pb2.End())
        await open_stream(target, "/early", connection)
        assert await rest_of(connection) == b"enough"
        with contextlib.suppress(ConnectionError):
            for _ in range(8):
                connection.send(MESSAGE, ServeHTTPRequest(body_chunk=b"x" * 1_000_000))
                await connection.writer.drain()
        assert await is_closed(connection)
        await connection.close()

    served(test)


def test_a_host_that_goes_while_nobody_reads_is_noticed(monkeypatch: Any) -> None:
    monkeypatch.setattr(stream_connection, "_WRITES_EVERY", 0.01)

    async def test(target: str, plugin: Example) -> None:
        connection = await open_stream(target, "/hold")
        chunk = frame(MESSAGE, ServeHTTPRequest(body_chunk=b"x" * 100_000))
        sent = 0
        with contextlib.suppress(asyncio.TimeoutError):
            while sent < 100:
                connection.writer.write(chunk)
                await asyncio.wait_for(connection.writer.drain(), 0.2)
                sent += 1
        assert sent < 100  # Nobody reads, so nobody can send.
        connection.writer.transport.abort()
        assert await asyncio.to_thread(plugin.cancelled.wait, SOON)

    served(test)


def test_a_stream_ends_at_its_time() -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await Wire.connect(target)
        connection.writer.write(hello(lane_pb2.USE_STREAMS))
        await connection.next()
        connection.send(OPEN, lane_pb2.Open(method=HOOKS + "ServeHTTP", timeout_millis=50))
        got = await connection.next()
        assert got is not None and got[0] == END and got[1].status == 4
        await connection.close()

    served(test)


def test_a_host_that_does_not_read_its_answers_is_not_read_from() -> None:
    async def test(target: str, plugin: Example) -> None:
        for group, method in (("", POSTED), ("threads", UPDATED)):
            connection = await Wire.connect(target)
            connection.writer.write(hello(group=group))
            assert (await connection.next() or (0,))[0] == WELCOME
            connection.writer.transport.pause_reading()  # type: ignore[attr-defined]
            one = call(1, method, "x" * 50_000)
            number = 0
            with contextlib.suppress(asyncio.TimeoutError):
                while number < 20_000:
                    number += 1
                    one.id = number
                    connection.send(CALL, one)
                    await asyncio.wait_for(connection.writer.drain(), 0.5)
            assert number < 20_000
            connection.writer.transport.resume_reading()  # type: ignore[attr-defined]
            for _ in range(number):
                got = await connection.next()
                assert got is not None and got[0] == ANSWER and got[1].status == 0
            await connection.close()

    served(test)
