"""WSGI applications as the HTTP side of a plugin."""

from __future__ import annotations

import threading
from typing import Any, Dict, Iterator, List

import pytest
from test_http import ask, body_of, chunks_of, pattern, request

from mattermost_plugin import Plugin
from mattermost_plugin.testing import HookFailedError, PluginHarness
from mattermost_plugin.wsgi import mount

SOON = 30.0


def plugin_of(app: Any = None, **options: Any) -> Any:
    class Web(Plugin):
        web = mount(app, **options)

    return Web


def hello(environ: Dict[str, Any], start_response: Any) -> List[bytes]:
    start_response("201 Created", [("X-A", "1"), ("X-A", "\xc3\xa4")])
    return [b"hel", b"", b"lo"]


def test_an_application_answers() -> None:
    with PluginHarness(plugin_of(hello)) as host:
        answer = host.request("GET", "/")
    assert (answer.status, answer.body) == (201, b"hello")
    assert answer.headers == {"X-A": ["1", "ä"]}
    assert host.plugin.implemented_hooks() == ["ServeHTTP"]


def test_what_an_application_is_told() -> None:
    seen: List[Dict[str, Any]] = []

    def app(environ: Dict[str, Any], start_response: Any) -> List[bytes]:
        seen.append({**environ, "body": environ["wsgi.input"].read()})
        print("a line", file=environ["wsgi.errors"])
        return hello(environ, start_response)

    with PluginHarness(plugin_of(app)) as host:
        host.request(
            "POST",
            "/a%20b/%C3%A4?x=%20",
            body=b"abc",
            headers={
                "X-Many": ["1", "ä"],
                "Cookie": ["a=1", "b=2"],
                "Content-Type": "text/plain",
                "Mattermost_User_Id": "eve",
            },
            user_id="ann",
        )
    (environ,) = seen
    assert environ["body"] == b"abc"
    expected = {
        "REQUEST_METHOD": "POST",
        "SCRIPT_NAME": "/plugins/test",
        "PATH_INFO": "/a b/\xc3\xa4",
        "QUERY_STRING": "x=%20",
        "CONTENT_TYPE": "text/plain",
        "CONTENT_LENGTH": "3",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "localhost",
        "HTTP_X_MANY": "1,\xc3\xa4",
        "HTTP_COOKIE": "a=1; b=2",
        "HTTP_MATTERMOST_USER_ID": "ann",
        "wsgi.url_scheme": "http",
        "mattermost.user_id": "ann",
        "mattermost.plugin": host.plugin,
    }
    assert {key: environ[key] for key in expected} == expected


def test_an_application_keeps_to_the_standard() -> None:
    from wsgiref.validate import validator

    def app(environ: Dict[str, Any], start_response: Any) -> List[bytes]:
        assert environ["wsgi.input"].read(10) == b"abc"
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"fine"]

    with PluginHarness(plugin_of(validator(app))) as host:
        assert host.request("POST", "/", body=b"abc").body == b"fine"


def echo(environ: Dict[str, Any], start_response: Any) -> Iterator[bytes]:
    start_response("200 OK", [])
    while True:
        part = environ["wsgi.input"].read1(65536)
        if not part:
            return
        yield part


@pytest.mark.parametrize("size", [0, 1, 65535, 65536, 65537, 1024 * 1024])
def test_bodies_pass_unchanged(size: int) -> None:
    answers = ask(plugin_of(echo)(), request(*chunks_of(pattern(size))))
    assert body_of(answers) == pattern(size)


def test_parts_arrive_one_by_one() -> None:
    steps = threading.Semaphore(0)

    def app(environ: Dict[str, Any], start_response: Any) -> Iterator[bytes]:
        start_response("200 OK", [])
        for number in range(3):
            assert steps.acquire(timeout=SOON)
            yield b"%d" % number

    with PluginHarness(plugin_of(app)) as host:
        steps.release()
        with host.stream("GET", "/") as answer:
            for number in range(3):
                assert next(answer) == b"%d" % number
                steps.release()


