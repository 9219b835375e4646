"""Tests of the plugin without a server."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Iterator, List
from zoneinfo import ZoneInfo

import pytest
from plugin import Reminder
from when import NotUnderstoodError, read

from mattermost_plugin.models import Post
from mattermost_plugin.testing import FakeHost, PluginHarness

Host = PluginHarness[Reminder]

BERLIN = ZoneInfo("Europe/Berlin")
#: A Friday.
NOW = datetime(2026, 10, 23, 12, 0, tzinfo=BERLIN)


@pytest.fixture
def api() -> FakeHost:
    api = FakeHost()
    api.add_user("ann", timezone={"automaticTimezone": "Europe/Berlin"})
    api.add_user("bob")
    return api


@pytest.fixture
def host(api: FakeHost) -> Iterator[Host]:
    with PluginHarness(Reminder, api=api, manifest="plugin.json") as harness:
        yield harness


def say(host: Host, line: str, name: str = "ann") -> str:
    return host.command(line, user_id=host.api.get_user_by_username(name).id).text


def told(api: FakeHost, host: Host, name: str = "ann") -> List[Post]:
    """Return what the bot has written to somebody."""
    user_id = api.get_user_by_username(name).id
    return api.posts_in(api.get_direct_channel(host.plugin.bot.id, user_id).id)


def test_people_are_reminded_when_it_is_time(api: FakeHost, host: Host) -> None:
    assert say(host, "/remind me in 10m to stretch").endswith(": stretch")
    host.advance(minutes=9)
    assert told(api, host) == []
    host.advance(minutes=2)
    (post,) = told(api, host)
    (box,) = post.props["attachments"]
    assert box["text"] == "stretch"
    assert "footer" not in box


def test_a_reminder_outlives_a_restart_and_says_when_it_was_due(api: FakeHost) -> None:
    with PluginHarness(Reminder, api=api) as before:
        say(before, "/remind me in 1h of the cake")
    with PluginHarness(Reminder, api=api) as after:
        after.advance(hours=3)
        (post,) = told(api, after)
        assert post.props["attachments"][0]["text"] == "the cake"


def test_a_reminder_may_come_again(api: FakeHost, host: Host) -> None:
    say(host, "/remind me in 10m to stretch")
    host.advance(minutes=11)
    (post,) = told(api, host)
    later = post.props["attachments"][0]["actions"][1]
    answer = host.click(later, user_id=api.get_user_by_username("ann").id)
    assert answer["update"] == {"message": "Again in 1 hour: stretch", "props": {}}
    host.advance(minutes=61)
    assert len(told(api, host)) == 2


def test_each_sees_and_cancels_their_own(host: Host) -> None:
    say(host, "/remind me in 2h to eat")
    say(host, "/remind me in 1h to drink")
    say(host, "/remind me in 1h to sleep", "bob")
    lines = say(host, "/remind list").splitlines()
    assert [line.rpartition(": ")[2] for line in lines] == ["drink", "eat"]
    assert say(host, "/remind cancel 1") == "I forget: drink"
    assert say(host, "/remind cancel 2").startswith("There is no such reminder.")
    assert say(host, "/remind list").endswith(": eat")
    assert say(host, "/remind list", "bob").endswith(": sleep")


def test_there_is_a_bound(host: Host) -> None:
    host.configure(most=1)
    say(host, "/remind me in 2h to eat")
    assert say(host, "/remind me in 2h to eat").startswith("You have too many reminders.")


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("in 10m x", NOW + timedelta(minutes=10)),
        ("in 1h30m x", NOW + timedelta(minutes=90)),
        ("in 2 hours and 5 minutes x", NOW + timedelta(minutes=125)),
        ("in 1 week x", datetime(2026, 10, 30, 11, 0, tzinfo=BERLIN)),
        ("at 17:30 x", datetime(2026, 10, 23, 17, 30, tzinfo=BERLIN)),
        ("at 5pm x", datetime(2026, 10, 23, 17, 0, tzinfo=BERLIN)),
        ("at 9 x", datetime(2026, 10, 24, 9, 0, tzinfo=BERLIN)),
        ("tomorrow x", datetime(2026, 10, 24, 9, 0, tzinfo=BERLIN)),
        ("Tomorrow at 12 am x", datetime(2026, 10, 24, 0, 0, tzinfo=BERLIN)),
        ("on friday at 8:15 x", datetime(2026, 10, 30, 8, 15, tzinfo=BERLIN)),
        ("sunday x", datetime(2026, 10, 25, 9, 0, tzinfo=BERLIN)),
        ("on 2026-12-24 at 18 x", datetime(2026, 12, 24, 18, 0, tzinfo=BERLIN)),
    ],
)
def test_times_are_as_people_write_them(text: str, due: datetime) -> None:
    assert read(text, NOW) == (due, "x")


@pytest.mark.parametrize(
    ("text", "what"), [("to a", "a"), ("that a", "a"), ("tomatoes", "tomatoes")]
)
def test_what_stands_before_it_is_left_out(text: str, what: str) -> None:
    assert read(f"in 5 min {text}", NOW)[1] == what


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("soon x", "I don't understand when."),
        ("in 5 monkeys", "I don't understand when."),
        ("at 25 x", "There is no such time as `at 25`."),
        ("at 13 pm x", "There is no such time as `at 13 pm`."),
        ("on 2026-02-30 x", "There is no such time"),
        ("on 2020-01-01 x", "That is over already."),
        ("in 0m x", "That is over already."),
        ("in 5000 weeks x", "That is too far away."),
        ("in 99999999999 weeks x", "There is no such time"),
        ("in 5m", "Tell me of what, too"),
    ],
)
def test_what_is_no_time_is_refused(text: str, reason: str) -> None:
    with pytest.raises(NotUnderstoodError, match="^" + reason):
        read(text, NOW)
