from __future__ import annotations

import asyncio
import functools
from typing import Any, Awaitable, Callable, Dict, List

import grpc
import lane
import pytest
from support import wire

from mattermost_plugin import HookName, Plugin, RuntimeConfig, hook
from mattermost_plugin._internal.channels import MESSAGE_LIMIT
from mattermost_plugin.grpc import (
    hooks_command_pb2,
    hooks_lifecycle_pb2,
    hooks_message_pb2,
    hooks_user_channel_pb2,
    lane_pb2,
)
from mattermost_plugin.grpc.calls_pb2 import AnswerFrame, Call, CallFrame
from mattermost_plugin.models import PluginContext, Post, User
from mattermost_plugin.server import PluginServer

pytestmark = pytest.mark.usefixtures("over_both")

SOON = 30.0
HOOKS = "mattermost.pluginapi.v1.PluginHooks/"


class Moderator(Plugin):
    started: asyncio.Event
    cancelled: asyncio.Event

    @hook(HookName.MessageWillBePosted)
    def moderate(self, context: PluginContext, post: Post) -> Post:
        post.message = post.message.upper()
        return post

    @hook(HookName.UserWillLogIn)
    async def wait(self, context: PluginContext, user: User) -> str:
        self.started.set()
        try:
            await asyncio.sleep(SOON)
        except asyncio.CancelledError:
            self.cancelled.set()
            raise
        return "too late"

    @hook(HookName.ReactionHasBeenAdded)
    def fail(self, context: PluginContext, reaction: Any) -> None:
        raise ValueError("no such emoji")


class Caller:
    """The host's end of a stream of calls."""

    def __init__(self, channel: Any) -> None:
        open_stream: Any = channel.stream_stream(
            "/krait.calls.v1.CallStream/Open", CallFrame.SerializeToString, AnswerFrame.FromString
        )
        self._stream = open_stream()
        self.answers: Dict[int, Any] = {}

    async def begin(self) -> None:
        assert list((await self._frame()).answers) == []

    async def _frame(self) -> AnswerFrame:
        frame: AnswerFrame = await asyncio.wait_for(self._stream.read(), SOON)
        return frame

    async def ended(self) -> bool:
        """Whether the plugin has ended it, in order and after all answers."""
        return not isinstance(await self._frame(), AnswerFrame)

    async def send(self, *calls: Call) -> None:
        await self._stream.write(CallFrame(calls=calls))

    async def cancel(self, number: int) -> None:
        await self._stream.write(CallFrame(cancelled=[number]))

    async def no_more(self) -> None:
        """Say that there are no more calls."""
        await self._stream.done_writing()

    async def answer(self, number: int) -> Any:
        while number not in self.answers:
            for answer in (await self._frame()).answers:
                self.answers[answer.id] = answer
        return self.answers[number]

    def close(self) -> None:
        """Be gone."""
        self._stream.cancel()


class LaneCaller(Caller):
    """The host's connections for calls on the lane."""

    def __init__(self, channel: lane.AioLaneChannel) -> None:
        self._channel = channel
        self._wires: Dict[int, lane.CallsWire] = {}
        self._waiting: Dict[int, Any] = {}
        self.answers = {}

    async def begin(self) -> None:
        await self._channel.wire_for("")

    async def ended(self) -> bool:
        for used in set(self._wires.values()) or {await self._channel.wire_for("")}:
            await asyncio.wait_for(used.ended.wait(), SOON)
            if not (used.said_goodbye or self._said_goodbye):
                return False
        return True

    _said_goodbye = False

    async def send(self, *calls: Call) -> None:
        by_wire: Dict[int, List[Call]] = {}
        for call in calls:
            used = self._wires[call.id] = await self._channel.wire_for(call.method)
            by_wire.setdefault(id(used), []).append(call)
        for group in by_wire.values():
            used = self._wires[group[0].id]
            on_lane = [lane_pb2.Call.FromString(call.SerializeToString()) for call in group]
            for call, future in zip(group, used.begin(*on_lane)):
                self._waiting[call.id] = future
                future.add_done_callback(functools.partial(self._note, call.id))

    def _note(self, number: int, future: Any) -> None:
        if not future.cancelled() and future.exception() is None:
            self.answers[number] = future.result()

    async def cancel(self, number: int) -> None:
        self._wires[number].cancel(number)

    async def no_more(self) -> None:
        self._said_goodbye = True
        for used in set(self._wires.values()):
            used.wire.send(lane.GOODBYE, lane_pb2.Goodbye())

    async def answer(self, number: int) -> Any:
        return await asyncio.wait_for(self._waiting[number], SOON)

    def close(self) -> None:
        for used in self._wires.values():
            used.wire.writer.close()


