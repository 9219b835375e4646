"""What authors test their plugins with."""

from __future__ import annotations

import asyncio
import warnings
from datetime import timedelta, timezone
from typing import Any, List

import grpc
import pytest
from test_hooks import UNARY, request_for

from mattermost_plugin import HookName, NotFoundError, Plugin, PluginAPIError, command, hook
from mattermost_plugin.commands import CommandCall
from mattermost_plugin.interactive import (
    Click,
    Form,
    FormError,
    action,
    attachment,
    submission,
    text_field,
)
from mattermost_plugin.models import Channel, CommandArgs, CommandResponse, Post, Reaction, User
from mattermost_plugin.testing import ApiCall, FakeApi, HookFailedError, PluginHarness


class Moderator(Plugin):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.told: List[str] = []

    @hook
    def OnConfigurationChange(self) -> None:  # noqa: N802
        self.told.append("configuration")

    @hook
    def OnActivate(self) -> None:  # noqa: N802
        self.told.append("activate")

    @hook
    async def OnDeactivate(self) -> None:  # noqa: N802
        self.told.append("deactivate")

    @hook
    def MessageWillBePosted(self, context: Any, post: Post) -> Any:  # noqa: N802
        if post.message == "spam":
            return f"no spam, {self.api.get_user(post.user_id).username}"
        post.props["seen"] = True
        return post

    @hook
    async def ExecuteCommand(self, context: Any, args: CommandArgs) -> Any:  # noqa: N802
        count = int(await self.async_api.kv_get("count") or b"0") + 1
        await self.async_api.kv_set("count", b"%d" % count)
        return {"text": str(count)}

    @hook
    def UserHasJoinedChannel(self, context: Any, member: Any, actor: Any) -> None:  # noqa: N802
        self.told.append(f"{member.user_id} by {actor and actor.id}")

    @hook
    def ReactionHasBeenAdded(self, context: Any, reaction: Any) -> None:  # noqa: N802
        raise ValueError("unknown emoji")


def test_a_plugin_lives_as_under_a_host() -> None:
    with PluginHarness(Moderator) as host:
        host.api.returns("get_user", User(id="u", username="ann"))

        answer = host.call(HookName.MessageWillBePosted, Post(user_id="u", message="spam"))
        assert answer.rejection_reason == "no spam, ann"
        assert answer.modified_post is None
        assert host.api.calls_of("get_user") == [{"user_id": "u"}]

        answer = host.call("MessageWillBePosted", {"message": "hello"})
        assert answer.modified_post.message == "hello"
        assert answer.modified_post.props == {"seen": True}
        assert "modified_post=Post" in repr(answer)

        assert host.call("ExecuteCommand", CommandArgs(command="/x")).response.text == "1"
        answer = host.call("ExecuteCommand", {"command": "/x"})
        assert answer.response == CommandResponse(text="2")
        assert answer.error is None
        assert host.api.stored == {"count": b"2"}
    assert host.plugin.told == ["configuration", "activate", "deactivate"]


def test_what_a_host_would_see_fail() -> None:
    with PluginHarness(Moderator) as host:
        with pytest.raises(HookFailedError, match="ReactionHasBeenAdded: unknown emoji") as raised:
            host.call("ReactionHasBeenAdded", Reaction(user_id="u"))
        assert raised.value.code is grpc.StatusCode.INVALID_ARGUMENT
        assert isinstance(raised.value.__cause__, ValueError)


def test_a_plugin_that_does_not_start() -> None:
    class Broken(Plugin):
        @hook
        def OnActivate(self) -> None:  # noqa: N802
            self.api.get_channel("c")

    api = FakeApi()
    api.raises("get_channel", NotFoundError("gone", error_id="a.b", status_code=404))
    host = PluginHarness(Broken, api=api)
    with pytest.raises(HookFailedError, match="OnActivate: gone") as raised, host:
        pass
    assert isinstance(raised.value.error, NotFoundError)
    assert raised.value.error.error_id == "a.b"


def test_arguments_may_be_left_out() -> None:
    with PluginHarness(Moderator) as host:
        host.call("UserHasJoinedChannel", {"user_id": "u"})
        host.call("UserHasJoinedChannel", {"user_id": "u"}, User(id="a"))
        host.call("UserHasJoinedChannel", None, {"user_id": "u"}, {"id": "b"})
        assert host.plugin.told[2:] == ["u by None", "u by a", "u by b"]
        with pytest.raises(TypeError, match="MessageWillBePosted takes plugin_context, post"):
            host.call("MessageWillBePosted")
        with pytest.raises(ValueError, match="did you mean 'OnActivate'"):
            host.call("on_activate")
        with pytest.raises(AttributeError, match="has no 'reason'; it has modified_post"):
            host.call("MessageWillBePosted", Post()).reason  # noqa: B018


