"""Answers /bundle, from inside of an OSGi bundle."""

from __future__ import annotations

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.models import Command, CommandArgs, CommandResponse, PluginContext


class HelloFromABundle(Plugin):
    """A slash command."""

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.api.register_command(
            Command(trigger="bundle", auto_complete=True, auto_complete_desc="Say hello")
        )
        self.logger.info("came with a bundle")

    @hook(HookName.ExecuteCommand)
    def answer(self, context: PluginContext, args: CommandArgs) -> CommandResponse:
        return CommandResponse(response_type="ephemeral", text="Hello from a bundle!")


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(HelloFromABundle)