def caller_on(channel: Any) -> Caller:
    return LaneCaller(channel) if wire().on_lane else Caller(channel)


def served(test: Callable[[Caller, Moderator, PluginServer], Awaitable[None]]) -> None:
    """Run a test with calls to a plugin that is served."""

    async def run() -> None:
        plugin = Moderator()
        plugin.started, plugin.cancelled = asyncio.Event(), asyncio.Event()
        server = PluginServer(plugin, RuntimeConfig())
        await server.start()
        try:
            limit = ("grpc.max_receive_message_length", MESSAGE_LIMIT)
            async with wire().aio_channel(server.target, [limit]) as channel:
                caller = caller_on(channel)
                await caller.begin()
                await test(caller, plugin, server)
                caller.close()
        finally:
            await server.stop(0)

    asyncio.run(run())


def posted(number: int, message: str) -> Call:
    request = hooks_message_pb2.MessageWillBePostedRequest(
        plugin_context={"request_id": "r"}, post={"message": message}
    )
    return Call(
        id=number, method=HOOKS + "MessageWillBePosted", request=request.SerializeToString()
    )


def login(number: int, timeout_millis: int = 0) -> Call:
    request = hooks_user_channel_pb2.UserWillLogInRequest(plugin_context={}, user={"id": "u"})
    return Call(
        id=number,
        method=HOOKS + "UserWillLogIn",
        request=request.SerializeToString(),
        timeout_millis=timeout_millis,
    )


def message_of(answer: Any) -> str:
    response = hooks_message_pb2.MessageWillBePostedResponse.FromString(answer.response)
    return response.modified_post.message


def test_calls_of_one_frame_are_answered_by_the_handlers() -> None:
    async def test(caller: Caller, plugin: Moderator, server: PluginServer) -> None:
        await caller.send(*(posted(n, f"message {n}") for n in range(1, 51)))

        for n in range(1, 51):
            assert message_of(await caller.answer(n)) == f"MESSAGE {n}"

    served(test)


def test_a_call_that_waits_does_not_hold_up_others() -> None:
    async def test(caller: Caller, plugin: Moderator, server: PluginServer) -> None:
        await caller.send(login(1), posted(2, "fast"))

        assert message_of(await caller.answer(2)) == "FAST"
        assert 1 not in caller.answers

    served(test)


def test_what_a_handler_raises_is_the_status_of_its_call() -> None:
    async def test(caller: Caller, plugin: Moderator, server: PluginServer) -> None:
        request = hooks_message_pb2.ReactionHasBeenAddedRequest(plugin_context={}, reaction={})
        await caller.send(
            Call(id=7, method=HOOKS + "ReactionHasBeenAdded", request=request.SerializeToString())
        )

        answer = await caller.answer(7)

        assert answer.status == grpc.StatusCode.INVALID_ARGUMENT.value[0]
        assert "no such emoji" in answer.status_text

    served(test)


def test_an_error_that_the_response_has_room_for_is_no_status() -> None:
    async def test(caller: Caller, plugin: Moderator, server: PluginServer) -> None:
        request = hooks_command_pb2.ExecuteCommandRequest(plugin_context={}, args={})
        await caller.send(
            Call(id=1, method=HOOKS + "ExecuteCommand", request=request.SerializeToString())
        )

        answer = await caller.answer(1)

        assert answer.status == 0
        response = hooks_command_pb2.ExecuteCommandResponse.FromString(answer.response)
        assert response.error.status_code == 501

    served(test)


