"""The command and its sub-commands."""

from __future__ import annotations

import sys
from typing import Any

import click

from mattermost_plugin._cli.author_commands import call, new, pack, test, validate
from mattermost_plugin._cli.completion import completion
from mattermost_plugin._cli.console import Console
from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin._cli.run_command import run
from mattermost_plugin._cli.server_commands import disable, enable, install, login, logs
from mattermost_plugin._version import __version__


class _Commands(click.Group):
    """Tells what authors can put right without a trace."""

    def invoke(self, ctx: click.Context) -> Any:
        console = ctx.ensure_object(Console)
        try:
            return super().invoke(ctx)
        except CommandError as error:
            console.fail(error)
            sys.exit(1)
        except click.UsageError as error:
            if not console.is_json:
                raise
            console.fail(CommandError(error.format_message()))
            sys.exit(error.exit_code)

    def list_commands(self, ctx: click.Context) -> Any:
        # In the order in which an author needs them.
        return list(self.commands)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mattermost-plugin")
@click.pass_context
def mattermost_plugin(context: click.Context) -> None:
    """Makes, tests, packs and installs plugins in Python for Mattermost's plugin API."""
    context.ensure_object(Console)


for _command in (
    new,
    validate,
    test,
    call,
    run,
    pack,
    login,
    install,
    enable,
    disable,
    logs,
    completion,
):
    mattermost_plugin.add_command(_command)


__all__ = ["mattermost_plugin"]
