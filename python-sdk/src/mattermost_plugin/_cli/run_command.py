"""The command that runs a plugin while it is written."""

from __future__ import annotations

import signal
import sys
import threading
from pathlib import Path
from typing import Any, Optional, Tuple

import click

from mattermost_plugin._cli.author_commands import (
    folder_argument,
    setting_option,
    settings_given,
)
from mattermost_plugin._cli.connection import find_address
from mattermost_plugin._cli.console import Console, json_option, pass_console
from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin._cli.local_run import LocalRun
from mattermost_plugin._cli.remote_run import RemoteRun
from mattermost_plugin._cli.rest import Server
from mattermost_plugin._cli.server_commands import server_options

_PORT, _DEBUG_PORT = 8066, 5678


@click.command()
@folder_argument
@click.option(
    "--port",
    default=_PORT,
    show_default=True,
    help="Port for the plugin's pages; 0 for a free one.",
)
@click.option("--debug", is_flag=True, help="breakpoint() stops, and nothing has a time limit.")
@click.option(
    "--debug-port", default=_DEBUG_PORT, show_default=True, help="Port for debuggers of editors."
)
@setting_option
@server_options
@json_option
@pass_console
def run(
    console: Console,
    folder: Path,
    port: int,
    debug: bool,
    debug_port: int,
    given: Tuple[str, ...],
    url: Optional[str],
    token: Optional[str],
) -> None:
    """Run a plugin, with what is saved taking effect at once.

    It runs within this command: each line that is typed is a message, a /command, or the name of a
    hook with its arguments as JSON. With --server it is installed there whenever it is saved, and
    its log is shown. The old version serves until the new one is up; where that does not start,
    the reason is shown and the old one goes on.
    """
    stop = threading.Event()
    signal.signal(signal.SIGTERM, _interrupt)
    if url:
        if given or debug:
            raise CommandError(
                "on a server an administrator sets settings and debugging; leave --setting and"
                " --debug out"
            )
        RemoteRun(console, folder, Server(find_address(url, token))).run(stop)
        return
    LocalRun(
        console,
        folder,
        lambda manifest: settings_given(manifest, given),
        port,
        debug_port if debug else None,
    ).run(sys.stdin, stop)


def _interrupt(*_: Any) -> None:
    raise KeyboardInterrupt


__all__ = ["run"]
