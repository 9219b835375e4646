"""Tests of the plugin without a server."""

from __future__ import annotations

import threading
from typing import Any, Dict, Iterator

import pytest
from plugin import Poll, Polls, result_of

from mattermost_plugin.testing import FakeHost, PluginHarness

Host = PluginHarness[Polls]


@pytest.fixture
def host() -> Iterator[Host]:
    api = FakeHost()
    ann, bob = api.add_user("ann"), api.add_user("bob")
    api.add_channel(api.add_team("home", ann, bob), "chat", ann, bob)
    with PluginHarness(Polls, api=api, manifest="plugin.json") as harness:
        yield harness


def user(host: Host, name: str) -> str:
    return host.api.get_user_by_username(name).id


def channel(host: Host) -> str:
    team = host.api.get_team_by_name("home")
    return host.api.get_channel_by_name(team.id, "chat").id


def ask(host: Host, line: str) -> str:
    return host.command(line, user_id=user(host, "ann"), channel_id=channel(host)).text


def shown(host: Host) -> Dict[str, Any]:
    """Return the attachment of the newest post."""
    assert isinstance(host.api, FakeHost)
    found: Dict[str, Any] = host.api.posts_in(channel(host))[-1].props["attachments"][0]
    return found


def press(host: Host, label: str, name: str) -> str:
    (button,) = (one for one in shown(host)["actions"] if one["name"] == label)
    text: str = host.click(button, user_id=user(host, name))["ephemeral_text"]
    return text


def test_a_question_has_a_button_for_each_answer(host: Host) -> None:
    ask(host, '/poll "Tea or coffee?" Tea "Black coffee"')
    poll = shown(host)
    assert poll["title"] == "Tea or coffee?"
    assert [one["name"] for one in poll["actions"]] == ["Tea", "Black coffee", "End the poll"]
    assert poll["footer"] == "@ann asks · 0 votes"


def test_votes_are_counted_once_for_each_person(host: Host) -> None:
    ask(host, "/poll Tea?")
    assert press(host, "Yes", "ann") == "You voted for *Yes*. You may change your mind."
    press(host, "Yes", "bob")
    press(host, "No", "bob")
    assert "| Yes | ██████ | 1 |\n| No | ██████ | 1 |" in shown(host)["text"]
    assert shown(host)["footer"] == "@ann asks · 2 votes"


def test_an_older_button_does_the_same(host: Host) -> None:
    ask(host, "/poll Tea?")
    before = [one["id"] for one in shown(host)["actions"]]
    press(host, "Yes", "ann")
    assert [one["id"] for one in shown(host)["actions"]] == before


def test_who_has_asked_ends_it(host: Host) -> None:
    ask(host, "/poll Tea?")
    yes = shown(host)["actions"][0]
    assert press(host, "End the poll", "bob") == "Who has asked ends it."
    press(host, "End the poll", "ann")
    assert "actions" not in shown(host)
    assert host.click(yes, user_id=user(host, "bob"))["ephemeral_text"] == "This poll is over."


def test_a_secret_poll_shows_its_result_at_the_end(host: Host) -> None:
    ask(host, "/poll Tea? --secret")
    press(host, "Yes", "bob")
    assert "text" not in shown(host)
    press(host, "End the poll", "ann")
    assert "| Yes | ████████████ | 1 |" in shown(host)["text"]


def test_without_a_question_a_dialog_asks_for_it(host: Host) -> None:
    ask(host, "/poll")
    ann = user(host, "ann")
    wrong = host.submit(user_id=ann, question="Tea?", answers="Yes\n\n", secret=False)
    assert wrong["errors"] == {"answers": "A poll has 2 to 10 answers, not 1."}
    # The channel is the one where the dialog was opened, whatever the client says.
    host.submit(
        user_id=ann, channel_id="elsewhere", question="Tea?", answers="Now\nLater", secret=True
    )
    assert [one["name"] for one in shown(host)["actions"]][:2] == ["Now", "Later"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("/poll Tea? Yes", "A poll has 2 to 10 answers, not 1."),
        ("/poll Tea? Yes Yes", "Two answers are the same."),
        ("/poll Tea? " + " ".join("abcdefghijk"), "A poll has 2 to 10 answers, not 11."),
    ],
)
def test_what_is_no_choice_is_refused(host: Host, line: str, reason: str) -> None:
    assert ask(host, line) == reason


def test_a_poll_ends_by_itself(host: Host) -> None:
    ask(host, "/poll Tea?")
    host.advance(days=31)
    assert press(host, "Yes", "ann") == "This poll is over."


def test_the_post_shows_all_votes_that_came_at_the_same_time(host: Host) -> None:
    ask(host, "/poll Tea?")
    (poll_id,) = host.plugin.kv.namespace("polls").keys()

    def vote(name: str) -> None:
        host.plugin.change(poll_id, lambda poll: poll.votes.update({name: 0}))

    threads = [threading.Thread(target=vote, args=(f"user{n}",)) for n in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert shown(host)["footer"] == "@ann asks · 5 votes"


def test_bars_are_as_long_as_their_share() -> None:
    poll = Poll("?", ["a", "b", "c"], "ann", votes={"x": 0, "y": 0, "z": 1})
    bars = [line.split("|")[2].strip() for line in result_of(poll).splitlines()[2:]]
    assert bars == ["████████", "████", "▏"]