def test_the_writing_function() -> None:
    def app(environ: Dict[str, Any], start_response: Any) -> List[bytes]:
        write = start_response("200 OK", [])
        write(b"a")
        write(b"b")
        return [b"c"]

    with PluginHarness(plugin_of(app)) as host:
        assert host.request("GET", "/").body == b"abc"


class Closable:
    def __init__(self, parts: Iterator[bytes]) -> None:
        self.parts = parts
        self.closed = threading.Event()

    def __iter__(self) -> Iterator[bytes]:
        return self.parts

    def close(self) -> None:
        self.closed.set()


def test_an_answer_is_closed_when_the_client_goes_away() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b"x" * 65536

    closable = Closable(endless())

    def app(environ: Dict[str, Any], start_response: Any) -> Any:
        start_response("200 OK", [])
        return closable

    with PluginHarness(plugin_of(app)) as host:
        with host.stream("GET", "/") as answer:
            assert next(answer)
        assert closable.closed.wait(SOON)


def test_applications_that_fail(caplog: Any) -> None:
    def app(environ: Dict[str, Any], start_response: Any) -> Iterator[bytes]:
        path = environ["PATH_INFO"]
        if path == "/silent":
            return
        if path == "/before":
            raise ValueError("a secret")
        start_response("200 OK", [])
        if path == "/repair":
            try:
                raise ValueError("a secret")
            except ValueError as error:
                start_response("503 Sorry", [], (ValueError, error, None))
                yield b"sorry"
                return
        if path == "/twice":
            start_response("200 OK", [])
        yield b"x"
        raise ValueError("a secret")

    with PluginHarness(plugin_of(app)) as host:
        for path in ("/before", "/silent", "/twice"):
            answer = host.request("GET", path)
            assert (answer.status, answer.body) == (500, b"Internal Server Error")
        answer = host.request("GET", "/repair")
        assert (answer.status, answer.body) == (503, b"sorry")
        with pytest.raises(HookFailedError, match="broken off"):
            host.request("GET", "/after")
    assert "a secret" in caplog.text
    assert "did not call start_response" in caplog.text


def test_flask() -> None:
    pytest.importorskip("flask")
    from flask import Flask, Response, request, url_for

    def make(plugin: Any) -> Any:
        app = Flask("web")

        @app.post("/info")
        def info() -> Any:
            return {
                "body": request.get_data(as_text=True),
                "url": request.url,
                "other": url_for("count"),
                "user": request.headers["Mattermost-User-Id"],
                "plugin": type(request.environ["mattermost.plugin"]).__name__,
            }

        @app.post("/upload")
        def upload() -> str:
            size = 0
            while True:
                part = request.stream.read(70_000)
                if not part:
                    return str(size)
                size += len(part)

        @app.get("/count")
        def count() -> Response:
            return Response((f"data: {n}\n\n" for n in range(10**9)), mimetype="text/event-stream")

        @app.get("/fail")
        def fail() -> str:
            raise ValueError("a secret")

        return app

    with PluginHarness(plugin_of(create=make)) as host:
        answer = host.request("POST", "/info?q=1", body="text", user_id="ann")
        assert answer.json() == {
            "body": "text",
            "url": "http://localhost/plugins/test/info?q=1",
            "other": "/plugins/test/count",
            "user": "ann",
            "plugin": "Web",
        }
        parts = (b"x" * 100_000 for _ in range(20))
        assert host.request("POST", "/upload", body=parts).text == "2000000"
        assert host.request("GET", "/nowhere").status == 404
        assert "a secret" not in host.request("GET", "/fail").text
        with host.stream("GET", "/count") as events:
            assert b"".join(next(events) for _ in range(2)).startswith(b"data: 0\n\ndata: 1\n\n")
