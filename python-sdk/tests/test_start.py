"""What a plugin's process imports before it is called."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import List, Set

from mattermost_plugin.server import MAGIC_COOKIE_KEY, MAGIC_COOKIE_VALUE

SOURCES = Path(__file__).parent.parent / "src"


def modules_after(source: str, *arguments: str) -> Set[str]:
    """Return the names of the modules that a new interpreter has after running `source`."""
    program = f"{source}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = run([*arguments, "-c", program])
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def run(arguments: List[str], **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": str(SOURCES), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )


def every_module() -> List[str]:
    names = []
    for file in sorted((SOURCES / "mattermost_plugin").rglob("*.py")):
        name = ".".join(file.relative_to(SOURCES).with_suffix("").parts)
        if not name.endswith("_pb2_grpc"):
            names.append(name.replace(".__init__", ""))
    return names


def test_no_module_of_the_sdk_imports_grpc() -> None:
    imports = "".join(f"import {name}\n" for name in every_module())

    assert "grpc" not in modules_after(imports)


def test_what_has_to_be_installed_is_said_where_grpc_is_needed_and_missing(tmp_path: Path) -> None:
    plugin = tmp_path / "plugin.py"
    plugin.write_text(
        "import sys\n"
        "sys.modules['grpc'] = None\n"
        "from mattermost_plugin import Plugin\n"
        "from mattermost_plugin.server import run_plugin\n"
        "run_plugin(Plugin)\n"
    )

    done = run([str(plugin)], **{MAGIC_COOKIE_KEY: MAGIC_COOKIE_VALUE})

    assert done.returncode != 0
    last = done.stderr.splitlines()[-1]
    assert last.startswith("ModuleNotFoundError: No module named 'grpc', ")
    assert last.endswith("install the package grpcio")
