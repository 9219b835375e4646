"""The command `mattermost-plugin`, as tests call it."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, List, NamedTuple

from support import child_environment


class Called(NamedTuple):
    """What came of a call."""

    code: int
    output: str
    errors: str

    @property
    def json(self) -> Any:
        return json.loads(self.output)

    def succeeded(self) -> Called:
        assert self.code == 0, f"{self.output}\n{self.errors}"
        return self


def command(*arguments: str) -> List[str]:
    return [sys.executable, "-m", "mattermost_plugin", *arguments]


def in_process(*arguments: str, folder: Path) -> Called:
    """Call the command in a process of its own, as authors do."""
    done = subprocess.run(
        command(*arguments),
        cwd=folder,
        env=child_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Called(done.returncode, done.stdout, done.stderr)


def mattermost_plugin(*arguments: str, folder: Path) -> Called:
    """Call the command within this process, which takes a fraction of the time."""
    from mattermost_plugin._cli.app import mattermost_plugin as program

    output, errors = io.StringIO(), io.StringIO()
    before = os.getcwd()
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            program.main(list(arguments), prog_name="mattermost-plugin")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    finally:
        os.chdir(before)
    return Called(code, output.getvalue(), errors.getvalue())


def write_plugin(folder: Path, code: str, plugin_id: str = "com.example.tried") -> Path:
    """Write the folder of a plugin with this code."""
    folder.mkdir(parents=True, exist_ok=True)
    manifest = {
        "id": plugin_id,
        "name": "Tried",
        "version": "1.0.0",
        "server": {"executable": "plugin.py", "runtime": "python"},
    }
    (folder / "plugin.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "plugin.py").write_text(code, encoding="utf-8")
    return folder
