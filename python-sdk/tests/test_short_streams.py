"""HTTP requests that come on a stream of calls."""

from __future__ import annotations

import asyncio
from typing import Any, Awaitable, Callable, Iterator, List, Tuple

import grpc
import pytest
from support import failed_call, wire
from test_call_stream import HOOKS, SOON, caller_on

from mattermost_plugin import Plugin, RuntimeConfig, asgi, hook
from mattermost_plugin._internal.channels import MESSAGE_LIMIT
from mattermost_plugin._internal.current_call import HookCancelledError
from mattermost_plugin._internal.lane import stream_connection
from mattermost_plugin.grpc.calls_pb2 import Answer, Call
from mattermost_plugin.grpc.hooks_http_pb2 import ServeHTTPRequest, ServeHTTPResponse
from mattermost_plugin.server import PluginServer
from mattermost_plugin.servicers import hooks_servicer

pytestmark = pytest.mark.usefixtures("over_both")

CHUNK = b"x" * 65536


class Web(Plugin):
    def __init__(self) -> None:
        super().__init__()
        self.started = asyncio.Event()
        self.go_on = asyncio.Event()
        self.cancelled = asyncio.Event()

    @hook
    async def ServeHTTP(self, context: Any, writer: Any, request: Any) -> None:  # noqa: N802
        self.started.set()
        try:
            await getattr(self, request.path[1:])(writer, request)
        except (asyncio.CancelledError, HookCancelledError):
            # The latter from whoever writes when nobody takes it any more.
            self.cancelled.set()
            raise

    async def small(self, writer: Any, request: Any) -> None:
        writer.set_header("Color", "green")
        writer.write(b"hello " + await request.read())

    async def nothing(self, writer: Any, request: Any) -> None:
        pass

    async def large(self, writer: Any, request: Any) -> None:
        for _ in range(20):
            await writer.write(CHUNK)

    async def endless(self, writer: Any, request: Any) -> None:
        while True:
            await writer.write(CHUNK)

    async def two(self, writer: Any, request: Any) -> None:
        await writer.write(b"one")
        await writer.flush()
        await self.go_on.wait()
        writer.write(b"two")

    async def late(self, writer: Any, request: Any) -> None:
        await self.go_on.wait()
        writer.write(b"at last")

    async def fail(self, writer: Any, request: Any) -> None:
        raise ValueError("not for clients")

    async def fail_later(self, writer: Any, request: Any) -> None:
        await writer.write(b"one")
        await writer.flush()
        await self.go_on.wait()
        raise ValueError("not for clients")


