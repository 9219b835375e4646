"""A plugin that tests of the lane serve."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import tempfile
import threading
import time
from typing import Any, Awaitable, Callable, Iterator, List, Optional

import pytest
from lane import END, MESSAGE, OPEN, WELCOME, CallsWire, Wire, hello
from support import wire

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.grpc import hooks_message_pb2, hooks_user_channel_pb2, lane_pb2
from mattermost_plugin.grpc.hooks_http_pb2 import ServeHTTPRequest, ServeHTTPResponse
from mattermost_plugin.hook_runner import HookRunner
from mattermost_plugin.hooks import current_call
from mattermost_plugin.servicers.hooks_servicer import PluginHooksServicerImpl

SOON = 30.0
HOOKS = "mattermost.pluginapi.v1.PluginHooks/"
POSTED, UPDATED, CREATED = "MessageWillBePosted", "MessageWillBeUpdated", "UserHasBeenCreated"
HEALTH = "grpc.health.v1.Health/Check"


class Example(Plugin):
    """Coroutines on the loop, plain functions in threads."""

    def __init__(self) -> None:
        super().__init__()
        self.release = threading.Event()
        self.entered = threading.Semaphore(0)
        self.cancelled = threading.Event()
        self.seen: List[Any] = []

    @hook(HookName.MessageWillBePosted)
    async def moderate(self, context: Any, post: Any) -> Any:
        if post.message == "wait":
            self.entered.release()
            try:
                await asyncio.sleep(SOON)
            except asyncio.CancelledError:
                self.cancelled.set()
                raise
        if post.message == "stubborn":
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.sleep(SOON)
            self.cancelled.set()
            await asyncio.to_thread(self.release.wait, SOON)
        if post.message == "blink":
            await asyncio.sleep(0.05)
        if post.message == "where":
            task = asyncio.current_task()
            assert task is not None and task in asyncio.all_tasks()
            return str(current_call().hook_name)
        post.message = post.message.upper()
        return post

    @hook(HookName.MessageWillBeUpdated)
    def update(self, context: Any, new: Any, old: Any) -> Any:
        if new.message == "block":
            self.entered.release()
            assert self.release.wait(SOON)
        if new.message == "await":
            return self._later(new)
        if new.message == "until cancelled":
            self.entered.release()
            if current_call().wait_cancelled(SOON):
                self.cancelled.set()
        new.message = new.message.upper()
        return new

    async def _later(self, post: Any) -> Any:
        await asyncio.sleep(0)
        assert asyncio.current_task() is not None
        assert current_call().hook_name == UPDATED
        post.message = "awaited"
        return post

    @hook(HookName.UserHasBeenCreated)
    def created(self, context: Any, user: Any) -> None:
        self.seen.append(user.id)

    @hook(HookName.ServeHTTP)
    async def serve(self, context: Any, writer: Any, request: Any) -> None:
        if request.path == "/hold":
            try:
                await asyncio.sleep(SOON)
            except asyncio.CancelledError:
                self.cancelled.set()
                raise
        if request.path == "/early":
            writer.write("enough")
            return
        async for part in request.stream():
            await writer.write(part)


def request_of(method: str, message: str) -> bytes:
    post = {"message": message}
    if method == UPDATED:
        request: Any = hooks_message_pb2.MessageWillBeUpdatedRequest(
            plugin_context={}, new_post=post, old_post={}
        )
    elif method == POSTED:
        request = hooks_message_pb2.MessageWillBePostedRequest(plugin_context={}, post=post)
    else:
        request = hooks_user_channel_pb2.UserHasBeenCreatedRequest(
            plugin_context={}, user={"id": message}
        )
    data: bytes = request.SerializeToString()
    return data


def call(number: int, method: str, message: str, millis: int = 0) -> Any:
    return lane_pb2.Call(
        id=number,
        method=HOOKS + method,
        request=request_of(method, message),
        timeout_millis=millis,
    )


def text_of(answer: Any) -> str:
    assert answer.status == 0, answer
    response = hooks_message_pb2.MessageWillBePostedResponse.FromString(answer.response)
    return response.modified_post.message or response.rejection_reason


Test = Callable[[str, Example], Awaitable[None]]


def served(
    test: Test, plugin: Optional[Example] = None, runner: Optional[HookRunner] = None
) -> None:
    """Serve a plugin, and run a test with its address."""
    made = Example() if plugin is None else plugin

    async def run() -> None:
        servicer = PluginHooksServicerImpl(made, runner)
        async with wire().serving(servicer) as target:
            try:
                await asyncio.wait_for(test(target, made), SOON * 2)
            finally:
                made.release.set()

    asyncio.run(run())


async def until(condition: Callable[[], Any]) -> None:
    deadline = time.monotonic() + SOON
    while not condition():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.005)


async def entered(plugin: Example, times: int = 1) -> None:
    for _ in range(times):
        assert await asyncio.to_thread(plugin.entered.acquire, True, SOON)


async def is_closed(connection: Wire) -> bool:
    return await connection.next() is None


async def works(target: str) -> bool:
    """Whether the plugin answers on a connection of its own."""
    connection = await CallsWire.connect(target)
    answer = await connection.call(HOOKS + POSTED, request_of(POSTED, "yes"))
    await connection.close()
    return text_of(answer) == "YES"


# Beginnings


def lines(caplog: Any) -> List[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


async def open_stream(target: str, path: str, connection: Optional[Wire] = None) -> Wire:
    opened = lane_pb2.Open(method=HOOKS + "ServeHTTP")
    if connection is None:
        connection = await Wire.connect(target)
        connection.writer.write(hello(lane_pb2.USE_STREAMS))
        assert (await connection.next() or (0,))[0] == WELCOME
    connection.send(OPEN, opened)
    first = ServeHTTPRequest()
    first.init.method, first.init.url, first.init.content_length = "POST", path, -1
    connection.send(MESSAGE, first)
    return connection


async def rest_of(connection: Wire) -> bytes:
    """The body of an answer, whose stream has ended well."""
    body = b""
    while True:
        got = await connection.next()
        assert got is not None
        if got[0] == END:
            assert got[1].status == 0, got
            return body
        body += ServeHTTPResponse.FromString(got[1]).body_chunk


@contextlib.contextmanager
def in_folder() -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANE_TEST_FOLDER", folder)
        yield
