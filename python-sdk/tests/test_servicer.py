"""A plugin's handlers, called over a real wire."""

from __future__ import annotations

import asyncio
import re
import threading
from typing import Any, List, Tuple

import grpc
import pytest
from support import failed_call
from test_hooks import exchange

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.grpc import (
    hooks_command_pb2,
    hooks_lifecycle_pb2,
    hooks_message_pb2,
    hooks_user_channel_pb2,
)
from mattermost_plugin.hook_runner import HookRunner
from mattermost_plugin.hooks import current_call
from mattermost_plugin.models import Post
from mattermost_plugin.servicers.hooks_servicer import DISMISS_POST_ERROR, PluginHooksServicerImpl

pytestmark = pytest.mark.usefixtures("over_both")

SOON = 30.0


class Example(Plugin):
    def __init__(self) -> None:
        super().__init__()
        self.remaining: List[Any] = []
        self.ended = threading.Event()

    @hook(HookName.MessageWillBePosted)
    def moderate(self, context: Any, post: Post) -> Any:
        if "spam" in post.message:
            return DISMISS_POST_ERROR
        post.message = post.message.upper()
        return post

    @hook
    async def UserHasLoggedIn(self, context: Any, user: Any) -> None:  # noqa: N802
        self.remaining.append(current_call().time_remaining())

    @hook
    def GenerateSupportData(self, context: Any) -> None:  # noqa: N802
        self.remaining.append(current_call().time_remaining())

    @hook
    def OnDeactivate(self) -> None:  # noqa: N802
        raise LookupError("nothing there")

    @hook
    def UserHasBeenCreated(self, context: Any, user: Any) -> None:  # noqa: N802
        if current_call().wait_cancelled(SOON):
            self.ended.set()


def serve(plugin: Plugin, name: str, request: Any, *options: Any, **limits: Any) -> Any:
    servicer = PluginHooksServicerImpl(plugin, *options)
    return exchange(servicer, lambda stub: getattr(stub, name)(request, **limits))


def message(text: str) -> Any:
    return hooks_message_pb2.MessageWillBePostedRequest(post={"id": "p", "message": text})


def test_handlers_answer() -> None:
    plugin = Example()
    response = serve(plugin, "MessageWillBePosted", message("hello"))
    assert response.modified_post.message == "HELLO"
    response = serve(plugin, "MessageWillBePosted", message("spam"))
    assert response.rejection_reason == "plugin.message_will_be_posted.dismiss_post"
    response = serve(plugin, "Implemented", hooks_lifecycle_pb2.ImplementedRequest())
    assert list(response.hooks) == Example.implemented_hooks()


def test_hooks_without_a_handler_change_nothing() -> None:
    plugin = Plugin()
    response = serve(plugin, "MessageWillBePosted", message("hello"))
    assert response == hooks_message_pb2.MessageWillBePostedResponse()
    request = hooks_command_pb2.ExecuteCommandRequest(args={"command": "/x"})
    error = serve(plugin, "ExecuteCommand", request).error
    assert (error.id, error.status_code) == ("plugin.execute_command.not_implemented", 501)


def test_what_a_handler_raises_is_logged_with_its_trace(caplog: Any) -> None:
    response = serve(Example(), "OnDeactivate", hooks_lifecycle_pb2.OnDeactivateRequest())
    assert (response.error.id, response.error.message) == (
        "plugin.on_deactivate.error",
        "nothing there",
    )
    assert "OnDeactivate failed" in caplog.text
    assert "LookupError: nothing there" in caplog.text


def test_what_a_handler_returns_wrongly_is_in_the_log_of_the_plugin(caplog: Any) -> None:
    class Wrong(Plugin):
        @hook(HookName.ExecuteCommand)
        def answer(self, context: Any, args: Any) -> Any:
            return 5

        @hook(HookName.MessageWillBePosted)
        def check(self, context: Any, post: Any) -> Any:
            return 5

        @hook(HookName.OnConfigurationChange)
        def configure(self) -> Any:
            return "no such channel"

    request = hooks_command_pb2.ExecuteCommandRequest(args={"command": "/x"})
    assert "returned int" not in serve(Wrong(), "ExecuteCommand", request).error.message
    with failed_call():
        serve(Wrong(), "MessageWillBePosted", message("hello"))
    serve(Wrong(), "OnConfigurationChange", hooks_lifecycle_pb2.OnConfigurationChangeRequest())
    told = [(record.name, record.levelname, record.getMessage()) for record in caplog.records]
    name, level, text = told[0]
    assert (name, level) == ("Wrong", "ERROR")
    assert text.startswith(
        "ExecuteCommand returned int; it may return None, a text, CommandResponse"
    )
    assert told[1][2].startswith("MessageWillBePosted returned int; it may return None, Post")
    assert told[2] == ("Wrong", "ERROR", "OnConfigurationChange: no such channel")


def request_of(name: str) -> Any:
    if name == "UserHasLoggedIn":
        return hooks_user_channel_pb2.UserHasLoggedInRequest(user={"id": "u"})
    return hooks_command_pb2.GenerateSupportDataRequest()


@pytest.mark.parametrize(
    ("name", "configured", "host", "low", "high"),
    [
        ("UserHasLoggedIn", 30.0, None, 20, 30),
        ("GenerateSupportData", 30.0, None, 50, 60),
        ("GenerateSupportData", 40.0, None, 30, 40),
        ("UserHasLoggedIn", 30.0, 20.0, 10, 19.9),
        ("UserHasLoggedIn", 30.0, 60.0, 50, 59.9),
        ("UserHasLoggedIn", 10.0, 20.0, 1, 10),
        ("GenerateSupportData", 30.0, 50.0, 40, 49.9),
    ],
)
def test_a_handler_has_until_the_earliest_limit(
    name: str, configured: float, host: Any, low: float, high: float
) -> None:
    plugin = Example()
    serve(plugin, name, request_of(name), HookRunner(configured), timeout=host)
    (remaining,) = plugin.remaining
    assert low < remaining <= high


def test_a_late_handler_is_told_and_reported(caplog: Any) -> None:
    plugin = Example()
    request = hooks_user_channel_pb2.UserHasBeenCreatedRequest(user={"id": "u"})
    with failed_call() as raised:
        serve(plugin, "UserHasBeenCreated", request, HookRunner(0.5))
    assert raised.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED
    assert raised.value.details() == "UserHasBeenCreated took longer than 0.5 s"
    assert plugin.ended.wait(SOON)
    assert re.search(
        r"UserHasBeenCreated took longer than 0.5 s; it was at .*_servicer.py, line \d+, in User",
        caplog.text,
    )


def test_a_call_that_the_host_cancels_reaches_the_handler() -> None:
    plugin = Example()
    request = hooks_user_channel_pb2.UserHasBeenCreatedRequest(user={"id": "u"})

    async def work(stub: Any) -> Tuple[bool, bool]:
        call = stub.UserHasBeenCreated(request)
        # The call has begun when the server has answered another one.
        await stub.Implemented(hooks_lifecycle_pb2.ImplementedRequest())
        await asyncio.sleep(0.1)
        cancelled = call.cancel()
        ended = await asyncio.get_running_loop().run_in_executor(None, plugin.ended.wait, SOON)
        return cancelled, ended

    assert exchange(PluginHooksServicerImpl(plugin), work) == (True, True)