@pytest.mark.parametrize("method", UNARY, ids=lambda method: method.name)
def test_every_hook_can_be_called(method: Any) -> None:
    seen: List[Any] = []

    class Anything(Plugin):
        @hook(HookName(method.name))
        def handle(self, *args: Any) -> None:
            seen.append(args)

    request = request_for(method)
    names = [f.name for f in request.DESCRIPTOR.fields if f.name not in ("context", "actor")]
    args = []
    for name in names:
        value = getattr(request, name)
        args.append(list(value) if hasattr(value, "add") else value)
    PluginHarness(Anything).call(method.name, *args)
    ((*got,),) = seen
    assert [arg for arg in got if arg is not None] == args


def test_coroutines_keep_their_loop() -> None:
    class Looping(Plugin):
        @hook
        async def OnActivate(self) -> None:  # noqa: N802
            self.events: asyncio.Queue[str] = asyncio.Queue()
            self.task = asyncio.get_running_loop().create_task(self.events.get())

        @hook
        async def UserHasLoggedIn(self, context: Any, user: Any) -> None:  # noqa: N802
            await self.events.put(user.id)
            assert await self.task == "u"

    with PluginHarness(Looping) as host:
        host.call("UserHasLoggedIn", User(id="u"))


def test_a_call_that_blocks_the_loop_is_warned_of() -> None:
    class Blocking(Plugin):
        @hook(HookName.MessageWillBePosted)
        async def check(self, context: Any, post: Any) -> None:
            self.api.kv_get("x")

    class Awaiting(Plugin):
        @hook(HookName.MessageWillBePosted)
        async def check(self, context: Any, post: Any) -> None:
            await self.async_api.kv_get("x")

    with PluginHarness(Blocking) as host, pytest.warns(RuntimeWarning, match="KVGet blocks the"):
        host.call(HookName.MessageWillBePosted, Post())
    with PluginHarness(Awaiting) as other, warnings.catch_warnings():
        warnings.simplefilter("error")
        other.call(HookName.MessageWillBePosted, Post())


def test_a_harness_in_a_running_loop() -> None:
    async def run() -> None:
        async with PluginHarness(Moderator) as host:
            with pytest.raises(RuntimeError, match="await acall"):
                host.call("OnActivate")
            answer = await host.acall("ExecuteCommand", {"command": "/x"})
            assert answer.response.text == "1"

    asyncio.run(run())


def test_a_fake_api_answers_as_it_is_told() -> None:
    api = FakeApi()
    assert api.get_server_version() == ""
    assert api.get_teams() == []
    assert api.create_post(Post(message="m")).message == "m"
    assert api.get_channel("c").id == ""

    api.returns("get_server_version", "9.9")
    assert api.get_server_version() == "9.9"
    api.answers("get_channel", lambda channel_id: Channel(id=channel_id))
    assert api.get_channel("c").id == "c"
    api.raises("get_channel", PluginAPIError("no"))
    with pytest.raises(PluginAPIError, match="no"):
        api.get_channel("c")
    with pytest.raises(AttributeError, match="no method 'get_chanel'; did you mean 'get_channel'"):
        api.returns("get_chanel", None)

    async def awaited() -> Any:
        async with api.as_async() as client:
            return await client.get_server_version()

    assert asyncio.run(awaited()) == "9.9"
    assert api.calls[0] == ApiCall("get_server_version", {})
    assert len(api.calls_of("get_server_version")) == 3


def test_a_fake_api_checks_arguments_as_the_real_one_does() -> None:
    api: Any = FakeApi()
    with pytest.raises(TypeError):
        api.get_channel()
    with pytest.raises(TypeError):
        api.get_channel(5)
    with pytest.raises(TypeError, match="expected Post, not Channel"):
        api.create_post(Channel())


def test_a_fake_api_keeps_what_it_was_asked_as_it_was_then() -> None:
    api = FakeApi()
    post = Post(message="before")
    api.create_post(post)
    post.message = "after"
    api.log_info("text", key="value")
    (arguments,) = api.calls_of("create_post")
    assert arguments["post"].message == "before"
    assert api.calls_of("log_info") == [{"message": "text", "kwargs": {"key": "value"}}]


