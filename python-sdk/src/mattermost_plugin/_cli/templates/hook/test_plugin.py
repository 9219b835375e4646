"""Tests of the plugin without a server."""

from __future__ import annotations

from mattermost_plugin import HookName
from mattermost_plugin.models import Post
from mattermost_plugin.testing import PluginHarness

from plugin import MyPlugin


def test_the_word_is_replaced() -> None:
    with PluginHarness(MyPlugin) as host:
        answer = host.call(HookName.MessageWillBePosted, Post(message="darn it"))
        assert answer.modified_post.message == "**** it"


def test_other_messages_stay() -> None:
    with PluginHarness(MyPlugin) as host:
        answer = host.call(HookName.MessageWillBePosted, Post(message="fine"))
        assert answer.modified_post is None


def test_the_word_is_a_setting() -> None:
    with PluginHarness(MyPlugin, settings={"Word": "it"}) as host:
        answer = host.call(HookName.MessageWillBePosted, Post(message="darn it"))
        assert answer.modified_post.message == "darn **"
