"""mypy and pyright take the examples and the templates, and refuse what no host would call."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, List, Set

import pytest
from cli import mattermost_plugin
from support import child_environment

# One call of pyright looks at everything: mypy looks at examples and templates where they are run.
pytest.importorskip("basedpyright")
pytest.importorskip("mypy")
pytest.importorskip("click")

TESTS = Path(__file__).parent
SDK = TESTS.parent / "src"
EXAMPLES = sorted(file.parent for file in (TESTS.parents[1] / "examples").glob("*/plugin.py"))
TEMPLATES = ("hook", "command", "web", "bot", "job")
TYPING = "typing_of_models.py"
IGNORED = re.compile(r"  # type: ignore\[.*?\]")


def lines_that_are_wrong() -> Set[int]:
    lines = (TESTS / TYPING).read_text(encoding="utf-8").splitlines()
    return {number for number, line in enumerate(lines, 1) if IGNORED.search(line)}


def run(line: List[str], folder: Path) -> str:
    done = subprocess.run(
        line,
        cwd=folder,
        env=child_environment(MYPYPATH=os.pathsep.join([str(SDK), str(TESTS)])),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a file whose wrong lines are not marked as such."""
    folder = tmp_path_factory.mktemp("wrong")
    code = (TESTS / TYPING).read_text(encoding="utf-8")
    (folder / TYPING).write_text(IGNORED.sub("", code), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def found_by_pyright(
    wrong: Path, tmp_path_factory: pytest.TempPathFactory
) -> Dict[Path, List[Dict[str, Any]]]:
    """What pyright finds in the folders of all plugins, and in that with wrong lines."""
    home = tmp_path_factory.mktemp("pyright")
    for template in TEMPLATES:
        mattermost_plugin("new", template, "-t", template, folder=home).succeeded()
    folders = [*EXAMPLES, *(home / template for template in TEMPLATES), wrong]
    settings = {
        "typeCheckingMode": "standard",
        "pythonVersion": "3.9",
        "include": [str(folder) for folder in folders],
        # Each has a module named plugin.
        "executionEnvironments": [
            {"root": str(folder), "extraPaths": [str(SDK)]} for folder in folders
        ],
    }
    (home / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    line = [sys.executable, "-m", "basedpyright", "--outputjson", "-p", str(home)]
    line += ["--pythonpath", sys.executable]
    report = json.loads(run(line, home))
    assert report["summary"]["filesAnalyzed"] > 2 * len(folders)
    found: Dict[Path, List[Dict[str, Any]]] = {folder: [] for folder in folders}
    for told in report["generalDiagnostics"]:
        found[Path(told["file"]).parent].append(told)
    return found


@pytest.mark.parametrize("plugin", [*(folder.name for folder in EXAMPLES), *TEMPLATES])
def test_pyright_takes_examples_and_templates(
    plugin: str, found_by_pyright: Dict[Path, List[Dict[str, Any]]]
) -> None:
    (found,) = (told for folder, told in found_by_pyright.items() if folder.name == plugin)
    assert found == []


def test_pyright_refuses_wrong_parameters_results_and_names(
    wrong: Path, found_by_pyright: Dict[Path, List[Dict[str, Any]]]
) -> None:
    lines = {told["range"]["start"]["line"] + 1 for told in found_by_pyright[wrong]}
    assert lines == lines_that_are_wrong()


def test_mypy_refuses_wrong_parameters_results_and_names(
    wrong: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    # What the SDK is found to be is kept for other tests.
    cache = tmp_path_factory.getbasetemp() / "mypy"
    told = run([sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(cache), "."], wrong)
    lines = {int(line) for line in re.findall(rf"^{TYPING}:(\d+): error", told, re.MULTILINE)}
    assert lines == lines_that_are_wrong()
