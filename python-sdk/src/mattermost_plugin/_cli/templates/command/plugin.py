"""Answers the slash command /my-plugin, and counts how often it was asked."""

from __future__ import annotations

from dataclasses import dataclass

from mattermost_plugin import Plugin, command
from mattermost_plugin.commands import CommandCall
from mattermost_plugin.settings import Settings, setting

TRIGGER = "my-plugin"
COUNTER = "asked"


@dataclass
class Options:
    """What an administrator can set; the manifest has the same as settings_schema."""

    greeting: str = setting("Hello", help="What the command says before the name.")


class MyPlugin(Plugin):
    """A slash command with a counter."""

    options = Settings(Options)

    @command(TRIGGER, help="Say hello")
    def answer(self, call: CommandCall) -> str:
        user = self.api.get_user(call.user_id)
        # Commands run side by side; nobody's count is lost.
        count = self.kv.update(COUNTER, lambda asked: asked + 1, default=0)
        return f"{self.options.greeting}, {user.username}! Asked so far: {count}"


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(MyPlugin)
