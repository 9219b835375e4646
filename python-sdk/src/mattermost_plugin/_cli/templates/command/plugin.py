"""Answers the slash command /my-plugin, and counts how often it was asked."""

from __future__ import annotations

from typing import Any

from mattermost_plugin import HookName, Plugin, command, hook
from mattermost_plugin.commands import CommandCall

TRIGGER = "my-plugin"
COUNTER = "asked"


class MyPlugin(Plugin):
    """A slash command with a counter."""

    greeting = "Hello"

    # Called before OnActivate, and again whenever an administrator saves the settings.
    @hook(HookName.OnConfigurationChange)
    def configure(self) -> None:
        settings: dict[str, Any] = {}
        self.api.load_plugin_configuration(settings)
        # Keys of settings arrive in lower case.
        self.greeting = settings.get("greeting") or "Hello"

    @command(TRIGGER, help="Say hello")
    def answer(self, call: CommandCall) -> str:
        user = self.api.get_user(call.user_id)
        # Commands run side by side; nobody's count is lost.
        count = self.kv.update(COUNTER, lambda asked: asked + 1, default=0)
        return f"{self.greeting}, {user.username}! Asked so far: {count}"


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(MyPlugin)
