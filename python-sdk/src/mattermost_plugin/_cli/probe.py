"""Loads a plugin in a process of its own, and tells what came of it."""

from __future__ import annotations

import json
import os
import sys
import warnings
from pathlib import Path
from typing import Any, Dict, List, Tuple

from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin._cli.loading import failure_text, load_plugin_class
from mattermost_plugin._internal.making import new_plugin
from mattermost_plugin.runtime_config import RuntimeConfig
from mattermost_plugin.testing import FakeApi


def main() -> None:
    """Load what the arguments FOLDER and SCRIPT name, and write one JSON object.

    It goes to what was stdout; what the plugin prints goes to stderr.
    """
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    folder, script = Path(sys.argv[1]), Path(sys.argv[2])
    with answer:
        json.dump(probe(folder, script), answer)


def probe(folder: Path, script: Path) -> Dict[str, Any]:
    """Return the class's name, its hooks, problems and warnings."""
    told: Dict[str, Any] = {"class": "", "hooks": [], "problems": [], "warnings": []}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            plugin_class = load_plugin_class(folder, script)
            told["class"] = plugin_class.__name__
            told["hooks"] = plugin_class.implemented_hooks()
            new_plugin(plugin_class, FakeApi(), RuntimeConfig(api_target="fake:"))
        except CommandError as error:
            told["problems"].extend(error.problems)
        except Exception as error:
            told["problems"].append(failure_text(error, folder))
    told["warnings"] = _texts(caught, folder)
    if told["class"] and not told["hooks"]:
        told["warnings"].append(
            f"{script.name}: {told['class']} handles no hook, so that nothing calls it;"
            " add @hook(HookName....) to a method"
        )
    return told


def _texts(caught: List[warnings.WarningMessage], folder: Path) -> List[str]:
    # Those of other packages are none of the plugin's.
    places: Dict[Tuple[str, int, str], None] = {}
    for warning in caught:
        file = os.path.realpath(warning.filename)
        if file.startswith(os.path.realpath(folder) + os.sep):
            relative = os.path.relpath(file, os.path.realpath(folder))
            places[(relative, warning.lineno, str(warning.message))] = None
    return [f"{file}:{line}: {text}" for file, line, text in places]


if __name__ == "__main__":
    main()
