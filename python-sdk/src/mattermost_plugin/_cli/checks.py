"""What a server, or Python, would refuse in a plugin's folder."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any, Dict, FrozenSet, Iterator, List

from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin._cli.manifest import Manifest, read_manifest
from mattermost_plugin._cli.packing import packed_files

_NEEDED = frozenset({"grpc", "google", "mattermost_plugin"})
_CONDITION = re.compile(
    r"(>=|<=|==|!=|~=|>|<|)\s*([0-9]{1,4})(\.[0-9]{1,4})?(\.[0-9]{1,4})?(\.\*)?"
)
# Importing may take its time, but not for ever.
_PATIENCE = 60


class Report:
    """What was found in a plugin's folder.

    Attributes:
        manifest: what the plugin says of itself.
        problems: what keeps it from running, a line each.
        warnings: what is probably a mistake.
        plugin_class: the name of its class, once that was loaded.
        hooks: the hooks that it handles.
    """

    def __init__(self, manifest: Manifest) -> None:
        self.manifest = manifest
        self.problems: List[str] = []
        self.warnings: List[str] = list(manifest.warnings)
        self.plugin_class = ""
        self.hooks: List[str] = []

    def raise_problems(self) -> None:
        """Raise `CommandError` where there are problems."""
        if self.problems:
            raise CommandError.of(self.problems)


def check_files(folder: Path) -> Report:
    """Return what is wrong in the folder, without running anything of the plugin."""
    manifest = read_manifest(folder)
    report = Report(manifest)
    server = manifest.content.get("server")
    if server is not None:
        _check_server(report, folder, server)
    for section, key in (("", "icon_path"), ("webapp", "bundle_path")):
        values = manifest.content.get(section) if section else manifest.content
        path = (values or {}).get(key)
        if path and not (folder / path).is_file():
            name = f"{section}.{key}" if section else key
            report.warnings.append(
                f"{manifest.file.name}: {name}: {path} is not there; add the file"
            )
    names = list(_unreadable_names(folder))
    report.problems.extend(names or _syntax_errors(folder))
    return report


def check_plugin(folder: Path) -> Report:
    """Return what is wrong in the folder and with the class, which is loaded in a process."""
    report = check_files(folder)
    if report.problems or not report.manifest.is_python:
        return report
    told = _probe(folder, script_of(folder, report.manifest))
    report.problems.extend(told["problems"])
    report.warnings.extend(told["warnings"])
    report.plugin_class, report.hooks = told["class"], told["hooks"]
    return report


def script_of(folder: Path, manifest: Manifest) -> Path:
    """Return the script that a server starts."""
    name = manifest.file.name
    if not manifest.executable:
        raise CommandError(f"{name}: server.executable names no script for this machine")
    script = (folder / manifest.executable).resolve()
    if not script.is_file():
        raise CommandError(
            f"{name}: server.executable: {manifest.executable} is not there; add the file, or"
            " name another one"
        )
    if folder.resolve() not in script.parents:
        raise CommandError(
            f"{name}: server.executable: {manifest.executable} lies outside the plugin's folder;"
            " move the file into it"
        )
    return script


def _check_server(report: Report, folder: Path, server: Dict[str, Any]) -> None:
    name = report.manifest.file.name
    if not report.manifest.is_python:
        report.problems.append(
            f'{name}: server.runtime: it is not written in Python; set "runtime": "python" if it is'
        )
        return
    try:
        script = script_of(folder, report.manifest)
    except CommandError as error:
        report.problems.extend(error.problems)
        return
    wanted = str(server.get("python_version") or "")
    if wanted and not all(_CONDITION.fullmatch(part.strip()) for part in wanted.split(",")):
        report.problems.append(
            f'{name}: server.python_version: "{wanted}" is not a requirement such as'
            ' ">=3.9" or "3.9"'
        )
    requirements = (server.get("python") or {}).get("requirements_path")
    if requirements and not (folder / requirements).is_file():
        report.problems.append(
            f"{name}: server.python.requirements_path: {requirements} is not there; add the file"
        )
    report.problems.extend(shadows(folder.resolve(), script.parent))


def shadows(folder: Path, beside: Path, *tools: str) -> Iterator[str]:
    """Tell of files that Python would import in place of what they are named after.

    Args:
        folder: the plugin's.
        beside: where the files are.
        tools: further modules that are needed.
    """
    standard = _standard_library()
    for path in sorted(beside.iterdir()):
        module = path.stem if path.suffix == ".py" else path.name if _is_package(path) else ""
        what = ""
        if module in _NEEDED:
            what = "the SDK needs"
        elif module in standard:
            what = "Python's own library has"
        elif module in tools:
            what = "this command runs"
        if what:
            yield (
                f"{path.relative_to(folder)}: hides the module {module!r} that {what};"
                " give it another name"
            )


def _is_package(path: Path) -> bool:
    return path.is_dir() and any(path.glob("*.py"))


def _standard_library() -> FrozenSet[str]:
    known = getattr(sys, "stdlib_module_names", None)
    if known is not None:
        return frozenset(known)
    files = Path(sysconfig.get_path("stdlib")).iterdir()
    return frozenset(sys.builtin_module_names) | {
        path.stem for path in files if path.suffix == ".py" or (path / "__init__.py").is_file()
    }


def _unreadable_names(folder: Path) -> Iterator[str]:
    for path in packed_files(folder):
        name = str(path.relative_to(folder))
        shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        if shown != name:
            yield f"{shown}: the name is not UTF-8; rename the file"


def _syntax_errors(folder: Path) -> Iterator[str]:
    for path in packed_files(folder):
        if path.suffix == ".py":
            name = path.relative_to(folder)
            try:
                compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
            except SyntaxError as error:
                yield f"{name}:{error.lineno}: {type(error).__name__}: {error.msg}"
            except (ValueError, RecursionError, MemoryError) as error:
                yield f"{name}: {error}"


def _probe(folder: Path, script: Path) -> Dict[str, Any]:
    command = [sys.executable, "-m", "mattermost_plugin._cli.probe", str(folder), str(script)]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
            env={**os.environ, "PYTHONSAFEPATH": "1", "PYTHONPATH": import_path()},
        )
    except subprocess.TimeoutExpired:
        raise CommandError(
            f"{script.name}: is not loaded after {_PATIENCE} s; begin work in OnActivate, not while"
            " the file is imported"
        ) from None
    try:
        told: Dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        last = done.stderr.strip().splitlines()[-1:]
        raise CommandError(
            f"{script.name}: Python ended with code {done.returncode} while it was loaded",
            *last,
        ) from None
    return told


def import_path() -> str:
    """Return a PYTHONPATH by which a child has the SDK that runs here, wherever it comes from."""
    sdk = str(Path(__file__).parents[2])
    return os.pathsep.join(filter(None, [sdk, os.environ.get("PYTHONPATH")]))


__all__ = ["Report", "check_files", "check_plugin", "import_path", "script_of", "shadows"]
