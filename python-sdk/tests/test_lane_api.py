"""The API on the lane: what becomes of connections, and of calls on them."""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import sys
import tempfile
import threading
import time
from typing import Any, Callable, Iterator, List

import pytest
from lane import ANSWER, GOODBYE, CallsWire, LaneRpcError, frame
from lane_host import LaneHost
from support import child_environment

from mattermost_plugin import (
    AsyncPluginAPIClient,
    NotFoundError,
    PluginAPIClient,
    PluginAPIError,
    UnavailableError,
)
from mattermost_plugin._internal.lane import api_pool
from mattermost_plugin._internal.lane.api_pool import MOST_CONNECTIONS
from mattermost_plugin.grpc import api_remaining_pb2, common_pb2, hooks_command_pb2, lane_pb2

SOON = 30.0
VERSION = api_remaining_pb2.GetServerVersionResponse(version="9.9").SerializeToString()


class Host:
    """A host whose API is on the lane, and which does with calls as it is told."""

    def __init__(self, folder: str) -> None:
        self.path = f"{folder}/lane"
        self.calls = 0
        self.work: Callable[[], bytes] = lambda: VERSION
        self._lane = LaneHost(self.path, self._take)
        self._lane.__enter__()

    def _take(self, path: str, request: bytes) -> bytes:
        self.calls += 1
        return self.work()

    @property
    def lane(self) -> LaneHost:
        return self._lane

    def restart(self) -> None:
        self.stop()
        self._lane = LaneHost(self.path, self._take)
        self._lane.__enter__()

    def stop(self) -> None:
        self._lane.__exit__()

    def say_to_all(self, kind: int, message: Any) -> None:
        for connection in list(self._lane.connections):
            connection.send(kind, message)


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    with tempfile.TemporaryDirectory() as folder:
        made = Host(folder)
        monkeypatch.setenv("KRAIT_API_LANE", made.path)
        monkeypatch.setenv("MATTERMOST_PLUGIN_API_TARGET", f"unix:{folder}/grpc")
        yield made
        made.stop()


def until(condition: Callable[[], Any]) -> None:
    deadline = time.monotonic() + SOON
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def awaited(work: Callable[[AsyncPluginAPIClient], Any]) -> Any:
    async def run() -> Any:
        async with AsyncPluginAPIClient() as client:
            return await asyncio.wait_for(work(client), SOON)

    return asyncio.run(run())


def test_only_the_host_of_the_environment_is_called_on_the_lane(host: Host) -> None:
    with PluginAPIClient() as client:
        assert client.get_server_version() == "9.9"
    with PluginAPIClient("unix:/elsewhere") as other, pytest.raises(UnavailableError):
        other.get_server_version()
    options = [("grpc.max_receive_message_length", 1)]
    with PluginAPIClient(options=options) as other, pytest.raises(UnavailableError):
        other.get_server_version()
    assert host.calls == 1


def test_a_thread_after_the_other_uses_the_same_connection(host: Host) -> None:
    with PluginAPIClient() as client:
        for _ in range(5):
            thread = threading.Thread(target=client.get_server_version)
            thread.start()
            thread.join()
        assert (host.calls, host.lane.accepted) == (5, 1)
    until(lambda: not host.lane.connections)


