"""Tests of the plugin without a server."""

from __future__ import annotations

from typing import Iterator, List

import pytest
from plugin import FaqBot, best, is_mentioned

from mattermost_plugin import HookName
from mattermost_plugin.models import Channel, Post, User
from mattermost_plugin.testing import FakeHost, PluginHarness

Host = PluginHarness[FaqBot]


class Office:
    """A team with a channel, and ann in it, who may teach the bot."""

    def __init__(self) -> None:
        self.api = FakeHost()
        self.api.returns("has_permission_to_team", True)
        self.ann: User = self.api.add_user("ann")
        self.team = self.api.add_team("office", self.ann)
        self.channel: Channel = self.api.add_channel(self.team, "chat", self.ann)

    def say(self, host: Host, message: str, channel_id: str = "", root_id: str = "") -> List[Post]:
        """Say something, and return what the bot answers."""
        channel_id = channel_id or self.channel.id
        post = Post(user_id=self.ann.id, channel_id=channel_id, message=message, root_id=root_id)
        said = self.api.create_post(post)
        host.call(HookName.MessageHasBeenPosted, said)
        posts = self.api.posts_in(channel_id)
        return posts[[post.id for post in posts].index(said.id) + 1 :]

    def command(self, host: Host, line: str) -> str:
        return host.command(line, user_id=self.ann.id, team_id=self.team.id).text


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def host(office: Office) -> Iterator[Host]:
    with PluginHarness(FaqBot, api=office.api, manifest="plugin.json") as harness:
        office.command(harness, "/faq add wifi It is on the blackboard.")
        office.command(harness, '/faq add "guest wifi" Ask Bob.')
        yield harness


def test_a_mention_is_answered_in_a_thread(office: Office, host: Host) -> None:
    (answer,) = office.say(host, "@faq how do I get into the WiFi?")
    assert answer.message == "It is on the blackboard."
    assert office.api.get_post(answer.root_id).message == "@faq how do I get into the WiFi?"
    (answer,) = office.say(host, "@faq and for a guest: wifi?", root_id=answer.root_id)
    assert answer.message == "Ask Bob."


def test_a_direct_message_is_answered_without_a_mention(office: Office, host: Host) -> None:
    direct = office.api.get_direct_channel(office.ann.id, host.plugin.bot.id)
    (answer,) = office.say(host, "wifi?", direct.id)
    assert (answer.message, answer.root_id) == ("It is on the blackboard.", "")


def test_what_it_does_not_know_it_says(office: Office, host: Host) -> None:
    (answer,) = office.say(host, "Where is the coffee, @FAQ?")
    assert answer.message == ("I have no answer to that. What I know about: *guest wifi*, *wifi*.")


@pytest.mark.parametrize("message", ["wifi?", "mail faq@faq about wifi", "@faq.de wifi"])
def test_others_are_left_to_talk(office: Office, host: Host, message: str) -> None:
    assert office.say(host, message) == []


def test_it_does_not_answer_itself_and_other_bots(office: Office, host: Host) -> None:
    bot = office.api.ensure_bot_user({"username": "other"})
    for user_id in (host.plugin.bot.id, bot):
        post = Post(user_id=user_id, channel_id=office.channel.id, message="@faq wifi")
        host.call(HookName.MessageHasBeenPosted, office.api.create_post(post))
    assert len(office.api.posts_in(office.channel.id)) == 2


def test_it_forgets(office: Office, host: Host) -> None:
    assert office.command(host, "/faq remove WIFI") == "I know nothing about *wifi* any more."
    assert office.command(host, "/faq remove wifi") == "I know nothing about *wifi*."
    assert office.command(host, "/faq list") == "- *guest wifi*: Ask Bob."


def test_not_everybody_teaches_it(office: Office, host: Host) -> None:
    office.api.returns("has_permission_to_team", False)
    answer = office.command(host, "/faq add lunch Nobody knows.")
    assert answer == "You are not allowed to use `/faq add`."


def test_the_name_is_a_setting(office: Office) -> None:
    settings = {"Name": "oracle"}
    with PluginHarness(FaqBot, api=office.api, settings=settings) as host:
        assert office.say(host, "@faq wifi?") == []
        assert len(office.say(host, "@oracle wifi?")) == 1
        assert "small letters" in host.configure(name="No Name").error.message


def test_the_answer_with_the_most_words_is_taken() -> None:
    answers = {"a": "", "a b": "", "c": ""}
    assert best("A, b?", answers) == "a b"
    assert best("c.", answers) == "c"
    assert best("d", answers) is None


def test_mentions_are_whole_names() -> None:
    assert is_mentioned("faq", "(@Faq): hello")
    assert is_mentioned("faq", "ask @faq.")
    assert not is_mentioned("faq", "@faqs, me@faq, @faq-bot")
