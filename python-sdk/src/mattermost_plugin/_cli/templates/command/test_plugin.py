"""Tests of the plugin without a server."""

from __future__ import annotations

from mattermost_plugin.testing import FakeHost, PluginHarness

from plugin import COUNTER, TRIGGER, MyPlugin


def ask(host: PluginHarness[MyPlugin], api: FakeHost) -> str:
    ann = api.get_user_by_username("ann")
    return host.command(f"/{TRIGGER}", user_id=ann.id).text


def a_chat_server() -> FakeHost:
    api = FakeHost()
    api.add_user("ann")
    return api


def test_the_command_is_offered() -> None:
    with PluginHarness(MyPlugin) as host:
        (call,) = host.api.calls_of("register_command")
        assert call["command"]["trigger"] == TRIGGER


def test_the_command_counts() -> None:
    api = a_chat_server()
    with PluginHarness(MyPlugin, api=api) as host:
        assert ask(host, api) == "Hello, ann! Asked so far: 1"
        assert ask(host, api) == "Hello, ann! Asked so far: 2"
        assert host.plugin.kv.get(COUNTER) == 2


def test_the_greeting_is_a_setting() -> None:
    api = a_chat_server()
    with PluginHarness(MyPlugin, api=api, settings={"Greeting": "Servus"}) as host:
        assert ask(host, api).startswith("Servus, ann!")
