"""Tests of the plugin without a server."""

from __future__ import annotations

from datetime import datetime
from typing import Iterator, List

import pytest
from plugin import THANKS, Kudos

from mattermost_plugin import HookName
from mattermost_plugin.models import Post
from mattermost_plugin.testing import FakeHost, PluginHarness

Host = PluginHarness[Kudos]


@pytest.fixture
def api() -> FakeHost:
    api = FakeHost()
    people = [api.add_user(name) for name in ("ann", "bob", "cy")]
    api.add_channel(api.add_team("crew", *people), "deck", *people)
    return api


@pytest.fixture
def host(api: FakeHost) -> Iterator[Host]:
    with PluginHarness(Kudos, api=api, manifest="plugin.json") as harness:
        yield harness


def team(host: Host) -> str:
    return host.api.get_team_by_name("crew").id


def channel(host: Host, name: str = "deck") -> str:
    return host.api.get_channel_by_name(team(host), name).id


def say(host: Host, name: str, message: str) -> List[str]:
    """Say something; return what the bot answers."""
    user_id = host.api.get_user_by_username(name).id
    post = Post(user_id=user_id, channel_id=channel(host), message=message)
    said = host.api.create_post(post)
    host.call(HookName.MessageHasBeenPosted, said)
    thread = host.api.get_post_thread(said.id)
    return [one.message for one in thread.posts.values() if one.id != said.id]


def whispered(host: Host) -> List[str]:
    return [call["post"].message for call in host.api.calls_of("send_ephemeral_post")]


def test_who_is_thanked_has_more(host: Host) -> None:
    assert say(host, "ann", "@bob++ for the cake") == ["@bob has 1 kudos now."]
    assert say(host, "cy", "@Bob ++ and @ann++ and @nobody++!") == [
        "@bob has 2 kudos now.\n@ann has 1 kudos now."
    ]
    (added, _) = host.api.calls_of("add_reaction")
    assert added["reaction"].emoji_name == "tada"


def test_nobody_thanks_themselves(host: Host) -> None:
    assert say(host, "ann", "@ann++") == []
    assert whispered(host) == ["Others thank you, not you yourself."]


def test_there_is_an_end_to_it_each_day(host: Host) -> None:
    host.configure(perday=1)
    say(host, "ann", "@bob++")
    assert say(host, "ann", "@bob++") == []
    assert whispered(host) == ["That is enough for today; you can give more kudos tomorrow."]
    host.advance(days=1)
    assert say(host, "ann", "@bob++") == ["@bob has 2 kudos now."]


def test_the_command_tells(host: Host) -> None:
    def ask(line: str) -> str:
        return host.command(line, team_id=team(host)).text

    assert ask("/kudos top") == "Nobody was thanked yet: `@ann++`"
    say(host, "ann", "@bob++ @cy++")
    say(host, "cy", "@bob++")
    assert ask("/kudos top").splitlines()[2:] == ["| 1 | bob | 2 |", "| 2 | cy | 1 |"]
    assert ask("/kudos of @cy") == "@cy has 1 kudos."
    assert ask("/kudos of @eve") == "There is no user `@eve`.\nUsage: `/kudos of user`"


def test_on_monday_the_town_square_is_told(api: FakeHost, host: Host) -> None:
    api.add_channel(api.get_team_by_name("crew"), "town-square-2")
    square = api.get_channel_by_name(team(host), "town-square-2")
    host.api.returns("get_channel_by_name", square)
    host.plugin.kv.namespace("scores").set(team(host), {api.get_user_by_username("bob").id: 3})
    monday = days_until_monday(host.plugin.now())
    host.advance(days=monday)
    assert api.posts_in(square.id) == []
    host.advance(days=1)
    (post,) = api.posts_in(square.id)
    assert post.message.endswith("| 1 | bob | 3 |")
    host.advance(days=6)
    assert len(api.posts_in(square.id)) == 1
    host.configure(weekly=False)
    host.advance(days=7)
    assert len(api.posts_in(square.id)) == 1


def days_until_monday(now: datetime) -> int:
    """Return after how many whole days it will soon be Monday in UTC."""
    return (6 - now.weekday()) % 7


@pytest.mark.parametrize("message", ["c++", "me@bob++", "@bob+", "@bob +1", "@bob+++", "@@bob++"])
def test_not_everything_is_thanks(message: str) -> None:
    assert THANKS.findall(message) == []


@pytest.mark.parametrize("message", ["(@bob++)", "@bob++, thanks", "@bob ++"])
def test_thanks_are_found_in_sentences(message: str) -> None:
    assert THANKS.findall(message) == ["bob"]
