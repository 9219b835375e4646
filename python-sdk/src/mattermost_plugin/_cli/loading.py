"""The class of a plugin, found as its host finds it: by running its script."""

from __future__ import annotations

import os
import sys
import traceback
import types
from pathlib import Path
from typing import Any, Type

from mattermost_plugin import server
from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin.plugin import Plugin


class _FoundError(BaseException):
    """Ends a script where a host would begin to use the plugin."""

    def __init__(self, found: Any) -> None:
        super().__init__()
        self.found = found


def load_plugin_class(folder: Path, script: Path) -> Type[Plugin]:
    """Run the script as the main program until it calls `run_plugin`, and return the class.

    Raises `CommandError`, with file and line, where it does not come that far. Changes `sys.path`
    and the module `__main__` of this process for good.
    """
    sys.path.insert(0, str(script.parent))
    module = types.ModuleType("__main__")
    module.__file__ = str(script)
    sys.modules["__main__"] = module

    def found(plugin_class: Any, *_: Any, **__: Any) -> None:
        raise _FoundError(plugin_class)

    begun: Any = server
    begun.run_plugin = begun.serve_plugin = found
    try:
        code = compile(script.read_bytes(), str(script), "exec", dont_inherit=True)
        exec(code, module.__dict__)
    except _FoundError as end:
        if isinstance(end.found, type) and issubclass(end.found, Plugin):
            return end.found
        raise CommandError(
            f"{script.name}: run_plugin takes the class of the plugin, not {end.found!r}"
        ) from None
    except BaseException as error:
        raise CommandError(failure_text(error, folder)) from error
    raise CommandError(
        f"{script.name}: ends without run_plugin, so that no server can use it; end it with\n"
        '    if __name__ == "__main__":\n'
        "        from mattermost_plugin.server import run_plugin\n\n"
        "        run_plugin(TheClassOfThePlugin)"
    )


def failure_text(error: BaseException, folder: Path) -> str:
    """Return what went wrong in the plugin, with file and line in `folder`."""
    name = type(error).__name__
    if isinstance(error, SyntaxError) and error.filename:
        return f"{_relative(error.filename, folder)}:{error.lineno}: {name}: {error.msg}"
    where = ""
    chained = error.__cause__ or error.__context__
    frames = traceback.extract_tb(error.__traceback__)
    if not any(_is_in(frame.filename, folder) for frame in frames) and chained is not None:
        frames = traceback.extract_tb(chained.__traceback__)
    for frame in frames:
        if _is_in(frame.filename, folder):
            where = f"{_relative(frame.filename, folder)}:{frame.lineno}: "
    return f"{where}{name}: {error}" if str(error) else f"{where}{name}"


def _is_in(file: str, folder: Path) -> bool:
    return os.path.realpath(file).startswith(os.path.realpath(folder) + os.sep)


def _relative(file: str, folder: Path) -> str:
    if _is_in(file, folder):
        return os.path.relpath(os.path.realpath(file), os.path.realpath(folder))
    return file


__all__ = ["failure_text", "load_plugin_class"]
