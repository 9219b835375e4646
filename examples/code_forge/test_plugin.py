"""Tests of the plugin without a server."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any, Dict, Iterator

import pytest
from deliveries import line_of, link, plain
from plugin import CodeForge

from mattermost_plugin import UnavailableError
from mattermost_plugin.models import Channel
from mattermost_plugin.testing import FakeHost, HTTPAnswer, PluginHarness

Host = PluginHarness[CodeForge]

SECRET = "0123456789abcdef"
PUSH = {
    "sender": {"login": "ann"},
    "repository": {"full_name": "sea/map"},
    "ref": "refs/heads/main",
    "commits": [{"message": "Mark the spot\n\nwith an X"}, {"message": "Fix"}],
}
PULL = {
    "sender": {"login": "bob"},
    "repository": {"full_name": "sea/map"},
    "action": "closed",
    "pull_request": {
        "number": 7,
        "title": "Draw [the](coast)",
        "html_url": "https://forge.example/sea/map/pulls/7",
        "merged": True,
    },
}


@pytest.fixture
def host() -> Iterator[Host]:
    api = FakeHost()
    channel = api.add_channel(api.add_team("sea-crew"), "town-square-2")
    api.returns("get_channel_by_name_for_team_name", channel)
    settings = {"Channel": "sea-crew/town-square-2", "Secret": SECRET}
    with PluginHarness(CodeForge, api=api, manifest="plugin.json", settings=settings) as harness:
        yield harness


def deliver(
    host: Host, kind: str, payload: Any, *, secret: str = SECRET, number: str = "1"
) -> HTTPAnswer:
    body = json.dumps(payload).encode()
    signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    headers = {
        "X-Hub-Signature-256": f"sha256={signature}",
        "X-GitHub-Event": kind,
        "X-GitHub-Delivery": number,
    }
    return host.request("POST", "/hook", body=body, headers=headers)


def told(host: Host) -> list[str]:
    return [call["post"].message for call in host.api.calls_of("create_post")]


def test_a_delivery_is_told_and_published(host: Host) -> None:
    assert deliver(host, "push", PUSH).json() == {"told": True}
    line = "**ann** pushed to `sea/map`, `main`: Mark the spot and 1 more"
    assert told(host) == [line]
    (event,) = host.api.calls_of("publish_web_socket_event")
    channel: Channel = host.api.get_channel_by_name_for_team_name("", "")
    assert event["broadcast"].channel_id == channel.id
    assert event["payload"]["line"] == line


def test_a_wrong_signature_is_refused(host: Host) -> None:
    assert deliver(host, "push", PUSH, secret="another-one-than-it").status == 401
    assert host.request("POST", "/hook", body=b"{}").status == 401
    assert told(host) == []


def test_without_a_secret_nothing_is_taken() -> None:
    with PluginHarness(CodeForge, api=FakeHost(), manifest="plugin.json") as host:
        assert deliver(host, "push", PUSH, secret="").status == 503


def test_what_comes_again_is_told_once(host: Host) -> None:
    deliver(host, "push", PUSH)
    assert deliver(host, "push", PUSH).json() == {"told": False}
    assert deliver(host, "push", PUSH, number="2").json() == {"told": True}


def test_what_could_not_be_told_may_come_again(host: Host) -> None:
    host.api.raises("create_post", UnavailableError("the database is away"))
    assert deliver(host, "push", PUSH).status == 500
    host.api.answers("create_post", lambda post: post)
    assert deliver(host, "push", PUSH).json() == {"told": True}


@pytest.mark.parametrize("payload", [[], {}, {"sender": 1}, {**PUSH, "commits": [{}]}, "text"])
def test_what_no_forge_sends_is_refused(host: Host, payload: Any) -> None:
    assert deliver(host, "push", payload).status == 400


def test_the_page_begins_with_what_was_last_for_members(host: Host) -> None:
    deliver(host, "push", PUSH)
    deliver(host, "pull_request", PULL, number="2")
    assert host.request("GET", "/recent").status == 401
    assert host.request("GET", "/recent", user_id="eve").status == 403
    host.api.returns("has_permission_to_channel", True)
    recent = host.request("GET", "/recent", user_id="ann").json()
    assert [event["kind"] for event in recent] == ["pull_request", "push"]


def test_settings_that_do_not_fit_are_refused(host: Host) -> None:
    assert "team/channel" in host.configure(channel="town-square").error.message
    assert "16 characters" in host.configure(channel="a/b", secret="short").error.message


def test_each_kind_has_its_line() -> None:
    merged = "**bob** merged [7 Draw thecoast](https://forge.example/sea/map/pulls/7) in `sea/map`"
    assert line_of("pull_request", PULL) == merged
    assert line_of("ping", PUSH) == "**ann** connected `sea/map`"
    assert line_of("push", {**PUSH, "commits": []}) is None
    assert line_of("star", PUSH) is None
    issue: Dict[str, Any] = {**PULL, "action": "labeled", "issue": PULL["pull_request"]}
    assert line_of("issues", issue) is None


def test_what_others_have_written_is_text_and_notifies_nobody() -> None:
    assert plain("Hi @all, `rm` **x**\n[a](b)") == "Hi @\u200ball, rm x ab"
    assert len(plain("x" * 500)) == 120
    assert link("a", "javascript:alert(1)") == "a"
