from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import signal
import stat
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any, Dict, Iterator, List

import grpc
import pytest
from google.protobuf.empty_pb2 import Empty
from google.protobuf.wrappers_pb2 import Int32Value, StringValue
from support import FakeHost, child_environment, failed_call, wire

from mattermost_plugin import HookName, Plugin, RuntimeConfig, hook
from mattermost_plugin.grpc import (
    api_remaining_pb2,
    hooks_lifecycle_pb2,
    hooks_pb2_grpc,
    hooks_user_channel_pb2,
)
from mattermost_plugin.server import (
    PluginServer,
    format_handshake_line,
    serve_plugin,
)

SOON = 30.0
SCRIPT = Path(__file__).parent / "plugin_under_test.py"
USER = hooks_user_channel_pb2.UserHasLoggedInRequest(user={"id": "u"})
NEW_USER = hooks_user_channel_pb2.UserHasBeenCreatedRequest(user={"id": "u"})


class Host:
    """What a host does with a plugin that is served at `target`."""

    def __init__(self, target: str) -> None:
        self.channel = wire().channel(target)
        self.hooks: Any = hooks_pb2_grpc.PluginHooksStub(self.channel)

    def health(self, service: str = "plugin") -> int:
        check = self.channel.unary_unary(
            "/grpc.health.v1.Health/Check",
            StringValue.SerializeToString,
            Int32Value.FromString,
        )
        answer: Any = check(StringValue(value=service), timeout=SOON, wait_for_ready=True)
        return int(answer.value)

    def watch(self) -> Iterator[int]:
        watch = self.channel.unary_stream(
            "/grpc.health.v1.Health/Watch",
            StringValue.SerializeToString,
            Int32Value.FromString,
        )
        answers: Any = watch(StringValue(value="plugin"), timeout=SOON)
        return (answer.value for answer in answers)

    def shut_down(self) -> None:
        call: Any = self.channel.unary_unary(
            "/plugin.GRPCController/Shutdown", Empty.SerializeToString, Empty.FromString
        )
        call(Empty(), timeout=SOON)

    def stdio(self) -> Any:
        call: Any = self.channel.unary_stream(
            "/plugin.GRPCStdio/StreamStdio", Empty.SerializeToString, Empty.FromString
        )
        return call(Empty(), timeout=SOON)


class Hello(Plugin):
    @hook(HookName.OnActivate)
    async def on_activate(self) -> str:
        return threading.current_thread().name


def serving(work: Any, **options: Any) -> Any:
    """Serve a plugin, do `work` with server and host in a thread, and stop."""

    async def run() -> Any:
        server = PluginServer(Hello(), RuntimeConfig(), **options)
        await server.start()
        host = Host(server.target)
        try:
            return await asyncio.get_running_loop().run_in_executor(None, work, server, host)
        finally:
            host.channel.close()
            await server.stop(0)

    return asyncio.run(asyncio.wait_for(run(), SOON * 2))


def test_a_server_on_a_port(monkeypatch: Any) -> None:
    monkeypatch.delenv("PLUGIN_UNIX_SOCKET_DIR", raising=False)

    def work(server: PluginServer, host: Host) -> None:
        assert server.port > 0
        assert server.handshake_line == f"1|1|tcp|127.0.0.1:{server.port}|grpc"
        assert server.handshake_line == format_handshake_line(server.port)
        assert host.health() == host.health("") == 1
        with failed_call() as raised:
            host.health("other")
        assert raised.value.code() is grpc.StatusCode.NOT_FOUND
        answer = host.hooks.OnActivate(hooks_lifecycle_pb2.OnActivateRequest(), timeout=SOON)
        assert answer.error.message == "MainThread"

    serving(work)