def test_a_fake_api_has_a_key_value_store() -> None:
    api = FakeApi()
    api.kv_set("a", b"1")
    api.kv_set_with_expiry("b", b"2", 60)
    assert api.kv_get("a") == b"1"
    assert api.kv_get("c") is None
    assert api.kv_list() == ["a", "b"]
    assert api.kv_list(page=1, per_page=1) == ["b"]
    assert not api.kv_compare_and_set("a", b"0", b"3")
    assert api.kv_compare_and_set("a", b"1", b"3")
    assert api.kv_compare_and_set("c", None, b"4")
    assert not api.kv_set_with_options("c", b"5", {"atomic": True, "old_value": b"0"})
    assert api.kv_set_with_options("c", b"5", {})
    assert not api.kv_compare_and_delete("a", b"1")
    assert api.kv_compare_and_delete("a", b"3")
    api.kv_delete("b")
    assert api.stored == {"c": b"5"}
    api.kv_delete_all()
    assert api.kv_list() == []


class Lunch(Plugin):
    @command("lunch order")
    def order(self, call: CommandCall, dish: str) -> CommandResponse:
        if dish == "broken":
            raise OSError("the kitchen is closed")
        change = self.ui.button("change", "Change", context={"dish": dish})
        size = self.ui.menu("size", "Size", ["small", "large"])
        return CommandResponse(
            text=f"{call.user_id} in {call.channel_id} of {call.team_id}",
            props=self.ui.props(attachment(dish, actions=[change, size])),
        )

    @action
    def change(self, click: Click) -> None:
        fields = [text_field("dish", "Dish")]
        self.ui.open_dialog(click.trigger_id, "ordered", "Lunch", fields, context=click.context)

    @action
    def size(self, click: Click) -> str:
        return f"{click.user_id} wants {click.selected} on {click.post_id}"

    @submission
    def ordered(self, form: Form) -> None:
        if not form.values["dish"]:
            raise FormError(dish="Eat something.")
        self.kv.set("dish", [form.context["dish"], form.values["dish"]])


def test_a_test_does_what_people_do() -> None:
    with PluginHarness(Lunch) as host:
        answer = host.command("/lunch order soup", user_id="ann", channel_id="c", team_id="t")
        assert answer.text == "ann in c of t"
        change, size = answer.props["attachments"][0]["actions"]
        assert host.click(size, user_id="bob", selected="large", post_id="p") == {
            "ephemeral_text": "bob wants large on p"
        }
        with pytest.raises(AssertionError, match="has opened no dialog"):
            host.submit(user_id="ann", dish="cake")
        assert host.click(change, user_id="ann") == {}
        assert host.submit(user_id="ann", dish="") == {"errors": {"dish": "Eat something."}}
        assert host.submit(user_id="ann", dish="cake") == {}
        assert host.plugin.kv.get("dish") == ["soup", "cake"]


def test_what_a_host_would_refuse_of_people_fails() -> None:
    with PluginHarness(Lunch) as host:
        with pytest.raises(PluginAPIError, match="The command failed"):
            host.command("/lunch order broken")
        button = host.plugin.ui.button("change", "Change")
        with pytest.raises(AssertionError, match="was answered with 401"):
            host.click(button, user_id="")
        with pytest.raises(AssertionError, match="was answered with 400"):
            host.click(
                {**button, "integration": {**button["integration"], "context": {}}}, user_id="ann"
            )


def test_a_test_waits_for_what_goes_on_in_the_background() -> None:
    class Busy(Plugin):
        def work(self, text: str) -> None:
            self.kv.set("done", text)

        async def work_too(self) -> None:
            await self.async_kv.set("done too", True)

    with PluginHarness(Busy) as host:
        host.plugin.background(host.plugin.work, "yes")
        host.plugin.background(host.plugin.work_too)
        host.settle()
        assert host.plugin.kv.get("done") == "yes"
        assert host.plugin.kv.get("done too") is True
        host.plugin.background(host.plugin.ending.wait)
        with pytest.raises(TimeoutError):
            host.settle(0.01)


def test_a_plugin_asks_for_the_time_that_the_test_lets_pass() -> None:
    with PluginHarness(Moderator) as host:
        before = host.plugin.now()
        host.advance(days=2)
        assert host.plugin.now() - before == timedelta(days=2)
        assert before.tzinfo is timezone.utc
