"""The clients' life: connected, used, closed."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
import time
from typing import Any, List

import grpc
import pytest
from support import FakeHost, child_environment

from mattermost_plugin import AsyncPluginAPIClient, PluginAPIClient, UnavailableError
from mattermost_plugin._internal.token import api_token
from mattermost_plugin.exceptions import PluginAPIError, convert_app_error, convert_grpc_error
from mattermost_plugin.grpc import api_remaining_pb2, common_pb2


def test_a_target_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATTERMOST_PLUGIN_API_TARGET", "unix:/x")
    assert PluginAPIClient().target == "unix:/x"
    assert AsyncPluginAPIClient("other").target == "other"

    monkeypatch.delenv("MATTERMOST_PLUGIN_API_TARGET")
    with pytest.raises(RuntimeError, match="MATTERMOST_PLUGIN_API_TARGET"):
        PluginAPIClient()


def test_a_client_is_connected_once() -> None:
    client = PluginAPIClient("unix:/nowhere")
    assert not client.connected
    with pytest.raises(RuntimeError, match="not connected"):
        client.get_server_version()

    client.connect()
    assert client.connected
    with pytest.raises(RuntimeError, match="already connected"):
        client.connect()

    client.close()
    client.close()
    assert not client.connected
    assert repr(client) == "<PluginAPIClient unix:/nowhere, not connected>"


def test_an_async_client_is_connected_once() -> None:
    async def use() -> None:
        client = AsyncPluginAPIClient("unix:/nowhere")
        with pytest.raises(RuntimeError, match="not connected"):
            await client.get_server_version()
        async with client:
            with pytest.raises(RuntimeError, match="already connected"):
                await client.connect()
        await client.close()
        assert not client.connected

    asyncio.run(use())


def test_a_host_that_is_not_there_is_unavailable() -> None:
    with (
        PluginAPIClient("unix:/nowhere") as client,
        pytest.raises(UnavailableError, match="GetServerVersion: the host cannot be reached"),
    ):
        client.get_server_version()


@pytest.mark.parametrize("any_host", ["grpc"], indirect=True)
def test_the_host_of_the_environment_and_no_other_gets_the_token(
    host: FakeHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KRAIT_API_TOKEN", "a-long-secret-token")
    host.will_answer(api_remaining_pb2.GetServerVersionResponse(version="1"))

    with PluginAPIClient(host.target) as client:
        client.get_server_version()
    assert host.authorization == ""

    monkeypatch.setenv("MATTERMOST_PLUGIN_API_TARGET", host.target)
    with PluginAPIClient() as client:
        client.get_server_version()
        assert host.authorization == "Bearer a-long-secret-token"

        host.authorization = ""
        asyncio.run(client.as_async().get_server_version())
        assert host.authorization == "Bearer a-long-secret-token"

    async def use() -> None:
        async with AsyncPluginAPIClient() as client:
            await client.get_server_version()

    host.authorization = ""
    asyncio.run(use())
    assert host.authorization == "Bearer a-long-secret-token"


TELL_TOKEN = (
    "import os\n"
    "from mattermost_plugin._internal.token import api_token\n"
    "print(api_token(), api_token(), os.environ['KRAIT_API_TOKEN'], os.read(0, 100).decode())\n"
)


def test_the_token_is_the_first_line_of_stdin_where_the_host_says_so() -> None:
    told = subprocess.run(
        [sys.executable, "-c", TELL_TOKEN],
        input="KRAIT_API_TOKEN=secret-secret\nmore",
        env=child_environment(KRAIT_API_TOKEN_FROM="stdin"),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert told.stdout == "secret-secret secret-secret secret-secret more\n"


def test_without_a_word_about_it_stdin_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KRAIT_API_TOKEN", raising=False)
    monkeypatch.setattr(os, "read", lambda *_: pytest.fail("stdin is read"))

    assert api_token() == ""


def test_calls_end_at_their_timeout(host: FakeHost, client: PluginAPIClient) -> None:
    released = threading.Event()

    class Slow:
        def SerializeToString(self) -> bytes:  # noqa: N802 - protobuf's name
            released.wait(10)
            return b""

    slow: Any = Slow()
    host.will_answer(slow)
    start = time.monotonic()
    try:
        with pytest.raises(UnavailableError, match="GetServerVersion: the host took too long"):
            client.with_timeout(0.2).get_server_version()
    finally:
        released.set()
    assert time.monotonic() - start < 5
    assert client.with_timeout(0.2).target == client.target

    host.will_answer(api_remaining_pb2.GetServerVersionResponse(version="1"))
    assert client.get_server_version() == "1"


def test_clients_with_a_timeout_live_as_long_as_their_origin(host: FakeHost) -> None:
    host.will_answer(api_remaining_pb2.GetServerVersionResponse(version="1"))
    client = PluginAPIClient(host.target)
    hurried = client.with_timeout(30)

    with client:
        assert hurried.get_server_version() == "1"
    with pytest.raises(RuntimeError, match="not connected"):
        hurried.get_server_version()


def test_one_client_serves_many_threads(host: FakeHost, client: PluginAPIClient) -> None:
    host.will_answer(api_remaining_pb2.GetServerVersionResponse(version="1.2.3"))
    answers: List[str] = []

    def ask() -> None:
        answers.extend(client.get_server_version() for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == ["1.2.3"] * 160


def test_errors_tell_all_they_know() -> None:
    error = PluginAPIError(
        "m",
        code=grpc.StatusCode.INTERNAL,
        error_id="a.b",
        status_code=500,
        detailed_error="d",
        where="w",
        params={"x": 1},
    )
    assert str(error) == "m [a.b] (HTTP 500)"
    assert error.params == {"x": 1}
    assert PluginAPIError("m").params == {}
    assert str(PluginAPIError("m")) == "m"


def test_errors_are_converted_by_themselves() -> None:
    assert str(convert_grpc_error(grpc.RpcError("odd"))) == "unknown error: odd"
    error = common_pb2.AppError(detailed_error="only this")
    error.params.update({"n": 3, "list": [1, 2]})
    converted = convert_app_error(error)
    assert converted.message == "only this"
    assert converted.params == {"n": 3, "list": [1, 2]}
    assert converted.error_id is None
