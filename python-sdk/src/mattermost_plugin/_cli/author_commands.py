"""Commands for the plugin in a folder."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Tuple, TypeVar

import click

from mattermost_plugin._cli import packing
from mattermost_plugin._cli.bench import (
    arguments_json,
    call_hook,
    new_harness,
    settings_of,
)
from mattermost_plugin._cli.bench_host import BenchApi
from mattermost_plugin._cli.checks import (
    check_files,
    check_plugin,
    import_path,
    script_of,
    shadows,
)
from mattermost_plugin._cli.completion import complete_hook
from mattermost_plugin._cli.console import Console, json_option, pass_console
from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin._cli.loading import failure_text, load_plugin_class
from mattermost_plugin._cli.manifest import Manifest, read_manifest
from mattermost_plugin._cli.scaffold import TEMPLATES, Scaffold
from mattermost_plugin.testing import HookFailedError

F = TypeVar("F", bound=Callable[..., Any])


def folder_argument(command: F) -> F:
    """Give a command the argument FOLDER, of the plugin."""
    kind = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.argument("folder", metavar="[FOLDER]", default=".", type=kind)(command)


def folder_option(command: F) -> F:
    """Give a command the option --folder, where it has other arguments."""
    kind = click.Path(exists=True, file_okay=False, path_type=Path)
    option = click.option("--folder", default=".", type=kind, help="The plugin's folder [.].")
    return option(command)


def setting_option(command: F) -> F:
    """Give a command the option --setting KEY=VALUE."""
    return click.option(
        "--setting",
        "given",
        metavar="KEY=VALUE",
        multiple=True,
        help="Value of a setting; JSON, or a text. Others have their defaults.",
    )(command)


def settings_given(manifest: Manifest, given: Tuple[str, ...]) -> Dict[str, Any]:
    """Return the settings with what --setting says."""
    values = {}
    for text in given:
        key, equals, value = text.partition("=")
        if not equals:
            raise CommandError(f"--setting takes KEY=VALUE, not {text!r}")
        try:
            values[key] = json.loads(value)
        except ValueError:
            values[key] = value
    return settings_of(manifest, values)


@click.command()
@click.argument("name")
@click.option(
    "-t",
    "--template",
    type=click.Choice(list(TEMPLATES)),
    default="command",
    show_default=True,
    help="; ".join(f"{name}: {what}" for name, what in TEMPLATES.items()) + ".",
)
@click.option(
    "--id", "plugin_id", metavar="ID", default="", help="The plugin's id [com.example.NAME]."
)
@click.option("--folder", type=click.Path(path_type=Path), help="Where it is made [NAME].")
@json_option
@pass_console
def new(console: Console, name: str, template: str, plugin_id: str, folder: Optional[Path]) -> None:
    """Make the folder of a new plugin: code, tests, settings."""
    scaffold = Scaffold(name, plugin_id)
    folder = folder or Path(scaffold.slug)
    files = scaffold.write(template, folder)
    read_manifest(folder)
    text = (
        f"{folder}: {TEMPLATES[template]} ({', '.join(files)})\n\n"
        f"  cd {folder}\n"
        "  mattermost-plugin test      # its tests\n"
        "  mattermost-plugin run       # try it, with reload on save\n"
        "  mattermost-plugin install   # on a server"
    )
    console.result(text, ok=True, id=scaffold.id, folder=str(folder), files=files)


@click.command()
@folder_argument
@json_option
@pass_console
def validate(console: Console, folder: Path) -> None:
    """Say what a server, or Python, would refuse in a plugin, and what is probably a mistake."""
    with console.progress("Loading the plugin"):
        report = check_plugin(folder)
    if console.is_json:
        console.result(
            "",
            ok=not report.problems,
            id=report.manifest.id,
            version=report.manifest.version,
            plugin_class=report.plugin_class,
            hooks=report.hooks,
            problems=report.problems,
            warnings=report.warnings,
        )
        if report.problems:
            sys.exit(1)
        return
    for warning in report.warnings:
        console.warn(warning)
    report.raise_problems()
    hooks = f", which handles {', '.join(report.hooks)}" if report.hooks else ""
    console.result(
        f"{report.manifest.id} {report.manifest.version} is fine: {report.plugin_class}{hooks}"
    )


@click.command(context_settings={"ignore_unknown_options": True})
@folder_option
@click.argument("arguments", metavar="[PYTEST-ARGUMENTS]...", nargs=-1, type=click.UNPROCESSED)
@json_option
@pass_console
def test(console: Console, folder: Path, arguments: Tuple[str, ...]) -> None:
    """Run the plugin's tests with pytest."""
    try:
        import pytest  # noqa: F401
    except ImportError:
        raise CommandError("pytest is missing; install it: python -m pip install pytest") from None
    home = folder.resolve()
    # Before pytest stumbles over them, with traces in which they do not appear.
    problems = list(shadows(home, home, "pytest", "_pytest"))
    if problems:
        raise CommandError.of(problems)
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    environment = {**os.environ, "PYTHONPATH": import_path()}
    if not console.is_json:
        sys.exit(subprocess.run(command, cwd=folder, env=environment, check=False).returncode)
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    output = done.stdout + done.stderr
    console.result("", ok=done.returncode == 0, code=done.returncode, output=output)
    sys.exit(done.returncode)


