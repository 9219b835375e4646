"""HTTP requests over a real wire."""

from __future__ import annotations

import asyncio
import threading
from typing import Any, List

import grpc
import grpc.aio
import pytest
from test_hooks import exchange

from mattermost_plugin import Plugin, hook
from mattermost_plugin.grpc.hooks_http_pb2 import ServeHTTPRequest
from mattermost_plugin.hooks import current_call
from mattermost_plugin.servicers.hooks_servicer import (
    HTTPRequest,
    HTTPResponseWriter,
    PluginHooksServicerImpl,
)

SOON = 30.0


def request(*chunks: bytes, complete: bool = True) -> List[Any]:
    messages = [ServeHTTPRequest(body_chunk=chunk) for chunk in (chunks or (b"",))]
    init = messages[0].init
    init.method, init.url = "POST", "/a?b=c"
    init.headers.add(key="X-Some", values=["1", "2"])
    init.plugin_context.session_id = "s"
    messages[-1].body_complete = complete
    return messages


async def send(stub: Any, messages: List[Any]) -> Any:
    stream = stub.ServeHTTP()
    for message in messages:
        await stream.write(message)
    await stream.done_writing()
    return stream


def ask(plugin: Plugin, messages: List[Any]) -> List[Any]:
    async def work(stub: Any) -> List[Any]:
        return [message async for message in await send(stub, messages)]

    answers: List[Any] = exchange(PluginHooksServicerImpl(plugin), work)
    return answers


def serving(handler: Any) -> Plugin:
    class Web(Plugin):
        ServeHTTP = hook("ServeHTTP")(handler)

    return Web()


def test_a_request_and_its_answer() -> None:
    seen: List[HTTPRequest] = []

    def handle(self: Any, context: Any, w: HTTPResponseWriter, r: HTTPRequest) -> None:
        assert context.session_id == "s"
        seen.append(r)
        w.set_header("X-One", "1")
        w.add_header("x-one", "2")
        w.write_header(201)
        w.write("first")
        w.write(b"second")

    answers = ask(serving(handle), request(b"ab", b"cd"))
    (got,) = seen
    assert (got.method, got.url, got.body) == ("POST", "/a?b=c", b"abcd")
    assert got.get_header("x-some") == "1"
    assert got.get_all_headers("X-SOME") == ["1", "2"]
    assert got.get_header("none", "default") == "default"
    assert [a.body_chunk for a in answers] == [b"first", b"second"]
    assert [a.HasField("init") for a in answers] == [True, False]
    assert [a.body_complete for a in answers] == [False, True]
    assert answers[0].init.status_code == 201
    (header,) = answers[0].init.headers
    assert (header.key, list(header.values)) == ("X-One", ["1", "2"])


def test_an_answer_without_anything() -> None:
    async def handle(self: Any, context: Any, w: Any, r: Any) -> None: ...

    (answer,) = ask(serving(handle), request())
    assert answer.init.status_code == 200
    assert answer.body_complete


def test_large_answers_are_split() -> None:
    def handle(self: Any, context: Any, w: Any, r: Any) -> None:
        for _ in range(8):
            w.write(b"x" * 500_000)

    answers = ask(serving(handle), request())
    assert sum(len(a.body_chunk) for a in answers) == 4_000_000
    assert max(len(a.body_chunk) for a in answers) == 65536
    assert [a.body_complete for a in answers].count(True) == 1


def test_what_is_flushed_arrives_before_the_end() -> None:
    arrived = threading.Event()

    def handle(self: Any, context: Any, w: Any, r: Any) -> None:
        w.write("early")
        w.flush()
        assert arrived.wait(SOON)
        w.write("late")

    async def work(stub: Any) -> List[bytes]:
        parts = []
        async for message in await send(stub, request()):
            parts.append(message.body_chunk)
            arrived.set()
        return parts

    assert exchange(PluginHooksServicerImpl(serving(handle)), work) == [b"early", b"late"]


def test_handlers_that_fail(caplog: Any) -> None:
    def handle(self: Any, context: Any, w: Any, r: Any) -> None:
        raise ValueError("a secret")

    (answer,) = ask(serving(handle), request())
    assert answer.init.status_code == 500
    assert answer.body_chunk == b"Internal Server Error"
    assert "a secret" in caplog.text

    def late(self: Any, context: Any, w: Any, r: Any) -> None:
        w.write("begun")
        w.flush()
        raise ValueError("a secret")

    with pytest.raises(grpc.aio.AioRpcError) as raised:
        ask(serving(late), request())
    assert raised.value.details() == "the answer was broken off"


def test_requests_that_are_none() -> None:
    def handle(self: Any, context: Any, w: Any, r: Any) -> None: ...

    (answer,) = ask(serving(handle), [])
    assert (answer.init.status_code, answer.body_chunk) == (500, b"Empty request stream")
    (answer,) = ask(serving(handle), request(b"half", complete=False))
    assert answer.init.status_code == 400
    (answer,) = ask(Plugin(), request())
    assert (answer.init.status_code, answer.body_chunk) == (404, b"Not Found")


def test_a_client_that_goes_away_ends_the_handler() -> None:
    ended = threading.Event()

    def handle(self: Any, context: Any, w: Any, r: Any) -> None:
        call = current_call()
        try:
            while not call.cancelled:
                w.write(b"x" * 100_000)
        finally:
            ended.set()

    async def work(stub: Any) -> bool:
        stream = await send(stub, request())
        await stream.read()
        stream.cancel()
        return await asyncio.get_running_loop().run_in_executor(None, ended.wait, SOON)

    assert exchange(PluginHooksServicerImpl(serving(handle)), work)


def test_a_writer_by_itself(caplog: Any) -> None:
    writer = HTTPResponseWriter()
    writer.flush()
    assert writer.write("ä") == 2
    writer.write(b"b")
    writer.flush()
    assert writer.get_pending_writes() == [("ä".encode(), True), (b"b", True)]
    assert writer.get_body() == "äb".encode()
    writer.clear_pending_writes()
    assert writer.get_body() == b""
    writer.set_header("X", "1")
    writer.write_header(404)
    assert (writer.headers, writer.status_code) == ({}, 200)
    assert "the header X comes too late" in caplog.text
    assert "the status 404 comes too late" in caplog.text