@pytest.mark.usefixtures("over_both")
def test_a_server_on_a_socket(monkeypatch: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, value in wire().environment(folder).items():
            monkeypatch.setenv(name, value)

        def work(server: PluginServer, host: Host) -> None:
            (name,) = os.listdir(folder)
            assert server.handshake_line == f"1|1|unix|{folder}/{name}|{wire().name}"
            assert stat.S_IMODE(os.stat(f"{folder}/{name}").st_mode) == 0o600
            assert server.port == 0
            assert host.health() == 1

        serving(work)
        assert os.listdir(folder) == []


def test_a_folder_whose_name_is_too_long_for_a_socket(monkeypatch: Any, tmp_path: Path) -> None:
    folder = tmp_path / ("x" * 100)
    folder.mkdir()
    monkeypatch.setenv("PLUGIN_UNIX_SOCKET_DIR", str(folder))
    serving(lambda server, host: host.health() == 1 and server.port > 0)


@pytest.mark.usefixtures("over_both")
def test_a_server_starts_once_and_stops_as_often_as_you_like() -> None:
    async def run() -> None:
        server = PluginServer(Hello(), RuntimeConfig())
        await server.stop()
        port = await server.start()
        assert port == server.port
        with pytest.raises(RuntimeError, match="already started"):
            await server.start()
        await asyncio.gather(server.stop(), server.stop(), server.wait_for_termination())
        await server.stop()

    asyncio.run(asyncio.wait_for(run(), SOON))


def test_who_watches_learns_of_the_end() -> None:
    ended = threading.Event()
    seen: List[int] = []
    stdio: List[Any] = []

    async def run() -> None:
        loop = asyncio.get_running_loop()
        server = PluginServer(Hello(), RuntimeConfig())
        await server.start()
        host = Host(server.target)
        first = threading.Event()

        def follow() -> None:
            for status in host.watch():
                seen.append(status)
                first.set()
            ended.set()

        threading.Thread(target=follow, daemon=True).start()
        await loop.run_in_executor(None, first.wait, SOON)
        lines = host.stdio()
        threading.Thread(target=lambda: stdio.append(list(lines)), daemon=True).start()
        await loop.run_in_executor(None, host.health)
        await server.stop(SOON)
        assert await loop.run_in_executor(None, ended.wait, SOON)
        host.channel.close()

    asyncio.run(asyncio.wait_for(run(), SOON * 2))
    assert seen == [1, 2]
    assert stdio in ([], [[]])


@pytest.mark.usefixtures("over_both")
def test_a_server_says_that_the_host_wants_the_end() -> None:
    asked = threading.Event()

    def work(server: PluginServer, host: Host) -> None:
        server.on_shutdown = asked.set
        host.shut_down()
        assert asked.wait(SOON)

    serving(work)


def test_a_plugin_must_take_what_it_is_made_with() -> None:
    class Wrong(Plugin):
        def __init__(self) -> None: ...

    with pytest.raises(TypeError, match=r"Wrong.__init__ must take the arguments api and config"):
        asyncio.run(serve_plugin(Wrong, RuntimeConfig()))


@pytest.mark.usefixtures("over_both")
def test_serving_prints_the_handshake_and_ends_with_the_host(capsys: Any) -> None:
    # The usual one, or none where tests are run in the background.
    handler = signal.getsignal(signal.SIGINT)
    made = threading.Event()
    plugins: List[Plugin] = []

    class Printing(Plugin):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            print("printed")
            plugins.append(self)

        @hook(HookName.OnActivate)
        def on_activate(self) -> None:
            made.set()

    async def run() -> None:
        serving = asyncio.ensure_future(serve_plugin(Printing, RuntimeConfig(api_target="unix:/x")))
        text = ""
        while "\n" not in text:
            await asyncio.sleep(0.01)
            text += capsys.readouterr().out
        version, _, network, address, protocol = text.strip().split("|")
        assert (version, protocol) == ("1", wire().name)
        assert plugins[0].api.connected
        host = Host(f"unix:{address}" if network == "unix" else address)
        await asyncio.get_running_loop().run_in_executor(None, host.shut_down)
        await serving
        host.channel.close()

    asyncio.run(asyncio.wait_for(run(), SOON))
    assert not plugins[0].api.connected
    assert signal.getsignal(signal.SIGINT) is handler


class Process:
    """A plugin in a process of its own."""

    def __init__(self, folder: str, **environment: str) -> None:
        values: Dict[str, str] = {
            "MATTERMOST_PLUGIN": "Securely message teams, anywhere.",
            **wire().environment(folder),
            **environment,
        }
        self.process = subprocess.Popen(
            [sys.executable, str(SCRIPT)],
            env=child_environment(**values),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.line = self.process.stdout.readline()
        self.host = Host("unix:" + self.line.split("|")[3]) if self.line else None

    def end(self) -> str:
        """Wait until it has ended by itself; return what it wrote to stderr."""
        if self.host is not None:
            self.host.channel.close()
        # Waiting must not close stdin, which would be the end of the host.
        stdin, self.process.stdin = self.process.stdin, None
        try:
            out, err = self.process.communicate(timeout=SOON)
        finally:
            if stdin is not None:
                stdin.close()
        assert out == ""
        return err


@contextlib.contextmanager
def started(**environment: str) -> Iterator[Process]:
    with tempfile.TemporaryDirectory() as folder:
        process = Process(folder, **environment)
        try:
            yield process
        finally:
            process.process.kill()
            process.process.communicate()
            if process.host is not None:
                process.host.channel.close()


@pytest.mark.usefixtures("over_both")
def test_a_process_from_start_to_end(host: FakeHost) -> None:
    host.will_answer(api_remaining_pb2.GetServerVersionResponse(version="9.9"))
    with started(**host.environment) as plugin:
        assert plugin.host is not None
        assert plugin.line.startswith("1|1|unix|/") and plugin.line.endswith(f"|{wire().name}\n")
        answer = plugin.host.hooks.OnActivate(hooks_lifecycle_pb2.OnActivateRequest())
        assert not answer.HasField("error")
        plugin.host.shut_down()
        written = plugin.end().splitlines()
        assert plugin.process.returncode == 0
    assert "printed before anything else" in written
    assert "[INFO] print: printed while it is made" in written
    assert "[INFO] print: printed by a handler" in written
    assert "written to the descriptor" in written
    assert any(
        re.fullmatch(
            r"\[WARN\] py.warnings: .*plugin_under_test.py:\d+: UserWarning: out of date", line
        )
        for line in written
    )
    assert "printed by a child" in written
    at = written.index("[WARN] Example: version 9.9")
    assert written[at + 1] == "[WARN]   of the host"
    assert not any("not shown" in line for line in written)


@pytest.mark.usefixtures("over_both")
def test_a_process_logs_as_json_when_asked_to(host: FakeHost) -> None:
    host.will_fail(grpc.StatusCode.NOT_FOUND, "app.x.y: gone")
    with started(**host.environment, KRAIT_LOG_FORMAT="json") as plugin:
        assert plugin.host is not None
        answer = plugin.host.hooks.OnActivate(hooks_lifecycle_pb2.OnActivateRequest())
        assert (answer.error.id, answer.error.status_code) == ("app.x.y", 404)
        plugin.host.shut_down()
        lines = [json.loads(line) for line in plugin.end().splitlines() if line[0] == "{"]
    (failed,) = [line for line in lines if line["@level"] == "error"]
    assert failed["@message"] == "OnActivate failed"
    assert failed["@module"] == "Example"
    assert "NotFoundError: gone" in failed["error"]
    assert {"@level": "info", "@message": "printed by a handler"}.items() <= next(
        line.items() for line in lines if line["@message"] == "printed by a handler"
    )


@pytest.mark.usefixtures("over_both")
def test_a_host_without_an_api() -> None:
    with started(MATTERMOST_PLUGIN_API_TARGET="") as plugin:
        assert plugin.host is not None
        answer = plugin.host.hooks.OnActivate(hooks_lifecycle_pb2.OnActivateRequest())
        assert "the host offers no API" in answer.error.message


@pytest.mark.usefixtures("over_both")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signals_end_a_process(number: signal.Signals) -> None:
    with started() as plugin:
        plugin.process.send_signal(number)
        assert f"got {number.name}" in plugin.end()
        assert plugin.process.returncode == 0


@pytest.mark.usefixtures("over_both")
def test_a_process_ends_with_its_host() -> None:
    with started(KRAIT_EXIT_ON_STDIN_EOF="1") as plugin:
        assert plugin.process.stdin is not None
        plugin.process.stdin.close()
        assert "the host is gone" in plugin.end()


@pytest.mark.usefixtures("over_both")
def test_the_end_of_stdin_means_nothing_unless_the_host_says_so() -> None:
    with started(KRAIT_EXIT_ON_STDIN_EOF="") as plugin:
        assert plugin.process.stdin is not None and plugin.host is not None
        plugin.process.stdin.close()
        assert plugin.host.health() == 1
        plugin.host.shut_down()
        plugin.end()


@pytest.mark.usefixtures("over_both")
def test_a_blocked_event_loop_freezes_neither_health_nor_the_end() -> None:
    with started() as plugin:
        assert plugin.host is not None
        late = plugin.host.hooks.UserHasLoggedIn.future(USER, timeout=1)
        assert late.exception().code() is grpc.StatusCode.DEADLINE_EXCEEDED
        assert plugin.host.health() == 1
        plugin.host.shut_down()
        plugin.end()


@pytest.mark.usefixtures("over_both")
def test_a_thread_that_does_not_end_does_not_keep_the_process() -> None:
    with started() as plugin:
        assert plugin.host is not None
        late = plugin.host.hooks.UserHasBeenCreated.future(NEW_USER, timeout=1)
        assert late.exception().code() is grpc.StatusCode.DEADLINE_EXCEEDED
        plugin.process.send_signal(signal.SIGTERM)
        plugin.end()


@pytest.mark.parametrize(
    ("environment", "text"),
    [
        ({"MATTERMOST_PLUGIN": ""}, "This is a plugin: it is started by its host, not by hand."),
        ({"PLUGIN_PROTOCOL_VERSIONS": "2,3"}, "The host speaks the plugin protocol in version 2,3"),
    ],
)
def test_a_process_that_no_host_started(environment: Dict[str, str], text: str) -> None:
    with started(**environment) as plugin:
        assert plugin.line == ""
        assert text in plugin.end()
        assert plugin.process.returncode == 1
