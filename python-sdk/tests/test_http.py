"""HTTP requests over a real wire."""

from __future__ import annotations

import asyncio
import threading
from typing import Any, List

import grpc
import pytest
from support import wire
from test_hooks import exchange

from mattermost_plugin import Plugin, hook
from mattermost_plugin._internal.pool import HandlerPool
from mattermost_plugin.grpc import hooks_pb2_grpc
from mattermost_plugin.grpc.hooks_http_pb2 import ServeHTTPRequest
from mattermost_plugin.hooks import HookCancelledError, current_call
from mattermost_plugin.servicers.hooks_servicer import (
    HTTPRequest,
    HTTPResponseWriter,
    PluginHooksServicerImpl,
)
from mattermost_plugin.servicers.http import RequestTooLargeError

pytestmark = pytest.mark.usefixtures("over_both")

SOON = 30.0
SIZES = [0, 1, 65535, 65536, 65537, 1024 * 1024, 3 * 1024 * 1024 + 7]


def request(*chunks: bytes, complete: bool = True, length: int = -1) -> List[Any]:
    messages = [ServeHTTPRequest(body_chunk=chunk) for chunk in (chunks or (b"",))]
    init = messages[0].init
    init.method, init.url, init.content_length = "POST", "/a%20b?b=c&b=", length
    init.headers.add(key="X-Some", values=["1", "2"])
    init.headers.add(key="Mattermost-User-Id", values=["u"])
    init.plugin_context.session_id = "s"
    messages[-1].body_complete = complete
    return messages


def chunks_of(body: bytes) -> List[bytes]:
    return [body[start : start + 65536] for start in range(0, len(body), 65536)] or [b""]


