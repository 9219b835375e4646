"""Answers /hello and counts how often it was asked."""

from __future__ import annotations

from typing import Any, Dict

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.models import Command, CommandArgs, CommandResponse, PluginContext

COUNTER = "asked"


class Hello(Plugin):
    """A slash command with a counter."""

    greeting = "Hello"

    # Called before OnActivate, and again whenever an administrator saves the settings.
    @hook(HookName.OnConfigurationChange)
    def configure(self) -> None:
        settings: Dict[str, Any] = {}
        self.api.load_plugin_configuration(settings)
        # Keys of settings arrive in lower case.
        self.greeting = settings.get("greeting") or "Hello"

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.api.register_command(
            Command(trigger="hello", auto_complete=True, auto_complete_desc="Say hello")
        )
        self.logger.info("ready on a server of version %s", self.api.get_server_version())

    @hook(HookName.ExecuteCommand)
    def answer(self, context: PluginContext, args: CommandArgs) -> CommandResponse:
        user = self.api.get_user(args.user_id)
        count = self.count()
        self.logger.info("%s asked; that was number %d", user.username, count)
        text = f"{self.greeting}, {user.username}! Asked so far: {count}"
        return CommandResponse(response_type="ephemeral", text=text)

    def count(self) -> int:
        """Count one more, and return how many that makes.

        Hooks run side by side, and the store outlives the process: so the new value is stored only
        where nobody else has stored one since the old one was read.
        """
        while True:
            old = self.api.kv_get(COUNTER)
            count = int(old or 0) + 1
            if self.api.kv_compare_and_set(COUNTER, old, str(count).encode()):
                return count


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Hello)
