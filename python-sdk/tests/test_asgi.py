"""ASGI applications as the HTTP side of a plugin."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from typing import Any, AsyncIterator, Dict, List

import pytest
from test_http import ask, body_of, chunks_of, pattern, request

from mattermost_plugin import Plugin, hook
from mattermost_plugin.asgi import ClientGoneError, mount
from mattermost_plugin.hooks import current_call
from mattermost_plugin.testing import HookFailedError, PluginHarness

SOON = 30.0


def plugin_of(app: Any, **options: Any) -> Any:
    class Web(Plugin):
        web = mount(app, **options)

    return Web


async def hello(scope: Any, receive: Any, send: Any) -> None:
    assert scope["type"] == "http"
    await send({"type": "http.response.start", "status": 201, "headers": [(b"x-a", b"1")]})
    await send({"type": "http.response.body", "body": b"hello"})


async def echo(scope: Any, receive: Any, send: Any) -> None:
    assert scope["type"] == "http"
    await send({"type": "http.response.start", "status": 200})
    more = True
    while more:
        message = await receive()
        more = message["more_body"]
        await send({"type": "http.response.body", "body": message["body"], "more_body": more})


def test_an_application_answers() -> None:
    with PluginHarness(plugin_of(hello)) as host:
        answer = host.request("GET", "/")
    assert (answer.status, answer.body, answer.header("X-A")) == (201, b"hello", "1")
    hooks = ["OnActivate", "OnDeactivate", "ServeHTTP", "ServeWebSocket"]
    assert host.plugin.implemented_hooks() == hooks


def test_what_an_application_is_told() -> None:
    seen: List[Dict[str, Any]] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        seen.append(scope)
        assert current_call().hook_name == "ServeHTTP"
        await hello(scope, receive, send)

    with PluginHarness(plugin_of(app, lifespan="off")) as host:
        host.request(
            "POST",
            "/a%20b/%C3%A4?x=%20&y",
            body=b"abc",
            headers={"X-Many": ["1", "ä"], "X-Forwarded-Proto": "https"},
            user_id="ann",
        )
    (scope,) = seen
    assert scope["asgi"]["version"] == "3.0"
    assert (scope["method"], scope["scheme"], scope["http_version"]) == ("POST", "https", "1.1")
    assert scope["root_path"] == "/plugins/test"
    assert scope["path"] == "/plugins/test/a b/ä"
    assert scope["raw_path"] == b"/plugins/test/a%20b/%C3%A4"
    assert scope["query_string"] == b"x=%20&y"
    assert scope["client"] == ("127.0.0.1", 50000)
    assert scope["server"] == ("localhost", 443)
    assert scope["headers"] == [
        (b"host", b"localhost"),
        (b"x-many", b"1"),
        (b"x-many", "ä".encode()),
        (b"x-forwarded-proto", b"https"),
        (b"mattermost-user-id", b"ann"),
        (b"content-length", b"3"),
    ]
    assert scope["mattermost.plugin"] is host.plugin
    assert scope["mattermost.user_id"] == "ann"
    assert scope["mattermost.context"].session_id == ""


@pytest.mark.parametrize("size", [0, 1, 65535, 65536, 65537, 1024 * 1024])
def test_bodies_pass_unchanged(size: int) -> None:
    answers = ask(plugin_of(echo)(), request(*chunks_of(pattern(size))))
    assert body_of(answers) == pattern(size)


def test_request_and_answer_are_streams_at_the_same_time() -> None:
    with PluginHarness(plugin_of(echo)) as host:
        sent: List[bytes] = []

        def body() -> Any:
            for part in (b"one", b"two", b"three"):
                sent.append(part)
                yield part

        with host.stream("POST", "/", body=body()) as answer:
            assert list(answer) == sent == [b"one", b"two", b"three"]


class Lively:
    """An application with a lifespan that notes what happens to it."""

    def __init__(self, fail: str = "") -> None:
        self.fail = fail
        self.seen: List[str] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "lifespan":
            self.seen.append(f"request {scope['state']['count']}")
            await hello(scope, receive, send)
            return
        for stage in ("startup", "shutdown"):
            assert (await receive())["type"] == f"lifespan.{stage}"
            self.seen.append(stage)
            scope["state"]["count"] = 1
            kind = "failed" if stage == self.fail else "complete"
            await send({"type": f"lifespan.{stage}.{kind}", "message": "Trace\nout of order"})


def lively_plugin(app: Lively) -> Any:
    class Web(Plugin):
        web = mount(app)

        @hook
        def OnActivate(self) -> None:  # noqa: N802
            app.seen.append("OnActivate")

        @hook
        async def OnDeactivate(self) -> None:  # noqa: N802
            app.seen.append("OnDeactivate")

    return Web


def test_a_lifespan_is_within_that_of_the_plugin() -> None:
    app = Lively()
    with PluginHarness(lively_plugin(app)) as host:
        assert host.request("GET", "/").body == b"hello"
    assert app.seen == ["OnActivate", "startup", "request 1", "shutdown", "OnDeactivate"]


def test_a_startup_that_fails_keeps_the_plugin_from_being_activated() -> None:
    with (
        pytest.raises(HookFailedError, match="did not start: out of order"),
        PluginHarness(lively_plugin(Lively("startup"))),
    ):
        pass


def test_a_shutdown_that_fails_is_logged(caplog: Any) -> None:
    app = Lively("shutdown")
    with PluginHarness(lively_plugin(app)):
        pass
    assert app.seen[-1] == "OnDeactivate"
    assert "did not end well: out of order" in caplog.text


def test_applications_without_a_lifespan() -> None:
    with PluginHarness(plugin_of(hello)):
        pass
    with pytest.raises(HookFailedError), PluginHarness(plugin_of(hello, lifespan="on")):
        pass
    with pytest.raises(ValueError, match="lifespan must be"):
        mount(hello, lifespan="maybe")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="either an application or"):
        mount()


def test_an_application_made_for_the_plugin() -> None:
    class Web(Plugin):
        def make(self) -> Any:
            async def app(scope: Any, receive: Any, send: Any) -> None:
                assert scope["mattermost.plugin"] is self
                await hello(scope, receive, send)

            return app

        web = mount(create=make)

    with PluginHarness(Web) as host:
        assert host.request("GET", "/").status == 201
    assert body_of(ask(Web(), request())) == b"hello"


def test_applications_that_fail(caplog: Any) -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        path = scope["path"]
        if path.endswith("/silent"):
            return
        if not path.endswith("/before"):
            await send({"type": "http.response.start", "status": 200})
            await send({"type": "http.response.body", "body": b"x", "more_body": True})
        if path.endswith("/after"):
            await send({"type": "http.response.body", "body": b"y"})
        raise ValueError("a secret")

    with PluginHarness(plugin_of(app, lifespan="off")) as host:
        answer = host.request("GET", "/before")
        assert (answer.status, answer.body) == (500, b"Internal Server Error")
        assert "a secret" in caplog.text
        assert host.request("GET", "/silent").status == 500
        assert "ended before its answer was complete" in caplog.text
        with pytest.raises(HookFailedError, match="broken off"):
            host.request("GET", "/between")
        caplog.clear()
        assert host.request("GET", "/after").body == b"xy"
    assert "failed after its answer: GET /plugins/test/after" in caplog.text


def test_messages_out_of_order() -> None:
    wrong: List[List[Dict[str, Any]]] = [
        [{"type": "http.response.body"}],
        [{"type": "http.response.start", "status": 200}] * 2,
        [{"type": "websocket.accept"}],
    ]

    async def app(scope: Any, receive: Any, send: Any) -> None:
        for message in wrong[int(scope["path"][-1])]:
            await send(message)

    with PluginHarness(plugin_of(app, lifespan="off")) as host:
        assert [host.request("GET", f"/{n}").status for n in range(3)] == [500] * 3


def test_a_client_that_goes_away_is_told() -> None:
    ended = threading.Event()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        assert (await receive())["type"] == "http.request"
        await send({"type": "http.response.start", "status": 200})
        await send({"type": "http.response.body", "body": b"x", "more_body": True})
        assert (await receive())["type"] == "http.disconnect"
        assert (await receive())["type"] == "http.disconnect"
        with pytest.raises(ClientGoneError):
            await send({"type": "http.response.body", "body": b"x", "more_body": True})
        ended.set()

    async def work() -> None:
        async with PluginHarness(plugin_of(app, lifespan="off")) as host:
            async with host.astream("GET", "/") as answer:
                assert await answer.__anext__() == b"x"
            while not ended.is_set():
                await asyncio.sleep(0.01)

    asyncio.run(asyncio.wait_for(work(), SOON))


def test_what_comes_after_the_answer_is_waited_for_at_the_end() -> None:
    releases: List[asyncio.Event] = []
    done: List[int] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await hello(scope, receive, send)
        await releases[0].wait()
        done.append(1)

    async def work() -> None:
        releases.append(asyncio.Event())
        async with PluginHarness(plugin_of(app, lifespan="off")) as host:
            async with host.astream("GET", "/") as answer:
                assert await answer.read() == b"hello"
            assert not done
            releases[0].set()
        assert done

    asyncio.run(asyncio.wait_for(work(), SOON))


def test_starlette() -> None:
    pytest.importorskip("starlette")
    from starlette.applications import Starlette
    from starlette.background import BackgroundTask
    from starlette.requests import ClientDisconnect, Request
    from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
    from starlette.routing import Mount, Route

    seen: List[str] = []

    @contextlib.asynccontextmanager
    async def lifespan(app: Any) -> AsyncIterator[Dict[str, Any]]:
        seen.append("begin")
        yield {"greeting": "hi"}
        seen.append("end")

    async def info(request: Request) -> Response:
        return JSONResponse(
            {
                "body": (await request.body()).decode(),
                "url": str(request.url),
                "other": str(request.url_for("count", name="n")),
                "greeting": request.state.greeting,
                "user": request.headers["mattermost-user-id"],
            },
            background=BackgroundTask(seen.append, "background"),
        )

    async def upload(request: Request) -> Response:
        size = 0
        async for chunk in request.stream():
            size += len(chunk)
        return PlainTextResponse(str(size))

    async def count(request: Request) -> Response:
        async def numbers() -> AsyncIterator[str]:
            try:
                for number in range(10**9):
                    yield f"data: {number}\n\n"
                    await asyncio.sleep(0)
            finally:
                seen.append("left")

        return StreamingResponse(numbers(), media_type="text/event-stream")

    def thread(request: Request) -> Response:
        return PlainTextResponse(threading.current_thread().name)

    async def gone(request: Request) -> Response:
        try:
            await request.body()
        except ClientDisconnect:
            seen.append("disconnected")
        return PlainTextResponse("")

    app = Starlette(
        routes=[
            Route("/info", info, methods=["POST"]),
            Route("/upload", upload, methods=["POST"]),
            Route("/thread", thread),
            Mount("/sub", routes=[Route("/count/{name}", count, name="count")]),
            Route("/gone", gone, methods=["POST"]),
        ],
        lifespan=lifespan,
    )
    with PluginHarness(plugin_of(app)) as host:
        answer = host.request("POST", "/info?q=1", body="text", user_id="ann")
        assert answer.json() == {
            "body": "text",
            "url": "http://localhost/plugins/test/info?q=1",
            "other": "http://localhost/plugins/test/sub/count/n",
            "greeting": "hi",
            "user": "ann",
        }
        parts = (b"x" * 100_000 for _ in range(20))
        assert host.request("POST", "/upload", body=parts).text == "2000000"
        assert host.request("GET", "/thread").status == 200
        assert host.request("GET", "/nowhere").status == 404
        assert host.request("GET", "/upload").status == 405
        with host.stream("GET", "/sub/count/n") as events:
            assert events.header("content-type").startswith("text/event-stream")
            assert [next(events) for _ in range(3)] == [
                b"data: 0\n\n",
                b"data: 1\n\n",
                b"data: 2\n\n",
            ]
    assert seen[:2] == ["begin", "background"]
    assert sorted(seen[2:]) == ["end", "left"]


def test_fastapi() -> None:
    pytest.importorskip("fastapi")
    from fastapi import FastAPI

    api = FastAPI()

    @api.get("/items/{number}")
    async def item(number: int, q: str = "") -> Dict[str, Any]:
        return {"number": number, "q": q}

    with PluginHarness(plugin_of(api)) as host:
        assert host.request("GET", "/items/5?q=a").json() == {"number": 5, "q": "a"}
        assert host.request("GET", "/items/x").status == 422
        assert "/plugins/test/openapi.json" in host.request("GET", "/docs").text
