"""Answers the slash command /my-plugin, and counts how often it was asked."""

from __future__ import annotations

from typing import Any

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.models import Command, CommandArgs, CommandResponse, PluginContext

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

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.api.register_command(
            Command(trigger=TRIGGER, auto_complete=True, auto_complete_desc="Say hello")
        )

    @hook(HookName.ExecuteCommand)
    def answer(self, context: PluginContext, args: CommandArgs) -> CommandResponse:
        user = self.api.get_user(args.user_id)
        text = f"{self.greeting}, {user.username}! Asked so far: {self.count()}"
        return CommandResponse(response_type="ephemeral", text=text)

    def count(self) -> int:
        """Count one more, and return how many that makes."""
        # Hooks run side by side: store the new value only if nobody else stored one meanwhile.
        while True:
            old = self.api.kv_get(COUNTER)
            count = int(old or 0) + 1
            if self.api.kv_compare_and_set(COUNTER, old, b"%d" % count):
                return count


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(MyPlugin)
