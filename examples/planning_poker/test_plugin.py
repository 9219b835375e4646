"""Tests of the plugin without a server."""

from __future__ import annotations

import json
import re
from typing import Any, Iterator

import pytest
from plugin import PlanningPoker

from mattermost_plugin.testing import (
    ClientSocket,
    FakeHost,
    PluginHarness,
    WebSocketRefusedError,
)

Host = PluginHarness[PlanningPoker]


@pytest.fixture
def host() -> Iterator[Host]:
    api = FakeHost()
    api.add_user("ann")
    api.add_user("bob")
    with PluginHarness(PlanningPoker, api=api, manifest="plugin.json") as harness:
        yield harness


def user(host: Host, name: str) -> str:
    return host.api.get_user_by_username(name).id


def new_table(host: Host, story: str = "Draw the map") -> str:
    """Return the address of a table, as the plugin sees it."""
    answer = host.command(f"/poker {story}", user_id=user(host, "ann"))
    found = re.search(r"/plugins/com\.example\.planning-poker(/tables/[\w-]+)", answer.text)
    assert answer.response_type == "in_channel" and found
    return found[1]


def seen(client: ClientSocket) -> Any:
    text = client.receive()
    assert isinstance(text, str)
    return json.loads(text)


def say(client: ClientSocket, do: str, **more: str) -> None:
    client.send(json.dumps({"do": do, **more}))


def test_cards_are_covered_until_they_are_revealed(host: Host) -> None:
    table = new_table(host)
    with host.web_socket(table, user_id=user(host, "ann")) as ann:
        assert seen(ann)["story"] == "Draw the map"
        with host.web_socket(table, user_id=user(host, "bob")) as bob:
            assert [one["name"] for one in seen(ann)["people"]] == ["ann", "bob"]
            seen(bob)
            say(ann, "choose", card="5")
            assert seen(ann)["mine"] == "5"
            assert seen(bob)["people"][0] == {"name": "ann", "chosen": True, "card": None}
            say(bob, "choose", card="8")
            seen(ann)
            seen(bob)
            say(bob, "reveal")
            table_now = seen(ann)
            assert [one["card"] for one in table_now["people"]] == ["5", "8"]
            assert table_now["average"] == "6.5"
            say(ann, "again")
            seen(bob)
            assert seen(bob)["people"][1]["chosen"] is False


def test_who_leaves_is_gone(host: Host) -> None:
    table = new_table(host)
    with host.web_socket(table, user_id=user(host, "ann")) as ann:
        seen(ann)
        with host.web_socket(table, user_id=user(host, "bob")):
            assert len(seen(ann)["people"]) == 2
        assert len(seen(ann)["people"]) == 1


@pytest.mark.parametrize("nonsense", ["no JSON", "[]", '{"do": "choose", "card": "1000"}', "3"])
def test_what_no_page_sends_changes_nothing(host: Host, nonsense: str) -> None:
    with host.web_socket(new_table(host), user_id=user(host, "ann")) as ann:
        before = seen(ann)
        ann.send(nonsense)
        assert seen(ann) == before


def test_nobody_sits_down_without_a_login_or_a_table(host: Host) -> None:
    table = new_table(host)
    ways = [(table, ""), ("/tables/made-up", user(host, "ann"))]
    for address, user_id in ways:
        with pytest.raises(WebSocketRefusedError), host.web_socket(address, user_id=user_id):
            pass


def test_a_table_is_gone_after_a_day(host: Host) -> None:
    table = new_table(host)
    host.advance(hours=25)
    ann = user(host, "ann")
    with pytest.raises(WebSocketRefusedError), host.web_socket(table, user_id=ann):
        pass


def test_there_is_a_page(host: Host) -> None:
    assert "<h1>" in host.request("GET", new_table(host)).text


def test_the_cards_are_a_setting(host: Host) -> None:
    assert "2 to 20 cards" in host.configure(cards="1").error.message
    host.configure(cards="S M L")
    with host.web_socket(new_table(host), user_id=user(host, "ann")) as ann:
        assert seen(ann)["cards"] == ["S", "M", "L"]
