"""The secret by which the host's API knows this process."""

from __future__ import annotations

import os
import select
import threading
import time

#: Names the environment variable with the secret, and begins the line of stdin that has it.
TOKEN_VARIABLE = "KRAIT_API_TOKEN"

#: A host that sets this to "stdin" tells the secret by the first line there.
SOURCE_VARIABLE = "KRAIT_API_TOKEN_FROM"

# The host writes the line as soon as the process is there.
_TOLD_WITHIN = 10.0
_LONGEST_LINE = 2048

_lock = threading.Lock()


def api_token() -> str:
    """Return the secret, empty where the host has told none.

    The first call takes it from stdin, where it is there, and puts it into the environment: that of
    this process stays unseen by others, and the processes that it starts may call the API, too.
    """
    with _lock:
        if os.environ.pop(SOURCE_VARIABLE, "") == "stdin":
            name, _, token = _first_line().partition("=")
            if name == TOKEN_VARIABLE:
                os.environ[TOKEN_VARIABLE] = token
        return os.environ.get(TOKEN_VARIABLE, "")


def _first_line() -> str:
    # No more than the line: who reads stdin after this wants the rest.
    line = b""
    until = time.monotonic() + _TOLD_WITHIN
    try:
        while not line.endswith(b"\n") and len(line) < _LONGEST_LINE:
            ready, _, _ = select.select([0], [], [], max(0.0, until - time.monotonic()))
            byte = os.read(0, 1) if ready else b""
            if not byte:
                return ""
            line += byte
    except (OSError, ValueError):
        return ""
    return line.decode("ascii", "replace").strip()
