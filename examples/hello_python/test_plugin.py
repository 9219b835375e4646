"""Tests of the plugin without a server."""

from __future__ import annotations

from typing import Any, Dict

from plugin import Hello

from mattermost_plugin import HookName
from mattermost_plugin.models import User
from mattermost_plugin.testing import FakeApi, PluginHarness


def api_with(settings: Dict[str, Any]) -> FakeApi:
    api = FakeApi()
    api.answers("load_plugin_configuration", lambda dest: dest.update(settings))
    api.returns("get_user", User(id="u", username="ann"))
    return api


def ask(host: PluginHarness[Hello]) -> str:
    answer = host.call(HookName.ExecuteCommand, {"command": "/hello", "user_id": "u"})
    text = answer.response.text
    assert isinstance(text, str)
    return text


def test_the_command_is_offered() -> None:
    with PluginHarness(Hello, api=api_with({})) as host:
        (call,) = host.api.calls_of("register_command")
        assert call["command"].trigger == "hello"


def test_the_command_counts() -> None:
    with PluginHarness(Hello, api=api_with({})) as host:
        assert ask(host) == "Hello, ann! Asked so far: 1"
        assert ask(host) == "Hello, ann! Asked so far: 2"
        assert host.api.stored == {"asked": b"2"}


def test_the_counter_goes_on_after_a_restart() -> None:
    api = api_with({})
    api.stored["asked"] = b"41"
    with PluginHarness(Hello, api=api) as host:
        assert ask(host).endswith("42")


def test_the_greeting_is_a_setting() -> None:
    with PluginHarness(Hello, api=api_with({"greeting": "Servus"})) as host:
        assert ask(host).startswith("Servus, ann!")
