"""Tests of the plugin without a server."""

from __future__ import annotations

from typing import Iterator

import pytest
from plugin import Moderator

from mattermost_plugin import HookName
from mattermost_plugin.models import Post
from mattermost_plugin.testing import FakeApi, PluginHarness

SETTINGS = {"maskedwords": "darn  heck", "refusedwords": "spam"}


@pytest.fixture
def host() -> Iterator[PluginHarness[Moderator]]:
    api = FakeApi()
    api.answers("load_plugin_configuration", lambda dest: dest.update(SETTINGS))
    with PluginHarness(Moderator, api=api) as harness:
        yield harness


def test_a_clean_message_is_left_as_it_is(host: PluginHarness[Moderator]) -> None:
    answer = host.call(HookName.MessageWillBePosted, Post(message="a heckler's spammy day"))
    assert answer.modified_post is None
    assert answer.rejection_reason == ""
    assert host.api.stored == {}


def test_words_are_masked(host: PluginHarness[Moderator]) -> None:
    answer = host.call(HookName.MessageWillBePosted, Post(message="What the Heck, darn!"))
    assert answer.modified_post.message == "What the ****, ****!"
    assert host.api.stored == {"masked": b"1"}


def test_messages_are_refused(host: PluginHarness[Moderator]) -> None:
    answer = host.call(HookName.MessageWillBePosted, Post(message="Buy SPAM"))
    assert answer.rejection_reason == 'the word "SPAM" is not allowed here'
    assert host.api.stored == {"refused": b"1"}


def test_changed_messages_are_looked_at_too(host: PluginHarness[Moderator]) -> None:
    old = Post(message="fine")
    answer = host.call(HookName.MessageWillBeUpdated, Post(message="heck"), old)
    assert answer.modified_post.message == "****"
    answer = host.call(HookName.MessageWillBeUpdated, Post(message="spam"), old)
    assert answer.rejection_reason == 'the word "spam" is not allowed here'


def test_the_counts_are_told(host: PluginHarness[Moderator]) -> None:
    host.api.stored.update(masked=b"3", refused=b"4")
    answer = host.call(HookName.ExecuteCommand, {"command": "/moderator"})
    assert answer.response.text == "3 messages masked, 4 refused"


def test_without_words_nothing_is_moderated() -> None:
    with PluginHarness(Moderator) as host:
        answer = host.call(HookName.MessageWillBePosted, Post(message="spam, heck"))
        assert answer.modified_post is None
        assert answer.rejection_reason == ""