def pattern(size: int) -> bytes:
    return (b"0123456789abcdefghijklmnopqrstuv!" * (size // 33 + 1))[:size]


async def send(stub: Any, messages: List[Any]) -> Any:
    stream = stub.ServeHTTP()
    for message in messages:
        await stream.write(message)
    await stream.done_writing()
    return stream


def ask(plugin: Plugin, messages: List[Any]) -> List[Any]:
    """Send a request and return its answer."""

    # Not gRPC's asyncio client: it loses an answer that comes while it sends.
    def work(target: str) -> List[Any]:
        with wire().channel(target) as channel:
            stub: Any = hooks_pb2_grpc.PluginHooksStub(channel)
            return list(stub.ServeHTTP(iter(messages), timeout=SOON))

    async def run() -> List[Any]:
        async with wire().serving(PluginHooksServicerImpl(plugin)) as target:
            return await asyncio.get_running_loop().run_in_executor(None, work, target)

    return asyncio.run(run())


def body_of(answers: List[Any]) -> bytes:
    assert [a.body_complete for a in answers] == [False] * (len(answers) - 1) + [True]
    assert [a.HasField("init") for a in answers] == [True] + [False] * (len(answers) - 1)
    assert max(len(a.body_chunk) for a in answers) <= wire().chunk
    return b"".join(a.body_chunk for a in answers)


def serving(handler: Any, **attributes: Any) -> Plugin:
    class Web(Plugin):
        ServeHTTP = hook("ServeHTTP")(handler)

    for name, value in attributes.items():
        setattr(Web, name, value)
    return Web()


def test_a_request_and_its_answer() -> None:
    seen: List[HTTPRequest] = []

    def handle(self: Any, context: Any, w: HTTPResponseWriter, r: HTTPRequest) -> None:
        assert context.session_id == "s"
        assert r.body == b"abcd"
        seen.append(r)
        w.set_header("X-One", "1")
        w.add_header("x-one", "2")
        w.write_header(201)
        assert w.write("first") == 5
        w.write(b"second")

    answers = ask(serving(handle), request(b"ab", b"cd"))
    (got,) = seen
    assert (got.method, got.url, got.body) == ("POST", "/a%20b?b=c&b=", b"abcd")
    assert (got.path, got.query, got.user_id) == ("/a b", {"b": ["c", ""]}, "u")
    assert got.get_header("x-some") == "1"
    assert got.get_all_headers("X-SOME") == ["1", "2"]
    assert got.get_header("none", "default") == "default"
    assert body_of(answers) == b"firstsecond"
    assert answers[0].init.status_code == 201
    (header,) = answers[0].init.headers
    assert (header.key, list(header.values)) == ("X-One", ["1", "2"])


def whole(self: Any, context: Any, w: HTTPResponseWriter, r: HTTPRequest) -> None:
    w.write(r.body)


async def awaited(self: Any, context: Any, w: HTTPResponseWriter, r: HTTPRequest) -> None:
    body = await r.read()
    assert r.body is body
    w.write(body)


async def unaware(self: Any, context: Any, w: HTTPResponseWriter, r: HTTPRequest) -> None:
    w.write(r.body)


def piecewise(self: Any, context: Any, w: HTTPResponseWriter, r: HTTPRequest) -> None:
    for chunk in r.stream():
        assert w.write(chunk) == len(chunk)


async def async_piecewise(self: Any, context: Any, w: HTTPResponseWriter, r: HTTPRequest) -> None:
    async for chunk in r.stream():
        assert await w.write(chunk) == len(chunk)
        await w.flush()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("handler", [whole, awaited, piecewise, async_piecewise])
def test_an_echo_is_exact(handler: Any, size: int) -> None:
    body = pattern(size)
    answers = ask(serving(handler), request(*chunks_of(body)))
    assert body_of(answers) == body


def test_a_short_body_is_there_when_a_coroutine_is_called() -> None:
    body = pattern(200_000)
    messages = request(*chunks_of(body), length=len(body))
    assert body_of(ask(serving(unaware), messages)) == body


@pytest.mark.parametrize("handler", [piecewise, async_piecewise])
def test_request_and_answer_are_streams_at_the_same_time(handler: Any) -> None:
    async def work(stub: Any) -> List[bytes]:
        stream = stub.ServeHTTP()

        async def part() -> bytes:
            while True:
                message = await stream.read()
                if message.body_chunk or message.body_complete:
                    return bytes(message.body_chunk)

        echoed = []
        for message in request(b"one", b"two", b"three", complete=False):
            await stream.write(message)
            echoed.append(await part())
        await stream.write(ServeHTTPRequest(body_complete=True))
        return [*echoed, await part()]

    echoed = exchange(PluginHooksServicerImpl(serving(handler)), work)
    assert echoed == [b"one", b"two", b"three", b""]


@pytest.mark.parametrize("length", [-1, 200_001])
@pytest.mark.parametrize("handler", [whole, awaited])
def test_a_body_that_is_too_long_to_be_read_at_once(handler: Any, length: int, caplog: Any) -> None:
    messages = request(*chunks_of(pattern(200_001)), length=length)
    plugin = serving(handler, http_body_limit=200_000)
    (answer,) = ask(plugin, messages)
    assert (answer.init.status_code, answer.body_chunk) == (413, b"Request Entity Too Large")
    assert "POST /a b: the body is longer than 200000 bytes" in caplog.text
    assert body_of(ask(serving(handler, http_body_limit=200_001), messages)) == pattern(200_001)


def test_a_handler_may_catch_what_is_wrong_with_the_body() -> None:
    def handle(self: Any, context: Any, w: Any, r: Any) -> None:
        with pytest.raises(RequestTooLargeError):
            _ = r.body
        w.write("shorter, please")

    assert body_of(ask(serving(handle, http_body_limit=1), request(b"ab"))) == b"shorter, please"


def test_the_body_is_read_once_by_one() -> None:
    def handle(self: Any, context: Any, w: Any, r: Any) -> None:
        assert next(r.stream()) == b"ab"
        with pytest.raises(RuntimeError, match="being read by an earlier"):
            _ = r.body

    assert body_of(ask(serving(handle), request(b"ab"))) == b""
    made = HTTPRequest(body=b"given")
    assert (list(made.stream()), made.body) == ([b"given"], b"given")
    assert asyncio.run(made.read()) == b"given"


@pytest.mark.parametrize("asynchronous", [False, True])
def test_an_early_answer_does_not_wait_for_the_request(asynchronous: bool) -> None:
    def answer(self: Any, context: Any, w: HTTPResponseWriter, r: Any) -> None:
        w.write_header(413)
        w.write("enough")

    async def answer_async(self: Any, context: Any, w: HTTPResponseWriter, r: Any) -> None:
        answer(self, context, w, r)

    async def work(stub: Any) -> Any:
        stream = stub.ServeHTTP()
        await stream.write(request(b"the first of many", complete=False)[0])
        answers = [message async for message in stream]
        return answers, await stream.code()

    plugin = serving(answer_async if asynchronous else answer)
    answers, code = exchange(PluginHooksServicerImpl(plugin), work)
    assert body_of(answers) == b"enough"
    assert answers[0].init.status_code == 413
    assert code is grpc.StatusCode.OK


def test_an_answer_without_anything() -> None:
    async def handle(self: Any, context: Any, w: Any, r: Any) -> None: ...

    (answer,) = ask(serving(handle), request())
    assert answer.init.status_code == 200
    assert answer.body_complete


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

    # Whether the end comes with the last part or after it, is open.
    early, *late = exchange(PluginHooksServicerImpl(serving(handle)), work)
    assert early == b"early"
    assert b"".join(late) == b"late"


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

    with pytest.raises(grpc.RpcError) as raised:
        ask(serving(late), request())
    failed: Any = raised.value
    assert failed.details() == "the answer was broken off"


def test_requests_that_are_none() -> None:
    (answer,) = ask(serving(whole), [])
    assert (answer.init.status_code, answer.body_chunk) == (500, b"Empty request stream")
    (answer,) = ask(serving(whole), [ServeHTTPRequest(body_complete=True)])
    assert (answer.init.status_code, answer.body_chunk) == (400, b"The request has no beginning")
    (answer,) = ask(Plugin(), request())
    assert (answer.init.status_code, answer.body_chunk) == (404, b"Not Found")


@pytest.mark.parametrize("handler", [whole, awaited])
def test_a_request_that_is_broken_off(handler: Any) -> None:
    (answer,) = ask(serving(handler), request(b"half", complete=False))
    assert answer.init.status_code == 400


@pytest.mark.parametrize(
    "spoil",
    [
        lambda w: w.set_header("X", "\ud800"),
        lambda w: w.write_header(2**40),
        lambda w: w.write_header("no"),
    ],
)
@pytest.mark.parametrize("then_write", [False, True])
def test_an_answer_that_cannot_be_sent(spoil: Any, then_write: bool, caplog: Any) -> None:
    def handle(self: Any, context: Any, w: Any, r: Any) -> None:
        spoil(w)
        if then_write:
            w.write("x")

    (answer,) = ask(serving(handle), request())
    assert answer.init.status_code == 500
    assert "ServeHTTP failed: POST /a b" in caplog.text


def test_more_requests_than_threads(caplog: Any) -> None:
    release, entered = threading.Event(), threading.Event()

    def handle(self: Any, context: Any, w: Any, r: Any) -> None:
        entered.set()
        assert release.wait(SOON)

    async def work(stub: Any) -> List[int]:
        first = await send(stub, request())
        await asyncio.get_running_loop().run_in_executor(None, entered.wait, SOON)
        second = await (await send(stub, request())).read()
        release.set()
        return [(await first.read()).init.status_code, second.init.status_code]

    servicer = PluginHooksServicerImpl(serving(handle))
    servicer._web_pool = HandlerPool(1, 0)
    assert exchange(servicer, work) == [200, 503]
    assert "too many calls" in caplog.text


def leaving(handler: Any, ended: threading.Event, messages: List[Any]) -> bool:
    async def work(stub: Any) -> bool:
        stream = stub.ServeHTTP()
        for message in messages:
            await stream.write(message)
        await stream.read()
        stream.cancel()
        return await asyncio.get_running_loop().run_in_executor(None, ended.wait, SOON)

    left: bool = exchange(PluginHooksServicerImpl(serving(handler)), work)
    return left


def test_a_client_that_goes_away_shows_when_writing() -> None:
    ended = threading.Event()

    def handle(self: Any, context: Any, w: Any, r: Any) -> None:
        with pytest.raises(HookCancelledError):
            while True:
                w.write(b"x" * 100_000)
        with pytest.raises(HookCancelledError):
            w.flush()
        assert current_call().cancelled
        ended.set()

    assert leaving(handle, ended, request())


def test_a_client_that_goes_away_shows_when_reading() -> None:
    ended = threading.Event()

    def handle(self: Any, context: Any, w: Any, r: Any) -> None:
        w.write("begun")
        w.flush()
        with pytest.raises(HookCancelledError):
            list(r.stream())
        ended.set()

    assert leaving(handle, ended, request(b"x", complete=False))


@pytest.mark.parametrize("what", ["write", "read", "sleep"])
def test_a_client_that_goes_away_cancels_a_coroutine(what: str) -> None:
    ended = threading.Event()

    async def handle(self: Any, context: Any, w: Any, r: Any) -> None:
        try:
            w.write("begun")
            await w.flush()
            while what == "write":
                await w.write(b"x" * 100_000)
            if what == "read":
                await r.read()
            await asyncio.sleep(SOON)
        except (asyncio.CancelledError, HookCancelledError):
            ended.set()
            raise

    assert leaving(handle, ended, request(b"x", complete=False))


def test_a_coroutine_that_does_not_await_is_stopped_at_a_bound() -> None:
    async def handle(self: Any, context: Any, w: Any, r: Any) -> None:
        with pytest.raises(BufferError, match="has to await"):
            for _ in range(1000):
                w.write(b"x" * 1_000_000)
        raise ValueError

    with pytest.raises(grpc.RpcError):
        ask(serving(handle), request())


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


def test_what_a_handler_returns_is_warned_of(caplog: Any) -> None:
    def handle(self: Any, context: Any, w: HTTPResponseWriter, r: HTTPRequest) -> str:
        return "hello"

    assert body_of(ask(serving(handle), request(b""))) == b""
    assert "POST /a b: the handler returned a str, which nobody gets" in caplog.text
