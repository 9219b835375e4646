"""WebSockets that plugins have with clients."""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar, List

import pytest

from mattermost_plugin import HookName, Plugin, asgi, hook
from mattermost_plugin.hooks import HookRegistrationError
from mattermost_plugin.servicers.websockets import WebSocket, WebSocketClosedError
from mattermost_plugin.testing import PluginHarness, WebSocketRefusedError


class Echo(Plugin):
    """Says again what is said, until it is told to stop, fail, or say much."""

    seen: ClassVar[List[Any]] = []

    @hook(HookName.ServeWebSocket)
    async def talk(self, context: Any, socket: WebSocket) -> None:
        Echo.seen[:] = [socket.path, socket.query, socket.user_id, context.request_id]
        if socket.path == "/none":
            return
        if socket.path == "/teapot":
            await socket.refuse(418, "short and stout")
            return
        await socket.accept("two" if "two" in socket.protocols else "")
        async for message in socket:
            if message == "stop":
                await socket.close(4321, "as you like")
                return
            if message == "fail":
                raise LookupError("a secret")
            if message == "much":
                for number in range(1000):
                    await socket.send(str(number))
            await socket.send(message)
        assert socket.closed is not None
        self.seen.append((socket.closed.code, socket.closed.reason))


def test_texts_and_bytes_go_both_ways() -> None:
    chat = "/chat?x=1"
    with PluginHarness(Echo) as host, host.web_socket(chat, user_id="u1") as client:
        client.send("h\u00e9 \U0001f600")
        assert client.receive() == "h\u00e9 \U0001f600"
        client.send(b"\x00\xff")
        assert client.receive() == b"\x00\xff"
        assert host.plugin.seen[:3] == ["/chat", "x=1", "u1"]


def test_the_plugin_learns_why_the_client_has_closed() -> None:
    with PluginHarness(Echo) as host, host.web_socket("/") as client:
        client.close(4000, "had enough")
        assert host.plugin.seen[-1] == (4000, "had enough")


def test_the_client_learns_why_the_plugin_has_closed() -> None:
    with PluginHarness(Echo) as host, host.web_socket("/") as client:
        client.send("stop")
        with pytest.raises(WebSocketClosedError, match="4321 as you like") as closed:
            client.receive()
        assert (closed.value.code, closed.value.reason) == (4321, "as you like")


def test_a_handler_that_fails_ends_the_connection_and_tells_the_log(caplog: Any) -> None:
    with PluginHarness(Echo) as host, host.web_socket("/") as client:
        client.send("fail")
        with pytest.raises(WebSocketClosedError, match=r"1011 the plugin has failed$"):
            client.receive()
    assert "ServeWebSocket failed: /" in caplog.text
    assert "a secret" in caplog.text


def test_a_protocol_is_chosen_of_those_that_the_client_speaks() -> None:
    with PluginHarness(Echo) as host:
        with host.web_socket("/", protocols=("one", "two")) as client:
            assert client.protocol == "two"
        with host.web_socket("/", protocols=("one",)) as client:
            assert client.protocol == ""


@pytest.mark.parametrize(
    ("path", "status", "body"), [("/teapot", 418, b"short and stout"), ("/none", 403, b"")]
)
def test_a_connection_can_be_refused(path: str, status: int, body: bytes) -> None:
    with PluginHarness(Echo) as host, pytest.raises(WebSocketRefusedError) as refused:
        host.web_socket(path).__enter__()
    assert (refused.value.status, refused.value.body) == (status, body)


def test_whoever_does_not_read_holds_the_plugin_up_and_loses_nothing() -> None:
    with PluginHarness(Echo) as host, host.web_socket("/") as client:
        client.send("much")
        received = [client.receive() for _ in range(1001)]
    assert received == [*map(str, range(1000)), "much"]


def test_what_a_client_that_has_gone_is_sent_is_refused() -> None:
    failed: List[BaseException] = []

    class Deaf(Plugin):
        @hook
        async def ServeWebSocket(self, context: Any, socket: WebSocket) -> None:  # noqa: N802
            await socket.accept()
            try:
                while True:
                    await socket.send("x")
                    await asyncio.sleep(0)
            except WebSocketClosedError as error:
                failed.append(error)
                raise

    async def leave() -> None:
        harness = PluginHarness(Deaf)
        async with harness.aweb_socket("/") as client:
            assert await client.receive() == "x"
            await client.abort()
        while not failed:
            await asyncio.sleep(0)

    asyncio.run(asyncio.wait_for(leave(), 30))


def test_mistakes_are_said_at_once() -> None:
    class Hasty(Plugin):
        @hook
        async def ServeWebSocket(self, context: Any, socket: WebSocket) -> None:  # noqa: N802
            with pytest.raises(RuntimeError, match="accept the WebSocket before you send"):
                await socket.send("x")
            with pytest.raises(ValueError, match="does not speak 'x'"):
                await socket.accept("x")
            await socket.accept()
            with pytest.raises(RuntimeError, match="answered already"):
                await socket.refuse()
            await socket.send("well")

    with PluginHarness(Hasty) as host, host.web_socket("/") as client:
        assert client.receive() == "well"


def test_a_plain_function_cannot_be_the_handler() -> None:
    class Plain(Plugin):
        @hook
        def ServeWebSocket(self, context: Any, socket: WebSocket) -> None:  # noqa: N802
            raise AssertionError

    with pytest.raises(HookRegistrationError, match=r"Plain\.ServeWebSocket: .* by an async def"):
        PluginHarness(Plain)


async def application(scope: Any, receive: Any, send: Any) -> None:
    """Do what web frameworks do."""
    assert scope["type"] == "websocket"
    assert (await receive())["type"] == "websocket.connect"
    if scope["path"].endswith("/closed"):
        await send({"type": "websocket.close"})
        return
    if scope["path"].endswith("/refused"):
        headers = [(b"content-type", b"text/plain")]
        start = {"type": "websocket.http.response.start", "status": 401, "headers": headers}
        await send(start)
        await send({"type": "websocket.http.response.body", "body": b"who?"})
        return
    await send({"type": "websocket.accept", "subprotocol": scope["subprotocols"][0]})
    told = [scope["scheme"], scope["path"], scope["root_path"], scope["mattermost.user_id"]]
    await send({"type": "websocket.send", "text": " ".join(told)})
    message = await receive()
    while message["type"] == "websocket.receive":
        await send({"type": "websocket.send", "bytes": message["text"].encode()})
        message = await receive()
    raise OSError(f"gone: {message['code']}") if message["code"] == 1006 else SystemError


class Web(Plugin):
    """Has an application for everything."""

    web = asgi.mount(application, lifespan="off")


def test_an_asgi_application_has_websockets_without_any_further_word(caplog: Any) -> None:
    assert "ServeWebSocket" in Web.implemented_hooks()
    with (
        PluginHarness(Web) as host,
        host.web_socket("/chat", protocols=["p"], user_id="u") as client,
    ):
        assert client.protocol == "p"
        assert client.receive() == "ws /plugins/test/chat /plugins/test u"
        client.send("abc")
        assert client.receive() == b"abc"
    assert "SystemError" in caplog.text


@pytest.mark.parametrize(
    ("path", "status", "body"), [("/closed", 403, b""), ("/refused", 401, b"who?")]
)
def test_an_asgi_application_refuses(path: str, status: int, body: bytes) -> None:
    with PluginHarness(Web) as host, pytest.raises(WebSocketRefusedError) as refused:
        host.web_socket(path).__enter__()
    assert (refused.value.status, refused.value.body) == (status, body)
