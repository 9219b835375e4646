"""The process that tests in other languages talk to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Iterator, List

import grpc
import pytest
from peer import SERVICE, class_of, decode, encode
from reflection import METHODS, as_python, call_for
from support import FakeHost, Random, is_repeated, wire
from test_api import request_for, response_for

from mattermost_plugin import PluginAPIClient
from mattermost_plugin.grpc import common_pb2, hooks_pb2_grpc

HERE = Path(__file__).parent


class Process:
    """A running peer."""

    def __init__(self, role: str, target: str, **environment: str) -> None:
        path = os.pathsep.join([str(HERE), str(HERE.parent / "src")])
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "peer.py"), role, target],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": path, **environment},
        )
        assert self.read() == ["ready"]

    def read(self) -> List[str]:
        assert self._process.stdout is not None
        return self._process.stdout.readline().split()

    def write(self, *words: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(" ".join(words) + "\n")
        self._process.stdin.flush()

    def stop(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        assert self._process.wait(20) == 0
        assert self._process.stdout is not None
        self._process.stdout.close()


@pytest.fixture(scope="module")
def caller(any_host: FakeHost) -> Iterator[Process]:
    process = Process("client", any_host.target, **any_host.environment)
    yield process
    process.stop()


@pytest.mark.parametrize("order", ["call", "await"])
def test_calls(order: str, caller: Process, host: FakeHost, client: PluginAPIClient) -> None:
    for method in METHODS:
        request, response = request_for(method), response_for(method)
        call_for(method, client, request)
        if method.name == "GetEmojiImage":
            response.content_type = ""
        if method.name == "SearchPostsInTeamForUser":
            response.results.matches.clear()
        if method.name == "SearchPostsInTeam":
            del response.posts[1:]
        host.will_answer(response)

        caller.write(order, method.name, encode(request))

        word, sent = caller.read()
        assert (word, decode(method.request, sent)) == ("sends", request)
        word, returned = caller.read()
        assert word == "result", (method.name, returned)
        seen = decode(method.response, returned)
        for field in response.DESCRIPTOR.fields:
            if field.name != "error":
                assert as_python(seen, field) == as_python(response, field), method.name
        assert method.request.FromString(host.requests[-1][1]) == request


def test_errors_of_calls(caller: Process, host: FakeHost) -> None:
    error = common_pb2.AppError(id="a.b", message="m", status_code=404)
    host.will_answer(METHODS[0].response(error=error))
    caller.write("call", METHODS[0].name, encode(request_for(METHODS[0])))
    assert caller.read()[0] == "sends"
    word, *rest = caller.read()
    facts = json.loads(" ".join(rest))
    assert word == "error"
    assert (facts["class"], facts["error_id"], facts["status_code"]) == (
        "NotFoundError",
        "a.b",
        404,
    )

    caller.write("call", METHODS[0].name, "-")
    assert caller.read()[0] == "sends"
    assert json.loads(" ".join(caller.read()[1:]))["message"] == "expected User, not NoneType"


@pytest.mark.usefixtures("over_both")
def test_hooks() -> None:
    with tempfile.TemporaryDirectory() as folder:
        target = f"unix:{folder}/hooks"
        process = Process("hooks", target, KRAIT_TEST_WIRE=wire().name)
        try:
            with wire().channel(target) as channel:
                stub = hooks_pb2_grpc.PluginHooksStub(channel)
                for method in SERVICE.methods:
                    if method.name not in ("ServeHTTP", "Implemented"):
                        check_hook(method, stub, process)
        finally:
            process.stop()


def check_hook(method: Any, stub: Any, process: Process) -> None:
    name: str = method.name
    request = filled(class_of(method.input_type), name)
    request.ClearField("context")
    response = filled(class_of(method.output_type), name + "!")

    process.write("answer", name, encode(response))
    assert process.read() == ["ok"]
    assert getattr(stub, name)(request) == response, name
    word, hook, seen = process.read()
    assert (word, hook, decode(type(request), seen)) == ("seen", name, request)

    process.write("fail", name, "on purpose")
    assert process.read() == ["ok"]
    try:
        assert getattr(stub, name)(request).error.message == "on purpose"
    except grpc.RpcError as error:
        status: grpc.Call = error  # type: ignore[assignment]
        assert status.details() == f"{name}: on purpose"
    assert process.read()[0] == "seen"


def filled(kind: Any, seed: str) -> Any:
    message = Random(seed).fill(kind())
    for field in message.DESCRIPTOR.fields:
        if field.message_type is not None and not is_repeated(field) and field.name != "error":
            getattr(message, field.name).SetInParent()
    return message
