"""Wheel and sdist, and what is in an environment where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Dict

import pytest

SDK = Path(__file__).parents[1]
TEMPLATES = "mattermost_plugin/_cli/templates"

for needed in ("build", "click"):
    pytest.importorskip(needed)


def run(*line: str, folder: Path, **environment: str) -> str:
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        line,
        cwd=folder,
        env={
            **clean,
            "PIP_NO_COMPILE": "1",
            "PIP_NO_INDEX": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            **environment,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both packages."""
    # Built beside the sources, where what a build leaves behind does no harm.
    copy = tmp_path_factory.mktemp("sources") / "python-sdk"
    ignored = shutil.ignore_patterns("target", "build", "*.egg-info", ".*_cache", "__pycache__")
    shutil.copytree(SDK, copy, ignore=ignored)
    target = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target), folder=copy)
    return target


def test_both_packages_have_what_the_command_needs(dist: Path) -> None:
    wanted = {
        f"{TEMPLATES}/{name}"
        for name in ("shared/gitignore", "shared/pyproject.toml", "web/public/index.html")
    } | {f"{TEMPLATES}/{name}/plugin.json" for name in ("hook", "command", "web", "bot", "job")}
    (wheel,) = dist.glob("*.whl")
    in_wheel = set(zipfile.ZipFile(wheel).namelist())
    assert wanted <= in_wheel
    assert not {name for name in in_wheel if "__pycache__" in name}
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        in_sdist = {name.partition("/")[2] for name in archive.getnames()}
    assert {f"src/{name}" for name in wanted} <= in_sdist


def test_both_packages_are_as_an_index_wants_them(dist: Path) -> None:
    pytest.importorskip("twine")
    packages = [str(package) for package in sorted(dist.iterdir())]
    told = run(sys.executable, "-m", "twine", "check", "--strict", *packages, folder=dist)
    assert told.count("PASSED") == len(packages) == 2


def test_the_wheel_gives_an_empty_environment_the_command(
    dist: Path, packages: Path, tmp_path: Path
) -> None:
    here: Dict[str, str] = {"PYTHONPATH": str(packages)}
    # The packages that it depends on are those that are installed already; nothing is fetched.
    run(sys.executable, "-m", "venv", "--without-pip", "empty", folder=tmp_path)
    programs = tmp_path / "empty" / ("Scripts" if os.name == "nt" else "bin")
    (wheel,) = dist.glob("*.whl")
    installing = ("--python", str(programs / "python"), "install", f"{wheel}[cli]")
    run(sys.executable, "-m", "pip", *installing, folder=tmp_path, **here)

    command = str(programs / "mattermost-plugin")
    run(command, "new", "first", "-t", "web", folder=tmp_path, **here)
    assert "is fine: First" in run(command, "validate", folder=tmp_path / "first", **here)
    assert "5 passed" in run(command, "test", folder=tmp_path / "first", **here)
    where = "import mattermost_plugin; print(mattermost_plugin.__file__)"
    assert str(tmp_path) in run(str(programs / "python"), "-c", where, folder=tmp_path, **here)
