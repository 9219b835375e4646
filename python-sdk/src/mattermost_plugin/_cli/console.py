"""What commands say: to people, or as JSON to scripts."""

from __future__ import annotations

import contextlib
import json
import sys
import threading
import time
from typing import Any, Callable, Iterator, TypeVar

import click

from mattermost_plugin._cli.errors import CommandError

F = TypeVar("F", bound=Callable[..., Any])

# What is done sooner needs no word.
_PATIENCE = 1.0


class Console:
    """Where a command says what it does and what came of it.

    Attributes:
        is_json: whether it speaks to a script.
    """

    is_json = False

    def result(self, text: str, /, **values: Any) -> None:
        """Say what came of the command: the text to people, the values to scripts."""
        if self.is_json:
            click.echo(json.dumps(values, ensure_ascii=False, default=str))
        elif text:
            click.echo(text)

    def say(self, text: str, **style: Any) -> None:
        """Say something besides."""
        if not self.is_json:
            click.secho(text, **style)

    def warn(self, text: str) -> None:
        """Say that something is probably a mistake."""
        if not self.is_json:
            click.secho(f"warning: {text}", fg="yellow", err=True)

    def fail(self, error: CommandError) -> None:
        """Say why the command has failed."""
        if self.is_json:
            click.echo(json.dumps({"ok": False, "problems": error.problems}, ensure_ascii=False))
            return
        for problem in error.problems:
            click.secho(problem, fg="red", err=True)

    @contextlib.contextmanager
    def progress(self, what: str) -> Iterator[None]:
        """Show that something goes on that takes longer than a second."""
        if self.is_json:
            yield
            return
        ended = threading.Event()
        thread = threading.Thread(target=_show, args=(what, ended), daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()


def _show(what: str, ended: threading.Event) -> None:
    begun = time.monotonic()
    if ended.wait(_PATIENCE):
        return
    if not sys.stderr.isatty():
        click.echo(f"{what} …", err=True)
        return
    while True:
        click.echo(f"\r{what} … {time.monotonic() - begun:.0f} s", err=True, nl=False)
        if ended.wait(0.5):
            # Nothing is left of it where the result will stand.
            click.echo("\r\033[K", err=True, nl=False)
            return


pass_console = click.make_pass_decorator(Console, ensure=True)


def json_option(command: F) -> F:
    """Give a command the option --json."""

    def set_json(context: click.Context, parameter: click.Parameter, value: bool) -> None:
        if value:
            context.ensure_object(Console).is_json = True

    return click.option(
        "--json",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=set_json,
        help="Print one JSON object, for scripts.",
    )(command)


__all__ = ["Console", "json_option", "pass_console"]
