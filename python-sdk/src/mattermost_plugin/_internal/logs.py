"""Log lines that the host can read: it takes what a plugin writes to stderr, line by line."""

from __future__ import annotations

import datetime
import io
import logging
import os
import threading
from typing import TYPE_CHECKING, Any, Dict, List, TextIO

from mattermost_plugin._internal.lazy import LazyModule

if TYPE_CHECKING:
    import json
else:
    json = LazyModule("json")

#: With the value "json" log records are written as JSON objects, with the keys of Go's hclog.
FORMAT_VARIABLE = "KRAIT_LOG_FORMAT"

_BARE = logging.LogRecord("", 0, "", 0, "", (), None)
_STANDARD = {*vars(_BARE), "message", "asctime", "taskName"}


def level_name(level: int) -> str:
    """Return the host's name of a level."""
    for limit, name in ((40, "ERROR"), (30, "WARN"), (20, "INFO"), (10, "DEBUG")):
        if level >= limit:
            return name
    return "TRACE"


class LineFormatter(logging.Formatter):
    """Begins each line with the record's level, by which go-plugin's hosts know it."""

    def format(self, record: logging.LogRecord) -> str:
        level = level_name(record.levelno)
        lines = super().format(record).splitlines() or [""]
        first = f"[{level}] {record.name}: {lines[0]}"
        return "\n".join([first, *(f"[{level}]   {line}" for line in lines[1:])])


class JsonFormatter(logging.Formatter):
    """Writes a record as one JSON object, with what was given as `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.datetime.fromtimestamp(record.created, datetime.timezone.utc)
        values: Dict[str, Any] = {
            "@level": level_name(record.levelno).lower(),
            "@message": record.getMessage(),
            "@module": record.name,
            "@timestamp": moment.isoformat(timespec="microseconds").replace("+00:00", "Z"),
        }
        for name, value in vars(record).items():
            if name not in _STANDARD and not name.startswith("_"):
                values[name] = value
        if record.exc_info and record.exc_info[0] is not None:
            values["error"] = "".join(self.formatException(record.exc_info))
        if record.stack_info:
            values["stack"] = self.formatStack(record.stack_info)
        return json.dumps(values, default=str)


def new_formatter() -> logging.Formatter:
    """Return the formatter that the host asks for."""
    if os.environ.get(FORMAT_VARIABLE, "").lower() == "json":
        return JsonFormatter()
    return LineFormatter()


def set_up_logging(level: str, stream: TextIO) -> None:
    """Have everything of `level` and above logged to `stream`, unless logging is set up already."""
    number = logging.getLevelName({"WARN": "WARNING", "TRACE": "NOTSET"}.get(level.upper(), level))
    if not isinstance(number, int):
        number = logging.getLevelName(level.upper())
    handler = logging.StreamHandler(stream)
    handler.setFormatter(new_formatter())
    known = isinstance(number, int)
    logging.basicConfig(level=number if known else logging.INFO, handlers=[handler])
    # They are shown with file and line, and with their level.
    logging.captureWarnings(True)
    if not known:
        logging.getLogger(__name__).warning("%r is no log level; INFO is used instead", level)


class PrintedLines(io.TextIOBase):
    """Stands in for stdout, which belongs to the protocol: what is printed is logged."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._formatter = new_formatter()
        self._lock = threading.Lock()
        self._parts: List[str] = []

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of what is written."""
        return self._stream.encoding

    @property
    def buffer(self) -> Any:
        """Where bytes can be written."""
        return self._stream.buffer

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._stream.fileno()

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() takes a str, not {type(text).__name__}")
        with self._lock:
            *lines, rest = (self._rest() + text).split("\n")
            if rest:
                self._parts.append(rest)
            for line in lines:
                self._put(line)
        return len(text)

    def flush(self) -> None:
        self._stream.flush()

    def _rest(self) -> str:
        rest = "".join(self._parts)
        self._parts.clear()
        return rest

    def _put(self, line: str) -> None:
        record = logging.LogRecord("print", logging.INFO, "", 0, line, None, None)
        self._stream.write(self._formatter.format(record) + "\n")
        self._stream.flush()