class Application(Plugin):
    """Does the same by an ASGI application."""

    def __init__(self) -> None:
        super().__init__()
        self.started = asyncio.Event()
        self.go_on = asyncio.Event()
        self.cancelled = asyncio.Event()

    web = asgi.mount(create=lambda plugin: plugin.app, lifespan="off")

    async def app(self, scope: Any, receive: Any, send: Any) -> None:
        self.started.set()
        await getattr(self, scope["path"][1:])(receive, send)

    async def start(self, send: Any, *headers: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": headers})

    async def body(self, send: Any, part: bytes, more: bool = False) -> None:
        await send({"type": "http.response.body", "body": part, "more_body": more})

    async def small(self, receive: Any, send: Any) -> None:
        message = await receive()
        assert not message["more_body"]
        await self.start(send, (b"Color", b"green"))
        await self.body(send, b"hello " + message["body"])

    async def nothing(self, receive: Any, send: Any) -> None:
        await self.start(send)
        await self.body(send, b"")

    async def large(self, receive: Any, send: Any) -> None:
        await self.start(send)
        for _ in range(20):
            await self.body(send, CHUNK, more=True)
        await self.body(send, b"")

    async def one_piece(self, receive: Any, send: Any) -> None:
        await self.start(send)
        await self.body(send, CHUNK * 20)

    async def endless(self, receive: Any, send: Any) -> None:
        await self.start(send)
        try:
            while True:
                await self.body(send, CHUNK, more=True)
        except asgi.ClientGoneError:
            self.cancelled.set()

    async def two(self, receive: Any, send: Any) -> None:
        await self.start(send)
        await self.body(send, b"one", more=True)
        await self._wait(receive)
        await self.body(send, b"two")

    async def _wait(self, receive: Any) -> None:
        assert not (await receive())["more_body"]
        gone = asyncio.ensure_future(receive())
        going_on = asyncio.ensure_future(self.go_on.wait())
        await asyncio.wait([gone, going_on], return_when=asyncio.FIRST_COMPLETED)
        going_on.cancel()
        if gone.done():
            assert gone.result() == {"type": "http.disconnect"}
            self.cancelled.set()
        gone.cancel()

    async def late(self, receive: Any, send: Any) -> None:
        await self._wait(receive)
        await self.start(send)
        await self.body(send, b"at last")

    async def late_body(self, receive: Any, send: Any) -> None:
        await self.start(send, (b"Color", b"green"))
        await self._wait(receive)
        await self.body(send, b"at last")

    async def late_alone(self, receive: Any, send: Any) -> None:
        await self.go_on.wait()

    async def fail(self, receive: Any, send: Any) -> None:
        raise ValueError("not for clients")

    async def slow(self, receive: Any, send: Any) -> None:
        await self.start(send)
        await self.body(send, b"one", more=True)
        await asyncio.sleep(10 * hooks_servicer.BEGINS_WITHIN)
        await self.body(send, b"two")

    async def fail_after_head(self, receive: Any, send: Any) -> None:
        await self.start(send)
        raise ValueError("not for clients")

    async def fail_later(self, receive: Any, send: Any) -> None:
        await self.start(send)
        await self.body(send, b"one", more=True)
        await self.go_on.wait()
        raise ValueError("not for clients")

    async def goes_on(self, receive: Any, send: Any) -> None:
        await self.small(receive, send)
        assert await receive() == {"type": "http.disconnect"}
        with pytest.raises(RuntimeError):
            await self.body(send, b"too much")
        await self.go_on.wait()
        self.cancelled.set()


@pytest.fixture(autouse=True, params=[Web, Application])
def kind(request: Any) -> Iterator[Any]:
    """What the plugin is that answers."""
    served_kind.append(request.param)
    yield request.param
    served_kind.clear()


served_kind: List[Any] = []


class Host:
    def __init__(self, channel: Any) -> None:
        self.caller = caller_on(channel)
        self._stream: Any = channel.stream_stream(
            f"/{HOOKS}ServeHTTP", ServeHTTPRequest.SerializeToString, ServeHTTPResponse.FromString
        )
        self._last = 0

    async def begin(self, path: str, body: bytes = b"", complete: bool = True) -> int:
        message = ServeHTTPRequest(body_chunk=body, body_complete=complete)
        message.init.method, message.init.url = "POST", path
        message.init.content_length = len(body)
        self._last += 1
        call = Call(id=self._last, method=HOOKS + "ServeHTTP", request=message.SerializeToString())
        await self.caller.send(call)
        return self._last

    async def answer(self, path: str, body: bytes = b"") -> Tuple[Answer, ServeHTTPResponse]:
        answer = await self.caller.answer(await self.begin(path, body))
        return answer, ServeHTTPResponse.FromString(answer.response)

    def rest(self, number: int) -> Any:
        return self._stream(_no_requests(), metadata=(("krait-rest", str(number)),), timeout=SOON)


async def _no_requests() -> Any:
    nothing: Tuple[Any, ...] = ()
    for message in nothing:
        yield message


def served(test: Callable[[Host, Any], Awaitable[None]]) -> None:
    async def run() -> None:
        plugin = served_kind[0]()
        server = PluginServer(plugin, RuntimeConfig())
        await server.start()
        try:
            limit = ("grpc.max_receive_message_length", MESSAGE_LIMIT)
            async with wire().aio_channel(server.target, [limit]) as channel:
                host = Host(channel)
                await host.caller.begin()
                await test(host, plugin)
                host.caller.close()
        finally:
            await server.stop(0)

    asyncio.run(run())


def test_a_short_answer_is_whole() -> None:
    async def test(host: Host, plugin: Any) -> None:
        answer, response = await host.answer("/small", b"you")

        assert (answer.status, answer.rest) == (0, 0)
        assert response.init.status_code == 200
        assert [(h.key, list(h.values)) for h in response.init.headers] == [("Color", ["green"])]
        assert response.body_chunk == b"hello you"
        assert response.body_complete

    served(test)


@pytest.mark.parametrize(("path", "status"), [("/nothing", 200), ("/fail", 500)])
def test_answers_without_a_body_and_failures_are_whole(path: str, status: int) -> None:
    async def test(host: Host, plugin: Any) -> None:
        answer, response = await host.answer(path)

        assert answer.rest == 0
        assert response.init.status_code == status
        assert response.body_complete
        assert b"not for clients" not in response.body_chunk

    served(test)


def test_a_long_answer_is_continued() -> None:
    async def test(host: Host, plugin: Any) -> None:
        answer, response = await host.answer("/large")
        assert response.init.status_code == 200
        messages: List[Any] = [response]
        async for message in host.rest(answer.rest):
            messages.append(message)

        assert b"".join(m.body_chunk for m in messages) == CHUNK * 20
        # On the lane what is ready goes together, to a limit.
        longest = len(CHUNK) if wire().name == "grpc" else stream_connection.CHUNK
        assert max(len(m.body_chunk) for m in messages) == longest
        assert [m.body_complete for m in messages] == [False] * (len(messages) - 1) + [True]

    served(test)


def test_what_is_written_first_does_not_wait_for_the_rest() -> None:
    async def test(host: Host, plugin: Any) -> None:
        answer, response = await host.answer("/two")
        assert (response.body_chunk, response.flush) == (b"one", True)

        rest = host.rest(answer.rest)
        plugin.go_on.set()

        assert (await rest.read()).body_chunk == b"two"

    served(test)


def test_a_late_answer_does_not_stay_on_the_stream(monkeypatch: Any) -> None:
    monkeypatch.setattr(hooks_servicer, "BEGINS_WITHIN", 0.01)

    async def test(host: Host, plugin: Any) -> None:
        answer = await host.caller.answer(await host.begin("/late"))
        assert answer.response == b""

        rest = host.rest(answer.rest)
        plugin.go_on.set()

        message = await rest.read()
        assert (message.init.status_code, message.body_chunk) == (200, b"at last")

    served(test)


def test_an_answer_that_fails_later_is_broken_off() -> None:
    async def test(host: Host, plugin: Any) -> None:
        answer, _ = await host.answer("/fail_later")
        rest = host.rest(answer.rest)
        plugin.go_on.set()

        with failed_call() as error:
            await rest.read()
        assert error.value.code() is grpc.StatusCode.INTERNAL

    served(test)


def test_a_call_that_is_cancelled_cancels_the_handler() -> None:
    async def test(host: Host, plugin: Any) -> None:
        number = await host.begin("/late")
        await asyncio.wait_for(plugin.started.wait(), SOON)
        await host.caller.cancel(number)

        await asyncio.wait_for(plugin.cancelled.wait(), SOON)

    served(test)


def test_a_rest_that_is_cancelled_cancels_the_handler() -> None:
    async def test(host: Host, plugin: Any) -> None:
        answer, _ = await host.answer("/endless")
        rest = host.rest(answer.rest)
        await rest.read()
        rest.cancel()

        await asyncio.wait_for(plugin.cancelled.wait(), SOON)

    served(test)


def test_a_rest_that_nobody_asks_for_is_given_up(monkeypatch: Any) -> None:
    monkeypatch.setattr(hooks_servicer, "REST_KEPT", 0.01)

    async def test(host: Host, plugin: Any) -> None:
        answer, _ = await host.answer("/two")
        await asyncio.wait_for(plugin.cancelled.wait(), SOON)

        with failed_call() as error:
            await host.rest(answer.rest).read()
        assert error.value.code() is grpc.StatusCode.NOT_FOUND

    served(test)


def test_a_request_that_goes_on_has_to_come_by_itself() -> None:
    async def test(host: Host, plugin: Any) -> None:
        answer = await host.caller.answer(await host.begin("/small", b"a part", complete=False))

        assert answer.status == grpc.StatusCode.UNIMPLEMENTED.value[0]

    served(test)


@pytest.mark.parametrize("kind", [Application], indirect=True)
@pytest.mark.parametrize("path", ["/large", "/one_piece"])
def test_a_long_answer_of_an_application_is_continued(path: str) -> None:
    async def test(host: Host, plugin: Any) -> None:
        answer, response = await host.answer(path)
        parts = [response.body_chunk]
        async for message in host.rest(answer.rest):
            parts.append(message.body_chunk)

        assert b"".join(parts) == CHUNK * 20

    served(test)


@pytest.mark.parametrize("kind", [Application], indirect=True)
def test_what_goes_on_after_an_answer_is_not_waited_for() -> None:
    async def test(host: Host, plugin: Any) -> None:
        _, response = await host.answer("/goes_on", b"you")
        assert response.body_chunk == b"hello you"

        plugin.go_on.set()
        await asyncio.wait_for(plugin.cancelled.wait(), SOON)

    served(test)


@pytest.mark.parametrize("kind", [Application], indirect=True)
def test_a_head_that_goes_before_a_late_body_is_not_lost(monkeypatch: Any) -> None:
    monkeypatch.setattr(hooks_servicer, "BEGINS_WITHIN", 0.01)

    async def test(host: Host, plugin: Any) -> None:
        answer = await host.caller.answer(await host.begin("/late_body"))
        rest = host.rest(answer.rest)
        plugin.go_on.set()

        message = await rest.read()
        assert [(h.key, list(h.values)) for h in message.init.headers] == [("Color", ["green"])]
        assert message.body_chunk == b"at last"

    served(test)


@pytest.mark.parametrize("kind", [Application], indirect=True)
def test_a_failure_after_the_head_and_before_the_body_is_told() -> None:
    async def test(host: Host, plugin: Any) -> None:
        answer, response = await host.answer("/fail_after_head")

        assert (answer.rest, response.init.status_code) == (0, 500)

    served(test)


@pytest.mark.parametrize("kind", [Application], indirect=True)
def test_the_end_of_the_plugin_is_told_to_who_waits_for_an_application() -> None:
    async def test(host: Host, plugin: Any) -> None:
        number = await host.begin("/late_alone")
        await asyncio.wait_for(plugin.started.wait(), SOON)
        for task in list(type(plugin).web.of(plugin)._tasks):
            task.cancel()

        answer = await host.caller.answer(number)
        response = ServeHTTPResponse.FromString(answer.response)
        assert response.init.status_code == 500

    served(test)


@pytest.mark.parametrize("kind", [Application], indirect=True)
def test_a_rest_may_take_longer_than_the_beginning(monkeypatch: Any) -> None:
    monkeypatch.setattr(hooks_servicer, "BEGINS_WITHIN", 0.01)

    async def test(host: Host, plugin: Any) -> None:
        answer, response = await host.answer("/slow")
        assert response.body_chunk == b"one"

        assert (await host.rest(answer.rest).read()).body_chunk == b"two"

    served(test)
