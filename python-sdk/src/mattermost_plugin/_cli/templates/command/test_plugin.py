"""Tests of the plugin without a server."""

from __future__ import annotations

from mattermost_plugin import HookName
from mattermost_plugin.models import User
from mattermost_plugin.testing import FakeApi, PluginHarness

from plugin import TRIGGER, MyPlugin


def api() -> FakeApi:
    fake = FakeApi()
    fake.returns("get_user", User(id="u", username="ann"))
    return fake


def ask(host: PluginHarness[MyPlugin]) -> str:
    answer = host.call(HookName.ExecuteCommand, {"command": f"/{TRIGGER}", "user_id": "u"})
    return str(answer.response.text)


def test_the_command_is_offered() -> None:
    with PluginHarness(MyPlugin, api=api()) as host:
        (call,) = host.api.calls_of("register_command")
        assert call["command"]["trigger"] == TRIGGER


def test_the_command_counts() -> None:
    with PluginHarness(MyPlugin, api=api()) as host:
        assert ask(host) == "Hello, ann! Asked so far: 1"
        assert ask(host) == "Hello, ann! Asked so far: 2"
        assert host.api.stored == {"asked": b"2"}


def test_the_greeting_is_a_setting() -> None:
    fake = api()
    fake.answers("load_plugin_configuration", lambda dest: dest.update({"greeting": "Servus"}))
    with PluginHarness(MyPlugin, api=fake) as host:
        assert ask(host).startswith("Servus, ann!")
