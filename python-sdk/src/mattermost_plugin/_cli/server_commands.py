"""Commands for plugins on a server."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, TypeVar

import click

from mattermost_plugin._cli import connection
from mattermost_plugin._cli.checks import check_files
from mattermost_plugin._cli.connection import Address, find_address
from mattermost_plugin._cli.console import Console, json_option, pass_console
from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin._cli.manifest import read_manifest
from mattermost_plugin._cli.packing import pack
from mattermost_plugin._cli.rest import Server

F = TypeVar("F", bound=Callable[..., Any])

_COLOURS = {"ERROR": "red", "WARN": "yellow", "WARNING": "yellow", "DEBUG": "bright_black"}
# How often logs are asked for.
_PAUSE = 0.3


def server_options(command: F) -> F:
    """Give a command the options that name a server."""
    command = click.option(
        "--token",
        metavar="TOKEN",
        help=f"Token of an administrator [{connection.TOKEN_VARIABLE}].",
    )(command)
    return click.option(
        "--server",
        "url",
        metavar="URL",
        help=f"Address of the server [{connection.URL_VARIABLE}].",
    )(command)


@click.command()
@click.option("--server", "url", metavar="URL", required=True, help="Address of the server.")
@click.option("--user", prompt="User", help="Name or address of an administrator.")
@click.option(
    "--password",
    prompt=True,
    hide_input=True,
    help="Asked for where it is left out, which is safer.",
)
@json_option
@pass_console
def login(console: Console, url: str, user: str, password: str) -> None:
    """Log in to a server, and keep the token for the other commands.

    The file can be read by nobody else.
    """
    with console.progress(f"Logging in to {url}"):
        token = Server(Address(url, "")).log_in(user, password)
    file = connection.keep(Address(url, token))
    console.result(f"Logged in to {url}; the token is in {file}", ok=True, file=str(file))


@click.command()
@click.argument("source", metavar="[FOLDER|ARCHIVE]", default=".", type=click.Path(path_type=Path))
@click.option("--keep", is_flag=True, help="Do not replace a plugin that is installed already.")
@click.option("--disabled", is_flag=True, help="Do not enable it.")
@server_options
@json_option
@pass_console
def install(
    console: Console,
    source: Path,
    keep: bool,
    disabled: bool,
    url: Optional[str],
    token: Optional[str],
) -> None:
    """Pack a plugin, install it on a server, and enable it.

    A version that is installed already is replaced; if the new one does not start, the old one
    goes on.
    """
    server = Server(find_address(url, token))
    with tempfile.TemporaryDirectory() as folder:
        archive = source
        if source.is_dir():
            report = check_files(source)
            report.raise_problems()
            archive = pack(source, report.manifest, Path(folder))
        elif not source.is_file():
            raise CommandError(f"{source} is not there; name a plugin's folder or archive")
        with console.progress(f"Installing {archive.name}"):
            manifest = server.install(archive, force=not keep)
    plugin_id = str(manifest["id"])
    version = manifest.get("version", "")
    state = server.state(plugin_id)[0] if disabled else _enable(console, server, plugin_id)
    text = f"{plugin_id} {version} is installed at {server.url}: {state}"
    console.result(text, ok=True, id=plugin_id, version=version, state=state)


@click.command()
@click.argument("plugin_id", metavar="[ID]", default="")
@server_options
@json_option
@pass_console
def enable(console: Console, plugin_id: str, url: Optional[str], token: Optional[str]) -> None:
    """Have a plugin run on a server; without ID that of this folder."""
    server = Server(find_address(url, token))
    plugin_id = plugin_id or read_manifest(Path()).id
    state = _enable(console, server, plugin_id)
    console.result(f"{plugin_id}: {state}", ok=True, id=plugin_id, state=state)


@click.command()
@click.argument("plugin_id", metavar="[ID]", default="")
@server_options
@json_option
@pass_console
def disable(console: Console, plugin_id: str, url: Optional[str], token: Optional[str]) -> None:
    """Have a plugin rest on a server; without ID that of this folder."""
    server = Server(find_address(url, token))
    plugin_id = plugin_id or read_manifest(Path()).id
    with console.progress(f"Disabling {plugin_id}"):
        server.disable(plugin_id)
        state, _ = server.state(plugin_id)
    console.result(f"{plugin_id}: {state}", ok=True, id=plugin_id, state=state)


def _enable(console: Console, server: Server, plugin_id: str) -> str:
    with console.progress(f"Enabling {plugin_id}"):
        server.enable(plugin_id)
        state, reason = server.state(plugin_id)
    if state in ("failed", "backing off"):
        raise CommandError(f"{plugin_id}: {state}: {reason}")
    return state


@click.command()
@click.argument("plugin_id", metavar="[ID]", default="")
@click.option("-f", "--follow", is_flag=True, help="Go on showing what comes, until Ctrl-C.")
@click.option("-n", "--lines", default=100, show_default=True, help="How many records at most.")
@server_options
@json_option
@pass_console
def logs(
    console: Console,
    plugin_id: str,
    follow: bool,
    lines: int,
    url: Optional[str],
    token: Optional[str],
) -> None:
    """Show what a plugin has logged and printed on a server; without ID that of this folder."""
    server = Server(find_address(url, token))
    plugin_id = plugin_id or read_manifest(Path()).id
    tail = LogTail(server, plugin_id)
    for entry in tail.next(lines):
        show_entry(console, entry)
    while follow:
        time.sleep(_PAUSE)
        for entry in tail.next(1000):
            show_entry(console, entry)


class LogTail:
    """What a plugin logs on a server, from one look to the next."""

    def __init__(self, server: Server, plugin_id: str) -> None:
        self._server = server
        self._plugin_id = plugin_id
        self._since = ""
        # Those of the last moment, which come again.
        self._seen: List[Dict[str, Any]] = []

    def next(self, most: int) -> List[Dict[str, Any]]:
        """Return what is new since the last call."""
        entries = self._server.logs(self._plugin_id, most, self._since)
        seen = list(self._seen)
        fresh = []
        for entry in entries:
            if entry in seen:
                seen.remove(entry)
            else:
                fresh.append(entry)
        if entries:
            self._since = entries[-1]["at"]
            self._seen = [entry for entry in entries if entry["at"] == self._since]
        return fresh


def show_entry(console: Console, entry: Dict[str, Any]) -> None:
    """Show a record of a log."""
    level = str(entry.get("level", ""))
    source = f"{entry['source']}: " if entry.get("source") else ""
    fields = "".join(f" {key}={value}" for key, value in (entry.get("fields") or {}).items())
    if console.is_json:
        console.result("", **entry)
    else:
        text = f"{entry['at']} {level:<7} {source}{entry['message']}{fields}"
        console.say(text, fg=_COLOURS.get(level))


__all__ = [
    "LogTail",
    "disable",
    "enable",
    "install",
    "login",
    "logs",
    "server_options",
    "show_entry",
]