@pytest.mark.parametrize("method", [HOOKS + "NotThere", "nonsense", ""])
def test_a_method_that_is_not_there_is_unimplemented(method: str) -> None:
    async def test(caller: Caller, plugin: Moderator, server: PluginServer) -> None:
        await caller.send(Call(id=1, method=method))

        assert (await caller.answer(1)).status == grpc.StatusCode.UNIMPLEMENTED.value[0]

    served(test)


def test_a_request_that_is_no_message_fails_alone() -> None:
    async def test(caller: Caller, plugin: Moderator, server: PluginServer) -> None:
        bad = Call(id=1, method=HOOKS + "MessageWillBePosted", request=b"\xff\xff")
        await caller.send(bad, posted(2, "good"))

        assert (await caller.answer(1)).status != 0
        assert message_of(await caller.answer(2)) == "GOOD"

    served(test)


def test_an_answer_that_no_frame_can_hold_fails_alone() -> None:
    async def test(caller: Caller, plugin: Moderator, server: PluginServer) -> None:
        # This letter has two bytes, and three in upper case.
        await caller.send(posted(1, "\u0250" * (24 << 20)), posted(2, "small"))

        answer = await caller.answer(1)

        assert answer.status == grpc.StatusCode.RESOURCE_EXHAUSTED.value[0]
        assert "the limit is" in answer.status_text
        assert message_of(await caller.answer(2)) == "SMALL"

    served(test)


def test_large_answers_go_in_frames_of_their_own() -> None:
    async def test(caller: Caller, plugin: Moderator, server: PluginServer) -> None:
        large = "m" * (40 << 20)
        await caller.send(*(posted(n, f"message {n}") for n in range(1, 51)))
        await caller.send(posted(51, large))
        await caller.send(posted(52, large))

        assert len(message_of(await caller.answer(51))) == len(large)
        assert len(message_of(await caller.answer(52))) == len(large)

    served(test)


def test_a_cancelled_call_cancels_its_handler() -> None:
    async def test(caller: Caller, plugin: Moderator, server: PluginServer) -> None:
        await caller.send(login(1))
        await asyncio.wait_for(plugin.started.wait(), SOON)

        await caller.cancel(1)

        await asyncio.wait_for(plugin.cancelled.wait(), SOON)

    served(test)


def test_a_late_handler_is_cancelled_and_its_call_has_an_answer() -> None:
    async def test(caller: Caller, plugin: Moderator, server: PluginServer) -> None:
        await caller.send(login(1, timeout_millis=100))

        answer = await caller.answer(1)

        assert answer.status == grpc.StatusCode.DEADLINE_EXCEEDED.value[0]
        await asyncio.wait_for(plugin.cancelled.wait(), SOON)

    served(test)


def test_a_lost_caller_cancels_what_runs() -> None:
    async def test(caller: Caller, plugin: Moderator, server: PluginServer) -> None:
        await caller.send(login(1))
        await asyncio.wait_for(plugin.started.wait(), SOON)

        caller.close()

        await asyncio.wait_for(plugin.cancelled.wait(), SOON)

    served(test)


def test_calls_that_run_are_answered_when_the_caller_has_no_more() -> None:
    async def test(caller: Caller, plugin: Moderator, server: PluginServer) -> None:
        await caller.send(*(posted(n, "last") for n in range(1, 11)))
        await caller.no_more()

        for n in range(1, 11):
            assert message_of(await caller.answer(n)) == "LAST"
        assert await caller.ended()

    served(test)


def test_an_open_stream_does_not_hold_up_the_end_of_the_server() -> None:
    async def test(caller: Caller, plugin: Moderator, server: PluginServer) -> None:
        await asyncio.wait_for(server.stop(10 * SOON), SOON)

        assert await caller.ended()

    served(test)


def test_other_services_are_there_too() -> None:
    async def test(caller: Caller, plugin: Moderator, server: PluginServer) -> None:
        request = hooks_lifecycle_pb2.ImplementedRequest()
        await caller.send(
            Call(id=1, method=HOOKS + "Implemented", request=request.SerializeToString())
        )

        answer = await caller.answer(1)

        hooks: List[str] = list(
            hooks_lifecycle_pb2.ImplementedResponse.FromString(answer.response).hooks
        )
        assert "MessageWillBePosted" in hooks

    served(test)
