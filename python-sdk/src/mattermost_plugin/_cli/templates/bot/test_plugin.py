"""Tests of the plugin without a server."""

from __future__ import annotations

from mattermost_plugin import HookName
from mattermost_plugin.models import Channel, Post
from mattermost_plugin.testing import FakeApi, PluginHarness

from plugin import MyPlugin

DIRECT = Channel(type="D", name="ann__bot")
PUBLIC = Channel(type="O", name="town-square")


def api(channel: Channel) -> FakeApi:
    fake = FakeApi()
    fake.returns("ensure_bot_user", "bot")
    fake.returns("get_channel", channel)
    return fake


def answers(host: PluginHarness[MyPlugin]) -> list[str]:
    return [call["post"].message for call in host.api.calls_of("create_post")]


def test_a_direct_message_is_answered() -> None:
    with PluginHarness(MyPlugin, api=api(DIRECT)) as host:
        host.call(HookName.MessageHasBeenPosted, Post(user_id="ann", message="hello"))
        assert answers(host) == ["You said: hello"]


def test_the_bot_does_not_answer_itself() -> None:
    with PluginHarness(MyPlugin, api=api(DIRECT)) as host:
        host.call(HookName.MessageHasBeenPosted, Post(user_id="bot", message="hello"))
        assert answers(host) == []


def test_other_channels_are_left_alone() -> None:
    with PluginHarness(MyPlugin, api=api(PUBLIC)) as host:
        host.call(HookName.MessageHasBeenPosted, Post(user_id="ann", message="hello"))
        assert answers(host) == []


def test_the_answer_is_a_setting() -> None:
    fake = api(DIRECT)
    fake.answers("load_plugin_configuration", lambda dest: dest.update({"answer": "Heard"}))
    with PluginHarness(MyPlugin, api=fake) as host:
        host.call(HookName.MessageHasBeenPosted, Post(user_id="ann", message="hello"))
        assert answers(host) == ["Heard: hello"]
