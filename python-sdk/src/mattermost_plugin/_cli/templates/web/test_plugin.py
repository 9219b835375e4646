"""Tests of the plugin without a server."""

from __future__ import annotations

import json

from mattermost_plugin.testing import PluginHarness

from plugin import MyPlugin


def test_the_page_is_there() -> None:
    with PluginHarness(MyPlugin) as host:
        answer = host.request("GET", "/")
        assert answer.status == 200
        assert b"<button>" in answer.body


def test_votes_are_counted() -> None:
    with PluginHarness(MyPlugin) as host:
        host.request("POST", "/api/votes", user_id="u")
        host.request("POST", "/api/votes", user_id="u")
        answer = host.request("GET", "/api/votes")
        assert json.loads(answer.body) == {"title": "Votes", "votes": 2}


def test_nobody_votes_without_a_name() -> None:
    with PluginHarness(MyPlugin) as host:
        assert host.request("POST", "/api/votes").status == 401
        assert host.api.stored == {}


def test_other_paths_are_not_there() -> None:
    with PluginHarness(MyPlugin) as host:
        assert host.request("GET", "/else").status == 404


def test_the_title_is_a_setting() -> None:
    with PluginHarness(MyPlugin, settings={"Title": "Lunch?"}) as host:
        assert json.loads(host.request("GET", "/api/votes").body)["title"] == "Lunch?"