@click.command()
@folder_argument
@click.option(
    "--to", "target", type=click.Path(path_type=Path), help="Folder of the archive [FOLDER/dist]."
)
@click.option("--unchecked", is_flag=True, help="Look at nothing but the manifest.")
@json_option
@pass_console
def pack(console: Console, folder: Path, target: Optional[Path], unchecked: bool) -> None:
    """Make the archive that servers install; print its path.

    Tests, caches, virtual environments and hidden files stay out. The same files make the same
    archive.
    """
    if unchecked:
        manifest = read_manifest(folder)
    else:
        report = check_files(folder)
        for warning in report.warnings:
            console.warn(warning)
        report.raise_problems()
        manifest = report.manifest
    with console.progress("Packing"):
        archive = packing.pack(folder, manifest, target or folder / "dist")
    console.result(
        str(archive), ok=True, archive=str(archive), id=manifest.id, version=manifest.version
    )


@click.command()
@click.argument("hook", shell_complete=complete_hook)
@click.argument("values", metavar="[JSON]", default="")
@folder_option
@setting_option
@json_option
@pass_console
def call(console: Console, hook: str, values: str, folder: Path, given: Tuple[str, ...]) -> None:
    """Call a hook of the plugin, without a server.

    JSON has the hook's arguments by name, or is its only argument. The plugin is activated before
    and deactivated afterwards. What it answers is shown, and which methods of the API it called.
    These find a chat server in memory, with the user `author`, the team `team` and its channels
    `town-square`, where a post or a command is if it names no other, and `off-topic`; whoever else
    is named in JSON as a user is there, too.

    \b
    mattermost-plugin call MessageWillBePosted '{"message": "hello"}'
    mattermost-plugin call ServeHTTP '{"url": "/api/votes"}'
    """  # noqa: D301 - click wants the character itself
    try:
        arguments = json.loads(values) if values else None
    except ValueError as error:
        raise CommandError(f"{values!r} is not JSON: {error}") from error
    report = check_files(folder)
    report.raise_problems()
    manifest = report.manifest
    calls: List[Dict[str, Any]] = []
    api = BenchApi(
        settings_given(manifest, given),
        lambda method, args: calls.append({"method": method, "arguments": arguments_json(args)}),
    )
    # What the plugin prints is not the result.
    with contextlib.redirect_stdout(sys.stderr):
        plugin_class = load_plugin_class(folder, script_of(folder, manifest))
        try:
            harness = new_harness(plugin_class, folder.resolve(), manifest.id, api)
            answer = asyncio.run(_called(harness, hook, arguments))
        except CommandError:
            raise
        except HookFailedError as error:
            cause = error.__cause__ or error.__context__
            raise CommandError(failure_text(cause, folder) if cause else str(error)) from error
        except Exception as error:
            raise CommandError(failure_text(error, folder)) from error
    lines = [f"{entry['method']}({_shown(entry['arguments'])})" for entry in calls]
    console.result(
        "\n".join([*lines, json.dumps(answer, indent=2, ensure_ascii=False)]),
        ok=True,
        answer=answer,
        calls=calls,
    )


async def _called(harness: Any, hook: str, values: Any) -> Dict[str, Any]:
    await harness.aactivate()
    try:
        return await call_hook(harness, hook, values)
    finally:
        await harness.adeactivate()


def _shown(arguments: Dict[str, Any]) -> str:
    return ", ".join(
        f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in arguments.items()
    )


__all__ = [
    "call",
    "folder_argument",
    "new",
    "pack",
    "setting_option",
    "settings_given",
    "test",
    "validate",
]
