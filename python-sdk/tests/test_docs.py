"""The examples in the guides for authors are true."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, List, NamedTuple

import pytest
from support import child_environment

ROOT = Path(__file__).parent.parent.parent
GUIDES = sorted((ROOT / "docs").glob("plugin-*.md"))


class Block(NamedTuple):
    """A block of code in a guide; `name` is the file that it is, or "run"."""

    language: str
    name: str
    code: str
    line: int


def blocks_of(guide: Path) -> List[Block]:
    text = guide.read_text(encoding="utf-8")
    found = re.finditer(r"^```(\w+)(?: (\S+))?\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return [Block(m[1], m[2] or "", m[3], text.count("\n", 0, m.start(3))) for m in found]


@pytest.mark.skipif(not GUIDES, reason="the guides are not in the package")
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: str(guide.stem))
def test_the_examples_work(guide: Path, tmp_path: Path) -> None:
    for needed in ("starlette", "flask"):
        pytest.importorskip(needed)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    # All blocks without names are one module, whose tests are called.
    names: Dict[str, Any] = {"__name__": guide.stem}
    for block in blocks_of(guide):
        if block.language == "json":
            json.loads(block.code)
        if block.name == "run":
            run(block.code, tmp_path)
        elif block.name:
            (tmp_path / block.name).parent.mkdir(exist_ok=True)
            (tmp_path / block.name).write_text(block.code, encoding="utf-8")
        elif block.language == "python":
            # Below as many empty lines as in the guide, so that traces tell the right one.
            code = "\n" * block.line + block.code
            exec(compile(code, str(guide), "exec", dont_inherit=True), names)
    tests = [value for name, value in names.items() if name.startswith("test_")]
    # Besides its name, a module that has run has its built-in functions.
    assert tests or len(names) <= 2, f"{guide.name} has examples but no test of them"
    for test in tests:
        test()


def run(commands: str, folder: Path) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-euc", commands],
        cwd=folder,
        env=child_environment(PATH=path),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_archive_of_the_first_plugin_has_what_it_needs(tmp_path: Path) -> None:
    if not GUIDES:
        pytest.skip("the guides are not in the package")
    import tarfile

    for block in blocks_of(ROOT / "docs" / "plugin-author.md"):
        if "/" in block.name:
            (tmp_path / block.name).parent.mkdir(exist_ok=True)
            (tmp_path / block.name).write_text(block.code, encoding="utf-8")
    run(f"{ROOT}/examples/pack.py my_plugin", tmp_path)
    with tarfile.open(tmp_path / "com.example.polite-1.0.0.tar.gz") as archive:
        assert sorted(archive.getnames()) == ["plugin.json", "plugin.py"]
