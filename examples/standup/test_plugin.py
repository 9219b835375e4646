"""Tests of the plugin without a server."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Dict, Iterator
from zoneinfo import ZoneInfo

import pytest
from plugin import OPEN, Standup, next_working_day

from mattermost_plugin.i18n import Catalogues
from mattermost_plugin.models import Post
from mattermost_plugin.testing import FakeHost, PluginHarness

Host = PluginHarness[Standup]


@pytest.fixture
def api() -> FakeHost:
    api = FakeHost()
    api.returns("has_permission_to_channel", True)
    people = [
        api.add_user("ann", timezone={"automaticTimezone": "Europe/Berlin"}),
        api.add_user("bob", locale="de"),
    ]
    api.add_channel(api.add_team("crew", *people), "deck", *people)
    return api


@pytest.fixture
def host(api: FakeHost) -> Iterator[Host]:
    with PluginHarness(Standup, api=api, manifest="plugin.json") as harness:
        yield harness


def user(host: Host, name: str) -> str:
    return host.api.get_user_by_username(name).id


def deck(host: Host) -> str:
    team = host.api.get_team_by_name("crew")
    return host.api.get_channel_by_name(team.id, "deck").id


def command(host: Host, line: str, name: str = "ann") -> str:
    return host.command(line, user_id=user(host, name), channel_id=deck(host)).text


def asked(api: FakeHost, host: Host, name: str) -> list[Post]:
    """Return what the bot has written to somebody."""
    return api.posts_in(api.get_direct_channel(host.plugin.bot.id, user(host, name)).id)


def answer(api: FakeHost, host: Host, name: str, **answers: str) -> Dict[str, Any]:
    (box,) = asked(api, host, name)[0].props["attachments"]
    told = host.click(box["actions"][0], user_id=user(host, name))
    return told or host.submit(user_id=user(host, name), **answers)


def test_people_are_asked_in_their_language(api: FakeHost, host: Host) -> None:
    assert command(host, "/standup now") == "I am asking now."
    host.settle()
    boxes = [asked(api, host, name)[0].props["attachments"][0] for name in ("ann", "bob")]
    assert [box["text"] for box in boxes] == [
        "What are you doing in ~deck?",
        "Was machst du in ~deck?",
    ]
    assert [box["actions"][0]["name"] for box in boxes] == ["Answer", "Antworten"]


def test_answers_come_together_in_one_post(api: FakeHost, host: Host) -> None:
    command(host, "/standup now")
    host.settle()
    answer(api, host, "ann", today="Sails", yesterday="", blocked="No wind")
    answer(api, host, "bob", today="Ropes", yesterday="Knots", blocked="")
    (post,) = api.posts_in(deck(host))
    assert post.message.endswith(": 2 answers")
    ann, bob = post.props["attachments"]
    assert (ann["title"], ann["color"]) == ("@ann", "#c4561a")
    assert [(one["title"], one["value"]) for one in bob["fields"]] == [
        ("Yesterday", "Knots"),
        ("Today", "Ropes"),
    ]
    assert asked(api, host, "bob")[-1].message == "Danke! Deine Antwort steht in ~deck."


def test_who_answers_again_replaces_their_answer(api: FakeHost, host: Host) -> None:
    command(host, "/standup now")
    host.settle()
    answer(api, host, "ann", today="Sails")
    answer(api, host, "ann", today="Sleep")
    (post,) = api.posts_in(deck(host))
    ((shown,),) = (box["fields"] for box in post.props["attachments"])
    assert shown["value"] == "Sleep"


def test_after_a_day_it_is_over(api: FakeHost, host: Host) -> None:
    command(host, "/standup now")
    host.settle()
    host.advance(seconds=OPEN.total_seconds() + 1)
    assert answer(api, host, "bob") == {"ephemeral_text": "Dieses Stand-up ist vorbei."}


def test_on_working_days_it_asks_by_itself_until_it_is_stopped(api: FakeHost, host: Host) -> None:
    told = command(host, "/standup start 9:30")
    assert told == "The members of this channel will be asked on working days at 09:30."
    # In three days there is a working day, whenever they begin.
    host.advance(days=3)
    often = len(asked(api, host, "ann"))
    assert 1 <= often <= 3
    assert command(host, "/standup stop", "bob") == "Niemand wird mehr gefragt."
    host.advance(days=3)
    assert len(asked(api, host, "ann")) == often
    assert command(host, "/standup stop").startswith("Nobody is asked in this channel")


def test_another_time_takes_the_place_of_the_one_before(host: Host) -> None:
    command(host, "/standup start 09:30")
    command(host, "/standup start 10:00")
    (job,) = host.plugin.jobs.list()
    berlin = job.run_at.astimezone(ZoneInfo("Europe/Berlin"))
    assert (berlin.hour, berlin.minute) == (10, 0)


def test_what_is_no_time_is_refused(host: Host) -> None:
    told = command(host, "/standup start soon")
    assert told == "`soon` is no time; write it as 09:30."


def test_not_everybody_has_others_asked(host: Host) -> None:
    host.api.returns("has_permission_to_channel", False)
    assert command(host, "/standup now") == "You are not allowed to use `/standup now`."


def test_a_stand_up_that_was_missed_is_left_out(api: FakeHost) -> None:
    with PluginHarness(Standup, api=api) as before:
        before.command("/standup start 09:30", user_id=user(before, "ann"), channel_id=deck(before))
        (job,) = before.plugin.jobs.list()
    with PluginHarness(Standup, api=api) as after:
        due = after.plugin.now() - timedelta(hours=5)
        after.plugin.jobs.schedule("ask", at=due, key=job.key, props=job.props)
        after.advance(seconds=1)
        assert asked(api, after, "ann") == []
        assert len(after.plugin.jobs.list()) == 1


def test_weekends_are_free() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    friday = datetime(2026, 10, 23, 9, 30, tzinfo=berlin)
    # In the night before that Monday the clocks are changed.
    monday = datetime(2026, 10, 26, 9, 30, tzinfo=berlin)
    assert next_working_day(friday, "09:30") == monday
    assert next_working_day(friday - timedelta(minutes=1), "09:30") == friday


def test_both_languages_have_the_same_texts() -> None:
    counts = Catalogues.read("i18n").languages()
    assert counts["en"] == counts["de"] > 0
