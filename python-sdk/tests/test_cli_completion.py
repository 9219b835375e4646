"""Completion of the command line, tried in the shells that are there."""

from __future__ import annotations

import contextlib
import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Dict, Iterator

import pytest
from cli import in_process, mattermost_plugin
from support import child_environment

pytest.importorskip("click")

PATIENCE = 120.0
LINE = "mattermost-plugin call MessageWillBeP"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_get_what_completes_the_command(
    shell: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = mattermost_plugin("completion", shell, folder=tmp_path).succeeded().output
    assert "_MATTERMOST_PLUGIN_COMPLETE" in script
    monkeypatch.setenv("_MATTERMOST_PLUGIN_COMPLETE", f"{shell}_complete")
    monkeypatch.setenv("COMP_WORDS", LINE)
    monkeypatch.setenv("COMP_CWORD", "2" if shell != "fish" else "MessageWillBeP")
    offered = in_process(folder=tmp_path)
    assert "MessageWillBePosted" in offered.output


@pytest.fixture
def environment(tmp_path: Path) -> Dict[str, str]:
    """What a shell finds the command by, and nothing of the user's own."""
    program = tmp_path / "mattermost-plugin"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mattermost_plugin "$@"\n')
    program.chmod(0o755)
    path = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    home = {"HOME": str(tmp_path), "ZDOTDIR": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    return {**child_environment(), **home, "PATH": path, "TERM": "xterm"}


def run(environment: Dict[str, str], shell: str, *arguments: str) -> str:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here")
    done = subprocess.run(
        [shell, *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return done.stdout


@pytest.mark.skipif(sys.platform == "darwin", reason="its bash is of 2007")
def test_bash_completes_the_command(environment: Dict[str, str]) -> None:
    completed = run(
        environment,
        *("bash", "--norc", "-c"),
        'eval "$(mattermost-plugin completion bash)"\n'
        "complete -p mattermost-plugin\n"
        "function=$(complete -p mattermost-plugin | sed 's/.*-F \\([^ ]*\\).*/\\1/')\n"
        f"COMP_WORDS=({LINE}) COMP_CWORD=2\n"
        '"$function" mattermost-plugin\n'
        'echo "<${COMPREPLY[*]}>"\n',
    )

    assert "<MessageWillBePosted>" in completed


def test_fish_completes_the_command(environment: Dict[str, str]) -> None:
    completed = run(
        environment,
        *("fish", "-c"),
        f'mattermost-plugin completion fish | source; complete -C "{LINE}"',
    )

    assert completed == "MessageWillBePosted\n"


def test_fish_tells_what_a_command_is_for(environment: Dict[str, str]) -> None:
    completed = run(
        environment,
        *("fish", "-c"),
        'mattermost-plugin completion fish | source; complete -C "mattermost-plugin vali"',
    )

    assert completed.startswith("validate\tSay what a server, or Python, ")


@pytest.mark.parametrize("before", ["", "autoload -Uz compinit && compinit -i; "])
def test_zsh_completes_the_command(before: str, environment: Dict[str, str]) -> None:
    if shutil.which("zsh") is None:
        pytest.skip("zsh is not here")
    with terminal(["zsh", "-f", "-i"], environment) as typed:
        typed.write(
            f'{before}eval "$(mattermost-plugin completion zsh)";'
            " show() { print -r -- \"<$BUFFER>\" }; zle -N show; bindkey '^X' show;"
            " print rea''dy\r"
        )
        typed.await_text("ready")
        # A tabulator completes, and then the line is shown.
        typed.write(f"{LINE}\t\x18")
        typed.await_text("<mattermost-plugin call MessageWillBePosted")


class Typed:
    """A program in a terminal."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._shown = b""

    def write(self, text: str) -> None:
        os.write(self._descriptor, text.encode())

    def await_text(self, text: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while text.encode() not in self._shown:
            left = deadline - time.monotonic()
            readable, _, _ = select.select([self._descriptor], [], [], max(left, 0))
            assert readable, f"{text!r} is not shown, but {self._shown!r}"
            self._shown += os.read(self._descriptor, 1 << 16)


@contextlib.contextmanager
def terminal(command: list[str], environment: Dict[str, str]) -> Iterator[Typed]:
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        yield Typed(ours)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
