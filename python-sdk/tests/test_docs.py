"""The examples in the guides for authors are true."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, Iterator, List, NamedTuple

import pytest

ROOT = Path(__file__).parent.parent.parent
GUIDES = sorted((ROOT / "docs").glob("plugin-*.md"))


class Block(NamedTuple):
    """A block of code in a guide.

    `name` is the file that it is; or "run"; or "server" for what is run where a server is.
    """

    language: str
    name: str
    code: str
    line: int


def blocks_of(guide: Path) -> List[Block]:
    text = guide.read_text(encoding="utf-8")
    found = re.finditer(r"^```(\w+)(?: (\S+))?\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return [Block(m[1], m[2] or "", m[3], text.count("\n", 0, m.start(3))) for m in found]


class Shell:
    """A fresh shell, in which what a guide says is done line by line.

    Python's packages are those that are installed already; nothing is fetched.
    """

    def __init__(self, folder: Path, packages: Path) -> None:
        (folder / "home").mkdir()
        self._process = subprocess.Popen(
            ["bash"],
            cwd=folder,
            env={
                "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
                "HOME": str(folder / "home"),
                "PYTHONPATH": str(packages),
                "PIP_NO_INDEX": "1",
                "PIP_NO_COMPILE": "1",
                "PIP_NO_BUILD_ISOLATION": "0",
                "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def __enter__(self) -> Shell:
        return self

    def __exit__(self, *error: Any) -> None:
        self._process.kill()
        self._process.communicate()

    def run(self, commands: str) -> str:
        """Do what the lines say; fail where one of them does. Return what was printed."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(f"set -eu\n{commands}\necho '(done)'\n")
        self._process.stdin.flush()
        printed: List[str] = []
        for line in self._process.stdout:
            if line == "(done)\n":
                return "".join(printed)
            printed.append(line)
        raise AssertionError("".join(printed))


@pytest.fixture
def shell(tmp_path: Path, packages: Path) -> Iterator[Shell]:
    # pip builds the SDK where it lies; so it lies elsewhere.
    for name in ("examples", "python-sdk"):
        ignored = shutil.ignore_patterns("target", "build", "*.egg-info", ".*_cache", "__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    with Shell(tmp_path, packages) as fresh:
        yield fresh


@pytest.mark.skipif(not GUIDES, reason="the guides are not in the package")
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: str(guide.stem))
def test_the_examples_work(guide: Path, shell: Shell, tmp_path: Path) -> None:
    for needed in ("starlette", "flask", "click"):
        pytest.importorskip(needed)
    # All blocks without names are one module, whose tests are called.
    names: Dict[str, Any] = {"__name__": guide.stem}
    for block in blocks_of(guide):
        if block.language == "json":
            json.loads(block.code)
        if block.name == "run":
            shell.run(block.code)
        elif block.name == "pytest":
            continue  # Needs the fixtures of pytest, which tests of the kit use.
        elif block.name and block.language != "sh":
            (tmp_path / block.name).parent.mkdir(exist_ok=True)
            (tmp_path / block.name).write_text(block.code, encoding="utf-8")
        elif block.language == "python":
            # Below as many empty lines as in the guide, so that traces tell the right one.
            code = "\n" * block.line + block.code
            exec(compile(code, str(guide), "exec", dont_inherit=True), names)
    if guide.stem == "plugin-author":
        # Here is an environment with the command.
        (block,) = (b for b in blocks_of(ROOT / "examples" / "README.md") if b.name == "run")
        assert "Hello, ann! Asked so far: 1" in shell.run(f"cd '{tmp_path}'\n{block.code}")
    tests = [value for name, value in names.items() if name.startswith("test_")]
    # Besides its name, a module that has run has its built-in functions.
    assert tests or len(names) <= 2, f"{guide.name} has examples but no test of them"
    for test in tests:
        test()
