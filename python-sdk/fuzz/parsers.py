"""Looks for input that breaks what parses, with Atheris.

`python fuzz/parsers.py frames -max_total_time=300`; options are those of libFuzzer. What is found
is kept as a case of an ordinary test.
"""

from __future__ import annotations

import contextlib
import datetime
import enum
import sys
import tempfile
from pathlib import Path
from typing import Any, Callable, Dict, List, Literal, Tuple

import atheris

with atheris.instrument_imports():
    from mattermost_plugin._cli import manifest_parsing
    from mattermost_plugin._cli.errors import CommandError
    from mattermost_plugin._internal import command_lines
    from mattermost_plugin._internal.lane import frames

FRAME_LIMIT = 4096
FOLDER = Path(tempfile.mkdtemp(prefix="krait-fuzz-"))


class Colour(enum.Enum):
    """One of few."""

    RED = "red"
    BLUE = "blue"


def _command(
    self: Any,
    call: Any,
    count: int,
    share: float,
    when: datetime.timedelta,
    *more: Literal["a", "b"],
    colour: Colour = Colour.RED,
    loud: bool = False,
) -> None:
    """Take a value of each kind."""


GRAMMAR = command_lines.Grammar.of(_command)


def _frames(pieces: List[bytes]) -> Tuple[List[Tuple[int, bytes]], bool]:
    """Return the frames in `pieces`, and whether they end in what is none."""
    reader = frames.FrameReader(FRAME_LIMIT)
    found: List[Tuple[int, bytes]] = []
    try:
        for piece in pieces:
            found.extend((kind, bytes(payload)) for kind, payload in reader.feed(piece))
    except frames.BrokenLaneError:
        return found, True
    return found, False


def frame_reader(data: bytes) -> None:
    """Frames are the same in whatever parts they come."""
    if not data:
        return
    size = 1 + data[0] % 7
    rest = data[1:]
    pieces = [rest[at : at + size] for at in range(0, len(rest), size)]
    whole, in_parts = _frames([rest]), _frames(pieces)
    if whole != in_parts:
        raise AssertionError(f"{whole} at once, {in_parts} in parts of {size}")


def command_line(data: bytes) -> None:
    """A line fits, or the user is told why not."""
    text = data.decode("utf-8", "replace")
    with contextlib.suppress(command_lines.BadLineError):
        GRAMMAR.read(text, None, None)


def manifest(data: bytes) -> None:
    """A manifest is an object, in JSON and in YAML, or its author is told what is wrong."""
    for name in ("plugin.json", "plugin.yaml"):
        file = FOLDER / name
        file.write_bytes(data)
        with contextlib.suppress(CommandError):
            manifest_parsing.parse(file)


TARGETS: Dict[str, Callable[[bytes], None]] = {
    "frames": frame_reader,
    "command-line": command_line,
    "manifest": manifest,
}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        raise SystemExit(f"usage: parsers.py {'|'.join(TARGETS)} [option of libFuzzer]…")
    atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[sys.argv[1]])
    atheris.Fuzz()
