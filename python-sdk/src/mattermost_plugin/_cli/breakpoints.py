"""What `breakpoint()` does in a plugin on the bench."""

from __future__ import annotations

import os
import pdb
import queue
import sys
from types import FrameType
from typing import Any, Callable, List, Optional

Say = Callable[..., None]


class _Terminal:
    """Stands in for a terminal, which is where the bench is."""

    def __init__(self, say: Say, lines: queue.Queue[str]) -> None:
        self._say = say
        self._lines = lines
        self._said: List[str] = []

    def readline(self) -> str:
        self.flush()
        self._say(event="line wanted")
        return self._lines.get()

    def write(self, text: str) -> None:
        self._said.append(text)

    def flush(self) -> None:
        text = "".join(self._said)
        self._said.clear()
        if text:
            self._say(event="debugger", text=text)


class Breakpoints:
    """Stops a plugin at `breakpoint()` where it is debugged, and explains how where it is not.

    Args:
        debugging: whether it is debugged.
        say: tells the bench something.
        lines: what was typed for the debugger.
    """

    def __init__(self, debugging: bool, say: Say, lines: queue.Queue[str]) -> None:
        self._debugging = debugging
        self._say = say
        self._lines = lines
        self._debugger: Any = None

    def install(self) -> None:
        """Have `breakpoint()` call this."""
        if not os.environ.get("PYTHONBREAKPOINT"):
            sys.breakpointhook = self

    def listen(self, port: int) -> Optional[int]:
        """Have debugpy listen, where it is installed; return the port."""
        # It warns of what only matters to those who debug Python's own library.
        os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
        try:
            import debugpy
        except ImportError:
            return None
        self._debugger = debugpy
        _, bound = debugpy.listen(("127.0.0.1", port))
        # It has put its own hook there, which does nothing while no editor is attached.
        self.install()
        # pdb is there until an editor is attached, and no reason for a warning.
        holder = getattr(sys.modules.get("pydevd_tracing"), "TracingFunctionHolder", None)
        if holder is not None:
            holder._warn = False
        return int(bound)

    def __call__(self, *args: Any, **kwargs: Any) -> None:
        """Stop, or say how to stop, at the line that called `breakpoint()`."""
        frame = sys._getframe(1)
        where = f"{os.path.basename(frame.f_code.co_filename)}:{frame.f_lineno}"
        if not self._debugging:
            self._say(event="passed", where=where)
        elif self._debugger is not None and self._debugger.is_client_connected():
            self._debugger.breakpoint()
        else:
            self._stop(frame, where)

    def _stop(self, frame: FrameType, where: str) -> None:
        self._say(event="stopped", where=where)
        terminal: Any = _Terminal(self._say, self._lines)
        debugger = pdb.Pdb(stdin=terminal, stdout=terminal, nosigint=True, readrc=False)
        debugger.set_trace(frame)


__all__ = ["Breakpoints"]
