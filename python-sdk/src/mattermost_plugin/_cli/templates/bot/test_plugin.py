"""Tests of the plugin without a server."""

from __future__ import annotations

from mattermost_plugin import HookName
from mattermost_plugin.models import Channel, Post
from mattermost_plugin.testing import FakeHost, PluginHarness

from plugin import MyPlugin


class Talk:
    """A chat server in memory, on which ann talks to the bot."""

    def __init__(self, host: PluginHarness[MyPlugin], api: FakeHost) -> None:
        self.host = host
        self.api = api
        self.ann = api.add_user("ann")
        self.direct = api.get_direct_channel(self.ann.id, host.plugin.bot.id)

    def say(self, message: str, channel: Channel, user_id: str) -> None:
        post = Post(user_id=user_id, channel_id=channel.id, message=message)
        self.host.call(HookName.MessageHasBeenPosted, self.api.create_post(post))

    def messages(self, channel: Channel) -> list[str]:
        return [post.message for post in self.api.posts_in(channel.id)]


def test_a_direct_message_is_answered() -> None:
    api = FakeHost()
    with PluginHarness(MyPlugin, api=api) as host:
        talk = Talk(host, api)
        talk.say("hello", talk.direct, talk.ann.id)
        assert talk.messages(talk.direct) == ["hello", "You said: hello"]


def test_the_bot_does_not_answer_itself() -> None:
    api = FakeHost()
    with PluginHarness(MyPlugin, api=api) as host:
        talk = Talk(host, api)
        talk.say("hello", talk.direct, host.plugin.bot.id)
        assert talk.messages(talk.direct) == ["hello"]


def test_other_channels_are_left_alone() -> None:
    api = FakeHost()
    with PluginHarness(MyPlugin, api=api) as host:
        talk = Talk(host, api)
        public = api.add_channel(api.add_team("home", talk.ann), "chat", talk.ann)
        talk.say("hello", public, talk.ann.id)
        assert talk.messages(public) == ["hello"]


def test_the_answer_is_a_setting() -> None:
    api = FakeHost()
    with PluginHarness(MyPlugin, api=api, settings={"Answer": "Heard"}) as host:
        talk = Talk(host, api)
        talk.say("hello", talk.direct, talk.ann.id)
        assert talk.messages(talk.direct)[-1] == "Heard: hello"