def test_more_threads_than_connections_take_turns(host: Host) -> None:
    several = threading.Barrier(MOST_CONNECTIONS)
    seen: List[str] = []

    def work() -> bytes:
        several.wait(SOON)
        return VERSION

    host.work = work
    with PluginAPIClient() as client:
        threads = [
            threading.Thread(target=lambda: seen.append(client.get_server_version()))
            for _ in range(2 * MOST_CONNECTIONS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(SOON)
        assert seen == ["9.9"] * 2 * MOST_CONNECTIONS
        assert host.lane.accepted == MOST_CONNECTIONS


def test_who_waits_for_a_connection_waits_no_longer_than_the_timeout(
    host: Host, monkeypatch: Any
) -> None:
    monkeypatch.setattr(api_pool, "MOST_CONNECTIONS", 1)
    entered, release = threading.Event(), threading.Event()

    def work() -> bytes:
        entered.set()
        release.wait(SOON)
        return VERSION

    host.work = work
    with PluginAPIClient() as client:
        thread = threading.Thread(target=client.get_server_version)
        thread.start()
        assert entered.wait(SOON)
        with pytest.raises(UnavailableError, match="the host took too long"):
            client.with_timeout(0.05).get_server_version()
        release.set()
        thread.join(SOON)
        assert client.with_timeout(SOON).get_server_version() == "9.9"


def test_idle_connections_are_closed_but_a_few(host: Host, monkeypatch: Any) -> None:
    several = threading.Barrier(10)
    host.work = lambda: VERSION if several.wait(SOON) >= 0 else b""
    with PluginAPIClient() as client:
        threads = [threading.Thread(target=client.get_server_version) for _ in range(10)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(SOON)
        host.work = lambda: VERSION
        monkeypatch.setattr(api_pool, "_IDLE", -1.0)
        for _ in range(20):
            client.get_server_version()
        until(lambda: len(host.lane.connections) <= 4)


@pytest.mark.parametrize("goodbye", [True, False])
def test_a_host_that_restarts_is_called_again(host: Host, goodbye: bool) -> None:
    with PluginAPIClient() as client:
        assert client.get_server_version() == "9.9"
        if goodbye:
            host.say_to_all(GOODBYE, lane_pb2.Goodbye())
        host.restart()
        assert client.get_server_version() == "9.9"
    assert host.calls == 2


def test_a_host_that_restarts_is_called_again_by_coroutines(host: Host) -> None:
    async def work(client: AsyncPluginAPIClient) -> None:
        assert await client.get_server_version() == "9.9"
        await asyncio.to_thread(host.restart)
        transport: Any = client._connection.transport
        key = asyncio.get_running_loop(), False
        while transport._is_ready(key):
            await asyncio.sleep(0.005)
        assert await client.get_server_version() == "9.9"

    awaited(work)
    assert host.calls == 2


def test_a_call_that_was_not_begun_is_made_again(host: Host) -> None:
    first = threading.Event()

    def work() -> bytes:
        if not first.is_set():
            first.set()
            host.say_to_all(GOODBYE, lane_pb2.Goodbye())
            raise LaneRpcError(14, "comes after goodbye")
        return VERSION

    host.work = work
    with PluginAPIClient() as client:
        host.calls = 0
        host.work = lambda: VERSION
        client.get_server_version()
        host.work = work
        assert client.get_server_version() == "9.9"
    assert host.calls == 3
    first.clear()
    assert awaited(lambda client: client.get_server_version()) == "9.9"
    assert host.calls == 5


@pytest.mark.parametrize("asynchronous", [False, True])
def test_a_connection_that_breaks_fails_its_calls(host: Host, asynchronous: bool) -> None:
    def work() -> bytes:
        for connection in list(host.lane.connections):
            connection.break_off()
        return VERSION

    host.work = work
    failing = pytest.raises(UnavailableError, match="GetServerVersion: the host cannot be reached")
    if asynchronous:
        with failing:
            awaited(lambda client: client.get_server_version())
    else:
        with PluginAPIClient() as client:
            with failing:
                client.get_server_version()
            host.work = lambda: VERSION
            assert client.get_server_version() == "9.9"
    assert host.calls <= 2


@pytest.mark.parametrize("asynchronous", [False, True])
@pytest.mark.parametrize(
    "garbage",
    [b"\0\0\0\0\0", b"\xff\xff\xff\xff\x04", frame(99, b""), frame(ANSWER, b"\xff\xff")],
    ids=["nothing", "endless", "unknown", "no message"],
)
def test_garbage_from_the_host_fails_the_call(
    host: Host, garbage: bytes, asynchronous: bool
) -> None:
    over = threading.Event()

    def work() -> bytes:
        for connection in list(host.lane.connections):
            connection.send_raw(garbage)
        over.wait(SOON)
        return VERSION

    host.work = work
    with pytest.raises(UnavailableError, match="the host cannot be reached: the connection was"):
        if asynchronous:
            awaited(lambda client: client.get_server_version())
        else:
            with PluginAPIClient() as client:
                client.get_server_version()
    over.set()


def test_a_timeout_ends_a_call_and_the_next_one_is_answered(host: Host) -> None:
    release = threading.Event()

    def work() -> bytes:
        release.wait(SOON)
        return VERSION

    host.work = work

    async def late(client: AsyncPluginAPIClient) -> None:
        with pytest.raises(UnavailableError, match="the host took too long"):
            await client.with_timeout(0.05).get_server_version()
        (connection,) = host.lane.connections
        while not connection.cancelled:
            await asyncio.sleep(0.005)
        release.set()
        assert await client.with_timeout(SOON).get_server_version() == "9.9"

    awaited(late)
    assert host.lane.accepted == 1


def test_a_cancelled_call_is_cancelled_at_the_host(host: Host) -> None:
    entered, release = threading.Event(), threading.Event()

    def work() -> bytes:
        entered.set()
        release.wait(SOON)
        return VERSION

    host.work = work

    async def cancel(client: AsyncPluginAPIClient) -> None:
        task = asyncio.ensure_future(client.get_server_version())
        await asyncio.to_thread(entered.wait, SOON)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        (connection,) = host.lane.connections
        while connection.cancelled != {1}:
            await asyncio.sleep(0.005)
        release.set()
        assert await client.get_server_version() == "9.9"

    awaited(cancel)


def test_coroutines_share_a_connection_in_each_loop(host: Host) -> None:
    with PluginAPIClient() as client:
        api = client.as_async()

        async def many() -> List[str]:
            return list(await asyncio.gather(*(api.get_server_version() for _ in range(100))))

        for _ in range(3):
            assert asyncio.run(many()) == ["9.9"] * 100
        assert host.lane.accepted == 3
        # A loop takes its connection with it.
        until(lambda: not host.lane.connections)


def test_large_requests_do_not_hold_up_others(host: Host) -> None:
    async def work(client: AsyncPluginAPIClient) -> None:
        host.work = lambda: b""
        await asyncio.gather(client.kv_set("k", b"x" * 200_000), client.kv_set("k", b"x"))

    awaited(work)
    assert host.lane.accepted == 2


@pytest.mark.parametrize("asynchronous", [False, True])
def test_calls_end_with_their_client(host: Host, asynchronous: bool) -> None:
    entered, release = threading.Event(), threading.Event()

    def work() -> bytes:
        entered.set()
        release.wait(SOON)
        return VERSION

    host.work = work
    client = PluginAPIClient()
    client.connect()
    failed: List[BaseException] = []

    def call() -> None:
        try:
            if asynchronous:
                asyncio.run(client.as_async().get_server_version())
            else:
                client.get_server_version()
        except PluginAPIError as error:
            failed.append(error)

    thread = threading.Thread(target=call)
    thread.start()
    assert entered.wait(SOON)
    client.close()
    thread.join(SOON)
    release.set()
    (error,) = failed
    assert "the call was cancelled" in str(error)
    until(lambda: not host.lane.connections)


@pytest.mark.parametrize("asynchronous", [False, True])
def test_a_host_that_does_not_listen_or_does_not_greet(
    host: Host, asynchronous: bool, monkeypatch: Any
) -> None:
    def call(reason: str) -> None:
        with pytest.raises(UnavailableError, match=f"the host cannot be reached: .*{reason}"):
            if asynchronous:
                awaited(lambda client: client.get_server_version())
            else:
                with PluginAPIClient() as client:
                    client.get_server_version()

    monkeypatch.setenv("KRAIT_API_LANE", host.path + "x")
    call("No such file")
    monkeypatch.setenv("KRAIT_API_LANE", host.path)
    host.lane.refuses = lane_pb2.End(status=9, status_text="another version")
    call("does not take the connection: another version")


def test_all_of_an_error_that_comes_as_a_status_is_known(host: Host) -> None:
    told = common_pb2.AppError(id="a.b", message="gone", status_code=404, where="there")
    answer = lane_pb2.Answer(status=5, status_text="gone", app_error=told.SerializeToString())

    over = threading.Event()

    def work() -> bytes:
        answer.id = 1
        host.say_to_all(ANSWER, answer)
        over.wait(SOON)
        return VERSION

    host.work = work
    with PluginAPIClient() as client, pytest.raises(NotFoundError, match="gone") as raised:
        client.get_server_version()
    over.set()
    assert (raised.value.error_id, raised.value.where) == ("a.b", "there")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_a_child_process_has_connections_of_its_own(host: Host) -> None:
    with PluginAPIClient() as client:
        assert client.get_server_version() == "9.9"
        child = os.fork()
        if child == 0:
            status = 1
            with contextlib.suppress(BaseException):
                status = 0 if client.get_server_version() == "9.9" else 1
            os._exit(status)
        assert os.waitpid(child, 0)[1] == 0
        assert host.lane.accepted == 2
        assert client.get_server_version() == "9.9"
        assert host.lane.accepted == 2


PLUGIN = """
import sys
from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.server import run_plugin

class Example(Plugin):
    @hook(HookName.ExecuteCommand)
    def execute(self, context, args):
        return {"text": f"{self.api.get_server_version()} {'grpc' in sys.modules}"}

    @hook(HookName.UserWillLogIn)
    async def login(self, context, user):
        return f"{await self.async_api.get_server_version()} {'grpc' in sys.modules}"

run_plugin(Example)
"""


def test_a_plugin_on_the_lane_does_without_grpc(host: Host) -> None:
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [sys.executable, "-c", PLUGIN],
            env=child_environment(
                MATTERMOST_PLUGIN="Securely message teams, anywhere.",
                PLUGIN_UNIX_SOCKET_DIR=folder,
                KRAIT_LANE="1",
            ),
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        line = process.stdout.readline()
        try:
            text, reason = asyncio.run(_ask(line.split("|")[3]))
        finally:
            process.wait(SOON)
            process.stdout.close()
    assert line.endswith("|lane\n")
    assert text == "9.9 False"
    assert reason == "9.9 False"


async def _ask(path: str) -> Any:
    from mattermost_plugin.grpc import hooks_user_channel_pb2

    hooks = "mattermost.pluginapi.v1.PluginHooks/"
    command = hooks_command_pb2.ExecuteCommandRequest(plugin_context={}, args={})
    login = hooks_user_channel_pb2.UserWillLogInRequest(plugin_context={}, user={})
    calls = await CallsWire.connect(path)
    threads = await CallsWire.connect(path, "threads")
    control = await CallsWire.connect(path, "control")
    executed = await threads.call(hooks + "ExecuteCommand", command.SerializeToString(), SOON)
    logged_in = await calls.call(hooks + "UserWillLogIn", login.SerializeToString(), SOON)
    await control.call("plugin.GRPCController/Shutdown", b"", SOON)
    for one in (calls, threads, control):
        await asyncio.wait_for(one.ended.wait(), SOON)
        await one.close()
    return (
        hooks_command_pb2.ExecuteCommandResponse.FromString(executed.response).response.text,
        hooks_user_channel_pb2.UserWillLogInResponse.FromString(
            logged_in.response
        ).rejection_reason,
    )
