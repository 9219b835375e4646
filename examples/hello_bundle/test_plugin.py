"""Tests of the plugin without a server."""

from __future__ import annotations

from plugin import HelloFromABundle

from mattermost_plugin import HookName
from mattermost_plugin.testing import PluginHarness


def test_the_command_is_offered_and_answers() -> None:
    with PluginHarness(HelloFromABundle) as host:
        (call,) = host.api.calls_of("register_command")
        assert call["command"].trigger == "bundle"
        answer = host.call(HookName.ExecuteCommand, {"command": "/bundle", "user_id": "u"})
        assert answer.response.text == "Hello from a bundle!"
